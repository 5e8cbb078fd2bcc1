package watch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// site is a news site over real HTTP. What it answers can be changed while it runs.
type site struct {
	url       string
	mu        sync.Mutex
	pages     map[string]http.HandlerFunc
	visits    map[string]int
	now, most int // requests at a time
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: make(map[string]http.HandlerFunc), visits: make(map[string]int)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.visits[r.URL.Path]++
		page := s.pages[r.URL.Path]
		s.now++
		s.most = max(s.most, s.now)
		s.mu.Unlock()
		defer func() {
			s.mu.Lock()
			s.now--
			s.mu.Unlock()
		}()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *site) handle(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

func (s *site) say(path, contentType, text string) {
	s.handle(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		fmt.Fprint(w, text)
	})
}

// seen is how often a path was asked for.
func (s *site) seen(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.visits[path]
}

// total is how many requests there were.
func (s *site) total() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, visits := range s.visits {
		n += visits
	}
	return n
}

// together is how many requests were answered at a time at most.
func (s *site) together() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.most
}

// article says an article, whose text the word is in.
func (s *site) article(path, word string) {
	paragraph := "قال رئيس البلدية في مؤتمر صحفي إن أعمال الصيانة في " + word + " تنتهي قبل نهاية الشهر، وإن حركة السير تعود إلى ما كانت عليه في الأسبوع الذي يليه."
	s.say(path, "text/html; charset=utf-8", `<!doctype html><html lang="ar"><head><title>رئيس البلدية: `+word+` يفتح قريبا</title>`+
		`<meta property="article:published_time" content="2026-05-10T06:00:00Z"><link rel="canonical" href="`+s.url+path+`"></head><body><article><h1>رئيس البلدية: `+word+` يفتح قريبا</h1>`+
		"<p>"+paragraph+"</p><p>وأضاف أن "+paragraph+"</p></article></body></html>")
}

// feed says a feed of items, each made by item.
func (s *site) feed(path string, items ...string) {
	s.say(path, "application/rss+xml", `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة المرفأ</title>`+
		strings.Join(items, "")+`</channel></rss>`)
}

// item is an item of a feed with an address.
func item(path, title string) string {
	return fmt.Sprintf("<item><guid>%s</guid><link>%s</link><title>%s</title></item>", path, path, title)
}
