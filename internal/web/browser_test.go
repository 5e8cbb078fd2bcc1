package web

import (
	"context"
	_ "embed"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/axe/axe.min.js
var axe string

// browser is one real browser for all tests of the package.
var browser = sync.OnceValues(func() (context.Context, error) {
	if !installed() {
		return nil, fmt.Errorf("no chromium is installed")
	}
	ctx, _ := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.NoSandbox), chromedp.WithErrorf(func(string, ...any) {}))
	return ctx, chromedp.Do(ctx)
})

func installed() bool {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}

func TestMain(m *testing.M) {
	code := m.Run()
	if ctx, err := browser(); err == nil {
		chromedp.Cancel(ctx)
	}
	os.Exit(code)
}

// tab is a page in the browser, and what went wrong in it.
type tab struct {
	context.Context
	t    *testing.T
	host string

	mutex    sync.Mutex
	problems []string
}

// open opens a tab on a server. The test is skipped where no browser is installed, and
// fails under CI.
func open(t *testing.T, s *httptest.Server) *tab {
	t.Helper()
	ctx, err := browser()
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("a browser is needed: %v", err)
		}
		t.Skipf("a browser is needed: %v", err)
	}
	tb := &tab{t: t, host: strings.TrimPrefix(s.URL, "http://")}
	inner, cancel := chromedp.NewContext(ctx, chromedp.WithListener(tb.listen))
	t.Cleanup(cancel)
	if err := chromedp.Do(inner); err != nil {
		t.Fatal(err)
	}
	limited, stop := context.WithTimeout(inner, 2*time.Minute)
	t.Cleanup(stop)
	tb.Context = limited
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, log.Enable, struct{}{})
		return err
	}))
	return tb
}

// listen notes console errors, exceptions, refused policy, and requests to elsewhere.
func (tb *tab) listen(event any) {
	note := ""
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			note = fmt.Sprintf("console: %s", e.Args[0].Value)
		}
	case *runtime.EventExceptionThrown:
		note = "exception: " + e.ExceptionDetails.Text
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" {
			note = "log: " + e.Entry.Text
		}
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "http://"+tb.host+"/") && !strings.HasPrefix(e.Request.URL, "data:") {
			note = "asks elsewhere: " + e.Request.URL
		}
	}
	if note != "" {
		tb.mutex.Lock()
		defer tb.mutex.Unlock()
		tb.problems = append(tb.problems, note)
	}
}

func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb, steps...); err != nil {
		tb.t.Fatal(err)
	}
}

func (tb *tab) visit(path string) {
	tb.t.Helper()
	tb.do(chromedp.Navigate("http://" + tb.host + path))
}

// eval is the value of an expression in the page.
func eval[T any](tb *tab, expression string) T {
	tb.t.Helper()
	v, err := chromedp.Run(tb, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.t.Fatalf("%.80s: %v", expression, err)
	}
	return v
}

// clean fails for whatever went wrong since the tab was opened.
func (tb *tab) clean() {
	tb.t.Helper()
	tb.mutex.Lock()
	defer tb.mutex.Unlock()
	for _, p := range tb.problems {
		tb.t.Error(p)
	}
	tb.problems = nil
}

// accessible fails for what axe finds against WCAG 2.2 A and AA.
func (tb *tab) accessible() {
	tb.t.Helper()
	found := eval[[]string](tb, axe+`;axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) => r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.html.slice(0, 200) + " – " + n.failureSummary.replace(/\s+/g, " ").slice(0, 300))))`)
	for _, f := range found {
		tb.t.Error(f)
	}
}

// fits fails where a page is wider than its window.
func (tb *tab) fits(name string) {
	tb.t.Helper()
	if over := eval[int](tb, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
		widest := eval[string](tb, `[...document.querySelectorAll("body *")].filter((e) => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1; }).slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" | ")`)
		tb.t.Errorf("%s is %d px wider than its window: %s", name, over, widest)
	}
}

// looks are the ways in which every page is looked at.
type look struct {
	lang, theme string
	width       int64
}

func looks() (all []look) {
	for _, lang := range languages {
		for _, theme := range []string{"light", "dark"} {
			for _, width := range []int64{360, 1440, 2560} {
				all = append(all, look{lang, theme, width})
			}
		}
	}
	return all
}

func (tb *tab) look(l look) {
	tb.t.Helper()
	tb.do(chromedp.EmulateViewport(l.width, 900), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.theme}},
		})
		return err
	}))
}

// keep keeps a picture of the page where ISNAD_PICTURES names a directory.
func (tb *tab) keep(name string) {
	tb.t.Helper()
	dir := os.Getenv("ISNAD_PICTURES")
	if dir == "" {
		return
	}
	eval[bool](tb, "(scrollTo(0, 0), true)")
	picture, err := chromedp.Run(tb, chromedp.FullScreenshot(100))
	if err != nil {
		tb.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		tb.t.Fatal(err)
	}
}
