package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// pair reads a dual that no list has as one and اثنين behind it: «فلسطينيين اثنين».
func (q *quantityReader) pair(i int) int {
	w := strings.TrimPrefix(q.norm(i), "و")
	if i+1 >= len(q.toks) || !q.d.serves(i+1, lexicon.Two) || len(w) < 10 || !strings.HasSuffix(w, "ين") && !strings.HasSuffix(w, "ان") || strings.HasPrefix(w, "ال") {
		return 0
	}
	two := isnad.Bound{Value: 2, Set: true}
	c := count{from: i, cut: q.words[i].cut, to: i + 2, min: two, max: two, unit: w, rule: "quantity.dual"}
	if noun := q.words[i].noun; noun != nil {
		c.unit, c.unitClass = noun.lemma, noun.class
	}
	q.marks(&c)
	return q.emit(c)
}

// dual reads an indefinite dual: «غارتين» counts two.
func (q *quantityReader) dual(i int) int {
	w := q.words[i]
	if isAge(q.d, i, i+1) && w.noun.class == "time" || w.cut == 1 && strings.HasPrefix(q.norm(i), "ك") {
		return 0 // «كبيرين»: no two wells
	}
	if q.norm(i) == "شعبان" && strings.HasPrefix(q.norm(i+1), "ال") {
		return 0 // «المستشار شعبان الشامي»
	}
	if q.d.serves(i-1, lexicon.BeforeGeneral) && q.norm(i) == "عامين" || q.d.serves(i-1, lexicon.BothOf) {
		return 0 // «مدراء عامين», «كلا البلدين»
	}
	two := isnad.Bound{Value: 2, Set: true}
	c := count{from: i, cut: w.cut, to: i + 1, min: two, max: two, unit: w.noun.lemma, unitClass: w.noun.class, approx: w.cut > 2, rule: "quantity.dual"}
	if q.d.serves(i+1, lexicon.Two) {
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
	if q.words[next].noun == nil && q.words[next].cut > 0 || strings.HasPrefix(q.norm(next), "و") && !q.d.serves(next, lexicon.Passing) || q.taken[next] {
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
	if strings.HasPrefix(q.norm(i+1), "ال") {
		return false // «عمليتي عاصفة الحزم»
	}
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
	return q.d.serves(i, lexicon.Passing) || w == "شفاء" || len(w) >= 10 && strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "يه") && (strings.HasPrefix(w, "ا") || w[4:6] == "ا") ||
		len(w) == 10 && strings.HasPrefix(w, "ت") && w[6:8] == "ي"
}
