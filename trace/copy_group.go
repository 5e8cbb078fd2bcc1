package trace

import (
	"cmp"
	"slices"
	"time"

	"isnad"
)

// day is the time within which hours say little of who was first: they are often those of the
// fetching.
const day = 24 * time.Hour

// describe orders a group of copies, the likely first one first, and says what each of
// the others did to its text.
func (c *copying) describe(group []int, kind isnad.CopyKind) isnad.Copies {
	c.order(group)
	out := isnad.Copies{Kind: kind}
	first := c.docs[group[0]]
	for _, i := range group {
		out.Articles = append(out.Articles, c.docs[i].ID())
		if c.elsewhere[c.docs[i]] {
			out.Elsewhere = append(out.Elsewhere, c.docs[i].told())
		}
		if out.Agency == "" {
			out.Agency = c.tracer.agency(c.docs[i])
		}
	}
	for _, i := range group[1:min(len(group), maxCompared)] {
		if c.elsewhere[first] || c.elsewhere[c.docs[i]] {
			continue
		}
		if e := edit(first, c.docs[i], kind); len(e.Added)+len(e.Cut) > 0 || kind == isnad.PassagesCopy && len(e.Kept) > 0 {
			out.Edits = append(out.Edits, e)
		}
	}
	return out
}

// order puts the likely first article first: the day on which it was told, for hours
// are often those of the fetching; then the text that has least of its own, since what
// retells adds; then the hour. An article without a time is likely none of the first.
func (c *copying) order(group []int) {
	own := make(map[int]int)
	for _, i := range group[:min(len(group), 40)] {
		for _, j := range group[:min(len(group), 40)] {
			if i != j {
				wi := c.docs[i].words()
				own[i] += len(wi) - covered(align(c.docs[i], c.docs[j]), len(wi))
			}
		}
	}
	slices.SortStableFunc(group, func(i, j int) int {
		a, b := c.docs[i], c.docs[j]
		if a.Time.IsZero() != b.Time.IsZero() {
			return earlier(a, b)
		}
		return cmp.Or(a.Time.Truncate(day).Compare(b.Time.Truncate(day)), cmp.Compare(own[i], own[j]), earlier(a, b))
	})
}

// Fewer words than these are not worth showing as kept, added or cut.
const editWords = 5

// edit compares a copy with what it was taken from.
func edit(from, copied *Document, kind isnad.CopyKind) isnad.Edit {
	a, b := from.words(), copied.words()
	runs := align(from, copied)
	e := isnad.Edit{Article: copied.ID(), From: from.ID()}
	inA, inB := make([]bool, len(a)), make([]bool, len(b))
	for _, p := range passages(runs) {
		if kind == isnad.PassagesCopy && p.shared < longPassage {
			continue
		}
		for i := p.aFirst; i < p.aEnd; i++ {
			inA[i] = true
		}
		for i := p.bFirst; i < p.bEnd; i++ {
			inB[i] = true
		}
	}
	e.Kept = copied.stretches(inB, true)
	e.Added = copied.stretches(inB, false)
	if kind == isnad.WholeCopy {
		e.Cut = from.stretches(inA, false)
	}
	return e
}

// stretches are the runs of words of which the mark is as wanted. None runs from the
// title into the body.
func (d *Document) stretches(marks []bool, want bool) []isnad.Span {
	var out []isnad.Span
	for i := 0; i < len(marks); {
		j := i
		for j < len(marks) && marks[j] == want && (j == i || d.inTitle(j) == d.inTitle(i)) {
			j++
		}
		if j-i >= editWords {
			out = append(out, isnad.Span{Start: d.tokens[d.places[i]].Start, End: d.tokens[d.places[j-1]].End})
		}
		i = max(j, i+1)
	}
	return out
}

// inTitle reports whether a word stands in the title.
func (d *Document) inTitle(word int) bool { return d.tokens[d.places[word]].Line == 0 }
