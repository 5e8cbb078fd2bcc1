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
	Name, ID string
	X, Y     float64
}

type networkLine struct {
	A, B  int
	Count int
}

// pairing counts events between two actors, by their numbers, the lesser first.
type pairing map[[2]int64]int

// count adds the events of an article between any two of its actors.
func (p pairing) count(a *isnad.Analysis, is map[string]int64) {
	for _, e := range a.Events {
		var parties []int64
		for _, id := range slices.Concat(e.Actors, e.Recipients) {
			if n := is[id]; n != 0 && !slices.Contains(parties, n) {
				parties = append(parties, n)
			}
		}
		slices.Sort(parties)
		for i := range parties {
			for k := i + 1; k < len(parties); k++ {
				p[[2]int64{parties[i], parties[k]}]++
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
func (w *words) drawNetwork(f *actorFacts) *circleOf {
	if len(f.Met) < 2 {
		return nil
	}
	n := &circleOf{drawing: drawing{Width: networkWide, Height: networkHigh, rtl: w.rtl()}}
	middle := place{networkWide / 2, networkHigh / 2}
	n.Nodes = append(n.Nodes, networkNode{w.called(f.Actor), f.ID, middle.X, middle.Y})
	numbers := []int64{f.Number}
	for i, m := range f.Met {
		turn := 2*math.Pi*float64(i)/float64(len(f.Met)) - math.Pi/2
		n.Nodes = append(n.Nodes, networkNode{w.called(m.Actor), m.ID, middle.X + 0.36*networkWide*math.Cos(turn), middle.Y + 0.38*networkHigh*math.Sin(turn)})
		numbers = append(numbers, m.number)
	}
	for a := range numbers {
		for b := a + 1; b < len(numbers); b++ {
			key := [2]int64{min(numbers[a], numbers[b]), max(numbers[a], numbers[b])}
			if count := f.pairs[key]; count > 0 {
				n.Lines = append(n.Lines, networkLine{a, b, count})
			}
		}
	}
	slices.SortStableFunc(n.Lines, func(a, b networkLine) int { return cmp.Compare(a.Count, b.Count) })
	return n
}

// tieLabel says what passed between the actor and one that stands around it.
func (v *actorView) tieLabel(node int) string {
	m := v.Met[node-1]
	return v.called(m.Actor) + ": " + v.counted(m.Events)
}

func (n *circleOf) path(l networkLine) string {
	a, b := n.Nodes[l.A], n.Nodes[l.B]
	return (&line{d: &n.drawing}).command('M', a.X, a.Y).command('L', b.X, b.Y).String()
}

func (l networkLine) weight() string { return px(math.Min(1+0.7*math.Sqrt(float64(l.Count-1)), 8)) }
