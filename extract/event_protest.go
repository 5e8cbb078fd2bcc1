package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// crowd is the public group that is the subject of the verb: «تجمع أمس مئات المتظاهرين».
// Such a subject makes a protest of a verb of many senses.
func (e *eventReader) crowd(t *trigger) (int, bool) {
	if t.form.Number == lexicon.Plural {
		return e.crowdBefore(t)
	}
	for i := t.end; i < e.hi && i < t.end+8; i++ {
		if n := e.at[i]; n >= 0 {
			a := &e.actors[n]
			return int(n), a.public && a.prefix == "" && !strings.HasSuffix(e.d.toks[a.first].Norm, "ين") && !e.countsThings(a)
		}
		if stops(e.d, i) || len(e.readings(i)) > 0 || e.d.fn[i]&(lexicon.Relative|lexicon.Auxiliary) != 0 ||
			e.d.fn[i]&lexicon.Preposition != 0 && !countsPeople(e.d.toks[i].Norm) {
			return 0, false
		}
	}
	return 0, false
}

// countsThings reports whether what the actor's number counts is no people: «مئات السيارات».
func (e *eventReader) countsThings(a *actor) bool {
	w, ok := e.d.groupAt(a.first)
	if !ok || w.Class != lexicon.CountGroup || a.end < a.first+2 {
		return false
	}
	_, people := e.d.groupAt(a.end - 1)
	return !people && strings.HasSuffix(e.d.toks[a.end-1].Norm, "ات")
}

// closedByForce reports whether a road or the like is closed by those who have arms or rule, which
// is no protest: «قطعت الشرطة الطريق».
func (e *eventReader) closedByForce(t *trigger, p *parts) bool {
	if t.CAMEO != "144" {
		return false
	}
	for i := range e.actors {
		a := &e.actors[i]
		if a.first < e.lo || a.end > e.hi || !p.actors.has(a.entity) {
			continue
		}
		if w, ok := e.d.groupAt(a.first); ok && (w.Class == lexicon.ArmedGroup || w.Class == lexicon.StateBody) {
			return true
		}
	}
	return false
}

// countsPeople reports whether the preposition can stand between a verb and a number of people:
// «نحو مئة متظاهر», «عدد من الطلاب».
func countsPeople(w string) bool { return w == "نحو" || w == "من" || w == "بين" }

// crowdBefore is the actor before the verb, if it is a public group.
func (e *eventReader) crowdBefore(t *trigger) (int, bool) {
	for i := t.first - 1; i >= e.lo && i > t.first-12; i-- {
		if n := e.at[i]; n >= 0 {
			if a := &e.actors[n]; !a.public && a.kind != isnad.PER && a.kind != isnad.ORG && e.governed(int(n), e.lo) {
				i = a.first
				continue // «مئات اللاجئين من [X] احتشدوا»
			}
			return int(n), e.actors[n].public
		}
		if stops(e.d, i) {
			return 0, false
		}
	}
	return 0, false
}

// march reports whether the trigger is one of a demonstration, by its CAMEO code.
func (t *trigger) march() bool { return t.Type == "PROTEST" && (t.CAMEO == "140" || t.CAMEO == "141") }

// protests reports whether trigger k tells a protest, and not that one is spoken of: a
// verb does of itself, a noun where a verb of taking place or taking part is beside it
// («خرجت مظاهرات», «شارك في مسيرة») or where it is new and opens its sentence.
func (e *eventReader) protests(k int, status string) bool {
	t := &e.triggers[k]
	if status == deniedEvent || e.behindRelative(t) {
		return false
	}
	if t.first > e.lo && e.d.toks[t.first-1].IsQuoteMark() && t.end < e.hi && !e.d.toks[t.end].IsQuoteMark() && !t.verb {
		return false // a name: «تجمع العلماء»
	}
	if t.verb {
		return t.form.Shape != lexicon.Imperfect || t.future || t.first <= e.lo+1 || t.cut > 0
	}
	if e.takesPlace(t) {
		return true
	}
	return !e.definite(t) && !t.form.Suffixed && t.first <= e.lo+1
}

// takesPlace reports whether a verb of taking place or taking part has the noun as its
// subject or object, or follows it.
func (e *eventReader) takesPlace(t *trigger) bool {
	for i := t.first - 1; i >= e.lo && i >= t.first-12; i-- {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 {
			return false
		}
		if e.d.governs(i)&lexicon.TakesPlace != 0 {
			return true
		}
	}
	for i := t.end; i < e.hi && i < t.end+4; i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 {
			return false
		}
		if e.d.governs(i)&lexicon.TakesPlace != 0 {
			return true
		}
	}
	return false
}

// behindRelative reports whether the trigger stands in a relative clause, an auxiliary
// at most before it: «مجموعات كانت تتظاهر», «التي خرجت».
func (e *eventReader) behindRelative(t *trigger) bool {
	i := t.first - 1
	if !t.verb || t.cut > 0 || i < e.lo {
		return false
	}
	if strings.HasPrefix(e.d.toks[i].Norm, "كان") {
		return i > e.lo && e.at[i-1] >= 0
	}
	return e.d.fn[i]&lexicon.Relative != 0
}
