package cases

import (
	"fmt"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// Bounds of words that agree.
const (
	agreeing   = 0.75 // share of the shorter's terms that the longer has too
	agreeLeast = 5    // terms that it must have at least: two words agree by chance
	sameOrder  = 0.5  // share of its neighbouring terms that are neighbours there too
	sameLeast  = 2    // terms of what two who are described alike say in the same words

	describedLeast = 3 // words that they are called by: «مسؤول أمني» may be anybody
)

// origins finds where the members come from and folds what is one origin: copies, outlets
// that others cite, unnamed sources whose words agree with another's.
func (s *story) origins(c *isnad.Case, members []member) {
	fold := s.foldOrigins(members)
	for i := range members {
		members[i].folded = fold.find(i)
	}
	counts := map[int]bool{} // origins of which a member is surely one of the case
	for i := range members {
		counts[members[i].folded] = counts[members[i].folded] || members[i].sure
	}
	affirms := map[int]bool{}
	for i := range members {
		members[i].sure = counts[members[i].folded]
		if members[i].origin >= 0 && !members[i].Denied {
			affirms[fold.find(i)] = true
		}
	}
	at := map[int]int{} // root, affirmed or denied → place in its list
	for i := range members {
		m := &members[i]
		if m.origin < 0 || !counts[m.folded] || m.Denied && affirms[fold.find(i)] {
			continue // whoever says both is no denier of himself
		}
		list := &c.Origins
		key := 2 * fold.find(i)
		if m.Denied {
			list, key = &c.Deniers, key+1
		}
		k, ok := at[key]
		if !ok {
			k = len(*list)
			at[key] = k
			*list = append(*list, isnad.Origin{})
		}
		s.tell(&(*list)[k], m, i)
	}
	c.Independent = len(c.Origins)
	for _, list := range [][]isnad.Origin{c.Origins, c.Deniers} {
		slices.SortStableFunc(list, func(a, b isnad.Origin) int { return rank(a.Kind) - rank(b.Kind) })
	}
}

// tell adds a member to its origin, which bears the name of the first that has one.
func (s *story) tell(o *isnad.Origin, m *member, i int) {
	id := s.ids.all[s.ids.find(m.origin)]
	if o.Name == "" || rank(o.Kind) > 0 && id.named {
		o.Name, o.Kind = id.name, id.kind
		if !id.named {
			last := m.Chain[len(m.Chain)-1]
			if o.Name, o.Kind = last.Name, last.Kind; o.Kind != isnad.Group {
				o.Kind = isnad.Unnamed
			}
		}
	}
	o.Members = append(o.Members, i)
}

// rank sets named origins before those that nobody names.
func rank(k isnad.Kind) int {
	switch k {
	case isnad.Unnamed, isnad.Group:
		return 1
	}
	return 0
}

// mostCompared bounds the members of one case whose words are compared, of each kind of source.
const mostCompared = 300

// foldOrigins joins the members of one origin: those of one identity; those that an outlet tells with
// those that cite it; and those that say the same in the same words, of whom one is unnamed, or
// both stand in copies of one text. Of an identity each wording is compared once.
func (s *story) foldOrigins(members []member) forest {
	fold := newForest(len(members))
	byIdentity, byOutlet, byCopy := map[int]int{}, map[string]int{}, map[string]int{}
	for i := range members {
		m := &members[i]
		if m.origin < 0 {
			continue
		}
		joinFirst(fold, byIdentity, s.ids.find(m.origin), i)
		if last := m.Chain[len(m.Chain)-1]; !s.ids.all[s.ids.find(m.origin)].named {
			joinFirst(fold, byCopy, fmt.Sprint(s.copyOf[m.doc], arabic.Fold(last.Name)), i)
		}
		if last := m.Chain[len(m.Chain)-1]; last.Kind == isnad.Media {
			joinFirst(fold, byOutlet, s.ids.outlet(last.Name), i)
		}
	}
	s.foldOffices(fold, byIdentity)
	s.foldCited(fold, members, byOutlet)
	var hidden, named []int
	seen := map[string]bool{}
	for i := range members {
		m := &members[i]
		if m.origin < 0 || len(m.terms) < sameLeast {
			continue
		}
		root := s.ids.find(m.origin)
		key := fmt.Sprint(root, s.copyOf[m.doc], m.terms)
		switch {
		case seen[key]:
		case !s.ids.all[root].named && len(hidden) < mostCompared:
			hidden = append(hidden, i)
		case s.ids.all[root].named && len(named) < mostCompared:
			named = append(named, i)
		}
		seen[key] = true
	}
	for n, i := range hidden {
		for _, k := range slices.Concat(hidden[:n], named) {
			s.foldAgreeing(fold, members, i, k)
		}
	}
	for n, i := range named {
		for _, k := range named[:n] {
			if s.copyOf[members[i].doc] == s.copyOf[members[k].doc] && s.ids.maySpell(members[i].origin, members[k].origin) {
				s.foldAgreeing(fold, members, i, k)
			}
		}
	}
	return fold
}

// foldCited joins those that cite an outlet with what that outlet itself tells: of its members with
// the first whose words agree with theirs, else with the first. Its own origins stay apart: an outlet
// that is cited may have asked two.
func (s *story) foldCited(fold forest, members []member, byOutlet map[string]int) {
	own := map[int]int{} // by the first member that cites the outlet, the outlet's member
	for i := range members {
		if members[i].origin < 0 {
			continue
		}
		cites, ok := byOutlet[s.ids.outlet(s.articles[members[i].doc].Article.Outlet)]
		if !ok || cites == i {
			continue
		}
		if k, known := own[cites]; !known || !agree(&members[k], &members[cites]) && agree(&members[i], &members[cites]) {
			own[cites] = i
		}
	}
	for cites, i := range own {
		fold.join(cites, i)
	}
}

// joinFirst joins a member with the first of its key.
func joinFirst[K comparable](fold forest, first map[K]int, key K, i int) {
	if k, ok := first[key]; ok {
		fold.join(k, i)
	} else {
		first[key] = i
	}
}

// foldAgreeing joins two members of different articles whose words agree, and their numbers.
func (s *story) foldAgreeing(fold forest, members []member, i, k int) {
	if members[i].doc == members[k].doc || fold.find(i) == fold.find(k) || s.otherNumbers(&members[i], &members[k]) {
		return
	}
	if agree(&members[i], &members[k]) || s.sameWords(&members[i], &members[k]) {
		fold.join(i, k)
	}
}

// agree reports whether most terms of the shorter one are in the longer, in the order of which most
// stand beside each other too, and it is no short one.
func agree(x, y *member) bool {
	a, b := x.terms, y.terms
	if len(a) > len(b) {
		x, y, a, b = y, x, b, a
	}
	if len(a) < agreeLeast {
		return false
	}
	shared := 0
	for _, t := range a {
		if _, ok := slices.BinarySearch(b, t); ok {
			shared++
		}
	}
	return float64(shared) >= agreeing*float64(len(a)) && 2*len(a) >= len(b) && together(x.order, y.order) >= sameOrder
}

// otherNumbers reports whether both give numbers of which none is the other's: who counts 19 dead is not whoever
// counted twelve in the same words.
func (s *story) otherNumbers(x, y *member) bool {
	a, b := s.numbersOf(x), s.numbersOf(y)
	return len(a) > 0 && len(b) > 0 && shared(a, b) == 0
}

func (s *story) numbersOf(m *member) (out []string) {
	for _, c := range m.clauses {
		out = append(out, s.clauses[c].numbers...)
	}
	return out
}

// sameWords reports whether two whom nobody names are described alike, and say a short thing in the very same words:
// «مسؤول أمني صومالي» to whom three outlets give «الخسائر قد تكون أكبر» is one, of a report that all of them have.
func (s *story) sameWords(x, y *member) bool {
	if len(x.terms) < sameLeast || !slices.Equal(x.order, y.order) {
		return false
	}
	a, b := end(x.Chain).Name, end(y.Chain).Name
	return len(strings.Fields(a)) >= describedLeast && slices.Equal(s.ids.description(a), s.ids.description(b))
}

// together is the share of the words of a that stand beside each other in b too.
func together(a, b []string) float64 {
	in := map[[2]string]bool{}
	for i := 1; i < len(b); i++ {
		in[[2]string{b[i-1], b[i]}] = true
	}
	shared := 0
	for i := 1; i < len(a); i++ {
		if in[[2]string{a[i-1], a[i]}] {
			shared++
		}
	}
	return float64(shared) / float64(max(1, len(a)-1))
}

// forest joins numbers into sets; the least of a set is its root.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) find(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int) {
	i, j = f.find(i), f.find(j)
	f[max(i, j)] = min(i, j)
}

// foldOffices joins who holds an office with the body that it is of, where both tell.
func (s *story) foldOffices(fold forest, byIdentity map[int]int) {
	if len(byIdentity) > mostCompared {
		return
	}
	for person, i := range byIdentity {
		for body, k := range byIdentity {
			if s.ids.speaksAs(person, body) {
				fold.join(i, k)
			}
		}
	}
}
