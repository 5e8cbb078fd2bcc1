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
	return m.Score(w, nil)
}

// Score chooses the cut of a word by the model alone. If each is not nil it is called
// with every cut, its probability and its features.
func (m *Model) Score(w *Word, each func(c Cut, p float64, features []uint16)) Decision {
	var buf [maxCuts]Cut
	cuts := w.Cuts(buf[:0])
	if len(cuts) == 0 {
		return Decision{Cut{Hi: w.Len}, true, 1}
	}
	if len(cuts) == 1 && each == nil {
		return Decision{cuts[0], true, 1}
	}
	all := whole{len: w.Len}
	if e := m.Lexicon.Find(Hash(w.Letters[:w.Len])); e != nil {
		all.entry = *e
	}
	var scores [maxCuts]float64
	var f features
	best, sum := 0, 0.0
	for i, c := range cuts {
		f.fill(w, c, m.Lexicon, all)
		var s float32
		for _, at := range f.at[:f.n] {
			s += m.Weights[at]
		}
		scores[i] = float64(s)
		if scores[i] > scores[best] {
			best = i
		}
	}
	top := scores[best]
	for i := range cuts {
		scores[i] = math.Exp(scores[i] - top)
		sum += scores[i]
	}
	if each != nil {
		for i, c := range cuts {
			f.fill(w, c, m.Lexicon, all)
			each(c, scores[i]/sum, f.at[:f.n])
		}
	}
	p := scores[best] / sum
	return Decision{cuts[best], p >= sureAt, p}
}

// Lengths tells how many letters each proclitic takes: always one; their number is
// the result.
func (p Pro) Lengths() int { return len(pros[p]) }

// Len is the number of letters of the pronoun.
func (e Enc) Len() int { return len(encs[e]) }
