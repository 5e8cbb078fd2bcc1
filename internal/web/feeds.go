package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"isnad/internal/store"
)

// feedsView lists what is watched for new articles, and how it does.
type feedsView struct {
	*page
	Feeds    []*store.Feed // those that fail first
	Total    int
	Failing  int
	Paused   int
	Waiting  int // pages that feeds named and that are still to be fetched
	MayAlter bool
}

// feedsShown bounds the list: a sitemap may name hundreds of others.
const feedsShown = 200

// How a feed does.
const (
	feedWell    = "well"
	feedNew     = "new"
	feedFailing = "failing"
	feedPaused  = "paused"
)

func healthOf(f *store.Feed) string {
	switch {
	case f.Paused:
		return feedPaused
	case f.Failures > 0:
		return feedFailing
	case f.Fetched.IsZero():
		return feedNew
	}
	return feedWell
}

func (s *Server) watched(p *page, r *http.Request) (templ.Component, error) {
	feeds, err := s.Archive.Feeds(r.Context())
	if err != nil {
		return nil, err
	}
	v := &feedsView{page: p, Total: len(feeds), MayAlter: p.user.may(store.Admin)}
	for _, f := range feeds {
		v.Waiting += f.Waiting
		switch healthOf(f) {
		case feedFailing:
			v.Failing++
		case feedPaused:
			v.Paused++
		}
	}
	urgency := []string{feedFailing, feedNew, feedWell, feedPaused}
	slices.SortStableFunc(feeds, func(a, b *store.Feed) int {
		return cmp.Or(cmp.Compare(slices.Index(urgency, healthOf(a)), slices.Index(urgency, healthOf(b))), cmp.Compare(a.Depth, b.Depth))
	})
	v.Feeds = feeds[:min(len(feeds), feedsShown)]
	p.title = p.T("nav.feeds")
	return v.body(), nil
}

// sentence says how many feeds there are, and how many of them need a look.
func (v *feedsView) sentence() string {
	s := v.N("feeds", v.Total)
	if v.Failing > 0 {
		s += v.F("article.of-them", "claims", v.N("feeds-failing", v.Failing))
	}
	if v.Paused > 0 {
		s += v.F("article.of-them", "claims", v.N("feeds-paused", v.Paused))
	}
	return capital(s) + "."
}

// ago says on which day and at which hour something was.
func (w *words) ago(t time.Time) string {
	if t.IsZero() {
		return w.T("never")
	}
	return w.moment(t.Format(time.RFC3339))
}

// alterFeeds adds, pauses, resumes or removes a feed, as a form says.
func (s *Server) alterFeeds(p *page, r *http.Request) (templ.SafeURL, error) {
	if err := allowed(r, store.Admin); err != nil {
		return "", err
	}
	if err := s.alterFeed(r.Context(), r.PostFormValue("do"), strings.TrimSpace(r.PostFormValue("address"))); err != nil {
		return "", err
	}
	s.record(r, p.user.name, "feed: "+r.PostFormValue("do"), r.PostFormValue("address"))
	return p.url("feeds"), nil
}

func (s *Server) alterFeed(ctx context.Context, do, address string) error {
	if outside(address) == "" || len(address) > longest {
		return &problem{status: http.StatusBadRequest, key: "error.feed"}
	}
	err := s.Archive.Update(ctx, func(tx *store.Tx) error {
		switch do {
		case "add":
			_, err := tx.AddFeed(ctx, address, 0)
			return err
		case "pause", "resume":
			return tx.PauseFeed(ctx, address, do == "pause")
		case "remove":
			return tx.RemoveFeed(ctx, address)
		}
		return &problem{status: http.StatusBadRequest, key: "error.form"}
	})
	if err != nil {
		return fmt.Errorf("%s feed %q: %w", do, address, err)
	}
	return nil
}
