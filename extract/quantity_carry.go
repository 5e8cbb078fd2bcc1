package extract

import (
	"math"
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// carry gives the number the unit of the quantity before.
func (q *quantityReader) carry(c *count) bool {
	if q.unit == "" || c.from-q.unitAt > 40 || q.unitKind == "share" || q.unitKind == "money" || q.unitKind == "measure" {
		return false
	}
	if q.unitKind != "person" && strings.HasSuffix(arabic.Fold(q.unit), "ه") && (q.d.serves(c.to, lexicon.RestOfPeople) || q.d.serves(c.to-1, lexicon.RestOfPeople)) {
		return false // «انتشلت 20 جثة وأصيب 43 آخرون»
	}
	c.unit, c.unitClass = q.unit, q.unitKind
	return true
}

// unitBefore takes the unit of a number that has none behind it: the quantity before in
// the same sentence, or the noun before. It answers false where nothing shows that the
// number counts.
func (q *quantityReader) unitBefore(c *count, n arabic.Numeral) bool {
	before := c.from - 1
	if enclosed(q.norm(before), q.norm(c.to)) {
		before-- // «مقتل (15) وإصابة (33)»
	}
	for k := before; k >= 0 && k > c.from-5 && q.toks[k].Line == q.toks[c.from].Line; k-- {
		w := q.norm(k)
		if w == "." || w == "؛" {
			break
		}
		if w := strings.TrimPrefix(w, "و"); strings.HasPrefix(w, "ال") {
			if e := q.lex.words[strings.TrimPrefix(w, "ال")]; e != nil && e.noun != nil && (e.noun.class == "person" || k == c.from-1 && !n.Digits) && e.noun.form == plural {
				c.unit, c.unitClass = withoutArticle(strings.TrimPrefix(q.written(k, k+1), "و"), w), e.noun.class
				return true
			}
		}
		if q.d.casualty(k) {
			carried := q.unitKind != "time" && q.carry(c) // not «خلال ثلاثة أيام قتل المئات»
			if noun := q.harmed(k); k == before && noun != "" && !q.bothHarmed(k) && (!carried || c.unit == dead || c.unit == wounded) {
				c.unit, c.unitClass = noun, "person"
			}
			return k >= c.from-2 || c.unit != ""
		}
	}
	if w := q.norm(c.to); w == "الي" && q.unitOfWhole(c, c.to+1) || q.counter(c) || q.reached(c, n) {
		return true
	}
	if !n.Digits && n.Kind == arabic.Unit && n.Value >= 3 && !n.Definite && q.norm(c.to) == "من" && c.to+1 < len(q.toks) && q.words[c.to+1].noun != nil {
		return true // «أربعة من الفريق»
	}
	if n.Kind == arabic.Scale && (n.Definite || n.Value == 1000 && c.max.Set && c.min.Set && !c.approx) {
		return false // «الألف واللام», «ألف مبروك»
	}
	if !n.Digits && n.Value > 1950 && n.Value < 2100 && c.rule == "quantity.counted" {
		return false // «مونديال ألفين وثمانية عشر»
	}
	if c.rule != "quantity.counted" || c.approx || n.Scale > 1 {
		q.carryNear(c)
		return true
	}
	if n.Digits && n.Value != float64(int64(n.Value)) {
		return true
	}
	return q.near(c) && q.carry(c) || q.listed(c) && q.carry(c)
}

// listed: a number goes on with how those who were counted are spread: «قتل 9 أشخاص، 5 منهم في القرية
// و3 في المدينة».
func (q *quantityReader) listed(c *count) bool {
	if q.unit == "" || q.unitKind == "time" || c.from-q.unitAt > 14 || !q.sameSentence(q.unitAt-1, c.from) {
		return false
	}
	return c.to < len(q.toks) && q.norm(c.to) == "في" && (c.cut > 0 || q.norm(c.from-1) == "و")
}

// reached reads the number that what was counted before in the sentence has come to:
// «كانوا 800 جندي في شباط، قبل أن يرتفع العدد إلى 1.800», «من 20 دولارا إلى 35», or that is all
// there is of it: «حضر 30 نائبا من أصل مئة، وصوت 12 فقط».
func (q *quantityReader) reached(c *count, n arabic.Numeral) bool {
	to := q.norm(c.from-1) == "الي" || q.cameFrom(c)
	switch {
	case !to && (q.norm(c.to) != "فقط" || n.Value != math.Trunc(n.Value)) || q.unit == "" || q.unitKind == "share" || q.unitKind == "time":
		return false
	case c.from-q.unitAt > 30 || !q.sameSentence(q.unitAt-1, c.from) || !q.unnamed(c.to):
		return false
	case n.Digits && n.Value > 1900 && n.Value < 2100 && q.toks[c.from].End-q.toks[c.from].Start == 4:
		return false // a year
	}
	c.unit, c.unitClass = q.unit, q.unitKind
	return true
}

// cameFrom: «تراجع إلى 1.1 مليون برميل يوميا من 1.4 مليون»: the number from which what was counted before came.
func (q *quantityReader) cameFrom(c *count) bool {
	if q.norm(c.from-1) != "من" || c.from-q.unitAt > 3 {
		return false
	}
	for k := q.unitAt - 1; k > q.unitAt-6; k-- {
		if q.norm(k) == "الي" {
			return true
		}
	}
	return false
}

// unnamed reports whether nothing that could be counted stands at token i: a sign or the end of
// the line, or a word that goes on with when or why.
func (q *quantityReader) unnamed(i int) bool {
	if i >= len(q.toks) || q.toks[i].Line != q.toks[i-1].Line {
		return true
	}
	switch q.norm(i) {
	case ".", "،", "؛", ",", ")", "»":
		return !q.glued(i) || i+1 >= len(q.toks) || !q.glued(i+1) // else a decimal or a date in parts
	}
	return q.d.serves(i, lexicon.Uncounted)
}

// sameSentence reports whether no sign or line between the tokens ends a sentence.
func (q *quantityReader) sameSentence(from, to int) bool {
	for k := from; k < to; k++ {
		if w := q.norm(k); w == "." || w == "؟" || q.toks[k].Line != q.toks[to].Line {
			return false
		}
	}
	return true
}

// counter finds the noun in «ارتفع عدد القتلى في البلاد إلى 20».
func (q *quantityReader) counter(c *count) bool {
	for k := c.from - 1; k >= 0 && k > c.from-12 && q.toks[k].Line == q.toks[c.from].Line; k-- {
		switch w := q.norm(k); {
		case w == "." || w == "؛" || w == "،":
			return false
		case q.d.joins(k, lexicon.Counter):
			if w := q.norm(k + 1); k+1 < c.from && q.toks[k+1].Kind == arabic.Word && w != "الي" && strings.HasPrefix(w, "ال") {
				if owned := q.norm(k + 2); k+2 < c.from && strings.HasPrefix(owned, "لل") {
					k, w = k+1, owned // «العدد الإجمالي للقتلى»
				}
				c.unit, c.unitClass = strings.TrimPrefix(withoutArticle(q.written(k+1, k+2), w), "لل"), "person"
				return true
			}
		case q.d.joins(k, lexicon.CounterOf):
			return true
		case w == "الحصيله" || w == "والحصيله":
			return q.toll(c, k)
		}
	}
	return false
}

// toll reads the number that a toll has come to whose victims are told of before or not at all, of whom
// the toll stands at token k: «ارتفعت الحصيلة إلى 36», «الحصيلة الأولية بلغت 40».
func (q *quantityReader) toll(c *count, k int) bool {
	if c.from-k > 6 || !q.d.serves(c.from-1, lexicon.TollReached) || !q.unnamed(c.to) {
		return false
	}
	if q.unitKind == "person" {
		q.carry(c)
	}
	return true
}

// near reports whether the quantity before stands in the same sentence, close by.
func (q *quantityReader) near(c *count) bool {
	if q.unit == "" || c.from-q.unitAt > 6 {
		return false
	}
	return q.sameSentence(q.unitAt, c.from)
}

func (q *quantityReader) carryNear(c *count) {
	if q.near(c) {
		q.carry(c)
	}
}

// What those are called who are counted without a noun.
const (
	dead    = "قتلى"
	wounded = "جرحى"
)

// harmed is what those are who are counted without a noun behind token k, which tells of the
// dead or the wounded; empty behind another word.
func (q *quantityReader) harmed(k int) string {
	switch w := strings.TrimLeft(q.norm(k), "وب"); {
	case q.d.serves(k, lexicon.Passing), q.d.functions.Serves(w, lexicon.DeathOf):
		return dead
	case q.d.functions.Serves(w, lexicon.WoundOf):
		return wounded
	}
	return ""
}

// bothHarmed reports whether token k and the one before are «مقتل وإصابة»: what follows counts the
// dead and the wounded together.
func (q *quantityReader) bothHarmed(k int) bool {
	return strings.HasPrefix(q.norm(k), "و") && (q.harmed(k-1) != "" || q.norm(k-1) == "مصرع")
}

// casualty reports whether token i is a verb or noun of killing and wounding, behind which a
// bare number counts people.
func (d *doc) casualty(i int) bool {
	return d.serves(i, lexicon.Passing) || d.joins(i, lexicon.CasualtyWord)
}
