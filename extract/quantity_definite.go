package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
)

// definite reads a number behind the definite plural that it counts: «الرهائن الأربعة»،
// «الدول الـ28».
func (q *quantityReader) definite(i int, n arabic.Numeral) int {
	if n.Kind != arabic.Unit || n.Cut > 0 || n.Scale > 1 {
		return 0
	}
	at := i - 1
	if q.norm(at) == "ال" && n.Digits {
		at--
	}
	if !n.Digits && n.Value < 3 {
		return 0
	}
	first := -1
	for k := at; k >= 0 && k > at-3 && q.toks[k].Kind == arabic.Word && q.toks[k].Line == q.toks[i].Line && !q.taken[k]; k-- {
		w := strings.TrimPrefix(q.norm(k), "و")
		if strings.HasPrefix(w, "لل") {
			w = "ال" + w[4:]
		}
		if strings.HasPrefix(w, "بال") {
			w = w[2:]
		}
		if !strings.HasPrefix(w, "ال") {
			if k == at && n.Definite != n.Digits {
				return q.owned(k, n)
			}
			break
		}
		if q.definitePlural(w[4:]) || q.definiteTime(w[4:]) {
			first = k
		}
		if strings.HasPrefix(q.norm(k), "و") {
			break
		}
	}
	if first < 0 || q.norm(first-1) == "حرب" {
		return 0
	}
	w := q.norm(first)
	cut := strings.Index(w, "ال") / 2
	unit := q.d.text[behind(q.d.text, q.toks[first], cut+2):q.toks[first].End]
	if strings.HasPrefix(w, "لل") {
		cut, unit = 1, q.d.text[behind(q.d.text, q.toks[first], 2):q.toks[first].End]
	}
	value := isnad.Bound{Value: n.Value, Set: true}
	return q.emit(count{from: first, cut: cut, to: n.Last, min: value, max: value, unit: unit, unitClass: "person", rule: "quantity.definite"})
}

// definitePlural reports whether the word without its article is a plural.
func (q *quantityReader) definitePlural(word string) bool {
	if e := q.lex.words[word]; e != nil && e.noun != nil {
		return (e.noun.form == plural || e.noun.form == dual && strings.HasSuffix(word, "ين")) && e.noun.class != "time"
	}
	return len(word) >= 10 && (strings.HasSuffix(word, "ون") || strings.HasSuffix(word, "ين") || strings.HasSuffix(word, "ات"))
}

// owned reads a definite number behind a plural with the pronoun of an owner: «أجزائه
// الأربعة»، «راكبيها الـ47».
func (q *quantityReader) owned(k int, n arabic.Numeral) int {
	word, cut := q.norm(k), 0
	switch listed := q.ownedPlural(word, false); {
	case !listed && proclitic(word, "ولب") > 0 && q.ownedPlural(word[2:], false):
		cut = 1
	case !listed && !q.ownedPlural(word, true):
		return 0
	}
	value := isnad.Bound{Value: n.Value, Set: true}
	unit := withoutPronoun(q.d.text[behind(q.d.text, q.toks[k], cut):q.toks[k].End])
	return q.emit(count{from: k, cut: cut, to: n.Last, min: value, max: value, unit: unit, unitClass: "thing", rule: "quantity.definite"})
}

// ownedPlural reports whether the folded word is a plural and the pronoun of an owner;
// guess lets in plurals that no list has.
func (q *quantityReader) ownedPlural(word string, guess bool) bool {
	w := withoutPronoun(word)
	if w == word || strings.HasSuffix(w, "ة") {
		return false
	}
	if stem, ok := strings.CutSuffix(w, "اي"); ok {
		w = stem + "اء"
	}
	if strings.HasSuffix(w, "ي") {
		w += "ن"
	}
	return (guess || q.lex.words[w] != nil) && q.definitePlural(w)
}

// definiteTime reports whether the word without its article is a plural of a unit of
// time, which measures also where it is defined: «الأشهر الستة الماضية».
func (q *quantityReader) definiteTime(word string) bool {
	e := q.lex.words[word]
	return e != nil && e.noun != nil && e.noun.form == plural && e.noun.class == "time"
}
