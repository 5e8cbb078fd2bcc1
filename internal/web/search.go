package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/a-h/templ"

	"isnad"
)

// searchView is the page of a search.
type searchView struct {
	*page
	Words   string
	Outlet  string
	Asked   bool
	Total   int
	Hits    []hit
	Outlets []OutletCount
	Wrong   *QueryError
	Skip    int
	Next    int
}

// hit is an article that was found, with the words around the first that were looked
// for.
type hit struct {
	isnad.Article
	Snippet []word // New marks what was looked for
	Claims  int
	Unnamed int
}

// hitsShown is how many articles stand on one page.
const hitsShown = 20

// longestQuery bounds a query, in code points.
const longestQuery = 500

func (s *Server) search(p *page, r *http.Request) (templ.Component, error) {
	asked := r.URL.Query()
	v := &searchView{page: p, Words: strings.TrimSpace(asked.Get("q")), Outlet: asked.Get("outlet")}
	p.title, p.query = p.T("nav.search"), v.Words
	if utf8.RuneCountInString(v.Words) > longestQuery {
		return nil, &problem{status: http.StatusBadRequest, key: "error.query-long"}
	}
	var err error
	if v.Skip, err = count(asked.Get("skip")); err != nil {
		return nil, err
	}
	if v.Outlets, err = s.Archive.Outlets(r.Context()); err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	v.Outlets = v.Outlets[:min(len(v.Outlets), 100)]
	if v.Words == "" && v.Outlet == "" {
		return v.body(), nil
	}
	v.Asked = true
	found, err := s.Archive.Find(r.Context(), Query{Words: v.Words, Outlet: v.Outlet, Skip: v.Skip, Limit: hitsShown})
	if wrong, ok := errors.AsType[*QueryError](err); ok {
		v.Wrong = wrong
		return v.body(), nil
	}
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", v.Words, err)
	}
	p.feed = p.url("search", "atom") + templ.SafeURL("?"+queryOf("q", v.Words, "outlet", v.Outlet))
	v.Total = found.Total
	for _, a := range found.Articles {
		v.Hits = append(v.Hits, hitOf(a, found.Marks[a.Article.ID]))
	}
	if v.Skip+len(v.Hits) < v.Total {
		v.Next = v.Skip + hitsShown
	}
	p.title = v.Words + " – " + p.T("nav.search")
	return v.body(), nil
}

func hitOf(a *isnad.Analysis, marks []isnad.Span) hit {
	h := hit{Article: a.Article, Claims: len(a.Claims), Snippet: snippet(a.Text, marks)}
	for i := range a.Claims {
		if originClass(&a.Claims[i]) == "unnamed" {
			h.Unnamed++
		}
	}
	return h
}

// around is how many bytes of text stand on either side of the first mark.
const around = 220

// snippet cuts text around the first mark behind the title, or the beginning of the
// body where there is none.
func snippet(text string, marks []isnad.Span) (words []word) {
	title := strings.IndexByte(text, '\n') + 1
	at := title
	if i := slices.IndexFunc(marks, func(m isnad.Span) bool { return m.Start >= title }); i >= 0 {
		at = marks[i].Start
	}
	start, end := at, min(len(text), at+2*around)
	if at-around > title {
		start = at - around + max(0, strings.IndexByte(text[at-around:at], ' '))
	} else {
		start = title
	}
	if end < len(text) {
		end = max(at, start+strings.LastIndexByte(text[start:end], ' '))
	}
	for _, m := range marks {
		if m.Start < start || m.End > end || m.Start >= m.End {
			continue
		}
		words = append(words, word{Text: clean(text[start:m.Start])}, word{Text: clean(m.In(text)), New: true})
		start = m.End
	}
	return append(words, word{Text: clean(text[start:end])})
}

// pageURL is the address of another part of the hits.
func (v *searchView) pageURL(skip int) templ.SafeURL {
	return v.url("search") + templ.SafeURL("?"+queryOf("q", v.Words, "outlet", v.Outlet, "skip", digits(skip)))
}
