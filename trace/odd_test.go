package trace

import (
	"fmt"
	"strings"
	"testing"

	"isnad"
)

// oddText is told by all articles of these tests.
var oddText = strings.Repeat("أعلنت بلدية البرقاء إغلاق جسر الصفصاف أمام الشاحنات حتى ينتهي ترميم أعمدته الشرقية. ", 4)

func oddArticle(id, published string) *isnad.Analysis {
	a := isnad.Article{ID: id, Outlet: "صدى " + id, Title: "إغلاق جسر الصفصاف", Body: oddText, Published: published}
	return &isnad.Analysis{Article: a, Text: a.Text()}
}

// Articles without dates, with dates that are none or lie far ahead, the same text under ten
// addresses, one article alone, none: each stands in one story, and copies are told.
func TestOddArchives(t *testing.T) {
	tests := []struct {
		name    string
		dates   []string
		stories int
		copied  int // articles in the group of copies
		last    string
	}{
		{"none", nil, 0, 0, ""},
		{"one article", []string{"2026-03-02"}, 1, 0, "2026-03-02"},
		{"one without a date", []string{""}, 1, 0, ""},
		{"none has a date", []string{"", "", ""}, 1, 3, ""},
		{"dates that are none", []string{"yesterday", "2026-13-45", "\x00"}, 1, 3, ""},
		{"ten addresses", strings.Split(strings.Repeat("2026-03-02 ", 9)+"2026-03-02", " "), 1, 10, "2026-03-02"},
		{"far ahead", []string{"9999-12-31", "9999-12-31"}, 1, 2, "9999-12-31"},
	}
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range tests {
		var read []*isnad.Analysis
		for i, date := range x.dates {
			read = append(read, oddArticle(fmt.Sprint(i), date))
		}
		stories, _ := Group(read)
		if len(stories) != x.stories {
			t.Errorf("%s: %d stories, want %d", x.name, len(stories), x.stories)
			continue
		}
		placed := 0
		for _, g := range stories {
			placed += len(g.Articles)
			docs := make([]*Document, len(g.Articles))
			for i, a := range g.Articles {
				docs[i] = NewDocument(a)
			}
			got := tracer.Story(g.ID, docs, Around{})
			copied := 0
			for _, c := range got.Copies {
				copied = max(copied, len(c.Articles))
			}
			if copied != x.copied || got.Story.Last != x.last {
				t.Errorf("%s: %d are copies, last on %q; want %d, %q", x.name, copied, got.Story.Last, x.copied, x.last)
			}
		}
		if placed != len(x.dates) {
			t.Errorf("%s: %d of %d articles are placed", x.name, placed, len(x.dates))
		}
	}
}

// Very many copies of one text are one story, and grouping them costs no more for each than for a
// few.
func TestManyCopiesAreOneStory(t *testing.T) {
	n := 5000
	var read []*isnad.Analysis
	for i := range n {
		read = append(read, oddArticle(fmt.Sprint(i), "2026-03-02"))
	}
	if stories, _ := Group(read); len(stories) != 1 || len(stories[0].Articles) != n {
		t.Errorf("%d stories", len(stories))
	}
}
