package seq

import (
	"slices"
	"sync"
	"sync/atomic"

	"isnad/arabic"
)

// Word is a word as the model knows it wherever it stands, with the sums of its features'
// weights. It is made once for all its places and not changed.
type Word struct {
	word
	own    sum     // what it says of its own token
	beside *beside // of those around it
	more   *extra  // nil for most
}

// beside is what a word says of the tokens up to reach places before and behind it, in their order.
// Most words say what others say: of a rare one its ending, its clitics and how long it is.
type beside [2 * reach]sum

// extra is what few words have.
type extra struct {
	starts []start
	long   *scores // what did not fit in own; nil for words of any language
}

// Word makes the word of a token. It hangs on the token's text alone.
func (m *Model) Word(t *arabic.Token) Word {
	a, ok := m.scratch.Get().(*analysis)
	if !ok {
		a = &analysis{}
	}
	m.analyze(a, formOf(t), t.Kind)
	w := Word{word: a.word}
	w.hash = wordHash(t.Norm)
	if long := m.sum(&w, a); len(a.starts) > 0 || long != nil {
		w.more = &extra{slices.Clone(a.starts), long}
	}
	m.scratch.Put(a)
	return w
}

// mostOwn is how many features of a word's own place its sums hold, with room for what is
// added for the words around.
const mostOwn = 64

// sum adds up what the word says of itself and its neighbours, and gives what does not fit
// in the sums.
func (m *Model) sum(w *Word, a *analysis) (long *scores) {
	a.asked = a.asked[:0]
	var from [2*reach + 1]sum
	for i := range from {
		for _, h := range a.context {
			a.asked = append(a.asked, asked{key: keyAt(h, i-reach), to: int32(i)})
		}
	}
	rest := a.own
	for ; len(rest) > mostOwn; rest = rest[mostOwn:] {
		if long == nil {
			long = &scores{}
		}
		var part [mostOwn]Key
		for i, h := range rest[:mostOwn] {
			part[i] = keyAt(h, own)
		}
		var s sum
		m.add(&s, part[:])
		s.addTo(long)
	}
	for _, h := range rest {
		a.asked = append(a.asked, asked{key: keyAt(h, own), to: reach})
	}
	m.weigh(a.asked, from[:])
	w.own = from[reach]
	w.beside = m.besides.of(&beside{from[0], from[1], from[reach+1], from[reach+2]})
	return long
}

// besides remembers what words say of those around them, so that those that say the same
// share it.
type besides [1 << 13]atomic.Pointer[beside]

// of gives b in room that is not changed, another word's where there is one.
func (known *besides) of(b *beside) *beside {
	h := uint64(0)
	for i := range b {
		for _, x := range b[i] {
			h = mix(h + x)
		}
	}
	at := &known[h%uint64(len(known))]
	if other := at.Load(); other != nil && *other == *b {
		return other
	}
	own := *b
	at.Store(&own)
	return &own
}

// shared is what all decoders of a model have in common, made at the first use.
type shared struct {
	sync.Once
	edge  Word
	lists [3][3 * MaxLists]sum // what the lists say of the token before them, of theirs, of the next
	moves [Labels][begins]int  // the moves to Outside and to the begins, as step counts them
}

func (m *Model) share() {
	c := &m.shared
	a := edge
	c.edge.word = a.word
	m.sum(&c.edge, &a)
	for offset := range c.lists {
		for n := range c.lists[offset] {
			m.add(&c.lists[offset][n], []Key{listKey(n, offset-1)})
		}
	}
	for before := range c.moves {
		for i := range c.moves[before] {
			c.moves[before][i] = int(m.moves[before][beginning(i)]) << rankBits
		}
	}
}
