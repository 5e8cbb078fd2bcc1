package show

import (
	"strings"
	"unicode"
)

// Directional isolates, Unicode Standard Annex 9.
const (
	lri = "\u2066"
	rli = "\u2067"
	pdi = "\u2069"
)

// Clean makes foreign text fit for one line of a terminal.
func Clean(s string) string { return clean(s) }

// clean makes foreign text fit for one line of a terminal: white space becomes a
// single space, and signs that command the terminal or turn the direction of what
// stands after them are dropped.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
			return -1
		}
		return r
	}, s)), " ")
}

// isClean reports, by bytes, that there is nothing to clean; it errs to the other side.
func isClean(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c < ' ', c == 0x7F, c == ' ' && before == ' ':
			return false
		case c == 0xC2, c == 0xE1, c == 0xE2 && i+1 < len(s) && s[i+1] <= 0x81, c == 0xE3, c == 0xEF:
			// The lead bytes of C1 controls and of all white space and direction signs.
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}

// cells is the width on a terminal: marks, invisible signs and colours take none.
func cells(s string) int {
	n, escape := 0, false
	for _, r := range s {
		if r == 0x1b || escape {
			escape = r != 'm'
			continue
		}
		if !isMark(r) {
			n++
		}
	}
	return n
}

// wrap breaks text, in which words stand a single space apart, into lines of at most
// width cells; a longer word stands alone.
func wrap(s string, width int) []string {
	var lines []string
	start, used := 0, 0
	for at := 0; at < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[at:], ' '); i >= 0 {
			end = at + i
		}
		n := cells(s[at:end])
		switch {
		case at == start:
			used = n
		case used+1+n > width:
			lines = append(lines, s[start:at-1])
			start, used = at, n
		default:
			used += 1 + n
		}
		at = end + 1
	}
	if start < len(s) {
		lines = append(lines, s[start:])
	}
	return lines
}
