package lexicon

import (
	"slices"
	"strconv"
	"testing"

	"isnad/arabic"
)

// An index holds what a map of slices would, also where it had to grow, and gives the
// words in the order in which they came.
func TestIndex(t *testing.T) {
	for _, room := range []int{0, 3, 5000} {
		var x index[int]
		if x.of("كلمة") != nil {
			t.Fatal("an empty index finds a word")
		}
		if room > 0 {
			x.grow(room)
		}
		want, order := map[string][]int{}, []string(nil)
		for i := range 3000 {
			word := strconv.Itoa(i * i % 1009)
			if want[word] == nil {
				order = append(order, word)
			}
			want[word] = append(want[word], i)
			x.add(x.at(word), i)
		}
		for word, list := range want {
			if have := x.of(word); !slices.Equal(have, list) {
				t.Errorf("room %d: %s leads to %v, want %v", room, word, have, list)
			}
		}
		var came []string
		x.each(func(word string) { came = append(came, word) })
		if !slices.Equal(came, order) {
			t.Errorf("room %d: the words come as %v, want %v", room, came, order)
		}
		if x.of("كلمة") != nil {
			t.Errorf("room %d: finds a word that was not entered", room)
		}
	}
}

// However a form is cut into words, it is as the text is cut.
func TestWordsAsTokenized(t *testing.T) {
	forms := []string{"", " ", "وزير", "وزير الخارجية", " وزير  الخارجية ", "bbc عربي", "bbcعربي", "عربيbbc", "بي.بي.سي",
		"ميغ - 29", "f16", "an nahar", "an-nahar", "وَزِيرٌ", "قال، نعم", "،", "é", "قـال إن", "٢٤ ساعة", "فرانس 24", "\u200fقال"}
	for _, list := range []string{"media", "countries", "sources"} {
		columns := map[string]int{"media": mediaColumns, "countries": countryColumns, "sources": sourceColumns}[list]
		rows, err := Table(list, columns)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			forms = append(forms, row.Fields...)
		}
	}
	for _, form := range forms {
		norm := arabic.Fold(form)
		if isOneWord(norm) { // also of signs alone, which no list has
			continue
		}
		var want []string
		for _, tok := range arabic.Tokenize(nil, norm) {
			want = append(want, tok.Norm)
		}
		if have := splitWords(norm); !slices.Equal(have, want) {
			t.Errorf("%q is cut into %q, want %q", form, have, want)
		}
	}
}
