package cases

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/zeebo/xxh3"

	"isnad"
)

// Inside is what is traced within one story.
type Inside struct {
	Cases        []isnad.Case // weightiest first
	Figures      []isnad.Figure
	Explanations []isnad.Rivals
}

// alike is how like each other the members of one case must be: the mean of the roots of pairs.
const alike = 0.25

// Inside traces the articles of one story: which propositions they carry, where each comes
// from, what was lost on the way, which figures and explanations stand against each other.
// The articles are in the order of their publication; copies are groups of them, credits the
// agency that each of them names as where its text is from, empty where it names none.
func (r *Reader) Inside(articles []*isnad.Analysis, copies []isnad.Copies, credits []string) Inside {
	s := &story{r: r, articles: articles, credits: credits, ids: newIdentities(r, articles), copyOf: copyGroups(articles, copies)}
	for i, a := range articles {
		s.clauses = append(s.clauses, r.clauses(i, a)...)
	}
	var out Inside
	shapes := shapesOf(s.clauses)
	for _, c := range r.likeness.gather(shapes, alike) {
		if members := s.members(c); len(members) > 0 {
			s.surely(shapes, members)
			out.Cases = append(out.Cases, s.caseOf(members))
		}
	}
	out.Figures = s.figures()
	out.Explanations = s.explanations()
	slices.SortStableFunc(out.Cases, func(a, b isnad.Case) int {
		return cmp.Or(b.Independent-a.Independent, len(b.Members)-len(a.Members), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// story is the work on one story.
type story struct {
	r        *Reader
	articles []*isnad.Analysis
	credits  []string
	clauses  []clause
	ids      *identities
	copyOf   []int // article → its group of copies, or a number of its own
}

// copyGroups numbers the articles so that copies have one number.
func copyGroups(articles []*isnad.Analysis, copies []isnad.Copies) []int {
	at := make(map[string]int, len(articles))
	group := make([]int, len(articles))
	for i, a := range articles {
		at[a.Article.ID], group[i] = i, i
	}
	for _, c := range copies {
		first := -1
		for _, id := range c.Articles {
			i, ok := at[id]
			switch {
			case !ok:
			case first < 0:
				first = group[i]
			default:
				group[i] = first
			}
		}
	}
	return group
}

// member is a telling of a case and the clauses that it was found by.
type member struct {
	isnad.Member
	doc     int
	origin  int  // identity, -1 where there is none
	folded  int  // the first member of the same origin
	sure    bool // it is so like the others that its origin counts
	clauses []int
	terms   []string
	order   []string // the same as they stand
}

// members makes members of the clauses of a cluster: those of one claim, or of one sentence
// of the article's own, that stand beside each other are one. What only one article narrates
// is no case.
func (s *story) members(c *cluster) []member {
	var out []member
	attributed, docs := false, map[int]bool{}
	for _, i := range c.members {
		cl := &s.clauses[i]
		docs[cl.doc] = true
		if n := len(out) - 1; n >= 0 && out[n].clauses[len(out[n].clauses)-1] == i-1 && s.clauses[i-1].doc == cl.doc && s.clauses[i-1].claim == cl.claim && cl.claim >= 0 {
			out[n].clauses = append(out[n].clauses, i)
			out[n].Content = append(out[n].Content, cl.span)
			out[n].terms, out[n].order = append(out[n].terms, cl.terms...), append(out[n].order, cl.order...)
			continue
		}
		m := member{doc: cl.doc, origin: -1, clauses: []int{i}, terms: slices.Clone(cl.terms), order: slices.Clone(cl.order)}
		a := s.articles[cl.doc]
		m.Article, m.Content, m.Certainty, m.Narrated = a.Article.ID, []isnad.Span{cl.span}, cl.certainty, cl.claim < 0 || cl.supposed
		if !m.Narrated {
			attributed = true
			claim := &a.Claims[cl.claim]
			m.Claim, m.Chain = claim.ID, claim.Sources
			m.Denied = claim.Act == isnad.Deny
			m.origin = s.ids.of(cl.doc, cl.claim)
		}
		m.Denied = m.Denied != cl.negated
		out = append(out, m)
	}
	if !attributed && len(docs) < 2 {
		return nil
	}
	for i := range out {
		slices.Sort(out[i].terms)
		out[i].terms = slices.Compact(out[i].terms)
	}
	return out
}

// caseOf makes a case of its members.
func (s *story) caseOf(members []member) isnad.Case {
	s.settleSigns(members)
	c := isnad.Case{ID: s.caseID(&members[0]), Members: make([]isnad.Member, len(members))}
	for i := range members {
		c.Members[i] = members[i].Member
	}
	c.Proposition = s.words(&members[clearest(members)])
	s.origins(&c, members)
	s.drift(&c, members)
	s.grade(&c, members)
	return c
}

// settleSigns turns the signs so that most members affirm: the proposition is what most say. Where somebody
// says what others deny, the denials are worded as what they deny: that two deny it is no proposition of theirs.
func (s *story) settleSigns(members []member) {
	denied, worded, said := 0, 0, false
	for i := range members {
		m := &members[i]
		if m.Denied {
			denied++
		} else if m.origin >= 0 {
			said = true
		}
		if s.clauses[m.clauses[0]].negated {
			worded++
		}
	}
	if 2*denied <= len(members) || said && 2*worded <= len(members) {
		return
	}
	for i := range members {
		members[i].Denied = !members[i].Denied
	}
}

// caseID is made of the first member, so that it stays when others come later.
func (s *story) caseID(first *member) string {
	a := s.articles[first.doc]
	key := a.Article.ID + "\x00" + first.Content[0].In(a.Text)
	return "c" + strconv.FormatUint(xxh3.HashString(key), 36)
}

// clearest is the member whose words tell best what the case says: an affirmed one that shares most with
// the others for its length.
func clearest(members []member) int {
	df := map[string]int{}
	for i := range members {
		for _, t := range members[i].terms {
			df[t]++
		}
	}
	best, score := 0, -1.0
	for i := range members {
		m := &members[i]
		sum := 0
		for _, t := range m.terms {
			sum += df[t] - 1
		}
		value := float64(sum) / float64(4+len(m.terms))
		if m.Denied {
			value /= 4
		}
		if value > score {
			best, score = i, value
		}
	}
	return best
}

// words are those of a member.
func (s *story) words(m *member) string {
	text := ""
	for i, span := range m.Content {
		if i > 0 {
			text += " "
		}
		text += span.In(s.articles[m.doc].Text)
	}
	return text
}
