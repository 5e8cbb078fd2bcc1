package cases

import (
	"isnad"
	"isnad/lexicon"
)

// feel marks prayers, wishes and condolences, which tell nothing of what happened: twenty who pray for
// the wounded are no twenty origins of anything. They reach to the end of the sentence, or to
// where another is told of.
func feel(words []word, a *isnad.Analysis) {
	feels := false
	for i := range words {
		w := &words[i]
		if w.breaks || w.owner == outside && i > 0 && words[i-1].owner != outside {
			feels = false
		}
		if w.is(lexicon.FeelingSense) || w.is(lexicon.GodSense) && prays(words[i:], a) {
			feels = true
		}
		w.felt = feels
	}
}

// mostNames is how many names of God stand before what is prayed for.
const mostNames = 4

// prays reports whether words that begin with a name of God say what is asked of him: «الله تعالى أن
// يحفظ». Who is named after him is a person or a party.
func prays(words []word, a *isnad.Analysis) bool {
	for _, m := range a.Mentions {
		if m.Span.Start < words[0].end && words[0].start < m.Span.End {
			return false
		}
	}
	for i := 1; i < min(len(words)-1, 1+mostNames); i++ {
		if words[i].breaks {
			return false
		}
		if words[i].function&lexicon.ThatWord != 0 {
			return words[i+1].finite
		}
	}
	return false
}

// felt reports whether most of what a piece tells is wished or felt.
func felt(words []word) bool {
	told, feels := 0, 0
	for i := range words {
		if !words[i].tells() {
			continue
		}
		told++
		if words[i].felt {
			feels++
		}
	}
	return 2*feels > told
}
