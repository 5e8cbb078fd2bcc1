package seq

import (
	"sync"
)

// Model is the learned weights with the resources that their features need. It is not
// changed once it is made, and may be used by many goroutines at once.
type Model struct {
	Resources
	table table // numbers of rows
	rows  []row
	// moves[before][after] is the weight of two labels in a row; first and last those of
	// a label at the ends of a line.
	moves       [Labels][Labels]int32
	first, last [Labels]int32
	shared      shared
	besides     besides
	decoders    sync.Pool
	scratch     sync.Pool // of *analysis
}

// Scale is how many steps of a stored weight make one of a trained one.
const Scale = 24

// asked is a feature whose weights are asked for.
type asked struct {
	key Key
	to  int32  // the sum that they belong to
	at  uint32 // where the table may have it
}

// weigh adds the weights of features, of those that have some, to their sums. It uses
// the list up.
func (m *Model) weigh(of []asked, sums []sum) {
	for _, a := range m.table.find(of) {
		if number, ok := m.table.number(uint32(a.key), a.at); ok {
			sums[a.to].join(&m.rows[number])
		}
	}
}

// add adds the weights of features to one sum, and tells how many have some. It uses the
// list up.
func (m *Model) add(s *sum, of []Key) (rows int) {
	n := 0
	for _, k := range of {
		of[n] = k
		n += int(m.table.may(uint32(k)))
	}
	for some := of[:n]; len(some) > 0; {
		var at [16]uint32
		part := some[:min(len(some), len(at))]
		some = some[len(part):]
		for i, k := range part {
			at[i] = m.table.at(uint32(k))
		}
		for i, k := range part {
			if n, ok := m.table.number(uint32(k), at[i]); ok {
				s.add(&m.rows[n])
				rows++
			}
		}
	}
	s.settle(rows)
	return rows
}
