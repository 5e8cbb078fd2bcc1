package tagger

import (
	"testing"

	"isnad"
	"isnad/arabic"
)

func TestPersonEndsBeforeAddressee(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text string
		want int // words of the name
	}{
		{"كمال نصر للصحيفة", 2},
		{"كمال للقناة الأولى", 1},
		{"كمال نصر الله", 3},
	} {
		toks := arabic.Tokenize(nil, c.text)
		e := m.untitle(toks, Entity{End: len(toks), Type: isnad.PER})
		if e.End-e.First != c.want {
			t.Errorf("%s: %d words, want %d", c.text, e.End-e.First, c.want)
		}
	}
}
