package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
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
	if n.Definite && n.Value == 100 && i > 0 && (t.toks[i-1].Kind == arabic.Number || t.words[i-1].numeral || t.norm(i-1) == "في" && i > 1 && t.toks[i-2].Kind == arabic.Number) {
		return 0 // «9,3 بالمائة سنة 2022»
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
	if q, _ := t.is(next, "weekday"); q != nil && t.norm(i) == "يوم" {
		return nil, i // «2-0 يوم السبت»
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
		return t.keep(i, cut, to, duration(v, unit), rule)
	}
	if gov == "before" && t.norm(next) != "من" {
		fcut := t.words[from].cut
		switch {
		case v < 0:
			return t.keep(from, fcut, next, "PAST_REF", rule)
		case v*float64(scaleOf(unit)) == float64(int(v*float64(scaleOf(unit)))) && unit != "H" && unit != "MIN" && unit != "S":
			return t.keep(from, fcut, next, shift(t.today, -int(v*float64(scaleOf(unit))), baseOf(unit)), rule)
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
	if i > 1 && t.d.serves(i-1, lexicon.About) {
		i--
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
		if t.d.functions.Serves(strings.TrimLeft(t.norm(i-2), "بلو"), lexicon.BoundOf) {
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
		if (gov == "" || gov == "on") && i > 0 && t.d.serves(i-1, lexicon.About) {
			gov = "bound"
		}
		if gov == "" || gov == "on" || p.value == "10Y" && (gov == "for" || gov == "after") || t.norm(next) == "من" && gov == "for" || t.definiteBehind(next) {
			return 0
		}
		if t.d.serves(next, lexicon.OneOrWhole) {
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
	if t.d.serves(i-1, lexicon.FewUnits) {
		vague, from = true, i-1
		gov = t.gov(from)
		cut = t.words[from].cut
	}
	if q, to := t.is(next, "vague"); q != nil && t.words[next].cut == 0 {
		vague, next = true, to
	}
	if !vague && (gov == "" || gov == "on" || t.definiteBehind(next) && gov != "before") {
		return 0
	}
	switch gov {
	case "before", "since":
		if from == i && vague && gov == "since" && p.value == "D" || gov == "before" && t.norm(next) == "من" {
			break // «قبل أيام من الانتخابات» is not counted from today
		}
		return t.emit(from-1, t.words[from-1].cut, next, "PAST_REF", p.rule)
	case "during":
		if p.value != "Y" && p.value != "10Y" {
			return t.emit(from-1, t.words[from-1].cut, next, "FUTURE_REF", p.rule)
		}
	}
	return t.emit(from, cut, next, duration(-1, p.value), p.rule)
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
func (t *timeReader) age(i, next int) bool { return isAge(t.d, i, next) }
