package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// maxBefore bounds the words between سبق ل and the أن of what was said before.
const maxBefore = 10

// saidEarlier: «سبق للوزير أن أعلن»: who said it stands behind سبق ل, before the أن of the verb at i.
// from is the token of سبق.
func (r *Reader) saidEarlier(d *doc, i, lo int) (s source, from int, ok bool) {
	if i < lo+3 || !d.is(i-1, "ان") {
		return source{}, 0, false
	}
	for k := i - 2; k > lo && k > i-maxBefore; k-- {
		if d.toks[k].Kind == punctKind && !d.toks[k].IsQuoteMark() {
			return source{}, 0, false
		}
		if w := d.toks[k-1].Norm; strings.HasPrefix(d.toks[k].Norm, "ل") && (w == "سبق" || w == "وسبق") {
			s, ok = r.phraseAtOnce(d, k, i-1, true)
			return s, k - 1, ok && s.npFirst == k && s.rule != "source.name"
		}
	}
	return source{}, 0, false
}

// bodyBehindTitle: the words before the colon of a title name a body in short, which the article names
// in full: «الطيران المدني: …», and then «سلطة الطيران المدني».
func (r *Reader) bodyBehindTitle(d *doc, lo, end int) (isnad.Kind, bool) {
	if end-lo < 2 || end-lo > 4 || !strings.HasPrefix(d.toks[lo].Norm, "ال") {
		return "", false
	}
next:
	for k := end + 1; k+end-lo <= len(d.toks); k++ {
		for n := lo; n < end; n++ {
			if d.toks[k+n-lo].Norm != d.toks[n].Norm {
				continue next
			}
		}
		noun, ok := at(&r.nouns.Forms, d, k-1, inNouns)
		if ok && (noun.Value.Kind == isnad.State || noun.Value.Kind == isnad.Organization) && noun.Value.Number == lexicon.Singular {
			return noun.Value.Kind, true
		}
	}
	return "", false
}
