package group

import (
	"cmp"
	"slices"
)

// Passage is a stretch of words that stands in two articles: words [A, A+Len) of the one and
// [B, B+Len) of the other.
type Passage struct{ A, B, Len int }

// maxPlaces bounds at how many places of an article the same five words are looked at.
const maxPlaces = 4

// Passages finds the stretches of five words or more that two articles share, the order in b
// first; no word of b is in two of them.
func Passages(a, b []uint32) []Passage {
	if len(a) < gram || len(b) < gram {
		return nil
	}
	at := make(map[uint64][]int32, len(a))
	for i := 0; i+gram <= len(a); i++ {
		h := exact(a[i : i+gram])
		if places := at[h]; len(places) < maxPlaces {
			at[h] = append(places, int32(i))
		}
	}
	var out []Passage
	for j := 0; j+gram <= len(b); {
		best := Passage{}
		for _, i := range at[exact(b[j:j+gram])] {
			if n := common(a[i:], b[j:]); n > best.Len {
				best = Passage{A: int(i), B: j, Len: n}
			}
		}
		if best.Len < gram {
			j++
			continue
		}
		out = append(out, best)
		j += best.Len
	}
	return out
}

// common is how many words both begin with.
func common(a, b []uint32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// Overlap is how much two articles share.
type Overlap struct {
	A, B    int // words of each
	Shared  int // words that stand in both
	Longest int // words of the longest passage, where a few changed words do not end it
}

// share is the part of the words of both together, counted once, that both have.
func (o Overlap) share() float64 {
	return float64(o.Shared) / float64(max(1, o.A+o.B-o.Shared))
}

// maxChanged is how many words may be changed, added or left out within a passage.
const maxChanged = 6

// Measure sums up the passages that two articles share.
func Measure(a, b []uint32) Overlap {
	o := Overlap{A: len(a), B: len(b)}
	passages := Passages(a, b)
	slices.SortFunc(passages, func(x, y Passage) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	covered, run, endA, endB := 0, 0, 0, 0
	for i, p := range passages {
		o.Shared += max(0, p.A+p.Len-max(covered, p.A))
		covered = max(covered, p.A+p.Len)
		if i > 0 && p.A-endA >= 0 && p.A-endA <= maxChanged && p.B-endB >= 0 && p.B-endB <= maxChanged {
			run += p.Len
		} else {
			run = p.Len
		}
		endA, endB = p.A+p.Len, p.B+p.Len
		o.Longest = max(o.Longest, run)
	}
	return o
}
