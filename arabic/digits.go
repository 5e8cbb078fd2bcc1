package arabic

import (
	"strconv"
	"strings"
)

// Digits reads the Norm of a Number token. News writes 5.400 and 1,800 for thousands
// and 5.4 and 4,5 for decimals: a lone separator with three digits behind it groups
// thousands, unless scaled says that a scale word or a per cent follows (2.135 مليون, but
// not 8.000 مليار) or nothing but zero stands before it (0.125). It answers false for what is no
// number, such as 15.3.2014.
func Digits(norm string, scaled bool) (float64, bool) {
	last := strings.LastIndexAny(norm, ".,")
	if last < 0 {
		v, err := strconv.ParseFloat(norm, 64)
		return v, err == nil
	}
	head, tail := norm[:last], norm[last+1:]
	decimal := strings.IndexByte(head, norm[last]) < 0 &&
		(len(tail) != 3 || strings.ContainsAny(head, ".,") || scaled && tail != "000" || head == "0" || len(head) > 3)
	if !decimal {
		head, tail = head+tail, ""
		if !grouped(norm) {
			return 0, false
		}
	} else if strings.ContainsAny(head, ".,") && !grouped(head) {
		return 0, false
	}
	head = strings.ReplaceAll(strings.ReplaceAll(head, ".", ""), ",", "")
	if tail != "" {
		head += "." + tail
	}
	v, err := strconv.ParseFloat(head, 64)
	return v, err == nil
}

// grouped reports whether the digits stand in threes behind one kind of separator.
func grouped(norm string) bool {
	first := strings.IndexAny(norm, ".,")
	if first < 1 || first > 3 {
		return false
	}
	for i, part := range strings.Split(norm, norm[first:first+1]) {
		if i > 0 && len(part) != 3 || strings.ContainsAny(part, ".,") {
			return false
		}
	}
	return true
}
