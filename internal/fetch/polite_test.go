package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// guest makes a client that may visit loopback and does not wait between requests.
func guest(o Options) *Client {
	o.AllowPrivate, o.UserAgent, o.RobotsName, o.Delay = true, "isnad/test (+https://example.org/contact)", "isnad", -1
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	return New(o)
}

func serve(t *testing.T, handlers map[string]http.HandlerFunc) string {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
}

func TestRobots(t *testing.T) {
	for _, test := range []struct {
		name, robots, path string
		asked, forbidden   bool
	}{
		{name: "forbids all", robots: "User-agent: *\nDisallow: /", path: "/a", forbidden: true},
		{name: "forbids all, but a person asks", robots: "User-agent: *\nDisallow: /", path: "/a", asked: true},
		{name: "forbids a folder", robots: "User-agent: *\nDisallow: /in/", path: "/in/a", forbidden: true},
		{name: "another folder", robots: "User-agent: *\nDisallow: /in/", path: "/a"},
		{name: "forbids a query", robots: "User-agent: *\nDisallow: /*?print=", path: "/a?print=1", forbidden: true},
		{name: "the group of our name", robots: "User-agent: *\nAllow: /\nUser-agent: Isnad\nDisallow: /", path: "/a", forbidden: true},
		{name: "allows inside what it forbids", robots: "User-agent: *\nDisallow: /in/\nAllow: /in/a", path: "/in/a"},
		{name: "lines that mean nothing", robots: "\ufeffhello\nDisallow: /a\nUser-agent: *\nCrawl-delay: soon\nDisallow: /b", path: "/a"},
		{name: "empty", robots: "", path: "/a"},
		{name: "a page in its place", robots: "<!doctype html><html><body>الرئيسية</body></html>", path: "/a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := serve(t, map[string]http.HandlerFunc{"/robots.txt": says(test.robots), "/": says("page")})
			_, err := guest(Options{}).Get(context.Background(), Request{URL: site + test.path, Asked: test.asked})
			_, forbidden := errors.AsType[*ForbiddenError](err)
			if forbidden != test.forbidden || err != nil && !forbidden {
				t.Errorf("error %v, want forbidden %v", err, test.forbidden)
			}
		})
	}
}

func TestRobotsThatCannotBeHad(t *testing.T) {
	for status, allowed := range map[int]bool{404: true, 403: true, 410: true, 500: false, 503: false, 429: false} {
		site := serve(t, map[string]http.HandlerFunc{
			"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) },
			"/":           says("page"),
		})
		_, err := guest(Options{}).Get(context.Background(), Request{URL: site + "/a"})
		if (err == nil) != allowed || err != nil && !strings.Contains(err.Error(), "ask robots.txt: the server answers") {
			t.Errorf("robots.txt answers %d: %v", status, err)
		}
	}
}

// A redirect to another host asks that host's robots.txt as well.
func TestRobotsBehindRedirect(t *testing.T) {
	inner := serve(t, map[string]http.HandlerFunc{"/robots.txt": says("User-agent: *\nDisallow: /"), "/": says("page")})
	outer := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": http.NotFound,
		"/":           func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inner+"/a", http.StatusFound) },
	})
	_, err := guest(Options{}).Get(context.Background(), Request{URL: outer + "/a"})
	if _, ok := errors.AsType[*ForbiddenError](err); !ok {
		t.Errorf("error %v, want one of robots.txt", err)
	}
}

// A crawl-delay longer than the patience is told of, with the time, not waited for.
func TestCrawlDelay(t *testing.T) {
	var visits atomic.Int32
	site := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": says("User-agent: *\nCrawl-delay: 600"),
		"/":           func(http.ResponseWriter, *http.Request) { visits.Add(1) },
	})
	client := guest(Options{Patience: time.Millisecond})
	begin := time.Now()
	_, err := client.Get(context.Background(), Request{URL: site + "/a"})
	busy, ok := errors.AsType[*BusyError](err)
	if !ok || busy.At.Before(begin.Add(599*time.Second)) || busy.Host != "127.0.0.1" {
		t.Errorf("after robots.txt: %v", err)
	}
	// A delay that can be waited for is waited for, robots.txt being a visit too.
	site = serve(t, map[string]http.HandlerFunc{"/robots.txt": says("User-agent: *\nCrawl-delay: 0.05"), "/": says("page")})
	begin = time.Now()
	for range 2 {
		if _, err := guest(Options{}).Get(context.Background(), Request{URL: site + "/a"}); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(begin); took < 2*50*time.Millisecond {
		t.Errorf("three visits of a host with a crawl-delay of 50 ms took %v", took)
	}
	if visits.Load() != 0 {
		t.Errorf("%d visits during the crawl-delay", visits.Load())
	}
}

// However many ask, a host sees one request at a time.
func TestOneAtATime(t *testing.T) {
	var now, most atomic.Int32
	site := serve(t, map[string]http.HandlerFunc{"/robots.txt": http.NotFound, "/": func(w http.ResponseWriter, _ *http.Request) {
		most.Store(max(most.Load(), now.Add(1)))
		time.Sleep(time.Millisecond)
		now.Add(-1)
	}})
	client := guest(Options{})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := client.Get(context.Background(), Request{URL: fmt.Sprint(site, "/", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 {
		t.Errorf("%d requests at a time", most.Load())
	}
}

func TestBusy(t *testing.T) {
	for _, test := range []struct {
		status     int
		retryAfter string
		least      time.Duration
	}{
		{429, "120", 119 * time.Second},
		{503, "", 59 * time.Second},
		{503, time.Now().Add(time.Hour).UTC().Format(http.TimeFormat), 59 * time.Minute},
		{429, "-5", 59 * time.Second},
		{429, "99999999999", 6 * 24 * time.Hour},
	} {
		site := serve(t, map[string]http.HandlerFunc{"/robots.txt": http.NotFound, "/": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", test.retryAfter)
			w.WriteHeader(test.status)
		}})
		client := guest(Options{Patience: time.Millisecond})
		_, err := client.Get(context.Background(), Request{URL: site + "/a"})
		if status, ok := errors.AsType[*StatusError](err); !ok || status.Status != test.status {
			t.Fatalf("%d: %v", test.status, err)
		}
		_, err = client.Get(context.Background(), Request{URL: site + "/b"})
		busy, ok := errors.AsType[*BusyError](err)
		if !ok || time.Until(busy.At) < test.least || time.Until(busy.At) > longestWait {
			t.Errorf("%d with Retry-After %q: the next request gives %v", test.status, test.retryAfter, err)
		}
	}
}

func TestConditional(t *testing.T) {
	const tag, day = `"v1"`, "Tue, 10 Nov 2026 06:00:00 GMT"
	site := serve(t, map[string]http.HandlerFunc{"/robots.txt": http.NotFound, "/": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Last-Modified", day)
		w.Header().Set("Cache-Control", "public, max-age=300")
		if r.Header.Get("If-None-Match") == tag && r.Header.Get("If-Modified-Since") == day {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "page")
	}})
	client := guest(Options{})
	first, err := client.Get(context.Background(), Request{URL: site + "/a"})
	if err != nil || first.Unchanged || string(first.Body) != "page" || first.ETag != tag || first.LastModified != day || first.MaxAge != 5*time.Minute {
		t.Fatalf("%+v, %v", first, err)
	}
	second, err := client.Get(context.Background(), Request{URL: site + "/a", ETag: first.ETag, LastModified: first.LastModified})
	if err != nil || !second.Unchanged || second.Body != nil {
		t.Errorf("%+v, %v", second, err)
	}
}

func TestMoved(t *testing.T) {
	to := func(status int, path string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, path, status) }
	}
	site := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": http.NotFound, "/new": says("page"), "/old": to(301, "/older"), "/older": to(308, "/new"),
		"/today": to(302, "/old"), "/blank": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(302) },
		"/inside": to(301, "gopher://example.org/"),
	})
	for path, moved := range map[string]bool{"/new": false, "/old": true, "/today": false} {
		page, err := guest(Options{}).Get(context.Background(), Request{URL: site + path})
		if err != nil || page.URL != site+"/new" || page.Moved != moved {
			t.Errorf("%s: %+v, %v", path, page, err)
		}
	}
	for path, want := range map[string]string{"/blank": "the server answers 302 Found", "/inside": `not a web address: scheme "gopher"`} {
		if _, err := guest(Options{}).Get(context.Background(), Request{URL: site + path}); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPacked(t *testing.T) {
	bomb := packed(t, make([]byte, 8<<20))
	send := func(encoding string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", encoding)
			_, _ = w.Write(body)
		}
	}
	good := packed(t, []byte("page"))
	site := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": http.NotFound, "/good": send("gzip", good), "/bomb": send("gzip", bomb), "/cut": send("gzip", good[:len(good)-6]),
		"/not": send("gzip", []byte(strings.Repeat("page", 10))), "/br": send("br", []byte("page")),
	})
	for path, want := range map[string]string{
		"/good": "", "/bomb": "read answer: it unpacks to more than any page does", "/cut": "read answer: unexpected EOF",
		"/not": "gunzip answer: gzip: invalid header", "/br": `the answer is packed as "br", which was not asked for`,
	} {
		page, err := guest(Options{}).Get(context.Background(), Request{URL: site + path})
		if want == "" && (err != nil || string(page.Body) != "page") || want != "" && (err == nil || err.Error() != want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}

// A body that does not end is cut off at the size, one that stops coming at the time
// between two bytes, one that drips on at the whole time.
func TestEndless(t *testing.T) {
	drip := func(every time.Duration) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
				select {
				case <-time.After(every):
				case <-r.Context().Done():
				}
			}
		}
	}
	site := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": http.NotFound, "/drip": drip(time.Millisecond), "/stop": drip(time.Hour),
		"/endless": func(w http.ResponseWriter, _ *http.Request) {
			for block := make([]byte, 64<<10); ; {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		},
	})
	const long = time.Minute
	for _, test := range []struct {
		path, want string
		Options
	}{
		{"/drip", "no full answer within 200ms", Options{Timeout: 200 * time.Millisecond, Idle: long}},
		{"/stop", "nothing came for 100ms", Options{Timeout: long, Idle: 100 * time.Millisecond}},
		{"/endless", "the page is longer than 1048576 bytes", Options{Timeout: long, MaxBytes: 1 << 20}},
	} {
		if _, err := guest(test.Options).Get(context.Background(), Request{URL: site + test.path}); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.path, err, test.want)
		}
	}
}

// The table of hosts stays bounded, and who waits is not forgotten.
func TestForgetsHosts(t *testing.T) {
	c := guest(Options{})
	waiting := c.host(&url.URL{Scheme: "https", Host: "waiting.example"})
	<-waiting.turn
	for i := range mostHosts + 10 {
		c.host(&url.URL{Scheme: "https", Host: fmt.Sprint(i, ".example")})
	}
	if len(c.hosts) > mostHosts || c.host(&url.URL{Scheme: "https", Host: "WAITING.example"}) != waiting {
		t.Errorf("%d hosts", len(c.hosts))
	}
}

// No robots.txt is refused whole or makes the reader fall over.
func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a$\nCrawl-delay: 1e9\n", "/a")
	f.Add("\xff\x00:\nuser-agent:\nallow: ((", "/")
	f.Fuzz(func(t *testing.T, text, path string) {
		group, err := robotsGroup([]byte(text), "isnad")
		if err != nil {
			t.Fatal(err)
		}
		group.Test(path)
	})
}
