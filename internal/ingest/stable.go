package ingest

import (
	"reflect"
	"strconv"
	"strings"

	"isnad"
)

// keepIDs gives what a new analysis of the same text has in common with the old one the
// identifier that it had there, and what is new one that was never used there: so a
// reference to a claim stays right. Claims are the same by their cue, events by trigger
// and type, quantities by their span, entities by type and name; of several alike the
// first is the first.
func keepIDs(old, now *isnad.Analysis) {
	r := renames{ids: make(map[string]string)}
	match(&r, old.Claims, now.Claims, func(c *isnad.Claim) *string { return &c.ID }, func(c *isnad.Claim) any { return c.Cue })
	match(&r, old.Events, now.Events, func(e *isnad.Event) *string { return &e.ID }, func(e *isnad.Event) any {
		return [2]any{e.Trigger, e.Type}
	})
	match(&r, old.Quantities, now.Quantities, func(q *isnad.Quantity) *string { return &q.ID }, func(q *isnad.Quantity) any { return q.Span })
	match(&r, old.Entities, now.Entities, func(e *isnad.Entity) *string { return &e.ID }, func(e *isnad.Entity) any {
		return [2]any{e.Type, e.Name}
	})
	r.analysis(now)
}

// renames are new identifiers by those that the extractor gave.
type renames struct{ ids map[string]string }

// match finds for each of the new list its like in the old one.
func match[T any](r *renames, old, now []T, id func(*T) *string, key func(*T) any) {
	like := make(map[any][]string, len(old))
	last := 0
	prefix := ""
	for i := range old {
		k, name := key(&old[i]), *id(&old[i])
		like[k] = append(like[k], name)
		prefix = strings.TrimRight(name, "0123456789")
		if n, err := strconv.Atoi(name[len(prefix):]); err == nil {
			last = max(last, n)
		}
	}
	if len(old) == 0 {
		return
	}
	for i := range now {
		k, given := key(&now[i]), *id(&now[i])
		if same := like[k]; len(same) > 0 {
			r.ids[given], like[k] = same[0], same[1:]
			continue
		}
		last++
		r.ids[given] = prefix + strconv.Itoa(last)
	}
}

func (r *renames) one(id *string) {
	if to, ok := r.ids[*id]; ok {
		*id = to
	}
}

func (r *renames) all(ids []string) {
	for i := range ids {
		r.one(&ids[i])
	}
}

// analysis renames wherever an identifier stands.
func (r *renames) analysis(a *isnad.Analysis) {
	for i := range a.Mentions {
		r.one(&a.Mentions[i].Entity)
	}
	for i := range a.Entities {
		r.one(&a.Entities[i].ID)
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		r.one(&c.ID)
		r.all(c.Events)
		r.all(c.Quantities)
		for j := range c.Sources {
			r.one(&c.Sources[j].Entity)
		}
	}
	for i := range a.Events {
		v := &a.Events[i]
		r.one(&v.ID)
		r.all(v.Actors)
		r.all(v.Recipients)
		r.one(&v.Place)
		r.one(&v.Claim)
	}
	for i := range a.Quantities {
		r.one(&a.Quantities[i].ID)
		r.one(&a.Quantities[i].Place)
		r.one(&a.Quantities[i].Claim)
	}
	for i := range a.Explanations {
		r.one(&a.Explanations[i].Claim)
		r.one(&a.Explanations[i].Event)
	}
}

func sameClaim(a, b *isnad.Claim) bool { return reflect.DeepEqual(a, b) }
