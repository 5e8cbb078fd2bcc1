package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// answersTold: behind «وهو ما» or «الأمر الذي» somebody confirms or denies what the sentence has told: «… استمعت إلى
// النائب، وهو ما نفاه محاميه». Where a sentence begins so, it is of what the one before it has told.
func (r *Reader) answersTold(d *doc, forms []cueReading, i, lo, hi int) (candidate, bool) {
	if i < lo+2 || i < 3 || d.toks[i-3].IsQuoteMark() && i > lo+2 || !(d.is(i-1, "ما") && d.serves(i-2, lexicon.ToldJust) || d.is(i-1, "الذي") && d.is(i-2, "الامر")) {
		return candidate{}, false
	}
	for _, f := range forms {
		if f.Class != lexicon.VerbCue || !f.Form.Suffixed || f.cut > 0 || f.Act != isnad.Say && f.Act != isnad.Deny || !strings.HasSuffix(d.toks[i].Norm, "ه") {
			continue
		}
		if f.Form.Shape != lexicon.Perfect && f.Form.Shape != lexicon.Imperfect {
			continue
		}
		s, ok := r.sourceAt(d, i+1, hi, false)
		if !ok || !r.trusted(&s) || s.npEnd < hi && d.fn[s.npEnd]&lexicon.ThatWord != 0 {
			continue
		}
		c := candidate{cue: f.CueForm, first: i, end: i + 1, subject: s, hasSubj: true, answers: true, quote: d.quoteOf[i]}
		c.clause, c.mark, c.body, c.kind = i-2, s.npEnd, s.npEnd, lexicon.Noun
		if c.clause > lo && d.is(c.clause, "الامر") && d.serves(c.clause-1, lexicon.ToldJust) {
			c.clause-- // «وهو الأمر الذي نفاه المدير»
		}
		return c, true
	}
	return candidate{}, false
}

// answer makes the claim of candidate k, which says of the claim made before it in the sentence, or of the clause before
// it, that somebody confirms or denies it. It answers the index of the last claim made.
func (t *teller) answer(k, lo, made int) int {
	c := &t.cands[k]
	chain, ok := t.chain(k, lo)
	if !ok || len(chain) == 0 {
		t.d.lose(c, WhyNoSource)
		return made
	}
	var content []isnad.Span
	switch from := max(lo, t.opening); {
	case made >= 0:
		content = append(content, t.out[made].Content...)
	case c.clause <= from:
		content = t.toldBefore(c)
	default:
		content = t.trim(from, c.clause, 0)
	}
	if len(content) == 0 {
		t.d.lose(c, WhyEmpty)
		return made
	}
	t.tell(c, content, chain)
	return len(t.out) - 1
}

// toldBefore is what the sentence before that of c has told: what its last claim says, or all of it where it
// makes none.
func (t *teller) toldBefore(c *candidate) []isnad.Span {
	n := t.d.sentOf[c.first]
	if n == 0 {
		return nil
	}
	prev := t.d.sents[n-1]
	if last := len(t.out) - 1; last >= 0 && t.out[last].Cue.Start >= t.d.toks[prev.First].Start {
		return append([]isnad.Span{}, t.out[last].Content...)
	}
	if t.d.toks[prev.First].Line == 0 {
		return nil
	}
	return t.trim(prev.First, prev.End, 0)
}
