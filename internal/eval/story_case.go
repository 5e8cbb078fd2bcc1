package eval

// toldPlace is a member of a traced case by its code points.
type toldPlace struct {
	points map[int]bool
	at     int // its case, over all traces
}

// cases counts pairs of judged members that stand in one traced case, and how often the traced
// case that holds most of a judged one has its origins and its grade.
func (s *StoryScore) cases(judged, traced []ToldStory) {
	var all []*toldCase
	places := map[string][]toldPlace{}
	for n := range traced {
		for i := range traced[n].Cases {
			c := &traced[n].Cases[i]
			for _, m := range c.Members {
				places[m.Article] = append(places[m.Article], toldPlace{pointsOf(m.Content), len(all)})
			}
			all = append(all, c)
		}
	}
	for n := range judged {
		var of, at []int // of each member: its judged case, and the traced one or -1
		for i := range judged[n].Cases {
			c := &judged[n].Cases[i]
			first := len(at)
			for _, m := range c.Members {
				of, at = append(of, i), append(at, findMember(m, places[m.Article]))
			}
			if len(c.Members) > 1 {
				s.compareCase(c, at[first:], all)
			}
		}
		for i := range at {
			for k := range i {
				together := at[i] >= 0 && at[i] == at[k]
				if of[i] == of[k] {
					s.Cases.Gold++
				}
				if together {
					s.Cases.Read++
				}
				if together && of[i] == of[k] {
					s.Cases.Right++
				}
			}
		}
	}
}

// compareCase compares a judged case with the traced one that holds most of its members.
func (s *StoryScore) compareCase(c *toldCase, at []int, all []*toldCase) {
	count, top := map[int]int{}, -1
	for _, k := range at {
		if k >= 0 {
			count[k]++
		}
	}
	tie := false
	for k, n := range count {
		switch {
		case top < 0 || n > count[top]:
			top, tie = k, false
		case n == count[top]:
			top, tie = min(top, k), true
		}
	}
	ok := top >= 0 && 2*count[top] >= len(at)
	if ok && tie {
		s.Ties++
	}
	s.Exact.add(ok && all[top].Independent == c.Independent)
	s.Near.add(ok && all[top].Independent-c.Independent <= 1 && c.Independent-all[top].Independent <= 1)
	s.Grade.add(ok && all[top].Grade == c.Grade)
}

// findMember gives the case of the traced member that covers half of a judged one's code points, or
// has half of its own in it; -1 where there is none.
func findMember(m toldMember, places []toldPlace) int {
	want := pointsOf(m.Content)
	best, most := -1, 0.0
	for _, p := range places {
		common := 0
		for i := range want {
			if p.points[i] {
				common++
			}
		}
		if common == 0 {
			continue
		}
		// Of several that cover it, the one that shares more.
		covers := max(share(common, len(want)), share(common, len(p.points))) + float64(common)/1e6
		if covers >= 0.5 && covers > most {
			best, most = p.at, covers
		}
	}
	return best
}

func pointsOf(spans []toldSpan) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			out[i] = true
		}
	}
	return out
}
