package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// marks reads the words that bound or blur the number, before it and behind it.
func (q *quantityReader) marks(c *count) {
	at := c.from
	if q.norm(at-1) == "$" || q.norm(at-1) == "ال" || q.norm(at-1) == "ب" {
		at--
	}
	if b, f := q.between(c.from); (b || f) && c.rule == "quantity.range" {
		at--
	}
	bounded := false
	if c.cut == 0 {
		for range 2 {
			class, from := q.markBefore(c, at)
			if class == "" {
				break
			}
			bounded = bounded || class != "approx"
			c.bound(class)
			at = from
		}
	}
	if class := q.markApart(at); class != "" && !bounded && c.cut == 0 {
		c.bound(class)
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

// markBefore finds the longest approximator that ends before token i. A shorter one
// inside it that blurs («بنحو» in «تبدأ بنحو») blurs c as well.
func (q *quantityReader) markBefore(c *count, i int) (class string, from int) {
	if i == 0 || q.toks[i-1].Line != q.toks[i].Line {
		return "", i
	}
	word := q.norm(i - 1)
	list := q.lex.before[word]
	if list == nil && len(word) > 6 && proclitic(word, "وفبل") > 0 {
		list = q.lex.before[word[2:]]
	}
	var found *mark
next:
	for k := range list {
		m := &list[k]
		first := i - 1 - len(m.rest)
		if first < 0 || found != nil && len(m.rest) < len(found.rest) {
			continue
		}
		for j, want := range m.rest {
			have := q.norm(first + j)
			if have != want && !(j == 0 && len(have) > len(want) && len(have)-len(want) <= 4 && strings.HasSuffix(have, want) && have != "لا"+want) {
				continue next
			}
		}
		found, from = m, first
	}
	if found == nil || found.rule == "approximators/حتى" && (c.unit == "" || q.moved(i)) {
		return "", i // «ارتفع حتى مئة» says how far it went
	}
	for k := range list {
		c.approx = c.approx || list[k].class == "approx" && len(list[k].rest) == 0
	}
	return q.turned(found.class, from), from
}

// turned gives the bound its other side where a word before token i denies it: «لن
// يتعدى», «لا يغطي أكثر من».
func (q *quantityReader) turned(class string, i int) string {
	no := q.d.functions.Serves(strings.TrimLeft(q.norm(i-1), "وف"), lexicon.BoundDenied)
	if w := q.norm(i); !no && (strings.HasSuffix(w, "اكثر") || strings.HasSuffix(w, "ازيد")) && i > 1 && !q.words[i-1].stop {
		no = strings.HasPrefix(q.norm(i-1), "ي") || strings.HasPrefix(q.norm(i-1), "ت")
		no = no && (q.norm(i-2) == "لا" || q.norm(i-2) == "لن" || q.norm(i-2) == "ولا" || q.norm(i-2) == "ولن")
	}
	switch {
	case no && class == "min":
		return "max"
	case no && class == "max":
		return "min"
	}
	return class
}

// markApart finds a verb of the bound before token i with its subject or a place between
// it and the number: «لا تزيد قيمتها على مئة»، «تجاوز عدد القتلى في المدينة مئتين».
func (q *quantityReader) markApart(i int) string {
	if i == 0 || i >= len(q.toks) || strings.HasPrefix(q.norm(i-1), "البالغ") {
		return ""
	}
	for k := i - 1; k >= 0 && k >= i-7; k-- {
		w := q.norm(k)
		if q.toks[k].Kind != arabic.Word || q.toks[k].Line != q.toks[i].Line || q.words[k].numeral || w == "ان" || w == "التي" || w == "الذي" {
			return ""
		}
		list := q.lex.apart[strings.TrimLeft(w, "وفل")]
		for _, m := range list {
			last := q.norm(i - 1)
			if len(m.rest) == 0 && k < i-1 && !q.words[i-1].stop || len(m.rest) == 1 && last == m.rest[0] && k < i-2 {
				return q.turned(m.class, k)
			}
		}
		if len(list) > 0 || strings.HasPrefix(w, "و") && q.words[k].stop || k < i-1 && q.words[k].head == "" && q.d.serves(k, lexicon.ClauseJoiner) {
			return ""
		}
	}
	return ""
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
		if word == "واكثر" && q.norm(i+1) == "من" {
			continue // «79 جنديا وأكثر من 80 جريحا»: of what follows
		}
		return m.class
	}
	return ""
}
