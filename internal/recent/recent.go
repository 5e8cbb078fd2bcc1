// Package recent remembers what was made of words, of those that return often: of the
// 300,000 written forms in 31,000 articles of Arabic news a thousand make up 46 % of the
// text, and 100,000 make up 97 %.
package recent

import (
	"hash/maphash"
	"math/bits"
	"sync/atomic"
)

// Cache keeps values by words, for all goroutines at once, in bounded memory. A place of
// it is read and written in one step, and what it refers to does not change, so that no
// lock is needed: two that write at once at worst forget a word.
type Cache[V any] struct {
	seed maphash.Seed
	sets []set[V]
}

// set is the words that a hash may stand at, a line of the processor's memory. Those that
// return go forward.
type set[V any] struct {
	tags atomic.Uint64 // of each word a byte of its hash, that of the first lowest
	ways [ways]atomic.Pointer[entry[V]]
}

type entry[V any] struct {
	word   [longest]byte // of length bytes
	length uint8
	value  V
}

const (
	ways    = 7
	longest = 31 // bytes of a word that is remembered
)

// New makes a cache with room for at least so many words.
func New[V any](words int) *Cache[V] {
	sets := 1
	for sets*ways < words {
		sets *= 2
	}
	return &Cache[V]{maphash.MakeSeed(), make([]set[V], sets)}
}

// Place is where a word belongs in a cache.
type Place[V any] struct {
	set *set[V]
	tag uint64
}

// Get finds the value of a word, which is not to be changed; nil if it is not there. The
// place is for Put.
func (c *Cache[V]) Get(word string) (*V, Place[V]) {
	const bytes = 0x0101010101010101
	h := maphash.String(c.seed, word)
	at := Place[V]{&c.sets[h&uint64(len(c.sets)-1)], h >> 56}
	tags := at.set.tags.Load()
	// The bytes of x that are zero are those of the tag; others may seem so behind one.
	x := tags ^ at.tag*bytes
	for same := (x - bytes) &^ x & (bytes << 7 >> 8); same != 0; same &= same - 1 {
		i := bits.TrailingZeros64(same) / 8
		e := at.set.ways[i].Load()
		if e != nil && int(e.length) == len(word) && string(e.word[:e.length]) == word {
			if i > 1 { // the first two may stay: it would write to memory that all processors read
				at.set.forward(e, tags, i)
			}
			return &e.value, at
		}
	}
	return nil, at
}

// forward lets word i and the one before it change places.
func (of *set[V]) forward(e *entry[V], tags uint64, i int) {
	n := 8 * (i - 1)
	both := (tags>>n ^ tags>>(n+8)) & 0xFF
	of.ways[i].Store(of.ways[i-1].Load())
	of.ways[i-1].Store(e)
	of.tags.Store(tags ^ both<<n ^ both<<(n+8))
}

// Put keeps the value of a word, unless the word is long, in place of one that did not
// return. It gives back where the value now is.
func (p Place[V]) Put(word string, v V) *V {
	e := &entry[V]{length: uint8(len(word)), value: v}
	if copy(e.word[:], word) < len(word) {
		return &e.value
	}
	i := 0
	for i < ways-1 && p.set.ways[i].Load() != nil {
		i++
	}
	p.set.ways[i].Store(e)
	p.set.tags.Store(p.set.tags.Load()&^(0xFF<<(8*i)) | p.tag<<(8*i))
	return &e.value
}
