package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
)

// chains are the chains of a case joined into one graph, from its tellings to its
// origins.
type chains struct {
	All      []telling // by time
	Tellings []telling // those that are drawn: of a crowd, alike ones together
	Nodes    []chainNode
	Edges    []chainEdge
}

// telling is one place where a case is told, with the copies of it.
type telling struct {
	At      int // among all tellings
	Member  int // of the case
	Article isnad.StoryArticle
	Copies  []int // members that are copies of this one
	Alike   int   // later tellings with the same chain that are drawn with it
	alike   int   // articles that stand behind those
	Lost    []isnad.Drift
	path    []int // nodes, the nearest first; empty where nobody is named
}

// articles is how many articles stand behind the telling.
func (t *telling) articles() int { return 1 + len(t.Copies) + t.alike }

// chainNode is somebody who passed the statement on, or from whom it comes.
type chainNode struct {
	Name   string
	Kind   isnad.Kind
	Origin bool
	Denies bool
	Column int // hops from the nearest telling; origins stand in the last column
}

// chainEdge leads from a teller to the one whose word is told.
type chainEdge struct {
	Telling  int // index of the telling that it starts from, or -1
	From, To int // nodes; From counts only where Telling is -1
	Articles int // that pass over it
	Back     bool
}

// joinChains builds the graph of a case.
func joinChains(c *isnad.Case, articles map[string]isnad.StoryArticle, copies []isnad.Copies) *chains {
	j := &joining{c: c, articles: articles, graph: &chains{}, nodes: make(map[string]int), origins: make(map[int]int)}
	for i, o := range c.Origins {
		j.addOrigin(i, o, false)
	}
	for i, o := range c.Deniers {
		j.addOrigin(len(c.Origins)+i, o, true)
	}
	j.tellings(copies)
	for i := range j.graph.Tellings {
		t := &j.graph.Tellings[i]
		t.path = j.path(t.Member, nil)
	}
	for i := range j.graph.Tellings {
		j.graph.Tellings[i].At = i
	}
	j.graph.All = j.graph.Tellings
	j.graph.Tellings = j.drawn(j.graph.All)
	j.edges()
	j.columns()
	return j.graph
}

// crowd is from how many tellings on alike ones are drawn together: each is a row, and a graph
// that is many screens high says nothing.
const crowd = 16

// drawn gives the tellings of a graph; of a crowd those that have the same chain, lost the same and
// say the same together, behind the first of them.
func (j *joining) drawn(all []telling) (rows []telling) {
	if len(all) <= crowd {
		return all
	}
	at := make(map[string]int)
	for _, t := range all {
		key := strconv.FormatBool(j.c.Members[t.Member].Denied)
		if len(t.Lost) > 0 {
			key += string(t.Lost[0].What)
		}
		for _, n := range t.path {
			key += " " + strconv.Itoa(n)
		}
		i, ok := at[key]
		if !ok {
			at[key] = len(rows)
			rows = append(rows, t)
			continue
		}
		rows[i].Alike++
		rows[i].alike += t.articles()
	}
	return rows
}

type joining struct {
	c        *isnad.Case
	articles map[string]isnad.StoryArticle
	graph    *chains
	nodes    map[string]int
	origins  map[int]int // node of the origin of each member
}

func (j *joining) node(key, name string, kind isnad.Kind) int {
	i, ok := j.nodes[key]
	if !ok {
		i = len(j.graph.Nodes)
		j.nodes[key] = i
		j.graph.Nodes = append(j.graph.Nodes, chainNode{Name: name, Kind: kind})
	}
	return i
}

func (j *joining) addOrigin(number int, o isnad.Origin, denies bool) {
	i := j.node("origin "+strconv.Itoa(number), o.Name, o.Kind)
	j.graph.Nodes[i].Origin, j.graph.Nodes[i].Denies = true, denies
	for _, m := range o.Members {
		if m >= 0 && m < len(j.c.Members) {
			j.origins[m] = i
		}
	}
}

// tellings lists the members by time, copies behind the first of their group that
// tells the same from the same origin, or from none.
func (j *joining) tellings(copies []isnad.Copies) {
	group := make(map[string]int)
	for i, g := range copies {
		for _, a := range g.Articles {
			group[a] = i + 1
		}
	}
	order := make([]int, len(j.c.Members))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(j.told(a), j.told(b))
	})
	type seat struct{ group, origin int }
	first := make(map[seat]int)
	for _, m := range order {
		member := &j.c.Members[m]
		origin, known := j.origins[m]
		if !known {
			origin = -1
		}
		if g := group[member.Article]; g > 0 && (known || len(member.Chain) == 0) {
			if at, ok := first[seat{g, origin}]; ok && j.c.Members[j.graph.Tellings[at].Member].Article != member.Article {
				j.graph.Tellings[at].Copies = append(j.graph.Tellings[at].Copies, m)
				continue
			}
			first[seat{g, origin}] = len(j.graph.Tellings)
		}
		t := telling{Member: m, Article: j.articles[member.Article]}
		for _, d := range j.c.Drift {
			if d.To == m {
				t.Lost = append(t.Lost, d)
			}
		}
		j.graph.Tellings = append(j.graph.Tellings, t)
	}
}

func (j *joining) told(m int) int64 {
	return when(j.articles[j.c.Members[m].Article].Published).Unix()
}

// path is the chain of a member as nodes, followed over the tellings that it cites to
// its origin.
func (j *joining) path(m int, passed []int) (path []int) {
	origin, known := j.origins[m]
	chain := j.c.Members[m].Chain
	if known && len(chain) > 0 && j.ends(chain[len(chain)-1], origin) {
		chain = chain[:len(chain)-1]
	}
	for i, link := range chain {
		key := "link " + arabic.Fold(link.Name)
		if link.Kind == isnad.Unnamed {
			key += " of " + strconv.Itoa(m) + "." + strconv.Itoa(i)
		}
		path = append(path, j.node(key, link.Name, link.Kind))
	}
	if !known {
		return path
	}
	if len(chain) > 0 {
		last := chain[len(chain)-1]
		for next := range j.c.Members {
			if next != m && !slices.Contains(passed, next) && j.isOrigin(next, origin) && sameName(j.articles[j.c.Members[next].Article].Outlet, last.Name) {
				return append(path, j.path(next, append(passed, m))...)
			}
		}
	}
	return append(path, origin)
}

func (j *joining) isOrigin(m, origin int) bool {
	o, ok := j.origins[m]
	return ok && o == origin
}

// ends reports whether the last link of a chain is the origin itself, perhaps under
// another name: only what relays may stand before an origin that the chain does not name.
func (j *joining) ends(last isnad.Link, origin int) bool {
	return last.Kind != isnad.Media && last.Kind != isnad.Document || sameName(last.Name, j.graph.Nodes[origin].Name)
}

// sameName reports whether two names are the same but for spelling, or one is a part
// of the other.
func sameName(a, b string) bool {
	a, b = " "+arabic.Fold(a)+" ", " "+arabic.Fold(b)+" "
	return len(a) > 2 && len(b) > 2 && (strings.Contains(a, b) || strings.Contains(b, a))
}

func (j *joining) edges() {
	type hop struct{ telling, from, to int }
	at := make(map[hop]int)
	add := func(h hop, articles int) {
		i, ok := at[h]
		if !ok {
			i = len(j.graph.Edges)
			at[h] = i
			j.graph.Edges = append(j.graph.Edges, chainEdge{Telling: h.telling, From: h.from, To: h.to})
		}
		j.graph.Edges[i].Articles += articles
	}
	for i, t := range j.graph.Tellings {
		for k, to := range t.path {
			switch {
			case k == 0:
				add(hop{i, -1, to}, t.articles())
			case t.path[k-1] != to:
				add(hop{-1, t.path[k-1], to}, t.articles())
			}
		}
	}
}

// columns places every node as many hops from the reader as its longest chain has, and
// the origins beyond all others. Edges that lead back are marked and not counted.
func (j *joining) columns() {
	next := make([][]int, len(j.graph.Nodes)) // edges
	for i, e := range j.graph.Edges {
		if e.Telling < 0 {
			next[e.From] = append(next[e.From], i)
		}
	}
	const unseen, open, done = 0, 1, 2
	state := make([]int, len(j.graph.Nodes))
	var order []int
	var visit func(n int)
	visit = func(n int) {
		state[n] = open
		for _, e := range next[n] {
			switch to := j.graph.Edges[e].To; state[to] {
			case open:
				j.graph.Edges[e].Back = true
			case unseen:
				visit(to)
			}
		}
		state[n] = done
		order = append(order, n)
	}
	for n := range j.graph.Nodes {
		if state[n] == unseen {
			visit(n)
		}
	}
	last := 1
	for _, n := range slices.Backward(order) {
		node := &j.graph.Nodes[n]
		node.Column = max(node.Column, 1)
		last = max(last, node.Column)
		for _, e := range next[n] {
			if edge := j.graph.Edges[e]; !edge.Back {
				j.graph.Nodes[edge.To].Column = max(j.graph.Nodes[edge.To].Column, node.Column+1)
			}
		}
	}
	for n := range j.graph.Nodes {
		last = max(last, j.graph.Nodes[n].Column)
	}
	for n := range j.graph.Nodes {
		if j.graph.Nodes[n].Origin {
			j.graph.Nodes[n].Column = last
		}
	}
}
