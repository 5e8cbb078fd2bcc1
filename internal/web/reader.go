package web

import (
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
		if item.Get != nil {
			o := operationView{Operation: item.Get}
			if !strings.Contains(path, "{") && path != streamPath {
				o.Try = path
			}
			v.Operations = append(v.Operations, o)
		}
	}
	slices.SortFunc(v.Operations, func(a, b operationView) int { return strings.Compare(a.Path, b.Path) })
	return v.body(), nil
}
