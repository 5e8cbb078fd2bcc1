package web

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"isnad"
)

// pairView is the page of what passed between two actors.
type pairView struct {
	*page
	A, B   who
	Total  int         // articles that name both
	Read   int         // the newest of them, which were read
	Events []pairEvent // the newest first
	Chart  *pairChart
	Sums   [2][]named // types with their number: cooperation, conflict
}

// pairShown is how many events are listed before the rest is asked for.
const pairShown = 20

// pairEvent is an event between the two, as an article tells it.
type pairEvent struct {
	Article isnad.Article
	Event   *isnad.Event
	Trigger string
	Day     time.Time
	Said    string // the day, month or year in words
}

// The types of PLOVER by what they do to a relation: verbal and material cooperation
// stand above the line, verbal and material conflict below (PLOVER's quad classes).
var (
	cooperation = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
	conflict    = []string{"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)

func (s *Server) pair(p *page, r *http.Request) (templ.Component, error) {
	v := &pairView{page: p}
	if err := s.between(r.Context(), v, r.PathValue("a"), r.PathValue("b")); err != nil {
		return nil, err
	}
	v.Chart = p.drawPair(v.Events)
	v.sum()
	p.title = p.called(v.A.Actor) + " – " + p.called(v.B.Actor)
	return v.body(), nil
}

// sum counts the events by type, on either side.
func (v *pairView) sum() {
	for _, e := range v.Events {
		side := 0
		if slices.Contains(conflict, e.Event.Type) {
			side = 1
		}
		v.Sums[side] = add(v.Sums[side], e.Event.Type, "")
	}
	for side := range v.Sums {
		v.Sums[side] = foremost(v.Sums[side])
	}
}

// between finds what passed between the two.
func (s *Server) between(ctx context.Context, v *pairView, a, b string) (err error) {
	if v.A, err = s.archive.who(ctx, a); err != nil {
		return err
	}
	if v.B, err = s.archive.who(ctx, b); err != nil {
		return err
	}
	if v.A.Number == v.B.Number {
		return fmt.Errorf("%q beside itself: %w", a, ErrNotFound)
	}
	found, err := s.Archive.SeenTogether(ctx, v.A.numbers, v.B.numbers, counted)
	if err != nil {
		return err
	}
	if found.Total == 0 {
		return fmt.Errorf("%q beside %q: %w", a, b, ErrNotFound)
	}
	read, cast, err := s.archive.seen(ctx, found.Newest)
	if err != nil {
		return fmt.Errorf("articles that name %q and %q: %w", a, b, err)
	}
	v.Total, v.Read = found.Total, len(read)
	for _, x := range read {
		v.read(x, entitiesOf(cast, x.Article.ID, v.A.Number), entitiesOf(cast, x.Article.ID, v.B.Number))
	}
	slices.SortStableFunc(v.Events, func(a, b pairEvent) int { return cmp.Compare(b.Day.Unix(), a.Day.Unix()) })
	return nil
}

func (v *pairView) read(a *isnad.Analysis, as, bs []string) {
	for i := range a.Events {
		e := &a.Events[i]
		parties := slices.Concat(e.Actors, e.Recipients)
		has := func(ids []string) bool {
			return slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(parties, id) })
		}
		if !has(as) || !has(bs) || e.Status == "denied" {
			continue
		}
		day, said := dayOf(e.Time), v.timex(e.Time)
		if day.IsZero() {
			day, said = when(a.Article.Published), v.day(a.Article.Published)
		}
		v.Events = append(v.Events, pairEvent{Article: a.Article, Event: e, Trigger: clean(e.Trigger.In(a.Text)), Day: day, Said: said})
	}
}

// dayOf is the first day of a TIMEX3 date, month or year; zero of anything else.
func dayOf(timex string) time.Time {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, timex); err == nil {
			return t
		}
	}
	return time.Time{}
}

// pairChart is what passed between two by month, cooperation above and conflict below.
type pairChart struct {
	drawing
	Bars   []pairBar
	Months []tick
	Middle float64
	Wide   float64 // of a bar
}

type pairBar struct {
	X, Y, High float64
	Type       string
	Count      int
	First      int // of the events, the newest of these
	Month      string
	Conflict   bool
}

// The measures of the chart.
const (
	pairHigh  = 220.0
	pairWidth = 760.0
	pairFoot  = 26.0
	pairMost  = 48 // months that are drawn
	pairLabel = 15 // the least height of a bar that has its type written into it
)

func (w *words) drawPair(events []pairEvent) *pairChart {
	c := &pairChart{drawing: drawing{Width: pairWidth, Height: pairHigh, rtl: w.rtl()}}
	if len(events) == 0 {
		return c
	}
	last := monthOf(events[0].Day)
	first := max(monthOf(events[len(events)-1].Day), last-pairMost+1)
	counts := countPair(events, first)
	above, below := 1, 1
	for m := first; m <= last; m++ {
		above, below = max(above, counts.above[m]), max(below, counts.below[m])
	}
	unit := min(22, (pairHigh-pairFoot-8)/float64(above+below))
	c.Middle = 4 + unit*float64(above)
	c.Height = c.Middle + unit*float64(below) + pairFoot
	step := min(96, pairWidth/float64(last-first+1))
	c.Wide = step - 2
	for m := first; m <= last; m++ {
		x := step * float64(m-first)
		name := w.T("month."+twoDigits(m%12+1)) + " " + digits(m/12)
		if (m-first)%max(1, int(math.Ceil(92/step))) == 0 {
			c.Months = append(c.Months, tick{x + 2, name})
		}
		c.pile(counts, m, pairBar{X: x + 1, Month: name}, unit)
	}
	return c
}

// monthOf counts the months since the year 0.
func monthOf(t time.Time) int { return t.Year()*12 + int(t.Month()) - 1 }

// pairCell is the events of one type in one month.
type pairCell struct {
	month int
	kind  string
}

// pairCounts is how many events a chart shows.
type pairCounts struct {
	of           map[pairCell]int
	newest       map[pairCell]int // the place of the newest of them in the list
	above, below map[int]int      // the line, by month
}

// countPair counts events, the newest first, from a month on.
func countPair(events []pairEvent, first int) pairCounts {
	c := pairCounts{map[pairCell]int{}, map[pairCell]int{}, map[int]int{}, map[int]int{}}
	for i, e := range events {
		cell := pairCell{monthOf(e.Day), e.Event.Type}
		if cell.month < first {
			continue
		}
		if c.of[cell]++; c.of[cell] == 1 {
			c.newest[cell] = i
		}
		if slices.Contains(conflict, cell.kind) {
			c.below[cell.month]++
		} else {
			c.above[cell.month]++
		}
	}
	return c
}

// pile adds the bars of a month, cooperation upwards and conflict downwards from the line.
func (c *pairChart) pile(counts pairCounts, month int, bar pairBar, unit float64) {
	y, under := c.Middle, c.Middle
	for _, kind := range slices.Concat(cooperation, conflict) {
		cell := pairCell{month, kind}
		n := counts.of[cell]
		if n == 0 {
			continue
		}
		bar.High, bar.Type, bar.Count, bar.First = unit*float64(n), kind, n, counts.newest[cell]
		if bar.Conflict = slices.Contains(conflict, kind); bar.Conflict {
			bar.Y = under
			under += bar.High
		} else {
			y -= bar.High
			bar.Y = y
		}
		c.Bars = append(c.Bars, bar)
	}
}

// barLabel says what a bar of the chart stands for.
func (v *pairView) barLabel(b pairBar) string {
	return v.T("event."+b.Type) + " " + digits(b.Count) + " · " + b.Month
}

// counted lists types of event with their number.
func (w *words) counted(types []named) string {
	if len(types) == 0 {
		return w.T("nothing")
	}
	var parts []string
	for _, n := range types {
		parts = append(parts, w.T("event."+n.Name)+" "+digits(n.Count))
	}
	return strings.Join(parts, w.T("comma")+" ")
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + digits(n)
	}
	return digits(n)
}
