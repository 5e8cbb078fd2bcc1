package web

import (
	"cmp"
	"math"
	"slices"

	"isnad"
)

// circleOf is an actor among those with whom it had events: they stand around it, and
// lines join who had events with whom, the wider the more.
type circleOf struct {
	drawing
	Nodes []networkNode // the actor itself first
	Lines []networkLine
}

type networkNode struct {
	Name string
	X, Y float64
}

type networkLine struct {
	A, B  int
	Count int
}

// pairing counts events between two actors, by name.
type pairing map[[2]string]int

// count adds the events of an article between any two of its actors.
func (p pairing) count(a *isnad.Analysis) {
	names := make(map[string]string, len(a.Entities))
	for _, e := range a.Entities {
		names[e.ID] = e.Name
	}
	for _, e := range a.Events {
		var parties []string
		for _, id := range slices.Concat(e.Actors, e.Recipients) {
			if name := names[id]; name != "" && !slices.Contains(parties, name) {
				parties = append(parties, name)
			}
		}
		slices.Sort(parties)
		for i := range parties {
			for k := i + 1; k < len(parties); k++ {
				p[[2]string{parties[i], parties[k]}]++
			}
		}
	}
}

// The measures of a network.
const (
	networkWide = 560.0
	networkHigh = 360.0
)

// drawNetwork places an actor and its counterparts.
func drawNetwork(name string, met []counterpart, pairs pairing, rtl bool) *circleOf {
	if len(met) < 2 {
		return nil
	}
	n := &circleOf{drawing: drawing{Width: networkWide, Height: networkHigh, rtl: rtl}}
	middle := place{networkWide / 2, networkHigh / 2}
	n.Nodes = append(n.Nodes, networkNode{name, middle.X, middle.Y})
	for i, m := range met {
		turn := 2*math.Pi*float64(i)/float64(len(met)) - math.Pi/2
		n.Nodes = append(n.Nodes, networkNode{m.Name, middle.X + 0.36*networkWide*math.Cos(turn), middle.Y + 0.38*networkHigh*math.Sin(turn)})
	}
	for a := range n.Nodes {
		for b := a + 1; b < len(n.Nodes); b++ {
			key := [2]string{n.Nodes[a].Name, n.Nodes[b].Name}
			slices.Sort(key[:])
			if count := pairs[key]; count > 0 {
				n.Lines = append(n.Lines, networkLine{a, b, count})
			}
		}
	}
	slices.SortStableFunc(n.Lines, func(a, b networkLine) int { return cmp.Compare(a.Count, b.Count) })
	return n
}

func (n *circleOf) path(l networkLine) string {
	a, b := n.Nodes[l.A], n.Nodes[l.B]
	return (&line{d: &n.drawing}).command('M', a.X, a.Y).command('L', b.X, b.Y).String()
}

func (l networkLine) weight() string { return px(math.Min(1+0.7*math.Sqrt(float64(l.Count-1)), 8)) }
