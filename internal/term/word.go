// Package term makes the terms that articles and claims are found by: which form of a word
// stands in the index, so that a word typed in any spelling, with or without its article and
// clitics, is found, and another word is not. Both database engines keep the same terms, and
// what is asked for is turned into terms by the same functions.
//
// # Terms
//
// A word gives its host, folded (arabic.Hosts), behind a + where it has the article: both
// «للوزير» and «والوزير» give +وزير. Where a word has several readings, the first is its place
// among the others, for phrases, and each other reading is added as a term without place,
// behind ~. A stem that is not the host itself is added behind =. Words of a field have its
// prefix, as in s:رويترز for a source. A term never holds a blank or an ASCII capital.
package term

import (
	"strings"

	"isnad/arabic"
	"isnad/internal/recent"
)

// Word is what a word is found by.
type Word struct {
	Host     string   // without article and clitics, folded
	Definite bool     // it has the article
	Others   []string // hosts of the other readings
	Stem     string

	placed string   // the term that it has among the others of its text
	loose  []string // the terms without place
}

// longest is the most bytes of a word that are told from others: PostgreSQL takes 2,046.
const longest = 200

var words = recent.New[Word](1 << 16)

// Of gives the terms of a token that is no sign.
func Of(t *arabic.Token) Word {
	if t.Kind != arabic.Word {
		n := short(strings.ReplaceAll(t.Norm, ",", ""))
		return Word{Host: n, Stem: n, placed: n}
	}
	known, place := words.Get(t.Text)
	if known != nil {
		return *known
	}
	var w Word
	for i, h := range arabic.Hosts(nil, t.Text) {
		if i == 0 {
			w = Word{Host: short(h.Word), Definite: h.Definite, Stem: short(h.Stem)}
		} else {
			w.Others = append(w.Others, short(h.Word))
		}
	}
	w.placed = w.Host
	if w.Definite {
		w.placed = "+" + w.Host
	}
	for _, o := range w.Others {
		w.loose = append(w.loose, "~"+o)
	}
	if w.Stem != w.Host {
		w.loose = append(w.loose, "="+w.Stem)
	}
	place.Put(t.Text, w)
	return w
}

func short(s string) string {
	if len(s) <= longest {
		return s
	}
	return strings.ToValidUTF8(s[:longest], "")
}
