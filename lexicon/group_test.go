package lexicon

import (
	"slices"
	"testing"

	"isnad/arabic"
)

// The noun of each row is found in its first sentence and not in its second.
func TestGroups(t *testing.T) {
	groups, err := LoadGroups()
	if err != nil {
		t.Fatal(err)
	}
	if len(groups.All) == 0 {
		t.Fatal("no row")
	}
	for _, g := range groups.All {
		has := func(sentence string) bool {
			return slices.ContainsFunc(arabic.Tokenize(nil, sentence), func(tok arabic.Token) bool {
				w, ok := groups.At(&tok)
				return ok && w.Group == g
			})
		}
		if !has(g.Match) {
			t.Errorf("%s is not found in %q", g.Rule(), g.Match)
		}
		if has(g.NoMatch) {
			t.Errorf("%s is found in %q", g.Rule(), g.NoMatch)
		}
	}
}

func TestGroupClitics(t *testing.T) {
	groups, err := LoadGroups()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word            string
		cut             int
		definite, owned bool
	}{
		{"مسلحون", 0, false, false}, {"والمسلحين", 1, true, false}, {"للمتظاهرين", 1, true, false},
		{"بقوات", 1, false, false}, {"وقواته", 1, false, true}, {"حكومتها", 0, false, true},
	} {
		tok := arabic.Tokenize(nil, c.word)[0]
		w, ok := groups.At(&tok)
		if !ok || w.Cut != c.cut || w.Definite != c.definite || w.Owned != c.owned {
			t.Errorf("%s: %+v %v", c.word, w, ok)
		}
	}
}
