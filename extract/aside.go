package extract

import (
	"strings"

	"isnad/lexicon"
)

// saidAside: «وستنطلق الأشغال قريبا، يضيف البلاغ.», «كما مكنت الحملة، يقول الوزير، من فتح الطريق»: a verb
// of telling and its subject alone between signs, amid or behind what is told.
func (r *Reader) saidAside(d *doc, i, lo, hi int) (candidate, bool) {
	if i < lo+3 || !r.setsApart(d, i-1) || d.toks[i-1].Line != d.toks[lo].Line {
		return candidate{}, false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.cut > 0 || !f.Is(lexicon.SaidAside) || f.Form.Shape != lexicon.Imperfect || f.Form.Person != 3 || f.Form.Suffixed {
			continue
		}
		c := candidate{cue: f.CueForm, first: i, end: i + 1, prep: true, clause: i - 1, quote: d.quoteOf[i]}
		if quoted := c; r.quotedBefore(d, &quoted) {
			return candidate{}, false // «"…"، يقول الوزير»
		}
		end := c.end
		if s, ok := r.sourceAt(d, c.end, hi, false); ok && s.npFirst == c.end && (s.rule != "source.name" || d.personBegins(s.first)) && !r.deedOf(d, s.npFirst) && agrees(f.Form, &s) {
			c.subject, c.hasSubj = s, true
			if end = s.npEnd; end < hi && !f.Takes(wordPrep(d.toks[end].Norm), lexicon.Noun) {
				end = r.tailEnd(d, end, hi)
			}
		}
		if end < hi && !r.setsApart(d, end) && !d.is(end, ".") || !c.hasSubj && end == hi || r.opensWords(d, end, hi) {
			continue
		}
		c.mark, c.body = end, end
		return c, true
	}
	return candidate{}, false
}

// setsApart: a comma or a dash at i parts an aside from its sentence.
func (r *Reader) setsApart(d *doc, i int) bool {
	return r.isComma(d, i) || i < len(d.toks) && d.toks[i].Kind == punctKind && strings.Contains("-–—", d.toks[i].Norm)
}

// opensWords: behind the sign at i follows what the verb before it tells: أن, a quotation, a question.
func (r *Reader) opensWords(d *doc, i, hi int) bool {
	for i < hi && d.toks[i].Kind == punctKind {
		if d.toks[i].IsQuoteMark() || d.is(i, ":") {
			return true
		}
		i++
	}
	return i < hi && (d.fn[i]&lexicon.ThatWord != 0 || i+1 < hi && d.fn[i]&lexicon.Preposition != 0 && d.fn[i+1]&lexicon.ThatWord != 0 || strings.HasPrefix(d.toks[i].Norm, "با") && r.functions.Word(d.toks[i].Norm[2:])&lexicon.ThatWord != 0)
}
