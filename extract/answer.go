package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// answersTold: behind «وهو ما» or «الأمر الذي» somebody confirms or denies what the sentence has told: «… استمعت إلى
// النائب، وهو ما نفاه محاميه».
func (r *Reader) answersTold(d *doc, forms []cueReading, i, lo, hi int) (candidate, bool) {
	if i < lo+3 || d.toks[i-3].IsQuoteMark() || !(d.is(i-1, "ما") && d.serves(i-2, lexicon.ToldJust) || d.is(i-1, "الذي") && d.is(i-2, "الامر")) {
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
	if made >= 0 {
		content = append(content, t.out[made].Content...)
	} else {
		content = t.trim(max(lo, t.opening), c.clause, 0)
	}
	if len(content) == 0 {
		t.d.lose(c, WhyEmpty)
		return made
	}
	t.tell(c, content, chain)
	return len(t.out) - 1
}
