package lexicon

import (
	"slices"
	"testing"

	"isnad/arabic"
)

// Each row of uses.tsv has a word that stands in its first sentence, and none that stands in
// its second.
func TestUses(t *testing.T) {
	rows, err := Table("uses", 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		var words []string
		for _, word := range row.List(1) {
			words = append(words, arabic.Fold(word))
		}
		if w := wordIn(words, row.Fields[2]); w == "" {
			t.Error(row.Errorf("%q has no word of %q", row.Fields[2], row.Fields[0]))
		}
		if w := wordIn(words, row.Fields[3]); w != "" {
			t.Error(row.Errorf("%q has %q, a word of %q", row.Fields[3], w, row.Fields[0]))
		}
	}
}

// wordIn gives the first of the words that stands in a sentence, "" if none does.
func wordIn(words []string, sentence string) string {
	for _, tok := range arabic.Tokenize(nil, sentence) {
		if slices.Contains(words, tok.Norm) {
			return tok.Norm
		}
	}
	return ""
}

// Every use has a name, and words that it is of.
func TestUsesAreOfWords(t *testing.T) {
	f, err := LoadFunctions()
	if err != nil {
		t.Fatal(err)
	}
	for use, name := range useNames {
		if name == "" {
			t.Errorf("use %d has no name", use)
			continue
		}
		found := false
		for _, of := range f.uses {
			found = found || of.Has(Use(use))
		}
		if !found {
			t.Errorf("no word is of use %q", name)
		}
	}
}
