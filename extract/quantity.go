package extract

import (
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
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
		return 0
	}
	switch {
	case w.noun.form == dual:
		return q.dual(i)
	case w.noun.form == construct:
		return q.construct(i)
	case q.norm(i+1) == "واحد" || q.norm(i+1) == "واحده":
		return q.one(i)
	case w.noun.class == "time" && w.noun.form == singular:
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
	if n.Definite || q.norm(i-1) == "ال" && n.Digits && !q.glued(i-2) {
		if to := q.definite(i, n); to > 0 {
			return to
		}
		if n.Definite && n.Kind == arabic.Unit && n.Value == 5 && share(q.norm(i-1)) {
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
	last := n
	if n.Kind != arabic.Vague {
		last = q.rangeOf(&c, n)
	}
	found := q.unitBehind(&c, last)
	if q.isAge(c) || q.noQuantity(c, last, found) {
		return c.to
	}
	q.marks(&c)
	if !found && !q.unitBefore(&c, last) {
		return n.Last
	}
	q.half(&c)
	return q.emit(c)
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
	span := isnad.Span{Start: behind(q.d.text, q.toks[c.from], c.cut), End: q.toks[c.to-1].End}
	x := isnad.Quantity{ID: "q" + strconv.Itoa(len(q.out)+1), Span: span, Min: c.min, Max: c.max, Approx: c.approx, Unit: c.unit, Rule: c.rule}
	q.out = append(q.out, x)
	if c.unit != "" {
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

// rangeOf reads the second number of a range, if one follows, and widens c. The scale
// word of the second serves both: «3 إلى 5 آلاف».
func (q *quantityReader) rangeOf(c *count, n arabic.Numeral) arabic.Numeral {
	at, joined := n.Last, ""
	switch w := q.norm(at); w {
	case "و", "الي", "او", "-", "–", "—", "ـ":
		at, joined = at+1, w
	default:
		if at < len(q.toks) && strings.HasPrefix(w, "و") && q.toks[at].Kind == arabic.Word && q.words[at].numeral {
			joined = "و"
		}
	}
	if q.norm(at) == "نحو" || q.norm(at) == "حوالي" || q.norm(at) == "ال" {
		at++
	}
	between, from := q.between(c.from)
	if joined == "" || at >= len(q.toks) || q.anyTaken(at, at+1) || joined == "و" && !between {
		return n
	}
	if q.toks[at].Kind != arabic.Number && !q.words[at].numeral || q.toks[at].Line != q.toks[c.from].Line {
		return n
	}
	m, ok := q.lex.numerals.Read(q.toks, at)
	if !ok || m.Kind == arabic.Vague || m.Kind == arabic.Few {
		return n
	}
	low := n.Value
	if n.Scale == 1 && m.Scale > 1 && low <= m.Value/m.Scale {
		low *= m.Scale
	}
	if low >= m.Value || joined == "الي" && from && q.moved(c.from) {
		return n
	}
	if (joined == "-" || joined == "–") && n.Digits && m.Digits && m.Last < len(q.toks) && !q.countable(m.Last, m) {
		return n
	}
	c.min.Value, c.max.Value, c.to, c.rule = low, m.Value, m.Last, "quantity.range"
	return m
}

// between reports whether بين or من stands before a number.
func (q *quantityReader) between(i int) (between, from bool) {
	w := q.norm(i - 1)
	if w == "نحو" || w == "حوالي" || w == "ال" {
		w = q.norm(i - 2)
	}
	return w == "بين" || w == "مابين" || w == "وبين" || w == "ببين", w == "من"
}

// moved reports whether a verb of change stands before «من 10 إلى 15»: then these are
// two quantities.
func (q *quantityReader) moved(i int) bool {
	for k := i - 1; k >= 0 && k > i-9 && q.toks[k].Line == q.toks[i].Line; k-- {
		w := strings.TrimPrefix(q.norm(k), "و")
		switch w {
		case ".", "؛":
			return false
		}
		for _, stem := range movers {
			if strings.Contains(w, stem) {
				return true
			}
		}
	}
	return false
}

// movers are the stems of the verbs by which a figure moves from one value to another.
var movers = [...]string{"ارتفع", "انخفض", "انخفاض", "تراجع", "زاد", "زياده", "قفز", "هبط", "هبوط", "صعد", "نما", "نمو", "تقلص", "خفض", "رفع", "ترتفع", "تنخفض", "يرتفع", "ينخفض"}

// marks reads the words that bound or blur the number, before it and behind it.
func (q *quantityReader) marks(c *count) {
	at := c.from
	if q.norm(at-1) == "$" || q.norm(at-1) == "ال" || q.norm(at-1) == "ب" {
		at--
	}
	if b, f := q.between(c.from); (b || f) && c.rule == "quantity.range" {
		at--
	}
	if c.cut == 0 {
		for range 2 {
			class, from := q.markBefore(at)
			if class == "" {
				break
			}
			c.bound(class)
			at = from
		}
	}
	for k := c.to; k < len(q.toks) && k < c.to+4; k++ {
		if q.toks[k].Kind != arabic.Word || q.toks[k].Line != q.toks[c.from].Line || q.words[k].noun != nil && k > c.to {
			break
		}
		if class := q.markAfter(k); class != "" {
			c.bound(class)
			break
		}
		if q.words[k].stop {
			break
		}
	}
}

// bound applies a mark: min leaves the number open above, max below.
func (c *count) bound(class string) {
	switch class {
	case "min":
		c.max = isnad.Bound{}
		c.rule = "quantity.min"
	case "max":
		if c.max.Set {
			c.min = isnad.Bound{}
			c.rule = "quantity.max"
		}
	case "approx":
		c.approx = true
	}
}

// markBefore finds the longest approximator that ends before token i.
func (q *quantityReader) markBefore(i int) (class string, from int) {
	if i == 0 || q.toks[i-1].Line != q.toks[i].Line {
		return "", i
	}
	word := q.norm(i - 1)
	list := q.lex.before[word]
	if list == nil && len(word) > 6 && proclitic(word, "وفبل") > 0 {
		list = q.lex.before[word[2:]]
	}
	best := -1
next:
	for k := range list {
		m := &list[k]
		first := i - 1 - len(m.rest)
		if first < 0 || len(m.rest) < best {
			continue
		}
		for j, want := range m.rest {
			have := q.norm(first + j)
			if have != want && !(j == 0 && len(have) > len(want) && len(have)-len(want) <= 4 && strings.HasSuffix(have, want)) {
				continue next
			}
		}
		best, class, from = len(m.rest), m.class, first
	}
	return class, from
}

// markAfter finds an approximator that begins at token i.
func (q *quantityReader) markAfter(i int) string {
	word := q.norm(i)
next:
	for _, m := range q.lex.after[word] {
		for j, want := range m.rest {
			if q.norm(i+1+j) != want {
				continue next
			}
		}
		return m.class
	}
	return ""
}
