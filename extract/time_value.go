package extract

import (
	"fmt"
	"strconv"
	"time"
)

// moment is a date as far as it is told: a year, a month of it, a day of that.
type moment struct{ year, month, day int }

func momentOf(t time.Time) moment { return moment{t.Year(), int(t.Month()), t.Day()} }

// timex writes the moment as a TIMEX3 value; a year that is not told is XXXX.
func (m moment) timex() string {
	year := "XXXX"
	if m.year > 0 {
		year = fmt.Sprintf("%04d", m.year)
	}
	switch {
	case m.month == 0:
		return year
	case m.day == 0:
		return year + "-" + two(m.month)
	}
	return year + "-" + two(m.month) + "-" + two(m.day)
}

// valid reports whether the calendar has such a date.
func (m moment) valid() bool {
	if m.month < 0 || m.month > 12 || m.day < 0 || m.day > 31 {
		return false
	}
	if m.year == 0 || m.day == 0 {
		return true
	}
	return momentOf(m.time()) == m
}

func (m moment) time() time.Time {
	return time.Date(m.year, time.Month(max(m.month, 1)), max(m.day, 1), 0, 0, 0, 0, time.UTC)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// weekOf writes the ISO week of a day.
func weekOf(t time.Time) string {
	y, w := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// isoDay is 1 for Monday to 7 for Sunday.
func isoDay(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// duration writes a TIMEX3 duration of n units (D W M Y 10Y 100Y H MIN S); a negative n
// is a number that is not told.
func duration(n float64, unit string) string {
	count := "X"
	switch unit {
	case "10Y", "100Y":
		if n >= 0 {
			n *= float64(atoi(unit[:len(unit)-1]))
		}
		unit = "Y"
	case "Y":
		if n > 0 && n < 1 {
			n, unit = n*12, "M"
		}
	case "H":
		if n > 0 && n < 1 {
			n, unit = n*60, "MIN"
		}
	}
	if n >= 0 {
		count = strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch unit {
	case "H", "S":
		return "PT" + count + unit
	case "MIN":
		return "PT" + count + "M"
	}
	return "P" + count + unit
}

// shift moves today by n units and writes the result in the precision of the unit.
func shift(today time.Time, n int, unit string) string {
	if today.IsZero() {
		return undated
	}
	switch unit {
	case "D":
		return momentOf(today.AddDate(0, 0, n)).timex()
	case "W":
		return weekOf(today.AddDate(0, 0, 7*n))
	case "M":
		first := time.Date(today.Year(), today.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return moment{first.Year(), int(first.Month()), 0}.timex()
	case "Y":
		return moment{year: today.Year() + n}.timex()
	case "10Y":
		return strconv.Itoa(today.Year()/10 + n)
	case "100Y":
		return strconv.Itoa(today.Year()/100 + n)
	}
	return ""
}

// atoi reads a small number; what is none is 0.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
