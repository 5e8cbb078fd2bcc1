package seq

import "math"

// Likeness tells by its letters alone how much a word looks like the name of a person, since
// most names are in no list: a logistic regression over its groups of letters, names against
// other words. There are two, each learnt without the words of one half, by LikenessHalf, which
// it is there for: so that no word, in training too, is judged by what is known of it itself.
// The weights are in steps of 1/likenessScale.
type Likeness [2][]int8

const likenessScale = 16

// LikenessSize is how many weights each half has.
const LikenessSize = 1 << 15

// NewLikeness rounds trained weights, LikenessSize of each half.
func NewLikeness(weights [2][]float64) (l Likeness) {
	for half, of := range weights {
		l[half] = make([]int8, len(of))
		for i, w := range of {
			l[half][i] = int8(max(-127, min(127, math.Round(w*likenessScale))))
		}
	}
	return l
}

// LikenessHalf is the half that a word without clitics and article belongs to.
func LikenessHalf(bare string) int { return int(hashString(tplLikeness, bare) >> 32 & 1) }

// LikenessGroups appends the numbers of a word's groups of two to four letters, its edges
// counted as letters, each below LikenessSize.
func LikenessGroups(dst []int, bare string) []int {
	marked := "^" + bare + "$"
	for start := 0; start < len(marked); start += letter(marked[start:]) {
		h, end := seed(tplLikeness), start
		for n := 1; n <= 4 && end < len(marked); n++ {
			size := letter(marked[end:])
			h = more(h, marked[end:end+size])
			end += size
			if n > 1 {
				dst = append(dst, int(mix(h)%LikenessSize))
			}
		}
	}
	return dst
}

// class is from 1, no name by far, to 8, a name by far; 0 where nothing is known.
func (l *Likeness) class(bare string) uint64 {
	of := l[LikenessHalf(bare)]
	if len(of) == 0 {
		return 0
	}
	var room [96]int
	sum := 0
	for _, n := range LikenessGroups(room[:0], bare) {
		sum += int(of[n])
	}
	class := uint64(1)
	for _, bound := range [...]int{-4, -2, -1, 0, 1, 2, 4} {
		if sum > bound*likenessScale {
			class++
		}
	}
	return class
}
