package extract

import (
	"strings"
	"time"

	"isnad/arabic"
	"isnad/lexicon"
)

// weekday reads الثلاثاء [المقبل], «ليل الاثنين الثلاثاء» and «الثلاثاء 15 مارس».
func (t *timeReader) weekday(p *phrase, i, next int) int {
	cut := t.words[i].cut
	if t.d.serves(i-1, lexicon.OfWeekday) {
		return next
	}
	if m, to := t.dateBehind(next); to > 0 {
		return t.emit(i, cut, to, m.timex(), p.rule)
	}
	at := next
	if t.norm(at) == "-" || t.norm(at) == "/" || t.norm(at) == "–" {
		at++
	}
	if q, to := t.is(at, "weekday"); q != nil && t.words[at].cut == 0 && (t.partTo == i || at > next) && q.n%7 == (p.n+1)%7 {
		next = to
	}
	if t.today.IsZero() {
		if _, to := t.is(next, "rel"); to > next && t.words[next].cut == 0 {
			next = to
		}
		return t.emit(i, cut, next, undated, p.rule)
	}
	value := t.lastWeekday(p.n, t.today)
	if t.ahead(i) {
		value = t.weekdayFrom(p.n, t.today)
	}
	if q, to := t.is(next, "rel"); q != nil && t.words[next].cut == 0 {
		next = to
		switch q.value {
		case "next", "follow":
			value = t.nextWeekday(p.n)
		case "last":
			value = t.lastWeekday(p.n, t.today.AddDate(0, 0, -1))
		}
	}
	return t.emit(i, cut, next, value, p.rule)
}

// dateBehind reads a day of a month that explains a weekday: «الأحد (15 مارس)»، «الأحد
// الحادي عشر من أغسطس».
func (t *timeReader) dateBehind(i int) (moment, int) {
	if _, to := t.is(i, "rel"); to > i {
		i = to
	}
	bracket := t.norm(i) == "(" || t.norm(i) == "،" || t.norm(i) == ","
	if bracket {
		i++
	}
	if t.norm(i) == "الموافق" || t.norm(i) == "يوم" {
		i++
	}
	if m, to, ok := t.numericDate(i); ok {
		return m, to
	}
	day, at, cut, ok := t.dayNumber(i)
	if !ok || cut > 0 {
		return moment{}, 0
	}
	at = t.skipOf(at)
	if p, next := t.is(at, "month"); p != nil {
		m, to, _ := t.monthMoment(p, at, next, day)
		if p.hijri {
			if m.year == 0 {
				m.year = t.hijriYearOf(m)
			}
			if m, ok = gregorian(m); !ok {
				return moment{}, 0
			}
		}
		if bracket && t.norm(to) == ")" {
			to++
		}
		if m.valid() {
			return m, to
		}
	}
	return moment{}, 0
}

func (t *timeReader) lastWeekday(n int, from time.Time) string {
	back := (isoDay(from) - n + 7) % 7
	return t.remember(from.AddDate(0, 0, -back))
}

func (t *timeReader) nextWeekday(n int) string {
	return t.weekdayFrom(n, t.today.AddDate(0, 0, 1))
}

// weekdayFrom is the first such day on or after from.
func (t *timeReader) weekdayFrom(n int, from time.Time) string {
	return t.remember(from.AddDate(0, 0, (n-isoDay(from)+7)%7))
}

// ahead reports whether a verb of the future or what is planned governs the weekday at
// token i: «سيجتمع الوفدان الأحد».
func (t *timeReader) ahead(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && t.toks[k].Line == t.toks[i].Line && (t.toks[k].Kind == arabic.Word || k >= i-2 && t.norm(k) == "،"); k-- {
		if t.d.joins(k, lexicon.Ahead) {
			return true
		}
		w := strings.TrimPrefix(t.norm(k), "و")
		if len(w) >= 10 && (strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست")) && !t.words[k].stop && t.words[k].noun == nil && !t.words[k].numeral && !noFuture(w) {
			return true
		}
	}
	return false
}

// noFuture reports whether a word that begins like a future verb is a noun or a name.
func noFuture(w string) bool {
	for _, stem := range [...]string{"سيار", "سياس", "سياد", "سيطر", "سيده", "سيدي", "سينا", "سيول", "سيره", "سيني", "سيلا", "سيري", "ستار", "ستاي", "ستوك", "ستيف", "سيرج", "سيبير", "سيدني", "سياح", "سياق", "سيمن"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// remember keeps the date for «نفس العام»، «اليوم التالي» and writes it.
func (t *timeReader) remember(day time.Time) string {
	t.last = momentOf(day)
	return t.last.timex()
}

// day reads أمس، اليوم، غدا with the weekday that explains it: «أمس (الاثنين)»، «اليوم
// الخميس». Where weekday and day of publication differ the weekday is right: papers
// are dated by the next day.
func (t *timeReader) day(p *phrase, i, next int) int {
	cut := t.words[i].cut
	if p.value == "0" && len(p.rest) == 0 {
		if _, to, _, ok := t.lex.numerals.Ordinal(t.toks, min(next, len(t.toks)-1)); ok && next < len(t.toks) {
			return to
		}
		if t.toks[max(i-1, 0)].Kind == arabic.Number && cut > 0 {
			return next // «3000 لليوم»
		}
		if t.d.serves(i-1, lexicon.NoToday) {
			return next
		}
	}
	if t.today.IsZero() {
		return t.emit(i, cut, next, undated, p.rule)
	}
	day := t.today.AddDate(0, 0, p.n)
	at, bracket := next, t.norm(next) == "("
	if bracket {
		at++
	}
	if q, _ := t.is(at, "day"); bracket && q != nil {
		// «فجر اليوم (أمس السبت)»: what stands in brackets is right.
		partFrom, partTo := t.partFrom, t.partTo
		to := t.day(q, at, at+1+len(q.rest))
		t.partFrom, t.partTo = partFrom, partTo
		value := t.out[len(t.out)-1].Value
		inner := t.out[len(t.out)-1]
		t.out = t.out[:len(t.out)-1]
		t.emit(i, cut, next, value, p.rule)
		t.out = append(t.out, inner)
		t.lastTo = to
		return to
	}
	if t.norm(at) == "يوم" {
		at++
	}
	if q, to := t.is(at, "weekday"); q != nil && t.words[at].cut == 0 {
		shift := (q.n - isoDay(day) + 7) % 7
		if shift > 3 {
			shift -= 7
		}
		day = day.AddDate(0, 0, shift)
		if p.n == 0 && shift != 0 {
			t.today = day
		}
		next = to
		if bracket && t.norm(next) == ")" {
			next++
		}
	}
	if m, to := t.dateBehind(next); to > 0 && momentOf(day) == m {
		next = to
	}
	return t.emit(i, cut, next, t.remember(day), p.rule)
}

// sameDay reads «اليوم نفسه»، «اليوم التالي»: days from the last date told.
func (t *timeReader) sameDay(p *phrase, i, next int) int {
	if t.last.day == 0 || t.last.year == 0 {
		return next
	}
	return t.emit(i, t.words[i].cut, next, t.remember(t.last.time().AddDate(0, 0, p.n)), p.rule)
}
