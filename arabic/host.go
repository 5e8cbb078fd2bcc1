package arabic

import (
	"cmp"
	"slices"

	"isnad/arabic/internal/affix"
)

// Host is a word without what is written on to it: the conjunctions, prepositions and
// pronouns of Segment, and the article.
type Host struct {
	Word     string // folded; of مدرستهم it is مدرسه, with the ending that it has alone
	Stem     string // see Stem
	Definite bool   // it has the article
}

// Hosts appends the hosts of the readings of a word, as Readings gives and orders them, each
// once. The first is the host of Segment; where the word is sure there is only one.
func Hosts(dst []Host, word string) []Host {
	var w affix.Word
	if !w.Spell(word) {
		folded := Fold(word)
		return append(dst, Host{Word: folded, Stem: folded})
	}
	best := clitics().Decide(&w)
	first := len(dst)
	dst = append(dst, hostIn(&w, best))
	for _, d := range otherDecisions(&w, best) {
		if h := hostIn(&w, d); !slices.ContainsFunc(dst[first:], func(o Host) bool { return o.Word == h.Word }) {
			dst = append(dst, h)
		}
	}
	return dst
}

// hostIn is the host of a cut word.
func hostIn(w *affix.Word, d affix.Decision) Host {
	s := stemming()
	h := hostOf(w, d, s)
	return Host{string(h.appendFolded(nil)), string(s.stem(h).appendFolded(nil)), h.article}
}

// otherDecisions are the cuts besides the best that a reader would think of, by falling
// probability; none where the best is sure.
func otherDecisions(w *affix.Word, best affix.Decision) (others []affix.Decision) {
	if best.Sure {
		return nil
	}
	clitics().Each(w, func(c affix.Cut, p float64, _ []uint16) {
		if p >= probable && c != best.Cut {
			others = append(others, affix.Decision{Cut: c, P: p})
		}
	})
	slices.SortStableFunc(others, func(a, b affix.Decision) int { return cmp.Compare(b.P, a.P) })
	return others
}
