package extract

import (
	"math"
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// unitBehind reads what the number counts where it stands behind it, and takes it into
// the span.
func (q *quantityReader) unitBehind(c *count, n arabic.Numeral) bool {
	at := n.Last
	if at >= len(q.toks) || q.toks[at].Line != q.toks[c.from].Line {
		return q.signBefore(c)
	}
	if to := q.percent(at); to > 0 {
		c.unit, c.unitClass, c.to, c.rule = q.written(at, to), "share", to, "quantity.percent"
		return true
	}
	if q.signBefore(c) {
		return true
	}
	if scale := q.scaleAt(at + 1); scale > 0 && enclosed(q.norm(c.from-1), q.norm(at)) && n.Scale == 1 {
		// «(174) مليون ريال»
		c.min.Value, c.max.Value, n.Scale = c.min.Value*scale, c.max.Value*scale, scale
		c.from--
		c.to, at = at+2, at+2
	} else if enclosed(q.norm(c.from-1), q.norm(at)) && (q.countable(at+1, n) || n.Digits && q.norm(at) == ")" && q.norm(at+1) == "من" && q.partOf(at+2)) {
		// «(151) سيارة»، «(4) من العمال»
		c.from--
		at++
	}
	if at >= len(q.toks) {
		return false
	}
	switch w := q.norm(at); {
	case currencySign(w):
		c.unit, c.unitClass, c.to = w, "money", at+1
		return true
	case q.toks[at].Kind == arabic.Latin && latinUnit(w) && !q.toks[at].Glued:
		c.unit, c.unitClass, c.to = q.written(at, at+1), "measure", at+1
		return true
	case q.d.serves(at, lexicon.Others):
		c.to = at + 1
		return q.carry(c) || true
	case q.d.serves(at, lexicon.OutOfThem) && n.Digits && n.Value == math.Trunc(n.Value):
		return (w == "منها" || q.unitKind == "person") && q.carry(c) // «7 منهم»
	case w == "من" && (q.norm(at+1) == "اصل" || q.norm(at+1) == "بين" || q.norm(at+1) == "كل"):
		return q.unitOfWhole(c, at+2)
	case w == "من" && at+1 < len(q.toks) && q.words[at+1].numeral:
		return q.unitOfWhole(c, at+1)
	case w == "من":
		return q.unitOf(c, at+1)
	}
	if q.vagueUnit(c, n, at) {
		return true
	}
	if q.norm(at) == "يوم" && q.lex.weekday(q.norm(at+1)) {
		return false // «2-0 يوم السبت»
	}
	if !q.countable(at, n) {
		return false
	}
	c.unit, c.to = q.written(at, at+1), at+1
	if q.words[at].noun != nil {
		c.unitClass = q.words[at].noun.class
	}
	if next := c.to; q.norm(at) == "كيلو" && next < len(q.toks) && q.words[next].noun != nil && q.words[next].noun.class == "measure" {
		c.unit, c.to = q.written(at, next+1), next+1
	}
	return true
}

// partOf reports whether token i names people of whom a number in brackets before it is a part: «(4) من العمال»,
// not «المادة (2) من اللائحة».
func (q *quantityReader) partOf(i int) bool {
	if i >= len(q.toks) || q.toks[i].Line != q.toks[i-1].Line {
		return false
	}
	e := q.words[i].entry
	if e.noun == nil {
		e = q.lex.words[strings.TrimPrefix(q.norm(i), "ال")]
	}
	return e != nil && e.noun != nil && e.noun.class == "person" && e.noun.form == plural
}

// latinUnit reports whether the folded Latin word is a sign of a unit or a currency, not
// a word.
func latinUnit(w string) bool {
	return len(w) <= 4 && (w != "plus" && w != "and" && w != "of" && w != "the" && w != "in" && w != "to" && w != "fm" && w != "tv")
}

// unitOfWhole reads «153 من أصل 300 مقعد»: both numbers count the same.
func (q *quantityReader) unitOfWhole(c *count, at int) bool {
	if at >= len(q.toks) || q.toks[at].Kind != arabic.Number && !q.words[at].numeral {
		return false
	}
	m, ok := q.lex.numerals.Read(q.toks, at)
	if !ok {
		return false
	}
	if to := q.percent(m.Last); to > 0 {
		c.unit, c.unitClass = q.written(m.Last, to), "share"
		return true
	}
	if !q.countable(m.Last, m) {
		return false
	}
	c.unit, c.unitClass = q.written(m.Last, m.Last+1), "thing"
	return true
}

// scaleAt is the worth of the scale word at token i, 0 if there is none.
func (q *quantityReader) scaleAt(i int) float64 {
	if i >= len(q.toks) || !q.words[i].numeral || q.words[i].cut > 0 {
		return 0
	}
	if w, _, definite, ok := q.lex.numerals.Word(q.norm(i)); ok && !definite && (w.Kind == arabic.Scale || w.Kind == arabic.Scales) {
		return w.Value
	}
	return 0
}

// enclosed reports whether the two signs are a pair of brackets or quotation marks.
func enclosed(open, closing string) bool {
	return open == "(" && closing == ")" || open == "«" && closing == "»" || open == "\"" && closing == "\""
}

// written is the text of the tokens [from, to) as it stands, without marks of the vowels.
func (q *quantityReader) written(from, to int) string {
	s := q.d.text[q.toks[from].Start:q.toks[to-1].End]
	return strings.TrimSpace(s)
}

// percent answers the token behind a per cent at token i, or 0.
func (q *quantityReader) percent(i int) int {
	switch q.norm(i) {
	case "%", "٪", "بالميه", "بالمايه":
		return i + 1
	case "في", "ب":
		if w := q.norm(i + 1); w == "الميه" || w == "المايه" {
			return i + 2
		}
	}
	return 0
}

// signBefore takes the currency sign or the per cent that stands before the digits.
func (q *quantityReader) signBefore(c *count) bool {
	if w := q.norm(c.from - 1); c.from > 0 && (currencySign(w) || (w == "%" || w == "٪") && q.glued(c.from)) {
		c.unit, c.unitClass = w, "money"
		c.from--
		if to := c.to; to < len(q.toks) && q.words[to].noun != nil && q.words[to].noun.class == "money" {
			c.to++
		}
		return true
	}
	return false
}

func currencySign(w string) bool {
	switch w {
	case "$", "€", "£", "¥", "₪", "﷼":
		return true
	}
	return false
}

// unitOf reads «22 من رجال الأمن»: the first noun is what is counted.
func (q *quantityReader) unitOf(c *count, at int) bool {
	if w := q.norm(at); (w == "هذه" || w == "هولاء" || w == "تلك") && strings.HasPrefix(q.norm(at+1), "ال") {
		at++
	}
	if at >= len(q.toks) || q.toks[at].Kind != arabic.Word || q.words[at].stop || q.taken[at] {
		return false
	}
	w := q.norm(at)
	if q.d.serves(at, lexicon.NotCounted) {
		return false
	}
	if _, ok := q.lex.places.Names.Exact(q.toks, at); ok {
		return false // «4 من تونس»
	}
	if n := q.words[at].noun; n != nil && n.form == singular && q.words[at].cut == 0 {
		return false // «9 من أسرة واحدة»
	}
	c.unit, c.unitClass = withoutArticle(q.written(at, at+1), w), "person"
	if c.unit == q.written(at, at+1) { // no owner stands behind the article: «الدراهم»
		c.unit = withoutPronoun(c.unit)
	}
	c.to = at + 1
	if n := q.words[at].noun; n != nil {
		c.unitClass = n.class
	}
	return true
}

// withoutArticle cuts the article off a written word whose folded form is norm.
func withoutArticle(word, norm string) string {
	if strings.HasPrefix(norm, "ال") && len(norm) > 8 || strings.HasPrefix(word, "ال") && len(norm) > 6 {
		return strings.TrimPrefix(word, "ال")
	}
	return word
}

// withoutPronoun cuts the pronoun of an owner off a written word: «أفرادها»، «أقاربه»,
// and gives a feminine its ending back: «قيمتها».
func withoutPronoun(word string) string {
	for _, pronoun := range [...]string{"هما", "ها", "هم", "هن", "ه"} {
		if rest, ok := strings.CutSuffix(word, pronoun); ok && len(rest) >= 6 {
			if stem, ok := strings.CutSuffix(rest, "ت"); ok && !strings.HasSuffix(stem, "ا") {
				return stem + "ة"
			}
			if stem, ok := strings.CutSuffix(rest, "ائ"); ok {
				return stem + "اء"
			}
			return rest
		}
	}
	return word
}

// vagueUnit reads the definite noun behind «عشرات», «آلاف», «ثلث».
func (q *quantityReader) vagueUnit(c *count, n arabic.Numeral, at int) bool {
	w := q.norm(at)
	if n.Kind != arabic.Vague || q.toks[at].Kind != arabic.Word || !strings.HasPrefix(w, "ال") || q.taken[at] || q.words[at].stop {
		return false
	}
	c.unit, c.unitClass, c.to = withoutArticle(q.written(at, at+1), w), "person", at+1
	return true
}

// countable reports whether token i is a noun that n counts. A known noun is; another
// word must have the form that the grammar asks: a plural behind 3 to 10, a singular in
// the accusative behind 11 to 99, a singular behind the hundreds and scales.
func (q *quantityReader) countable(i int, n arabic.Numeral) bool {
	if i >= len(q.toks) || q.toks[i].Kind != arabic.Word || q.taken[i] {
		return false
	}
	w, norm := q.words[i], q.norm(i)
	if w.stop || q.d.serves(i, lexicon.Others) || q.toks[i].Line != q.toks[i-1].Line {
		return false
	}
	written := q.d.text[q.toks[i].Start:q.toks[i].End]
	accusative := tanwin(written)
	if accusative && n.Kind == arabic.Scale && n.Value == n.Scale {
		return false // «ألف كتابا» is a verb
	}
	if w.noun != nil && w.cut == 0 {
		return w.noun.form != construct
	}
	if w.cut > 0 && (w.noun != nil || w.numeral || len(w.phrases) > 0) {
		return false // «20 وضحايا»
	}
	letters := len(norm) / 2
	if letters < 3 || foreign(norm) && !(accusative && strings.Contains(written, "ً") && !strings.HasPrefix(norm, "ال")) {
		return false
	}
	if n.Value != float64(int64(n.Value)) && n.Scale == 1 {
		return accusative
	}
	if accusative {
		return n.Value > 10
	}
	switch norm[:2] {
	case "و":
		return false
	case "ب", "ل", "ي":
		return strings.HasSuffix(norm, "ات") && n.Value <= 10 && letters >= 8
	case "ف", "س":
		if n.Value > 10 {
			return strings.HasSuffix(norm, "ه") && (letters >= 5 || n.Value >= 100)
		}
		return strings.HasSuffix(norm, "ات")
	}
	units := int64(n.Value) % 100
	switch {
	case n.Scale > 1 || units == 0:
		return true
	case units >= 3 && units <= 10:
		return n.Value < 3e3 || !n.Digits
	case units >= 11:
		return strings.HasSuffix(norm, "ه") || strings.HasSuffix(norm, "اء")
	}
	return false
}

// foreign reports whether the form of the word says that it is no counted noun: defined,
// a verb in the plural, a word with a pronoun.
func foreign(norm string) bool {
	for _, head := range [...]string{"ال", "لل", "وال", "بال", "فال", "كال", "ول", "سي", "ست"} {
		if strings.HasPrefix(norm, head) {
			return true
		}
	}
	return strings.HasSuffix(norm, "وا") || strings.HasSuffix(norm, "هم") || strings.HasSuffix(norm, "هما") || strings.HasSuffix(norm, "ها")
}

// tanwin reports whether the word ends in the alif of an indefinite accusative.
func tanwin(word string) bool {
	w := strings.TrimSuffix(word, "ً")
	w = strings.TrimSuffix(w, "ًا")
	if w == word {
		w = strings.TrimSuffix(word, "ا")
	} else {
		return len(w) >= 6
	}
	return w != word && len(w) >= 6 && !strings.HasSuffix(w, "و") && !strings.HasSuffix(w, "ه")
}
