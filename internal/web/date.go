package web

import (
	"strconv"
	"time"
)

// when reads the time of an article, RFC 3339 or a date; zero where it is neither.
func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// utcDay is the number of a time's day in UTC, in days since 1970.
func utcDay(s string) int64 { return when(s).Unix() / 86400 }

// day writes the day of a time: «10 مايو 2026», «10 May 2026».
func (w *words) day(s string) string {
	t := when(s)
	if t.IsZero() {
		return w.T("undated")
	}
	return w.dayMonth(t) + " " + strconv.Itoa(t.Year())
}

// utcDay writes the day of a time in UTC.
func (w *words) utcDay(s string) string {
	if t := when(s); !t.IsZero() {
		return w.day(t.UTC().Format(time.DateOnly))
	}
	return w.T("undated")
}

func (w *words) dayMonth(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + w.T("month."+t.Format("01"))
}

// shortDay leaves out the year.
func (w *words) shortDay(s string) string {
	t := when(s)
	if t.IsZero() {
		return w.T("undated")
	}
	return w.dayMonth(t)
}

// moment is the day with the hour where the article tells it.
func (w *words) moment(s string) string {
	t := when(s)
	if t.IsZero() || len(s) <= len(time.DateOnly) {
		return w.day(s)
	}
	return w.day(s) + w.T("comma") + " " + t.Format("15:04")
}

// span writes from which day to which.
func (w *words) span(first, last string) string {
	if a, b := when(first), when(last); a.IsZero() || b.IsZero() || a.Format(time.DateOnly) == b.Format(time.DateOnly) {
		return w.day(first)
	}
	return w.day(first) + " – " + w.day(last)
}

// timex writes a TIMEX3 day, month or year; other values as they stand.
func (w *words) timex(value string) string {
	switch t := dayOf(value); {
	case t.IsZero() || len(value) == len("2006"):
		return value
	case len(value) == len("2006-01"):
		return w.T("month."+t.Format("01")) + " " + strconv.Itoa(t.Year())
	}
	return w.day(value)
}
