package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// setting says of each quantity, as far as the words around it do, whose it is, where
// and as of when. Both lists are in the order of the text.
func (l *numberLexicon) setting(d *doc, quantities []isnad.Quantity, times []isnad.Time) {
	tok, at := 0, 0
	for i := range quantities {
		x := &quantities[i]
		for tok < len(d.toks) && d.toks[tok].Start < x.Span.End {
			tok++
		}
		for at < len(times) && times[at].Span.Start < x.Span.End {
			at++
		}
		x.Of = whose(d, tok)
		x.Place = l.place(d, tok)
		if at < len(times) && near(d, x.Span.End, times[at].Span.Start) && times[at].Value[0] >= '0' && times[at].Value[0] <= '9' {
			x.Time = times[at].Value
		}
	}
}

// near reports whether few words and no sign that ends a clause part two places.
func near(d *doc, from, to int) bool {
	between := d.text[from:to]
	return len(between) < 80 && !strings.ContainsAny(between, ".\n،؛:؟") && strings.Count(between, " ") <= 7
}

// describesUnit reports whether the folded word looks like an adjective behind what is counted:
// «جندي روسي», and not «للفئة» or «تحاكي».
func describesUnit(w string) bool {
	return nisba(w) && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "ل") && !strings.HasPrefix(w, "ت") && !strings.HasPrefix(w, "ي")
}

// whose reads «من الجيش الوطني الليبي» behind a unit: the definite words of it.
func whose(d *doc, i int) string {
	for k := 0; k < 2 && i < len(d.toks) && d.toks[i].Kind == arabic.Word && describesUnit(d.toks[i].Norm); k++ {
		if i > 0 && d.toks[i].Line != d.toks[i-1].Line {
			return ""
		}
		i++
	}
	first := i
	if first < len(d.toks) && d.toks[first].Norm == "من" {
		first++
	}
	end := first
	for end < len(d.toks) && end < first+4 && d.toks[end].Kind == arabic.Word && d.toks[end].Line == d.toks[first].Line && strings.HasPrefix(d.toks[end].Norm, "ال") && !d.serves(end, lexicon.NoAdjective) {
		end++
	}
	if end == first {
		return ""
	}
	return d.text[d.toks[first].Start:d.toks[end-1].End]
}

// place reads «في ليبيا» close behind a unit, where the list of countries and cities
// knows the name.
func (l *numberLexicon) place(d *doc, i int) string {
	for k := i; k < i+6 && k < len(d.toks) && d.toks[k].Kind == arabic.Word && d.toks[k].Line == d.toks[max(i-1, 0)].Line; k++ {
		if d.toks[k].Norm != "في" {
			continue
		}
		if k+1 == len(d.toks) {
			break
		}
		if m, ok := l.places.Names.Exact(d.toks, k+1); ok {
			return d.text[d.toks[k+1].Start:d.toks[k+m.Words].End]
		}
	}
	return ""
}
