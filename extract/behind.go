package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// byWords is who does something by the words that the verbal noun at the cue opens, and stands right before it:
// «اكتفى مصدر نيابي بالقول: "…"».
func (t *teller) byWords(c *candidate, lo int) (source, bool) {
	if c.cue.Form.Shape != lexicon.Masdar || c.cut > 0 || !strings.HasPrefix(t.d.toks[c.first].Norm, "ب") {
		return source{}, false
	}
	d := t.d
	for i := max(lo+1, c.first-maxSourceWords); i < c.first; i++ {
		s, ok := t.sourceFrom(i, c.first)
		if !ok {
			continue
		}
		opens := i-1 == lo || d.toks[i-2].Kind == punctKind || d.fn[i-2]&(lexicon.ClauseStart|lexicon.Auxiliary) != 0
		if s.npEnd == c.first && !s.role && s.kind != isnad.Document && t.r.trusted(&s) && opens && (t.verbAt(i-1) || t.opensWithVerb(i-1, lo)) {
			return s, true
		}
		i = max(i, s.npEnd-1)
	}
	return source{}, false
}

// maxPaperTold bounds the words between a document and the verb that tells what stands in it.
const maxPaperTold = 12

// paperTold is an indefinite document of which the sentence says who made it before a verb tells what stands in it:
// «نشرت المجلة نتائج استطلاع أجراه معهد المدينة، أظهر أن».
func (t *teller) paperTold(c *candidate, lo int) (source, bool) {
	d := t.d
	if !c.cue.Is(lexicon.OfPaper) || c.cut > 0 || c.kind == lexicon.Noun || c.cue.Form.Shape != lexicon.Perfect && c.cue.Form.Shape != lexicon.Imperfect || t.r.pointsAtWords(d, c.end) {
		return source{}, false
	}
	for i := c.first - 2; i > lo && i > c.first-maxPaperTold; i-- {
		if d.fn[i]&lexicon.ThatWord != 0 || d.toks[i].Kind == punctKind && !t.r.isComma(d, i) && !d.toks[i].IsQuoteMark() {
			return source{}, false
		}
		noun, ok := exact(&t.r.nouns.Forms, d, i, inNouns)
		if !ok || noun.Value.Kind != isnad.Document || noun.Value.Number == lexicon.Plural || strings.HasPrefix(d.toks[i].Norm, "ال") || !d.trait(i+noun.Words, pronounBehind) {
			continue
		}
		s := t.r.nounSource(d, i, i+noun.Words, noun)
		return s, agrees(c.cue.Form, &s)
	}
	return source{}, false
}

// published is the outlet that published the document at token i, of which its sentence tells from lo on: «نشرت
// صحيفة "المساء" استطلاعا …», «أما "المساء" فنشرت استطلاعا …».
func (t *teller) published(lo, i int) []isnad.Link {
	for k := lo; k < i; k++ {
		s, ok := t.r.mediumAt(t.d, k, i)
		if !ok {
			continue
		}
		if s.cut == 0 && t.subjectPlace(k, lo, 0) || k > lo && t.d.is(k-1, "اما") {
			return t.addLink(nil, t.discourse.resolve(&s))
		}
		k = s.npEnd - 1
	}
	return nil
}

// ofHim is whom the pronoun behind a verb that relays stands for: the last person named before it who is not the
// one who relays: «… زار عجوة الأسير سالم حداد، ناقلا عنه قوله».
func (t *teller) ofHim(c *candidate) (isnad.Link, bool) {
	d, s := t.d, &t.discourse
	if !c.relayed || c.end >= len(d.toks) || !d.is(c.end, "عنه") && !d.is(c.end, "عنها") {
		return isnad.Link{}, false
	}
	var speaker string
	if n := len(s.speakers); n > 0 && len(s.speakers[n-1].chain) > 0 {
		speaker = s.speakers[n-1].chain[len(s.speakers[n-1].chain)-1].Name
	}
	for n := s.before(c.first) - 1; n >= 0; n-- {
		if p := &s.persons[n]; !sameName(p.name, speaker) {
			return isnad.Link{Name: p.name, Kind: isnad.Person, Implicit: true, Mention: d.span(p.first, p.end), Rule: "source.person"}, true
		}
	}
	return isnad.Link{}, false
}

// purportAhead: «مفادها» stands among the tokens [i, end).
func (t *teller) purportAhead(i, end int) bool {
	for ; i < end; i++ {
		if purport(t.d.toks[i].Norm) {
			return true
		}
	}
	return false
}

// purport: the folded word opens what a message is said to say.
func purport(norm string) bool {
	return strings.HasPrefix(norm, "مفاده") || strings.HasPrefix(norm, "فحواه")
}

// maxTidings bounds the words between a message and what it is said to be.
const maxTidings = 12

// sender is whose message the noun at the cue tells the purport of: «نقل رسالة من قائد الفرقة مفادها أن».
func (t *teller) sender(c *candidate, lo int) (source, bool) {
	d := t.d
	if c.cue.Class != lexicon.NounCue || !purport(cutLetters(d.toks[c.first].Norm, c.cut)) {
		return source{}, false
	}
	for i := c.first - 2; i > lo && i > c.first-maxTidings; i-- {
		if !d.is(i, "من") || !t.r.isWords(d, i-1) {
			continue
		}
		s, ok := t.r.sourceAt(d, i+1, c.first, false)
		return s, ok && s.npFirst == i+1 && t.r.trusted(&s) && s.kind != isnad.Document
	}
	return source{}, false
}
