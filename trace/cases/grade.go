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
