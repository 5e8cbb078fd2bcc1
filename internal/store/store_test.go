package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

func news(id, url, title, body string) *isnad.Article {
	return &isnad.Article{ID: id, URL: url, Title: title, Body: body, Outlet: "صدى", Published: "2026-03-14", Language: "ar"}
}

func put(t *testing.T, a *store.Archive, drafts ...*store.Draft) []store.Kept {
	t.Helper()
	var kept []store.Kept
	err := a.Update(t.Context(), func(tx *store.Tx) (err error) {
		kept, err = tx.Put(t.Context(), drafts)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func draft(a *isnad.Article) *store.Draft {
	return store.NewDraft(a, &store.Document{Address: a.URL, Media: "text/html", Bytes: []byte("<p>" + a.Body)})
}

func TestPutAndGet(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		x := news("7", "https://example.org/1", "عودة الميناء", "قال الوالي إن الميناء يعود.\nانتهى")
		x.Author, x.Modified, x.Fetched = "سعاد", "2026-03-14T09:00:00Z", "2026-03-14T10:00:00Z"
		if got, want := put(t, a, draft(x)), (store.Kept{Number: 1, Version: 1, Change: store.Added}); got[0] != want {
			t.Fatalf("put gives %+v, want %+v", got[0], want)
		}
		got, err := a.Article(t.Context(), store.ArticleID(x))
		if err != nil {
			t.Fatal(err)
		}
		want := *x
		want.ID = store.ArticleID(x)
		if got.Article != want || got.SourceID != "7" || got.Version != 1 || got.Number != 1 {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if day := time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC); !got.Time.Equal(day) {
			t.Errorf("its place in time is %v, want %v", got.Time, day)
		}
		if _, err := a.Article(t.Context(), "nothing"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("an article that is not there: %v", err)
		}
	})
}

func TestChangedTextIsAVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		first := news("7", "https://example.org/1", "عودة", "النص الأول")
		second := news("8", "http://www.example.org/1/#top", "عودة الميناء", "النص الثاني")
		kept := put(t, a, draft(first), draft(second), draft(first), draft(second))
		want := []store.Kept{{1, 1, store.Added}, {1, 2, store.Changed}, {1, 2, store.Same}, {1, 2, store.Same}}
		if !reflect.DeepEqual(kept, want) {
			t.Errorf("put gives %+v, want %+v", kept, want)
		}
		if kept := put(t, a, draft(first)); kept[0] != want[3] {
			t.Errorf("an older text is put again: %+v", kept[0])
		}
		fresh, err := a.Fresh(t.Context(), []*store.Draft{draft(first), draft(second), draft(news("9", "", "جديد", "نص"))})
		if err != nil || len(fresh) != 1 || fresh[0].Article.ID != "9" {
			t.Errorf("fresh are %d drafts (%v), want one", len(fresh), err)
		}
		got, err := a.Article(t.Context(), store.ArticleID(first))
		if err != nil || got.Title != second.Title || got.Body != second.Body || got.Version != 2 {
			t.Errorf("the latest version is %+v, %v", got, err)
		}
		versions, err := a.Versions(t.Context(), got.ID)
		if err != nil || len(versions) != 2 || versions[0].Body != first.Body || versions[1].Title != second.Title {
			t.Fatalf("versions: %+v, %v", versions, err)
		}
		for _, v := range versions {
			d, err := a.Document(t.Context(), v.Document)
			if err != nil || string(d.Bytes) != "<p>"+v.Body {
				t.Errorf("document of version %d: %+v, %v", v.Version, d, err)
			}
		}
	})
}

func TestWalk(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		var drafts []*store.Draft
		const n = 1203 // three pages
		for i := range n {
			x := news(fmt.Sprint(i), "", fmt.Sprintf("خبر %d", i), fmt.Sprintf("نص %d", i))
			x.Published = time.Date(2026, 1, 1+i%100, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			x.Outlet = []string{"صدى", "الساحل"}[i%2]
			drafts = append(drafts, store.NewDraft(x, nil))
		}
		put(t, a, drafts...)
		day := func(i int) time.Time { return time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC) }
		for _, c := range []struct {
			name  string
			r     store.Range
			count int
			first int64
		}{
			{"all", store.Range{}, n, 1},
			{"newest number first", store.Range{Newest: true}, n, n},
			{"by time", store.Range{ByTime: true}, n, 1},
			{"newest first", store.Range{ByTime: true, Newest: true}, n, 1200},
			{"after", store.Range{After: 1000}, 203, 1001},
			{"limited", store.Range{Limit: 700}, 700, 1},
			{"an outlet", store.Range{Outlet: "الساحل"}, 601, 2},
			{"no outlet of that name", store.Range{Outlet: "لا أحد"}, 0, 0},
			{"days", store.Range{Since: day(10), Until: day(12), ByTime: true}, 24, 11},
		} {
			var numbers []int64
			for x, err := range a.Articles(t.Context(), c.r) {
				if err != nil {
					t.Fatal(err)
				}
				if want := fmt.Sprintf("نص %s", x.SourceID); x.Body != want {
					t.Fatalf("article %d has text %q", x.Number, x.Body)
				}
				numbers = append(numbers, x.Number)
			}
			if len(numbers) != c.count || c.count > 0 && numbers[0] != c.first {
				t.Errorf("%s: %d articles, the first %v; want %d, %d", c.name, len(numbers), numbers[:min(1, len(numbers))], c.count, c.first)
			}
			var heads []int64
			for x, err := range a.Heads(t.Context(), c.r) {
				if err != nil {
					t.Fatal(err)
				}
				heads = append(heads, x.Number)
			}
			if !reflect.DeepEqual(heads, numbers) {
				t.Errorf("%s: heads and articles are not the same", c.name)
			}
		}
		outlets, err := a.Outlets(t.Context())
		if err != nil || len(outlets) != 2 || outlets[0].Articles+outlets[1].Articles != n {
			t.Errorf("outlets: %+v, %v", outlets, err)
		}
	})
}

func TestAnalyses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		x := news("1", "", "عودة", "قال الوالي إن الميناء يعود")
		put(t, a, store.NewDraft(x, nil))
		id := store.ArticleID(x)
		if _, err := a.Reading(t.Context(), id); !errors.Is(err, store.ErrNotAnalysed) {
			t.Errorf("before it is analysed: %v", err)
		}
		for _, act := range []isnad.Act{isnad.Say, isnad.Deny} {
			y := *x
			y.ID = id
			analysis := &isnad.Analysis{Article: y, Text: y.Text(), Claims: []isnad.Claim{{ID: "c1", Act: act, Content: []isnad.Span{{Start: 3, End: 9}}}}}
			analysed, err := store.NewAnalysed(1, 1, analysis)
			if err != nil {
				t.Fatal(err)
			}
			err = a.Update(t.Context(), func(tx *store.Tx) error {
				return tx.PutAnalyses(t.Context(), "test", []*store.Analysed{analysed})
			})
			if err != nil {
				t.Fatal(err)
			}
			got, err := a.Reading(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got.Analysis, analysis) || got.Extractor != "test" {
				t.Errorf("got %+v, want %+v", got.Analysis, analysis)
			}
		}
		var walked int
		for r, err := range a.Analyses(t.Context(), store.Range{}) {
			if err != nil {
				t.Fatal(err)
			}
			walked += len(r.Analysis.Claims)
		}
		if walked != 1 {
			t.Errorf("walked over %d claims, want 1", walked)
		}
	})
}

func TestUpdateIsAllOrNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		failed := errors.New("failed")
		err := a.Update(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Put(t.Context(), []*store.Draft{store.NewDraft(news("1", "", "أ", "ب"), nil)}); err != nil {
				return err
			}
			return failed
		})
		if !errors.Is(err, failed) {
			t.Fatal(err)
		}
		for range a.Heads(context.Background(), store.Range{}) {
			t.Error("something was kept")
		}
	})
}
