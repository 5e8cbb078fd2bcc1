package cases

import (
	"fmt"
	"strings"

	"isnad"
)

// grade says how well the case is founded, and why.
func (s *story) grade(c *isnad.Case, members []member) {
	var named, unnamed []string
	for _, o := range c.Origins {
		if rank(o.Kind) == 0 {
			named = append(named, o.Name)
		} else {
			unnamed = append(unnamed, o.Name)
		}
	}
	switch {
	case len(c.Deniers) > 0 && len(c.Origins) > 0:
		c.Grade = isnad.Disputed
		c.Reason = fmt.Sprintf("يقوله %s وينفيه %s", listed(append(named, unnamed...)), listed(names(c.Deniers)))
	case s.figuresDiffer(members):
		c.Grade = isnad.Disputed
		c.Reason = fmt.Sprintf("أرقام لا تجتمع عند: %s", listed(named))
	case len(c.Origins) == 1 && s.circular(members):
		c.Grade = isnad.Circular
		c.Reason = "وسائل إعلام ينسبه بعضها إلى بعض بلا أصل"
	case len(named) >= 2:
		c.Grade = isnad.Corroborated
		c.Reason = fmt.Sprintf("أصول مسماة مستقلة: %s", listed(named))
	case len(named) == 1:
		c.Grade = isnad.SingleOrigin
		c.Reason = fmt.Sprintf("كل من ينسبه يعود به إلى أصل مسمى واحد: %s", named[0])
	case len(unnamed) > 0:
		c.Grade = isnad.UnnamedOrigin
		c.Reason = fmt.Sprintf("لا أصل مسمى له: %s", listed(unnamed))
	default:
		c.Grade = isnad.NoOrigin
		c.Reason = "يروى بلا نسبة إلى أحد"
	}
	if copies := s.copied(members); copies > 0 {
		c.Reason += fmt.Sprintf("؛ عدد ما هو نسخ من نص واحد: %d", copies)
	}
}

// circular reports whether the chains of a case lead back to each other: every source is an outlet,
// and one that is cited cites in its turn.
func (s *story) circular(members []member) bool {
	cites := map[string]string{} // outlet → the one that it has it from
	for i := range members {
		m := &members[i]
		if m.origin < 0 {
			continue
		}
		last := m.Chain[len(m.Chain)-1]
		if last.Kind != isnad.Media {
			return false
		}
		from, to := s.ids.outlet(s.articles[m.doc].Article.Outlet), s.ids.outlet(last.Name)
		if _, ok := cites[from]; !ok && from != to {
			cites[from] = to
		}
	}
	for start := range cites {
		at, ok := cites[start]
		for n := 0; ok && n < len(cites); n++ {
			if at == start {
				return true
			}
			at, ok = cites[at]
		}
	}
	return false
}

// mostDiffering bounds the members of one case whose figures are compared.
const mostDiffering = 60

// figuresDiffer reports whether two named origins give figures of one thing of which none of the
// one's can be any of the other's. A toll that one origin raises, or that others tell as
// he last did, is no dispute.
func (s *story) figuresDiffer(members []member) bool {
	told := map[int][]int{} // origin → members
	var origins []int
	n := 0
	for i := range members {
		m := &members[i]
		if m.origin < 0 || n == mostDiffering {
			continue
		}
		root := s.ids.find(m.origin)
		if !s.ids.all[root].named {
			continue
		}
		if told[root] == nil {
			origins = append(origins, root)
		}
		told[root] = append(told[root], i)
		n++
	}
	for n, a := range origins {
		for _, b := range origins[:n] {
			if s.figuresExclude(members, told[a], told[b]) {
				return true
			}
		}
	}
	return false
}

// figuresExclude reports whether all figures of one thing in the two groups of members exclude
// each other.
func (s *story) figuresExclude(members []member, as, bs []int) bool {
	exclude := false
	for _, i := range as {
		for _, k := range bs {
			a, b := &members[i], &members[k]
			for _, x := range s.tolls(a) {
				for _, y := range s.tolls(b) {
					if x.of.Sense != y.of.Sense {
						continue
					}
					if !disjoint(&x.FigureValue, &y.FigureValue) {
						return false
					}
					exclude = true
				}
			}
		}
	}
	return exclude
}

// tolls are the figures in what a member says of those to whom something happened, and their sums.
func (s *story) tolls(m *member) (out []total) {
	a := s.articles[m.doc]
	for i := range a.Quantities {
		q := &a.Quantities[i]
		if !m.holds(q.Span) {
			continue
		}
		if h := s.harmOf(m.doc, q); h.Sense != nil {
			out = append(out, total{isnad.FigureValue{Min: q.Min, Max: q.Max}, h})
		}
		if i > 0 {
			if t, ok := s.sum(m.doc, i-1, i); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// copied counts the members that stand in copies of another member's text.
func (s *story) copied(members []member) int {
	seen, n := map[int]int{}, 0
	for i := range members {
		doc := members[i].doc
		if first, ok := seen[s.copyOf[doc]]; ok && first != doc {
			n++
		} else {
			seen[s.copyOf[doc]] = doc
		}
	}
	return n
}

func names(origins []isnad.Origin) []string {
	out := make([]string, len(origins))
	for i, o := range origins {
		out[i] = o.Name
	}
	return out
}

// mostListed is how many names a reason gives.
const mostListed = 4

// listed joins names as Arabic does.
func listed(names []string) string {
	if extra := len(names) - mostListed; extra > 0 {
		return strings.Join(names[:mostListed], " و") + fmt.Sprintf(" وغيرهم (%d)", extra)
	}
	return strings.Join(names, " و")
}
