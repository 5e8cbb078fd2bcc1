package cases

import (
	"cmp"
	"container/heap"
	"encoding/binary"
	"math"
	"slices"
)

// cluster is clauses that are taken for one proposition.
type cluster struct {
	members []int // clauses, in their order
	shapes  int   // how many that differ
	near    []edge
	into    int // the cluster that it was merged into; itself while it is none
}

// edge is what two clusters have in common: the sum of the roots of the likeness of the pairs between them. It
// may name one that was merged away since.
type edge struct {
	to  int
	sum float64
}

// join is two clusters that may be one.
type join struct {
	likeness float64
	a, b     int // a < b
}

type joins []join

func (h joins) Len() int      { return len(h) }
func (h joins) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *joins) Push(any)     {} // what is new is appended, and put in its place by heap.Fix
func (h *joins) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
func (h joins) Less(i, j int) bool {
	x, y := &h[i], &h[j]
	switch {
	case x.likeness != y.likeness:
		return x.likeness > y.likeness
	case x.a != y.a:
		return x.a < y.a
	}
	return x.b < y.b
}

// Bounds of the comparison, so that work grows with the clauses and not with their square.
const (
	mostPostings  = 1500      // clauses of one term that are compared with each other: the nearest in order
	mostNeighbors = 1000      // clauses that one clause is compared with further: the most similar
	fewNeighbors  = 60        // the same where there are very many
	mostPairs     = 2_000_000 // that are compared, unless this leaves fewer than fewNeighbors
	leastShared   = 0.15      // of the weight of the shorter clause: what shares less is not compared
	leastLike     = 0.14      // root of a likeness that is kept
)

// gather joins the clauses into clusters, the most alike first, as long as the square roots of the likeness
// of the pairs between two are on the average at least so much (average linkage, Sokal and Michener
// 1958; of the likeness itself a few pairs in the same words outweighed many that have little in common).
// Clauses of the same words are one from the start, and count as one.
func (l *likeness) gather(s *shapes, least float64) []*cluster {
	clusters, first := same(s)
	g := &gathering{clusters: clusters, least: least, sum: make([]float64, 2*len(clusters))}
	s.neighbors(first, func(a, b int) {
		f := s.compare(&s.of[first[a]], &s.of[first[b]])
		if like := math.Sqrt(l.of(&f)); like >= leastLike {
			g.clusters[a].near = append(g.clusters[a].near, edge{b, like})
			g.clusters[b].near = append(g.clusters[b].near, edge{a, like})
			g.keep(a, b, like)
		}
	})
	heap.Init(&g.queue)
	for len(g.queue) > 0 {
		j := heap.Pop(&g.queue).(join)
		if g.clusters[j.a].into == j.a && g.clusters[j.b].into == j.b {
			g.merge(j.a, j.b)
		}
	}
	var out []*cluster
	for n, c := range g.clusters {
		if c.into == n {
			out = append(out, c)
		}
	}
	return out
}

// gathering is clusters on their way to fewer.
type gathering struct {
	clusters []*cluster
	queue    joins
	least    float64
	sum      []float64 // by cluster: room to add up edges
}

// addUp makes one edge of those that lead to one cluster by now.
func (g *gathering) addUp(lists ...[]edge) []edge {
	var to []int
	for _, list := range lists {
		for _, e := range list {
			k := g.now(e.to)
			if g.sum[k] == 0 {
				to = append(to, k)
			}
			g.sum[k] += e.sum
		}
	}
	out := make([]edge, len(to))
	for i, k := range to {
		out[i] = edge{k, g.sum[k]}
		g.sum[k] = 0
	}
	return out
}

// keep keeps two clusters for joining if they are like enough.
func (g *gathering) keep(a, b int, sum float64) bool {
	mean := sum / float64(g.clusters[a].shapes*g.clusters[b].shapes)
	if mean < g.least {
		return false
	}
	g.queue = append(g.queue, join{mean, min(a, b), max(a, b)})
	return true
}

// merge makes one of two clusters: what was near to either is near to it.
func (g *gathering) merge(a, b int) {
	c, d, n := g.clusters[a], g.clusters[b], len(g.clusters)
	m := &cluster{members: slices.Concat(c.members, d.members), shapes: c.shapes + d.shapes, into: n}
	slices.Sort(m.members)
	g.clusters = append(g.clusters, m)
	c.into, d.into = n, n
	m.near = slices.DeleteFunc(g.addUp(c.near, d.near), func(e edge) bool { return e.to == n })
	c.near, d.near = nil, nil
	for _, e := range m.near {
		if g.keep(e.to, n, e.sum) {
			heap.Fix(&g.queue, len(g.queue)-1)
		}
	}
}

// now is the cluster that one is in by now.
func (g *gathering) now(n int) int {
	for g.clusters[n].into != n {
		g.clusters[n].into = g.clusters[g.clusters[n].into].into
		n = g.clusters[n].into
	}
	return n
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
			clusters, first = append(clusters, &cluster{shapes: 1, into: n}), append(first, i)
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

// neighbors tells of the pairs of places in first whose clauses share terms, each once, in order.
func (s *shapes) neighbors(first []int, tell func(a, b int)) {
	type near struct {
		n int32
		s float64
	}
	postings := make([][]int32, len(s.weight))
	shared := make([]float64, len(first))
	var best []near
	most := max(fewNeighbors, min(mostNeighbors, mostPairs/max(1, len(first))))
	for n, i := range first {
		best = best[:0]
		for _, t := range s.of[i].terms {
			list := postings[t]
			for _, k := range list[max(0, len(list)-mostPostings):] {
				if shared[k] == 0 {
					best = append(best, near{n: k})
				}
				shared[k] += s.weight[t]
			}
			postings[t] = append(list, int32(n))
		}
		kept := best[:0]
		for _, b := range best {
			weight := s.of[first[b.n]].weight
			b.s = shared[b.n] / (1 + weight)
			if shared[b.n] >= leastShared*min(weight, s.of[i].weight) {
				kept = append(kept, b)
			}
			shared[b.n] = 0
		}
		best = kept
		if len(best) > most {
			slices.SortFunc(best, func(a, b near) int { return cmp.Or(cmp.Compare(b.s, a.s), int(a.n-b.n)) })
			best = best[:most]
		}
		for _, b := range best {
			tell(int(b.n), n)
		}
	}
}
