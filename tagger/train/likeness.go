package train

import (
	"math"
	"math/rand/v2"
	"slices"

	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// likeness learns what persons' names look like: their spellings against the words that stand
// outside names in the lines.
func likeness(spellings []string, lines []example) seq.Likeness {
	is := map[string]bool{} // whether a word is a name
	for _, s := range spellings {
		is[seq.Bare(s)] = true
	}
	for i := range lines {
		e := &lines[i]
		for j, t := range e.toks {
			if e.allowed[j] == outsideOnly && t.Kind == arabic.Word {
				is[seq.Bare(t.Norm)] = false
			}
		}
	}
	words := make([]string, 0, len(is))
	for w := range is {
		words = append(words, w)
	}
	slices.Sort(words)
	random := rand.New(rand.NewPCG(5, 6))
	random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	var weights [2][]float64
	for half := range weights {
		others := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return seq.LikenessHalf(w) == half })
		weights[half] = regression(others, is)
	}
	return seq.NewLikeness(weights)
}

// regression fits a logistic regression over the groups of letters of words by stochastic
// gradient descent, in the order of the words.
func regression(words []string, is map[string]bool) []float64 {
	const (
		rounds = 8
		rate   = 0.25 // of the first round
		decay  = 1e-4
	)
	w := make([]float64, seq.LikenessSize)
	var groups []int
	for round := range rounds {
		rate := rate / float64(1+round)
		for _, word := range words {
			groups = seq.LikenessGroups(groups[:0], word)
			sum := 0.0
			for _, g := range groups {
				sum += w[g]
			}
			miss := -1 / (1 + math.Exp(-sum))
			if is[word] {
				miss++
			}
			for _, g := range groups {
				w[g] += rate * (miss - decay*w[g])
			}
		}
	}
	return w
}
