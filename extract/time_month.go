package extract

import (
	"isnad/arabic"
)

// month reads a month, with the day before it (0 if none) and the year behind it. from
// is the token that the expression begins with, i the month itself.
func (t *timeReader) month(p *phrase, i, next, day, from int) int {
	m, to, told := t.monthMoment(p, i, next, day)
	if p.weak && day == 0 && !told && !t.governed(from) {
		return 0
	}
	if p.madda && !hasMadda(t.d.text[t.toks[i].Start:t.toks[i].End]) {
		return 0
	}
	cut := t.words[from].cut
	if p.hijri {
		return t.emit(from, cut, to, t.hijriValue(m), p.rule)
	}
	if !m.valid() {
		return 0
	}
	t.last = m
	return t.emit(from, cut, to, m.timex(), p.rule)
}

// monthMoment reads the month p at tokens [i, next) with its second name and its year.
// told says that something beside the name showed that it is a month.
func (t *timeReader) monthMoment(p *phrase, i, next, day int) (m moment, to int, told bool) {
	m = moment{0, p.n, day}
	to = next
	if at := t.skipSign(to); at < len(t.toks) {
		if q, end := t.is(at, "month"); q != nil && q.n == p.n && !q.hijri && !p.hijri && t.words[at].cut == 0 {
			to, told = end, true
			if t.norm(at-1) == "(" && t.norm(to) == ")" {
				to++
			}
		}
	}
	relation := ""
	if q, end := t.is(to, "rel"); q != nil && t.words[to].cut == 0 {
		relation, to, told = q.value, end, true
	}
	at := to
	if t.norm(at) == "،" || t.norm(at) == "," {
		at++
	}
	year, hijri, end, ok := t.yearExpression(at)
	if ok && (hijri == p.hijri || p.hijri && year < 1600) {
		m.year = year
		return m, end, true
	}
	if p.hijri {
		return m, to, told || t.norm(i-1) == "شهر"
	}
	m.year = t.yearOf(m, relation, t.ahead(i))
	if relation == "" {
		if y := t.yearAhead(to); y > 0 {
			m.year = y
		}
	}
	return m, to, told
}

// skipSign steps over the sign between two names of one month.
func (t *timeReader) skipSign(i int) int {
	switch t.norm(i) {
	case "/", "(", "-", "–", "ـ", "\\":
		return i + 1
	}
	return i
}

// yearOf finds the year that a month without one belongs to: by the word that relates
// it, else the one that brings it nearest before the day of publication, unless it is
// at most two months ahead, or planned.
func (t *timeReader) yearOf(m moment, relation string, planned bool) int {
	if t.today.IsZero() {
		return 0
	}
	year, month := t.today.Year(), int(t.today.Month())
	ahead := m.month - month
	passed := ahead < 0 || ahead == 0 && m.day > 0 && m.day < t.today.Day()
	switch relation {
	case "last":
		if ahead > 0 || ahead == 0 && !passed {
			return year - 1
		}
		return year
	case "next", "follow":
		if passed || ahead == 0 && m.day == 0 {
			return year + 1
		}
		return year
	case "this":
		return year
	}
	switch {
	case ahead > 2 && !planned:
		return year - 1
	case ahead == -11, passed && planned:
		return year + 1
	}
	return year
}

// yearAhead finds the year in «بين يناير ومارس 2014»: it belongs to both months.
func (t *timeReader) yearAhead(i int) int {
	switch t.norm(i) {
	case "و", "الي", "حتي", "-", "–", "او":
		i++
	default:
		if i >= len(t.toks) || t.words[i].cut == 0 {
			return 0
		}
	}
	if t.norm(i) == "شهر" {
		i++
	}
	if _, to, _, ok := t.dayNumber(i); ok {
		i = t.skipOf(to)
	}
	p, to := t.is(i, "month")
	if p == nil {
		return 0
	}
	if at := t.skipSign(to); at > to {
		if q, end := t.is(at, "month"); q != nil && q.n == p.n {
			to = end
		}
	}
	year, _, _, ok := t.year(to)
	if !ok {
		return 0
	}
	return year
}

// governed reports whether a word that governs a time stands before token i.
func (t *timeReader) governed(i int) bool {
	if t.partTo == i && i > 0 && t.partTo > t.partFrom {
		return true
	}
	if i == 0 || t.words[i].cut > 0 {
		return false
	}
	p, _ := t.is(i-1, "gov")
	return p != nil
}

func hasMadda(word string) bool {
	for _, r := range word {
		if r == 'آ' {
			return true
		}
	}
	return false
}

// dayNumber reads a day of the month: «15»، «الخامس عشر»، «ال15».
func (t *timeReader) dayNumber(i int) (day, next, cut int, ok bool) {
	if i >= len(t.toks) {
		return
	}
	if t.norm(i) == "ال" && i+1 < len(t.toks) && t.toks[i+1].Kind == arabic.Number {
		i++
	}
	if t.toks[i].Kind == arabic.Number {
		day = atoi(t.norm(i))
		return day, i + 1, 0, day >= 1 && day <= 31 && len(t.norm(i)) <= 2
	}
	if !t.words[i].numeral {
		return
	}
	day, next, cut, ok = t.lex.numerals.Ordinal(t.toks, i)
	return day, next, cut, ok && day <= 31
}

// skipOf steps over «من»، «شهر»، «من شهر» between a day and its month.
func (t *timeReader) skipOf(i int) int {
	if t.norm(i) == "من" || t.norm(i) == "/" {
		i++
	}
	if t.norm(i) == "شهر" {
		i++
	}
	return i
}

// dayOfMonth reads a date that begins with its day: «7 يوليو»، «الخامس من الشهر
// الجاري», and the first of two days of one month («السابع والثامن من تموز»).
func (t *timeReader) dayOfMonth(i int) int {
	day, at, cut, ok := t.dayNumber(i)
	if !ok {
		return 0
	}
	if t.toks[i].Kind != arabic.Number && t.ordinalOf(i-1) {
		return 0
	}
	end := at
	if to := t.dayMonth(i, cut, at, day, 0); to > 0 {
		return to
	}
	joined := 0
	switch t.norm(at) {
	case "و", "الي", "او", "حتي":
		joined = at + 1
	case "-", "–":
		joined = -(at + 1)
	default:
		if at < len(t.toks) && t.words[at].cut == 1 && t.words[at].numeral {
			joined = at
		}
	}
	if joined == 0 {
		return 0
	}
	second, at, _, ok := t.dayNumber(max(joined, -joined))
	if !ok {
		return 0
	}
	if joined < 0 {
		return t.dayMonth(i, cut, at, day, second)
	}
	at = t.skipOf(at)
	p, next := t.is(at, "month")
	if p == nil || p.hijri {
		return 0
	}
	m, _, _ := t.monthMoment(p, at, next, day)
	if !m.valid() {
		return 0
	}
	return t.emit(i, cut, end, m.timex(), p.rule)
}

// ordinalOf: the ordinal behind token i counts parts of a month and not its days: «النصف الثاني من
// شهر سبتمبر»، «الأسبوع الثالث من تموز».
func (t *timeReader) ordinalOf(i int) bool {
	if i < 0 {
		return false
	}
	for _, class := range [...]string{"fraction", "defunit", "yearpart"} {
		if p, to := t.is(i, class); p != nil && to == i+1 {
			return t.norm(i) != "اليوم"
		}
	}
	return false
}

// dayMonth reads the month behind a day, at token at; until is the last day of a range
// of days, or 0.
func (t *timeReader) dayMonth(from, cut, at, day, until int) int {
	of := t.norm(at) == "من"
	at = t.skipOf(at)
	if p, next := t.is(at, "month"); p != nil && t.words[at].cut == 0 {
		m, to, _ := t.monthMoment(p, at, next, day)
		if p.hijri {
			return t.emit(from, cut, to, t.hijriValue(m), p.rule)
		}
		if !m.valid() || p.madda && !hasMadda(t.d.text[t.toks[at].Start:t.toks[at].End]) {
			return 0
		}
		t.last = m
		value := m.timex()
		if until > day {
			m.day = until
			value += "/" + m.timex()
		}
		return t.emit(from, cut, to, value, p.rule)
	}
	if p, next := t.is(at, "rel"); p != nil && p.value == "this" && t.toks[from].Kind == arabic.Number && !of {
		m := momentOf(t.today)
		if t.today.IsZero() {
			m = moment{}
		}
		m.day = day
		return t.emit(from, cut, next, m.timex(), "time.day-this")
	}
	if !of {
		return 0
	}
	m, to, ok := t.monthUnit(at)
	if !ok {
		return 0
	}
	m.day = day
	if !m.valid() {
		return 0
	}
	t.last = m
	return t.emit(from, cut, to, m.timex(), "time.day-of-month")
}
