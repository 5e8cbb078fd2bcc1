package extract

import (
	"strconv"
	"strings"
	"time"
)

// feast reads a feast, or the day of one (0 if it is not told): «أول أيام عيد الفطر».
func (t *timeReader) feast(p *phrase, i, next, day, from int) int {
	if p.rule == "timewords/رمضان" && day == 0 && !t.governed(i) && t.norm(i-1) != "شهر" {
		if q, _ := t.is(next, "rel"); q == nil {
			if _, _, _, ok := t.yearExpression(next); !ok {
				return 0
			}
		}
	}
	cut := t.words[from].cut
	for t.norm(next) == "المبارك" || t.norm(next) == "السعيد" {
		next++
	}
	relation := ""
	if q, to := t.is(next, "rel"); q != nil && t.words[next].cut == 0 {
		relation, next = q.value, to
	}
	year, hijri, to, ok := t.yearExpression(next)
	if ok {
		next = to
	} else {
		year = 0
	}
	value := t.feastValue(p.value, max(day, 1)-1, year, hijri, relation, day > 0)
	return t.emit(from, cut, next, value, p.rule)
}

// feastDay reads «أول أيام»، «اليوم الثالث من» before a feast.
func (t *timeReader) feastDay(i, at, cut, day int) int {
	if t.norm(at) == "ايام" || t.norm(at) == "من" || t.norm(at) == "يوم" {
		at++
	}
	if t.norm(at) == "ايام" {
		at++
	}
	if p, next := t.is(at, "feast"); p != nil && t.words[at].cut == 0 {
		if t.norm(i-1) == "اليوم" {
			i--
		}
		return t.feast(p, at, next, day, i)
	}
	return 0
}

// season reads «صيف 2014»، «الصيف الماضي»، «خريف العام المقبل».
func (t *timeReader) season(p *phrase, i, next int) int {
	cut := t.words[i].cut
	if q, to := t.is(next, "rel"); q != nil && t.words[next].cut == 0 && !t.today.IsZero() {
		if y, _, end, ok := t.year(to); ok {
			return t.emit(i, cut, end, moment{year: y}.timex()+"-"+p.value, p.rule)
		}
		return t.emit(i, cut, to, t.seasonYear(p.value, q.value)+"-"+p.value, p.rule)
	}
	if year, _, to, ok := t.yearExpression(next); ok {
		t.last = moment{year: year}
		return t.emit(i, cut, to, t.last.timex()+"-"+p.value, p.rule)
	}
	return 0
}

// seasonYear is the year of the season before or after today.
func (t *timeReader) seasonYear(season, relation string) string {
	begins := map[string]time.Month{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
	year := t.today.Year()
	switch {
	case relation == "last" && t.today.Month() < begins+3:
		year--
	case (relation == "next" || relation == "follow") && t.today.Month() >= begins:
		year++
	}
	return strconv.Itoa(year)
}

// fraction reads «الربع الأول من 2014»، «النصف الثاني من العام الماضي» and, of the words that count
// other things too, «الثلاثي الثاني من السنة الجارية» where a year follows.
func (t *timeReader) fraction(p *phrase, i, next int) int {
	if q, to := t.is(next, "rel"); q != nil && p.value == "Q" && q.value != "recent" && !t.today.IsZero() {
		day := t.today.AddDate(0, 3*step(q.value), 1-t.today.Day())
		return t.emit(i, t.words[i].cut, to, moment{year: day.Year()}.timex()+"-Q"+strconv.Itoa((int(day.Month())+2)/3), p.rule)
	}
	n, at, cut, ok := t.ordinalAt(next)
	part := p.value[:1]
	if !ok || cut > 0 || n > 4 || part == "H" && n > 2 {
		return 0
	}
	year, hijri, to, ok := t.yearExpression(at)
	if hijri {
		return 0 // «الفصل الأول لعام 1436» is of a school
	}
	if !ok {
		if p.value != "Q" || t.today.IsZero() || !t.governed(i) && t.words[i].cut == 0 || t.norm(at) == "من" {
			return 0
		}
		to, year = at, t.today.Year()
		if 3*n-2 > int(t.today.Month()) {
			year--
		}
	}
	t.last = moment{year: year}
	return t.emit(i, t.words[i].cut, to, moment{year: year}.timex()+"-"+part+strconv.Itoa(n), p.rule)
}

// decade reads «الثمانينيات»، «ثمانينيات القرن التاسع عشر».
func (t *timeReader) decade(p *phrase, i, next int) int {
	century := 19
	at := next
	if t.norm(at) == "من" {
		at++
	}
	if q, end := t.is(at, "defunit"); q != nil && q.value == "100Y" {
		if n, to, _, ok := t.ordinalAt(end); ok {
			century, next = n-1, to
		} else if q, to := t.is(end, "rel"); q != nil {
			next = to
			if q.value == "this" {
				century = 20
			}
		}
	} else if t.norm(i-1) == "عمره" || t.norm(i-1) == "عمرها" || t.norm(i-1) == "في" && p.n >= 2 && p.n <= 4 || strings.HasPrefix(t.norm(at), "العمر") || strings.HasPrefix(t.norm(at), "عمر") {
		return 0 // «طبيب في الأربعينيات» is an age
	}
	return t.emit(i, t.words[i].cut, next, strconv.Itoa(century)+p.value, p.rule)
}
