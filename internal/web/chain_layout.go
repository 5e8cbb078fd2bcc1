package web

import (
	"cmp"
	"math"
	"slices"
)

// The measures of a chain graph, in the units of its picture.
const (
	chainHead    = 44.0  // above the first row
	chainRow     = 60.0  // from telling to telling
	chainLabel   = 200.0 // for the outlet's name
	chainDot     = 214.0 // where the line of a telling begins
	chainLead    = 150.0 // of a line before it bends: room for what was lost
	chainColumn  = 218.0 // from column to column
	chainBox     = 176.0 // width and height of a node
	chainBoxHigh = 60.0
	chainGap     = 12.0 // between nodes
)

// chainPicture is a chain graph with every place worked out.
type chainPicture struct {
	*chains
	drawing
	Rows    []float64 // y of each telling
	Places  []place   // of each node
	Columns int
}

type place struct{ X, Y float64 } // of the side that the reader is on, and the middle

// draw places the graph: columns are hops from the reader, rows are tellings by time.
func (g *chains) draw(rtl bool) *chainPicture {
	p := &chainPicture{chains: g, drawing: drawing{rtl: rtl}}
	for i := range g.Tellings {
		p.Rows = append(p.Rows, chainHead+chainRow*(float64(i)+0.5))
	}
	p.Places = make([]place, len(g.Nodes))
	for _, n := range g.Nodes {
		p.Columns = max(p.Columns, n.Column)
	}
	bottom := chainHead + chainRow*float64(len(g.Tellings))
	for c := 1; c <= p.Columns; c++ {
		bottom = max(bottom, p.placeColumn(c))
	}
	p.Width = p.column(max(p.Columns, 1)) + chainBox + 4
	p.Height = bottom + 8
	return p
}

func (p *chainPicture) column(c int) float64 {
	return chainDot + chainLead + chainColumn*float64(c-1) + 30
}

// placeColumn sets the nodes of a column level with the tellings that pass through
// them, apart from each other, and gives where the lowest ends.
func (p *chainPicture) placeColumn(c int) float64 {
	var nodes []int
	wish := make(map[int]float64)
	for n := range p.Nodes {
		if p.Nodes[n].Column != c {
			continue
		}
		sum, count := 0.0, 0
		for i, t := range p.Tellings {
			if slices.Contains(t.path, n) {
				sum += p.Rows[i]
				count++
			}
		}
		if count > 0 {
			wish[n] = sum / float64(count)
		}
		nodes = append(nodes, n)
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return cmp.Compare(wish[a], wish[b]) })
	free := chainHead
	for _, n := range nodes {
		y := math.Max(wish[n], free+chainBoxHigh/2)
		p.Places[n] = place{p.column(c), y}
		free = y + chainBoxHigh/2 + chainGap
	}
	return free
}

// stroke is the path of an edge.
func (p *chainPicture) stroke(e chainEdge) string {
	to := p.Places[e.To]
	l := &line{d: &p.drawing}
	x, y := chainDot, 0.0
	if e.Telling >= 0 {
		y = p.Rows[e.Telling]
		l.command('M', x, y).command('L', x+chainLead-20, y)
		x += chainLead - 20
	} else {
		from := p.Places[e.From]
		x, y = from.X+chainBox, from.Y
		l.command('M', x, y)
	}
	end := to.X
	if e.Back {
		end += chainBox
	}
	bend := math.Max(24, (end-x)/2)
	return l.command('C', x+bend, y, end-bend, to.Y, end, to.Y).String()
}

// weight is the width of an edge, which grows with the articles that pass over it.
func (e chainEdge) weight() string { return px(math.Min(1.5+float64(e.Articles-1)*0.8, 7)) }
