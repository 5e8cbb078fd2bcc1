package seq

import (
	"encoding/binary"
	"math/bits"
)

// reader takes the fields of a model's body one by one; it is bad, and gives zeros,
// where they do not fit the body.
type reader struct {
	data []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if n > len(r.data) {
		r.bad, n = true, len(r.data)
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) uvarint() uint64 {
	x, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.data = r.data[n:]
	return x
}

// count is a number of things of at least one byte each.
func (r *reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.data)) {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *reader) uint16() uint16 {
	if b := r.take(2); len(b) == 2 {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) int16() int32 { return int32(int16(r.uint16())) }

func (r *reader) byte() byte {
	if b := r.take(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

func (r *reader) model() *Model {
	m := &Model{}
	for range r.count() {
		m.Lists.Names = append(m.Lists.Names, string(r.take(r.count())))
	}
	if len(m.Lists.Names) > MaxLists {
		r.bad = true
	}
	for i := range m.moves {
		for j := range m.moves[i] {
			m.moves[i][j] = r.int16()
		}
		m.first[i], m.last[i] = r.int16(), r.int16()
	}
	n := r.count()
	var all rows
	m.table = newTable(n)
	for k := uint32(0); n > 0 && !r.bad; n-- {
		k += uint32(r.uvarint())
		w := r.row()
		if !m.table.put(k, all.number(&w)) {
			r.bad = true
		}
	}
	m.rows = all.all
	n = r.count()
	m.names = newTable(n)
	for k := uint32(0); n > 0 && !r.bad; n-- {
		k += uint32(r.uvarint())
		if !m.names.put(k, uint32(r.byte())) {
			r.bad = true
		}
	}
	n = r.count()
	m.Common = make(map[uint64]uint8, n)
	for k := uint64(0); n > 0 && !r.bad; n-- {
		k += r.uvarint()
		m.Common[k] = r.byte()
	}
	for half := range m.Likeness {
		of := make([]int8, r.count())
		for i, w := range r.take(len(of)) {
			of[i] = int8(w)
		}
		r.bad = r.bad || len(of) != 0 && len(of) != LikenessSize
		m.Likeness[half] = of
	}
	return m
}

func (r *reader) row() row {
	w := noWeights
	used := r.uint16()
	for _, x := range r.take(bits.OnesCount16(used)) {
		w[bits.TrailingZeros16(used)] = x + zero
		used &= used - 1
	}
	return w
}
