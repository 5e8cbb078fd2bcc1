package extract

import (
	"isnad"
	"isnad/lexicon"
)

// relays: a verb that carries another's words: «نقلت رويترز عن مسؤول قوله إن».
func (c *candidate) relays() bool {
	return c.cue.Is(lexicon.RelaysTo) || c.cue.Class == lexicon.VerbCue && c.cue.Takes(lexicon.An, lexicon.That) && !c.cue.Takes(lexicon.An, lexicon.Noun)
}

// relayedOnly: nobody is told to have relayed the words, only whose they are: «ونقل عن مسؤولين
// قولهم إن». An outlet that spoke just before is who relayed them.
func (t *teller) relayedOnly(c *candidate) ([]isnad.Link, bool) {
	if !c.relays() || !c.cue.Is(lexicon.MaybePassive) || c.cue.Form.Shape == lexicon.Participle || c.end >= len(t.d.toks) || !t.d.is(c.end, "عن") {
		return nil, false
	}
	if last, ok := t.discourse.lastAgreeing(c.cue.Form); ok && last.source.kind == isnad.Media && last.sentence >= t.discourse.sentence-1 {
		return nil, false
	}
	links, relay := t.origins(c)
	if relay != nil {
		t.discourse.spoke(*relay, links, false)
	}
	return links, len(links) > 0
}

// ownWords: قوله، تأكيدها: the verbal noun of saying with its speaker.
func (r *Reader) ownWords(d *doc, j int) bool {
	for _, f := range r.cues.Of(d.toks[j].Norm) {
		if f.Form.Shape == lexicon.Masdar && (f.Form.Suffixed || f.Form.Definite && f.Is(lexicon.PlainSaying)) && takesAny(f.Cue, lexicon.That) {
			return true
		}
	}
	return false
}

// ownDeed: ترجيحه، نفيه: the verbal noun of saying at j takes what is said as a noun; its row, or nil.
func (r *Reader) ownDeed(d *doc, j int) *lexicon.Cue {
	for _, f := range r.cues.Of(d.toks[j].Norm) {
		if f.Form.Shape == lexicon.Masdar && f.Form.Suffixed && f.Takes(lexicon.NoPrep, lexicon.Noun) {
			return f.Cue
		}
	}
	return nil
}

// maxRelayed bounds the words between whose words a verb relays and قوله.
const maxRelayed = 10

// relayAhead: behind «عن فلان» comes قوله or أن, behind «إلى فلان» قوله.
func (r *Reader) relayAhead(d *doc, c *candidate, j, hi int) bool {
	if c.cue.Is(lexicon.RelaysTo) {
		for k := j + 1; k < hi && k < j+maxRelayed; k++ {
			if r.ownWords(d, k) {
				return true
			}
		}
		return false
	}
	for k := j + 1; k < hi && k < j+30; k++ {
		if r.ownWords(d, k) || d.fn[k]&lexicon.ThatWord != 0 || d.is(k, ":") {
			return true
		}
	}
	return false
}
