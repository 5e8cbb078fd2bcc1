package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// rangeOf reads the second number of a range, if one follows, and widens c. The scale
// word of the second serves both: «3 إلى 5 آلاف».
func (q *quantityReader) rangeOf(c *count, n arabic.Numeral) arabic.Numeral {
	at, joined := n.Last, ""
	switch w := q.norm(at); w {
	case "و", "الي", "او", "حتي", "-", "–", "—", "ـ":
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
	if (joined == "-" || joined == "–" || joined == "حتي") && n.Digits && m.Digits && (m.Last < len(q.toks) || joined == "حتي") && !q.countable(q.behindBracket(c.from, m.Last), m) && q.percent(m.Last) == 0 {
		return n
	}
	c.min.Value, c.max.Value, c.to, c.rule = low, m.Value, m.Last, "quantity.range"
	return m
}

// between reports whether بين or من stands before a number.
func (q *quantityReader) between(i int) (between, from bool) {
	at := i - 1
	if w := q.norm(at); w == "نحو" || w == "حوالي" || w == "ال" {
		at--
	}
	return q.d.serves(at, lexicon.FirstOfTwo), q.norm(at) == "من"
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

// behindBracket is the token behind the bracket at token i that closes the one before
// token from: «(20 - 200) ريال»; i, if there is none.
func (q *quantityReader) behindBracket(from, i int) int {
	if enclosed(q.norm(from-1), q.norm(i)) {
		return i + 1
	}
	return i
}

// alternative widens c by a second number of the same unit that is written out: «10
// أعوام إلى 20 عاما»، «سيارتين أو ثلاث سيارات». Behind «من» the two are told apart, and
// so are those of a price or an index («نقطتين إلى 60 نقطة»): a figure went from one to
// the other, or by the one to the other.
func (q *quantityReader) alternative(c *count) {
	if !c.min.Set || !c.max.Set || c.min.Value != c.max.Value || c.to >= len(q.toks) {
		return
	}
	at := c.to + 1
	between, from := q.between(c.from)
	switch w := q.norm(c.to); {
	case w == "الي" && (from || !between && (c.unitClass != "time" || q.moved(c.from))), w == "و" && !between:
		return
	case w == "الي", w == "او", w == "و", w == "-" && c.unitClass == "share":
	case between && strings.HasPrefix(w, "و") && q.words[c.to].numeral:
		at = c.to
	default:
		return
	}
	if at >= len(q.toks) || q.taken[at] || q.toks[at].Line != q.toks[c.from].Line || q.toks[at].Kind != arabic.Number && !q.words[at].numeral {
		return
	}
	m, ok := q.lex.numerals.Read(q.toks, at)
	if !ok || m.Kind != arabic.Unit && m.Kind != arabic.Ten && m.Kind != arabic.Hundred && m.Kind != arabic.Scale || m.Value <= c.max.Value {
		return
	}
	second := count{from: m.First, to: m.Last}
	if !q.unitBehind(&second, m) || second.from != m.First || !q.sameUnit(c, &second) {
		return
	}
	c.max.Value, c.to, c.unit, c.rule = m.Value, second.to, second.unit, "quantity.range"
}

// sameUnit reports whether both count the same: one noun in whatever form, per cents,
// years by either name.
func (q *quantityReader) sameUnit(a, b *count) bool {
	if a.unitClass == "share" || b.unitClass == "share" {
		return a.unitClass == b.unitClass
	}
	x, y := q.words[a.to-1].noun, q.words[b.to-1].noun
	return x != nil && y != nil && (x.lemma == y.lemma || q.d.serves(a.to-1, lexicon.YearUnit) && q.d.serves(b.to-1, lexicon.YearUnit))
}

// oneOrTwo reads «عضو أو عضوين».
func (q *quantityReader) oneOrTwo(i int) int {
	if i+2 >= len(q.toks) {
		return 0
	}
	one, two := q.words[i], q.words[i+2]
	if two.noun == nil || two.noun.form != dual || two.noun.lemma != one.noun.lemma || two.cut > 0 || q.toks[i+2].Line != q.toks[i].Line {
		return 0
	}
	c := count{from: i, cut: one.cut, to: i + 3, unit: one.noun.lemma, unitClass: one.noun.class, rule: "quantity.range"}
	c.min, c.max = isnad.Bound{Value: 1, Set: true}, isnad.Bound{Value: 2, Set: true}
	q.marks(&c)
	return q.emit(c)
}

// oneTo reads «من سنة إلى خمس سنوات»: one of a unit, and how many of it are the most.
func (q *quantityReader) oneTo(i int) int {
	if q.norm(i-1) != "من" || q.norm(i+1) != "الي" || i+2 >= len(q.toks) || q.words[i].cut > 0 || q.anyTaken(i, i+3) || q.toks[i+2].Line != q.toks[i].Line {
		return 0
	}
	if q.toks[i+2].Kind != arabic.Number && !q.words[i+2].numeral {
		return 0
	}
	m, ok := q.lex.numerals.Read(q.toks, i+2)
	if !ok || m.First != i+2 || m.Value < 2 || m.Kind == arabic.Vague || m.Kind == arabic.Few {
		return 0
	}
	first, last := count{from: i, to: i + 1}, count{from: m.First, to: m.Last}
	if !q.unitBehind(&last, m) || !q.sameUnit(&first, &last) {
		return 0
	}
	return q.emit(count{from: i, to: last.to, min: isnad.Bound{Value: 1, Set: true}, max: isnad.Bound{Value: m.Value, Set: true}, unit: last.unit, unitClass: last.unitClass, rule: "quantity.range"})
}

// wholes are the units that are made of smaller ones: how many of them.
var wholes = [...]struct {
	whole, part string
	count       float64
}{
	{"سنة", "شهر", 12}, {"عام", "شهر", 12}, {"أسبوع", "يوم", 7}, {"يوم", "ساعة", 24}, {"ساعة", "دقيقة", 60},
	{"دقيقة", "ثانية", 60}, {"متر", "سنتيمتر", 100}, {"كيلومتر", "متر", 1000}, {"طن", "كيلوغرام", 1000}, {"دولار", "سنت", 100},
	{"كيلوغرام", "غرام", 1000}, {"كلغ", "غرام", 1000}, {"طن", "كلغ", 1000}, {"دينار", "مليم", 1000}, {"جنيه", "قرش", 100}, {"درهم", "سنتيم", 100},
}

// jointAt answers the token of the number of smaller units joined to the unit at token
// i («سنة وشهرين»، «ساعة و20 دقيقة»), or 0.
func (q *quantityReader) jointAt(i int) int {
	if i < 0 || i+1 >= len(q.toks) || q.words[i].noun == nil {
		return 0
	}
	at := i + 1
	if q.norm(at) == "و" {
		at++
	} else if q.words[at].cut == 0 || !strings.HasPrefix(q.norm(at), "و") {
		return 0
	}
	if at >= len(q.toks) || q.toks[at].Line != q.toks[i].Line || q.anyTaken(at, at+1) {
		return 0
	}
	if c, _ := q.part(i, at); c.to > 0 {
		return at
	}
	return 0
}

// part reads the number of smaller units at token at and how many of them make the unit
// at token i; it answers a zero count if there is none.
func (q *quantityReader) part(i, at int) (c count, whole float64) {
	c = count{from: at, to: at + 1, min: isnad.Bound{Value: 2, Set: true}}
	if w := q.words[at]; w.noun == nil || w.noun.form != dual {
		if q.toks[at].Kind != arabic.Number && !w.numeral {
			return count{}, 0
		}
		n, ok := q.lex.numerals.Read(q.toks, at)
		if !ok || n.Last >= len(q.toks) || q.words[n.Last].noun == nil || q.words[n.Last].cut > 0 || q.toks[n.Last].Line != q.toks[i].Line {
			return count{}, 0
		}
		c.min.Value, c.to = n.Value, n.Last+1
	}
	for _, p := range wholes {
		if small := q.words[c.to-1].noun; p.whole == q.words[i].noun.lemma && p.part == small.lemma && c.min.Value < p.count {
			c.unit, c.unitClass = small.lemma, small.class
			return c, p.count
		}
	}
	return count{}, 0
}

// joint adds the smaller units that are joined to c, and counts in them.
func (q *quantityReader) joint(c *count) {
	i := c.to - 1
	at := q.jointAt(i)
	if at == 0 || c.unitClass != "time" && c.unitClass != "measure" && c.unitClass != "money" {
		return
	}
	small, whole := q.part(i, at)
	if c.min.Set {
		c.min.Value = c.min.Value*whole + small.min.Value
	}
	if c.max.Set {
		c.max.Value = c.max.Value*whole + small.min.Value
	}
	c.to, c.unit = small.to, small.unit
}
