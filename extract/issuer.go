package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// maxIssued bounds how many tokens before a cue stands what its pronoun points at.
const maxIssued = 24

// issued is the chain of a cue whose pronoun points at words that somebody gave out; false where
// he is the one who goes on speaking.
func (t *teller) issued(c *candidate, outer []isnad.Link, lo int) ([]isnad.Link, bool) {
	if len(outer) > 0 {
		return nil, false
	}
	src, ok := t.issuer(c, lo)
	if !ok {
		return nil, false
	}
	src.gender = c.cue.Form.Gender
	return t.namedHere(c, &src, lo)
}

// issuer is who gave out the words in which a cue without subject says something: «نشر الحزب
// تسجيلا هدد فيه», «بدأت الأمسية بكلمة لمدير الفنون أكد خلالها».
func (t *teller) issuer(c *candidate, lo int) (source, bool) {
	k, ok := t.r.wordsBefore(t.d, c, lo)
	if !ok {
		return source{}, false
	}
	if s, ok := t.ofWords(c, k); ok {
		return s, true
	}
	return t.gaveOut(c, k, lo)
}

// saysWithin: the cue says something in words that stand before it: «في خطاب للرئيس قال فيه».
func (r *Reader) saysWithin(d *doc, c *candidate, lo int) bool {
	_, ok := r.wordsBefore(d, c, lo)
	return ok
}

// wordsBefore is the token of the words, said or written, that the pronoun behind the cue points
// at.
func (r *Reader) wordsBefore(d *doc, c *candidate, lo int) (int, bool) {
	if c.kind == lexicon.Noun && c.mark < c.end || !r.pointsAtWords(d, c.end) {
		return 0, false
	}
	for k := c.first - 1; k >= lo && k > c.first-maxIssued; k-- {
		if r.isWords(d, k) {
			return k, true
		}
	}
	return 0, false
}

// pointsAtWords: at i stands فيه، فيها، خلاله، من خلالها.
func (r *Reader) pointsAtWords(d *doc, i int) bool {
	if i+1 < len(d.toks) && d.is(i, "من") {
		i++
	}
	return d.serves(i, lexicon.InWords)
}

// isWords: the word at i is one for what is said, written or recorded.
func (r *Reader) isWords(d *doc, i int) bool {
	w := strings.TrimPrefix(d.toks[i].Norm, "و")
	if d.fn[i]&lexicon.SpeechNoun != 0 || r.functions.Word(strings.TrimPrefix(w, "ب"))&lexicon.SpeechNoun != 0 {
		return true
	}
	m, ok := at(&r.nouns.Forms, d, i, inNouns)
	return ok && m.Value.Kind == isnad.Document
}

// ofWords: whose words they are stands behind them: «بكلمة لمدير الفنون», not to whom: «حديثا لرويترز».
func (t *teller) ofWords(c *candidate, k int) (source, bool) {
	if k+1 >= c.first || !strings.HasPrefix(t.d.toks[k+1].Norm, "ل") {
		return source{}, false
	}
	s, ok := t.r.listedOrNamed(t.d, k+1, c.first)
	return s, ok && s.kind != isnad.Media && (s.cut > 0 || s.titleTokens[1] > 0)
}

// gaveOut: who stands before the words at k, behind the verb that gives them out or before it.
func (t *teller) gaveOut(c *candidate, k, lo int) (source, bool) {
	for i := lo; i < k; i++ {
		s, ok := t.r.listedOrNamed(t.d, i, k)
		if !ok {
			continue
		}
		behind := s.npEnd
		for behind < k && t.d.fn[behind]&lexicon.Auxiliary != 0 {
			behind++ // «وكان البنك قد أصدر بيانا أكد فيه»
		}
		if behind >= k-1 && agrees(c.cue.Form, &s) && s.kind != isnad.Document && !(s.polity != nil && i > lo && t.d.fn[i-1]&lexicon.Preposition != 0) {
			return s, true
		}
		i = max(i, s.npEnd-1)
	}
	if s, ok := t.gaveOutHere(c, k, lo); ok {
		return s, true
	}
	for i := k + 2; i < c.first && t.d.trait(i-1, pronounBehind); i++ { // «بيان أصدرته الوزارة أكدت فيه»
		if s, ok := t.r.listedOrNamed(t.d, i, c.first); ok && s.npEnd == c.first && agrees(c.cue.Form, &s) {
			return s, true
		}
	}
	return source{}, false
}

// gaveOutHere: who stands behind the verb, with where he is or what for before the words: «أصدر مجلس الأمن في
// نيويورك بيانا».
func (t *teller) gaveOutHere(c *candidate, k, lo int) (source, bool) {
	for i := lo + 1; i < k && i < lo+4; i++ {
		s, ok := t.r.listedOrNamed(t.d, i, k)
		if !ok || s.kind == isnad.Document {
			continue
		}
		if !agrees(c.cue.Form, &s) || !t.setBetween(s.npEnd, k) {
			return source{}, false
		}
		return s, true
	}
	return source{}, false
}

// setBetween: what stands in [i, end) is phrases with a preposition and no clause.
func (t *teller) setBetween(i, end int) bool {
	d := t.d
	if i < end && d.fn[i]&lexicon.Preposition == 0 && !d.trait(i, cliticsBefore) {
		return false
	}
	for ; i < end; i++ {
		if d.toks[i].Kind == punctKind && !d.toks[i].IsQuoteMark() || d.fn[i]&(lexicon.ThatWord|lexicon.Relative|lexicon.ClauseStart) != 0 || t.r.isVerb(d, i) {
			return false
		}
	}
	return true
}
