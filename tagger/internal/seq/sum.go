package seq

import "encoding/binary"

// row is the weights of one feature, a label each, as weight + zero, to a round number.
type row [16]uint8

const zero = 128

var noWeights = func() (r row) {
	for l := range r {
		r[l] = zero
	}
	return r
}()

// sum adds up weights for all labels at once: the 16 bits of a label are a digit of its
// words, and digits may be negative, as long as what comes out fits. The labels are in the
// order 0 2 4 6, 1 3 5 7, 8 10 12, 9 11, lowest bits first.
type sum [4]uint64

// fits is how many rows a sum can hold whatever their weights are.
const fits = 1<<15/zero - 1

// add adds the bytes of a row as they are; settle takes the zeros off.
func (s *sum) add(r *row) {
	const digits = 0x00FF00FF00FF00FF
	low, high := binary.LittleEndian.Uint64(r[:8]), binary.LittleEndian.Uint64(r[8:])
	s[0] += low & digits
	s[1] += low >> 8 & digits
	s[2] += high & digits
	s[3] += high >> 8 & digits
}

// join adds a row and takes its zeros off.
func (s *sum) join(r *row) {
	const (
		digits = 0x00FF00FF00FF00FF
		zeros  = zero * 0x0001000100010001
	)
	low, high := binary.LittleEndian.Uint64(r[:8]), binary.LittleEndian.Uint64(r[8:])
	s[0] += low&digits - zeros
	s[1] += low>>8&digits - zeros
	s[2] += high&digits - zeros
	s[3] += high>>8&digits - zeros
}

// settle takes off what n rows have too much.
func (s *sum) settle(n int) {
	for i := range s {
		s[i] -= uint64(n) * (zero * 0x0001000100010001)
	}
}

func (s *sum) plus(t *sum) {
	s[0] += t[0]
	s[1] += t[1]
	s[2] += t[2]
	s[3] += t[3]
}

// scores is what a token's features say for each label.
type scores [Labels]int

func (s *sum) addTo(to *scores) {
	for i, word := range s {
		word += 0x8000800080008000
		for l := i>>1<<3 | i&1; l < min(i>>1<<3+8, Labels); l += 2 {
			to[l] += int(uint16(word)) - 0x8000
			word >>= 16
		}
	}
}
