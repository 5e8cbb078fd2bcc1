package main

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"isnad/arabic/internal/affix"
)

// trainer holds what the model is made from.
type trainer struct {
	words, names counts
	listed, gold []sample
	settled      []sample // names, from which nothing is learnt: the model would come to see whole words everywhere
	known        map[uint32]*tally
}

// tally sums what is known of one letter sequence.
type tally struct {
	whole, article, host float64
	flags                uint8
}

// rounds is how often the counts of hosts are made anew from the model's own cuts.
const rounds = 3

// train alternates between learning weights from the judged words and counting hosts
// in all words as the model cuts them.
func (t *trainer) train() *affix.Model {
	t.count()
	var m *affix.Model
	for range rounds {
		m = &affix.Model{Lexicon: t.lexicon(), Weights: make([]float32, 1<<affix.FeatureBits)}
		learn(m, t.samples())
		t.countHosts(m)
	}
	t.decide(m)
	return m
}

func (t *trainer) at(word string) *tally {
	var w affix.Word
	if !w.Spell(word) {
		return &tally{}
	}
	return t.atHash(affix.Hash(w.Letters[:w.Len]))
}

func (t *trainer) atHash(h uint32) *tally {
	k := t.known[h]
	if k == nil {
		k = &tally{}
		t.known[h] = k
	}
	return k
}

// articles are the ways to write ال behind proclitics, longest first.
var articles = []string{"وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"}

// count counts words, hosts behind the article, names and listed words.
func (t *trainer) count() {
	t.known = map[uint32]*tally{}
	for word, n := range t.words {
		t.at(word).whole += n
		for _, a := range articles {
			if rest, ok := strings.CutPrefix(word, a); ok && len(rest) > 4 {
				t.at(rest).article += n
				break
			}
		}
	}
	for word := range t.names {
		t.at(word).flags |= affix.Name
	}
	for _, s := range slices.Concat(t.listed, t.settled) {
		if s.pro+s.enc == 0 {
			k := t.at(s.word)
			k.flags |= affix.Listed
			k.whole = max(k.whole, 4)
		}
	}
}

func (t *trainer) lexicon() *affix.Lexicon {
	x := affix.NewLexicon(len(t.known))
	for h, k := range t.known {
		x.Put(h, affix.Entry{Whole: affix.Bucket(k.whole), Article: affix.Bucket(k.article), Host: affix.Bucket(k.host), Flags: k.flags})
	}
	return x
}

// samples merges the judged words to types and adds the lists, but for their words with
// pronouns: those are so many that the model would come to see pronouns everywhere.
func (t *trainer) samples() []sample {
	types := map[sample]float64{}
	listed := slices.DeleteFunc(slices.Clone(t.listed), func(s sample) bool { return s.enc > 0 })
	for _, s := range slices.Concat(t.gold, listed) {
		n := s.n
		s.n = 0
		types[s] += n
	}
	var out []sample
	for s, n := range types {
		s.n = n
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b sample) int {
		return cmp.Or(cmp.Compare(a.word, b.word), a.pro-b.pro, a.enc-b.enc)
	})
	return out
}

const (
	epochs = 12
	rate   = 0.15
	decay  = 1e-2
)

// learn fits the weights by stochastic gradient steps with AdaGrad, and takes their mean
// over the later half.
func learn(m *affix.Model, samples []sample) {
	rng := rand.New(rand.NewPCG(1, 2))
	square, mean := make([]float64, len(m.Weights)), make([]float64, len(m.Weights))
	for epoch := range epochs {
		for _, i := range rng.Perm(len(samples)) {
			step(m, square, samples[i])
		}
		if epoch >= epochs/2 {
			for f, x := range m.Weights {
				mean[f] += float64(x) / (epochs - epochs/2)
			}
		}
	}
	for f, x := range mean {
		m.Weights[f] = float32(x)
	}
}

func step(m *affix.Model, square []float64, s sample) {
	var w affix.Word
	if !w.Spell(s.word) {
		return
	}
	weight := math.Sqrt(s.n)
	grad := map[uint16]float64{}
	var order []uint16
	reachable := false
	m.Each(&w, func(c affix.Cut, p float64, features []uint16) {
		g := -p
		if s.is(c, w.Len) {
			g, reachable = g+1, true
		}
		for _, f := range features {
			if _, ok := grad[f]; !ok {
				order = append(order, f)
			}
			grad[f] += g * weight
		}
	})
	if !reachable {
		return
	}
	for _, f := range order {
		g := grad[f] - decay*float64(m.Weights[f])
		square[f] += g * g
		if square[f] > 0 {
			m.Weights[f] += float32(rate * g / math.Sqrt(square[f]+1e-3))
		}
	}
}

func (s sample) same(t sample) bool { return s.pro == t.pro && s.enc == t.enc }

// is tells whether the cut is the sample's.
func (s sample) is(c affix.Cut, letters int) bool { return c.Lo == s.pro && letters-c.Hi == s.enc }

// countHosts counts the hosts in words with clitics, each by the probability of its cut.
func (t *trainer) countHosts(m *affix.Model) {
	for _, k := range t.known {
		k.host = 0
	}
	for _, word := range slices.Sorted(maps.Keys(t.words)) {
		var w affix.Word
		if !w.Spell(word) {
			continue
		}
		n := math.Sqrt(t.words[word])
		m.Each(&w, func(c affix.Cut, p float64, _ []uint16) {
			if p > 0.2 && c.Hi-c.Lo < w.Len && c.Hi-c.Lo > 1 {
				t.atHash(affix.Hash(w.Letters[c.Lo:c.Hi])).host += n * p
			}
		})
	}
}

// decide stores the decision for every word that was met: the judged one where the
// judges agree, else the model's.
func (t *trainer) decide(m *affix.Model) {
	words := map[string]sample{}
	for _, s := range append(slices.Clip(t.gold), t.listed...) {
		if old, ok := words[s.word]; ok && (!old.same(s)) {
			words[s.word] = sample{word: s.word, pro: -1}
			continue
		}
		words[s.word] = s
	}
	doubtful := map[string]bool{} // listed with two cuts: the later one is likelier
	lists := slices.Concat(t.settled, t.listed)
	for i, s := range lists {
		for _, before := range lists[:i] {
			if before.word == s.word && !s.same(before) {
				doubtful[s.word] = true
			}
		}
		words[s.word] = s
	}
	order := slices.SortedFunc(maps.Keys(t.words), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.words[b], t.words[a]), cmp.Compare(a, b))
	})
	done := map[uint32]bool{}
	for _, word := range append(slices.Sorted(maps.Keys(words)), order...) {
		var w affix.Word
		if !w.Spell(word) {
			continue
		}
		h := affix.Hash(w.Letters[:w.Len])
		if done[h] {
			continue
		}
		done[h] = true
		var e affix.Entry
		if x := m.Lexicon.Find(h); x != nil {
			e = *x
		}
		d := m.Best(&w)
		if s, ok := words[word]; ok && s.pro >= 0 {
			m.Each(&w, func(c affix.Cut, _ float64, _ []uint16) {
				if s.is(c, w.Len) {
					d = affix.Decision{Cut: c, Sure: !doubtful[word]}
				}
			})
		}
		e.Flags |= affix.Known
		if d.Sure {
			e.Flags |= affix.Sure
		}
		e.Cut, e.Enc = uint8(d.Cut.Pro), uint8(d.Cut.Enc)
		m.Lexicon.Put(h, e)
	}
}
