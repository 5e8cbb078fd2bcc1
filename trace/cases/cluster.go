package cases

import (
	"cmp"
	"container/heap"
	"slices"
)

// cluster is clauses that are taken for one proposition.
type cluster struct {
	members    []int // clauses, in their order
	all        vector
	happenings vector
	places     vector
	placed     int // members that say where
	counted    int // members that count somebody harmed
	happened   int // members with a happening
	near       map[int]bool
	dead       bool
}

// join is two clusters that may be one.
type join struct {
	similarity float64
	a, b       int // a < b
}

type joins []join

func (h joins) Len() int      { return len(h) }
func (h joins) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *joins) Push(x any)   { *h = append(*h, x.(join)) }
func (h *joins) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
func (h joins) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[j].similarity, h[i].similarity), h[i].a-h[j].a, h[i].b-h[j].b) < 0
}

// Bounds of the comparison, so that work grows with the clauses and not with their square.
const (
	mostPostings  = 400 // clauses of one term that are compared with each other: the nearest in order
	mostNeighbors = 60  // clauses that one clause is compared with further: the most similar
)

// How alike two clauses are besides their words.
const (
	otherPlace     = 0.6  // of the likeness where both say where, and it is elsewhere
	otherHappening = 0.3  // of it where other things happen in them
	bothCount      = 0.15 // more where both count people to whom the same happened
)

// gather joins the clauses into clusters, the most similar first, as long as their members
// are on the average at least so similar (average linkage, Sokal and Michener 1958).
func gather(clauses []clause, least float64) []*cluster {
	all, happenings, places, terms := weigh(clauses, nil)
	clusters := make([]*cluster, len(clauses))
	for i := range clauses {
		clusters[i] = &cluster{members: []int{i}, all: all[i], happenings: happenings[i], places: places[i], placed: min(1, len(places[i])), near: map[int]bool{}}
		if len(clauses[i].happens) > 0 {
			clusters[i].happened = 1
		}
		if len(clauses[i].harms) > 0 && clauses[i].counted {
			clusters[i].counted = 1
		}
	}
	var queue joins
	offer := func(a, b int) {
		if s := similarity(clusters[a], clusters[b]); s >= least {
			heap.Push(&queue, join{s, min(a, b), max(a, b)})
		}
	}
	for _, p := range neighbors(all, terms) {
		clusters[p[0]].near[p[1]], clusters[p[1]].near[p[0]] = true, true
		offer(p[0], p[1])
	}
	for len(queue) > 0 {
		j := heap.Pop(&queue).(join)
		if clusters[j.a].dead || clusters[j.b].dead {
			continue
		}
		merged := clusters[j.a].merge(clusters[j.b], j)
		clusters = append(clusters, merged)
		for _, n := range merged.alive(clusters) {
			clusters[n].near[len(clusters)-1] = true
			offer(n, len(clusters)-1)
		}
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return c.dead })
}

// merge makes one of two clusters.
func (c *cluster) merge(d *cluster, j join) *cluster {
	m := &cluster{
		members: slices.Concat(c.members, d.members), all: add(c.all, d.all), happenings: add(c.happenings, d.happenings),
		places: add(c.places, d.places), placed: c.placed + d.placed,
		counted: c.counted + d.counted, happened: c.happened + d.happened, near: c.near,
	}
	slices.Sort(m.members)
	for n := range d.near {
		m.near[n] = true
	}
	c.dead, d.dead, c.near, d.near = true, true, nil, nil
	return m
}

// alive drops the neighbours that are merged away and gives the others in order.
func (c *cluster) alive(clusters []*cluster) []int {
	var out []int
	for n := range c.near {
		if clusters[n].dead {
			delete(c.near, n)
			continue
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// similarity is the mean cosine of the members of two clusters, less where other things
// happen in them, more where both count people to whom the same happened.
func similarity(c, d *cluster) float64 {
	pairs := float64(len(c.members) * len(d.members))
	s := dot(c.all, d.all) / pairs
	if c.placed > 0 && d.placed > 0 && dot(c.places, d.places) == 0 {
		s *= otherPlace
	}
	if c.happened == 0 || d.happened == 0 {
		return s
	}
	same := dot(c.happenings, d.happenings) / float64(c.happened*d.happened)
	s *= otherHappening + (1-otherHappening)*min(1, 2*same)
	if c.counted > 0 && d.counted > 0 {
		s += bothCount * same * float64(c.counted*d.counted) / pairs
	}
	return s
}

// neighbors lists the pairs of clauses that share terms, each once, in order.
func neighbors(all []vector, terms int) [][2]int {
	postings := make([][]int32, terms)
	for i, v := range all {
		for _, x := range v {
			postings[x.term] = append(postings[x.term], int32(i))
		}
	}
	var out [][2]int
	shared := map[int]float64{}
	type near struct {
		clause int
		s      float64
	}
	for i, v := range all {
		clear(shared)
		for _, x := range v {
			at, _ := slices.BinarySearch(postings[x.term], int32(i))
			for _, k := range postings[x.term][max(0, at-mostPostings):at] {
				shared[int(k)] = dot(v, all[k])
			}
		}
		best := make([]near, 0, len(shared))
		for k, s := range shared {
			best = append(best, near{k, s})
		}
		slices.SortFunc(best, func(a, b near) int { return cmp.Or(cmp.Compare(b.s, a.s), a.clause-b.clause) })
		for _, b := range best[:min(len(best), mostNeighbors)] {
			out = append(out, [2]int{b.clause, i})
		}
	}
	return out
}
