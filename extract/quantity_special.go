package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
)

// label reports whether the digits at token i are no number of things by what stands
// glued to them or before them: a score, a model, a code, the number of a list item.
func (q *quantityReader) label(i int) bool {
	norm, next := q.norm(i), q.norm(i+1)
	plain := !strings.ContainsAny(norm, ".,")
	if plain && (len(norm) >= 9 || len(norm) > 1 && norm[0] == '0' || q.norm(i-1) == "+" && len(norm) >= 3) {
		return true
	}
	if q.glued(i) {
		switch q.norm(i - 1) {
		case "-", "–", "/", ":", "+", "_", "#", "@", "ـ":
			if i > 1 && (q.toks[i-2].Kind != arabic.Number || q.norm(i-1) != "-" && q.norm(i-1) != "–") && q.glued(i-1) {
				return true
			}
		}
		if i > 0 && q.toks[i-1].Kind == arabic.Latin {
			return true
		}
	}
	if norm == "24" && next == "ساعه" && q.channel(i) {
		return true
	}
	if (next == "-" || next == "/") && q.lex.weekday(q.norm(i-1)) && i+2 < len(q.toks) && q.toks[i+2].Kind == arabic.Number {
		q.taken[i+2] = true // «الثلاثاء 5-10»: the day and its month, or a score
		return true
	}
	if i > 1 && (q.norm(i-1) == "-" || q.norm(i-1) == "–") && q.words[i-2].head == "model" {
		return true // «إف - 16»
	}
	first := i == 0 || q.toks[i-1].Line != q.toks[i].Line
	if first && len(norm) <= 2 && !(q.glued(i+2) && q.toks[i+2].Kind == arabic.Number) && (next == "-" || next == ")" || next == "." || next == "–" || next == "/" || next == ":") {
		return true
	}
	if q.glued(i+1) && (next == "/" || next == "+" || next == ":") && q.glued(i+2) {
		return true
	}
	return (next == "-" || next == "–") && q.score(i)
}

// channel reports whether close before token i a medium is spoken of, whose name may
// end in a number.
func (q *quantityReader) channel(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5 && q.toks[k].Line == q.toks[i].Line; k-- {
		switch strings.TrimLeft(strings.TrimPrefix(q.norm(k), "ال"), "ول") {
		case "قناه", "شبكه", "تلفزيون", "محطه", "موقع", "صحيفه", "جريده", "اذاعه", "فضاييه":
			return true
		}
	}
	return false
}

// score reports whether «3-1» at token i has nothing behind it that is counted.
func (q *quantityReader) score(i int) bool {
	if i+2 >= len(q.toks) || q.toks[i+2].Kind != arabic.Number {
		// «إف-16» backwards: digits, a sign, a word.
		return q.glued(i+1) && q.glued(i+2)
	}
	m, ok := q.lex.numerals.Read(q.toks, i+2)
	if !ok || q.norm(m.Last) == "يوم" && q.lex.weekday(q.norm(m.Last+1)) {
		return true
	}
	return q.percent(m.Last) == 0 && !q.countable(q.behindBracket(i, m.Last), m) && m.Scale == 1
}

// noQuantity reports whether a word before the number, with no counted noun behind it,
// says that it is an article, a model, a code.
func (q *quantityReader) noQuantity(c count, n arabic.Numeral, found bool) bool {
	if c.from == 0 {
		return false
	}
	w := q.words[c.from-1]
	if head := w.head; head == "" && strings.HasPrefix(q.norm(c.from-1), "ال") {
		found = found && !(q.norm(n.Last) == "من" && q.headOf(strings.TrimPrefix(q.norm(c.from-1), "ال")))
	} else if head != "" && q.norm(n.Last) == "من" {
		found = false
	}
	if found && c.unit != "" && c.unitClass != "" {
		return false
	}
	if w.head != "" && (n.Digits || w.head == "article" || w.head == "clock") {
		return true
	}
	if !found && n.Digits && q.toks[c.from-1].Kind == arabic.Latin {
		return true
	}
	return !found && strings.HasPrefix(q.norm(c.from-1), "ال") && w.cut == 0 && len(q.norm(c.from-1)) > 4 && q.lex.words["ال"] == nil && q.headOf(strings.TrimPrefix(q.norm(c.from-1), "ال"))
}

func (q *quantityReader) headOf(word string) bool {
	e := q.lex.words[word]
	return e != nil && e.head != ""
}

// definite reads a number behind the definite plural that it counts: «الرهائن الأربعة»،
// «الدول الـ28».
func (q *quantityReader) definite(i int, n arabic.Numeral) int {
	if n.Kind != arabic.Unit || n.Cut > 0 || n.Scale > 1 {
		return 0
	}
	at := i - 1
	if q.norm(at) == "ال" && n.Digits {
		at--
	}
	if !n.Digits && n.Value < 3 {
		return 0
	}
	first := -1
	for k := at; k >= 0 && k > at-3 && q.toks[k].Kind == arabic.Word && q.toks[k].Line == q.toks[i].Line && !q.taken[k]; k-- {
		w := strings.TrimPrefix(q.norm(k), "و")
		if strings.HasPrefix(w, "لل") {
			w = "ال" + w[4:]
		}
		if strings.HasPrefix(w, "بال") {
			w = w[2:]
		}
		if !strings.HasPrefix(w, "ال") {
			break
		}
		if q.definitePlural(w[4:]) || q.definiteTime(w[4:]) {
			first = k
		}
		if strings.HasPrefix(q.norm(k), "و") {
			break
		}
	}
	if first < 0 {
		return 0
	}
	w := q.norm(first)
	cut := strings.Index(w, "ال") / 2
	unit := q.d.text[behind(q.d.text, q.toks[first], cut+2):q.toks[first].End]
	if strings.HasPrefix(w, "لل") {
		cut, unit = 1, q.d.text[behind(q.d.text, q.toks[first], 2):q.toks[first].End]
	}
	value := isnad.Bound{Value: n.Value, Set: true}
	return q.emit(count{from: first, cut: cut, to: n.Last, min: value, max: value, unit: unit, unitClass: "person", rule: "quantity.definite"})
}

// definitePlural reports whether the word without its article is a plural.
func (q *quantityReader) definitePlural(word string) bool {
	if e := q.lex.words[word]; e != nil && e.noun != nil {
		return (e.noun.form == plural || e.noun.form == dual && strings.HasSuffix(word, "ين")) && e.noun.class != "time"
	}
	return len(word) >= 10 && (strings.HasSuffix(word, "ون") || strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ات"))
}

// definiteTime reports whether the word without its article is a plural of a unit of
// time, which measures also where it is defined: «الأشهر الستة الماضية».
func (q *quantityReader) definiteTime(word string) bool {
	e := q.lex.words[word]
	return e != nil && e.noun != nil && e.noun.form == plural && e.noun.class == "time"
}

// fraction reads «نصف قرن», «ثلاثة أرباع المساحة», «بنسبة الثلث».
func (q *quantityReader) fraction(i int, n arabic.Numeral) int {
	next := q.norm(n.Last)
	value := isnad.Bound{Value: n.Value, Set: true}
	c := count{from: i, cut: n.Cut, to: n.Last, min: value, max: value, rule: "quantity.fraction"}
	if n.Cut > 0 && strings.HasPrefix(q.norm(i), "و") && n.Value == 0.5 {
		return 0 // «ساعة ونصف» is read with its noun
	}
	switch next {
	case "نهايي", "النهايي", "نهاييي", "النهاييي", "الاول", "الثاني", "الاخير", "الساعه", "العلوي", "السفلي", "الشمالي", "الجنوبي", "قرن":
		if next != "قرن" {
			return n.Last
		}
	}
	if n.Last < len(q.toks) && q.toks[n.Last].Kind == arabic.Word && q.toks[n.Last].Line == q.toks[i].Line {
		if w := q.words[n.Last]; w.noun != nil && w.cut == 0 && (w.noun.class == "time" || w.noun.class == "measure" || w.noun.class == "money") {
			c.unit, c.unitClass, c.to = q.written(n.Last, n.Last+1), w.noun.class, n.Last+1
			q.marks(&c)
			return q.emit(c)
		}
		if !n.Definite && (strings.HasPrefix(next, "ال") || next == "هذه" || next == "هذا" || next == "عدد" || owned(next) && !q.words[n.Last].stop || next == "ما" || q.words[n.Last].noun != nil && q.words[n.Last].cut == 0 || n.Value > 0.5 && !q.words[n.Last].stop) {
			q.marks(&c)
			return q.emit(c)
		}
	}
	if n.Definite && share(q.norm(i-1)) {
		q.marks(&c)
		return q.emit(c)
	}
	return n.Last
}

// owned reports whether the folded word ends in a pronoun: «نصف قيمتها».
func owned(w string) bool {
	return len(w) >= 8 && (strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم") || strings.HasSuffix(w, "ته"))
}

func share(w string) bool {
	switch w {
	case "نسبه", "بنسبه", "بمقدار", "بواقع", "بمعدل", "الي":
		return true
	}
	return false
}

// someone reads the numerals one and two, which count only in some places: «بنسبة
// الخمس» is no part of them, «أحد المواطنين» counts among other numbers.
func (q *quantityReader) someone(i int, n arabic.Numeral) int {
	if q.percent(n.Last) > 0 {
		value := isnad.Bound{Value: n.Value, Set: true}
		c := count{from: i, cut: n.Cut, to: n.Last, min: value, max: value}
		q.unitBehind(&c, n)
		q.marks(&c)
		return q.emit(c)
	}
	if n.Value == 1 && hamza(q.d.text[q.toks[i].Start:q.toks[i].End]) && q.near(&count{from: i}) &&
		n.Last < len(q.toks) && strings.HasPrefix(q.norm(n.Last), "ال") && q.definitePlural(q.norm(n.Last)[4:]) {
		one := isnad.Bound{Value: 1, Set: true}
		return q.emit(count{from: i, cut: 1, to: n.Last + 1, min: one, max: one, unit: withoutArticle(q.written(n.Last, n.Last+1), q.norm(n.Last)), unitClass: "person", rule: "quantity.one-of"})
	}
	if n.Value == 2 && !n.Definite && casualty(q.norm(n.Last)) && q.near(&count{from: i}) {
		two := isnad.Bound{Value: 2, Set: true}
		c := count{from: i, cut: n.Cut, to: n.Last, min: two, max: two, rule: "quantity.counted"}
		q.carry(&c)
		return q.emit(c) // «اثنان منهم»
	}
	if n.Value == 1 && !n.Definite && q.oneOf(i, n) {
		one := isnad.Bound{Value: 1, Set: true}
		return q.emit(count{from: i, cut: n.Cut, to: n.Last + 2, min: one, max: one, unit: withoutArticle(q.written(n.Last+1, n.Last+2), q.norm(n.Last+1)), unitClass: "thing", rule: "quantity.one-of"})
	}
	if n.Value == 2 && !n.Definite && q.norm(n.Last) == "من" {
		two := isnad.Bound{Value: 2, Set: true}
		c := count{from: i, cut: n.Cut, to: n.Last, min: two, max: two, rule: "quantity.counted"}
		if q.unitOf(&c, n.Last+1) {
			q.marks(&c)
			return q.emit(c)
		}
	}
	if n.Value == 2 && !n.Definite && other(q.norm(n.Last)) {
		two := isnad.Bound{Value: 2, Set: true}
		c := count{from: i, cut: n.Cut, to: n.Last + 1, min: two, max: two, rule: "quantity.counted"}
		if q.carry(&c) {
			return q.emit(c)
		}
	}
	return n.Last
}

// oneOf reports whether «واحد من» and a definite plural that can be counted begin at
// token i: «واحدا من الصواريخ», but not «واحد من أكثر».
func (q *quantityReader) oneOf(i int, n arabic.Numeral) bool {
	at := n.Last + 1
	if q.norm(n.Last) != "من" || at >= len(q.toks) || q.norm(i-1) == "كل" || hamza(q.d.text[q.toks[i].Start:q.toks[i].End]) || !strings.HasSuffix(strings.TrimRight(q.norm(i), "اه"), "واحد") {
		return false
	}
	w, ok := strings.CutPrefix(q.norm(at), "ال")
	return ok && q.definitePlural(w)
}

// hamza reports whether the word is «وأحد» or «وإحدى», which fold to «one».
func hamza(word string) bool {
	return strings.HasPrefix(word, "وأحد") || strings.HasPrefix(word, "وإحد")
}

// dual reads an indefinite dual: «غارتين» counts two.
func (q *quantityReader) dual(i int) int {
	w := q.words[i]
	if isAge(q.toks, i, i+1) && w.noun.class == "time" {
		return 0
	}
	switch q.norm(i - 1) {
	case "هذان", "هذين", "هاتان", "هاتين", "كلا", "كلتا", "بين":
		if q.norm(i-1) != "بين" {
			return 0
		}
	}
	two := isnad.Bound{Value: 2, Set: true}
	c := count{from: i, cut: w.cut, to: i + 1, min: two, max: two, unit: w.noun.lemma, unitClass: w.noun.class, approx: w.cut > 2, rule: "quantity.dual"}
	if x := q.norm(i + 1); x == "اثنين" || x == "اثنان" || x == "اثنتين" || x == "اثنتان" {
		c.to++
	}
	q.alternative(&c)
	q.half(&c)
	q.joint(&c)
	q.marks(&c)
	return q.emit(c)
}

// construct reads «سيارتي إسعاف»; before a definite noun it is definite and counts not.
func (q *quantityReader) construct(i int) int {
	next := i + 1
	if next >= len(q.toks) || q.toks[next].Kind != arabic.Word || q.words[next].stop || q.toks[next].Line != q.toks[i].Line || foreign(q.norm(next)) {
		return 0
	}
	if q.words[next].noun == nil && q.words[next].cut > 0 || strings.HasPrefix(q.norm(next), "و") || q.taken[next] {
		return 0
	}
	w := q.words[i]
	if !q.kindBehind(next, w.noun.class) {
		return 0
	}
	two := isnad.Bound{Value: 2, Set: true}
	c := count{from: i, cut: w.cut, to: next + 1, min: two, max: two, unit: w.noun.lemma, unitClass: w.noun.class, rule: "quantity.dual"}
	q.marks(&c)
	return q.emit(c)
}

// kindBehind reports whether the word at token i says of what kind things of the class
// before it are («حالتي وفاة»، «عمليتي تهريب»). Names of places, which stand in pairs
// behind «محافظتي», and what «زوجتي» is are none.
func (q *quantityReader) kindBehind(i int, class string) bool {
	e := q.lex.words[q.norm(i)]
	if e != nil && e.noun != nil {
		return true
	}
	switch q.norm(i)[:2] {
	case "ب", "ل", "ك", "ف", "ي":
		return false
	}
	if class == "arm" {
		return true
	}
	w := q.norm(i)
	if _, ok := q.lex.places.Names.Exact(q.toks, i); ok || class == "person" || i+1 < len(q.toks) && strings.HasPrefix(q.norm(i+1), "و") {
		return false
	}
	return strings.HasSuffix(w, "ه") || strings.HasPrefix(w, "ت") && len(w) == 10 && w[6:8] == "ي"
}

// lone reports whether the folded word is «one» behind its noun.
func lone(w string) bool { return w == "واحد" || w == "واحده" || w == "واحدا" }

// one reads «شخص واحد». A person's word behind another noun is its adjective («فريق
// سياسي واحد»), and a whole that is called one counts not.
func (q *quantityReader) one(i int) int {
	w := q.words[i]
	if w.noun.form != singular {
		return 0
	}
	if i > 0 && q.words[i-1].noun != nil && q.words[i-1].noun.form == singular && strings.HasSuffix(q.norm(i), "ي") {
		return 0
	}
	one := isnad.Bound{Value: 1, Set: true}
	c := count{from: i, cut: w.cut, to: i + 2, min: one, max: one, unit: q.d.text[behind(q.d.text, q.toks[i], w.cut):q.toks[i].End], unitClass: w.noun.class, rule: "quantity.one"}
	q.marks(&c)
	return q.emit(c)
}

// boundedOne reads a unit of time without a number behind a bound: «أكثر من عام», and
// «عام ونصف».
func (q *quantityReader) boundedOne(i int) int {
	var c count
	class, _ := q.markBefore(&c, i)
	if after := q.markAfter(i + 1); class == "" && (after == "min" || after == "max") {
		class = "after"
	}
	joined := q.jointAt(i) > 0
	halved := q.halfAt(i+1) > 0 || joined
	if q.words[i].cut > 0 && !halved && class != "after" || class == "" && !halved || strings.HasPrefix(q.norm(i+1), "ال") {
		return 0
	}
	one := isnad.Bound{Value: 1, Set: true}
	c = count{from: i, cut: q.words[i].cut, to: i + 1, min: one, max: one, unit: q.d.text[behind(q.d.text, q.toks[i], q.words[i].cut):q.toks[i].End], unitClass: "time", rule: "quantity.one"}
	q.half(&c)
	q.joint(&c)
	q.marks(&c)
	return q.emit(c)
}

// half adds «ونصف [العام]» to a number of units of time or measures.
func (q *quantityReader) half(c *count) {
	to := q.halfAt(c.to)
	if to == 0 || c.unitClass != "time" && c.unitClass != "measure" {
		return
	}
	c.to = to
	if c.min.Set {
		c.min.Value += 0.5
	}
	if c.max.Set {
		c.max.Value += 0.5
	}
}

// halfAt answers the token behind «ونصف» or «ونصف العام» at token i, or 0.
func (q *quantityReader) halfAt(i int) int {
	if q.norm(i) != "ونصف" {
		return 0
	}
	switch q.norm(i + 1) {
	case "العام", "السنه", "الشهر", "الساعه", "اليوم", "القرن", "المتر", "الكيلومتر", "الاسبوع":
		return i + 2
	}
	return i + 1
}
