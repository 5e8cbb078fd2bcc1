package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"isnad/arabic/internal/affix"
)

// share counts how many of some words are right.
type share struct{ right, all int }

func (s *share) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s share) String() string {
	return fmt.Sprintf("%.4f of %d", float64(s.right)/float64(max(1, s.all)), s.all)
}

const folds = 5

// crossValidate trains on all judged words but a fifth, tries the model on that fifth, for
// every fifth, and prints the shares cut right: of the tokens, of the sure ones, and of the
// types that no judged word of the training had.
func crossValidate(t trainer, verbose bool) {
	var tokens, sure, unseen share
	wrong := map[string]int{}
	gold := t.gold
	for fold := range folds {
		lo, hi := len(gold)*fold/folds, len(gold)*(fold+1)/folds
		t.gold = slices.Concat(gold[:lo], gold[hi:])
		m := t.train()
		met := map[string]bool{}
		for _, s := range slices.Concat(t.gold, t.listed) {
			met[s.word] = true
		}
		for _, s := range gold[lo:hi] {
			var w affix.Word
			w.Spell(s.word)
			d := m.Decide(&w)
			ok := s.is(d.Cut, w.Len)
			tokens.add(ok)
			if d.Sure {
				sure.add(ok)
			}
			if !met[s.word] {
				met[s.word] = true
				unseen.add(ok)
			}
			if !ok {
				wrong[fmt.Sprintf("%s judged %d..%d cut %d..%d sure %v", s.word, s.pro, s.enc, d.Cut.Lo, w.Len-d.Cut.Hi, d.Sure)]++
			}
		}
	}
	fmt.Printf("tokens %v  sure %v  unseen types %v\n", tokens, sure, unseen)
	if verbose {
		for _, k := range slices.SortedFunc(maps.Keys(wrong), func(a, b string) int { return cmp.Or(wrong[b]-wrong[a], cmp.Compare(a, b)) }) {
			fmt.Println(wrong[k], k)
		}
	}
}
