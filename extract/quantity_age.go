package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// isAge reports whether the number is somebody's age.
func (q *quantityReader) isAge(c count) bool {
	if c.unitClass != "time" && c.unit != "" {
		return false
	}
	return isAge(q.d, c.from, c.to)
}

// isAge looks for the words of an age around the tokens [i, next): عمره، البالغ من
// العمر، في سن, or brackets behind a name.
func isAge(d *doc, i, next int) bool {
	toks := d.toks
	norm := func(k int) string {
		if k < 0 || k >= len(toks) {
			return ""
		}
		return toks[k].Norm
	}
	back := 4
	if i > 1 && toks[i-2].Kind == arabic.Number {
		back = 7 // the second age of a range
	}
	for k := i - 1; k >= 0 && k >= i-back; k-- {
		w := norm(k)
		if w == "." || toks[k].Line != toks[i].Line {
			break
		}
		if k == i-1 && d.serves(next-1, lexicon.YearUnit) && (d.serves(k, lexicon.UpTo) || d.functions.Serves(strings.TrimLeft(w, "ول"), lexicon.Grown)) {
			return true // «دون 18 عاما»، «طفل 5 سنوات»
		}
		if w = strings.TrimLeft(w, "وب"); d.functions.Serves(w, lexicon.AgeWord) {
			return true
		}
		if k == i-1 && d.functions.Serves(w, lexicon.AgeReached) && d.serves(next-1, lexicon.YearUnit) && !lasting(norm(k-1)) && !lasting(norm(k-2)) {
			return true
		}
	}
	if norm(next) == "من" && strings.Contains(norm(next+1), "عمر") {
		return true
	}
	if norm(i-1) == "عن" && d.serves(next-1, lexicon.YearUnit) && diedBefore(d, i-1) {
		return true
	}
	if norm(i-1) == "(" && norm(next) == ")" && next-i <= 3 && i > 1 && toks[i-2].Kind == arabic.Word {
		return d.serves(next-1, lexicon.YearUnit) || d.serves(next-1, lexicon.MonthUnit) && !strings.HasPrefix(norm(i-2), "ال") || next-i == 1 && len(norm(i)) == 2 && !d.casualty(i-2)
	}
	return norm(next-1) == "ربيعا"
}

// maxDied bounds how many tokens before «عن 67 عاما» a death is told.
const maxDied = 14

// diedBefore reports whether the sentence has told of a death before token i: «غيبه الموت عن 67
// عاما».
func diedBefore(d *doc, i int) bool {
	for k := i - 1; k >= 0 && k > i-maxDied && d.toks[k].Line == d.toks[i].Line && d.toks[k].Norm != "."; k-- {
		if d.joins(k, lexicon.Died) {
			return true
		}
	}
	return false
}

// lasting reports whether the folded word is a term, which has years but no age.
func lasting(w string) bool {
	return strings.Contains(w, "مده") || strings.Contains(w, "مدت") || strings.Contains(w, "فتر") || strings.Contains(w, "سجن")
}
