package seq

// Model is the learned weights with the resources that their features need. It is not
// changed once it is made, and may be used by many goroutines at once.
type Model struct {
	Resources
	table table
	// moves[before][after] is the weight of two labels in a row; first and last those of
	// a label at the ends of a line.
	moves       [Labels][Labels]int32
	first, last [Labels]int32
	decoders    pool
}

// row is the weights of one feature, a label each.
type row [stride]int8

// Scale is how many steps of a stored weight make one of a trained one.
const Scale = 24

// table finds the weights of a feature: open addressing over keys.
type table struct {
	keys  []Key
	rows  []row
	place []int32 // row of the key at the same place
	mask  uint32
}

func newTable(n int) table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return table{keys: make([]Key, size), place: make([]int32, size), rows: make([]row, 0, n), mask: uint32(size - 1)}
}

func (t *table) put(k Key, r row) {
	i := uint32(k) & t.mask
	for t.keys[i] != 0 {
		i = (i + 1) & t.mask
	}
	t.keys[i], t.place[i] = k, int32(len(t.rows))
	t.rows = append(t.rows, r)
}

// find gives the weights of a feature, nil if it has none.
func (t *table) find(k Key) *row {
	for i := uint32(k) & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == k {
			return &t.rows[t.place[i]]
		}
	}
	return nil
}
