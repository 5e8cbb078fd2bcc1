package tagger

import (
	"testing"

	"isnad"
	"isnad/arabic"
)

// Where a name begins within its first word hangs on what stands before it, and on how
// usual the name is that would be left.
func TestCut(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text  string
		first int
		kind  isnad.EntityType
		want  int // letters
	}{
		{"ولاية لوغون", 1, isnad.LOC, 1}, // nothing tells that the ل is the name's
		{"في لوغون", 1, isnad.LOC, 0},    // but behind a preposition
		{"قرب وادان", 1, isnad.GPE, 0},
		{"أشار إليه وسام", 2, isnad.PER, 0},
		{"وفاز فاركو", 1, isnad.PER, 0}, // a name that few bear is left
		{"فمحمد", 0, isnad.PER, 1},
		{"لمحمد", 0, isnad.PER, 1},
		{"ومحمد", 0, isnad.PER, 1},
	} {
		toks := arabic.Tokenize(nil, c.text)
		e := m.cut(toks, Entity{First: c.first, End: c.first + 1, Type: c.kind})
		if e.Cut != c.want {
			t.Errorf("%s: %d letters, want %d", c.text, e.Cut, c.want)
		}
	}
}
