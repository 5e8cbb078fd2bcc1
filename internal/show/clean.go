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

// clean makes foreign text fit for one line of a terminal: white space becomes a
// single space, and signs that command the terminal or turn the direction of what
// stands after them are dropped.
func clean(s string) string {
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

// cells is the width on a terminal: marks, invisible signs and colours take none.
func cells(s string) int {
	n, escape := 0, false
	for _, r := range s {
		if r == 0x1b || escape {
			escape = r != 'm'
			continue
		}
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}

// wrap breaks text at spaces into lines of at most width cells; a longer word
// stands alone.
func wrap(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		n := cells(word)
		if used > 0 && used+1+n > width {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += n
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}
