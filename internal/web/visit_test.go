package web

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/extract"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// focused is what has the focus, in words.
const focused = `(() => { const e = document.activeElement; return (e.getAttribute("aria-label") || e.innerText || e.value || e.tagName).trim(); })()`

// From the head of a case to the article of its first telling, by key alone.
func TestCaseByKeyboard(t *testing.T) {
	tb := open(t, demoServer(t))
	tb.look(look{"en", "light", 1440})
	tb.visit("/en/story/story-visit/case/case-troops")
	tb.do(chromedp.KeyEvent(kb.Tab))
	if got := eval[string](tb, focused); got != "Skip to content" {
		t.Fatalf("the first stop is %q", got)
	}
	tb.do(chromedp.KeyEvent(kb.Enter))
	telling := ""
	for range 12 {
		tb.do(chromedp.KeyEvent(kb.Tab))
		if got := eval[string](tb, focused); strings.Contains(got, "شبكة المسار") && strings.Contains(got, "10 May") {
			telling = got
			break
		}
	}
	if telling == "" {
		t.Fatal("no telling of the graph can be reached")
	}
	if !strings.Contains(telling, "مسؤولان أمنيان") {
		t.Errorf("the telling is called %q, without its origin", telling)
	}
	tb.do(chromedp.KeyEvent(kb.Enter))
	if got := eval[string](tb, "location.hash"); got != "#m1" {
		t.Fatalf("the telling leads to %q", got)
	}
	for range 6 {
		tb.do(chromedp.KeyEvent(kb.Tab))
		if eval[string](tb, focused) == "To the sentence" {
			tb.do(chromedp.KeyEvent(kb.Enter))
			break
		}
	}
	tb.do(chromedp.WaitVisible(".note[open]"))
	if got := eval[string](tb, "location.pathname + location.hash"); !strings.HasPrefix(got, "/en/article/"+idOf(t, "visit-02")+"#claim-") {
		t.Errorf("the sentence is at %q", got)
	}
	tb.clean()
}

// The graph of a case grows and shrinks by button and by key, and is whole again.
func TestGraphZooms(t *testing.T) {
	tb := open(t, demoServer(t))
	tb.look(look{"ar", "light", 1440})
	tb.visit("/ar/story/story-visit/case/case-troops")
	const width = `Math.round(document.querySelector(".graph svg").getBoundingClientRect().width)`
	whole := eval[int](tb, width)
	tb.do(chromedp.Click(`[data-zoom="in"]`))
	if got := eval[int](tb, width); got <= whole {
		t.Errorf("enlarged from %d to %d", whole, got)
	}
	tb.accessible()
	tb.do(chromedp.Focus(".graph"), chromedp.KeyEvent("-"), chromedp.KeyEvent("-"))
	if got := eval[int](tb, width); got >= whole {
		t.Errorf("shrunk from %d to %d", whole, got)
	}
	tb.do(chromedp.KeyEvent("0"))
	if got := eval[int](tb, width); got != whole {
		t.Errorf("whole again at %d, not %d", got, whole)
	}
	if over := eval[int](tb, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
		t.Errorf("the page is %d px wider than its window", over)
	}
	tb.clean()
}

// A reading is called wrong by one click, listed, and taken back.
func TestJudgementInBrowser(t *testing.T) {
	tb := open(t, demoServer(t))
	tb.visit("/en/article/" + idOf(t, "visit-02") + "#claim-3")
	tb.do(chromedp.Click(`#claim-3 button[value="wrong"]`), chromedp.WaitVisible("#claim-3 .judge .warns"))
	tb.visit("/en/judgements")
	if got := eval[string](tb, `document.querySelector(".members").innerText`); !strings.Contains(got, "called wrong") || !strings.Contains(got, "لا يقل عن 1800") {
		t.Errorf("the judgement is listed as %q", got)
	}
	tb.accessible()
	tb.do(chromedp.Click(".members form button"), chromedp.WaitVisible(".members .tag:nth-of-type(3)"))
	tb.visit("/en/article/" + idOf(t, "visit-02") + "#claim-3")
	if !eval[bool](tb, `document.querySelector('#claim-3 button[value="wrong"]') !== null`) {
		t.Error("what was taken back still stands")
	}
	tb.clean()
}

// What an article holds can neither run, nor turn what stands around it, nor make the
// page too large.
func TestHostileArticle(t *testing.T) {
	const marker = "window.broken=true"
	hostile := isnad.Article{
		ID:     `x"><script>` + marker + `</script>`,
		Title:  "<img src=x onerror=" + marker + ">\u202eعنوان\u2066",
		Body:   `قال "><script>` + marker + `</script> إن {{.}} ` + "\u202e" + ` «العدد 1800» ` + "\u0000\u0007" + "\n" + strings.Repeat("قال الوزير إن العدد 1800. <b onclick="+marker+">\n", 90_000),
		Outlet: `<svg onload=` + marker + `>`, URL: "javascript:" + marker, Published: "2026-05-10",
	}
	if len(hostile.Body) < 5_000_000 {
		t.Fatalf("the body has only %d bytes", len(hostile.Body))
	}
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	a := storetest.Open(t, storetest.SQLite(t))
	err = a.Update(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.Put(t.Context(), []*store.Draft{store.NewDraft(&hostile, nil)})
		if err != nil {
			return err
		}
		analysed, err := store.NewAnalysed(kept[0].Number, kept[0].Version, reader.Analyze(&hostile))
		if err != nil {
			return err
		}
		return tx.PutAnalyses(t.Context(), "test", []*store.Analysed{analysed})
	})
	if err != nil {
		t.Fatal(err)
	}
	tb := open(t, serve(t, Options{Archive: a, Traces: Hold(nil)}))
	for _, path := range []string{pathOf("article", store.ArticleID(&hostile)), pathOf("source", hostile.Outlet), pathOf("search") + "?q=1800"} {
		tb.visit("/ar" + path)
		if !eval[bool](tb, "window.broken === undefined && document.querySelectorAll('main script, main img, [onerror], [onload], [onclick], a[href^=javascript]').length === 0") {
			t.Errorf("%s runs what an article holds", path)
		}
		if eval[bool](tb, `/[\u202a-\u202e\u2066-\u2069\u0000\u0007]/.test(document.documentElement.textContent)`) {
			t.Errorf("%s lets an article turn its direction", path)
		}
		if size := eval[int](tb, "document.documentElement.outerHTML.length"); size > 4_000_000 {
			t.Errorf("%s is %d characters long", path, size)
		}
		if title := eval[string](tb, "document.title"); strings.Contains(title, "\u202e") {
			t.Errorf("%s has the title %q", path, title)
		}
	}
	tb.clean()
}

// The first page weighs little: a reader may be on a poor line.
func TestFirstPageIsLight(t *testing.T) {
	tb := open(t, demoServer(t))
	for _, lang := range languages {
		tb.look(look{lang, "light", 1440})
		tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			return err
		}))
		tb.visit("/" + lang + "/")
		size := eval[int](tb, `document.fonts.ready.then(() => [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")].reduce((n, e) => n + e.transferSize, 0))`)
		t.Logf("%s: %d bytes", lang, size)
		if size > 150_000 || size < 10_000 {
			t.Errorf("the first page in %s weighs %d bytes", lang, size)
		}
	}
}
