package extract

import (
	"strconv"
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// number reads what begins with digits: a date, a year, a clock time, a duration.
func (t *timeReader) number(i int) int {
	if to := t.clock(i); to > 0 {
		return to
	}
	if m, to, ok := t.numericDate(i); ok {
		t.last = m
		return t.emit(i, 0, to, m.timex(), "time.numeric")
	}
	if to := t.dayOfMonth(i); to > 0 {
		return to
	}
	if year, hijri, to, ok := t.year(i); ok && t.bareYear(i, to, hijri) {
		return t.emitYear(i, 0, to, year, hijri)
	}
	return t.count(i)
}

// emitYear writes a year, or two that a sign joins: «2011/2012».
func (t *timeReader) emitYear(from, cut, to, year int, hijri bool) int {
	if hijri {
		return t.emit(from, cut, to, t.hijriValue(moment{year: year}), "time.year")
	}
	t.last = moment{year: year}
	value := t.last.timex()
	if sign := t.norm(to); (sign == "/" || sign == "-" || sign == "–") && t.glued(to) && t.glued(to+1) {
		if second, _, end, ok := t.year(to + 1); ok && second > year {
			value += "/" + strconv.Itoa(second)
			to = end
		}
	}
	return t.emit(from, cut, to, value, "time.year")
}

func (t *timeReader) glued(i int) bool { return i >= 0 && i < len(t.toks) && t.toks[i].Glued }

// year reads a year in digits with the letter of its calendar: «1435هـ»، «2014م».
func (t *timeReader) year(i int) (year int, hijri bool, next int, ok bool) {
	if i >= len(t.toks) || t.toks[i].Kind != arabic.Number || len(t.norm(i)) > 4 {
		return
	}
	if len(t.norm(i)) < 4 {
		// «سنة 632 م»
		if w := t.norm(i + 1); len(t.norm(i)) < 2 || w != "م" && w != "ميلاديه" && w != "ميلادي" && w != "ه" && w != "هجريه" || i == 0 || !t.d.functions.Serves(strings.TrimLeft(t.norm(i-1), "ول"), lexicon.YearUnit) {
			return
		}
		year = atoi(t.norm(i))
		return year, t.norm(i+1) == "ه" || t.norm(i+1) == "هجريه", i + 2, year > 0
	}
	year, next = atoi(t.norm(i)), i+1
	switch {
	case t.d.serves(next, lexicon.HijriSign):
		return year, true, next + 1, year >= 1 && year <= 1500
	case t.d.serves(next, lexicon.CommonSign):
		next++
	}
	if year >= 1300 && year <= 1449 {
		return year, true, next, true
	}
	return year, false, next, year >= 1000 && year <= 2150
}

// yearExpression reads a year that something before it belongs to: «2014»، «عام 2014»،
// «من العام الماضي»، «من نفس العام»، «هذا العام».
func (t *timeReader) yearExpression(i int) (year int, hijri bool, next int, ok bool) {
	if i >= len(t.toks) {
		return
	}
	if year, hijri, next, ok = t.year(i); ok {
		if hijri || t.bareYear(i, next, hijri) || year > 1900 && year < 2100 && !t.counted(next) {
			return
		}
		return 0, false, 0, false
	}
	if t.norm(i) == "من" || t.norm(i) == "لسنه" || t.norm(i) == "ل" || t.norm(i) == "في" {
		if t.norm(i) != "لسنه" {
			i++
		}
		if year, hijri, next, ok = t.year(i); ok {
			return year, hijri, next, !t.counted(next)
		}
	}
	p, at := t.phrase(i)
	if p == nil || t.words[i].cut > 1 {
		return
	}
	if p.class == "yearpart" && (p.rule == "timewords/سنوات") {
		return
	}
	switch p.class {
	case "unit":
		if p.value == "Y" {
			return t.year(at)
		}
	case "samepre", "that":
		if q, end := t.is(at, "defunit"); q != nil && q.value == "Y" && t.last.year > 0 {
			return t.last.year, false, end, true
		}
	case "this":
		if q, end := t.is(at, "defunit"); q != nil && q.value == "Y" && !t.today.IsZero() {
			return t.today.Year(), false, end, true
		}
	case "defunit":
		if p.value != "Y" {
			return
		}
		if year, hijri, next, ok = t.year(at); ok {
			return
		}
		return t.relatedYear(at)
	}
	return 0, false, 0, false
}

// relatedYear reads what stands behind «العام»: الماضي، نفسه، with the number if it follows.
func (t *timeReader) relatedYear(at int) (year int, hijri bool, next int, ok bool) {
	q, end := t.phrase(at)
	if q == nil || t.words[at].cut > 0 || t.today.IsZero() {
		return
	}
	switch q.class {
	case "same":
		return t.last.year, false, end, t.last.year > 0
	case "rel":
		if y, h, to, ok := t.year(end); ok {
			return y, h, to, true
		}
		base := t.today.Year()
		if q.value == "follow" && t.last.year > 0 {
			base = t.last.year
		}
		return base + step(q.value), false, end, true
	}
	return
}

// step is how far a relating word moves: الماضي -1، المقبل 1.
func step(relation string) int {
	switch relation {
	case "last":
		return -1
	case "next", "follow":
		return 1
	}
	return 0
}

// bareYear reports whether the four digits at [i, next) are a year and no count.
func (t *timeReader) bareYear(i, next int, hijri bool) bool {
	if next > i+1 {
		return true
	}
	year := atoi(t.norm(i))
	if hijri || year < 1900 || year > 2060 {
		return false
	}
	if t.words[max(i-1, 0)].head != "" && i > 0 {
		return false
	}
	switch t.norm(next) {
	case "%", "٪", "$", "€", "بتوقيت", "دولار", "بالميه", "بالمايه":
		return false
	}
	if i > 0 && t.norm(i-1) == "الي" && !t.today.IsZero() && year > t.today.Year()+10 {
		return false // «ارتفع عدد المصابين إلى 2059»
	}
	if before := t.norm(i - 1); i > 0 && (before == "منذ" || before == "ومنذ") && next < len(t.words) {
		if noun := t.words[next].noun; noun == nil || noun.class != "time" {
			return true // «يشهد البلد منذ 2014 نزاعا»
		}
	}
	return !t.counted(next)
}

// counted reports whether token i is what a number before it counts.
func (t *timeReader) counted(i int) bool {
	if i >= len(t.toks) || t.toks[i].Kind != arabic.Word {
		return false
	}
	w := t.words[i]
	if w.cut > 0 || w.stop {
		return false
	}
	if w.noun != nil && w.noun.form == plural && t.toks[i-1].Kind == arabic.Number && atoi(t.norm(i-1))%100 > 10 {
		return false // «يونيو 2011 أحكاما»: eleven and more count a singular
	}
	if w.noun != nil || w.numeral || t.d.serves(i, lexicon.RestOfPeople) {
		return true
	}
	return tanwin(t.d.text[t.toks[i].Start:t.toks[i].End])
}

// clock takes the digits of a clock time or of a score; they are no date and no quantity.
func (t *timeReader) clock(i int) int {
	take := func(to int) int {
		for k := i; k < to; k++ {
			t.taken[k] = true
		}
		return to
	}
	to := i + 1
	if t.norm(to) == ":" && t.glued(to) && t.glued(to+1) && t.toks[to+1].Kind == arabic.Number {
		return take(to + 2)
	}
	if (t.norm(to) == "ت" || t.norm(to) == "تغ") && (t.norm(to+1) == "غ" || t.norm(to+1) == "م") {
		return take(to + 2)
	}
	if p, end := t.is(to, "clock"); p != nil {
		return take(end)
	}
	if (t.norm(i-1) == "الساعه" || t.norm(i-1) == "ساعه") && !t.counted(to) {
		return take(to)
	}
	return 0
}
