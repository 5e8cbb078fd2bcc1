//go:build unix

package web

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"isnad/internal/store"
)

// How the load test asks: so many users, each of whom reads a page for one to three seconds
// before the next.
const (
	loadUsers   = 20
	loadTime    = 3 * time.Minute
	loadStories = 400
	loadAlone   = 40 // pages of a kind that are asked one after the other
)

// TestLoad measures how long pages take while many ask at once. ISNAD_LOAD names an archive
// whose stories are traced; docs/performance.md says what came of it. Nothing is asserted
// about time: the figures are for people.
func TestLoad(t *testing.T) {
	file := os.Getenv("ISNAD_LOAD")
	if file == "" {
		t.Skip("ISNAD_LOAD names no archive to ask")
	}
	a, err := store.Open(t.Context(), file, store.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s := serve(t, Options{Archive: a, Traces: a})
	pages := loadPages(t, a)
	for _, kind := range slices.Sorted(maps.Keys(pages)) {
		t.Logf("%-10s takes %6v of processor time, asked one after the other", kind, alone(t, s, pages[kind]))
	}
	load := &load{took: make(map[string][]time.Duration)}
	var users sync.WaitGroup
	for end := time.Now().Add(loadTime); load.users < loadUsers; load.users++ {
		users.Go(func() { load.walk(s, pages, end) })
	}
	users.Wait()
	for _, kind := range slices.Sorted(maps.Keys(load.took)) {
		took := load.took[kind]
		slices.Sort(took)
		at := func(percent int) time.Duration { return took[len(took)*percent/100].Round(time.Millisecond) }
		t.Logf("%-10s asked %4d  median %6v  95th %6v  99th %6v  longest %6v", kind, len(took), at(50), at(95), at(99), took[len(took)-1].Round(time.Millisecond))
	}
	for _, problem := range load.problems {
		t.Error(problem)
	}
}

// alone is the processor time that a page takes, asking included, where nobody else asks.
func alone(t *testing.T, s *httptest.Server, paths []string) time.Duration {
	t.Helper()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	begun := used()
	for range loadAlone {
		r, err := http.Get(s.URL + paths[rand.IntN(len(paths))])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
	}
	return (used() - begun) / loadAlone
}

// load is what users met with.
type load struct {
	mutex    sync.Mutex
	users    int
	took     map[string][]time.Duration // by kind of page
	problems []string
}

// walk asks for pages of any kind until the end.
func (l *load) walk(s *httptest.Server, pages map[string][]string, end time.Time) {
	kinds := slices.Sorted(maps.Keys(pages))
	for time.Now().Before(end) {
		kind := kinds[rand.IntN(len(kinds))]
		path := pages[kind][rand.IntN(len(pages[kind]))]
		begun := time.Now()
		r, err := http.Get(s.URL + path)
		if err == nil {
			_, err = io.Copy(io.Discard, r.Body)
			r.Body.Close()
		}
		took := time.Since(begun)
		l.mutex.Lock()
		l.took[kind] = append(l.took[kind], took)
		if err != nil {
			l.problems = append(l.problems, err.Error())
		} else if r.StatusCode != http.StatusOK {
			l.problems = append(l.problems, fmt.Sprintf("%s answers %s", path, r.Status))
		}
		l.mutex.Unlock()
		time.Sleep(time.Second + rand.N(2*time.Second))
	}
}

// loadPages are addresses of each kind of page: of the newest stories and of what is named
// in them, the often named as often as they are.
func loadPages(t *testing.T, a *store.Archive) map[string][]string {
	t.Helper()
	pages := map[string][]string{
		"today": {"/ar/", "/en/", "/ar/?skip=20"}, "figures": {"/ar/figures", "/en/figures?q=" + url.QueryEscape("قتيل")},
		"sources": {"/ar/sources"}, "about": {"/ar/about"}, "actors": {"/ar/actors", "/ar/actors?q=" + url.QueryEscape("عبدالله")}, "feeds": {"/ar/feeds"}, "judgements": {"/ar/judgements"},
	}
	add := func(kind string, path ...string) { pages[kind] = append(pages[kind], "/ar"+pathOf(path...)) }
	outlets, err := a.Outlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outlets {
		add("source", "source", o.Name)
	}
	traces, err := a.StoriesByDay(t.Context(), 0, loadStories)
	if err != nil {
		t.Fatal(err)
	}
	for _, story := range traces {
		add("story", "story", story.Story.ID)
		for _, c := range story.Cases {
			add("case", "story", story.Story.ID, "case", c.ID)
		}
		first := story.Articles[0]
		add("article", "article", first.ID)
		for word := range strings.FieldsSeq(first.Title) {
			pages["search"] = append(pages["search"], "/ar/search?"+queryOf("q", strings.Trim(word, `"():«»،.`)))
		}
		named, err := (&archive{store: a}).actorsNamedIn(t.Context(), first.ID)
		if err != nil {
			t.Fatal(err)
		}
		before := ""
		for _, id := range slices.Sorted(maps.Values(named)) {
			if add("actor", "actor", id); before != "" && before != id { // two names may be of one actor
				add("pair", "actors", id, before)
			}
			before = id
		}
	}
	return pages
}
