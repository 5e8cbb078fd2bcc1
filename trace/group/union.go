package group

import (
	"cmp"
	"slices"
)

// Union is that two stories became one.
type Union struct {
	Gone, Into int64    // the first articles of the two; Into may have become part of another since
	By         int64    // the article after which it was seen; 0 where many were compared again
	Words      []uint32 // what both are about, the weightiest first: hashes of stems
}

// mostShared is how many words tell why two stories became one.
const mostShared = 6

// Unions tells which stories became one with another, in the order in which they did.
func (s *Stories) Unions() []Union { return s.unions }

// sharedWords are the words that make two centers alike.
func sharedWords(a, b []Term) []uint32 {
	var both []Term
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Hash < b[0].Hash:
			a = a[1:]
		case b[0].Hash < a[0].Hash:
			b = b[1:]
		default:
			both = append(both, Term{Hash: a[0].Hash, Weight: a[0].Weight * b[0].Weight})
			a, b = a[1:], b[1:]
		}
	}
	slices.SortFunc(both, func(x, y Term) int { return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Hash, y.Hash)) })
	out := make([]uint32, 0, mostShared)
	for _, t := range both[:min(len(both), mostShared)] {
		out = append(out, t.Hash)
	}
	return out
}
