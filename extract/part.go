package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// quantified: «عدد من السفراء»، «أحد المسؤولين»: a part of what follows, without names.
func (r *Reader) quantified(d *doc, lo, hi int, clitic bool) (source, bool) {
	w := d.toks[lo].Norm
	each := w == "كل" && d.is(lo+1, "من")
	if d.fn[lo]&lexicon.Quantifier == 0 && d.toks[lo].Kind != numberKind && !each {
		return source{}, false
	}
	next := r.pastShare(d, lo+1, hi)
	if next < hi && d.is(next, "من") {
		next++
	}
	if next+1 < hi && d.serves(next, lexicon.These) && strings.HasPrefix(d.toks[next+1].Norm, "ال") {
		next++ // «أحد هؤلاء المسؤولين»
	}
	if next >= hi || d.toks[next].Kind != wordKind {
		return source{}, false
	}
	s, ok := r.listedSource(d, next, hi, false)
	if !ok && each && (d.personBegins(next) || d.isName(next)) {
		s, ok = r.nameSource(d, next, hi, false)
	}
	if !ok {
		if d.fn[next] != 0 || r.isVerb(d, next) || next == lo+1 && !strings.HasPrefix(d.toks[next].Norm, "ال") {
			return source{}, false
		}
		end := r.phraseEnd(d, next+1, hi, isnad.Group)
		s = source{kind: isnad.Group, first: next, end: end, npFirst: next, npEnd: end, number: lexicon.Plural, named: true, rule: "source.part"}
	}
	if each {
		s.npFirst, s.number = lo, lexicon.AnyNumber
		return s, true
	}
	s.first, s.npFirst, s.cut, s.role = lo, lo, 0, false
	s.end = s.npEnd
	switch {
	case d.serves(lo, lexicon.OneOf):
		s.number = lexicon.Singular
		if s.kind == isnad.Person || s.kind == isnad.Group {
			s.kind = isnad.Unnamed
		}
	case s.kind == isnad.Person:
		s.kind, s.number = isnad.Group, lexicon.Plural
	}
	s.gender = lexicon.AnyGender
	if s.number == lexicon.Plural {
		s.number = lexicon.AnyNumber
	}
	return s, true
}

// pastShare steps over what stands between a number and what it is a part of: «52٪ فقط من
// المشاركين».
func (r *Reader) pastShare(d *doc, i, hi int) int {
	for i < hi && (d.is(i, "%") || d.is(i, "٪") || d.serves(i, lexicon.Limiting)) {
		i++
	}
	if i+1 < hi && d.is(i, "في") && d.serves(i+1, lexicon.Hundred) {
		i += 2
	}
	return i
}
