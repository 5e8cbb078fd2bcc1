package eval

import (
	"cmp"
	"slices"

	"isnad"
)

// letters counts the letters and numbers of a text: letters[i] of them start
// before byte i. Contents are compared by them, so that it does not matter on
// which side of a comma or a quotation mark a content ends.
type letters []int32

func countLetters(text string) letters {
	l := make(letters, len(text)+1)
	n, done := int32(0), 0
	for i, r := range text {
		for ; done <= i; done++ {
			l[done] = n
		}
		if isWord(r) {
			n++
		}
	}
	for ; done <= len(text); done++ {
		l[done] = n
	}
	return l
}

// in counts the letters in spans that do not overlap.
func (l letters) in(spans []isnad.Span) int {
	n := 0
	for _, s := range spans {
		n += int(l[s.End] - l[s.Start])
	}
	return n
}

// shared counts the letters that lie in both of two merged lists of spans.
func (l letters) shared(a, b []isnad.Span) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		both := isnad.Span{Start: max(a[i].Start, b[j].Start), End: min(a[i].End, b[j].End)}
		if both.Start < both.End {
			n += l.in([]isnad.Span{both})
		}
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	return n
}

// likeness is the letters that two merged lists of spans share, of all that they
// hold (Jaccard's index); 0 where they hold none.
func (l letters) likeness(a, b []isnad.Span) float64 {
	shared := l.shared(a, b)
	if all := l.in(a) + l.in(b) - shared; all > 0 {
		return float64(shared) / float64(all)
	}
	return 0
}

// merge sorts spans and joins those that touch or overlap.
func merge(spans []isnad.Span) []isnad.Span {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b isnad.Span) int { return cmp.Compare(a.Start, b.Start) })
	var merged []isnad.Span
	for _, s := range sorted {
		if last := len(merged) - 1; last >= 0 && s.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}
