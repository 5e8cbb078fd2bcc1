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

// mostDiffering bounds the members of one case whose figures are compared.
const mostDiffering = 60

// figuresDiffer reports whether two named origins give figures of one thing that cannot both be. A
// toll that one origin raises is no dispute.
func (s *story) figuresDiffer(members []member) bool {
	var told []int
	for i := range members {
		if m := &members[i]; m.origin >= 0 && s.ids.all[s.ids.find(m.origin)].named && len(told) < mostDiffering {
			told = append(told, i)
		}
	}
	for n, i := range told {
		for _, k := range told[:n] {
			if s.ids.find(members[i].origin) != s.ids.find(members[k].origin) && s.figuresExclude(&members[k], &members[i]) {
				return true
			}
		}
	}
	return false
}

// figuresExclude reports whether all figures of one thing in the two exclude each other.
func (s *story) figuresExclude(a, b *member) bool {
	exclude := false
	for _, x := range s.quantities(a) {
		for _, y := range s.quantities(b) {
			if !s.sameUnit(x, y) {
				continue
			}
			v, w := isnad.FigureValue{Min: x.Min, Max: x.Max}, isnad.FigureValue{Min: y.Min, Max: y.Max}
			if !disjoint(&v, &w) {
				return false
			}
			exclude = true
		}
	}
	return exclude
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
