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
// once. The first is the host of Segment; where the word is sure there is only one, unless
// it ends in ه and may be careless spelling of one in ة: مدينه is مدينة too.
func Hosts(dst []Host, word string) []Host {
	var w affix.Word
	if !w.Spell(word) {
		folded := Fold(word)
		return append(dst, Host{Word: folded, Stem: folded})
	}
	first := len(dst)
	add := func(h host) {
		if read := h.read(); !slices.ContainsFunc(dst[first:], func(o Host) bool { return o.Word == read.Word }) {
			dst = append(dst, read)
		}
	}
	s, best := stemming(), clitics().Decide(&w)
	h := hostOf(&w, best, s)
	add(h)
	if careless, ok := s.withTehMarbuta(&w, best, h); ok {
		add(careless)
	}
	for _, d := range otherDecisions(&w, best) {
		if h := hostOf(&w, d, s); !h.article || !h.pronoun { // no noun has both
			add(h)
		}
	}
	return dst
}

// read is the host as it is given to others.
func (h host) read() Host {
	return Host{string(h.appendFolded(nil)), string(stemming().stem(h).appendFolded(nil)), h.article}
}

// withTehMarbuta reads a pronoun ه as a teh marbuta whose dots were left out, where the noun
// with it is at least as common as the one without.
func (s *stemmer) withTehMarbuta(w *affix.Word, d affix.Decision, h host) (host, bool) {
	if !h.pronoun || w.Len-d.Cut.Hi != 1 || w.Letters[d.Cut.Hi] != letterAt("ه", 0) {
		return h, false
	}
	g := host{form: h.cut(0, 0, "ة"), article: h.article}
	return g, s.known(g.form) > 0 && s.known(g.form) >= s.known(h.form)
}

// otherDecisions are the cuts besides the best that a reader would think of, by falling
// probability; none where the best is sure. A host that is surely whole by itself is not cut
// behind other clitics either: لحج in ولحج.
func otherDecisions(w *affix.Word, best affix.Decision) (others []affix.Decision) {
	if best.Sure {
		return nil
	}
	// With a pronoun it may be another: بيده is of يد, though بيد is a word.
	whole := best.Cut.Hi == w.Len && clitics().Whole(w.Letters[best.Cut.Lo:best.Cut.Hi])
	clitics().Each(w, func(c affix.Cut, p float64, _ []uint16) {
		within := c.Lo >= best.Cut.Lo && c.Hi <= best.Cut.Hi
		if p >= probable && c != best.Cut && !(whole && within) {
			others = append(others, affix.Decision{Cut: c, P: p})
		}
	})
	slices.SortStableFunc(others, func(a, b affix.Decision) int { return cmp.Compare(b.P, a.P) })
	return others
}
