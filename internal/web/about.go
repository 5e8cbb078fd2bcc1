package web

import (
	"fmt"
	"net/http"

	"github.com/a-h/templ"

	"isnad"
	"isnad/internal/store"
)

// aboutView is the page about the data.
type aboutView struct {
	*page
	Counts  counts
	Has     store.Holdings
	Version string
}

// grades in the order of their strength.
var grades = []isnad.Grade{isnad.Corroborated, isnad.SingleOrigin, isnad.UnnamedOrigin, isnad.NoOrigin, isnad.Circular, isnad.Disputed}

func (s *Server) about(p *page, r *http.Request) (templ.Component, error) {
	counts, err := s.archive.Counts(r.Context())
	if err != nil {
		return nil, fmt.Errorf("counts: %w", err)
	}
	has, err := s.archive.Holdings(r.Context())
	if err != nil {
		return nil, err
	}
	p.title = p.T("nav.about")
	return (&aboutView{page: p, Counts: counts, Has: has, Version: s.Version}).body(), nil
}
