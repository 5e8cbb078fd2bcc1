package web

import (
	"context"
	"fmt"

	"isnad/internal/store"
)

type facetsIn struct {
	Words  string `query:"q" maxLength:"500" doc:"What is looked for, as in the search box."`
	Outlet string `query:"outlet" maxLength:"300"`
}

type facetsOut struct {
	Of      int        `json:"of" doc:"How many hits were counted."`
	Outlets []countOut `json:"outlets"`
	Origins []countOut `json:"origins"`
	Acts    []countOut `json:"acts"`
	Months  []countOut `json:"months"`
}

// apiFacets tells what hits are made of, as beside the hits of a search.
func (s *Server) apiFacets(ctx context.Context, in *facetsIn) (*body[facetsOut], error) {
	f, err := s.archive.Facets(ctx, asking{Words: in.Words, Outlet: in.Outlet})
	if err != nil {
		return nil, fmt.Errorf("facets of %q: %w", in.Words, err)
	}
	return &body[facetsOut]{facetsOut{f.Of, facetCounts(f.Outlets), facetCounts(f.Sources), facetCounts(f.Acts), facetCounts(f.Months)}}, nil
}

func facetCounts(list []store.Facet) []countOut {
	out := []countOut{}
	for _, f := range list {
		out = append(out, countOut{Name: f.Value, Count: f.Hits})
	}
	return out
}
