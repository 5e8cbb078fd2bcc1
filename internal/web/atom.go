package web

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"isnad"
)

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// fed is how many articles a feed holds.
const fed = 50

// atom makes a handler of a feed of articles: for a search, an actor, or a story.
func (s *Server) atom(title func(r *http.Request) string, find func(r *http.Request) ([]*isnad.Analysis, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := s.pageOf(r)
		articles, err := find(r)
		if err != nil {
			s.tell(w, r, p, err)
			return
		}
		base := "http://" + r.Host
		if r.TLS != nil {
			base = "https://" + r.Host
		}
		self := base + "/" + p.lang + p.path
		feed := atomFeed{Lang: p.lang, ID: self, Title: clean(title(r)) + " – " + p.T("brand"), Links: []atomLink{{"self", self}}, Updated: time.Unix(0, 0).UTC().Format(time.RFC3339)}
		for _, a := range articles {
			address := base + string(p.url("article", a.Article.ID))
			updated := when(a.Article.Published).UTC().Format(time.RFC3339)
			feed.Entries = append(feed.Entries, atomEntry{ID: address, Title: clean(a.Article.Title), Updated: updated, Author: clean(a.Article.Outlet), Link: atomLink{"alternate", address}, Summary: firstWords(a)})
			feed.Updated = max(feed.Updated, updated)
		}
		text, err := xml.Marshal(feed)
		if err != nil {
			s.tell(w, r, p, fmt.Errorf("write a feed: %w", err))
			return
		}
		out := &answer{status: http.StatusOK, kind: "application/atom+xml; charset=utf-8", body: append([]byte(xml.Header), text...)}
		out.send(w, r)
	})
}

func firstWords(a *isnad.Analysis) string {
	var b strings.Builder
	for _, w := range snippet(finding{Analysis: a}) {
		b.WriteString(w.Text)
	}
	return b.String()
}

func (s *Server) found(q func(r *http.Request) asking) func(r *http.Request) ([]*isnad.Analysis, error) {
	return func(r *http.Request) ([]*isnad.Analysis, error) {
		query := q(r)
		query.Limit = fed
		found, err := s.archive.Find(r.Context(), query)
		if err != nil {
			return nil, fmt.Errorf("find the articles of a feed: %w", err)
		}
		var articles []*isnad.Analysis
		for _, f := range found.Hits {
			articles = append(articles, f.Analysis)
		}
		return articles, nil
	}
}

// feeds are the addresses of the feeds of one language.
func (s *Server) feeds(mux *http.ServeMux, lang string) {
	mux.Handle("GET "+lang+"/search/atom", s.atom(
		func(r *http.Request) string { return shortened(r.URL.Query().Get("q"), longestQuery) },
		s.found(func(r *http.Request) asking {
			return asking{Words: shortened(r.URL.Query().Get("q"), longestQuery), Outlet: r.URL.Query().Get("outlet")}
		})))
	mux.Handle("GET "+lang+"/actor/{name}/atom", s.atom(
		func(r *http.Request) string {
			if is, err := s.archive.who(r.Context(), r.PathValue("name")); err == nil {
				return is.Name
			}
			return r.PathValue("name")
		}, s.ofActor))
	mux.Handle("GET "+lang+"/story/{id}/atom", s.atom(
		func(r *http.Request) string { return r.PathValue("id") }, s.ofStory))
}

// ofStory are the newest articles of a story.
func (s *Server) ofStory(r *http.Request) ([]*isnad.Analysis, error) {
	t, err := s.archive.Trace(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", r.PathValue("id"), err)
	}
	newest := t.Articles[max(0, len(t.Articles)-fed):]
	ids := make([]string, len(newest))
	for i, a := range newest {
		ids[i] = a.ID
	}
	read, err := s.readings(r.Context(), ids)
	if err != nil {
		return nil, err
	}
	out := make([]*isnad.Analysis, 0, len(ids))
	for _, id := range slices.Backward(ids) {
		out = append(out, read[id])
	}
	return out, nil
}

// ofActor are the newest articles that name an actor.
func (s *Server) ofActor(r *http.Request) ([]*isnad.Analysis, error) {
	is, err := s.archive.who(r.Context(), r.PathValue("name"))
	if err != nil {
		return nil, err
	}
	found, err := s.Archive.ActorSeen(r.Context(), is.numbers, fed)
	if err != nil {
		return nil, err
	}
	read, _, err := s.archive.seen(r.Context(), found.Newest)
	return read, err
}
