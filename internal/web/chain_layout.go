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
	chainLeast   = 940.0 // width of a picture of few columns, which would else be blown up
	chainColumn  = 218.0 // from column to column
	chainBox     = 176.0 // width and height of a node
	chainBoxHigh = 60.0
	chainLane    = 8.0  // height of a line that passes nodes
	chainGap     = 12.0 // between nodes
)

// chainPicture is a chain graph with every place worked out.
type chainPicture struct {
	*chains
	drawing
	Rows    []float64 // y of each telling
	Places  []place   // of each node
	Columns int
	spare   float64         // room that few columns leave, which is spread between them
	lanes   map[int][]place // of each edge: where it passes columns
}

type place struct{ X, Y float64 } // of the side that the reader is on, and the middle

// draw places the graph: columns are hops from the reader, rows are tellings by time.
func (g *chains) draw(rtl bool) *chainPicture {
	p := &chainPicture{chains: g, drawing: drawing{rtl: rtl}, lanes: make(map[int][]place)}
	for i := range g.Tellings {
		p.Rows = append(p.Rows, chainHead+chainRow*(float64(i)+0.5))
	}
	p.Places = make([]place, len(g.Nodes))
	for _, n := range g.Nodes {
		p.Columns = max(p.Columns, n.Column)
	}
	p.spare = max(0, chainLeast-p.column(max(p.Columns, 1))-chainBox-4)
	bottom := chainHead + chainRow*float64(len(g.Tellings))
	for c := 1; c <= p.Columns; c++ {
		bottom = max(bottom, p.placeColumn(c))
	}
	p.Width = p.column(max(p.Columns, 1)) + chainBox + 4
	p.Height = bottom + 8
	return p
}

func (p *chainPicture) column(c int) float64 {
	return chainDot + chainLead + chainColumn*float64(c-1) + 30 + p.spare*float64(c)/float64(max(p.Columns, 1))
}

// seat is what takes room in a column: a node, or the line of an edge that passes by.
type seat struct {
	node, edge int // the one that it is not is -1
	wish, high float64
}

// placeColumn sets the nodes of a column level with the tellings that pass through
// them, and the lines that only pass by between them, and gives where the lowest ends.
func (p *chainPicture) placeColumn(c int) float64 {
	var seats []seat
	for n := range p.Nodes {
		if p.Nodes[n].Column == c {
			seats = append(seats, seat{node: n, edge: -1, wish: p.level(n), high: chainBoxHigh})
		}
	}
	for i, e := range p.Edges {
		if from := p.from(e); !e.Back && from < c && p.Nodes[e.To].Column > c {
			seats = append(seats, seat{node: -1, edge: i, wish: p.start(e), high: chainLane})
		}
	}
	slices.SortStableFunc(seats, func(a, b seat) int { return cmp.Compare(a.wish, b.wish) })
	free := chainHead
	for _, s := range seats {
		y := math.Max(s.wish, free+s.high/2)
		free = y + s.high/2 + chainGap
		if s.node >= 0 {
			p.Places[s.node] = place{p.column(c), y}
			continue
		}
		p.lanes[s.edge] = append(p.lanes[s.edge], place{p.column(c), y})
	}
	return free
}

// level is the middle of the tellings that pass through a node.
func (p *chainPicture) level(n int) float64 {
	sum, count := 0.0, 0
	for i, t := range p.Tellings {
		if slices.Contains(t.path, n) {
			sum += p.Rows[i]
			count++
		}
	}
	return sum / float64(max(count, 1))
}

// from is the column that an edge starts from, and start how high.
func (p *chainPicture) from(e chainEdge) int {
	if e.Telling >= 0 {
		return 0
	}
	return p.Nodes[e.From].Column
}

func (p *chainPicture) start(e chainEdge) float64 {
	if e.Telling >= 0 {
		return p.Rows[e.Telling]
	}
	return p.Places[e.From].Y
}

// stroke is the path of an edge, past the nodes that it does not touch.
func (p *chainPicture) stroke(i int) string {
	e := p.Edges[i]
	l := &line{d: &p.drawing}
	x, y := chainDot, p.start(e)
	l.command('M', x, y)
	if e.Telling >= 0 {
		x += chainLead - 20
		l.command('L', x, y)
	} else {
		x = p.Places[e.From].X + chainBox
		l = (&line{d: &p.drawing}).command('M', x, y)
	}
	for _, lane := range p.lanes[i] {
		l.bend(x, y, lane.X, lane.Y)
		x, y = lane.X+chainBox, lane.Y
		l.command('L', x, y)
	}
	to := p.Places[e.To]
	if e.Back {
		to.X += chainBox
	}
	l.bend(x, y, to.X, to.Y)
	return l.String()
}

// bend leads from one place to another, level at both ends.
func (l *line) bend(x, y, toX, toY float64) {
	half := math.Max(20, (toX-x)/2)
	l.command('C', x+half, y, toX-half, toY, toX, toY)
}

// weight is the width of an edge, which grows with the articles that pass over it.
func (e chainEdge) weight() string { return px(math.Min(1.5+float64(e.Articles-1)*0.8, 7)) }
