package cases

import (
	"slices"
	"time"

	"isnad"
)

// mostDrift bounds the changes that are told of one case.
const mostDrift = 200

// drift compares each member with what it most likely retells: the earliest member of the same
// origin after folding, else the earliest attributed one.
func (s *story) drift(c *isnad.Case, members []member) {
	firstOf := map[int]int{} // by origin
	first := -1
	for i := range members {
		m := &members[i]
		from := -1
		if m.origin >= 0 {
			if k, ok := firstOf[m.folded]; ok {
				from = k
			} else {
				firstOf[m.folded] = i
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
	if a.origin >= 0 && b.origin >= 0 && s.ids.all[s.ids.find(a.origin)].named && !s.ids.all[s.ids.find(b.origin)].named {
		note(isnad.SourceChanged, a.Chain[len(a.Chain)-1].Name+" ← "+b.Chain[len(b.Chain)-1].Name)
	}
	if x, y, ok := s.otherFigure(a, b); ok {
		note(isnad.FigureChanged, x+" ← "+y)
	}
	if x, y, ok := s.otherDate(a, b); ok {
		note(isnad.DateChanged, x+" ← "+y)
	}
	if x, y, ok := s.alteredQuotation(a, b); ok && a.folded == b.folded {
		note(isnad.QuotationAltered, x+" ← "+y)
	}
	if x, y, ok := s.widerScope(a, b); ok {
		note(isnad.ScopeWidened, x+" ← "+y)
	}
}

// otherDate finds the days of both, where they have none in common.
func (s *story) otherDate(a, b *member) (from, to string, changed bool) {
	x, y := s.days(a), s.days(b)
	if len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(day string) bool { return slices.Contains(y, day) }) {
		return "", "", false
	}
	return x[0], y[0], true
}

// days are the calendar days in what a member says.
func (s *story) days(m *member) (out []string) {
	for _, t := range s.articles[m.doc].Times {
		if _, err := time.Parse(time.DateOnly, t.Value); err == nil && m.holds(t.Span) {
			out = append(out, t.Value)
		}
	}
	return out
}

// holds reports whether a stretch of its article is in what a member says.
func (m *member) holds(span isnad.Span) bool {
	return slices.ContainsFunc(m.Content, func(c isnad.Span) bool { return span.Start >= c.Start && span.End <= c.End })
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
				return bounded(x, s.articles[a.doc].Text), bounded(y, s.articles[b.doc].Text), true
			}
		}
	}
	return "", "", false
}

// bounded is the words of a quantity, and on which side it is open: a lost bound shows beside what
// kept it.
func bounded(q *isnad.Quantity, text string) string {
	words := q.Span.In(text)
	switch {
	case q.Min.Set && !q.Max.Set:
		words += " فأكثر"
	case q.Max.Set && !q.Min.Set:
		words += " فأقل"
	}
	return words
}

// quantities are the figures in what a member says.
func (s *story) quantities(m *member) (out []*isnad.Quantity) {
	a := s.articles[m.doc]
	for i := range a.Quantities {
		if q := &a.Quantities[i]; m.holds(q.Span) {
			out = append(out, q)
		}
	}
	return out
}

// same reports whether two quantities of articles count the same.
func (s *story) same(d int, x *isnad.Quantity, e int, y *isnad.Quantity) bool {
	if h, g := s.harmOf(d, x), s.harmOf(e, y); h.Sense != nil || g.Sense != nil {
		return h.Sense == g.Sense && !s.apart(d, x) && !s.apart(e, y)
	}
	return x.Unit != "" && s.r.unit(x.Unit) == s.r.unit(y.Unit) && sameCount(s.reading(&count{doc: d, of: x}), s.reading(&count{doc: e, of: y}))
}
