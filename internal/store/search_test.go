package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/query"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// searched are the articles that searches are tried on; the first has number 1.
func searched() []*isnad.Analysis {
	article := func(published, outlet, title, body string, claims ...isnad.Claim) *isnad.Analysis {
		a := &isnad.Analysis{Article: isnad.Article{ID: title, Title: title, Body: body, Outlet: outlet, Published: published}}
		a.Text = a.Article.Text()
		for i := range claims {
			claims[i].ID = "c" + string(rune('1'+i))
		}
		a.Claims = claims
		return a
	}
	says := func(act isnad.Act, sources ...isnad.Link) isnad.Claim {
		return isnad.Claim{Act: act, Certainty: isnad.Certain, Mode: isnad.Indirect, Sources: sources}
	}
	minister := isnad.Link{Name: "وزير الخارجية", Kind: isnad.Person}
	hidden := isnad.Link{Name: "مصادر مطلعة", Kind: isnad.Unnamed}
	all := []*isnad.Analysis{
		article("2026-03-01T08:00:00Z", "صدى الساحل", "زيارة السعودية", "قال وزير الخارجية إن الزيارة للسعودية نجحت.", says(isnad.Say, minister)),
		article("2026-03-02T08:00:00Z", "صدى الساحل", "حريق", "نفى وزير خارجية الجار وجود مدارس مغلقة\nوبالسعودية مدرستان.", says(isnad.Deny, minister, hidden)),
		article("2026-03-03T08:00:00Z", "عين الجبل", "أسعار القمح", "ارتفع سعر القمح في سوق المدينة إلى 1500 ليرة."),
		article("2026-03-04", "عين الجبل", "مدينه بلا ماء", "السعوديون وحدهم؟ لا! فمدينتهم بلا ماء."),
		article("2025-12-31T23:59:00Z", "نبأ F-16", "طائرات F-16", "O'Brien قال \\ إن 1,500 جندي «وصلوا»."),
	}
	span := func(a *isnad.Analysis, text string) isnad.Span {
		i := strings.Index(a.Text, text)
		return isnad.Span{Start: i, End: i + len(text)}
	}
	all[0].Claims[0].Content = []isnad.Span{span(all[0], "الزيارة للسعودية نجحت")}
	all[1].Claims[0].Content = []isnad.Span{span(all[1], "وجود مدارس مغلقة")}
	bound := func(v float64) isnad.Bound { return isnad.Bound{Value: v, Set: true} }
	all[2].Quantities = []isnad.Quantity{{ID: "q1", Min: bound(1500), Max: bound(1500)}}
	all[1].Quantities = []isnad.Quantity{{ID: "q1", Min: bound(2), Max: bound(2), Claim: "c1"}}
	all[1].Claims[0].Quantities = []string{"q1"}
	all[0].Entities = []isnad.Entity{{ID: "e1", Type: isnad.GPE, Name: "السعودية", NameLatin: "Saudi Arabia"}}
	all[0].Mentions = []isnad.Mention{{Span: span(all[0], "للسعودية"), Entity: "e1"}}
	return all
}

// fill puts articles with their analyses into an archive.
func fill(t testing.TB, a *store.Archive, all []*isnad.Analysis) {
	t.Helper()
	drafts := make([]*store.Draft, len(all))
	for i, x := range all {
		drafts[i] = store.NewDraft(&x.Article, nil)
	}
	err := a.Update(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.Put(t.Context(), drafts)
		if err != nil {
			return err
		}
		analysed := make([]*store.Analysed, len(all))
		for i, x := range all {
			if analysed[i], err = store.NewAnalysed(kept[i].Number, kept[i].Version, x); err != nil {
				return err
			}
		}
		return tx.PutAnalyses(t.Context(), "test", analysed)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func asked(t testing.TB, text string) *query.Query {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func numbers(h *store.Hits) (all []int64) {
	for _, x := range h.Hits {
		all = append(all, x.Article.Number)
	}
	return all
}

func TestSearch(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		fill(t, a, searched())
		fill(t, a, searched()) // what is analysed again is not found twice
		for _, c := range []struct {
			query string
			want  []int64
		}{
			{"", []int64{4, 3, 2, 1, 5}},
			{"السعودية", []int64{2, 1}},
			{"سعوديه", []int64{2, 1}},
			{"وبالسعوديّة", []int64{2, 1}},
			{`"السعودية"`, []int64{2, 1}},
			{`"سعودية"`, nil},
			{"مدينة", []int64{4, 3}},
			{"مدينه", []int64{4, 3}},
			{`"وزير الخارجية"`, []int64{1}},
			{`"وزير خارجية"`, []int64{2}},
			{`"مغلقة وبالسعودية"`, nil}, // not over the end of a line
			{"وزير خارجية", []int64{2, 1}},
			{"مدرسة", []int64(nil)},
			{"~مدرسة", []int64{2}},
			{"F-16", []int64{5}},
			{"1500", []int64{3, 5}},
			{"O'Brien", []int64{5}},
			{"السعودية -مدارس", []int64{1}},
			{"-السعودية", []int64{4, 3, 5}},
			{"القمح أو مدارس", []int64{3, 2}},
			{"القمح OR NOT (ماء OR وزير)", []int64{3, 5}},
			{"title:السعودية", []int64{1}},
			{"outlet:«عين الجبل»", []int64{4, 3}},
			{"outlet:عين -ماء", []int64{3}},
			{"source:وزير", []int64{2, 1}},
			{"source:مصادر", []int64{2}},
			{"actor:السعودية", []int64{1}},
			{"place:Saudi", []int64{1}},
			{"act:deny", []int64{2}},
			{"act:(deny OR say)", []int64{2, 1}},
			{"has:unnamed", []int64{2}},
			{"kind:person -has:unnamed", []int64{1}},
			{"has:claim", []int64{2, 1}},
			{"quantity>1000", []int64{3}},
			{"quantity:1..1500", []int64{3, 2}},
			{"quantity<2", nil},
			{"NOT quantity>0 since:2026", []int64{4, 1}},
			{"since:2026-03-03", []int64{4, 3}},
			{"until:2026-03-02", []int64{2, 1, 5}},
			{"until:2025", []int64{5}},
			{"القمح OR (مدارس since:2026-03-02) OR quantity<0", []int64{3, 2}},
			{"in:claims", []int64{2, 1}},
			{"in:claims السعودية", []int64{1}},
			{"in:claims actor:السعودية", []int64{1}},
			{"in:claims act:deny quantity>1", []int64{2}},
			{"in:claims outlet:صدى -source:مصادر", []int64{1}},
			{"in:claims since:2026-03-02", []int64{2}},
			{"in:claims quantity<2", nil},
		} {
			q := asked(t, c.query)
			got, err := a.Search(t.Context(), store.Searching{Query: q})
			if err != nil {
				t.Errorf("%s: %v", c.query, err)
				continue
			}
			if !slices.Equal(numbers(got), c.want) || got.Total != len(c.want) {
				t.Errorf("%s finds %v of %d, want %v", c.query, numbers(got), got.Total, c.want)
			}
			n, err := a.Count(t.Context(), q)
			if err != nil || n != len(c.want) {
				t.Errorf("%s: count %d, %v; want %d", c.query, n, err, len(c.want))
			}
			ranked, err := a.Search(t.Context(), store.Searching{Query: q, Order: store.Relevance})
			if err != nil {
				t.Errorf("%s by relevance: %v", c.query, err)
				continue
			}
			if r, w := slices.Sorted(slices.Values(numbers(ranked))), slices.Sorted(slices.Values(c.want)); !slices.Equal(r, w) {
				t.Errorf("%s by relevance finds %v, want %v", c.query, r, w)
			}
		}
	})
}

func TestSearchMarksTheOriginal(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		fill(t, a, searched())
		for _, c := range []struct {
			query, marks, snippet string
		}{
			{"سعوديه", "وبالسعودية", "وبالسعودية مدرستان."},
			{`"وزير خارجيه" -قمح`, "وزير خارجية", "نفى وزير خارجية الجار وجود مدارس مغلقة"},
			{"in:claims ~مدرسة", "مدارس", "وجود مدارس مغلقة"},
			{"~مدرسة source:وزير", "مدارس مدرستان", "نفى وزير خارجية الجار وجود مدارس مغلقة"},
		} {
			got, err := a.Search(t.Context(), store.Searching{Query: asked(t, c.query), Limit: 1})
			if err != nil || len(got.Hits) != 1 {
				t.Fatalf("%s: %+v, %v", c.query, got, err)
			}
			h := got.Hits[0]
			var marks []string
			for _, s := range h.Marks {
				marks = append(marks, s.In(h.Article.Text()))
			}
			if m := strings.Join(marks, " "); m != c.marks {
				t.Errorf("%s marks %q, want %q", c.query, m, c.marks)
			}
			if s := h.Snippet.In(h.Article.Text()); s != c.snippet {
				t.Errorf("%s has the snippet %q, want %q", c.query, s, c.snippet)
			}
		}
	})
}

func TestSearchPages(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		fill(t, a, searched())
		for _, order := range []store.Order{store.Newest, store.Relevance} {
			s := store.Searching{Query: asked(t, "-قطن"), Limit: 2, Order: order}
			var all []int64
			for range 3 {
				got, err := a.Search(t.Context(), s)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, numbers(got)...)
				s.After = got.Next
			}
			if s.After != "" || len(all) != 5 {
				t.Errorf("order %q: pages hold %v, and then %q", order, all, s.After)
			}
			s.After = "؟"
			if _, err := a.Search(t.Context(), s); !errors.Is(err, store.ErrCursor) {
				t.Errorf("order %q: a page behind nothing: %v", order, err)
			}
		}
		skipped, err := a.Search(t.Context(), store.Searching{Query: asked(t, ""), Skip: 3})
		if err != nil || !slices.Equal(numbers(skipped), []int64{1, 5}) {
			t.Errorf("behind three: %v, %v", numbers(skipped), err)
		}
	})
}

func TestFacets(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		fill(t, a, searched())
		for _, c := range []struct {
			query string
			want  store.Facets
		}{
			{"", store.Facets{
				Outlets: []store.Facet{{"صدى الساحل", 2}, {"عين الجبل", 2}, {"نبأ F-16", 1}},
				Months:  []store.Facet{{"2026-03", 4}, {"2025-12", 1}},
				Sources: []store.Facet{{"مصادر مطلعة", 1}, {"وزير الخارجية", 1}},
				Acts:    []store.Facet{{"deny", 1}, {"say", 1}},
				Of:      5,
			}},
			{"in:claims act:deny", store.Facets{
				Outlets: []store.Facet{{"صدى الساحل", 1}}, Months: []store.Facet{{"2026-03", 1}},
				Sources: []store.Facet{{"مصادر مطلعة", 1}}, Acts: []store.Facet{{"deny", 1}}, Of: 1,
			}},
		} {
			got, err := a.Facets(t.Context(), asked(t, c.query))
			if err != nil {
				t.Fatal(err)
			}
			same := got.Of == c.want.Of && slices.Equal(got.Outlets, c.want.Outlets) && slices.Equal(got.Months, c.want.Months) &&
				slices.Equal(got.Sources, c.want.Sources) && slices.Equal(got.Acts, c.want.Acts)
			if !same {
				t.Errorf("%s: %+v, want %+v", c.query, got, c.want)
			}
		}
	})
}
