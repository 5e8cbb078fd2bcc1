package group

import (
	"cmp"
	"math"
	"slices"

	"github.com/zeebo/xxh3"

	"isnad/arabic"
)

const (
	titleWeight = 3 // a word of the title counts as so many in the text
	leadWeight  = 2 // and one of the first line of the text
	mostTerms   = 400
)

// terms weighs the content words of the tokens: by the logarithm of how often they stand, more
// in the title and the first line.
func (p *Printer) terms() (terms []Term, title []uint32) {
	clear(p.counts)
	lead := int32(-1)
	for i := range p.toks {
		t := &p.toks[i]
		if t.Kind == arabic.Punct || t.Kind == arabic.Number || len(t.Norm) < 6 && t.Kind == arabic.Word {
			continue // nothing of less than three letters tells a story
		}
		weight := float32(1)
		switch {
		case t.Line == 0:
			weight = titleWeight
		case lead < 0 || t.Line == lead:
			lead, weight = t.Line, leadWeight
		}
		stem := p.stemOf(t.Norm)
		if t.Line == 0 {
			title = append(title, stem)
		}
		p.counts[stem] += weight
	}
	out := make([]Term, 0, len(p.counts))
	for h, n := range p.counts {
		out = append(out, Term{Hash: h, Weight: float32(1 + math.Log(float64(n)))})
	}
	if len(out) > mostTerms {
		slices.SortFunc(out, func(a, b Term) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Hash, b.Hash)) })
		out = out[:mostTerms]
	}
	slices.SortFunc(out, func(a, b Term) int { return cmp.Compare(a.Hash, b.Hash) })
	slices.Sort(title)
	return out, slices.Compact(title)
}

// stemOf hashes the stem of a folded word.
func (p *Printer) stemOf(norm string) uint32 {
	if h, ok := p.stems[norm]; ok {
		return h
	}
	p.stem, _ = arabic.AppendAnalysis(p.stem[:0], norm)
	h := uint32(xxh3.Hash(p.stem))
	if len(p.stems) >= maxStems {
		clear(p.stems)
	}
	p.stems[norm] = h
	return h
}
