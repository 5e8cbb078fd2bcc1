package seq

import "isnad/arabic"

// reach is how far a token's features look to either side.
const reach = 2

// edge stands for the places before the first and after the last token.
var edge = analysis{word: word{bare: 1, shape: 2, tail: 3}, context: []uint64{hashString(tplShape, "edge")}}

// Seen is the keys of a token's features. The first Spelt of them know the token's own
// letters.
type Seen struct {
	Keys  []Key
	Spelt int
}

// Features gives for every token of a line the keys of its features, for training.
// Decoding adds the same features up in another order; a test holds them together.
func (m *Resources) Features(toks []arabic.Token) []Seen {
	words := make([]analysis, len(toks))
	at := make([]found, len(toks))
	for i, t := range toks {
		m.analyze(&words[i], formOf(&t), t.Kind)
		next := uint32(0)
		if i+1 < len(toks) {
			next = wordHash(toks[i+1].Norm)
		}
		m.Lists.mark(at, toks, i, words[i].starts, next)
	}
	sports := 0
	for i := range words {
		if words[i].sport {
			sports++
		}
	}
	sport := aboutSport(sports)
	out := make([]Seen, len(toks))
	rows := make([]run, len(toks))
	runs(rows, len(toks), func(i int) *word { return &near(words, i).word })
	var in chain
	for i := range toks {
		var keys []Key
		for _, h := range words[i].own {
			keys = append(keys, keyAt(h, own))
		}
		for _, h := range words[i].context {
			keys = append(keys, keyAt(h, 0))
		}
		before, here, after := &near(words, i-1).word, &words[i].word, &near(words, i+1).word
		together := joint(before, here, after)
		keys = append(keys, together[:]...)
		ofSport := ofSport(before, here, after)
		if sport {
			keys = append(keys, ofSport[0])
		}
		spelt := len(keys)
		if sport {
			keys = append(keys, ofSport[1:]...)
		}
		in = in.next(here)
		if in.head != 0 {
			chained := in.keys(here, after, &near(words, i+2).word)
			keys = append(keys, chained[:]...)
		}
		inRun, n := rows[i].keys(here)
		keys = append(keys, inRun[:n]...)
		for d := -reach; d <= reach; d++ {
			for _, h := range near(words, i+d).context {
				if d != 0 {
					keys = append(keys, keyAt(h, d))
				}
			}
		}
		at[i].each(func(n int) {
			with := withList(n, before, after)
			keys = append(keys, with[:]...)
			if sport {
				keys = append(keys, listOfSport(n))
			}
		})
		for d := -1; d <= 1; d++ {
			if i+d >= 0 && i+d < len(words) {
				at[i+d].each(func(n int) { keys = append(keys, listKey(n, d)) })
			}
		}
		out[i] = Seen{keys, spelt}
	}
	return out
}

// own is the offset of features that only the word's own place sees.
const own = 7

// near is word i, or the edge.
func near(words []analysis, i int) *analysis {
	if i < 0 || i >= len(words) {
		return &edge
	}
	return &words[i]
}

// joint gives the features of several words together.
func joint(before, here, after *word) [7]Key {
	return [...]Key{
		keyAt(join(tplPair, before.bare, here.bare), -1),
		keyAt(join(tplPair, here.bare, after.bare), 1),
		keyAt(join(tplSkip, before.bare, after.bare), 0),
		keyAt(join(tplShapes, join(tplShapes, before.shape, here.shape), after.shape), 0),
		keyAt(join(tplShapes, before.bare, here.tail), 2),
		keyAt(join(tplShapes, before.bare, here.shape), 3),
		keyAt(join(tplShapes, here.shape, after.bare), 4),
	}
}

// withList gives the features of a list's phrase with the words around.
func withList(n int, before, after *word) [3]Key {
	return [...]Key{
		keyAt(join(tplListWord, uint64(n), before.bare), 0),
		keyAt(join(tplListShape, uint64(n), after.shape), 1),
		keyAt(join(tplListShape, uint64(n), before.shape), 2),
	}
}

// listKey is the feature of list and place n, so many tokens away.
func listKey(n, offset int) Key { return keyAt(join(tplList, uint64(n), 0), offset) }
