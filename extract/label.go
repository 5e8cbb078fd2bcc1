package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// labelled: «ما سماه …»، «ما وصفته الحكومة بـ…»: the label is the content.
func (r *Reader) labelled(d *doc, c *candidate, hi int) bool {
	if c.first == 0 || !c.cue.Form.Suffixed || c.cue.Form.Shape == lexicon.Masdar || c.cue.Act != isnad.Assess {
		return false
	}
	if !d.serves(c.first-1, lexicon.FreeRelative) && !r.calledSo(d, c) {
		return false
	}
	limit := min(hi, c.end+20)
	i := c.end
	if c.cue.Takes(lexicon.Bi, lexicon.Noun) {
		for ; i < limit; i++ {
			if prep, cut, ok := d.prepAt(i); ok && prep == lexicon.Bi {
				c.label = true
				c.kind, c.mark, c.body, c.bodyCut = lexicon.Noun, i, i, cut
				if cut == 0 {
					c.body = r.pastMark(d, i+1, limit)
				}
				return c.body < limit
			}
		}
		return false
	}
	if c.cue.Is(lexicon.HeldFor) {
		if k := r.predicateAt(d, c, limit); k > 0 {
			return accept(c, lexicon.Noun, k, k)
		}
	}
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) {
		return false
	}
	until := limit
	for k := c.end + 1; k < limit; k++ {
		if q := d.quoteOf[k]; d.toks[k].IsQuoteMark() && q >= 0 && d.quotes[q].Open == k {
			if s, ok := r.sourceAt(d, c.end, k, false); ok && s.npEnd == k {
				until = k // «ما سماه وزير الداخلية «حملة النظافة»»
			}
			break
		}
	}
	if s, ok := r.sourceAt(d, c.end, until, false); ok && r.trusted(&s) && s.npEnd < limit && c.cue.Form.Person == 3 {
		if next := r.skipAdverbs(d, s.npEnd, limit); next < limit && (s.rule != "source.quoted" || next == s.npEnd) && (d.toks[next].IsQuoteMark() || r.objectAt(d, c, next)) {
			c.subject, c.hasSubj = s, true
			i = next
		}
	}
	c.label = true
	return accept(c, lexicon.Noun, i, r.pastMark(d, i, limit))
}

// calledSo: «أعمال وصفتها بـ"الهمجية"»: a verb right behind an indefinite noun gives it a label that stands
// in quotation marks.
func (r *Reader) calledSo(d *doc, c *candidate) bool {
	if !c.cue.Takes(lexicon.Bi, lexicon.Noun) || c.cut > 0 || c.end+1 >= len(d.toks) || !d.is(c.end, "ب") || !d.toks[c.end+1].IsQuoteMark() {
		return false
	}
	q := d.quoteOf[c.end+1]
	before := &d.toks[c.first-1]
	return q >= 0 && d.quotes[q].Open == c.end+1 && d.quotes[q].Closed && before.Kind == wordKind && d.fn[c.first-1]&^lexicon.VerbalNoun == 0 && !r.isVerb(d, c.first-1)
}

// predicateAt is the token where what somebody holds a thing for begins, behind his name, or 0: «ما اعتبره نواب دليلا
// على الإهمال». Its case ending tells it from the words of the name.
func (r *Reader) predicateAt(d *doc, c *candidate, hi int) int {
	for k := c.end + 1; k < min(hi, c.end+10) && d.toks[k].Kind == wordKind; k++ {
		if !r.heldAs(d, k) {
			continue
		}
		s, ok := r.sourceAt(d, c.end, k, false)
		if !ok || s.npEnd != k || !r.trusted(&s) || c.cue.Form.Person != 3 {
			return 0
		}
		c.label, c.subject, c.hasSubj = true, s, true
		return k
	}
	return 0
}

// heldAs: the word at i is an indefinite accusative by its spelling, and no name.
func (r *Reader) heldAs(d *doc, i int) bool {
	w := d.toks[i].Norm
	return d.toks[i].Kind == wordKind && len(w) >= 8 && strings.HasSuffix(w, "ا") && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "لل") && !strings.HasSuffix(w, "ها") && !strings.HasSuffix(w, "هما") &&
		d.fn[i]&^lexicon.VerbalNoun == 0 && !d.nameCovers(i)
}
