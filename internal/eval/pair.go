package eval

import (
	"cmp"
	"slices"
)

// pairing joins item gold of one list to item read of another.
type pairing struct {
	gold, read int
	similarity float64
}

// pair joins two lists one to one, greedily, the most similar first; of equals
// the earlier gold item, then the earlier one that was read. Pairs less similar
// than least are left apart.
func pair(gold, read int, least float64, similarity func(g, r int) float64) []pairing {
	var all []pairing
	for g := range gold {
		for r := range read {
			if s := similarity(g, r); s >= least {
				all = append(all, pairing{g, r, s})
			}
		}
	}
	slices.SortFunc(all, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.gold, b.gold), cmp.Compare(a.read, b.read))
	})
	takenGold, takenRead := make([]bool, gold), make([]bool, read)
	joined := all[:0]
	for _, p := range all {
		if !takenGold[p.gold] && !takenRead[p.read] {
			takenGold[p.gold], takenRead[p.read] = true, true
			joined = append(joined, p)
		}
	}
	return joined
}

// unpaired lists the gold items that pair left alone, and those that were read.
func unpaired(gold, read int, pairs []pairing) (missed, surplus []int) {
	takenGold, takenRead := make([]bool, gold), make([]bool, read)
	for _, p := range pairs {
		takenGold[p.gold], takenRead[p.read] = true, true
	}
	return untaken(takenGold), untaken(takenRead)
}

func untaken(taken []bool) (items []int) {
	for i, t := range taken {
		if !t {
			items = append(items, i)
		}
	}
	return items
}

// when turns a condition into a similarity.
func when(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}
