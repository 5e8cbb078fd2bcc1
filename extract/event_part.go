package extract

import (
	"slices"
	"sort"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// parts is who does what to whom and where.
type parts struct {
	actors, recipients side
	place              string
	filled             bool // something stands in a frame of the trigger
	borrowed           bool // the actors are those of an event before
}

// reach bounds how far from its trigger a part of an event may stand, in tokens.
const partReach = 16

// partsOf finds the parts of the event that the trigger tells.
func (e *eventReader) partsOf(t *trigger) parts {
	var p parts
	if speaker := e.speaker(t); len(speaker) > 0 && !e.written(t) {
		p.actors = speaker
	}
	switch {
	case t.verb:
		e.verbParts(t, &p)
	case t.participle:
		if len(p.actors) == 0 {
			e.borrow(t, &p)
		}
		e.objects(t, &p, t.end)
	default:
		e.nounParts(t, &p)
	}
	e.agent(t, &p)
	e.ofWhose(t, &p)
	e.settle(t, &p)
	e.sufferer(t, &p)
	return p
}

// speaker is the origin of the claim whose cue the trigger is.
func (e *eventReader) speaker(t *trigger) side {
	if c, ok := e.cueAt(t); ok && len(c.Sources) > 0 {
		return e.named(c.Sources[len(c.Sources)-1].Mention)
	}
	return nil
}

// named is the entities of the names inside a span, the bearer of a title before what
// the title names.
func (e *eventReader) named(span isnad.Span) side {
	var s side
	n := sort.Search(len(e.actors), func(n int) bool { return e.actors[n].span.End > span.Start })
	if n < len(e.actors) && span.Overlaps(e.actors[n].span) {
		e.joined(&s, n)
	}
	return s
}

// verbParts reads subject and objects of a finite verb.
func (e *eventReader) verbParts(t *trigger, p *parts) {
	from := t.end
	if t.march() {
		if n, ok := e.crowd(t); ok {
			p.actors = nil
			e.joined(&p.actors, n)
		}
	}
	switch {
	case len(p.actors) > 0:
		if n, ok := e.subjectAfter(t); ok && p.actors.has(e.actors[e.head(n)].entity) {
			from = e.actors[e.joined(&p.actors, n)].end
		}
	case t.form.Person == 1:
		p.actors = e.firstPerson(t)
	case e.both(t, p):
		return
	case e.speakerBefore(t, p):
	case e.subjectBefore(t, p) || e.antecedent(t, p):
		if t.end < e.hi && e.at[t.end] >= 0 && e.actors[e.at[t.end]].first == t.end && e.actors[e.at[t.end]].prefix == "و" {
			from = e.actors[e.joined(&p.actors, int(e.at[t.end]))].end // «[X] يبحث و[Y] الأزمة»
		}
	case e.topic(t, p):
	default:
		if n, ok := e.subjectAfter(t); ok {
			from = e.actors[e.joined(&p.actors, n)].end
		} else if e.written(t) {
			p.actors.add(e.last...)
			p.borrowed = true
		} else if who := e.adjectiveAfter(t.end, 5); who != "" && (t.form.Number == lexicon.Singular || t.form.Number == lexicon.AnyNumber) {
			p.actors.add(who)
		} else if (strings.HasPrefix(e.d.toks[t.first].Norm, "و") || t.future || e.writtenBefore(t)) && !e.nameless(t) {
			e.borrow(t, p)
		}
	}
	if t.form.Suffixed {
		if e.undergone(t, p); len(p.recipients) > 0 || e.referred(t, p) {
			return
		}
	}
	if len(p.recipients) == 0 {
		e.objects(t, p, from)
	}
}

// borrow takes the actors of the event before in the same sentence, else the name before
// the trigger that no preposition governs.
func (e *eventReader) borrow(t *trigger, p *parts) {
	if len(p.actors) > 0 {
		return
	}
	p.borrowed = true
	if owner := e.ownerOf(t); owner != "" {
		p.actors.add(owner)
		return
	}
	if e.lastOf == int(e.d.sentOf[e.lo]) && len(e.last) > 0 {
		p.actors.add(e.last...)
		return
	}
	for i := t.first - 1; i >= e.lo && i > t.first-24; i-- {
		n := e.at[i]
		if n < 0 || !e.acts(int(n)) || e.governed(int(n), e.lo) {
			continue
		}
		e.joinedBefore(&p.actors, e.bearer(int(n)))
		return
	}
}

// complete adds who takes part in an event that counts and is told of less nearly: who is hit or dies in
// it, whose deed it is, who did the condemned deed that was told before. Whether an event counts is decided
// by what stands beside its trigger alone.
func (e *eventReader) complete(t *trigger, p *parts) {
	e.late = true
	defer func() { e.late = false }()
	if !t.verb && len(p.actors) == 0 {
		e.agentBehind(t, p)
	}
	if t.form.Suffixed && e.mutual(t) && !e.visit(t) && len(p.actors) == 1 {
		teller := slices.Clone(e.speaking(t.first))
		teller.add(p.actors...)
		p.actors = teller
	}
	if len(p.recipients) > 0 {
		return
	}
	e.ofWhose(t, p)
	e.host(t, p)
	if t.Type == "ASSAULT" || t.Type == "COERCE" {
		e.exposed(t, p)
	}
	if len(p.recipients) == 0 && (t.Type == "ASSAULT" || t.Type == "COERCE") {
		if !t.verb || t.tailEnd > 0 || t.end > t.first+1 {
			e.hit(t, p)
		}
		if len(p.recipients) == 0 && t.Type == "ASSAULT" && !t.verb {
			e.victims(t, p)
		}
	}
}

// speaking is who says what a cue before token i in the sentence brings, where the sentence leaves
// the name out: «وأضاف بعد لقائه [X]».
func (e *eventReader) speaking(i int) side {
	for i--; i >= e.lo; i-- {
		if n := e.cueOf[i]; n >= 0 && len(e.claims[n].Sources) > 0 {
			return e.named(e.claims[n].Sources[len(e.claims[n].Sources)-1].Mention)
		}
	}
	return nil
}

// acts reports whether an actor can be more than a place.
func (e *eventReader) acts(n int) bool {
	a := &e.actors[n]
	return a.kind == isnad.PER || a.kind == isnad.ORG || e.isState[a.entity]
}

// subjectAfter is the first name behind the verb that no preposition governs.
func (e *eventReader) subjectAfter(t *trigger) (int, bool) {
	if e.written(t) || strings.HasSuffix(t.form.Word, "وا") || t.verb && t.form.Number != lexicon.Singular && t.form.Person == 3 && t.end == t.first+1 {
		return 0, false
	}
	reach := partReach
	if t.form.Suffixed && t.form.Shape == lexicon.Perfect {
		reach = 3
	}
	for i := t.end; i < e.hi && i < t.end+reach; i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || comma(e.d.toks[i].Norm) && i > t.end+3 && (i+1 >= e.hi || e.at[i+1] < 0) {
			return 0, false
		}
		n := e.at[i]
		if n < 0 {
			if i > t.end && e.otherVerb(i) {
				return 0, false
			}
			continue
		}
		if suffers := e.actors[n].public && (t.Type == "ASSAULT" || t.Type == "COERCE"); !suffers && e.concords(t, int(n)) && !e.governed(int(n), t.end) && !e.leads(int(n), t.first) && !e.sided(int(n)) && (e.acts(e.head(int(n))) || i == t.end && e.capital[e.actors[n].entity] != nil) {
			return int(n), true
		}
		var joined side
		i = e.actors[e.joined(&joined, int(n))].end - 1 // who is joined to a governed name is governed too
	}
	return 0, false
}

// sided reports whether the word before actor n makes a place of it: «شمال [X]», «مدينة [X]».
func (e *eventReader) sided(n int) bool {
	a := &e.actors[n]
	if a.first == e.lo || a.kind != isnad.GPE {
		return false
	}
	return e.d.serves(a.first-1, lexicon.Sided)
}

// written reports whether what stands behind the verb as its subject was written by
// somebody: «دعا البيان».
func (e *eventReader) written(t *trigger) bool {
	return t.end < e.hi && e.d.governs(t.end)&lexicon.WrittenWord != 0
}

// otherVerb reports whether token i is certainly a verb, of another event.
func (e *eventReader) otherVerb(i int) bool {
	for _, f := range e.readings(i) {
		if (f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect) && !e.nominal(i) {
			w := e.d.toks[i].Norm
			return f.Cut > 0 || strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") || strings.HasSuffix(w, "ت")
		}
	}
	return false
}

// subjectBefore adds the name directly before the verb: in titles and behind أن.
func (e *eventReader) subjectBefore(t *trigger, p *parts) bool {
	if t.cut > 0 && !t.future && strings.HasPrefix(e.d.toks[t.first].Norm, "و") {
		return false
	}
	i := t.first - 1
	for i >= e.lo && (e.d.fn[i]&lexicon.Auxiliary != 0 || e.d.toks[i].IsQuoteMark() || e.d.governs(i)&(lexicon.DeniedEvent) != 0 ||
		e.d.toks[i].Norm == "سوف" || comma(e.d.toks[i].Norm)) {
		i--
	}
	if i < e.lo {
		return false
	}
	for back := 0; back < 3 && i >= e.lo; i, back = i-1, back+1 {
		if n := e.at[i]; n >= 0 {
			if place := e.actors[n].first; e.in(int(n)) && e.actors[n].kind != isnad.PER && e.actors[n].kind != isnad.ORG {
				for i = place - 1; i > e.lo && e.d.toks[i].Norm != "في"; i-- {
				}
				back--
				continue
			}
			if e.governed(int(n), e.lo) || !e.acts(e.bearer(int(n))) {
				return false
			}
			e.joinedBefore(&p.actors, e.bearer(int(n)))
			return true
		}
		if who := e.adjective(i); who != "" && back == 0 && t.first-1 == i {
			p.actors.add(who)
			return true
		}
		if e.d.toks[i].Kind != arabic.Word || e.d.fn[i]&breaksPhrase != 0 || len(e.readings(i)) > 0 {
			return false
		}
	}
	return false
}

// joinedBefore adds actor n and those that are joined to it before it.
func (e *eventReader) joinedBefore(s *side, n int) {
	s.add(e.actors[n].entity)
	for m := n - 1; m >= 0 && e.actors[m].first >= e.lo; m-- {
		a, b := &e.actors[m], &e.actors[m+1]
		if b.first-a.end > 3 || !e.bridge(a.end, b.first, b.prefix) {
			return
		}
		if e.in(m) && !e.acts(m) && m > 0 && a.first-e.actors[m-1].end < 4 {
			s.add(e.actors[m-1].entity) // «[X] في محافظة [Y] و[Z]»
			return
		}
		s.add(a.entity)
	}
}

// firstPerson is the source of the claim that the trigger stands in.
func (e *eventReader) firstPerson(t *trigger) side {
	span := e.d.span(t.first, t.end)
	for _, i := range e.saidIn[e.d.sentOf[t.first]] {
		for _, c := range e.claims[i].Content {
			if n := len(e.claims[i].Sources); c.Contains(span) && n > 0 {
				return e.named(e.claims[i].Sources[n-1].Mention)
			}
		}
	}
	return nil
}

// adjectiveAfter is the country of an adjective within a few tokens, no preposition
// before it.
func (e *eventReader) adjectiveAfter(from, reach int) string {
	for i := from; i < e.hi && i < from+reach; i++ {
		if stops(e.d, i) || e.d.fn[i]&(lexicon.Preposition|lexicon.Relative) != 0 || e.at[i] >= 0 {
			return ""
		}
		if who := e.adjective(i); who != "" {
			return who
		}
	}
	return ""
}

// supply gives a trigger beside which nobody is told those who acted in the event before,
// in this sentence or the one before it.
func (e *eventReader) supply(t *trigger, p *parts, n int) {
	if len(p.actors)+len(p.recipients) > 0 || len(e.last) == 0 || n > e.lastOf+1 || t.Type == "PROTEST" {
		return
	}
	p.actors.add(e.last...)
	p.borrowed = true
}
