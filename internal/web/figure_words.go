package web

import (
	"strconv"
	"strings"
)

// digits writes a whole number without grouping, for addresses.
func digits(n int) string { return strconv.Itoa(n) }

// markLabel is what a mark says when it is pointed at.
func (p *page) markLabel(c *figureChart, m figureMark) string {
	by := c.Claimers[m.Claimer].Name
	if by == "" {
		by = p.T("own-voice")
	}
	parts := []string{p.bounds(m.Value.Min, m.Value.Max) + " " + clean(c.Figure.Unit), clean(by), clean(m.Article.Outlet), p.day(m.Value.Told)}
	if m.Copies > 0 {
		parts = append(parts, p.N("copies", m.Copies))
	}
	if m.Excluded {
		parts = append(parts, p.T("disputed"))
	}
	return strings.Join(parts, " · ")
}

func (c *figureChart) grid(y float64) string {
	return (&line{d: &c.drawing}).command('M', c.axis, y).command('L', c.Width, y).String()
}

func (c *figureChart) tickAt(x float64) string {
	return (&line{d: &c.drawing}).command('M', x, c.Height-figureFoot).command('L', x, c.Height-4).String()
}

// bar is the range of a value; an open end has an arrow.
func (c *figureChart) bar(m figureMark) string {
	l := &line{d: &c.drawing}
	l.command('M', m.X, m.Top).command('L', m.X, m.End)
	switch {
	case m.Up:
		l.command('M', m.X-4, m.Top+6).command('L', m.X, m.Top).command('L', m.X+4, m.Top+6)
	case m.Down:
		l.command('M', m.X-4, m.End-6).command('L', m.X, m.End).command('L', m.X+4, m.End-6)
	default:
		l.command('M', m.X-5, m.Top).command('L', m.X+5, m.Top).command('M', m.X-5, m.End).command('L', m.X+5, m.End)
	}
	return l.String()
}
