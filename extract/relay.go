package extract

import (
	"isnad/lexicon"
)

// relays: a verb that carries another's words: «نقلت رويترز عن مسؤول قوله إن».
func (c *candidate) relays() bool {
	return c.cue.Class == lexicon.VerbCue && c.cue.Takes(lexicon.An, lexicon.That) && !c.cue.Takes(lexicon.An, lexicon.Noun)
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

// relayAhead: behind «عن فلان» comes قوله or أن.
func (r *Reader) relayAhead(d *doc, j, hi int) bool {
	for k := j + 1; k < hi && k < j+30; k++ {
		if r.ownWords(d, k) || d.fn[k]&lexicon.ThatWord != 0 || d.is(k, ":") {
			return true
		}
	}
	return false
}
