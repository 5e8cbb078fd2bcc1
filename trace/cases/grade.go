package cases

import (
	"fmt"
	"slices"
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
	rivals := s.rivalTolls(members)
	switch {
	case len(c.Deniers) > 0 && len(c.Origins) > 0:
		c.Grade = isnad.Disputed
		c.Reason = fmt.Sprintf("يقوله %s وينفيه %s", listed(append(named, unnamed...)), listed(names(c.Deniers)))
	case len(rivals) > 0:
		c.Grade = isnad.Disputed
		c.Reason = fmt.Sprintf("أرقام لا تجتمع عند: %s", listed(namesOf(c.Origins, members, rivals)))
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
	if n := unsure(members); n > 0 {
		c.Reason += fmt.Sprintf("؛ أصول لم تحتسب لأن قولها قد يكون غير هذا: %d", n)
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

// mostDiffering bounds the origins of one case whose figures are compared, and the figures of each.
const mostDiffering = 60

// rivalTolls finds the origins that give figures of one thing of which none can be any of another's. A toll that
// one origin raises, or that others tell as he last did, is no dispute.
func (s *story) rivalTolls(members []member) (rivals []int) {
	told := map[int][]total{} // by origin
	var origins []int
	for i := range members {
		m := &members[i]
		if m.origin < 0 || !m.sure || m.Denied || len(told[m.folded]) >= mostDiffering {
			continue
		}
		tolls := s.tolls(m)
		if len(tolls) > 0 && told[m.folded] == nil {
			origins = append(origins, m.folded)
		}
		told[m.folded] = append(told[m.folded], tolls...)
	}
	origins = origins[:min(len(origins), mostDiffering)]
	for n, a := range origins {
		for _, b := range origins[:n] {
			if exclusive(told[a], told[b]) {
				rivals = append(rivals, a, b)
			}
		}
	}
	return rivals
}

// namesOf are the names of those origins of which these are.
func namesOf(origins []isnad.Origin, members []member, of []int) (names []string) {
	for _, o := range origins {
		if slices.ContainsFunc(o.Members, func(i int) bool { return slices.Contains(of, members[i].folded) }) {
			names = append(names, o.Name)
		}
	}
	return names
}

// exclusive reports whether both give figures of one thing, and all of them exclude each other.
func exclusive(as, bs []total) bool {
	exclude := false
	for i := range as {
		for k := range bs {
			if as[i].of.Sense != bs[k].of.Sense {
				continue
			}
			if !disjoint(&as[i].FigureValue, &bs[k].FigureValue) {
				return false
			}
			exclude = true
		}
	}
	return exclude
}

// tolls are the figures in what a member says of those to whom something happened, and their sums.
func (s *story) tolls(m *member) (out []total) {
	a := s.articles[m.doc]
	for i := range a.Quantities {
		q := &a.Quantities[i]
		if !m.holds(q.Span) || s.among(m.doc, q) {
			continue
		}
		if h := s.harmOf(m.doc, q); h.Sense != nil {
			out = append(out, total{about(q), h})
		}
		if i > 0 {
			if t, ok := s.sum(m.doc, i-1, i); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// roughly is the share of a figure by which what is told as «about» may differ.
const roughly = 0.25

// about is the range that a quantity leaves: «نحو 17» is no other toll than 15.
func about(q *isnad.Quantity) isnad.FigureValue {
	v := isnad.FigureValue{Min: q.Min, Max: q.Max}
	if q.Approx {
		v.Min.Value *= 1 - roughly
		v.Max.Value *= 1 + roughly
	}
	return v
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
