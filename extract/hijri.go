package extract

import (
	"time"

	"github.com/hablullah/go-hijri"
)

// gregorian converts a Hijri day by the Umm al-Qura calendar, or by the arithmetic one
// outside of the years 1356 to 1500 that the former covers.
func gregorian(m moment) (moment, bool) {
	if m.year < 1 || m.year > 1600 || m.month < 1 || m.month > 12 || m.day < 1 || m.day > 30 {
		return moment{}, false
	}
	var t time.Time
	if m.year >= 1356 && m.year <= 1500 {
		t = hijri.UmmAlQuraDate{Day: int64(m.day), Month: int64(m.month), Year: int64(m.year)}.ToGregorian()
	} else {
		t = hijri.HijriDate{Day: int64(m.day), Month: int64(m.month), Year: int64(m.year), Pattern: hijri.Default}.ToGregorian()
	}
	return momentOf(t), !t.IsZero()
}

// hijriYear is the Hijri year that a day lies in, 0 if it is outside of the calendar.
func hijriYear(t time.Time) int {
	if h, err := hijri.CreateUmmAlQuraDate(t); err == nil {
		return int(h.Year)
	}
	if h, err := hijri.CreateHijriDate(t, hijri.Default); err == nil {
		return int(h.Year)
	}
	return 0
}

// hijriValue writes a Hijri day as the Gregorian one, and a Hijri month or year as the
// interval of days that it covers.
func (t *timeReader) hijriValue(m moment) string {
	if m.year == 0 {
		m.year = t.hijriYearOf(m)
	}
	if m.day > 0 {
		g, ok := gregorian(m)
		if !ok {
			return ""
		}
		t.last = g
		return g.timex()
	}
	from, next := m, m
	if m.month == 0 {
		from.month, next.month, next.year = 1, 1, m.year+1
	} else if next.month++; next.month > 12 {
		next.month, next.year = 1, m.year+1
	}
	from.day, next.day = 1, 1
	return interval(from, next)
}

// interval writes the days from one Hijri day up to and without the other.
func interval(from, next moment) string {
	a, ok := gregorian(from)
	b, ok2 := gregorian(next)
	if !ok || !ok2 {
		return ""
	}
	return a.timex() + "/" + momentOf(b.time().AddDate(0, 0, -1)).timex()
}

// hijriYearOf is the year that brings the Hijri month nearest to the day of publication.
func (t *timeReader) hijriYearOf(m moment) int {
	if t.today.IsZero() {
		return 0
	}
	base, best, least := hijriYear(t.today), 0, time.Duration(1<<62)
	for year := base - 1; year <= base+1; year++ {
		g, ok := gregorian(moment{year, m.month, max(m.day, 1)})
		if away := g.time().Sub(t.today).Abs(); ok && away < least {
			best, least = year, away
		}
	}
	return best
}

// feastDays says when the feasts begin: Hijri or Gregorian month and day.
var feastDays = map[string]struct {
	hijri      bool
	month, day int
}{
	"fitr": {true, 10, 1}, "adha": {true, 12, 10}, "ramadan": {true, 9, 1}, "hijrinewyear": {true, 1, 1},
	"ashura": {true, 1, 10}, "mawlid": {true, 3, 12}, "arafa": {true, 12, 9},
	"newyear": {false, 1, 1}, "christmas": {false, 12, 25},
}

// feastValue writes the date of a feast: in the year that is told, before or after today
// as the relation says, else the nearest. Ramadan without a day is the whole month.
func (t *timeReader) feastValue(name string, offset, year int, hijriTold bool, relation string, dayTold bool) string {
	f := feastDays[name]
	var best time.Time
	base := t.today.Year()
	if f.hijri {
		base = hijriYear(t.today)
	}
	switch {
	case hijriTold && f.hijri:
		base = year
	case year > 0 && f.hijri:
		base = hijriYear(moment{year: year, month: 7}.time())
	case year > 0:
		base = year
	case t.today.IsZero():
		return ""
	}
	bestYear := 0
	for y := base - 1; y <= base+1; y++ {
		m := moment{y, f.month, f.day}
		if f.hijri {
			var ok bool
			if m, ok = gregorian(m); !ok {
				continue
			}
		}
		if year > 0 && (hijriTold && y != year || !hijriTold && m.year != year) {
			continue
		}
		if relation == "last" && m.time().After(t.today) || relation == "next" && m.time().Before(t.today) {
			continue
		}
		if bestYear == 0 || m.time().Sub(t.today).Abs() < best.Sub(t.today).Abs() {
			best, bestYear = m.time(), y
		}
	}
	if bestYear == 0 {
		return ""
	}
	if name == "ramadan" && !dayTold {
		return interval(moment{bestYear, 9, 1}, moment{bestYear, 10, 1})
	}
	return t.remember(best.AddDate(0, 0, offset))
}
