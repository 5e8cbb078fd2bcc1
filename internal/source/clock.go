package source

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"isnad/arabic"
)

//go:embed zones.tsv
var zonesTSV string

// zone is how a text names a zone.
type zone struct {
	words   string // folded, lower case
	minutes int    // east of Greenwich
}

var zones = sync.OnceValue(func() []zone {
	all, err := readZones(zonesTSV)
	if err != nil {
		return nil // a test reads the list, too
	}
	return all
})

func readZones(text string) (all []zone, err error) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		if strings.HasPrefix(line, "#") {
			continue
		}
		words, minutes, _ := strings.Cut(strings.TrimSpace(line), "\t")
		m, err := strconv.Atoi(minutes)
		if err != nil || words == "" || m < -12*60 || m > 14*60 {
			return nil, fmt.Errorf("zones.tsv:%d: no words and minutes: %q", n, line)
		}
		all = append(all, zone{arabic.Fold(words), m})
	}
	return all, nil
}

// zoneIn is the zone that a folded text names, or -1 minutes if it names none.
func zoneIn(folded string) (minutes int, ok bool) {
	if m := offset.FindStringSubmatch(folded); m != nil {
		h, _ := strconv.Atoi(m[2])
		mins, _ := strconv.Atoi(m[3])
		if minutes = h*60 + mins; m[1] == "-" {
			minutes = -minutes
		}
		return minutes, h <= 14
	}
	padded := " " + strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" .()،,|-", r) }), " ") + " "
	for _, z := range zones() {
		if strings.Contains(padded, " "+z.words+" ") {
			return z.minutes, true
		}
	}
	return 0, false
}

var (
	clock  = regexp.MustCompile(`(?:^|[^0-9:])([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:\s*(ص|م|صباحا|مساء|ظهرا|am|pm)(?:\s|$|[^\p{L}]))?`)
	offset = regexp.MustCompile(`(?:gmt|utc|[0-9])\s*([+-])([0-9]{1,2}):?([0-9]{2})?(?:\s|$|\))`)
)

// withClock adds to a day the time of day that the line gives, if it says in which zone.
func withClock(day, line string) string {
	folded := strings.ToLower(arabic.Fold(line))
	m := clock.FindStringSubmatch(folded)
	if m == nil {
		return day
	}
	minutes, ok := zoneIn(folded[strings.Index(folded, m[0])+len(m[0])-1:])
	t, err := time.Parse(time.DateOnly, day)
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	hour = hour24(hour, m[3])
	if !ok || err != nil || hour > 23 || minute > 59 {
		return day
	}
	return t.Add(time.Duration(hour*60+minute-minutes) * time.Minute).In(time.FixedZone("", minutes*60)).Format(time.RFC3339)
}

// hour24 is the hour of the day; half is what stands behind the time.
func hour24(hour int, half string) int {
	switch half {
	case "م", "مساء", "ظهرا", "pm":
		if hour < 12 {
			return hour + 12
		}
	case "ص", "صباحا", "am":
		if hour == 12 {
			return 0
		}
	}
	return hour
}

// The units of «قبل 3 ساعات», folded: one, two, some.
var relativeUnits = []struct {
	unit           time.Duration
	one, two, many string
}{
	{time.Minute, "دقيقه", "دقيقتين", "دقاءق دقائق دقيقه"},
	{time.Hour, "ساعه", "ساعتين", "ساعات ساعه"},
	{24 * time.Hour, "يوم", "يومين", "ايام يوما"},
}

// relativeDate reads «قبل 3 ساعات», «منذ دقيقتين», «أمس». Weeks and more are too rough
// to be a date. It is empty where the time of fetching is not known.
func relativeDate(line string, fetched time.Time) string {
	if fetched.IsZero() {
		return ""
	}
	words := strings.Fields(arabic.Fold(line))
	for i, w := range words {
		if w != "قبل" && w != "منذ" || i+1 == len(words) {
			continue
		}
		n, err := strconv.Atoi(words[i+1])
		counted := err == nil && i+2 < len(words)
		for _, u := range relativeUnits {
			switch {
			case counted && n > 0 && n < 1000 && holdsWord(u.many, words[i+2]):
				return before(fetched, u.unit, n)
			case words[i+1] == u.one:
				return before(fetched, u.unit, 1)
			case words[i+1] == u.two:
				return before(fetched, u.unit, 2)
			}
		}
	}
	return ""
}

func holdsWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if arabic.Fold(w) == word {
			return true
		}
	}
	return false
}

// before is a day alone where days are counted.
func before(t time.Time, unit time.Duration, n int) string {
	t = t.Add(-time.Duration(n) * unit)
	if unit >= 24*time.Hour {
		return t.Format(time.DateOnly)
	}
	return t.Truncate(unit).Format(time.RFC3339)
}
