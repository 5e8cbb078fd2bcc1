package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"isnad/internal/store"
)

// putFeeds adds a feed that is well, one that fails, and one that is paused.
func putFeeds(t *testing.T, a *store.Archive) {
	t.Helper()
	for i, address := range []string{"https://one.example/feed.xml", "https://two.example/خبر?صفحة=1", "https://three.example/sitemap.xml"} {
		err := a.Update(t.Context(), func(tx *store.Tx) error {
			_, err := tx.AddFeed(t.Context(), address, 0)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		feeds, err := a.Feeds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range feeds {
			if f.Address != address {
				continue
			}
			f.Title, f.Tried, f.Paused = "موجز "+address, time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC), i == 2
			f.Fetched = f.Tried
			if i == 1 {
				f.Failures, f.Error = 3, "the host does not answer"
			}
			if err := a.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveFeed(t.Context(), f) }); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Whoever runs the archive adds, pauses, resumes and removes feeds; others see them.
func TestFeeds(t *testing.T) {
	s, a := guarded(t)
	admin, _, _ := signIn(t, s, "سلمى", secretWord)
	analyst, _, _ := signIn(t, s, "ليلى", secretWord)
	const address = "https://news.example/rss"
	form := func(do, address string) url.Values { return url.Values{"do": {do}, "address": {address}} }
	if status, _ := post(t, analyst, s.URL+"/en/feeds", form("add", address)); status != http.StatusForbidden {
		t.Errorf("an analyst adds a feed: %d", status)
	}
	for _, step := range []struct {
		do, address string
		want        int
		shows       string
	}{
		{"add", address, http.StatusOK, "not fetched yet"},
		{"pause", address, http.StatusOK, "paused"},
		{"resume", address, http.StatusOK, "not fetched yet"},
		{"remove", address, http.StatusOK, "No feeds yet"},
		{"remove", address, http.StatusNotFound, ""},
		{"add", "javascript:alert(1)", http.StatusBadRequest, "no address"},
		{"add", "file:///etc/passwd", http.StatusBadRequest, "no address"},
		{"burn", address, http.StatusBadRequest, ""},
	} {
		status, text := post(t, admin, s.URL+"/en/feeds", form(step.do, step.address))
		if status != step.want || !strings.Contains(text, step.shows) {
			t.Errorf("%s %s: %d, shows %q: %v", step.do, step.address, status, step.shows, strings.Contains(text, step.shows))
		}
	}
	deeds, err := a.Deeds(t.Context(), 0, 10)
	if err != nil || len(deeds) == 0 || deeds[0].Action != "feed: remove" || deeds[0].Detail != address || deeds[0].Account != "سلمى" {
		t.Errorf("recorded are %+v: %v", deeds, err)
	}
}
