package seq

import (
	"encoding/binary"
	"maps"
	"math/bits"
)

// table maps keys of 32 bits, spread evenly, to numbers. It is filled once, by ascending
// key, and is small, so that the processor keeps it at hand: most keys that are asked for are
// not in it, and are told by one bit.
type table struct {
	shift uint // key>>shift is the bucket of a key; there are several times more than keys
	full  []buckets
	first []uint32          // the first key of each bucket that has keys, see put
	more  map[uint32]uint32 // the keys of a bucket behind its first
	last  uint32
}

// buckets are 64 in a row, in two halves so that they take no more than 12 bytes.
type buckets struct {
	has  [2]uint32 // a bit for each: whether it has keys
	rank uint32    // how many before these have keys
}

func (b *buckets) bits() uint64 { return uint64(b.has[0]) | uint64(b.has[1])<<32 }

// newTable makes room for n keys with numbers to n or 65,535.
func newTable(n int) table {
	width := min(max(17, bits.Len(uint(n))+3), 24)
	return table{shift: uint(32 - width), full: make([]buckets, 1<<width/64), first: make([]uint32, 0, n)}
}

// rest are the bits of a key that do not tell its bucket.
func (t *table) rest(k uint32) uint32 { return k & (1<<(t.shift&31) - 1) }

// put adds a key, which must be higher than those before; false where it is not, or its
// number is too high. Of a bucket's first key are kept, from the lowest bit on, its rest, a
// bit that tells whether more keys follow, and its number.
func (t *table) put(k, number uint32) bool {
	if k <= t.last || number >= 1<<(31-t.shift) {
		return false
	}
	b, last := k>>t.shift, t.last>>t.shift
	t.last = k
	for i := last>>6 + 1; i <= b>>6; i++ {
		t.full[i].rank = uint32(len(t.first))
	}
	if t.may(k) != 0 {
		if t.more == nil {
			t.more = map[uint32]uint32{}
		}
		t.more[k] = number
		t.first[len(t.first)-1] |= 1 << t.shift
		return true
	}
	t.full[b>>6].has[b>>5&1] |= 1 << (b & 31)
	t.first = append(t.first, number<<(t.shift+1)|t.rest(k))
	return true
}

// may is 1 if the key's bucket has keys, and 0 where there is nothing to find.
func (t *table) may(k uint32) uint32 {
	b := k >> (t.shift & 31)
	return t.full[b>>6].has[b>>5&1] >> (b & 31) & 1
}

// at is the first key of the bucket of k, which has keys, as put keeps it. It is apart from
// number so that many may be fetched before the first is looked at.
func (t *table) at(k uint32) uint32 {
	b := k >> (t.shift & 31)
	of := &t.full[b>>6]
	return t.first[of.rank+uint32(bits.OnesCount64(of.bits()&(1<<(b&63)-1)))]
}

// found is 1 if what at gave for a key may have its number, 0 where it surely has none: of a
// key that is there always 1, of others hardly ever.
func (t *table) found(k, x uint32) uint32 {
	other := uint64(t.rest(x ^ k))
	return uint32((other-1)>>63) | x>>(t.shift&31)&1
}

// find gives those of the features that the table may have, in the room of the list. It goes
// over them several times, each time without branches that hang on what memory holds, so that
// the processor reads far ahead.
func (t *table) find(of []asked) []asked {
	shift, full, first := t.shift&31, t.full, t.first // the loops write to memory: these stay at hand
	n := 0
	for _, a := range of {
		b := uint32(a.key) >> shift
		of[n] = a
		n += int(full[b>>6].has[b>>5&1] >> (b & 31) & 1)
	}
	of = of[:n]
	for i := range of {
		b := uint32(of[i].key) >> shift
		in := &full[b>>6]
		of[i].at = first[in.rank+uint32(bits.OnesCount64(in.bits()&(1<<(b&63)-1)))]
	}
	n = 0
	for _, a := range of {
		of[n] = a
		n += int(t.found(uint32(a.key), a.at))
	}
	return of[:n]
}

// number gives the number of a key from what at gave for it.
func (t *table) number(k, x uint32) (number uint32, ok bool) {
	if t.rest(x) == t.rest(k) {
		return x >> (t.shift + 1), true
	}
	if x&(1<<t.shift) == 0 {
		return 0, false
	}
	number, ok = t.more[k]
	return number, ok
}

// all gives every key with its number.
func (t *table) all() map[uint32]uint32 {
	all, at := maps.Clone(t.more), 0
	if all == nil {
		all = make(map[uint32]uint32, len(t.first))
	}
	for i := range t.full {
		for set := t.full[i].bits(); set != 0; set &= set - 1 {
			b := uint32(i<<6 + bits.TrailingZeros64(set))
			all[b<<t.shift|t.rest(t.first[at])] = t.first[at] >> (t.shift + 1)
			at++
		}
	}
	return all
}

// rows are weights, equal ones once: of nine features in ten another has the same.
type rows struct {
	all   []row
	index []uint32 // open addressing: the places in all + 1
}

// number gives the place of a row, which is added where it is new.
func (r *rows) number(w *row) uint32 {
	if 2*len(r.all) >= len(r.index) {
		r.index = make([]uint32, max(1<<12, 2*len(r.index)))
		for i := range r.all {
			*r.place(&r.all[i]) = uint32(i + 1)
		}
	}
	at := r.place(w)
	if *at == 0 {
		r.all = append(r.all, *w)
		*at = uint32(len(r.all))
	}
	return *at - 1
}

func (r *rows) place(w *row) *uint32 {
	h := mix(binary.LittleEndian.Uint64(w[:8])*0x9E3779B97F4A7C15 + binary.LittleEndian.Uint64(w[8:]))
	for i := h; ; i++ {
		at := &r.index[i&uint64(len(r.index)-1)]
		if *at == 0 || r.all[*at-1] == *w {
			return at
		}
	}
}
