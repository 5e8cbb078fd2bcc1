package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"
	"github.com/danielgtaylor/huma/v2"
)

// readerView shows the description of the API to people.
type readerView struct {
	*page
	Operations []operationView
}

type operationView struct {
	*huma.Operation
	Try string // an address to try, where it needs no more than that
}

func (s *Server) reader(p *page, r *http.Request) (templ.Component, error) {
	v := &readerView{page: p}
	p.title = p.T("api")
	paths := s.description.Paths
	for path, item := range paths {
		for _, way := range []*huma.Operation{item.Get, item.Post, item.Delete} {
			if way == nil {
				continue
			}
			o := operationView{Operation: way}
			if way.Method == http.MethodGet && !strings.Contains(path, "{") && path != streamPath {
				o.Try = path
			}
			v.Operations = append(v.Operations, o)
		}
	}
	slices.SortFunc(v.Operations, func(a, b operationView) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Method, b.Method))
	})
	return v.body(), nil
}
