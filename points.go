package isnad

import (
	"math/bits"
	"unicode/utf8"
)

// pointBlock tells, for 64 bytes of a text, where its code points start and how
// many start earlier. A code point is what ranging over a string yields: a byte
// that is no UTF-8 counts as one.
type pointBlock struct {
	starts uint64
	before int
}

// indexPoints indexes the text into room, which it grows where it is too small.
func indexPoints(room []pointBlock, text string) []pointBlock {
	n := len(text)/64 + 1
	if n > cap(room) {
		room = make([]pointBlock, n)
	}
	room = room[:n]
	for i := 0; i < len(text); {
		room[i>>6].starts |= 1 << (i & 63)
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if twoBytes(text, i) {
			i += 2
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	total := 0
	for i := range room {
		room[i].before = total
		total += bits.OnesCount64(room[i].starts)
	}
	return room
}

// pointsBefore counts the code points that start before the byte offset.
func pointsBefore(points []pointBlock, offset int) int {
	b := points[offset>>6]
	return b.before + bits.OnesCount64(b.starts&(1<<(offset&63)-1))
}

// byteOffsets lists the byte offset of every code point, and of the end.
func byteOffsets(text string) []int {
	offsets := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}
