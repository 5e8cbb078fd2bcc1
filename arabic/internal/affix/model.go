package affix

import "math"

// Model is the lexicon and the weights. It is never changed after it is made.
type Model struct {
	Lexicon *Lexicon
	Weights []float32 // 1<<FeatureBits
}

// Decision is the chosen cut and how probable the model holds it.
type Decision struct {
	Cut  Cut
	Sure bool
	P    float64 // 1 for a decision that was looked up and is sure
}

// sureAt is the probability from which a reading counts as sure.
const sureAt = 0.9

// Decide chooses the cut of a word: the decision stored for it, or else the best one.
func (m *Model) Decide(w *Word) Decision {
	e := m.Lexicon.Find(Hash(w.Letters[:w.Len]))
	if e != nil && e.Flags&Known != 0 {
		p, c := Pro(e.Cut), Enc(e.Enc)
		lo, hi := len(pros[p]), w.Len-len(encs[c])
		if lo < hi && startsWith(w.Letters[:w.Len], pros[p]) && endsIn(w.Letters[:w.Len], encs[c]) {
			return Decision{Cut{p, c, lo, hi}, e.Flags&Sure != 0, 1}
		}
	}
	return m.Best(w)
}

// Whole reports whether the decision stored for letters is that they surely have no clitic.
func (m *Model) Whole(letters []Letter) bool {
	e := m.Lexicon.Find(Hash(letters))
	return e != nil && e.Flags&(Known|Sure) == Known|Sure && len(pros[Pro(e.Cut)]) == 0 && len(encs[Enc(e.Enc)]) == 0
}

// Best chooses the cut of a word by the model alone.
func (m *Model) Best(w *Word) Decision {
	var buf [maxCuts]Cut
	cuts := w.Cuts(buf[:0])
	switch len(cuts) {
	case 0:
		return Decision{Cut{Hi: w.Len}, true, 1}
	case 1:
		return Decision{cuts[0], true, 1}
	}
	var p [maxCuts]float64
	var f features
	all := m.whole(w)
	for i, c := range cuts {
		f.fill(w, c, m.Lexicon, all)
		p[i] = m.sum(&f)
	}
	best := normalize(p[:len(cuts)])
	return Decision{cuts[best], p[best] >= sureAt, p[best]}
}

// Each calls f with every cut of a word, its probability by the model alone, and its
// features, which are valid during the call.
func (m *Model) Each(w *Word, f func(c Cut, p float64, features []uint16)) {
	cuts := w.Cuts(nil)
	p, fs := make([]float64, len(cuts)), make([]features, len(cuts))
	all := m.whole(w)
	for i, c := range cuts {
		fs[i].fill(w, c, m.Lexicon, all)
		p[i] = m.sum(&fs[i])
	}
	normalize(p)
	for i, c := range cuts {
		f(c, p[i], fs[i].at[:fs[i].n])
	}
}

func (m *Model) whole(w *Word) whole {
	all := whole{len: w.Len}
	if e := m.Lexicon.Find(Hash(w.Letters[:w.Len])); e != nil {
		all.entry = *e
	}
	return all
}

func (m *Model) sum(f *features) float64 {
	var s float32
	for _, at := range f.at[:f.n] {
		s += m.Weights[at]
	}
	return float64(s)
}

// normalize turns scores into probabilities and returns the index of the greatest.
func normalize(p []float64) (best int) {
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	top, sum := 0.0, 0.0
	if len(p) > 0 {
		top = p[best]
	}
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return best
}
