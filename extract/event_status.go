package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// The statuses of an event.
const (
	actualEvent   = "actual"
	plannedEvent  = "planned"
	possibleEvent = "possible"
	deniedEvent   = "denied"
)

// statusOf tells whether the event happened: from the trigger, from the words that govern
// it, and from the claim that denies it.
func (e *eventReader) statusOf(t *trigger) string {
	if t.Status != "" {
		return t.Status
	}
	if t.future {
		return plannedEvent
	}
	if t.Type == "PROTEST" {
		if status := e.carriedAhead(t); status != "" {
			return status
		}
	}
	that := false
	for i := t.first - 1; i >= e.lo && i >= t.first-4; i-- {
		tok := &e.d.toks[i]
		if e.at[i] >= 0 && !t.verb || comma(tok.Norm) || stops(e.d, i) && e.d.fn[i]&lexicon.ThatWord == 0 {
			break
		}
		that = that || i == t.first-1 && (tok.Text == "أن" || tok.Text == "ان")
		class := e.d.governs(i)
		switch {
		case !t.verb && e.ahead(i, class):
			return plannedEvent
		case class == 0 || t.verb && !that && i < t.first-1:
			continue
		case strings.HasSuffix(tok.Norm, "قد") && t.form.Shape != lexicon.Imperfect:
			continue
		case class&lexicon.DeniedEvent != 0:
			return deniedEvent
		case class&lexicon.PossibleEvent != 0 && (!t.verb || that || i == t.first-1):
			return possibleEvent
		case class&lexicon.PlannedEvent != 0:
			return plannedEvent
		}
	}
	return e.statusAround(t, that)
}

// statusAround tells the status by what stands behind the trigger and around it.
func (e *eventReader) statusAround(t *trigger, that bool) string {
	for i := t.end; i < e.hi && i < t.end+2; i++ {
		if w := e.d.toks[i].Norm; e.d.governs(i)&lexicon.PlannedEvent != 0 && len(w) > 4 && w[:4] == "ال" {
			return plannedEvent
		}
	}
	if t.aim && !e.suffered(t) || that && t.form.Shape == lexicon.Imperfect {
		return plannedEvent
	}
	span := e.d.span(t.first, t.end)
	for _, i := range e.saidIn[e.d.sentOf[t.first]] {
		c := &e.claims[i]
		if c.Act != isnad.Deny {
			continue
		}
		for _, s := range c.Content {
			if s.Contains(span) {
				return deniedEvent
			}
		}
	}
	return actualEvent
}

// ahead reports whether token i is a verb in the future that carries the noun behind it.
func (e *eventReader) ahead(i int, class lexicon.EventWord) bool {
	w := strings.TrimPrefix(e.d.toks[i].Norm, "و")
	future := strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") || strings.HasPrefix(w, "سن")
	if !future || class&lexicon.LightVerb != 0 {
		return future
	}
	forms := e.readings(i)
	return len(forms) > 0 && forms[0].Future
}

// suffered: «تعرض لهجوم» aims at nothing.
func (e *eventReader) suffered(t *trigger) bool {
	return e.exposure(t) >= 0
}
