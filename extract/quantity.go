package extract

import (
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// quantities reads the numbers that count or measure something: with what is counted,
// bounds and blur. Ages, articles, models, scores, codes, dates and ordinals are none.
func (l *numberLexicon) quantities(d *doc, dates dating) []isnad.Quantity {
	q := &quantityReader{lex: l, d: d, toks: d.toks, words: dates.words, taken: dates.taken}
	q.out = make([]isnad.Quantity, 0, len(d.toks)/40+4)
	for i := 0; i < len(q.toks); {
		if next := q.read(i); next > i {
			i = next
		} else {
			i++
		}
	}
	return q.out
}

// quantityReader walks over the tokens once.
type quantityReader struct {
	lex   *numberLexicon
	d     *doc
	toks  []arabic.Token
	words []reading
	taken []bool
	out   []isnad.Quantity

	unit     string // what the last quantity counted, for «و6 آخرين»
	unitAt   int    // token behind it
	partTo   int    // behind the last part of those counted
	unitKind string
}

// count is a number in the making.
type count struct {
	from, to  int // tokens of the span
	cut       int // letters of proclitics on the first
	min, max  isnad.Bound
	approx    bool
	unit      string
	unitClass string
	rule      string
}

func (q *quantityReader) read(i int) int {
	if q.taken[i] {
		return 0
	}
	w := q.words[i]
	if q.toks[i].Kind == arabic.Number || w.numeral {
		if q.toks[i].Kind == arabic.Number && q.label(i) {
			return i + 1
		}
		return q.number(i)
	}
	if w.noun == nil {
		return q.pair(i)
	}
	switch {
	case w.noun.form == dual:
		return q.dual(i)
	case q.d.serves(i+1, lexicon.Two):
		return q.pair(i)
	case w.noun.form == construct:
		return q.construct(i)
	case q.d.serves(i+1, lexicon.LoneOne):
		return q.one(i)
	case q.d.serves(i+2, lexicon.LoneOne) && (w.noun.class == "person" || w.noun.class == "arm") && nisba(q.norm(i+1)):
		return q.one(i)
	case w.noun.form == singular && q.norm(i+1) == "او":
		return q.oneOrTwo(i)
	case w.noun.class == "time" && w.noun.form == singular:
		if to := q.oneTo(i); to > 0 {
			return to
		}
		return q.boundedOne(i)
	}
	return 0
}

func (q *quantityReader) norm(i int) string {
	if i < 0 || i >= len(q.toks) {
		return ""
	}
	return q.toks[i].Norm
}

func (q *quantityReader) glued(i int) bool { return i >= 0 && i < len(q.toks) && q.toks[i].Glued }

// number reads the quantity whose number begins at token i.
func (q *quantityReader) number(i int) int {
	if to := q.ordinal(i); to > 0 {
		return to
	}
	n, ok := q.lex.numerals.Read(q.toks, i)
	if !ok || q.anyTaken(n.First, n.Last) {
		return 0
	}
	if n.Cut > 0 && strings.HasPrefix(q.norm(i), "ك") {
		return 0 // a name: «كالفي»
	}
	if n.Definite || q.norm(i-1) == "ال" && n.Digits && !q.glued(i-2) {
		if to := q.definite(i, n); to > 0 {
			return to
		}
		if n.Definite && n.Kind == arabic.Unit && n.Value == 5 && q.d.serves(i-1, lexicon.ShareOf) {
			fifth := isnad.Bound{Value: 0.2, Set: true}
			return q.emit(count{from: i, cut: n.Cut, to: n.Last, min: fifth, max: fifth, rule: "quantity.fraction"})
		}
		if n.Kind == arabic.Unit && n.Scale == 1 && !q.countable(n.Last, n) && (n.Definite || strings.HasPrefix(strings.TrimLeft(q.norm(i-2), "ولب"), "ال")) {
			return n.Last // «الدورة الـ70»
		}
	}
	if n.Kind == arabic.Fraction && n.Scale == 1 {
		return q.fraction(i, n)
	}
	if !n.Digits && n.Value < 3 && n.Scale == 1 && n.Kind == arabic.Unit {
		return q.someone(i, n)
	}
	c := count{from: i, cut: n.Cut, to: n.Last, min: isnad.Bound{Value: n.Value, Set: true}, max: isnad.Bound{Value: n.Value, Set: true}, rule: "quantity.counted"}
	switch n.Kind {
	case arabic.Vague:
		c.max, c.approx, c.rule = isnad.Bound{}, true, "quantity.vague"
	case arabic.Few:
		c.max, c.approx, c.rule = isnad.Bound{Value: n.Value * 3, Set: true}, true, "quantity.few"
	}
	if n.Kind == arabic.Few && q.lately(i, n.Last) {
		return n.Last // «قبل بضعة أيام» is a time
	}
	last := n
	if n.Kind != arabic.Vague {
		last = q.rangeOf(&c, n)
	}
	found := q.unitBehind(&c, last)
	if q.isAge(c) || q.noQuantity(c, last, found) {
		return c.to
	}
	if found {
		q.alternative(&c)
	}
	q.marks(&c)
	if !found && !q.unitBefore(&c, last) {
		return n.Last
	}
	q.half(&c)
	q.joint(&c)
	return q.emit(c)
}

// lately reports whether a unit of time stands at token to and «before» or «since» before token i.
func (q *quantityReader) lately(i, to int) bool {
	before := strings.TrimPrefix(q.norm(i-1), "و")
	return (before == "قبل" || before == "منذ") && to < len(q.words) && q.words[to].noun != nil && q.words[to].noun.class == "time"
}

// ordinal answers the token behind an ordinal at token i, or 0. A lone ten (العشرين) is
// one unless something counted stands behind it.
func (q *quantityReader) ordinal(i int) int {
	if q.toks[i].Kind == arabic.Number {
		return 0
	}
	value, to, _, ok := q.lex.numerals.Ordinal(q.toks, i)
	if !ok || to == i+1 && value >= 20 && to < len(q.toks) && q.words[to].noun != nil {
		return 0
	}
	return to
}

// emit writes the quantity down.
func (q *quantityReader) emit(c count) int {
	if q.goals(c) {
		return c.to
	}
	span := isnad.Span{Start: behind(q.d.text, q.toks[c.from], c.cut), End: q.toks[c.to-1].End}
	x := isnad.Quantity{ID: "q" + strconv.Itoa(len(q.out)+1), Span: span, Min: c.min, Max: c.max, Approx: c.approx, Unit: c.unit, Rule: c.rule}
	q.out = append(q.out, x)
	if q.d.serves(c.from-1, lexicon.Among) || q.partTo > 0 && (c.from == q.partTo && c.cut > 0 || c.from == q.partTo+1 && q.norm(q.partTo) == "و") {
		q.partTo = c.to // «بينهم 4 أطفال وسيدتان»: they stand for themselves
		return c.to
	}
	if c.unit != "" && !q.d.serves(c.to-1, lexicon.TimesOver) {
		q.unit, q.unitAt, q.unitKind = c.unit, c.to, c.unitClass
	}
	return c.to
}

func (q *quantityReader) anyTaken(from, to int) bool {
	for k := from; k < to; k++ {
		if q.taken[k] {
			return true
		}
	}
	return false
}
