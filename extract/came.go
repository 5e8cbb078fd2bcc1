package extract

import (
	"isnad/lexicon"
)

// cameIn: the sentence says in what the words of the one before it were spoken, and nothing else: «جاء ذلك
// في تصريحات لقناة العربية». The outlet that it names carried them, and goes on to.
func (t *teller) cameIn(n int) bool {
	s := t.d.sents[n]
	if n == 0 || s.First+3 >= s.End || !t.d.serves(s.First, lexicon.Came) {
		return false
	}
	i := s.First + 1
	if !t.r.functions.Serves(t.d.toks[i].Norm, lexicon.Demonstrative) && t.d.fn[i]&(lexicon.Spoken|lexicon.SpeechNoun) == 0 {
		return false
	}
	if medium := t.mediumBetween(i+1, s.End, true); len(medium) == 1 && t.d.joins(i+1, lexicon.During) {
		t.carriedBy(n, func(made int) { t.addToChain(made, medium[0], false) })
	}
	return true
}

// cameFrom adds whom the preposition of such a sentence names: «جاء ذلك وفقا لرويترز».
func (t *teller) cameFrom(n int, c *candidate) {
	t.d.lose(c, WhyBeside)
	t.carriedBy(n, func(made int) { t.addBeside(made, c) })
}

// carriedBy lets add put a link into the chains of the claims of the sentence before n, if whoever spoke last
// said them, and lets it stand before what he goes on to say.
func (t *teller) carriedBy(n int, add func(made int)) {
	speakers := t.discourse.speakers
	from := t.d.toks[t.d.sents[n-1].First].Start
	for i := len(t.out) - 1; i >= 0 && t.out[i].Cue.Start >= from; i-- {
		add(i)
	}
	if last := len(speakers) - 1; last >= 0 && speakers[last].sentence == n-1 && len(t.out) > 0 {
		if chain := t.out[len(t.out)-1].Sources; len(chain) > 1 {
			speakers[last].chain, speakers[last].carried = implicit(chain), true
		}
	}
}
