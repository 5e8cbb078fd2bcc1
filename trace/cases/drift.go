package cases

import (
	"isnad"
)

// mostDrift bounds the changes that are told of one case.
const mostDrift = 200

// drift compares each member with what it most likely retells: the earliest member of the same
// origin, else the earliest attributed one.
func (s *story) drift(c *isnad.Case, members []member) {
	firstOf := map[int]int{} // by identity
	first := -1
	for i := range members {
		m := &members[i]
		from := -1
		if m.origin >= 0 {
			id := s.ids.find(m.origin)
			if k, ok := firstOf[id]; ok {
				from = k
			} else {
				firstOf[id] = i
			}
		} else if first >= 0 {
			from = first
		}
		if m.origin >= 0 && first < 0 {
			first = i
		}
		if from >= 0 && members[from].doc != m.doc && len(c.Drift) < mostDrift {
			s.compare(c, members, from, i)
		}
	}
}

// compare notes what the retelling to lost or changed against from.
func (s *story) compare(c *isnad.Case, members []member, from, to int) {
	a, b := &members[from], &members[to]
	note := func(what isnad.Change, note string) {
		c.Drift = append(c.Drift, isnad.Drift{From: from, To: to, What: what, Note: note})
	}
	if a.Certainty != isnad.Certain && b.Certainty == isnad.Certain {
		note(isnad.HedgeLost, "")
	}
	if a.origin >= 0 && b.origin < 0 {
		note(isnad.SourceLost, a.Chain[len(a.Chain)-1].Name)
	}
	if x, y, ok := s.otherFigure(a, b); ok {
		note(isnad.FigureChanged, x+" ← "+y)
	}
}

// otherFigure finds a quantity of the same unit in both whose values cannot both be.
func (s *story) otherFigure(a, b *member) (from, to string, changed bool) {
	qa, qb := s.quantities(a), s.quantities(b)
	for _, x := range qa {
		for _, y := range qb {
			if s.same(a.doc, x, b.doc, y) && x.Min == y.Min && x.Max == y.Max {
				return "", "", false
			}
		}
	}
	for _, x := range qa {
		for _, y := range qb {
			if s.same(a.doc, x, b.doc, y) {
				return x.Span.In(s.articles[a.doc].Text), y.Span.In(s.articles[b.doc].Text), true
			}
		}
	}
	return "", "", false
}

// quantities are the figures in what a member says.
func (s *story) quantities(m *member) (out []*isnad.Quantity) {
	a := s.articles[m.doc]
	for i := range a.Quantities {
		q := &a.Quantities[i]
		for _, c := range m.Content {
			if q.Span.Start >= c.Start && q.Span.End <= c.End {
				out = append(out, q)
			}
		}
	}
	return out
}

// same reports whether two quantities of articles count the same.
func (s *story) same(d int, x *isnad.Quantity, e int, y *isnad.Quantity) bool {
	if h, g := s.harmOf(d, x), s.harmOf(e, y); h.Sense != nil || g.Sense != nil {
		return h.Sense == g.Sense
	}
	return x.Unit != "" && s.r.unit(x.Unit) == s.r.unit(y.Unit)
}
