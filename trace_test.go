package isnad_test

import (
	"testing"

	"isnad"
)

// What is new is what was told on the last day in UTC, each text once.
func TestFresh(t *testing.T) {
	for _, c := range []struct {
		name   string
		last   string
		times  []string
		copies []isnad.Copies
		want   int
	}{
		{"days by UTC", "2026-05-10T01:00:00+03:00", []string{"2026-05-09T10:00:00Z", "2026-05-10T01:00:00+03:00", "2026-05-08"}, nil, 2},
		{"a copy is nothing new", "2026-05-10", []string{"2026-05-10", "2026-05-10"}, []isnad.Copies{{Articles: []string{"a", "b"}, Kind: isnad.WholeCopy}}, 1},
		{"shared passages are no copy", "2026-05-10", []string{"2026-05-10", "2026-05-10"}, []isnad.Copies{{Articles: []string{"a", "b"}, Kind: isnad.PassagesCopy}}, 2},
		{"no time", "", []string{""}, nil, 0},
	} {
		trace := isnad.Trace{Story: isnad.Story{Last: c.last}, Copies: c.copies}
		for i, told := range c.times {
			trace.Articles = append(trace.Articles, isnad.StoryArticle{ID: string(rune('a' + i)), Published: told})
		}
		if got := trace.Fresh(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
