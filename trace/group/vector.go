package group

import (
	"cmp"
	"math"
	"slices"
)

// vectorTerms is how many words stand for an article or a story.
const vectorTerms = 120

// text is the vector of an article's text: its rarest words, of length one together.
func (f *Frequencies) text(p *Print) []Term {
	out := make([]Term, 0, len(p.Terms))
	for _, t := range p.Terms {
		if w := t.Weight * f.Rarity(t.Hash, prior); w > 0 {
			out = append(out, Term{Hash: t.Hash, Weight: w})
		}
	}
	return unit(out)
}

// title is the vector of an article's title.
func (f *Frequencies) title(p *Print) []Term {
	out := make([]Term, 0, len(p.Title))
	for _, h := range p.Title {
		if w := f.Rarity(h, prior); w > 0 {
			out = append(out, Term{Hash: h, Weight: w})
		}
	}
	return unit(out)
}

// unit keeps the heaviest words and makes their length one.
func unit(terms []Term) []Term {
	if len(terms) > vectorTerms {
		terms = heaviest(terms, vectorTerms)
		slices.SortFunc(terms, byHash)
	}
	sum := float32(0)
	for _, t := range terms {
		sum += t.Weight * t.Weight
	}
	if sum > 0 {
		norm := float32(1 / math.Sqrt(float64(sum)))
		for i := range terms {
			terms[i].Weight *= norm
		}
	}
	return terms
}

// heaviest is the n heaviest of the words, the heaviest first.
func heaviest(terms []Term, n int) []Term {
	out := slices.Clone(terms)
	slices.SortFunc(out, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Hash, b.Hash))
	})
	return out[:min(n, len(out))]
}

// cosine is how alike two vectors of length one are.
func cosine(a, b []Term) float64 {
	sum := float32(0)
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Hash < b[0].Hash:
			a = a[1:]
		case b[0].Hash < a[0].Hash:
			b = b[1:]
		default:
			sum += a[0].Weight * b[0].Weight
			a, b = a[1:], b[1:]
		}
	}
	return float64(sum)
}

func byHash(a, b Term) int { return cmp.Compare(a.Hash, b.Hash) }
