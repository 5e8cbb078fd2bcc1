package seq

import "isnad/arabic"

// reach is how far a token's features look to either side.
const reach = 2

// edge stands for the places before the first and after the last token.
var edge = word{context: []uint64{hashString(tplShape, "edge")}, bare: 1, shape: 2, tail: 3}

// Seen is the keys of a token's features. The first Spelt of them know the token's own
// letters.
type Seen struct {
	Keys  []Key
	Spelt int
}

// Features gives for every token of a line the keys of its features, for training.
// Decoding adds the same features up in another order; a test holds them together.
func (m *Resources) Features(toks []arabic.Token) []Seen {
	words := make([]word, len(toks))
	at := make([]found, len(toks))
	for i, t := range toks {
		m.analyze(&words[i], formOf(&t), t.Kind)
		m.Lists.mark(at, toks, i, words[i].starts)
	}
	out := make([]Seen, len(toks))
	var of line
	var in chain
	for i := range toks {
		var keys []Key
		for _, h := range words[i].own {
			keys = append(keys, keyAt(h, own))
		}
		for _, h := range words[i].context {
			keys = append(keys, keyAt(h, 0))
		}
		of.around(words, i)
		of.joint(func(k Key) { keys = append(keys, k) })
		spelt := len(keys)
		in = in.next(&words[i])
		in.keys(of[reach], of[reach+1], of[reach+2], func(k Key) { keys = append(keys, k) })
		for d := -reach; d <= reach; d++ {
			for _, h := range of[d+reach].context {
				if d != 0 {
					keys = append(keys, keyAt(h, d))
				}
			}
		}
		at[i].each(func(n int) {
			of.withList(n, func(k Key) { keys = append(keys, k) })
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

// line is the words around a token, itself in the middle.
type line [2*reach + 1]*word

func (l *line) around(words []word, i int) {
	for o := range l {
		l[o] = &edge
		if j := i + o - reach; j >= 0 && j < len(words) {
			l[o] = &words[j]
		}
	}
}

// joint gives the features of several words together.
func (l *line) joint(give func(Key)) {
	before, here, after := l[reach-1], l[reach], l[reach+1]
	give(keyAt(join(tplPair, before.bare, here.bare), -1))
	give(keyAt(join(tplPair, here.bare, after.bare), 1))
	give(keyAt(join(tplSkip, before.bare, after.bare), 0))
	give(keyAt(join(tplShapes, join(tplShapes, before.shape, here.shape), after.shape), 0))
	give(keyAt(join(tplShapes, before.bare, here.tail), 2))
	give(keyAt(join(tplShapes, before.bare, here.shape), 3))
	give(keyAt(join(tplShapes, here.shape, after.bare), 4))
}

// withList gives the features of a list's phrase with the words around.
func (l *line) withList(n int, give func(Key)) {
	give(keyAt(join(tplListWord, uint64(n), l[reach-1].bare), 0))
	give(keyAt(join(tplListShape, uint64(n), l[reach+1].shape), 1))
	give(keyAt(join(tplListShape, uint64(n), l[reach-1].shape), 2))
}

// listKey is the feature of list and place n, so many tokens away.
func listKey(n, offset int) Key { return keyAt(join(tplList, uint64(n), 0), offset) }
