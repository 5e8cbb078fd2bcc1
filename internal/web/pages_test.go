package web

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"isnad/extract"
	"isnad/internal/demo"
	"isnad/internal/ingest"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// shown are the pages that every test over all pages looks at.
var shown = []struct{ name, path string }{
	{"today", "/"},
	{"story", "/story/story-visit"},
	{"story-toll", "/story/story-toll"},
	{"case", "/story/story-visit/case/case-troops"},
	{"case-copies", "/story/story-grain/case/case-grain"},
	{"article", "/article/{visit-02}?show=claims&show=quantities&show=actors&show=times&show=events"},
	{"article-copy", "/article/{visit-05}"},
	{"search", "/search?q=" + url.QueryEscape("عسكري أجنبي")},
	{"search-empty", "/search"},
	{"figures", "/figures"},
	{"sources", "/sources"},
	{"source", "/source/" + url.PathEscape("صحيفة الميناء")},
	{"actor", "/actor/" + url.PathEscape("بيلاروسيا")},
	{"pair", "/actors/" + url.PathEscape("ليبيا") + "/" + url.PathEscape("بيلاروسيا")},
	{"pair-none", "/actors/" + url.PathEscape("ليبيا") + "/" + url.PathEscape("هدى العريبي")},
	{"actors", "/actors"},
	{"actor-person", "/actor/" + url.PathEscape("مروان الشيباني")},
	{"feeds", "/feeds"},
	{"judgements", "/judgements"},
	{"about", "/about"},
	{"api", "/api"},
	{"missing", "/story/no-such-story"},
}

// demoServer is a server over the demo's archive.
func demoServer(t *testing.T) *httptest.Server {
	t.Helper()
	return serve(t, demoOptions(t))
}

// demoOptions are an archive of the demo in a real database, and its traces.
func demoOptions(t *testing.T) Options {
	t.Helper()
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	a := storetest.Open(t, storetest.SQLite(t))
	traces, err := demo.Fill(t.Context(), a, reader.Analyze)
	if err != nil {
		t.Fatal(err)
	}
	if err := ingest.JoinActors(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return Options{Archive: a, Traces: Hold(traces), Explain: reader.AnalyzeExplained, Version: "isnad (test)"}
}

// idOf is the identifier that an article of the demo has in an archive.
func idOf(t *testing.T, name string) string {
	t.Helper()
	articles, err := demo.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if a.ID == name {
			return store.ArticleID(&a)
		}
	}
	t.Fatalf("the demo has no article %s", name)
	return ""
}

func serve(t *testing.T, o Options) *httptest.Server {
	t.Helper()
	server, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(server)
	t.Cleanup(s.Close)
	return s
}

// Every page, in both languages, themes and widths, is accessible, fits its window,
// and asks nobody else for anything.
func TestPagesInBrowser(t *testing.T) {
	o := demoOptions(t)
	putFeeds(t, o.Archive)
	s := serve(t, o)
	for _, page := range shown {
		t.Run(page.name, func(t *testing.T) {
			t.Parallel()
			tb := open(t, s)
			path := page.path
			if before, rest, ok := strings.Cut(path, "{"); ok {
				name, after, _ := strings.Cut(rest, "}")
				path = before + idOf(t, name) + after
			}
			for _, l := range looks() {
				name := fmt.Sprintf("%s-%s-%s-%d", page.name, l.lang, l.theme, l.width)
				tb.look(l)
				tb.visit("/" + l.lang + path)
				if l.width < 2560 {
					tb.accessible()
				}
				tb.fits(name)
				if body := eval[string](tb, "document.body.innerText"); strings.ContainsAny(body, "⟨⟩") {
					t.Errorf("%s lacks a translation", name)
				}
				tb.keep(name)
				if t.Failed() {
					t.Fatalf("at %s", name)
				}
			}
			if page.name == "missing" {
				tb.problems = nil // the browser's log tells of the status
			}
			tb.clean()
		})
	}
}

// Where one signs in is a page like the others.
func TestSignInInBrowser(t *testing.T) {
	s, _ := guarded(t)
	tb := open(t, s)
	for _, l := range looks() {
		tb.look(l)
		tb.visit("/" + l.lang + "/sign-in")
		tb.fits("sign-in")
		tb.accessible()
		tb.keep(fmt.Sprintf("sign-in-%s-%s-%d", l.lang, l.theme, l.width))
	}
	tb.clean()
}

// What was done is a page like the others, for whoever runs the archive.
func TestAuditInBrowser(t *testing.T) {
	s, _ := guarded(t)
	tb := open(t, s)
	tb.visit("/en/sign-in")
	tb.do(chromedp.SendKeys("input[name=name]", "سلمى"), chromedp.SendKeys("input[name=password]", secretWord), chromedp.Click(".sign-in button"), chromedp.WaitVisible(".out button"))
	for _, l := range looks() {
		tb.look(l)
		tb.visit("/" + l.lang + "/audit")
		if rows := eval[int](tb, "document.querySelectorAll('tbody tr').length"); rows == 0 {
			t.Error("nothing was done")
		}
		tb.fits("audit")
		tb.accessible()
		tb.keep(fmt.Sprintf("audit-%s-%s-%d", l.lang, l.theme, l.width))
	}
	tb.clean()
}
