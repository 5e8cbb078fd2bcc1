package trace

import (
	"slices"

	"isnad/trace/group"
)

// Around is what is known of the articles beside those of a story.
type Around struct {
	Elsewhere []*Document // of other stories, that may share text with those of the story
	// Recur tells which of these marks (group.MarksOf) stand in articles of many days, so that they
	// are formulas; nil where that is not known.
	Recur func(marks []uint64) map[uint64]bool
}

// dropFormulas takes back the copies of different days that share little but formulas: forecasts,
// congratulations, closing prices come again every day in the words of the day before.
func (c *copying) dropFormulas(recur func([]uint64) map[uint64]bool) {
	if recur == nil {
		return
	}
	marks := make(map[int][]uint64)
	of := func(i int) []uint64 {
		if _, made := marks[i]; !made {
			marks[i] = group.MarksOf(c.docs[i].Tokens())
		}
		return marks[i]
	}
	common := make(map[[2]int][]uint64)
	var ask []uint64
	for pair, l := range c.pairs {
		a, b := c.docs[pair[0]].Time, c.docs[pair[1]].Time
		if l.nearly() || a.IsZero() || b.IsZero() || a.Truncate(day).Equal(b.Truncate(day)) {
			continue
		}
		common[pair] = inBoth(of(pair[0]), of(pair[1]))
		ask = append(ask, common[pair]...)
	}
	if len(ask) == 0 {
		return
	}
	slices.Sort(ask)
	formulas := recur(slices.Compact(ask))
	for pair, shared := range common {
		own := 0
		for _, m := range shared {
			if !formulas[m] {
				own++
			}
		}
		l := c.pairs[pair]
		if kind := l.overlap.kind(float64(own) / float64(max(1, len(shared)))); len(shared) > 0 && kind != l.kind {
			if l.kind = kind; kind == "" {
				delete(c.pairs, pair)
			}
		}
	}
}

// inBoth are the numbers that two ascending lists share.
func inBoth(a, b []uint64) (out []uint64) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case b[0] < a[0]:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}
