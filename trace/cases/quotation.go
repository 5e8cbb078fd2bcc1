package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// How much two tellings must have in common to be of the same words.
const (
	mostTold    = 120 // words of a telling that are compared
	leastCommon = 5   // words with meaning
	commonShare = 0.6 // of those of the shorter
)

// alteredQuotation finds where two quotations of the same words differ between what they have in
// common: words put in, left out or changed. A quotation that only begins later or ends sooner is
// not altered, nor is one with other function words or spellings, or in another order.
func (s *story) alteredQuotation(a, b *member) (from, to string, altered bool) {
	if !s.quotes(a) || !s.quotes(b) {
		return "", "", false
	}
	x, y := s.told(a), s.told(b)
	pairs, ok := sameWords(x, y)
	if !ok {
		return "", "", false
	}
	for k := 1; k < len(pairs); k++ {
		i, j := pairs[k-1], pairs[k]
		left, right := x[i[0]+1:j[0]], y[i[1]+1:j[1]]
		if lacks(left, y) || lacks(right, x) {
			return spoken(left), spoken(right), true
		}
	}
	return "", "", false
}

// sameWords pairs what two tellings have in common; false where that is too little for them to be
// of the same words.
func sameWords(x, y []toldWord) (pairs [][2]int, ok bool) {
	pairs = inOrder(len(x), len(y), func(i, j int) bool { return x[i].term == y[j].term })
	return pairs, len(pairs) >= leastCommon && float64(len(pairs)) >= commonShare*float64(min(len(x), len(y)))
}

// lacks reports whether one of the words is nowhere in all, however it is spelt.
func lacks(words, all []toldWord) bool {
	return slices.ContainsFunc(words, func(w toldWord) bool {
		return !slices.ContainsFunc(all, func(other toldWord) bool { return w.term == other.term || spelt(w.text, other.text) })
	})
}

// spelt reports whether two words have three letters of four in common, in order.
func spelt(a, b string) bool {
	x, y := []rune(arabic.Fold(a)), []rune(arabic.Fold(b))
	longer, shorter := max(len(x), len(y)), min(len(x), len(y))
	return 4*shorter >= 3*longer && 4*len(inOrder(len(x), len(y), func(i, j int) bool { return x[i] == y[j] })) >= 3*longer
}

// quotes reports whether a member gives the words of its origin.
func (s *story) quotes(m *member) bool {
	if m.Narrated {
		return false
	}
	claims := s.articles[m.doc].Claims
	return claims[s.clauses[m.clauses[0]].claim].Mode == isnad.Direct
}

// toldWord is a word with meaning of what a member says.
type toldWord struct {
	term, text string
}

// told are the words with meaning of what a member says.
func (s *story) told(m *member) (out []toldWord) {
	for _, span := range m.Content {
		toks := arabic.Tokenize(nil, span.In(s.articles[m.doc].Text))
		for i := range toks {
			if known := s.r.meaning(&toks[i]); known.term != "" && len(out) < mostTold {
				out = append(out, toldWord{known.term, toks[i].Text})
			}
		}
	}
	return out
}

// spoken are words as they stand, «…» where there are none.
func spoken(words []toldWord) string {
	if len(words) == 0 {
		return "…"
	}
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.text
	}
	return strings.Join(all, " ")
}

// inOrder pairs the places of a longest common subsequence of n and m things, in order.
func inOrder(n, m int, same func(i, j int) bool) (pairs [][2]int) {
	longest := make([]int, (n+1)*(m+1)) // of what begins at i and j
	at := func(i, j int) *int { return &longest[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return pairs
}
