package lexicon

import "hash/maphash"

// index leads from a folded word to a list of values. Where lists have one value, as most
// do, it takes half the memory of a map from words to slices, and half the time to fill:
// the words stand one behind the other in the order in which they came. The zero index is
// empty; once filled it may be read by many goroutines.
type index[T any] struct {
	words []indexed[T]
	slots []uint64 // hash of a word in the high half, its place in words, from 1, in the low; 0 is free
	lists slab[T]
}

type indexed[T any] struct {
	norm string
	list []T
}

var indexSeed = maphash.MakeSeed()

// grow makes room for so many words, if there is none yet.
func (x *index[T]) grow(words int) {
	if x.slots != nil {
		return
	}
	size := 16
	for size < 2*words {
		size *= 2
	}
	x.words, x.slots = make([]indexed[T], 0, words), make([]uint64, size)
}

// of gives the list of a word, or nil.
func (x *index[T]) of(norm string) []T {
	if len(x.words) == 0 {
		return nil
	}
	if at := x.slots[x.slot(norm)]; at != 0 {
		return x.words[uint32(at)-1].list
	}
	return nil
}

// at gives the list of a word to append to; it enters the word if need be. It is valid
// until the next call.
func (x *index[T]) at(norm string) *[]T {
	x.grow(0)
	slot := x.slot(norm)
	if at := x.slots[slot]; at != 0 {
		return &x.words[uint32(at)-1].list
	}
	x.words = append(x.words, indexed[T]{norm: norm})
	x.slots[slot] = hash(norm)<<32 | uint64(len(x.words))
	if 2*len(x.words) > len(x.slots) {
		x.spread()
	}
	return &x.words[len(x.words)-1].list
}

// add appends a value to a list of at.
func (x *index[T]) add(list *[]T, v T) {
	if *list == nil {
		*list = x.lists.one(v)
	} else {
		*list = append(*list, v)
	}
}

// each yields the words in the order in which they came.
func (x *index[T]) each(yield func(string)) {
	for i := range x.words {
		yield(x.words[i].norm)
	}
}

// hash has its bits in the low half.
func hash(norm string) uint64 { return maphash.String(indexSeed, norm) >> 32 }

// slot is where the word stands, or the free slot where it would.
func (x *index[T]) slot(norm string) int {
	h, mask := hash(norm), uint64(len(x.slots)-1)
	for i := h & mask; ; i = (i + 1) & mask {
		at := x.slots[i]
		if at == 0 || at>>32 == h && x.words[uint32(at)-1].norm == norm {
			return int(i)
		}
	}
}

// spread doubles the slots.
func (x *index[T]) spread() {
	old := x.slots
	x.slots = make([]uint64, 2*len(old))
	mask := uint64(len(x.slots) - 1)
	for _, at := range old {
		if at == 0 {
			continue
		}
		i := at >> 32 & mask
		for x.slots[i] != 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = at
	}
}
