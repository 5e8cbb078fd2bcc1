package web

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// What a later version of an article changed is shown against the one before.
func TestVersions(t *testing.T) {
	a := storetest.Open(t, storetest.SQLite(t))
	article := isnad.Article{Title: "عودة الميناء", Body: "قال الوالي إن الميناء يعود غدا.\nانتهى", Outlet: "صدى", URL: "https://sada.example/1", Published: "2026-05-10"}
	for _, body := range []string{article.Body, "قال الوالي إن الميناء قد يعود بعد غد.\nانتهى"} {
		article.Body = body
		err := a.Update(t.Context(), func(tx *store.Tx) error {
			kept, err := tx.Put(t.Context(), []*store.Draft{store.NewDraft(&article, nil)})
			if err != nil {
				return err
			}
			read, err := store.NewAnalysed(kept[0].Number, kept[0].Version, &isnad.Analysis{Article: article, Text: article.Text()})
			if err != nil {
				return err
			}
			return tx.PutAnalyses(t.Context(), "test", []*store.Analysed{read})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	s := serve(t, Options{Archive: a, Traces: Hold(nil)})
	id := store.ArticleID(&article)
	for path, wants := range map[string][]string{
		"/en/article/" + id:               {"2 versions"},
		"/en/article/" + id + "/versions": {"Version 2", "Version 1", "<mark>قد</mark>", "<mark>بعد</mark>", "غدا."},
	} {
		r, err := http.Get(s.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s lacks %q", path, want)
			}
		}
	}
	tb := open(t, s)
	for _, l := range looks() {
		tb.look(l)
		tb.visit("/" + l.lang + "/article/" + id + "/versions")
		tb.fits("versions")
		tb.accessible()
		tb.keep(fmt.Sprintf("versions-%s-%s-%d", l.lang, l.theme, l.width))
	}
	tb.clean()
}
