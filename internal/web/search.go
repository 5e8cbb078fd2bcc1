package web

import (
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/a-h/templ"

	"isnad"
	"isnad/internal/query"
	"isnad/internal/store"
)

// searchView is the page of a search.
type searchView struct {
	*page
	Words   string
	Outlet  string
	Asked   bool
	Total   int
	Hits    []hit
	Outlets []store.Outlet
	Actors  []*store.Actor // that articles call by exactly these words
	Facets  *store.Facets
	Best    bool // the best hits first
	Wrong   *query.Error
	Skip    int
	Next    int
}

// hit is an article that was found, with the words around the first that were looked
// for.
type hit struct {
	isnad.Article
	Claim   *isnad.Claim // that was found, where claims were looked for
	Snippet []word       // New marks what was looked for
	Claims  int
	Unnamed int
}

// hitsShown is how many articles stand on one page.
const hitsShown = 20

// actorsFound is how many actors stand above the hits.
const actorsFound = 3

// facetsShown is how many values of a property are offered.
const facetsShown = 8

// longestQuery bounds a query, in code points.
const longestQuery = 500

func (s *Server) search(p *page, r *http.Request) (templ.Component, error) {
	asked := r.URL.Query()
	v := &searchView{page: p, Words: strings.TrimSpace(asked.Get("q")), Outlet: asked.Get("outlet"), Best: asked.Get("order") == "relevance"}
	p.title, p.query = p.T("nav.search"), v.Words
	if utf8.RuneCountInString(v.Words) > longestQuery {
		return nil, &problem{status: http.StatusBadRequest, key: "error.query-long"}
	}
	var err error
	if v.Skip, err = count(asked.Get("skip")); err != nil {
		return nil, err
	}
	if v.Outlets, err = s.archive.Outlets(r.Context()); err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	v.Outlets = v.Outlets[:min(len(v.Outlets), 100)]
	if v.Words == "" && v.Outlet == "" {
		return v.body(), nil
	}
	v.Asked = true
	found, err := s.archive.Find(r.Context(), asking{Words: v.Words, Outlet: v.Outlet, Relevance: v.Best, Skip: v.Skip, Limit: hitsShown})
	if wrong, ok := wrongQuery(err); ok {
		v.Wrong = wrong
		return v.body(), nil
	}
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", v.Words, err)
	}
	p.feed = p.url("search", "atom") + templ.SafeURL("?"+queryOf("q", v.Words, "outlet", v.Outlet))
	v.Total = found.Total
	for _, f := range found.Hits {
		v.Hits = append(v.Hits, hitOf(f))
	}
	if v.Actors, err = s.Archive.ActorsNamed(r.Context(), strings.Trim(v.Words, `"`), actorsFound); err != nil {
		return nil, err
	}
	if v.Facets, err = s.archive.Facets(r.Context(), asking{Words: v.Words, Outlet: v.Outlet}); err != nil {
		return nil, fmt.Errorf("facets of %q: %w", v.Words, err)
	}
	if v.Skip+len(v.Hits) < v.Total {
		v.Next = v.Skip + hitsShown
	}
	p.title = v.Words + " – " + p.T("nav.search")
	return v.body(), nil
}

func hitOf(a finding) hit {
	h := hit{Article: a.Article, Claims: len(a.Claims), Snippet: snippet(a), Claim: a.Claim}
	for i := range a.Claims {
		if originClass(&a.Claims[i]) == "unnamed" {
			h.Unnamed++
		}
	}
	return h
}

// around is how many bytes of a text are shown where nothing was looked for.
const around = 440

// snippet cuts the found stretch of a text, or its beginning, at the words that were
// looked for.
func snippet(f finding) (words []word) {
	start, end := f.Snippet.Start, f.Snippet.End
	if f.Snippet.IsZero() {
		start = min(len(f.Text), strings.IndexByte(f.Text, '\n')+1)
		if end = min(len(f.Text), start+around); end < len(f.Text) {
			end = max(start, start+strings.LastIndexByte(f.Text[start:end], ' '))
		}
	}
	for _, m := range f.Marks {
		if m.Start < start || m.End > end || m.Start >= m.End {
			continue
		}
		words = append(words, word{Text: clean(f.Text[start:m.Start])}, word{Text: clean(m.In(f.Text)), New: true})
		start = m.End
	}
	return append(words, word{Text: clean(f.Text[start:end])})
}

// order is the order of the hits as an address says it.
func (v *searchView) order() string {
	if v.Best {
		return "relevance"
	}
	return ""
}

// narrowed is the address of the hits that have one more property.
func (v *searchView) narrowed(field, value string) templ.SafeURL {
	words := strings.TrimSpace(v.Words + " " + field + `:"` + strings.ReplaceAll(value, `"`, " ") + `"`)
	if field == "since" { // a month
		words = strings.TrimSpace(v.Words + " since:" + value + " until:" + value)
	}
	return v.url("search") + templ.SafeURL("?"+queryOf("q", words, "outlet", v.Outlet, "order", v.order()))
}

// pageURL is the address of another part of the hits.
func (v *searchView) pageURL(skip int) templ.SafeURL {
	return v.url("search") + templ.SafeURL("?"+queryOf("q", v.Words, "outlet", v.Outlet, "order", v.order(), "skip", digits(skip)))
}
