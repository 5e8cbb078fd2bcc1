package source

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
)

// anyDate reads a date that a machine or a person wrote; empty if it is none.
func anyDate(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if d := machineDate(s); d != "" {
		return d
	}
	if d := mailDate(s); d != "" {
		return d
	}
	return writtenDate(s, time.Time{})
}

// namedZone is a zone by letters at the end of a date.
var namedZone = regexp.MustCompile(`\s([A-Z]{1,5})$`)

// mailDate reads RFC 822 and RFC 5322. A zone by letters that is not known, or that has
// two times in a year, leaves the day alone: the time would be wrong by hours.
func mailDate(s string) string {
	name := ""
	if m := namedZone.FindStringSubmatch(s); m != nil {
		name = m[1]
	}
	if name == "" {
		if t, err := mail.ParseDate(s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	for _, layout := range []string{"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006", "2 January 2006 15:04:05", "January 2, 2006", "Jan 2, 2006", "2 January 2006"} {
		text := strings.TrimSpace(strings.TrimSuffix(s, name))
		if _, rest, ok := strings.Cut(text, ", "); ok && layout[0] == '2' {
			text = rest
		}
		t, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		minutes, known := zoneIn(strings.ToLower(name))
		if name == "Z" || name == "UT" {
			minutes, known = 0, true
		}
		if !known || !strings.Contains(layout, "15") {
			return t.Format(time.DateOnly)
		}
		return t.Add(-time.Duration(minutes) * time.Minute).In(time.FixedZone("", minutes*60)).Format(time.RFC3339)
	}
	return ""
}
