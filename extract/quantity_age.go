package extract

import (
	"strings"

	"isnad/arabic"
)

// isAge reports whether the number is somebody's age.
func (q *quantityReader) isAge(c count) bool {
	if c.unitClass != "time" && c.unit != "" {
		return false
	}
	return isAge(q.toks, c.from, c.to)
}

// isAge looks for the words of an age around the tokens [i, next): عمره، البالغ من
// العمر، في سن, or brackets behind a name.
func isAge(toks []arabic.Token, i, next int) bool {
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
		if k == i-1 && yearUnit(norm(next-1)) && (w == "تحت" || w == "دون" || w == "فوق" || grown(w)) {
			return true // «دون 18 عاما»، «طفل 5 سنوات»
		}
		switch strings.TrimLeft(w, "وب") {
		case "عمره", "عمرها", "عمرهما", "عمرهم", "عمرهن", "عمر", "العمر", "اعمارهم", "اعمارهن", "اعمار", "سن", "السن", "لعمر", "العمريه", "عمريه":
			return true
		case "يلغ", "يبلغ", "تبلغ", "البالغ", "البالغه", "الغ", "الغه":
			if k == i-1 && yearUnit(norm(next-1)) && !lasting(norm(k-1)) && !lasting(norm(k-2)) {
				return true
			}
		}
	}
	if norm(next) == "من" && strings.Contains(norm(next+1), "عمر") {
		return true
	}
	if norm(i-1) == "عن" && yearUnit(norm(next-1)) && diedBefore(toks, i-1) {
		return true
	}
	if norm(i-1) == "(" && norm(next) == ")" && next-i <= 3 && i > 1 && toks[i-2].Kind == arabic.Word {
		last := norm(next - 1)
		return yearUnit(last) || monthUnit(last) && !strings.HasPrefix(norm(i-2), "ال") || next-i == 1 && len(norm(i)) == 2 && !casualty(norm(i-2))
	}
	return norm(next-1) == "ربيعا"
}

// maxDied bounds how many tokens before «عن 67 عاما» a death is told.
const maxDied = 14

// diedBefore reports whether the sentence has told of a death before token i: «غيبه الموت عن 67
// عاما».
func diedBefore(toks []arabic.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-maxDied && toks[k].Line == toks[i].Line && toks[k].Norm != "."; k-- {
		switch strings.TrimPrefix(toks[k].Norm, "و") {
		case "توفي", "توفيت", "يتوفي", "مات", "ماتت", "رحل", "رحلت", "رحيل", "وفاه", "فاه", "وفاته", "وفاتها", "الموت", "موت", "المنيه", "يرحل", "الراحل", "الراحله":
			return true
		}
	}
	return false
}

// grown reports whether the folded word is a person whose age may follow.
func grown(w string) bool {
	switch strings.TrimLeft(w, "ول") {
	case "طفل", "طفله", "رجل", "امراه", "شاب", "شابه", "فتاه", "فتي", "سيده", "مسن", "مراهق", "مراهقه", "مواطن", "مقيم":
		return true
	}
	return false
}

// yearUnit reports whether the folded word is a year.
func yearUnit(w string) bool {
	switch w {
	case "عاما", "عام", "اعوام", "سنه", "سنوات", "ربيعا":
		return true
	}
	return false
}

// monthUnit reports whether the folded word is a month, in which the age of infants is
// told.
func monthUnit(w string) bool { return w == "شهرا" || w == "اشهر" || w == "شهور" }

// lasting reports whether the folded word is a term, which has years but no age.
func lasting(w string) bool {
	return strings.Contains(w, "مده") || strings.Contains(w, "مدت") || strings.Contains(w, "فتر") || strings.Contains(w, "سجن")
}
