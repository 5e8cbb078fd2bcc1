package source

import (
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/hablullah/go-hijri"

	"isnad/arabic"
	"isnad/lexicon"
)

// machineDate reads ISO 8601 and its usual variants; time is kept where the zone is
// known.
func machineDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	if t, err := time.Parse("2006-01-02 15:04:05 MST", s); err == nil && t.Location() == time.UTC {
		return t.Format(time.RFC3339)
	}
	for _, layout := range []string{time.DateOnly, "2006/01/02"} {
		if len(s) >= len(layout) {
			if t, err := time.Parse(layout, s[:len(layout)]); err == nil {
				return t.Format(time.DateOnly)
			}
		}
	}
	return ""
}

// hijriMonth is what the number of a Hijri month is raised by in monthNumbers.
const hijriMonth = 100

// monthNumbers maps folded month names of one or two words to 1–12, Hijri ones to
// 101–112.
var monthNumbers = sync.OnceValue(func() map[string]int {
	numbers := make(map[string]int)
	months, err := lexicon.Months()
	if err != nil {
		return nil // a broken list is told of where articles are read
	}
	for _, m := range months {
		n := m.Number
		if m.Hijri {
			n += hijriMonth
		}
		numbers[strings.Join(m.Words, " ")] = n
	}
	return numbers
})

// writtenDate finds a date in a short line: 28 آب/أغسطس 2013, 2026-01-08, 8/1/2026, 3
// رجب 1447, «قبل 3 ساعات». It comes with the time of day where that and its zone are
// told. What is relative is reckoned from the time of fetching, if it is known.
func writtenDate(line string, fetched time.Time) string {
	if utf8.RuneCountInString(line) > dateLineLength {
		return ""
	}
	toks := arabic.Tokenize(nil, line)
	hijriDay := ""
	for i := range toks {
		d, hijri := namedMonth(toks, i)
		if hijri && hijriDay == "" {
			hijriDay = d
		}
		if d == "" || hijri {
			d = numbersOnly(toks, i)
		}
		if d != "" {
			return withClock(d, line)
		}
	}
	if hijriDay != "" {
		return withClock(hijriDay, line)
	}
	return relativeDate(line, fetched)
}

// namedMonth reads day, month and year from token i on; a second name of the month
// may stand between, after a slash or in brackets.
func namedMonth(toks []arabic.Token, i int) (day string, hijri bool) {
	number := whole(toks, i, 1, 31)
	if number == 0 {
		return "", false
	}
	month := 0
	for j := i + 1; j < len(toks) && j <= i+8; j++ {
		if month > hijriMonth {
			if year := whole(toks, j, 1340, 1500); year > 0 {
				return hijriDate(year, month-hijriMonth, number), true
			}
		} else if year := whole(toks, j, 1990, 2100); year > 0 && month > 0 {
			return dateOf(year, month, number), false
		}
		switch {
		case toks[j].Kind == arabic.Word && month == 0:
			if month = monthAt(toks, j); month == 0 {
				return "", false
			}
		case toks[j].Kind == arabic.Number:
			return "", false
		}
	}
	return "", false
}

// hijriDate is a Hijri day as a Gregorian one, by the calendar of Umm al-Qura, which
// the press goes by most. Where a month begins by sighting it may be a day off.
func hijriDate(year, month, day int) string {
	if day > 30 || year < 1356 {
		return ""
	}
	t := hijri.UmmAlQuraDate{Day: int64(day), Month: int64(month), Year: int64(year)}.ToGregorian()
	return t.Format(time.DateOnly)
}

// monthAt knows a month by one word or two (تشرين الثاني).
func monthAt(toks []arabic.Token, i int) int {
	numbers := monthNumbers()
	if i+1 < len(toks) {
		if m := numbers[toks[i].Norm+" "+toks[i+1].Norm]; m > 0 {
			return m
		}
	}
	return numbers[toks[i].Norm]
}

// numbersOnly reads three numbers with one sign between them; the year may stand
// first or last, and else the day stands before the month, as in the Arab press.
func numbersOnly(toks []arabic.Token, i int) string {
	if i+4 >= len(toks) {
		return ""
	}
	sign := toks[i+1].Norm
	if sign != toks[i+3].Norm || sign != "/" && sign != "-" {
		return ""
	}
	if y, m, d := whole(toks, i, 1990, 2100), whole(toks, i+2, 1, 12), whole(toks, i+4, 1, 31); y*m*d > 0 {
		return dateOf(y, m, d)
	}
	if d, m, y := whole(toks, i, 1, 31), whole(toks, i+2, 1, 12), whole(toks, i+4, 1990, 2100); y*m*d > 0 {
		return dateOf(y, m, d)
	}
	return ""
}

// whole is the number that token i is, if it lies between low and high; else 0.
func whole(toks []arabic.Token, i, low, high int) int {
	n := 0
	for _, c := range toks[i].Norm {
		if toks[i].Kind != arabic.Number || c < '0' || c > '9' || n > high {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	if n < low || n > high {
		return 0
	}
	return n
}

// dateOf is empty for a day that is not in the calendar.
func dateOf(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return ""
	}
	return t.Format(time.DateOnly)
}
