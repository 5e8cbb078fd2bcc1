package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// definite reads «العام الماضي»، «الأشهر الثلاثة الماضية»، «العام 2014»، «مطلع العام».
func (t *timeReader) definite(p *phrase, i, next, from int) int {
	cut := t.words[from].cut
	if p.value == "Y" {
		if year, hijri, to, ok := t.year(next); ok {
			return t.emitYear(from, cut, to, year, hijri)
		}
		if t.d.serves(next, lexicon.YearKind) {
			next++
			if year, hijri, to, ok := t.year(next); ok {
				return t.emitYear(from, cut, to, year, hijri)
			}
		}
	}
	if p.value == "100Y" {
		if n, to, c, ok := t.ordinalAt(next); ok && c == 0 && t.norm(to) != "الهجري" {
			return t.emit(from, cut, to, two(n-1), p.rule)
		}
		if n := atoi(t.norm(next)); n > 0 && n <= 21 && next < len(t.toks) && t.toks[next].Kind == arabic.Number {
			return t.emit(from, cut, next+1, two(n-1), p.rule) // «القرن 17»
		}
	}
	switch {
	case t.norm(i) == "الوقت" && t.sameBehind(next):
		return 0 // «في الوقت نفسه» is no time
	case p.value == "10Y" && p.class == "defunit" && t.norm(i-1) != "في" && (t.gov(i) == "" || t.gov(i) == "on"):
		return 0 // «العقد السابق» is a contract
	}
	count, unit, at := -1.0, p.value, next
	if base, ok := strings.CutSuffix(unit, "2"); ok {
		count, unit = 2, base
	} else if n, ok := t.numeralAt(next); ok && p.class == "defunits" {
		count, at = n.Value, n.Last
	}
	if q, to := t.is(at, "few"); q != nil {
		at = to
	}
	if w := t.norm(at); count > 0 && (w == "الاولي" || w == "الاول" || w == "الاوليين" || w == "الاولين") {
		return t.keep(from, cut, at+1, duration(count, unit), p.rule)
	}
	q, to := t.phrase(at)
	if q != nil && t.words[at].cut == 0 {
		switch q.class {
		case "rel":
			return t.related(p, from, cut, to, count, unit, q.value)
		case "same":
			if value := t.sameUnit(unit); value != "" {
				return t.emit(from, cut, t.sameOf(to, &value), value, p.rule)
			}
			return 0
		}
	}
	if p.class == "defunit" && t.partTo == from && t.partTo > t.partFrom && unit != "PERIOD" && unit != "H" {
		return t.emit(from, 0, next, shift(t.today, 0, unit), p.rule)
	}
	return 0
}

func (t *timeReader) sameBehind(i int) bool {
	p, _ := t.is(i, "same")
	return p != nil
}

// sameOf reads the year behind «الفترة ذاتها»: «من العام السابق».
func (t *timeReader) sameOf(to int, value *string) int {
	if year, _, end, ok := t.yearExpression(to); ok && t.norm(to) == "من" {
		*value = moment{year: year}.timex()
		return end
	}
	return to
}

// related writes a defined unit that a word relates to today.
func (t *timeReader) related(p *phrase, from, cut, to int, count float64, unit, relation string) int {
	if p.class == "defunits" || unit == "PERIOD" {
		if count >= 0 && unit != "PERIOD" {
			return t.keep(from, cut, to, duration(count, unit), p.rule)
		}
		value := map[string]string{"last": "PAST_REF", "recent": "PAST_REF", "next": "FUTURE_REF", "follow": "FUTURE_REF", "this": "PRESENT_REF"}[relation]
		return t.emit(from, cut, to, value, p.rule)
	}
	if year, hijri, end, ok := t.year(to); ok && unit == "Y" {
		return t.emitYear(from, cut, end, year, hijri)
	}
	if unit == "H" || unit == "MIN" {
		return t.emit(from, cut, to, map[bool]string{true: "PAST_REF", false: "FUTURE_REF"}[relation == "last" || relation == "recent"], p.rule)
	}
	today := t.today
	if relation == "follow" && t.last.year > 0 {
		today = t.last.time()
	}
	value := shift(today, step(relation), unit)
	if unit == "Y" && !today.IsZero() {
		t.last = moment{year: today.Year() + step(relation)}
	}
	return t.emit(from, cut, to, value, p.rule)
}

// pointed reads «هذا العام»، «نفس الفترة»، «ذلك الشهر».
func (t *timeReader) pointed(p *phrase, i, next int) int {
	q, to := t.phrase(next)
	if q == nil || t.words[next].cut > 0 || q.class != "defunit" && q.class != "month" {
		return 0
	}
	cut := t.words[i].cut
	if q.class == "month" || t.norm(next) == "الوقت" {
		return 0
	}
	if p.class == "this" {
		if q.value == "PERIOD" || q.value == "10Y" && !t.governed(i) {
			return 0
		}
		return t.emit(i, cut, to, shift(t.today, 0, q.value), q.rule)
	}
	value := t.sameUnit(q.value)
	if value == "" {
		return 0
	}
	return t.emit(i, cut, t.sameOf(to, &value), value, q.rule)
}

// sameUnit is the last year, month or week told, or the last range of dates.
func (t *timeReader) sameUnit(unit string) string {
	switch {
	case unit == "Y" && t.last.year > 0:
		return moment{year: t.last.year}.timex()
	case unit == "M" && t.last.year > 0 && t.last.month > 0:
		return moment{t.last.year, t.last.month, 0}.timex()
	case unit == "W" && t.last.day > 0 && t.last.year > 0:
		return weekOf(t.last.time())
	case unit == "PERIOD":
		return t.lastRange()
	}
	return ""
}

// lastRange is the last interval told, or the one between the last two times.
func (t *timeReader) lastRange() string {
	n := len(t.out)
	if n == 0 {
		return ""
	}
	if v := t.out[n-1].Value; strings.Contains(v, "/") {
		return v
	}
	if n < 2 {
		return t.out[n-1].Value
	}
	a, b := t.out[n-2], t.out[n-1]
	if b.Span.Start-a.Span.End > 20 || len(a.Value) != len(b.Value) || a.Value >= b.Value {
		return ""
	}
	return a.Value + "/" + b.Value
}

// monthUnit reads «الشهر الجاري»، «نفس الشهر»، «هذا الشهر» behind a day.
func (t *timeReader) monthUnit(i int) (m moment, to int, ok bool) {
	p, at := t.phrase(i)
	if p == nil || t.today.IsZero() {
		return
	}
	m = moment{t.today.Year(), int(t.today.Month()), 0}
	switch p.class {
	case "this", "samepre", "that":
		q, end := t.is(at, "defunit")
		if q == nil || q.value != "M" {
			return m, 0, false
		}
		if p.class != "this" && t.last.month > 0 {
			m = moment{t.last.year, t.last.month, 0}
		}
		return m, end, true
	case "defunit":
		q, end := t.phrase(at)
		if p.value != "M" || q == nil {
			return m, 0, false
		}
		if q.class == "same" && t.last.month > 0 {
			return moment{t.last.year, t.last.month, 0}, end, true
		}
		if q.class != "rel" {
			return m, 0, false
		}
		first := moment{m.year, m.month, 1}.time().AddDate(0, step(q.value), 0)
		return moment{first.Year(), int(first.Month()), 0}, end, true
	}
	return m, 0, false
}
