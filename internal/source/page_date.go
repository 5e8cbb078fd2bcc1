package source

import (
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"isnad/arabic"
	"isnad/lexicon"
)

// A date over the text stands in one of its first lines, and that line is short.
const (
	dateLines      = 6
	dateLineLength = 100 // letters and signs
)

// dateKeys are the values of itemprop, property and name under which pages give
// their day of publication, lower case.
var dateKeys = []string{
	"datepublished", "article:published_time", "og:published_time", "dc:date", "dc.date", "dc.date.issued",
	"dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
	"sailthru.date", "date",
}

// markedDate is the first date that the markup gives: under one of the keys, or
// in a time element.
func markedDate(doc *html.Node) string {
	inTime := ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if (a.Key == "itemprop" || a.Key == "property" || a.Key == "name") && isDateKey(a.Val) {
				if d := machineDate(firstAttr(n, "content", "datetime")); d != "" {
					return d
				}
			}
		}
		if n.Data == "time" && inTime == "" {
			inTime = machineDate(firstAttr(n, "datetime"))
		}
	}
	return inTime
}

func isDateKey(value string) bool {
	value = strings.ToLower(value)
	for _, k := range dateKeys {
		if strings.TrimPrefix(value, "schema:") == k {
			return true
		}
	}
	return false
}

func firstAttr(n *html.Node, keys ...string) string {
	for _, k := range keys {
		for _, a := range n.Attr {
			if a.Key == k && a.Val != "" {
				return a.Val
			}
		}
	}
	return ""
}

// machineDate reads ISO 8601 and its usual variants; time is kept where the zone is
// known.
func machineDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
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

// monthNumbers maps folded Gregorian month names of one word to 1–12.
var monthNumbers = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{"كانون": 0, "تشرين": 0}
	months, err := lexicon.Months()
	if err != nil {
		return nil // a broken list is told of where articles are read
	}
	for _, m := range months {
		if !m.Hijri {
			numbers[strings.Join(m.Words, " ")] = m.Number
		}
	}
	return numbers
})

// writtenDate finds a date in a short line: 28 آب/أغسطس 2013, 2026-01-08, 8/1/2026.
func writtenDate(line string) string {
	if utf8.RuneCountInString(line) > dateLineLength {
		return ""
	}
	toks := arabic.Tokenize(nil, line)
	for i := range toks {
		if d := namedMonth(toks, i); d != "" {
			return d
		}
		if d := numbersOnly(toks, i); d != "" {
			return d
		}
	}
	return ""
}

// namedMonth reads day, month and year from token i on; a second name of the month
// may stand between, after a slash or in brackets.
func namedMonth(toks []arabic.Token, i int) string {
	day := whole(toks, i, 1, 31)
	if day == 0 {
		return ""
	}
	month := 0
	for j := i + 1; j < len(toks) && j <= i+8; j++ {
		if year := whole(toks, j, 1990, 2100); year > 0 && month > 0 {
			return dateOf(year, month, day)
		}
		switch {
		case toks[j].Kind == arabic.Word && month == 0:
			if month = monthAt(toks, j); month == 0 {
				return ""
			}
		case toks[j].Kind == arabic.Number:
			return ""
		}
	}
	return ""
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
