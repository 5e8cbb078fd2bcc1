package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// hit adds whom a verb behind a noun of attack or arrest says that it hit: «غارات ليلية استهدفت مواقع [X]».
func (e *eventReader) hit(t *trigger, p *parts) {
	for k := range e.triggers {
		next := &e.triggers[k]
		if next.first < t.end || next.first > t.end+14 || !next.verb {
			continue
		}
		if next.Lemma != "استهدف" && next.Lemma != "طال" {
			return
		}
		if n, ok := e.objectAt(next, next.end, p); ok {
			e.receive(t, p, n)
		}
		return
	}
}

// victims adds who is told to die or to be hurt in an attack: «قتل [X] في غارة», «[X] الذي قتل في
// هجوم», «مقتل جنديين تركيين في هجوم».
func (e *eventReader) victims(t *trigger, p *parts) {
	if t.first < e.lo+2 || !e.isCause(t) {
		return
	}
	for i := t.first - 1; i >= e.lo && i > t.first-partReach; i-- {
		if stops(e.d, i) || e.d.toks[i].Norm == "عندما" {
			return
		}
		if !e.d.joins(i, lexicon.Suffering) || e.at[i] >= 0 {
			continue
		}
		if who := e.relativeHead(i-1, 1); who != "" && !p.actors.has(who) {
			p.recipients.add(who)
			return
		}
		for j := i + 1; j < t.first; j++ {
			if n := e.at[j]; n >= 0 {
				if a := &e.actors[n]; (a.kind == isnad.PER || a.kind == isnad.ORG) && !a.public && !p.actors.has(a.entity) && !strings.ContainsAny(a.prefix, "بكل") {
					e.joined(&p.recipients, int(n))
				}
				return
			}
			if who := e.adjective(j); who != "" && !p.actors.has(who) {
				p.recipients.add(who)
				return
			}
			if e.d.fn[j]&lexicon.Preposition != 0 && e.d.toks[j].Norm != "من" {
				break
			}
		}
	}
}

// exposure is the token of the verb that tells that somebody is exposed to what the noun tells, names and adverbs at most
// between them, or -1: «تعرضت قوات [X] أمس لقصف».
func (e *eventReader) exposure(t *trigger) int {
	if t.verb && t.end == t.first+1 || !strings.HasSuffix(cutPrefix(e.d.toks[t.first].Norm, t.cut), "ل") {
		return -1
	}
	for i := t.first - 1; i >= e.lo && i > t.first-partReach; i-- {
		w := e.d.toks[i].Norm
		if e.at[i] < 0 && strings.HasPrefix(strings.TrimLeft(w, "وفبليت"), "عرض") && strings.Contains(w, "تعرض") {
			return i
		}
		if e.at[i] < 0 && e.marks(i, "li") || stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || e.otherVerb(i) {
			return -1
		}
	}
	return -1
}

// sufferer reads who is told to be exposed behind the verb, which makes of those behind «من» the ones who act: «تعرضت
// قوات [X] لقصف من [Y]».
func (e *eventReader) sufferer(t *trigger, p *parts) {
	i := e.exposure(t)
	if i < 0 || i == t.first-1 || t.Type != "ASSAULT" && t.Type != "COERCE" {
		return
	}
	for j := i + 1; j < t.first; j++ {
		n := e.at[j]
		if n < 0 {
			if e.d.fn[j]&lexicon.Preposition != 0 {
				return
			}
			continue
		}
		if e.actors[n].prefix != "" {
			return
		}
		var who parts
		e.receive(t, &who, int(n))
		if len(who.recipients) == 0 {
			if p.place == "" {
				p.place = who.place
			}
			return
		}
		if p.actors.has(who.recipients[0]) {
			p.actors, p.recipients = p.recipients, nil
		}
		if len(p.recipients) == 0 {
			p.recipients = who.recipients
		}
		return
	}
}

// exposed adds who is told to be exposed to an attack: «تعرض [X] لهجوم».
func (e *eventReader) exposed(t *trigger, p *parts) {
	i := t.first - 1
	if t.verb || i <= e.lo || !strings.Contains(e.d.toks[i].Norm, "تعرض") || !strings.HasSuffix(cutPrefix(e.d.toks[t.first].Norm, t.cut), "ل") {
		return
	}
	verb := &trigger{Trigger: t.Trigger, first: i, end: i + 1, verb: true}
	var who parts
	if e.speakerBefore(verb, &who) || e.subjectBefore(verb, &who) || e.antecedent(verb, &who) {
		for _, w := range who.actors {
			if !p.actors.has(w) {
				p.recipients.add(w)
			}
		}
	}
}

// claimed reads who is held to have done an attack: «الهجوم الذي نسب إلى [X]», «تفجير تبناه [X]».
func (e *eventReader) claimed(t *trigger, i int, p *parts) bool {
	if t.Type != "ASSAULT" || t.verb {
		return false
	}
	from := 0
	switch {
	case e.d.serves(i, lexicon.Ascribed):
		from = i + 2
	case e.d.serves(i, lexicon.Avowed):
		from = i + 1
	default:
		return false
	}
	n, ok := e.nameWithin(from, 6)
	if !ok || !e.acts(e.head(n)) {
		return false
	}
	e.joined(&p.actors, n)
	return true
}

// refusesWord reports whether what is refused is only to say something: «رفض التعليق».
func (e *eventReader) refusesWord(t *trigger) bool {
	if t.Type != "REJECT" {
		return false
	}
	for i := t.end; i < e.hi && i < t.end+10 && !stops(e.d, i); i++ {
		if e.d.serves(i, lexicon.Wording) {
			return true
		}
	}
	return false
}
