package main

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"isnad"
	"isnad/internal/query"
	"isnad/internal/store"
)

// foundPage is a page of hits in JSON. Positions are code points of the article's text, which is
// its title, a line feed, and its body.
type foundPage struct {
	Query  string        `json:"query"` // as it was understood
	Scope  query.Scope   `json:"scope"`
	Total  int           `json:"total"`
	More   bool          `json:"more"` // there are more hits than were counted
	Next   string        `json:"next,omitempty"`
	Hits   []foundHit    `json:"hits"`
	Facets *store.Facets `json:"facets,omitempty"`
}

type foundHit struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Outlet    string      `json:"outlet,omitempty"`
	Published string      `json:"published,omitempty"`
	URL       string      `json:"url,omitempty"`
	Claim     *foundClaim `json:"claim,omitempty"`
	Snippet   foundSpan   `json:"snippet"`
	Marks     []foundSpan `json:"marks"`
}

type foundClaim struct {
	ID        string          `json:"id"`
	Act       isnad.Act       `json:"act"`
	Certainty isnad.Certainty `json:"certainty"`
	Sources   []string        `json:"sources"` // the teller nearest the reader first
}

type foundSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func foundJSON(q *query.Query, found *store.Hits, facets *store.Facets) ([]byte, error) {
	p := foundPage{Query: q.String(), Scope: q.Scope, Total: found.Total, More: found.Total >= store.MaxCounted, Next: found.Next, Hits: []foundHit{}, Facets: facets}
	for i := range found.Hits {
		p.Hits = append(p.Hits, foundHitOf(&found.Hits[i]))
	}
	out, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write hits as JSON: %w", err)
	}
	return append(out, '\n'), nil
}

func foundHitOf(h *store.Hit) foundHit {
	a, text := &h.Article.Article, h.Article.Text()
	span := func(s isnad.Span) foundSpan {
		start := utf8.RuneCountInString(text[:s.Start])
		words := s.In(text)
		return foundSpan{start, start + utf8.RuneCountInString(words), words}
	}
	f := foundHit{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, URL: a.URL, Snippet: span(h.Snippet), Marks: []foundSpan{}}
	for _, m := range h.Marks {
		f.Marks = append(f.Marks, span(m))
	}
	if c := h.Claim; c != nil {
		f.Claim = &foundClaim{ID: c.ID, Act: c.Act, Certainty: c.Certainty, Sources: []string{}}
		for _, l := range c.Sources {
			f.Claim.Sources = append(f.Claim.Sources, l.Name)
		}
	}
	return f
}
