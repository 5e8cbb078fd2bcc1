package trace

import "isnad"

// overlap is how much text two documents share, in words.
type overlap struct {
	shared    int // in runs
	longest   int // of the passages
	inLong    int // in passages of longPassage or more
	short     int // words of the shorter text
	long      int
	oneOutlet bool
}

func overlapOf(a, b *Document) overlap {
	wa, wb := a.words(), b.words()
	o := overlap{short: min(len(wa), len(wb)), long: max(len(wa), len(wb)), oneOutlet: a.Article.Outlet != "" && a.Article.Outlet == b.Article.Outlet}
	runs := align(a, b)
	for _, r := range runs {
		o.shared += r.n
	}
	o.shared = min(o.shared, covered(runs, len(wa)))
	for _, p := range passages(runs) {
		o.longest = max(o.longest, p.shared)
		if p.shared >= longPassage {
			o.inLong += p.shared
		}
	}
	return o
}

// kind is what kind of copy the overlap makes; empty if none. Own is the part of what is shared
// that counts, 1 for all of it.
func (o overlap) kind(own float64) isnad.CopyKind {
	shared := own * float64(o.shared)
	share := shared / float64(max(1, o.short))
	switch {
	case share >= wholeShare && shared >= wholeLength*float64(o.long):
		return isnad.WholeCopy
	case own*float64(o.inLong) < passageWords && (own*float64(o.longest) < briefWords || share < briefShare), share < passageShare:
		return ""
	case o.oneOutlet && share < sameOutletMin:
		return ""
	}
	return isnad.PassagesCopy
}

// nearly reports whether the texts are so much one that no formula makes them so.
func (o overlap) nearly() bool {
	return float64(o.shared) >= nearlyShare*float64(o.short+o.long-o.shared)
}
