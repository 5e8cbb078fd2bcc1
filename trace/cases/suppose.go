package cases

import (
	"isnad"
	"isnad/lexicon"
)

// suppose marks the words by which a source does not tell what happened but speaks of it as
// known: what is condemned or praised, and the relative clause of whom or what a sentence
// begins with. «أدان التفجير الذي أودى بحياة تسعة» is no word of his that nine died.
func suppose(words []word, a *isnad.Analysis) {
	blamed := blames(words)
	known, told := false, false // in such a relative clause; a verb stood before it
	for i := range words {
		w := &words[i]
		if w.owner < 0 {
			continue
		}
		if i == 0 || words[i-1].owner != w.owner || w.breaks {
			known, told = false, false
		}
		c := &a.Claims[w.owner]
		switch {
		case !told && w.function&lexicon.Relative != 0:
			known = true
		case known && w.finite && !w.joined && words[i-1].function&lexicon.Relative == 0:
			known, told = false, true // the sentence's own verb
		case !known && (w.finite || w.sense.Verbal && !w.definite):
			told = true
		}
		w.supposed = known || blamed[i] || (c.Act == isnad.Condemn || c.Act == isnad.Praise) && c.Mode == isnad.Indirect
	}
}

// blames tells of each word whether a source blames in its sentence.
func blames(words []word) []bool {
	out := make([]bool, len(words))
	first, blamed := 0, false
	for i := range words {
		if i > 0 && (words[i].breaks || words[i].owner != words[i-1].owner) {
			mark(out[first:i], blamed)
			first, blamed = i, false
		}
		blamed = blamed || words[i].owner >= 0 && words[i].is(lexicon.BlameSense)
	}
	mark(out[first:], blamed)
	return out
}

func mark(list []bool, value bool) {
	for i := range list {
		list[i] = value
	}
}
