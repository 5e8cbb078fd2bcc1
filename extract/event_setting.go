package extract

import (
	"sort"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// placeOf is the town, country or base that «في» puts the event in; a protest may have it
// between the verb and the noun («اندلعت في نواكشوط مظاهرات»).
func (e *eventReader) placeOf(t *trigger) string {
	if place := e.placeBehind(t); place != "" || t.Type != "PROTEST" {
		return place
	}
	for i := t.first - 1; i > e.lo && i > t.first-8; i-- {
		n := e.at[i]
		if n < 0 || e.acts(int(n)) != e.isState[e.actors[n].entity] {
			continue
		}
		if e.in(int(n)) && i > t.first-5 || t.march() && !t.verb && e.sawIt(e.actors[n].first) {
			return e.actors[n].entity
		}
	}
	return ""
}

// sawIt reports whether a verb by which a place sees something happen stands before the name at token
// i, nouns of places at most between: «شهدت مدينة [X] مظاهرات».
func (e *eventReader) sawIt(i int) bool {
	for j := i - 1; j >= e.lo && j > i-4; j-- {
		if e.d.governs(j)&lexicon.TakesPlace != 0 {
			return true
		}
		if e.at[j] >= 0 || e.d.fn[j]&breaksPhrase != 0 {
			return false
		}
	}
	return false
}

func (e *eventReader) placeBehind(t *trigger) string {
	for i := t.end; i < e.hi && i < t.end+24; i++ {
		if w := e.d.toks[i].Norm; w == "." || w == "؛" || i > t.end+2 && e.otherVerb(i) {
			return ""
		}
		if !e.marks(i, "fi") && !e.marks(i, "bi") {
			continue
		}
		for j := i; j < e.hi && j < i+4; j++ {
			if n := e.at[j]; n >= 0 {
				if k := e.actors[n].kind; k == isnad.GPE || k == isnad.FAC || k == isnad.LOC {
					return e.actors[n].entity
				}
				break
			}
			if j > i && e.d.fn[j]&lexicon.Preposition != 0 {
				break
			}
		}
	}
	return ""
}

// timeOf is the value of the nearest time of the sentence, no other trigger between.
func (e *eventReader) timeOf(t *trigger) string {
	if n := e.nearestTime(t); n >= 0 {
		return e.times[n].Value
	}
	return ""
}

// nearestTime is the nearest time of the sentence that points at a date, no other trigger between, or -1.
func (e *eventReader) nearestTime(t *trigger) int {
	span, sentence := e.d.span(t.first, t.end), e.d.span(e.lo, e.hi)
	best, nearest := 120, -1 // bytes: some ten words
	first := sort.Search(len(e.times), func(i int) bool { return e.times[i].Span.End > span.Start-best })
	for i := first; i < len(e.times) && e.times[i].Span.Start < span.End+120; i++ {
		w := &e.times[i]
		distance := max(w.Span.Start-span.End, span.Start-w.Span.End)
		if distance < best && len(w.Value) > 0 && w.Value[0] != 'P' && sentence.Contains(w.Span) && !e.triggerBetween(span, w.Span) {
			best, nearest = distance, i
		}
	}
	return nearest
}

func (e *eventReader) triggerBetween(a, b isnad.Span) bool {
	from, to := min(a.End, b.End), max(a.Start, b.Start)
	k := sort.Search(len(e.triggers), func(k int) bool { return e.d.toks[e.triggers[k].first].Start > from })
	return k < len(e.triggers) && e.d.toks[e.triggers[k].end-1].End < to
}

// claimOf is the innermost claim in whose content the trigger stands.
func (e *eventReader) claimOf(t *trigger) string {
	n := e.claimAt(t)
	if n < 0 {
		return ""
	}
	return e.claims[n].ID
}

func (e *eventReader) claimAt(t *trigger) int {
	span, best := e.d.span(t.first, t.end), -1
	for _, i := range e.saidIn[e.d.sentOf[t.first]] {
		for _, s := range e.claims[i].Content {
			if s.Contains(span) && (best < 0 || contentLen(&e.claims[i]) < contentLen(&e.claims[best])) {
				best = int(i)
			}
		}
	}
	return best
}

// weak reports whether the parts are too few: nothing but borrowed actors, or no filled
// frame where the trigger needs one.
func (e *eventReader) weak(t *trigger, p *parts) bool {
	filled := p.filled || len(p.recipients) > 0 || e.mutual(t) && len(p.actors) > 1
	if t.march() && t.verb {
		if n, crowd := e.crowd(t); crowd || t.Only || e.pretends(t) {
			return !crowd || !e.takesToStreets(t, n) || e.celebrates(t) || e.gathers(t)
		}
	}
	if e.shuts(t) {
		return !e.crowdShuts(t) || e.bars(t)
	}
	if t.CAMEO == "144" {
		return e.bars(t) || len(p.actors) == 0 && t.first > e.lo+1 && !e.takesPlace(t)
	}
	if t.Only && t.march() && !t.form.Suffixed && e.takesPlace(t) && e.demandsBehind(t) {
		return false // «شاركوا في مسيرة تطالب»
	}
	if p.borrowed && !filled && p.place == "" {
		return true
	}
	if t.Only && !filled && t.verb && !p.borrowed && len(p.actors) > 0 && (t.Type == "ASSAULT" || t.Type == "COERCE" || t.Type == "MOBILIZE") {
		return !e.armed(p.actors[0])
	}
	return t.Only && (!filled || len(p.actors) == 0 && !strings.HasPrefix(t.Type, "ASS"))
}

// armed reports whether the entity is a body whose name tells of arms: its verbs of many
// senses are fights.
func (e *eventReader) armed(entity string) bool {
	return e.isBody[entity]
}
