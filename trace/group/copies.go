package group

import (
	"cmp"
	"slices"

	"isnad"
)

// What makes a copy.
const (
	wholeShare   = 0.50 // of the words of both together, counted once
	coverShare   = 0.80 // of the words of the shorter article, if it is no note
	leastCover   = 40   // words that such an article has at least
	leastPassage = 20   // words of a passage that is no common phrase
	leastShared  = 50   // words of all passages together, where none is so long
	sameOutlet   = 2    // times as many within one outlet, whose articles share their own boilerplate
)

// Pair is two articles of which the later shares text with the earlier one.
type Pair struct {
	First, Then int64 // numbers of the articles
	Kind        isnad.CopyKind
	Shared      int // words that stand in both
	Longest     int // words of the longest passage
	share       float64
}

// Judge says what kind of copy the overlap of two articles makes, if any.
func Judge(o Overlap, oneOutlet bool) (isnad.CopyKind, bool) {
	times := 1
	if oneOutlet {
		times = sameOutlet
	}
	switch {
	case o.share() >= wholeShare:
		return isnad.WholeCopy, true
	case o.Longest >= times*leastPassage, o.Shared >= times*leastShared:
		return isnad.PassagesCopy, true
	case min(o.A, o.B) >= leastCover && float64(o.Shared) >= coverShare*float64(min(o.A, o.B)):
		return isnad.PassagesCopy, true
	}
	return "", false
}

// Candidate is two articles that share marks.
type Candidate struct {
	First, Then int64
	Marks       int // that they share
	Rare        int // of them, those that few other articles have
}

// commonMark is how many articles have a mark that stands for a common phrase, like the titles of
// an official, rather than for a text that was copied.
const commonMark = 60

// Likely reports whether the two are worth comparing: they share a rare mark, and another one
// unless the later article is so short that it has few.
func (c Candidate) Likely(then *Print) bool {
	return c.Rare > 0 && (c.Marks > 1 || len(then.Marks) < fewMarks)
}

// fewMarks is less than what a text of sixty words has.
const fewMarks = 10

// mostHolders bounds the articles with one mark that a later one is compared with: the first
// ones and the last ones. So a million texts that are nearly one are compared some million times.
const mostHolders = 12

// Candidates lists for the articles of prints, in order, those before them that share marks with
// them: of held, the holders of each mark before all of prints, and of prints themselves.
// Articles with the same Exact are to be told of once.
func Candidates(prints []*Print, held map[uint64][]int64) []Candidate {
	type holder struct {
		mark   uint64
		number int64
		order  int32
	}
	var all []holder
	for i, p := range prints {
		for _, m := range p.Marks {
			all = append(all, holder{m, p.Number, int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b holder) int { return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.order, b.order)) })
	type pair struct{ first, then int64 }
	type shared struct{ marks, rare int }
	count := map[pair]shared{}
	var before []int64
	for i := 0; i < len(all); {
		end := i
		for end < len(all) && all[end].mark == all[i].mark {
			end++
		}
		before = append(before[:0], held[all[i].mark]...)
		if extra := len(before) - mostHolders; extra > 0 {
			before = slices.Delete(before, mostHolders/2, mostHolders/2+extra)
		}
		rare := 0
		if len(held[all[i].mark])+end-i <= commonMark {
			rare = 1
		}
		for ; i < end; i++ {
			for _, h := range before {
				c := count[pair{h, all[i].number}]
				count[pair{h, all[i].number}] = shared{c.marks + 1, c.rare + rare}
			}
			if before = append(before, all[i].number); len(before) > mostHolders {
				before = slices.Delete(before, mostHolders/2, mostHolders/2+1)
			}
		}
	}
	out := make([]Candidate, 0, len(count))
	for p, n := range count {
		out = append(out, Candidate{First: p.first, Then: p.then, Marks: n.marks, Rare: n.rare})
	}
	slices.SortFunc(out, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.Then, b.Then), cmp.Compare(a.First, b.First)) })
	return out
}
