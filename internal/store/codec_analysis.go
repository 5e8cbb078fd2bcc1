package store

import "isnad"

func (c *coder) analysis(a *isnad.Analysis) {
	list(c, &a.Mentions, (*coder).mention)
	list(c, &a.Entities, (*coder).entity)
	list(c, &a.Claims, (*coder).claim)
	list(c, &a.Events, (*coder).event)
	list(c, &a.Quantities, (*coder).quantity)
	list(c, &a.Times, (*coder).time)
	list(c, &a.Explanations, (*coder).explanation)
}

func (c *coder) mention(m *isnad.Mention) {
	c.span(&m.Span)
	text(c, &m.Type)
	text(c, &m.Form)
	text(c, &m.Entity)
	text(c, &m.Rule)
}

func (c *coder) entity(n *isnad.Entity) {
	text(c, &n.ID)
	text(c, &n.Type)
	text(c, &n.Name)
	text(c, &n.NameLatin)
	text(c, &n.LatinBy)
	list(c, &n.Roles, text[string])
	text(c, &n.KB)
}

func (c *coder) claim(x *isnad.Claim) {
	text(c, &x.ID)
	c.span(&x.Cue)
	list(c, &x.Content, (*coder).span)
	list(c, &x.Sources, (*coder).link)
	text(c, &x.Mode)
	text(c, &x.Act)
	text(c, &x.Certainty)
	c.bool(&x.Purpose)
	text(c, &x.Narrator)
	list(c, &x.Events, text[string])
	list(c, &x.Quantities, text[string])
	text(c, &x.Rule)
}

func (c *coder) link(l *isnad.Link) {
	text(c, &l.Name)
	text(c, &l.Kind)
	c.span(&l.Mention)
	c.bool(&l.Implicit)
	text(c, &l.Entity)
	text(c, &l.Rule)
}

func (c *coder) event(v *isnad.Event) {
	text(c, &v.ID)
	text(c, &v.Type)
	text(c, &v.Mode)
	c.span(&v.Trigger)
	list(c, &v.Actors, text[string])
	list(c, &v.Recipients, text[string])
	text(c, &v.Place)
	text(c, &v.Time)
	text(c, &v.Status)
	text(c, &v.Claim)
	text(c, &v.Rule)
}

func (c *coder) quantity(q *isnad.Quantity) {
	text(c, &q.ID)
	c.span(&q.Span)
	c.bound(&q.Min)
	c.bound(&q.Max)
	c.bool(&q.Approx)
	text(c, &q.Unit)
	text(c, &q.Of)
	text(c, &q.Place)
	text(c, &q.Time)
	text(c, &q.Claim)
	text(c, &q.Rule)
}

func (c *coder) bound(b *isnad.Bound) {
	c.bool(&b.Set)
	if b.Set {
		c.number(&b.Value)
	}
}

func (c *coder) time(t *isnad.Time) {
	c.span(&t.Span)
	text(c, &t.Value)
	text(c, &t.Rule)
}

func (c *coder) explanation(x *isnad.Explanation) {
	list(c, &x.Content, (*coder).span)
	text(c, &x.Claim)
	c.span(&x.Explains)
	text(c, &x.Event)
	text(c, &x.Rule)
}
