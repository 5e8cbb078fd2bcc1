package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// cueReading is one way to read a token as a cue.
type cueReading struct {
	lexicon.CueForm
	cut int // letters before it that are a conjunction
}

// cuesAt gives the readings of token i as a cue, with and without a conjunction before it.
func (r *Reader) cuesAt(d *doc, i int) []cueReading {
	if known := d.spelt[i].told; known != nil {
		return known.cues
	}
	return nil
}

func (r *Reader) readCues(t *arabic.Token) []cueReading {
	if t.Kind != wordKind {
		return nil
	}
	out := appendReadings(nil, r.cues.Of(t.Norm), t, 0)
	for _, conjunction := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(t.Norm, conjunction); ok && len(rest) >= 4 {
			out = appendReadings(out, r.cues.Of(rest), t, 1)
		}
	}
	return out
}

// appendReadings appends the forms that the token writes, not those that only fold alike.
func appendReadings(dst []cueReading, forms []lexicon.CueForm, t *arabic.Token, cut int) []cueReading {
	for _, f := range forms {
		if arabic.SameLetters(t.Text, f.Form.Word, cut) {
			dst = append(dst, cueReading{f, cut})
		}
	}
	return dst
}

// phraseAt is the cue of several words that begins at token i.
func (r *Reader) phraseAt(d *doc, i int) (lexicon.Phrase, int, bool) {
	t := &d.toks[i]
	if t.Kind != wordKind || !d.mayHave(i, inPhrases) {
		return lexicon.Phrase{}, 0, false
	}
	for cut, w := range []string{t.Norm, strings.TrimPrefix(t.Norm, "و")} {
		for _, p := range r.cues.Phrases(w) {
			if matchWords(d.toks, i+1, p.Words[1:]) {
				return p, cut, true
			}
		}
		if !strings.HasPrefix(t.Norm, "و") {
			break
		}
	}
	return lexicon.Phrase{}, 0, false
}

func matchWords(toks []arabic.Token, i int, words []string) bool {
	for n, w := range words {
		if i+n >= len(toks) || toks[i+n].Norm != w {
			return false
		}
	}
	return true
}

// masdarCue: a verbal noun attributes when it carries its speaker (قوله) or stands for
// the verb (بالقول، القول، المطالبة بـ).
func (r *Reader) masdarCue(d *doc, c *candidate) bool {
	if c.cue.Form.Suffixed || c.cue.Form.Definite {
		return true
	}
	if c.cue.Act == isnad.Say && c.cue.Takes(lexicon.An, lexicon.Noun) {
		return true // «إعلان الجامعة عن امتلاكها»
	}
	if c.first > 0 && (d.fn[c.first-1]&lexicon.Preposition != 0 || d.serves(c.first-1, lexicon.Amid)) && c.cue.Act == isnad.Say && c.cue.Takes(lexicon.NoPrep, lexicon.That) {
		return true // «على الرغم من قول علماء إن»
	}
	return strings.HasPrefix(c.cue.Form.Word, "بال")
}
