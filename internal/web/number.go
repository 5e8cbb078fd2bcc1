package web

import (
	"math"
	"strconv"
	"strings"

	"isnad"
)

// thousands sets a comma between groups of three digits before the decimal point.
func thousands(digits string) string {
	whole, part, _ := strings.Cut(digits, ".")
	start := 0
	if strings.HasPrefix(whole, "-") {
		start = 1
	}
	for i := len(whole) - 3; i > start; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	return whole
}

func number(v float64) string {
	return thousands(strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64))
}

// bounds writes a range in words: «at least 1,800», «180–220», «17».
func (w *words) bounds(low, high isnad.Bound) string {
	switch {
	case low.Set && high.Set && low.Value == high.Value:
		return number(low.Value)
	case low.Set && high.Set:
		return number(low.Value) + "–" + number(high.Value)
	case low.Set:
		return w.F("at-least", "n", number(low.Value))
	case high.Set:
		return w.F("at-most", "n", number(high.Value))
	}
	return w.T("unknown")
}
