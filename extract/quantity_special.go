package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
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
	if q.result(i) {
		return true
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

// result reports whether the digits at token i are of how a game ended: «بنتيجة 16.5 إلى 10.5», «فاز
// 4 مقابل 3». What is paid «for» something has a unit.
func (q *quantityReader) result(i int) bool {
	digits := func(k int) bool { return k >= 0 && k < len(q.toks) && q.toks[k].Kind == arabic.Number }
	ended := func(k int) bool {
		return strings.TrimPrefix(q.norm(k), "و") == "بنتيجه" && q.percent(k+2) == 0
	}
	if sign := q.norm(i - 1); (sign == "-" || sign == "–") && digits(i-2) && (ended(i-3) || q.glued(i-1) && q.glued(i) && q.score(i-2)) {
		return true // «بنتيجة 3-1»: the other half
	}
	if ended(i-1) || (q.norm(i-1) == "الي" || q.norm(i-1) == "مقابل") && digits(i-2) && ended(i-3) {
		return true
	}
	against := func(k int) bool {
		return q.norm(k+1) == "مقابل" && digits(k) && digits(k+2) && len(q.norm(k)) <= 2 && len(q.norm(k+2)) <= 2 && (k+3 >= len(q.toks) || q.words[k+3].noun == nil && q.percent(k+3) == 0)
	}
	return against(i) || against(i-2)
}

// goals reports whether the goals that c counts are how a game ended: «بهدفين مقابل هدف», «بثلاثة أهداف دون رد».
func (q *quantityReader) goals(c count) bool {
	e := q.words[c.to-1].noun
	if e == nil {
		e = q.words[c.from].noun // «هدف واحد»
	}
	if e == nil || e.lemma != "هدف" {
		return false
	}
	return q.d.serves(c.to, lexicon.ResultBehind) || q.norm(c.from-1) == "مقابل"
}

// channel reports whether close before token i a medium is spoken of, whose name may
// end in a number.
func (q *quantityReader) channel(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5 && q.toks[k].Line == q.toks[i].Line; k-- {
		if q.d.functions.Serves(strings.TrimLeft(strings.TrimPrefix(q.norm(k), "ال"), "ول"), lexicon.Channel) {
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

// fraction reads «نصف قرن», «ثلاثة أرباع المساحة», «بنسبة الثلث».
func (q *quantityReader) fraction(i int, n arabic.Numeral) int {
	next := q.norm(n.Last)
	value := isnad.Bound{Value: n.Value, Set: true}
	c := count{from: i, cut: n.Cut, to: n.Last, min: value, max: value, rule: "quantity.fraction"}
	if n.Cut > 0 && strings.HasPrefix(q.norm(i), "و") && n.Value == 0.5 {
		return 0 // «ساعة ونصف» is read with its noun
	}
	if q.d.serves(n.Last, lexicon.HalfOnly) {
		return n.Last
	}
	if n.Last < len(q.toks) && q.toks[n.Last].Kind == arabic.Word && q.toks[n.Last].Line == q.toks[i].Line {
		if w := q.words[n.Last]; w.noun != nil && w.cut == 0 && (w.noun.class == "time" || w.noun.class == "measure" || w.noun.class == "money") {
			c.unit, c.unitClass, c.to = q.written(n.Last, n.Last+1), w.noun.class, n.Last+1
			q.marks(&c)
			return q.emit(c)
		}
		switch {
		case possessed(next):
			c.unit = withoutPronoun(q.written(n.Last, n.Last+1))
		case next == "عدد" && n.Last+1 < len(q.toks) && strings.HasPrefix(q.norm(n.Last+1), "ال"):
			c.unit = withoutArticle(q.written(n.Last+1, n.Last+2), q.norm(n.Last+1))
		}
		if !n.Definite && (strings.HasPrefix(next, "ال") || next == "هذه" || next == "هذا" || next == "عدد" || possessed(next) && !q.words[n.Last].stop || next == "ما" || q.words[n.Last].noun != nil && q.words[n.Last].cut == 0 || n.Value > 0.5 && !q.words[n.Last].stop) {
			q.marks(&c)
			return q.emit(c)
		}
	}
	if n.Definite && (q.d.serves(i-1, lexicon.ShareOf) || q.boundedShare(c, next)) {
		q.marks(&c)
		return q.emit(c)
	}
	return n.Last
}

// boundedShare: «انخفض الإنتاج إلى أقل من النصف», and not «أقل من الربع السابق», «أقل من الربع نفسه».
func (q *quantityReader) boundedShare(c count, next string) bool {
	class, _ := q.markBefore(&c, c.from)
	return class != "" && !strings.HasPrefix(next, "ال") && !strings.HasPrefix(next, "نفس")
}

// possessed reports whether the folded word ends in a pronoun: «نصف قيمتها».
func possessed(w string) bool {
	return len(w) >= 8 && (strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم") || strings.HasSuffix(w, "ته"))
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
	if q.d.serves(i+1, lexicon.WholeUnit) {
		return i + 2
	}
	return i + 1
}
