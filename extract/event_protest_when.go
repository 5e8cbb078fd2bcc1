package extract

import (
	"strconv"
	"strings"
	"time"

	"isnad/lexicon"
)

// yearsAgo reports whether a date of an earlier year is the time of the protest, so that it is history that is told: «في
// أكتوبر 2000 اندلعت احتجاجات».
func (e *eventReader) yearsAgo(t *trigger) bool {
	n := e.nearestTime(t)
	if n < 0 || len(e.times[n].Value) < 4 {
		return false
	}
	year, err := strconv.Atoi(e.times[n].Value[:4])
	if err != nil || !e.setsTime(n) {
		return false
	}
	if e.d.published.IsZero() {
		return true // only a year that is written out is known then
	}
	years := e.d.published.Year() - year
	return years > 1 || years == 1 && e.d.published.Month() > time.February
}

// setsTime reports whether a preposition brings time n, or it opens its sentence, and it does not say of which law or war
// something is: «قانون عام 1979».
func (e *eventReader) setsTime(n int) bool {
	span := e.times[n].Span
	for i := e.lo; i < e.hi; i++ {
		if e.d.toks[i].End <= span.Start {
			continue
		}
		return i == e.lo || e.marks(i-1, "fi") || e.d.is(i-1, "خلال") || e.d.is(i-1, "من") && e.d.is(i, "عام")
	}
	return false
}

// supposed reports whether the verb at token i tells what may be or what is repeated: «قد تندلع», «لو خرجت», «كلما خرجت».
func (e *eventReader) supposed(i int) bool {
	if i <= e.lo {
		return false
	}
	w := e.d.toks[i].Norm
	switch e.d.toks[i-1].Norm {
	case "قد", "وقد", "فقد":
		return strings.HasPrefix(w, "ت") && !strings.HasPrefix(w, "تجدد") || strings.HasPrefix(w, "ي")
	case "لو", "ولو", "كلما", "وكلما", "اذا", "واذا", "ربما", "وربما":
		return true
	}
	return false
}

// pointedAt reports whether «إلى» makes of the noun what something goes back to or what people are called to, and no verb
// carries it: «تعود إلى مظاهرات», «دعت أنصارها إلى التظاهر».
func (e *eventReader) pointedAt(t *trigger) bool {
	if t.cut > 0 || t.first <= e.lo || !e.d.is(t.first-1, "الي") {
		return false
	}
	for i := t.first - 2; i >= e.lo && i >= t.first-6; i-- {
		if strings.Contains(e.d.toks[i].Norm, "حول") {
			return false // «تحول الاعتصام إلى مظاهرة»
		}
	}
	return true
}

// carriedAhead is what a verb that carries the noun says of it: that it will be («ستشهد», «من المقرر أن ينظم») or may be, or
// nothing.
func (e *eventReader) carriedAhead(t *trigger) string {
	if t.verb {
		return ""
	}
	i := e.carrierBefore(t)
	if i < 0 {
		return ""
	}
	w := strings.TrimPrefix(e.d.toks[i].Norm, "و")
	if strings.HasPrefix(w, "سي") && !strings.HasPrefix(w, "سير") || strings.HasPrefix(w, "ست") {
		return plannedEvent
	}
	if i == e.lo || !e.d.is(i-1, "ان") || !strings.HasPrefix(w, "ي") && !strings.HasPrefix(w, "ت") {
		return ""
	}
	for j := i - 2; j >= e.lo && j >= i-4; j-- {
		if class := e.d.governs(j); class&lexicon.PlannedEvent != 0 {
			return plannedEvent
		} else if class&lexicon.PossibleEvent != 0 {
			return possibleEvent
		}
	}
	return ""
}
