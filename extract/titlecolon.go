package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// titleColon: «فلان: …» in the title; the colon is the cue.
func (r *Reader) titleColon(d *doc, lo, hi int) (candidate, bool) {
	for i := lo; i < hi && i < lo+9; i++ {
		if len(r.verbsAt(d, i)) > 0 || d.toks[i].Norm == "؟" || d.fn[i]&lexicon.Heading != 0 {
			return candidate{}, false
		}
		if d.toks[i].Norm != ":" || i == lo || i+2 >= hi {
			continue
		}
		s, ok := r.sourceAt(d, lo, i, false)
		if !ok || r.skipAdverbs(d, s.npEnd, i) < i && !strings.HasPrefix(d.toks[s.npEnd].Norm, "ل") || s.npFirst > lo {
			return candidate{}, false
		}
		if s.rule == "source.name" && !d.isName(lo) && !d.known[d.toks[lo].Norm] {
			kind, ok := r.bodyBehindTitle(d, lo, i)
			if !ok {
				return candidate{}, false
			}
			s.kind = kind
		}
		if s.polity != nil && s.kind == isnad.State && r.aboutPlace(d, i+1) {
			return candidate{}, false // «تركيا: إبطال مفعول عبوة»
		}
		c := candidate{cue: lexicon.CueForm{Cue: titleCue}, first: i, end: i + 1, subject: s, hasSubj: true, title: true, quote: -1}
		c.clause = lo
		ok = accept(&c, lexicon.Quoted, i, r.pastMark(d, i+1, hi))
		return c, ok
	}
	return candidate{}, false
}

// aboutPlace: what follows a country's name and a colon is news of it, not its words: it
// begins with an indefinite noun.
func (r *Reader) aboutPlace(d *doc, i int) bool {
	t := &d.toks[i]
	return t.Kind == numberKind || t.Kind == wordKind && d.fn[i]&^lexicon.VerbalNoun == 0 && !strings.HasPrefix(t.Norm, "ال") && !r.isVerb(d, i) && !strings.HasPrefix(t.Norm, "ن")
}

// titleCue is the colon behind a name in a title.
var titleCue = &lexicon.Cue{Class: lexicon.VerbCue, Lemma: ":", Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral}

// verbsAt is the finite readings of token i as a cue.
func (r *Reader) verbsAt(d *doc, i int) []lexicon.CueForm {
	var out []lexicon.CueForm
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.VerbCue && (f.Form.Shape == lexicon.Perfect && f.Form.Gender == lexicon.Feminine || f.Form.Shape == lexicon.Imperfect) {
			out = append(out, f.CueForm)
		}
	}
	return out
}
