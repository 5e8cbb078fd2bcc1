package isnad

import (
	"math"
	"strconv"
)

// Schema names the form that AppendJSON writes and ReadAnalysis reads.
const Schema = "isnad.analysis/1"

// AppendJSON appends the analysis to dst as one line of JSON, without the line
// feed, and returns the extended slice. Spans are written in Unicode code points
// of the text, a byte that is no UTF-8 counting as one and written as U+FFFD.
// Lists that the contract requires are there even when empty; what is unknown is
// left out. Every span must lie inside a.Text, on rune boundaries.
func (a *Analysis) AppendJSON(dst []byte) []byte {
	var room [256]pointBlock // 16 KB of text, as most articles have, need no allocation
	e := encoder{dst: &dst, text: a.Text, points: indexPoints(room[:0], a.Text)}
	e.raw(`{"schema":"` + Schema + `","article":`)
	e.article(&a.Article)
	e.raw(`,"mentions":[`)
	for i := range a.Mentions {
		e.comma(i)
		e.mention(&a.Mentions[i])
	}
	e.raw(`],"entities":[`)
	for i := range a.Entities {
		e.comma(i)
		e.entity(&a.Entities[i])
	}
	e.raw(`],"claims":[`)
	for i := range a.Claims {
		e.comma(i)
		e.claim(&a.Claims[i])
	}
	e.raw(`],"events":[`)
	for i := range a.Events {
		e.comma(i)
		e.event(&a.Events[i])
	}
	e.raw(`],"quantities":[`)
	for i := range a.Quantities {
		e.comma(i)
		e.quantity(&a.Quantities[i])
	}
	e.raw(`],"times":[`)
	for i := range a.Times {
		e.comma(i)
		e.time(&a.Times[i])
	}
	e.raw(`],"explanations":[`)
	for i := range a.Explanations {
		e.comma(i)
		e.explanation(&a.Explanations[i])
	}
	e.raw(`]}`)
	return dst
}

// MarshalJSON writes what AppendJSON writes.
func (a *Analysis) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil), nil }

// encoder appends the parts of one analysis. Its key arguments are JSON ready to
// be copied, with the comma before and the colon after.
type encoder struct {
	dst    *[]byte // a pointer, so that what is returned does not drag the rest onto the heap
	text   string
	points []pointBlock
}

func (e *encoder) article(a *Article) {
	e.str(`{"id":`, a.ID)
	e.str(`,"title":`, a.Title)
	e.str(`,"text":`, e.text)
	language := a.Language
	if language == "" {
		language = "ar"
	}
	e.str(`,"language":`, language)
	e.known(`,"outlet":`, a.Outlet)
	e.known(`,"url":`, a.URL)
	e.known(`,"author":`, a.Author)
	e.known(`,"published":`, a.Published)
	e.known(`,"modified":`, a.Modified)
	e.known(`,"fetched":`, a.Fetched)
	e.raw(`}`)
}

func (e *encoder) mention(m *Mention) {
	e.raw(`{`)
	e.place(m.Span)
	e.str(`,"type":`, string(m.Type))
	e.str(`,"form":`, m.Form)
	e.str(`,"entity":`, m.Entity)
	e.known(`,"rule":`, m.Rule)
	e.raw(`}`)
}

func (e *encoder) entity(n *Entity) {
	e.str(`{"id":`, n.ID)
	e.str(`,"type":`, string(n.Type))
	e.str(`,"name":`, n.Name)
	e.known(`,"name_latin":`, n.NameLatin)
	e.known(`,"latin_by":`, n.LatinBy)
	if len(n.Roles) > 0 {
		e.list(`,"roles":`, n.Roles)
	}
	e.known(`,"kb":`, n.KB)
	e.raw(`}`)
}

func (e *encoder) claim(c *Claim) {
	e.str(`{"id":`, c.ID)
	e.span(`,"cue":`, c.Cue)
	e.spans(`,"content":`, c.Content)
	e.raw(`,"sources":[`)
	for i := range c.Sources {
		e.comma(i)
		e.link(&c.Sources[i])
	}
	e.str(`],"mode":`, string(c.Mode))
	e.str(`,"act":`, string(c.Act))
	e.str(`,"certainty":`, string(c.Certainty))
	e.bool(`,"purpose":`, c.Purpose)
	e.known(`,"narrator":`, string(c.Narrator))
	if len(c.Events) > 0 {
		e.list(`,"events":`, c.Events)
	}
	if len(c.Quantities) > 0 {
		e.list(`,"quantities":`, c.Quantities)
	}
	e.known(`,"rule":`, c.Rule)
	e.raw(`}`)
}

func (e *encoder) link(l *Link) {
	e.str(`{"name":`, l.Name)
	e.str(`,"kind":`, string(l.Kind))
	if !l.Mention.IsZero() {
		e.span(`,"mention":`, l.Mention)
	}
	e.bool(`,"implicit":`, l.Implicit)
	e.known(`,"entity":`, l.Entity)
	e.known(`,"rule":`, l.Rule)
	e.raw(`}`)
}

func (e *encoder) event(v *Event) {
	e.str(`{"id":`, v.ID)
	e.str(`,"type":`, v.Type)
	e.known(`,"mode":`, v.Mode)
	e.span(`,"trigger":`, v.Trigger)
	e.list(`,"actors":`, v.Actors)
	e.list(`,"recipients":`, v.Recipients)
	e.known(`,"place":`, v.Place)
	e.known(`,"time":`, v.Time)
	e.str(`,"status":`, v.Status)
	e.known(`,"claim":`, v.Claim)
	e.known(`,"rule":`, v.Rule)
	e.raw(`}`)
}

func (e *encoder) quantity(q *Quantity) {
	e.str(`{"id":`, q.ID)
	e.raw(`,`)
	e.place(q.Span)
	e.bound(`,"min":`, q.Min)
	e.bound(`,"max":`, q.Max)
	e.bool(`,"approx":`, q.Approx)
	e.known(`,"unit":`, q.Unit)
	e.known(`,"of":`, q.Of)
	e.known(`,"place":`, q.Place)
	e.known(`,"time":`, q.Time)
	e.known(`,"claim":`, q.Claim)
	e.known(`,"rule":`, q.Rule)
	e.raw(`}`)
}

func (e *encoder) time(t *Time) {
	e.raw(`{`)
	e.place(t.Span)
	e.str(`,"value":`, t.Value)
	e.known(`,"rule":`, t.Rule)
	e.raw(`}`)
}

func (e *encoder) explanation(x *Explanation) {
	e.spans(`{"content":`, x.Content)
	e.known(`,"claim":`, x.Claim)
	if !x.Explains.IsZero() {
		e.span(`,"explains":`, x.Explains)
	}
	e.known(`,"event":`, x.Event)
	e.known(`,"rule":`, x.Rule)
	e.raw(`}`)
}

// place writes the three properties that say where a datum stands.
func (e *encoder) place(s Span) {
	e.raw(`"start":`)
	*e.dst = strconv.AppendInt(*e.dst, int64(pointsBefore(e.points, s.Start)), 10)
	e.raw(`,"end":`)
	*e.dst = strconv.AppendInt(*e.dst, int64(pointsBefore(e.points, s.End)), 10)
	e.str(`,"text":`, s.In(e.text))
}

func (e *encoder) span(key string, s Span) {
	e.raw(key)
	e.raw(`{`)
	e.place(s)
	e.raw(`}`)
}

func (e *encoder) spans(key string, spans []Span) {
	e.raw(key)
	e.raw(`[`)
	for i, s := range spans {
		e.comma(i)
		e.raw(`{`)
		e.place(s)
		e.raw(`}`)
	}
	e.raw(`]`)
}

func (e *encoder) list(key string, values []string) {
	e.raw(key)
	e.raw(`[`)
	for i, v := range values {
		e.comma(i)
		*e.dst = appendQuoted(*e.dst, v)
	}
	e.raw(`]`)
}

// bound leaves out an open end, and a number that JSON cannot write.
func (e *encoder) bound(key string, b Bound) {
	if !b.Set || math.IsNaN(b.Value) || math.IsInf(b.Value, 0) {
		return
	}
	format := byte('f')
	if size := math.Abs(b.Value); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	e.raw(key)
	*e.dst = strconv.AppendFloat(*e.dst, b.Value, format, -1, 64)
}

func (e *encoder) str(key, value string) {
	e.raw(key)
	*e.dst = appendQuoted(*e.dst, value)
}

// known writes a string that is left out where it is empty.
func (e *encoder) known(key, value string) {
	if value != "" {
		e.str(key, value)
	}
}

func (e *encoder) bool(key string, value bool) {
	e.raw(key)
	*e.dst = strconv.AppendBool(*e.dst, value)
}

func (e *encoder) comma(i int) {
	if i > 0 {
		*e.dst = append(*e.dst, ',')
	}
}

func (e *encoder) raw(json string) { *e.dst = append(*e.dst, json...) }
