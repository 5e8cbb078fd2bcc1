package seq

import (
	"hash/maphash"
	"math/bits"
	"sync"
	"sync/atomic"

	"isnad/arabic"
)

// cache remembers words, which return often, for all goroutines that tag. A place of it
// is read and written in one step, and what it refers to does not change, so that no lock
// is needed: two that write at once at worst forget a word.
type cache struct {
	seed maphash.Seed
	sets *[1 << 13]set
}

// set is the words that a hash may stand at, a line of the processor's memory. Those that
// return go forward.
type set struct {
	tags atomic.Uint64 // of each word a byte of its hash, that of the first lowest
	ways [ways]atomic.Pointer[seen]
}

// A cache has 57,344 words, of 256 bytes each: 15 MB.
const (
	ways    = 7
	longest = 30 // bytes of a word that is remembered
)

// place is where a word belongs in the cache.
type place struct {
	*set
	tag uint64
}

// get finds a word, nil if it is not there.
func (c *cache) get(form string, kind arabic.Kind) (*seen, place) {
	const bytes = 0x0101010101010101
	h := maphash.String(c.seed, form)
	at := place{&c.sets[h%uint64(len(c.sets))], h >> 56}
	tags := at.tags.Load()
	// The bytes of x that are zero are those of the tag; others may seem so behind one.
	x := tags ^ at.tag*bytes
	for same := (x - bytes) &^ x & (bytes << 7 >> 8); same != 0; same &= same - 1 {
		i := bits.TrailingZeros64(same) / 8
		s := at.ways[i].Load()
		if s != nil && int(s.length) == len(form) && s.kind == uint8(kind) && string(s.form[:s.length]) == form {
			if i > 0 {
				at.forward(s, tags, i)
			}
			return s, at
		}
	}
	return nil, at
}

// forward lets word i and the one before it change places.
func (of *set) forward(s *seen, tags uint64, i int) {
	n := 8 * (i - 1)
	both := (tags>>n ^ tags>>(n+8)) & 0xFF
	of.ways[i].Store(of.ways[i-1].Load())
	of.ways[i-1].Store(s)
	of.tags.Store(tags ^ both<<n ^ both<<(n+8))
}

// put adds a word in place of one that did not return.
func (of *place) put(s *seen) {
	i := 0
	for i < ways-1 && of.ways[i].Load() != nil {
		i++
	}
	of.ways[i].Store(s)
	of.tags.Store(of.tags.Load()&^(0xFF<<(8*i)) | of.tag<<(8*i))
}

// shared is what all decoders of a model have in common, made at the first use.
type shared struct {
	sync.Once
	cache
	edge  seen
	lists [3][3 * MaxLists]sum // what the lists say of the token before them, of theirs, of the next
	moves [Labels][begins]int  // the moves to Outside and to the begins, as step counts them
}
