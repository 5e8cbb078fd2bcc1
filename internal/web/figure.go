package web

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// The measures of a figure's chart, in the units of its picture.
const (
	figureWidth  = 760.0
	figureHigh   = 230.0
	figureDigit  = 7.5  // width of a digit of the numbers beside the axis
	figureFoot   = 34.0 // room for the days
	figureMargin = 18.0
)

// figureChart is a figure over time with every place worked out: a mark for each
// telling, its shape by claimer.
type figureChart struct {
	drawing
	Figure   isnad.Figure
	Marks    []figureMark
	Numbers  []tick
	Days     []tick
	Claimers []claimer
	Disputed bool
	axis     float64 // room for the numbers
	log      bool
	low      float64
	high     float64
}

type tick struct {
	At    float64
	Label string
}

// claimer is whose word values are; the one without a name is the articles' own voice.
type claimer struct {
	Name  string
	Class string // named, unnamed or none
	Shape int
}

// shapes is how many shapes of marks there are.
const shapes = 6

// figureMark is one value as it is drawn.
type figureMark struct {
	Value    isnad.FigureValue
	Article  isnad.StoryArticle
	Claimer  int
	Copies   int // further articles that copy this one
	X, Y     float64
	Top, End float64 // of the bar of a range
	Up, Down bool    // open ends
	Excluded bool
	Crowded  bool // another mark stands where the number of copies would
}

// figurePen draws the figures of a story. What all of them ask of it is worked out once.
type figurePen struct {
	*words
	kinds    map[string]isnad.Kind
	articles map[string]isnad.StoryArticle
	copyOf   map[string]int
}

func (w *words) figurePen(t *isnad.Trace) *figurePen {
	return &figurePen{w, kindsOf(t), articlesOf(t), copyOf(t)}
}

// figure collects the marks of a figure, without their places.
func (w *figurePen) figure(f isnad.Figure) *figureChart {
	c := &figureChart{drawing: drawing{Width: figureWidth, Height: figureHigh, rtl: w.rtl()}, Figure: f}
	c.collect(f, w.kinds, w.articles, w.copyOf)
	return c
}

// draw works out the chart of a figure.
func (w *figurePen) draw(f isnad.Figure) *figureChart {
	c := w.figure(f)
	w.place(c)
	return c
}

// place works out where the marks of a figure stand.
func (w *figurePen) place(c *figureChart) {
	if len(c.Marks) == 0 {
		return
	}
	c.scale()
	for _, v := range steps(c.low, c.high, c.log) {
		c.Numbers = append(c.Numbers, tick{c.y(v), number(v)})
		c.axis = max(c.axis, 16+figureDigit*float64(len(number(v))))
	}
	first, last := midnight(c.Marks[0].Value.Told), midnight(c.Marks[len(c.Marks)-1].Value.Told).AddDate(0, 0, 1)
	room := c.Width - c.axis - 2*figureMargin
	x := func(at time.Time) float64 {
		return c.axis + figureMargin + room*at.Sub(first).Hours()/last.Sub(first).Hours()
	}
	for i := range c.Marks {
		c.place(&c.Marks[i], x(when(c.Marks[i].Value.Told)))
	}
	c.apart()
	c.crowded()
	every := 1 + int(last.Sub(first).Hours()/24)/8
	for day := first; day.Before(last); day = day.AddDate(0, 0, every) {
		c.Days = append(c.Days, tick{x(day), w.dayMonth(day)})
	}
}

// midnight is the beginning of the day of an article.
func midnight(told string) time.Time {
	t := when(told)
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// collect makes a mark of every value, copies of an article with the same value behind
// one mark.
func (c *figureChart) collect(f isnad.Figure, kinds map[string]isnad.Kind, articles map[string]isnad.StoryArticle, copyOf map[string]int) {
	seats := make(map[string]int)
	for _, v := range f.Values {
		at := slices.IndexFunc(c.Claimers, func(o claimer) bool { return o.Name == v.By })
		if at < 0 {
			at = len(c.Claimers)
			class := "none"
			if !v.Narrated() {
				class = classOf(cmp.Or(kinds[v.By], isnad.Person)) // whoever has a name and no kind is named
			}
			c.Claimers = append(c.Claimers, claimer{Name: v.By, Class: class, Shape: at % shapes})
		}
		c.Disputed = c.Disputed || len(v.Excludes) > 0
		if g := copyOf[v.Article]; g > 0 {
			seat := strconv.Itoa(g) + " " + v.By + " " + number(v.Min.Value) + " " + number(v.Max.Value)
			if m, ok := seats[seat]; ok {
				c.Marks[m].Copies++
				continue
			}
			seats[seat] = len(c.Marks)
		}
		c.Marks = append(c.Marks, figureMark{Value: v, Article: articles[v.Article], Claimer: at, Excluded: len(v.Excludes) > 0})
	}
	slices.SortStableFunc(c.Marks, func(a, b figureMark) int {
		return cmp.Compare(when(a.Value.Told).Unix(), when(b.Value.Told).Unix())
	})
}

// scale finds the ends of the axis: logarithmic where values lie far apart.
func (c *figureChart) scale() {
	c.low, c.high = math.Inf(1), math.Inf(-1)
	for _, m := range c.Marks {
		for _, b := range []isnad.Bound{m.Value.Min, m.Value.Max} {
			if b.Set {
				c.low, c.high = min(c.low, b.Value), max(c.high, b.Value)
			}
		}
	}
	if math.IsInf(c.low, 0) {
		c.low, c.high = 0, 1
	}
	c.log = c.low > 0 && c.high/c.low > 30
	if c.log {
		c.low, c.high = c.low/1.4, c.high*1.4
		return
	}
	if c.low > 0 {
		c.low = 0
	}
	c.high += (c.high - c.low) * 0.12
	if c.high == c.low {
		c.high++
	}
}

func (c *figureChart) y(v float64) float64 {
	part := (v - c.low) / (c.high - c.low)
	if c.log {
		part = math.Log(v/c.low) / math.Log(c.high/c.low)
	}
	return (c.Height - figureFoot) - part*(c.Height-figureFoot-12)
}

func (c *figureChart) place(m *figureMark, x float64) {
	low, high := m.Value.Min, m.Value.Max
	m.X = x
	switch {
	case low.Set && high.Set:
		m.Top, m.End = c.y(high.Value), c.y(low.Value)
		m.Y = (m.Top + m.End) / 2
	case low.Set:
		m.Y = c.y(low.Value)
		m.Top, m.End, m.Up = max(m.Y-34, 4), m.Y, true
	case high.Set:
		m.Y = c.y(high.Value)
		m.Top, m.End, m.Down = m.Y, min(m.Y+34, c.Height-figureFoot), true
	default:
		m.Y = c.Height - figureFoot
		m.Top, m.End = m.Y, m.Y
	}
}

// apart moves marks that would lie on each other to the side.
func (c *figureChart) apart() {
	const near = 15.0
	for i := range c.Marks {
		for k := range i {
			if math.Abs(c.Marks[i].X-c.Marks[k].X) < near && math.Abs(c.Marks[i].Y-c.Marks[k].Y) < near {
				c.Marks[i].X = min(c.Marks[k].X+near, c.Width-near/2)
			}
		}
	}
}

// crowded finds the marks beside which there is no room for the number of their copies.
func (c *figureChart) crowded() {
	for i := range c.Marks {
		m := &c.Marks[i]
		for k := range c.Marks {
			o := &c.Marks[k]
			if k != i && math.Abs(o.X-m.X-15) < 16 && (math.Abs(o.Y-m.Y+7) < 14 || o.Top-8 < m.Y && m.Y < o.End && o.Top != o.End) {
				m.Crowded = true
			}
		}
	}
}

// steps are round values between two bounds.
func steps(low, high float64, logarithmic bool) (out []float64) {
	if logarithmic {
		decades := math.Log10(high / low)
		every := math.Pow(10, math.Ceil(decades/6))
		for v := math.Pow(10, math.Ceil(math.Log10(low))); v <= high; v *= every {
			out = append(out, v)
			if decades < 3 && v*3 <= high {
				out = append(out, v*3)
			}
		}
		return out
	}
	rough := (high - low) / 4
	unit := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, k := range []float64{1, 2, 5, 10} {
		if unit*k >= rough {
			unit *= k
			break
		}
	}
	for v := math.Ceil(low/unit) * unit; v <= high; v += unit {
		out = append(out, v)
	}
	return out
}

// shape is the path of a mark around a point.
func shape(n int, x, y float64) string {
	const r = 6.0
	at := func(dx, dy float64) string { return px(x+dx) + " " + px(y+dy) }
	switch n % shapes {
	case 1:
		return "M" + at(-r, -r) + "H" + px(x+r) + "V" + px(y+r) + "H" + px(x-r) + "Z"
	case 2:
		return "M" + at(0, -r-1) + "L" + at(r+1, r) + "L" + at(-r-1, r) + "Z"
	case 3:
		return "M" + at(0, -r-2) + "L" + at(r+2, 0) + "L" + at(0, r+2) + "L" + at(-r-2, 0) + "Z"
	case 4:
		return "M" + at(0, r+1) + "L" + at(r+1, -r) + "L" + at(-r-1, -r) + "Z"
	case 5:
		return "M" + strings.Join([]string{at(-r, -2), at(-2, -2), at(-2, -r), at(2, -r), at(2, -2), at(r, -2), at(r, 2), at(2, 2), at(2, r), at(-2, r), at(-2, 2), at(-r, 2)}, "L") + "Z"
	}
	return "M" + at(-r, 0) + "a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"
}
