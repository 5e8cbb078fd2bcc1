package eval

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"unicode/utf8"

	"isnad"
)

// spoiler makes, out of gold, analyses that are wrong here and there.
type spoiler struct{ *rand.Rand }

// once is true one time in n.
func (s spoiler) once(n int) bool { return s.IntN(n) == 0 }

func pick[T any](s spoiler, from []T) T { return from[s.IntN(len(from))] }

// analysis spoils one judged article; the gold itself stays as it is.
func (s spoiler) analysis(gold *isnad.Analysis) *isnad.Analysis {
	a := &isnad.Analysis{Article: gold.Article, Text: gold.Text}
	for _, c := range spoilList(s, gold.Claims) {
		a.Claims = append(a.Claims, s.claim(gold.Text, c))
	}
	for _, q := range spoilList(s, gold.Quantities) {
		a.Quantities = append(a.Quantities, s.quantity(gold.Text, q))
	}
	for _, t := range spoilList(s, gold.Times) {
		t.Span = s.shift(gold.Text, t.Span)
		if s.once(5) {
			t.Value = "1999"
		}
		a.Times = append(a.Times, t)
	}
	for _, x := range spoilList(s, gold.Explanations) {
		x.Content = s.spans(gold.Text, x.Content)
		if s.once(8) {
			x.Claim = "c1"
		}
		a.Explanations = append(a.Explanations, x)
	}
	s.actors(gold, a)
	return a
}

// spoilList drops some items and doubles others.
func spoilList[T any](s spoiler, list []T) (out []T) {
	for _, item := range list {
		if s.once(7) {
			continue
		}
		out = append(out, item)
		if s.once(9) {
			out = append(out, item)
		}
	}
	return out
}

func (s spoiler) claim(text string, c isnad.Claim) isnad.Claim {
	c.Cue = s.shift(text, c.Cue)
	c.Content = s.spans(text, c.Content)
	if s.once(6) {
		c.Mode = pick(s, []isnad.Mode{isnad.Direct, isnad.Mixed, isnad.Indirect})
	}
	if s.once(6) {
		c.Act = pick(s, []isnad.Act{isnad.Say, isnad.Deny, isnad.Warn})
	}
	if s.once(6) {
		c.Certainty = pick(s, []isnad.Certainty{isnad.Certain, isnad.Probable, isnad.Possible})
	}
	c.Purpose = c.Purpose != s.once(6)
	c.Sources = slices.Clone(c.Sources)
	for i := range c.Sources {
		c.Sources[i] = s.link(text, c.Sources[i])
	}
	switch {
	case s.once(10):
		c.Sources = nil
	case s.once(10):
		c.Sources = append(c.Sources, isnad.Link{Name: "مصدر آخر", Kind: isnad.Unnamed})
	case s.once(6) && len(c.Sources) > 1:
		c.Sources = c.Sources[1:]
	}
	return c
}

func (s spoiler) link(text string, l isnad.Link) isnad.Link {
	switch {
	case s.once(6):
		l.Mention = isnad.Span{}
	case !l.Mention.IsZero():
		l.Mention = s.shift(text, l.Mention)
	}
	if s.once(4) {
		l.Name = pick(s, []string{"", "ـالــإدارةُ", "والمتحدث باسم " + l.Name, "Reuters", "ﷲ ٣ ½", "ا_ب"})
	}
	if s.once(5) {
		l.Kind = isnad.Media
	}
	return l
}

func (s spoiler) quantity(text string, q isnad.Quantity) isnad.Quantity {
	q.Span = s.shift(text, q.Span)
	switch {
	case s.once(8):
		q.Min.Value++
		q.Min.Set = true
	case s.once(8):
		q.Max = isnad.Bound{}
	}
	if s.once(6) {
		q.Unit = pick(s, []string{"", "الـ" + q.Unit, "شيء"})
	}
	q.Approx = q.Approx != s.once(6)
	return q
}

// actors spoils mentions and events, giving every name an entity; one that is
// mentioned often may fall into two.
func (s spoiler) actors(gold, a *isnad.Analysis) {
	ids := make(map[string]string)
	entity := func(name string) string {
		if id := ids[name]; id != "" && !s.once(6) {
			return id
		}
		ids[name] = fmt.Sprintf("e%d", len(a.Entities)+1)
		a.Entities = append(a.Entities, isnad.Entity{ID: ids[name], Type: isnad.PER, Name: name})
		return ids[name]
	}
	forms := []string{"named", "named", "named", "named", "nominal", "pronoun"}
	for _, m := range spoilList(s, gold.Mentions) {
		m.Span, m.Form, m.Entity = s.shift(gold.Text, m.Span), pick(s, forms), entity(m.Entity)
		if s.once(8) {
			m.Type = isnad.LOC
		}
		a.Mentions = append(a.Mentions, m)
	}
	sideOf := func(names []string) (side []string) {
		for _, name := range spoilList(s, names) {
			if s.once(8) {
				side = append(side, name) // no entity's id: taken as a name
			} else {
				side = append(side, entity(name))
			}
		}
		return side
	}
	for _, e := range spoilList(s, gold.Events) {
		e.Trigger, e.Actors, e.Recipients = s.shift(gold.Text, e.Trigger), sideOf(e.Actors), sideOf(e.Recipients)
		if s.once(8) {
			e.Type = "AID"
		}
		if s.once(8) {
			e.Status = "denied"
		}
		a.Events = append(a.Events, e)
	}
}

// spans shifts each span and sometimes adds one that overlaps it.
func (s spoiler) spans(text string, spans []isnad.Span) (out []isnad.Span) {
	for _, span := range spans {
		out = append(out, s.shift(text, span))
		if s.once(4) {
			out = append(out, s.shift(text, span))
		}
	}
	return out
}

// shift moves the ends of a span, mostly a little and sometimes far.
func (s spoiler) shift(text string, span isnad.Span) isnad.Span {
	if s.once(2) {
		return span
	}
	reach := pick(s, []int{2, 2, 2, 5, 20, 80})
	moved := isnad.Span{
		Start: step(text, span.Start, s.IntN(2*reach+1)-reach),
		End:   step(text, span.End, s.IntN(2*reach+1)-reach),
	}
	if moved.Start >= moved.End {
		return span
	}
	return moved
}

// step is the offset n runes further on, or back, within the text.
func step(text string, offset, n int) int {
	for ; n > 0 && offset < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[offset:])
		offset += size
	}
	for ; n < 0 && offset > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:offset])
		offset -= size
	}
	return offset
}
