package extract

import (
	"strings"

	"isnad/arabic"
)

// numericDate reads 15/3/2014, 2014-03-15 and 15.3.2014, and Hijri dates of this form.
func (t *timeReader) numericDate(i int) (m moment, to int, ok bool) {
	if i >= len(t.toks) || t.toks[i].Kind != arabic.Number {
		return
	}
	parts, to := t.dateParts(i)
	if to == 0 {
		return
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	if len(parts[2]) != 4 {
		return
	}
	m = moment{atoi(parts[2]), atoi(parts[1]), atoi(parts[0])}
	if m.month > 12 {
		m.month, m.day = m.day, m.month
	}
	if marked := t.norm(to) == "ه"; marked || m.year >= 1300 && m.year <= 1500 {
		if marked {
			to++
		}
		m, ok = gregorian(m)
		return m, to, ok
	}
	if t.norm(to) == "م" {
		to++
	}
	return m, to, m.valid() && m.day > 0 && m.month > 0 && m.year >= 1000 && m.year < 2200
}

// dateParts cuts a numeric date at token i in three; to is the token behind it, 0 if
// there is none. Blanks are allowed around the signs where a year shows that it is a date.
func (t *timeReader) dateParts(i int) (parts [3]string, to int) {
	if s := t.norm(i); len(s) >= 8 {
		if cut := strings.Split(s, "."); len(cut) == 3 {
			return [3]string(cut), i + 1
		}
		return parts, 0
	}
	if i+4 >= len(t.toks) {
		return parts, 0
	}
	sign := t.norm(i + 1)
	if sign != "/" && sign != "-" && sign != "–" && sign != "\\" || t.norm(i+3) != sign {
		return parts, 0
	}
	for k := i + 1; k < i+5; k++ {
		if !t.glued(k) && sign != "/" && len(t.norm(i+4)) != 4 || (k-i)%2 == 0 && t.toks[k].Kind != arabic.Number {
			return parts, 0
		}
	}
	return [3]string{t.norm(i), t.norm(i + 2), t.norm(i + 4)}, i + 5
}
