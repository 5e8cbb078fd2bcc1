package extract

import (
	"isnad"
	"isnad/lexicon"
)

// labelled: «ما سماه …»، «ما وصفته الحكومة بـ…»: the label is the content.
func (r *Reader) labelled(d *doc, c *candidate, hi int) bool {
	if c.first == 0 || !c.cue.Form.Suffixed || c.cue.Form.Shape == lexicon.Masdar || c.cue.Act != isnad.Assess {
		return false
	}
	if !r.serves(d, c.first-1, lexicon.FreeRelative) {
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
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) {
		return false
	}
	if s, ok := r.sourceAt(d, c.end, limit, false); ok && r.trusted(&s) && s.npEnd < limit && c.cue.Form.Person == 3 {
		if next := r.skipAdverbs(d, s.npEnd, limit); next < limit && (d.toks[next].IsQuoteMark() || r.objectAt(d, c, next)) {
			c.subject, c.hasSubj = s, true
			i = next
		}
	}
	c.label = true
	return accept(c, lexicon.Noun, i, r.pastMark(d, i, limit))
}
