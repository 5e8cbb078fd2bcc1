package tagger

import (
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
	if first.Kind != arabic.Word {
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

// cutPerson is how many letters stand before a person's first name: the fewest that
// leave a known one.
func (m *Model) cutPerson(first arabic.Token) int {
	bytes := -1
	seq.Forms(first.Norm, first.Kind, func(form string, cut int) {
		if bytes < 0 && m.seq.IsName(form) {
			bytes = cut
		}
	})
	if bytes < 0 {
		bytes = seq.Clitics(first.Norm)
	}
	return utf8.RuneCountInString(first.Norm[:bytes])
}
