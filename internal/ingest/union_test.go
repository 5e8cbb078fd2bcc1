package ingest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// parts are invented articles: two that tell of one happening in other words, and two that have
// the words of both.
var parts = []string{
	`{"id":"1","title":"غرق العبارة نسيم","body":"غرقت العبارة نسيم قبالة شاطئ المرجان وعلى متنها ستون راكبا، وانتشل غواصون حطامها.","outlet":"صدى البرقاء","published":"2026-03-02T06:00:00Z"}
{"id":"2","title":"خفر السواحل يبحث عن مفقودين","body":"يبحث خفر السواحل بالمروحيات عن عشرة مفقودين بعد عاصفة ضربت خليج الدانة، ونصبت خيمة لذويهم.","outlet":"أخبار الوادي","published":"2026-03-02T07:00:00Z"}
`,
	`{"id":"3","title":"غرق العبارة نسيم وخفر السواحل يبحث عن مفقودين","body":"غرقت العبارة نسيم قبالة شاطئ المرجان وانتشل غواصون حطامها، فيما يبحث خفر السواحل بالمروحيات عن عشرة مفقودين بعد عاصفة ضربت خليج الدانة.","outlet":"مرصد الساحل","published":"2026-03-02T09:00:00Z"}
{"id":"4","title":"خفر السواحل يبحث عن مفقودي العبارة نسيم","body":"يبحث خفر السواحل بالمروحيات عن مفقودين بعد غرق العبارة نسيم قبالة شاطئ المرجان في عاصفة ضربت خليج الدانة، وانتشل غواصون حطامها.","outlet":"صدى البرقاء","published":"2026-03-02T10:00:00Z"}
`}

func addText(t *testing.T, a *store.Archive, lines string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "told.jsonl")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := addTo(t.Context(), a, file); err != nil {
		t.Fatal(err)
	}
	traced(t, a)
}

// Where an article shows two stories to be one, the archive tells which, with which article and by
// what words, and the name of the one that is gone leads to the other.
func TestStoriesBecomeOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		addText(t, a, parts[0])
		before, err := a.Stories(t.Context(), 0, 10)
		if err != nil || len(before) != 2 {
			t.Fatalf("%d stories before, %v", len(before), err)
		}
		addText(t, a, parts[1])
		after, err := a.Stories(t.Context(), 0, 10)
		if err != nil || len(after) != 1 || len(after[0].Articles) != 4 {
			t.Fatalf("%+v after, %v", after, err)
		}
		one := after[0]
		if len(one.Story.Unions) != 1 {
			t.Fatalf("unions: %+v", one.Story.Unions)
		}
		u := one.Story.Unions[0]
		tells := func(x isnad.StoryArticle) bool { return x.ID == u.Article }
		i := slices.IndexFunc(one.Articles, tells)
		if i < 2 || u.At == "" || u.Title != "خفر السواحل يبحث عن مفقودين" || !strings.Contains(strings.Join(u.Words, " "), "السواحل") {
			t.Errorf("article %d; %+v", i, u)
		}
		for _, story := range before {
			got, err := a.Trace(t.Context(), story.Story.ID)
			if err != nil || got.Story.ID != one.Story.ID {
				t.Errorf("%s leads to %+v, %v", story.Story.ID, got, err)
			}
		}
		if list, err := a.Summaries(t.Context(), 2, 0, 10); err != nil || len(list) != 1 || list[0].Articles != 4 || len(list[0].Outlets) != 3 || len(list[0].Unions) != 1 {
			t.Errorf("listed as %+v, %v", list, err)
		}
		for least, want := range map[int]int{2: 1, 5: 0} {
			if n, err := a.CountSummaries(t.Context(), least); err != nil || n != want {
				t.Errorf("%d stories of %d articles or more, %v", n, least, err)
			}
		}
	})
}
