package web

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"isnad/internal/store"
)

// actorsView lists who is named.
type actorsView struct {
	*page
	Words  string
	Actors []*store.Actor
	Skip   int
	Next   int
}

// actorsShown is how many actors stand on one page.
const actorsShown = 40

func (s *Server) actors(p *page, r *http.Request) (templ.Component, error) {
	v := &actorsView{page: p, Words: shortened(strings.TrimSpace(r.URL.Query().Get("q")), longestQuery)}
	var err error
	if v.Skip, err = count(r.URL.Query().Get("skip")); err != nil {
		return nil, err
	}
	if v.Actors, err = s.Archive.Actors(r.Context(), v.Words, "", v.Skip, actorsShown+1); err != nil {
		return nil, fmt.Errorf("find actors %q: %w", v.Words, err)
	}
	if len(v.Actors) > actorsShown {
		v.Actors, v.Next = v.Actors[:actorsShown], v.Skip+actorsShown
	}
	p.title = p.T("nav.actors")
	return v.body(), nil
}
