package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

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
	if n.Value == 2 && !n.Definite && q.d.casualty(n.Last) && q.near(&count{from: i}) {
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
	if n.Value == 2 && !n.Definite && q.d.serves(n.Last, lexicon.Others) {
		two := isnad.Bound{Value: 2, Set: true}
		c := count{from: i, cut: n.Cut, to: n.Last + 1, min: two, max: two, rule: "quantity.counted"}
		if q.carry(&c) {
			return q.emit(c)
		}
	}
	return n.Last
}

// oneOf reports whether «واحد من» and a definite plural that can be counted begin at
// token i: «واحدا من الصواريخ», but not «واحد من أكثر». Of things it is most often a
// manner of speaking.
func (q *quantityReader) oneOf(i int, n arabic.Numeral) bool {
	at := n.Last + 1
	if q.norm(n.Last) != "من" || at >= len(q.toks) || q.norm(i-1) == "كل" || hamza(q.d.text[q.toks[i].Start:q.toks[i].End]) || !strings.HasSuffix(strings.TrimRight(q.norm(i), "اه"), "واحد") {
		return false
	}
	if q.norm(i-1) == "غير" || strings.HasPrefix(q.norm(at+1), "ال") {
		return false // «واحد من اللاعبين الأكثر شهرة» ranks, and counts not
	}
	w, ok := strings.CutPrefix(q.norm(at), "ال")
	e := q.lex.words[w]
	return ok && e != nil && e.noun != nil && e.noun.form == plural && (e.noun.class == "person" || e.noun.class == "arm")
}

// hamza reports whether the word is «وأحد» or «وإحدى», which fold to «one».
func hamza(word string) bool {
	return strings.HasPrefix(word, "وأحد") || strings.HasPrefix(word, "وإحد")
}

// nisba reports whether the folded word has the ending of an adjective of origin.
func nisba(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ا"), "ه")
	return len(w) >= 8 && strings.HasSuffix(w, "ي")
}

// one reads «شخص واحد». A person's word behind another noun is its adjective («فريق
// سياسي واحد»), and a whole that is called one counts not.
func (q *quantityReader) one(i int) int {
	w := q.words[i]
	if w.noun.form != singular || q.d.serves(i+1, lexicon.LoneOne) && !q.d.serves(i+2, lexicon.LoneOne) && strings.HasPrefix(q.norm(i+2), "و") && q.words[min(i+2, len(q.words)-1)].numeral {
		return 0 // «إصابة واحد وعشرين»
	}
	if i > 0 && q.words[i-1].noun != nil && q.words[i-1].noun.form == singular && strings.HasSuffix(q.norm(i), "ي") {
		return 0
	}
	to := i + 2
	if !q.d.serves(i+1, lexicon.LoneOne) {
		to++ // «جندي أجنبي واحد»
	}
	one := isnad.Bound{Value: 1, Set: true}
	c := count{from: i, cut: w.cut, to: to, min: one, max: one, unit: q.d.text[behind(q.d.text, q.toks[i], w.cut):q.toks[i].End], unitClass: w.noun.class, rule: "quantity.one"}
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
	if isAge(q.d, i, i+1) {
		return 0
	}
	if from := q.norm(i - 2); strings.TrimPrefix(q.norm(i-1), "و") == "حتي" || q.norm(i-1) == "من" && (from == "بدءا" || from == "ابتداء" || from == "تبدا" || from == "يبدا") {
		class = "" // «حتى ساعة متأخرة» is a time
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
