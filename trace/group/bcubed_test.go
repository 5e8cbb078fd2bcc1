package group

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// heldBack are the judged great stories that no constant was chosen on.
var heldBack = []string{"suez", "nileboat"}

// tellJudgedStories tells how well eleven articles of each of some great happenings are kept together and
// apart, by B-cubed (Bagga and Baldwin 1998), given the story of each article of the corpus.
func tellJudgedStories(t *testing.T, in map[string]int64) {
	t.Helper()
	data, err := os.ReadFile("../../internal/eval/testdata/stories.great.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	halves := [2]map[string]string{{}, {}} // article → judged story
	for line := range strings.Lines(string(data)) {
		var s struct {
			ID       string
			Articles []struct{ ID string }
		}
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		half := 0
		if slices.Contains(heldBack, s.ID) {
			half = 1
		}
		for _, a := range s.Articles {
			halves[half][a.ID] = s.ID
		}
	}
	for i, name := range []string{"looked at", "held back"} {
		p, r := bcubed(halves[i], in)
		t.Logf("great stories, %s: B-cubed %.2f (%.2f, %.2f) of %d articles", name, 2*p*r/(p+r), p, r, len(halves[i]))
	}
}

// bcubed compares where articles are with the story that each was judged to tell: precision and recall.
func bcubed(judged map[string]string, in map[string]int64) (p, r float64) {
	for a, story := range judged {
		var here, theirs, both float64
		for b, other := range judged {
			if in[a] == in[b] {
				here++
			}
			if story == other {
				theirs++
			}
			if in[a] == in[b] && story == other {
				both++
			}
		}
		p += both / here / float64(len(judged))
		r += both / theirs / float64(len(judged))
	}
	return p, r
}
