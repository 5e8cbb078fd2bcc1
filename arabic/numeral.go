package arabic

import (
	"fmt"
	"strings"
)

// NumeralKind says how a numeral word takes part in a number.
type NumeralKind uint8

// The kinds of numeral word.
const (
	NoNumeral NumeralKind = iota
	Unit                  // 1 to 10
	Ten                   // 20 to 90
	Hundred               // 100 to 900 in one word; 100 may follow a unit
	Scale                 // ألف، مليون: multiplies what stands before
	Scales                // the plural of a scale, vague where it stands alone
	ScaleDual             // ألفين، ملياري
	Fraction              // نصف، ثلث
	Fractions             // أرباع: needs a unit before it
	Vague                 // عشرات، مئات: at least so many
	Few                   // بضعة: three to nine
	Ordinal               // الخامس
)

var numeralKinds = map[string]NumeralKind{
	"unit": Unit, "ten": Ten, "hundred": Hundred, "scale": Scale, "scales": Scales,
	"dual": ScaleDual, "fraction": Fraction, "fractions": Fractions, "vague": Vague,
	"few": Few, "ordinal": Ordinal,
}

// NumeralWord is one folded word of the numerals and its worth.
type NumeralWord struct {
	Kind  NumeralKind
	Value float64
}

// Numerals reads numbers in words, digits and both mixed. It is immutable once made.
type Numerals struct {
	words map[string]NumeralWord
}

// NewNumerals makes an empty reader of numerals; add words before it is used.
func NewNumerals() *Numerals { return &Numerals{words: map[string]NumeralWord{}} }

// Add enters a word, folded here, under the name of its kind.
func (n *Numerals) Add(word, kind string, value float64) error {
	k, ok := numeralKinds[kind]
	if !ok {
		return fmt.Errorf("numeral %q: no kind %q", word, kind)
	}
	n.words[Fold(word)] = NumeralWord{k, value}
	return nil
}

// Words calls f with each folded word, in no order.
func (n *Numerals) Words(f func(word string, w NumeralWord)) {
	for word, w := range n.words {
		f(word, w)
	}
}

// numeralWord is a word of the text taken apart.
type numeralWord struct {
	NumeralWord
	cut      int  // letters of proclitics before the article or the numeral
	and      bool // و is one of them
	definite bool
}

// word takes the proclitics and the article off a folded word, the longest reading
// first: واحد is one, not «and» with a rest.
func (n *Numerals) word(norm string) (numeralWord, bool) {
	var w numeralWord
	for range 3 {
		if v, ok := n.words[norm]; ok {
			w.NumeralWord = v
			return w, true
		}
		if rest, ok := strings.CutPrefix(norm, "ال"); ok {
			v, ok := n.words[rest]
			w.NumeralWord, w.definite = v, true
			return w, ok
		}
		if rest, ok := strings.CutPrefix(norm, "لل"); ok && w.cut < 2 {
			v, ok := n.words[rest]
			w.NumeralWord, w.definite, w.cut = v, true, w.cut+1
			return w, ok
		}
		switch {
		case strings.HasPrefix(norm, "و"):
			w.and = true
		case strings.HasPrefix(norm, "ف"), strings.HasPrefix(norm, "ب"), strings.HasPrefix(norm, "ل"), strings.HasPrefix(norm, "ك"):
		default:
			return w, false
		}
		norm = norm[2:]
		w.cut++
	}
	return w, false
}

// longestNumeral is the most tokens that one number is read over, so that a text of
// nothing but numerals is read in linear time.
const longestNumeral = 24

// Numeral is a number as it stands in the text.
type Numeral struct {
	First, Last int     // tokens [First, Last)
	Cut         int     // letters of proclitics on the first token that are no part of it
	Value       float64 // the least where Vague or Few
	Scale       float64 // worth of the scale word that ends it, 1 if none
	Kind        NumeralKind
	Digits      bool // it begins with digits
	Definite    bool // it begins with the article
}

// Read reads the number that begins at token i; it answers false if none does.
// Ordinals are left to Ordinal.
func (n *Numerals) Read(toks []Token, i int) (Numeral, bool) {
	num, ok := n.whole(toks, i)
	if at := num.Last; ok && at+1 < len(toks) && toks[at].Norm == "فاصله" && toks[at+1].Line == toks[i].Line && num.Scale == 1 && num.Kind < Scale {
		// «ثلاثة فاصلة خمسة» is 3.5.
		if m, ok := n.whole(toks, at+1); ok && m.Cut == 0 && !m.Definite && m.Scale == 1 && m.Kind < Scale && m.Value < 1000 {
			decimals := m.Value / 10
			for decimals >= 1 {
				decimals /= 10
			}
			num.Value, num.Last = num.Value+decimals, m.Last
		}
	}
	return num, ok
}

// whole reads the number at token i without decimals in words behind it.
func (n *Numerals) whole(toks []Token, i int) (Numeral, bool) {
	r := numeralReader{n: n, toks: toks, at: i, scale: 1, ceiling: 1e18}
	r.num.First = i
	if toks[i].Kind == Number {
		v, next, ok := readDigits(n, toks, i)
		if !ok {
			return r.num, false
		}
		r.cur, r.at, r.num.Digits, r.num.Kind = v, next, true, Unit
		r.level = levelDigits
	} else {
		w, ok := n.word(toks[i].Norm)
		if !ok || !r.first(w) {
			return r.num, false
		}
	}
	for r.at < min(len(toks), i+longestNumeral) && r.next() {
	}
	r.num.Last = r.at
	r.num.Value = r.total + r.cur
	r.num.Scale = r.scale
	return r.num, true
}

// Word tells what numeral word a folded word is, its proclitics and article taken off.
func (n *Numerals) Word(norm string) (w NumeralWord, cut int, definite, ok bool) {
	x, ok := n.word(norm)
	return x.NumeralWord, x.cut, x.definite, ok
}

// Ordinal reads an ordinal of one or two words that begins at token i (الخامس عشر،
// الحادي والعشرين، العشرين): its value, the token behind it and the letters of
// proclitics before it.
func (n *Numerals) Ordinal(toks []Token, i int) (value, next, cut int, ok bool) {
	w, found := n.word(toks[i].Norm)
	if !found || !w.definite {
		return 0, 0, 0, false
	}
	if w.Kind == Ten {
		return int(w.Value), i + 1, w.cut, true
	}
	if w.Kind == Unit && w.Value == 1 && i+1 < len(toks) {
		// «الواحد والعشرين»
		if x, found := n.word(toks[i+1].Norm); found && x.Kind == Ten && x.and && x.definite {
			return 1 + int(x.Value), i + 2, w.cut, true
		}
	}
	if w.Kind != Ordinal {
		return 0, 0, 0, false
	}
	value, next = int(w.Value), i+1
	if next < len(toks) && value < 10 {
		x, found := n.word(toks[next].Norm)
		switch {
		case !found || x.cut > 1:
		case x.Kind == Unit && x.Value == 10 && !x.definite && x.cut == 0:
			return value + 10, next + 1, w.cut, true
		case x.Kind == Ten && x.and && x.definite:
			return value + int(x.Value), next + 1, w.cut, true
		}
	}
	return value, next, w.cut, true
}
