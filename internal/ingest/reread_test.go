package ingest

import (
	"fmt"
	"path/filepath"
	"testing"

	"isnad"
	"isnad/extract"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// What an older reader made of some bytes is mended by reading them again: as a new version,
// under the same identifier, and once.
func TestReread(t *testing.T) {
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	line := func(id, body string) *store.Document {
		return &store.Document{Address: "old.jsonl", Media: "application/x-ndjson", Bytes: fmt.Appendf(nil, `{"id":%q,"title":"خبر","body":%q}`, id, body)}
	}
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		drafts := []*store.Draft{
			store.NewDraft(&isnad.Article{ID: "1", Title: "خبر", Body: "قال الوزير إن العدد 12.", Language: "ar"}, line("1", "قال الوزير إن العدد 12.")),
			store.NewDraft(&isnad.Article{ID: "2", Title: "خبر", Body: "قال الوزير إن العدد", Language: "ar"}, line("2", "قال الوزير إن العدد 14.")),
			store.NewDraft(&isnad.Article{ID: "3", Title: "عنوان أعطي", Body: "قال الوزير نعم.", Language: "ar"}, &store.Document{Media: "text/plain", Bytes: []byte("قال الوزير نعم.")}),
			store.NewDraft(&isnad.Article{ID: "4", Title: "خبر", Body: "نص", Language: "ar"}, &store.Document{Media: "application/json", Bytes: []byte("{")}),
			store.NewDraft(&isnad.Article{ID: "5", Title: "بلا بايتات", Body: "نص", Language: "ar"}, nil),
		}
		if err := a.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Put(t.Context(), drafts); return err }); err != nil {
			t.Fatal(err)
		}
		for i, want := range []Reread{{Articles: 4, Changed: 1, Lost: 1}, {Articles: 4, Lost: 1}} {
			crew, ctx, err := Start(t.Context(), a, reader, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := crew.Reread(ctx, func(Reread) {})
			if err == nil {
				err = crew.Wait(ctx, func(int) {})
			}
			if stop := crew.Stop(); err != nil || stop != nil || got != want {
				t.Errorf("time %d: %+v, %v, %v; want %+v", i+1, got, err, stop, want)
			}
		}
		versions, err := a.Versions(t.Context(), drafts[1].ID)
		if err != nil || len(versions) != 2 || versions[1].Body != "قال الوزير إن العدد 14." {
			t.Errorf("%+v, %v", versions, err)
		}
		if r, err := a.Reading(t.Context(), drafts[1].ID); err != nil || len(r.Analysis.Claims) != 1 {
			t.Errorf("the new text was not analysed: %+v, %v", r, err)
		}
	})
}

// What this program itself has read is the same when it reads it again.
func TestRereadChangesNothing(t *testing.T) {
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	a := storetest.Open(t, storetest.SQLite(t))
	if _, err := addTo(t.Context(), a, filepath.Join("..", "..", "examples")); err != nil {
		t.Fatal(err)
	}
	crew, ctx, err := Start(t.Context(), a, reader, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := crew.Stop(); err != nil {
			t.Error(err)
		}
	}()
	if got, err := crew.Reread(ctx, func(Reread) {}); err != nil || got.Articles < 10 || got.Changed+got.Lost != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}
