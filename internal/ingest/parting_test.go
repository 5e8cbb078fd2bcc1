package ingest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// tellings are nine articles about one invented thing, each with a detail of its own.
func tellings(of, place string, hour int, details ...string) (lines string) {
	for i, detail := range details {
		lines += fmt.Sprintf(`{"id":"%s%d","title":"%s %s","body":"%s %s قرب %s، وقال شهود إن %s لم يصب.","outlet":"صحيفة %s","published":"2026-03-02T%02d:%02d:00Z"}`+"\n",
			place, i, of, place, of, place, detail, detail, detail, hour, i)
	}
	return lines
}

// What an archive holds as one story though it tells two things parts with the next article. Both
// stories tell so, and the articles and names lead to the right one.
func TestAStoryOfTheArchiveParts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		addText(t, a, tellings("انهيار منارة عتيقة", "العرفاء", 6, "السور", "المئذنة", "الجسر", "البئر", "المخزن", "الطاحونة", "المرسى", "البستان", "الخان")+
			tellings("هجرة طيور الكركي", "السبخة", 7, "القصب", "الزورق", "الشباك", "العدسة", "التلة", "الينبوع", "السحاب", "الفجر", "الحقل"))
		var grown store.Story
		two := storedStories(t, a)
		if len(two) != 2 {
			t.Fatalf("%d stories", len(two))
		}
		grown = two[0]
		grown.Articles += two[1].Articles
		grown.State = bytes.Join([][]byte{two[0].State, two[1].State}, nil)
		tracing, err := a.Tracing(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Update(t.Context(), func(tx *store.Tx) error {
			return tx.Place(t.Context(), store.Placement{After: tracing.Last, Tracing: tracing, Stories: []store.Story{grown}, Merged: map[int64]int64{two[1].First: two[0].First}})
		}); err != nil {
			t.Fatal(err)
		}
		addText(t, a, `{"id":"n","title":"هجرة طيور الكركي السبخة","body":"هجرة طيور الكركي السبخة بدأت، وقال شهود إن الصيادين غابوا.","outlet":"مرصد الأنهار","published":"2026-03-02T09:00:00Z"}`+"\n")
		after, err := a.Stories(t.Context(), 0, 10)
		if err != nil || len(after) != 2 {
			t.Fatalf("%d stories after, %v", len(after), err)
		}
		for _, story := range after {
			p := story.Story.Partings
			if len(p) != 1 || p[0].From != two[0].ID || p[0].ID != two[1].ID || p[0].At == "" {
				t.Fatalf("%s: %+v", story.Story.ID, p)
			}
			if !strings.Contains(strings.Join(p[0].Words, " "), "طيور") || !strings.Contains(strings.Join(p[0].Stayed, " "), "منارة") || !strings.HasPrefix(p[0].Title, "هجرة") {
				t.Errorf("%+v", p[0])
			}
			want := map[string]int{two[0].ID: 9, two[1].ID: 10}[story.Story.ID]
			if len(story.Articles) != want {
				t.Errorf("%s has %d articles, want %d", story.Story.ID, len(story.Articles), want)
			}
		}
		for _, s := range two {
			if got, err := a.Trace(t.Context(), s.ID); err != nil || got.Story.ID != s.ID {
				t.Errorf("%s leads to %+v, %v", s.ID, got, err)
			}
		}
	})
}

// storedStories are the stories as they are kept, the earlier first.
func storedStories(t *testing.T, a *store.Archive) []store.Story {
	t.Helper()
	all, err := a.Stories(t.Context(), 0, 10)
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	from, to := all[0].Articles[0].Published, all[0].Articles[0].Published
	for _, s := range all {
		for _, x := range s.Articles {
			from, to = min(from, x.Published), max(to, x.Published)
		}
	}
	kept, err := a.StoriesBetween(t.Context(), instantOf(t, from), instantOf(t, to))
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(kept, func(x, y store.Story) int { return x.Began.Compare(y.Began) })
	return kept
}

func instantOf(t *testing.T, published string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, published)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
