package web

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// The pictures of the README: docs/pictures/make sets the directory.
func TestPictures(t *testing.T) {
	dir := os.Getenv("ISNAD_README_PICTURES")
	if dir == "" {
		t.Skip("ISNAD_README_PICTURES names no directory to put pictures into")
	}
	tb := open(t, demoServer(t))
	for _, p := range []struct {
		name, path string
		look       look
		high       int64
	}{
		{"case", "/ar/story/story-visit/case/case-troops", look{"ar", "light", 1180}, 760},
		{"story", "/en/story/story-visit", look{"en", "light", 1180}, 900},
		{"article", "/ar/article/" + idOf(t, "visit-03") + "#claim-3", look{"ar", "dark", 1180}, 760},
	} {
		tb.look(p.look)
		tb.do(chromedp.EmulateViewport(p.look.width, p.high))
		tb.visit(p.path)
		eval[bool](tb, "(scrollTo(0, 0), document.fonts.ready.then(() => true))")
		picture, err := chromedp.Run(tb, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, p.name+".png"), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
