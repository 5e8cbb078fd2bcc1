package tagger

import (
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// cut finds the clitics of a name's first token: those that leave a name of the
// gazetteers, the fewest; else those that arabic.Segment reads.
func (m *Model) cut(toks []arabic.Token, e Entity) Entity {
	first := toks[e.First]
	e.Cut = 0
	if first.Kind != arabic.Word || m.governed(toks, e.First) {
		return e
	}
	if e.Type == isnad.PER {
		e.Cut = m.cutPerson(first)
		return e
	}
	bytes, longest := -1, 0
	names := m.listed.any()
	m.seq.Lists.Find(toks[e.First:e.End], func(cut, words int, lists uint64) {
		if lists&names != 0 && words > longest {
			bytes, longest = cut, words
		}
	})
	if bytes < 0 {
		bytes = seq.Clitics(first.Norm)
	}
	if bytes > 0 {
		e.Cut = utf8.RuneCountInString(first.Norm[:bytes])
	}
	return e
}

// governed reports whether a preposition that is a word of its own stands right before a
// token: no clitic comes between the two («في [لوغون]»).
func (m *Model) governed(toks []arabic.Token, i int) bool {
	return i > 0 && toks[i-1].Line == toks[i].Line && m.prepositions[toks[i-1].Norm]
}

// isGiven reports whether a folded word is a person's name in the word lists.
func (m *Model) isGiven(norm string) (is bool) {
	m.seq.Lists.Find([]arabic.Token{{Norm: norm}}, func(_, words int, lists uint64) { is = is || words == 1 && lists&m.given != 0 })
	return is
}

// cutPerson is how many letters stand before a person's first name: the fewest that
// leave a known one. News hardly ever put ف before a name, so that it must be one of the lists.
func (m *Model) cutPerson(first arabic.Token) int {
	bytes, so := -1, strings.HasPrefix(first.Norm, "ف")
	seq.Forms(first.Norm, first.Kind, func(form string, cut int) {
		if bytes < 0 && m.seq.IsName(form) && (!so || cut == 0 || m.isGiven(form)) {
			bytes = cut
		}
	})
	if bytes < 0 && !so {
		bytes = seq.Clitics(first.Norm)
	}
	return utf8.RuneCountInString(first.Norm[:max(bytes, 0)])
}
