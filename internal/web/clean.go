package web

import (
	"strings"
	"unicode"
)

// clean drops from foreign text the signs that turn the direction of what stands
// behind them (Unicode Standard Annex 9) and controls, which a page must not hold.
// Line feeds and tabs become spaces.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), turnsDirection(r), r == 0xFEFF, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

func turnsDirection(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// shortened cuts at a word after at most n code points, and says so.
func shortened(s string, n int) string {
	count, space := 0, 0
	for i, r := range s {
		if r == ' ' {
			space = i
		}
		if count == n {
			if space == 0 {
				space = i
			}
			return s[:space] + "…"
		}
		count++
	}
	return s
}
