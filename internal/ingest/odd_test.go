package ingest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"isnad/internal/store/storetest"
)

// oddText is told by all articles of these tests.
var oddText = strings.Repeat("أعلنت بلدية البرقاء إغلاق جسر الصفصاف أمام الشاحنات حتى ينتهي ترميم أعمدته الشرقية. ", 4)

// Articles without dates, with dates that are none or lie far ahead, the same under ten addresses,
// one alone, more copies of one text than are traced: each has its place, copies are told, and what
// is not traced is counted.
func TestOddArchives(t *testing.T) {
	ahead, none := "2999-12-31T00:00:00Z", ""
	tests := []struct {
		name           string
		dates          []string
		stories        int
		told, untraced int // of the story that has most
	}{
		{"one article", []string{"2026-03-02"}, 1, 1, 0},
		{"without dates", []string{none, none, none}, 1, 3, 0},
		{"dates that are none", []string{"yesterday", "2026-13-45"}, 1, 2, 0},
		{"far ahead", []string{ahead, ahead}, 1, 2, 0},
		{"ten addresses", strings.Split(strings.Repeat("2026-03-02 ", 9)+"2026-03-02", " "), 1, 10, 0},
		{"more than are traced", strings.Split(strings.Repeat("2026-03-02 ", mostTraced+9)+"2026-03-02", " "), 1, mostTraced, 10},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, name string) {
				a := storetest.Open(t, name)
				var b strings.Builder
				for i, date := range x.dates {
					line, err := json.Marshal(map[string]string{"url": fmt.Sprintf("https://news.example/%d", i), "title": "إغلاق جسر الصفصاف", "body": oddText, "outlet": "صدى البرقاء", "published": date})
					if err != nil {
						t.Fatal(err)
					}
					b.Write(append(line, '\n'))
				}
				addText(t, a, b.String())
				all, err := a.Stories(t.Context(), 0, 10)
				if err != nil || len(all) != x.stories {
					t.Fatalf("%d stories, %v", len(all), err)
				}
				got := all[0]
				if len(got.Articles) != x.told || got.Story.Untraced != x.untraced {
					t.Errorf("%d articles and %d that are not traced", len(got.Articles), got.Story.Untraced)
				}
				if x.told > 1 && (len(got.Copies) != 1 || len(got.Copies[0].Articles) != x.told) {
					t.Errorf("copies: %+v", got.Copies)
				}
			})
		})
	}
}
