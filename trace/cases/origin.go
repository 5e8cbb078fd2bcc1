package cases

import (
	"slices"

	"isnad"
)

// Bounds of words that agree.
const (
	agreeing   = 0.75 // share of the shorter's terms that the longer has too
	agreeLeast = 5    // terms that it must have at least: two words agree by chance
)

// origins finds where the members come from and folds what is one origin: copies, outlets
// that others cite, unnamed sources whose words agree with another's.
func (s *story) origins(c *isnad.Case, members []member) {
	fold := newForest(len(members))
	byIdentity := map[int]int{}
	for i := range members {
		if members[i].origin < 0 {
			continue
		}
		id := s.ids.find(members[i].origin)
		if first, ok := byIdentity[id]; ok {
			fold.join(first, i)
		} else {
			byIdentity[id] = i
		}
	}
	for i := range members {
		for k := range i {
			if members[i].origin >= 0 && members[k].origin >= 0 && s.fold(&members[k], &members[i]) {
				fold.join(k, i)
			}
		}
	}
	affirms := map[int]bool{}
	for i := range members {
		if members[i].origin >= 0 && !members[i].Denied {
			affirms[fold.find(i)] = true
		}
	}
	at := map[int]int{} // root, affirmed or denied → place in its list
	for i := range members {
		m := &members[i]
		if m.origin < 0 || m.Denied && affirms[fold.find(i)] {
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

// fold reports whether two members with different origins have one all the same.
func (s *story) fold(a, b *member) bool {
	x, y := s.ids.all[s.ids.find(a.origin)], s.ids.all[s.ids.find(b.origin)]
	if s.cites(a, b) || s.cites(b, a) {
		return true
	}
	if a.doc == b.doc || x.named && y.named && s.copyOf[a.doc] != s.copyOf[b.doc] {
		return false
	}
	if x.named && y.named && (x.kind == isnad.Person || y.kind == isnad.Person) {
		return false
	}
	return agree(a.terms, b.terms)
}

// cites reports whether a's chain ends with the outlet that tells b.
func (s *story) cites(a, b *member) bool {
	last := a.Chain[len(a.Chain)-1]
	return last.Kind == isnad.Media && s.ids.outlet(last.Name) == s.ids.outlet(s.articles[b.doc].Article.Outlet)
}

// agree reports whether most terms of the shorter list are in the longer, and it is no
// short one.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
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
	return float64(shared) >= agreeing*float64(len(a)) && 2*len(a) >= len(b)
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
