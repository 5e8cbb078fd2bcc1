package isnad

import (
	"encoding/json"
	"fmt"
	"strings"
)

// ReadAnalysis reads one object of the form that AppendJSON writes. It is an
// error if the schema is another, if a span lies outside the text, or if the
// words that a span repeats are not those that stand there.
func ReadAnalysis(line []byte) (*Analysis, error) {
	var w wireAnalysis
	if err := json.Unmarshal(line, &w); err != nil {
		return nil, fmt.Errorf("read analysis: %w", err)
	}
	if w.Schema != Schema {
		return nil, fmt.Errorf("read analysis %q: schema is %q, not %q", w.Article.ID, w.Schema, Schema)
	}
	body, ok := strings.CutPrefix(w.Article.Text, w.Article.Title+"\n")
	if !ok {
		return nil, fmt.Errorf("read analysis %q: the text does not begin with the title and a line feed", w.Article.ID)
	}
	d := decoder{text: w.Article.Text, offsets: byteOffsets(w.Article.Text)}
	a := d.analysis(&w)
	a.Article.Body = body
	if d.err != nil {
		return nil, fmt.Errorf("read analysis %q: %w", w.Article.ID, d.err)
	}
	return a, nil
}

// decoder turns what was written in code points into spans. It keeps the first
// error and goes on, so that its callers need not look after every span.
type decoder struct {
	text    string
	offsets []int // byte offset of every code point, and of the end
	err     error
}

func (d *decoder) span(w wireSpan) Span {
	if w.Start < 0 || w.End < w.Start || w.End >= len(d.offsets) {
		d.fail(fmt.Errorf("span [%d, %d) is not inside a text of %d code points", w.Start, w.End, len(d.offsets)-1))
		return Span{}
	}
	s := Span{d.offsets[w.Start], d.offsets[w.End]}
	if s.In(d.text) != w.Text {
		d.fail(fmt.Errorf("span [%d, %d) says %q where the text says %q", w.Start, w.End, w.Text, s.In(d.text)))
	}
	return s
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *decoder) optional(w *wireSpan) Span {
	if w == nil {
		return Span{}
	}
	return d.span(*w)
}

func (d *decoder) spans(ws []wireSpan) []Span {
	return each(ws, func(w *wireSpan) Span { return d.span(*w) })
}

func (d *decoder) analysis(w *wireAnalysis) *Analysis {
	return &Analysis{
		Article: Article{
			ID: w.Article.ID, Title: w.Article.Title, Outlet: w.Article.Outlet, URL: w.Article.URL,
			Author: w.Article.Author, Published: w.Article.Published, Modified: w.Article.Modified,
			Fetched: w.Article.Fetched, Language: w.Article.Language,
		},
		Text:     w.Article.Text,
		Mentions: each(w.Mentions, d.mention),
		Entities: each(w.Entities, func(n *wireEntity) Entity {
			return Entity{ID: n.ID, Type: n.Type, Name: n.Name, NameLatin: n.NameLatin, LatinBy: n.LatinBy, Roles: n.Roles, KB: n.KB}
		}),
		Claims:     each(w.Claims, d.claim),
		Events:     each(w.Events, d.event),
		Quantities: each(w.Quantities, d.quantity),
		Times: each(w.Times, func(t *wireTime) Time {
			return Time{Span: d.span(t.wireSpan), Value: t.Value, Rule: t.Rule}
		}),
		Explanations: each(w.Explanations, func(x *wireExplanation) Explanation {
			return Explanation{
				Content: d.spans(x.Content), Claim: x.Claim, Explains: d.optional(x.Explains), Event: x.Event, Rule: x.Rule,
			}
		}),
	}
}

func (d *decoder) mention(m *wireMention) Mention {
	return Mention{Span: d.span(m.wireSpan), Type: m.Type, Form: m.Form, Entity: m.Entity, Rule: m.Rule}
}

func (d *decoder) claim(c *wireClaim) Claim {
	return Claim{
		ID: c.ID, Cue: d.span(c.Cue), Content: d.spans(c.Content),
		Sources: each(c.Sources, d.link),
		Mode:    c.Mode, Act: c.Act, Certainty: c.Certainty, Purpose: c.Purpose, Narrator: c.Narrator,
		Events: c.Events, Quantities: c.Quantities, Rule: c.Rule,
	}
}

func (d *decoder) link(l *wireLink) Link {
	return Link{Name: l.Name, Kind: l.Kind, Mention: d.optional(l.Mention), Implicit: l.Implicit, Entity: l.Entity, Rule: l.Rule}
}

func (d *decoder) event(v *wireEvent) Event {
	return Event{
		ID: v.ID, Type: v.Type, Mode: v.Mode, Trigger: d.span(v.Trigger), Actors: some(v.Actors),
		Recipients: some(v.Recipients), Place: v.Place, Time: v.Time, Status: v.Status, Claim: v.Claim, Rule: v.Rule,
	}
}

func (d *decoder) quantity(q *wireQuantity) Quantity {
	return Quantity{
		ID: q.ID, Span: d.span(q.wireSpan), Min: bound(q.Min), Max: bound(q.Max), Approx: q.Approx, Unit: q.Unit,
		Of: q.Of, Place: q.Place, Time: q.Time, Claim: q.Claim, Rule: q.Rule,
	}
}

func bound(v *float64) Bound {
	if v == nil {
		return Bound{}
	}
	return Bound{Value: *v, Set: true}
}

// each maps a list; an empty one becomes nil, so that what was read compares
// equal to what was written.
func each[W, T any](list []W, f func(*W) T) []T {
	if len(list) == 0 {
		return nil
	}
	out := make([]T, len(list))
	for i := range list {
		out[i] = f(&list[i])
	}
	return out
}

// some is the list, or nil where it is empty.
func some(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return list
}
