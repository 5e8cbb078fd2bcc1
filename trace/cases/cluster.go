package cases

import (
	"cmp"
	"container/heap"
	"encoding/binary"
	"slices"
)

// cluster is clauses that are taken for one proposition.
type cluster struct {
	members []int           // clauses, in their order
	shapes  int             // how many that differ
	near    map[int]float64 // other cluster → sum of the likeness of the pairs between them
	dead    bool
}

// join is two clusters that may be one.
type join struct {
	likeness float64
	a, b     int // a < b
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
	return cmp.Or(cmp.Compare(h[j].likeness, h[i].likeness), h[i].a-h[j].a, h[i].b-h[j].b) < 0
}

// Bounds of the comparison, so that work grows with the clauses and not with their square.
const (
	mostPostings  = 1500 // clauses of one term that are compared with each other: the nearest in order
	mostNeighbors = 1000 // clauses that one clause is compared with further: the most similar
	leastLike     = 0.05 // likeness that is kept
)

// gather joins the clauses into clusters, the most alike first, as long as the pairs between
// two are on the average at least so like each other (average linkage, Sokal and Michener
// 1958). Clauses of the same words are one from the start, and count as one.
func (l *likeness) gather(clauses []clause, least float64) []*cluster {
	s := shapesOf(clauses)
	clusters, first := same(s)
	var queue joins
	offer := func(a, b int) {
		x, y := clusters[a], clusters[b]
		if mean := x.near[b] / float64(x.shapes*y.shapes); mean >= least {
			heap.Push(&queue, join{mean, min(a, b), max(a, b)})
		}
	}
	for _, p := range s.neighbors(first) {
		a, b := p[0], p[1]
		f := s.compare(&s.of[first[a]], &s.of[first[b]])
		if like := l.of(&f); like >= leastLike {
			clusters[a].near[b], clusters[b].near[a] = like, like
			offer(a, b)
		}
	}
	for len(queue) > 0 {
		j := heap.Pop(&queue).(join)
		if clusters[j.a].dead || clusters[j.b].dead {
			continue
		}
		clusters = append(clusters, merge(clusters, j))
		merged := len(clusters) - 1
		for _, n := range clusters[merged].neighbors() {
			offer(n, merged)
		}
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return c.dead })
}

// same makes a cluster of the clauses of one shape, and gives the first clause of each.
func same(s *shapes) (clusters []*cluster, first []int) {
	at := map[string]int{}
	var key []byte
	for i := range s.of {
		key = s.of[i].key(key[:0])
		n, ok := at[string(key)]
		if !ok {
			n = len(clusters)
			at[string(key)] = n
			clusters, first = append(clusters, &cluster{shapes: 1, near: map[int]float64{}}), append(first, i)
		}
		clusters[n].members = append(clusters[n].members, i)
	}
	return clusters, first
}

// key tells a shape from others.
func (s *shape) key(key []byte) []byte {
	for _, list := range [][]int32{s.pairs, s.terms, s.numbers} {
		for _, n := range list {
			key = binary.AppendUvarint(key, uint64(n)+2)
		}
		key = append(key, 0)
	}
	if s.negated {
		key = append(key, 1)
	}
	return key
}

// merge makes one of two clusters. What was near to either is near to it.
func merge(clusters []*cluster, j join) *cluster {
	c, d, n := clusters[j.a], clusters[j.b], len(clusters)
	m := &cluster{members: slices.Concat(c.members, d.members), shapes: c.shapes + d.shapes, near: c.near}
	slices.Sort(m.members)
	for k, like := range d.near {
		m.near[k] += like
	}
	delete(m.near, j.a)
	delete(m.near, j.b)
	for k, like := range m.near {
		near := clusters[k].near
		delete(near, j.a)
		delete(near, j.b)
		near[n] = like
	}
	c.dead, d.dead, c.near, d.near = true, true, nil, nil
	return m
}

// neighbors are the clusters near to this one, in order.
func (c *cluster) neighbors() []int {
	out := make([]int, 0, len(c.near))
	for n := range c.near {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// neighbors lists the pairs of places in first whose clauses share terms, each once, in order.
func (s *shapes) neighbors(first []int) [][2]int {
	postings := make([][]int32, len(s.weight))
	var out [][2]int
	shared := map[int32]float64{}
	type near struct {
		n int32
		s float64
	}
	for n, i := range first {
		clear(shared)
		for _, t := range s.of[i].terms {
			list := postings[t]
			for _, k := range list[max(0, len(list)-mostPostings):] {
				shared[k] += s.weight[t]
			}
			postings[t] = append(list, int32(n))
		}
		best := make([]near, 0, len(shared))
		for k, sum := range shared {
			best = append(best, near{k, sum / (1 + s.of[first[k]].weight)})
		}
		slices.SortFunc(best, func(a, b near) int { return cmp.Or(cmp.Compare(b.s, a.s), int(a.n-b.n)) })
		for _, b := range best[:min(len(best), mostNeighbors)] {
			out = append(out, [2]int{int(b.n), n})
		}
	}
	return out
}
