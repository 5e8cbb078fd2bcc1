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
	decoders    sync.Pool
	scratch     sync.Pool // of *analysis
}

// Scale is how many steps of a stored weight make one of a trained one.
const Scale = 24

// add adds the weights of at most 64 features, of those that have some.
func (m *Model) add(s *sum, of []Key) (rows int) {
	var keys, at [64]uint32
	n := 0
	for _, k := range of {
		keys[n&63] = uint32(k)
		n += int(m.table.may(uint32(k)))
	}
	for i, k := range keys[:n] {
		at[i] = m.table.at(k)
	}
	for i, k := range keys[:n] {
		if n, ok := m.table.number(k, at[i]); ok {
			s.add(&m.rows[n])
			rows++
		}
	}
	s.settle(rows)
	return rows
}
