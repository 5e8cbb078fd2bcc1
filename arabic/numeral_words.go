package arabic

import "strconv"

// What the group that is being read holds so far.
const (
	levelNone = iota
	levelUnit
	levelTen // a ten or a teen: the group is complete below the hundreds
	levelHundred
	levelDigits
)

// numeralReader adds up one number. Groups come in falling scales: what is joined by و
// must be smaller than what stands before, or it is another number («بين ألف وألفين»).
type numeralReader struct {
	n          *Numerals
	toks       []Token
	at         int
	num        Numeral
	total, cur float64
	level      int
	scale      float64
	ceiling    float64 // worth of the last scale
}

// first takes the word that begins the number.
func (r *numeralReader) first(w numeralWord) bool {
	r.num.Cut, r.num.Definite, r.num.Kind = w.cut, w.definite, w.Kind
	r.at++
	r.cur = w.Value
	switch w.Kind {
	case Unit:
		r.level = levelUnit
	case Ten:
		r.level = levelTen
	case Hundred:
		r.level = levelHundred
	case Scale, Scales, ScaleDual:
		r.total, r.cur = w.Value, 0
		r.setScale(w)
		if w.Kind == Scales {
			r.num.Kind = Vague
		}
	case Fraction, Vague, Few:
	default:
		return false
	}
	return true
}

func (r *numeralReader) setScale(w numeralWord) {
	r.scale = w.Value
	if w.Kind == ScaleDual {
		r.scale /= 2
	}
	r.ceiling, r.level = r.scale, levelNone
}

// next takes one more word if it belongs to the number.
func (r *numeralReader) next() bool {
	t := r.toks[r.at]
	if t.Line != r.toks[r.at-1].Line {
		return false
	}
	if t.Kind == Number {
		return false
	}
	if t.Norm == "و" && r.at+1 < len(r.toks) && r.toks[r.at+1].Kind == Number {
		return r.joinDigits()
	}
	if t.Norm == "ال" && r.num.Kind == Vague && r.at+1 < len(r.toks) {
		return false
	}
	w, ok := r.n.word(t.Norm)
	if !ok || w.cut > 1 || w.cut == 1 && !w.and {
		return false
	}
	if w.and {
		return r.join(w)
	}
	return r.multiply(w)
}

// multiply takes a word that stands in construct with the number: scale, hundred, عشر.
func (r *numeralReader) multiply(w numeralWord) bool {
	switch {
	case (r.num.Kind == Vague || r.num.Kind == Few) && (w.Kind == Scale || w.Kind == Scales || w.Kind == Vague):
		r.cur, r.total = (r.cur+r.total)*w.Value, 0
		if w.Kind != Vague {
			r.setScale(w)
		}
	case r.num.Kind == Fraction && w.Kind == Scale:
		r.cur *= w.Value
		r.setScale(w)
	case w.Kind == Fractions && r.level == levelUnit && r.total == 0:
		r.cur *= w.Value
		r.num.Kind, r.level = Fraction, levelNone
	case w.definite:
		return false
	case w.Kind == Unit && w.Value == 10 && r.level == levelUnit && r.cur < 10 && !r.num.Digits:
		r.cur, r.level = r.cur+10, levelTen
	case w.Kind == Hundred && w.Value == 100 && r.level == levelUnit && r.cur >= 3:
		r.cur, r.level = r.cur*100, levelHundred
	case (w.Kind == Scale || w.Kind == Scales) && r.cur > 0 && r.level != levelNone && w.Value < r.ceiling:
		r.total, r.cur = r.total+r.cur*w.Value, 0
		r.setScale(w)
	case w.Kind == Scale && r.level == levelNone && r.cur == 0 && r.num.Kind == Scale && r.total == r.scale && w.Value > r.scale:
		r.total *= w.Value
		r.setScale(w)
	default:
		return false
	}
	r.at++
	return true
}

// join takes a word that و adds to the number.
func (r *numeralReader) join(w numeralWord) bool {
	fresh := r.level == levelNone && r.total > 0                          // behind a scale word
	same := r.num.Definite == w.definite || r.num.Definite && r.scale > 1 // «الأربعة ملايين ومئتي ألف»
	switch {
	case r.num.Kind == Vague || r.num.Kind == Few || r.num.Kind == Fraction || !same:
		return false
	case w.Kind == Fraction && fresh:
		r.total += w.Value * r.scale
		r.at++
		r.skipScale()
		return true
	case w.Kind == Unit && (fresh || r.level == levelHundred) && w.Value < r.ceiling:
		r.cur, r.level = r.cur+w.Value, levelUnit
	case w.Kind == Ten && (fresh || r.level == levelHundred || r.level == levelUnit && r.unitOpen()):
		r.cur, r.level = r.cur+w.Value, levelTen
	case w.Kind == Hundred && fresh:
		r.cur, r.level = w.Value, levelHundred
	case (w.Kind == Scale || w.Kind == ScaleDual) && fresh && w.Value < r.ceiling:
		r.total += w.Value
		r.setScale(w)
	default:
		return false
	}
	r.at++
	return true
}

// unitOpen reports whether the group ends in a lone unit that a ten may follow.
func (r *numeralReader) unitOpen() bool {
	units := int(r.cur) % 100
	return units >= 1 && units <= 9
}

// skipScale takes the repeated scale of «مليون ونصف المليون».
func (r *numeralReader) skipScale() {
	if r.at < len(r.toks) {
		if w, ok := r.n.word(r.toks[r.at].Norm); ok && w.Kind == Scale && w.Value == r.scale {
			r.at++
		}
	}
}

// joinDigits takes «و500» behind a scale word.
func (r *numeralReader) joinDigits() bool {
	if r.level != levelNone || r.total == 0 || r.num.Kind == Vague || r.num.Kind == Few || r.num.Kind == Fraction {
		return false
	}
	v, next, ok := readDigits(r.n, r.toks, r.at+1)
	if !ok || v >= r.ceiling || v != float64(int64(v)) {
		return false
	}
	if next < len(r.toks) {
		if w, ok := r.n.word(r.toks[next].Norm); ok && w.cut == 0 && (w.Kind == Scale || w.Kind == Scales) && v*w.Value >= r.ceiling {
			return false // «200 مليون و100 مليون» are two numbers
		}
	}
	r.cur, r.at, r.level = v, next, levelDigits
	return true
}

// readDigits reads the digits at token i with what typography parts: «12 000»، «4،5».
func readDigits(n *Numerals, toks []Token, i int) (v float64, next int, ok bool) {
	norm, next := toks[i].Norm, i+1
	for next < len(toks) && next < i+5 && toks[next].Kind == Number && !toks[next].Glued && len(toks[next].Norm) == 3 &&
		toks[next].Line == toks[i].Line && toks[next].Norm == "000" && plain(norm) {
		norm, next = norm+toks[next].Norm, next+1
	}
	if next+1 < len(toks) && toks[next].Norm == "ر" && toks[next].Glued && toks[next+1].Kind == Number && toks[next+1].Glued && plain(norm) && plain(toks[next+1].Norm) {
		// Gulf agencies type the decimal sign as the letter, and the digits as they look
		// from the left: «20ر59» is 59.20.
		v, err := strconv.ParseFloat(toks[next+1].Norm+"."+norm, 64)
		return v, next + 2, err == nil
	}
	for next+1 < min(len(toks), i+9) && toks[next].Norm == "،" && toks[next].Glued && toks[next+1].Kind == Number && toks[next+1].Glued && plain(toks[next+1].Norm) && len(toks[next+1].Norm) != 4 && (plain(norm) || len(toks[next+1].Norm) == 3) {
		norm, next = norm+","+toks[next+1].Norm, next+2
	}
	v, ok = Digits(norm, n.scaled(toks, next))
	return v, next, ok
}

func plain(norm string) bool {
	for i := range len(norm) {
		if norm[i] < '0' || norm[i] > '9' {
			return false
		}
	}
	return true
}

// scaled reports whether a scale word or a per cent stands at token i.
func (n *Numerals) scaled(toks []Token, i int) bool {
	if i >= len(toks) {
		return false
	}
	switch toks[i].Norm {
	case "%", "٪", "بالميه", "بالمايه":
		return true
	case "في":
		return i+1 < len(toks) && (toks[i+1].Norm == "الميه" || toks[i+1].Norm == "المايه")
	}
	w, ok := n.words[toks[i].Norm]
	return ok && (w.Kind == Scale || w.Kind == Scales)
}
