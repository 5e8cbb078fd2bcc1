package lexicon

// slab cuts short slices out of few long ones. Most lists that a word leads to hold one
// value; a slice made for each would cost more than all else that loading does.
type slab[T any] struct{ free []T }

const slabSize = 256

// one is a slice of the value alone, with no room behind it: append copies it.
func (s *slab[T]) one(v T) []T {
	if len(s.free) == 0 {
		s.free = make([]T, slabSize)
	}
	one := s.free[:1:1]
	s.free = s.free[1:]
	one[0] = v
	return one
}

// keep is a copy of the values, with no room behind it.
func (s *slab[T]) keep(values []T) []T {
	if len(values) == 0 {
		return nil
	}
	if len(s.free) < len(values) {
		s.free = make([]T, max(slabSize, len(values)))
	}
	kept := s.free[:len(values):len(values)]
	s.free = s.free[len(values):]
	copy(kept, values)
	return kept
}
