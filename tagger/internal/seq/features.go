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
	l := m.line(toks)
	out := make([]Seen, len(toks))
	var in chain
	for i := range toks {
		in = in.next(&l.words[i].word)
		keys := l.spelt(i)
		spelt := len(keys)
		out[i] = Seen{l.around(keys, i, in), spelt}
	}
	return out
}

// line is what is known of the words of a line before features are made of it.
type line struct {
	words []analysis
	at    []found // phrases of the lists
	runs  []run
	sport bool
}

func (m *Resources) line(toks []arabic.Token) *line {
	l := &line{words: make([]analysis, len(toks)), at: make([]found, len(toks)), runs: make([]run, len(toks))}
	sports := 0
	for i, t := range toks {
		m.analyze(&l.words[i], formOf(&t), t.Kind)
		next := uint32(0)
		if i+1 < len(toks) {
			next = wordHash(toks[i+1].Norm)
		}
		m.Lists.mark(l.at, toks, i, l.words[i].starts, next)
		if l.words[i].sport {
			sports++
		}
	}
	l.sport = aboutSport(sports)
	runs(l.runs, len(toks), func(i int) *word { return &near(l.words, i).word })
	return l
}

// three are word i and those beside it.
func (l *line) three(i int) (before, here, after *word) {
	return &near(l.words, i-1).word, &l.words[i].word, &near(l.words, i+1).word
}

// spelt gives the features of token i that know its own letters.
func (l *line) spelt(i int) (keys []Key) {
	for _, h := range l.words[i].own {
		keys = append(keys, keyAt(h, own))
	}
	for _, h := range l.words[i].context {
		keys = append(keys, keyAt(h, 0))
	}
	together := joint(l.three(i))
	keys = append(keys, together[:]...)
	if l.sport {
		keys = append(keys, ofSport(l.three(i))[0])
	}
	return keys
}

// around adds the features of what stands around token i and of the lists' phrases.
func (l *line) around(keys []Key, i int, in chain) []Key {
	before, here, after := l.three(i)
	if l.sport {
		about := ofSport(before, here, after)
		keys = append(keys, about[1:]...)
	}
	if in.head != 0 {
		chained := in.keys(here, after, &near(l.words, i+2).word)
		keys = append(keys, chained[:]...)
	}
	inRun, n := l.runs[i].keys(here)
	keys = append(keys, inRun[:n]...)
	for d := -reach; d <= reach; d++ {
		for _, h := range near(l.words, i+d).context {
			if d != 0 {
				keys = append(keys, keyAt(h, d))
			}
		}
	}
	l.at[i].each(func(n int) {
		with := withList(n, before, after)
		keys = append(keys, with[:]...)
		if l.sport {
			keys = append(keys, listOfSport(n))
		}
	})
	for d := -1; d <= 1; d++ {
		if i+d >= 0 && i+d < len(l.words) {
			l.at[i+d].each(func(n int) { keys = append(keys, listKey(n, d)) })
		}
	}
	return keys
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
