package extract

import (
	"strings"

	"isnad/arabic"
)

// numeral reads what begins with a numeral word: a day of a month, a duration.
func (t *timeReader) numeral(i int) int {
	if to := t.dayOfMonth(i); to > 0 {
		return to
	}
	if value, to, cut, ok := t.lex.numerals.Ordinal(t.toks, i); ok && value <= 31 {
		if to := t.feastDay(i, to, cut, value); to > 0 {
			return to
		}
		if t.norm(i-1) == "الساعه" {
			return t.hour(i, to)
		}
		return 0
	}
	if w, cut, _, ok := t.lex.numerals.Word(t.norm(i)); ok && w.Kind == arabic.Ordinal && (t.norm(i+1) == "ايام" || t.norm(i+1) == "يوم") {
		if to := t.feastDay(i, i+1, cut, int(w.Value)); to > 0 {
			return to
		}
	}
	return t.count(i)
}

// hour takes «الساعة الثالثة والنصف».
func (t *timeReader) hour(i, to int) int {
	if w, cut, definite, ok := t.lex.numerals.Word(t.norm(to)); ok && cut == 1 && definite && (w.Kind == arabic.Fraction || w.Kind == arabic.Ordinal) {
		to++
	}
	for k := i; k < min(to, len(t.toks)); k++ {
		t.taken[k] = true
	}
	return to
}

// count reads a number of units of time: a duration, or a date where قبل stands before
// it. The tokens are left to the quantities.
func (t *timeReader) count(i int) int {
	n, ok := t.lex.numerals.Read(t.toks, i)
	if !ok || n.Last >= len(t.toks) {
		return 0
	}
	p, next := t.unitAt(n.Last)
	if p == nil || t.words[n.Last].cut > 0 || t.age(i, next) {
		return 0
	}
	if p.value == "10Y" && n.Value > 9 {
		return 0 // contracts, not decades
	}
	v := n.Value
	if n.Kind == arabic.Vague || n.Kind == arabic.Few {
		v = -1
	}
	return t.span(i, n.Cut, next, v, p.value, "time.count")
}

// unitAt finds a unit of time, also where it is the part of a day («يوم») or defined
// behind a vague number («عشرات السنين»).
func (t *timeReader) unitAt(i int) (*phrase, int) {
	p, next := t.phrase(i)
	if p == nil {
		return nil, i
	}
	switch p.class {
	case "unit", "units":
		return p, next
	case "daypart", "yearpart":
		return unitOfPart(p), next
	}
	return nil, i
}

// unitOfPart is the unit of time that a part of a day or year can be as well.
func unitOfPart(p *phrase) *phrase {
	switch p.rule {
	case "timewords/يوم":
		return &phrase{class: "unit", value: "D", rule: p.rule}
	case "timewords/شهر":
		return &phrase{class: "unit", value: "M", rule: p.rule}
	case "timewords/سنوات", "timewords/أعوام":
		return &phrase{class: "units", value: "Y", rule: p.rule}
	case "timewords/عقد":
		return &phrase{class: "unit", value: "10Y", rule: p.rule}
	}
	return nil
}

// span writes the duration of v units at [i, next), or the date that it leads to.
func (t *timeReader) span(i, cut, next int, v float64, unit, rule string) int {
	gov, from := t.governor(i)
	if q, to := t.is(next, "rel"); q != nil && t.words[next].cut == 0 {
		return t.emit(i, cut, to, duration(v, unit), rule)
	}
	if gov == "before" && t.norm(next) != "من" {
		fcut := t.words[from].cut
		switch {
		case v < 0:
			return t.keep(from, fcut, next, "PAST_REF", rule)
		case v == float64(int(v)) && unit != "H" && unit != "MIN" && unit != "S":
			return t.keep(from, fcut, next, shift(t.today, -int(v)*scaleOf(unit), baseOf(unit)), rule)
		}
	}
	return t.keep(i, cut, next, duration(v, unit), rule)
}

func scaleOf(unit string) int {
	if base := strings.TrimSuffix(unit, "Y"); base != unit && base != "" {
		return atoi(base)
	}
	return 1
}

func baseOf(unit string) string {
	if strings.HasSuffix(unit, "0Y") {
		return "Y"
	}
	return unit
}

// keep emits a time whose tokens may be a quantity too.
func (t *timeReader) keep(from, cut, to int, value, rule string) int {
	end := t.emit(from, cut, to, value, rule)
	for k := from; k < end; k++ {
		t.taken[k] = false
	}
	return end
}

// governor is gov and its token, looked for before «نحو» and «أكثر من» as well.
func (t *timeReader) governor(i int) (class string, from int) {
	if i > 1 {
		switch t.norm(i - 1) {
		case "نحو", "حوالي", "قرابه", "زهاء":
			i--
		}
	}
	if i > 2 && t.norm(i-1) == "من" && (t.norm(i-2) == "اكثر" || t.norm(i-2) == "ازيد" || t.norm(i-2) == "اقل") {
		if p, _ := t.is(i-3, "gov"); p != nil && p.value == "before" {
			return p.value, i - 3
		}
	}
	return t.gov(i), i - 1
}

// gov is the class of the word that governs the time at token i, empty if none.
func (t *timeReader) gov(i int) string {
	if i < len(t.toks) && t.words[i].cut > 0 && strings.HasPrefix(strings.TrimPrefix(t.norm(i), "و"), "ل") {
		return "for"
	}
	if i > 1 && t.norm(i-1) == "من" {
		switch strings.TrimLeft(t.norm(i-2), "بلو") {
		case "اكثر", "ازيد", "اقل", "يقرب":
			return "bound"
		}
	}
	if i > 0 {
		if p, _ := t.is(i-1, "gov"); p != nil {
			return p.value
		}
	}
	return ""
}

// unit reads a unit of time without a number: «عام 2011»، «خلال أسبوع»، «منذ سنوات
// عديدة»، «يومين».
func (t *timeReader) unit(p *phrase, i, next int) int {
	cut := t.words[i].cut
	if u := unitOfPart(p); u != nil {
		p = u
	}
	if p.value == "Y" {
		if year, hijri, to, ok := t.year(next); ok {
			return t.emitYear(i, cut, to, year, hijri)
		}
		if to := t.yearInWords(i, next); to > 0 {
			return to
		}
	}
	if (p.value == "D" || p.value == "M") && p.class == "unit" && t.datePart(next) {
		if t.partTo != i || t.partTo == t.partFrom {
			t.partFrom = i
		}
		t.partTo = next
		return next
	}
	gov, _ := t.governor(i)
	switch p.class {
	case "dual":
		if t.age(i, next) || len(p.value) > 2 && p.value != "MIN" && gov == "" {
			return 0
		}
		return t.span(i, cut, next, 2, p.value, p.rule)
	case "unit":
		if gov == "" || gov == "on" || p.value == "10Y" && (gov == "for" || gov == "after") || t.norm(next) == "من" && gov == "for" || t.definiteBehind(next) {
			return 0
		}
		if w := t.norm(next); w == "واحد" || w == "واحده" || w == "كامل" || w == "كامله" {
			next++
		}
		return t.span(i, cut, next, 1, p.value, p.rule)
	case "units":
		return t.someUnits(p, i, next, gov)
	}
	return 0
}

// datePart reports whether a day, a month or a feast stands at token i, so that «يوم» or
// «شهر» before it is only its title.
func (t *timeReader) datePart(i int) bool {
	if i >= len(t.toks) {
		return false
	}
	if _, _, _, ok := t.dayNumber(i); ok {
		return t.toks[i].Kind == arabic.Number
	}
	p, _ := t.phrase(i)
	if p == nil || t.words[i].cut > 0 {
		return false
	}
	switch p.class {
	case "weekday", "day", "month", "feast":
		return true
	}
	return false
}

// yearInWords reads «عام ألفين وعشرة».
func (t *timeReader) yearInWords(i, next int) int {
	if next >= len(t.toks) || !t.words[next].numeral || t.words[next].cut > 0 {
		return 0
	}
	n, ok := t.lex.numerals.Read(t.toks, next)
	if !ok || n.Value < 1000 || n.Value > 2100 || n.Definite {
		return 0
	}
	return t.emitYear(i, t.words[i].cut, n.Last, int(n.Value), false)
}

func (t *timeReader) definiteBehind(i int) bool {
	if p, _ := t.is(i, "rel"); p != nil {
		return false
	}
	return strings.HasPrefix(t.norm(i), "ال")
}

// someUnits reads a plural without a number: PXY, or a reference where قبل, منذ or خلال
// make it one.
func (t *timeReader) someUnits(p *phrase, i, next int, gov string) int {
	cut, from := t.words[i].cut, i
	vague := false
	if w := t.norm(i - 1); w == "عده" || w == "بضعه" || w == "بضع" {
		vague, from = true, i-1
		gov = t.gov(from)
		cut = t.words[from].cut
	}
	if q, to := t.is(next, "vague"); q != nil && t.words[next].cut == 0 {
		vague, next = true, to
	}
	if !vague && (gov == "" || gov == "on" || t.definiteBehind(next)) {
		return 0
	}
	switch gov {
	case "before", "since":
		if from == i && vague && gov == "since" && p.value == "D" {
			break
		}
		return t.emit(from-1, t.words[from-1].cut, next, "PAST_REF", p.rule)
	case "during":
		if p.value != "Y" && p.value != "10Y" {
			return t.emit(from-1, t.words[from-1].cut, next, "FUTURE_REF", p.rule)
		}
	}
	return t.emit(from, cut, next, duration(-1, p.value), p.rule)
}

// definite reads «العام الماضي»، «الأشهر الثلاثة الماضية»، «العام 2014»، «مطلع العام».
func (t *timeReader) definite(p *phrase, i, next, from int) int {
	cut := t.words[from].cut
	if p.value == "Y" {
		if year, hijri, to, ok := t.year(next); ok {
			return t.emitYear(from, cut, to, year, hijri)
		}
		switch t.norm(next) {
		case "الدراسي", "المالي", "الميلادي", "الجامعي", "الهجري", "القضايي", "الدراسيه", "الماليه", "الميلاديه":
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
	}
	switch {
	case t.norm(i) == "الوقت" && t.sameBehind(next):
		return 0 // «في الوقت نفسه» is no time
	case p.value == "10Y" && p.class == "defunit" && t.gov(i) == "":
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
		return t.emit(from, cut, at+1, duration(count, unit), p.rule)
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
			return t.emit(from, cut, to, duration(count, unit), p.rule)
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
		if q.value == "PERIOD" {
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

func (t *timeReader) ordinalAt(i int) (n, next, cut int, ok bool) {
	if i >= len(t.toks) || !t.words[i].numeral {
		return
	}
	return t.lex.numerals.Ordinal(t.toks, i)
}

func (t *timeReader) numeralAt(i int) (n arabic.Numeral, ok bool) {
	if i < len(t.toks) && t.norm(i) == "ال" {
		i++
	}
	if i >= len(t.toks) || !t.words[i].numeral && t.toks[i].Kind != arabic.Number || t.words[i].cut > 0 {
		return
	}
	return t.lex.numerals.Read(t.toks, i)
}

// age reports whether the number of years at [i, next) is somebody's age: عمره 30 عاما،
// (34 عاما)، البالغ من العمر.
func (t *timeReader) age(i, next int) bool { return isAge(t.toks, i, next) }
