package group

import (
	"cmp"
	"slices"
)

// What recurs is a formula: it stands in articles of so many days, of which the last is so many days
// after the first; or in so many articles that an archive notes no more.
const (
	RecurDays  = 4
	RecurSpan  = 7
	RecurTimes = 64
)

// Recurring gives a function that tells which of some marks recur in the articles of prints.
func Recurring(prints []*Print) func(marks []uint64) map[uint64]bool {
	type on struct {
		mark uint64
		day  int64
	}
	var all []on
	for _, p := range prints {
		for _, m := range p.Marks {
			all = append(all, on{m, p.Time.Unix() / 86400})
		}
	}
	slices.SortFunc(all, func(a, b on) int { return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.day, b.day)) })
	return func(marks []uint64) map[uint64]bool {
		out := make(map[uint64]bool)
		for _, m := range marks {
			first, _ := slices.BinarySearchFunc(all, m, func(o on, m uint64) int { return cmp.Compare(o.mark, m) })
			end, days := first, 0
			for ; end < len(all) && all[end].mark == m; end++ {
				if end == first || all[end].day != all[end-1].day {
					days++
				}
			}
			if end-first >= RecurTimes || days >= RecurDays && all[end-1].day-all[first].day >= RecurSpan {
				out[m] = true
			}
		}
		return out
	}
}
