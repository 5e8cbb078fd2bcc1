package trace

import (
	"encoding/binary"
	"slices"

	"github.com/zeebo/xxh3"

	"isnad/arabic"
)

// shingleWords are hashed together.
const shingleWords = 6

// words are the hashes of the folded words, numbers included, signs left out.
func (d *Document) words() []uint64 {
	if d.hashes == nil {
		toks := d.Tokens()
		d.hashes = make([]uint64, 0, len(toks))
		d.places = make([]int32, 0, len(toks))
		for i := range toks {
			if toks[i].Kind != arabic.Punct {
				d.hashes = append(d.hashes, xxh3.HashString(toks[i].Norm))
				d.places = append(d.places, int32(i))
			}
		}
	}
	return d.hashes
}

// exactHash is the same for texts of the same words.
func exactHash(words []uint64) uint64 {
	h := xxh3.New()
	var b [8]byte
	for _, w := range words {
		binary.LittleEndian.PutUint64(b[:], w)
		h.Write(b[:])
	}
	return h.Sum64()
}

// shingles are the hashes of every n words in a row; of a shorter text, of all of it.
func shingles(words []uint64, n int) []uint64 {
	if len(words) == 0 {
		return nil
	}
	n = min(n, len(words))
	out := make([]uint64, 0, len(words)-n+1)
	for i := 0; i+n <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, w := range words[i : i+n] {
			h = (h ^ w) * 0x9E3779B97F4A7C15
			h ^= h >> 29
		}
		out = append(out, h)
	}
	return out
}

// winnow picks the least of every window of hashes, the last of equals, so that two
// texts that share a window pick the same there (Schleimer, Wilkerson and Aiken 2003,
// Winnowing: local algorithms for document fingerprinting). Each is given once.
func winnow(hashes []uint64, window int) []uint64 {
	var out []uint64
	last := -1
	for end := min(window, len(hashes)); end <= len(hashes) && end > 0; end++ {
		first := max(0, end-window)
		if last >= first && hashes[end-1] > hashes[last] {
			continue
		}
		least := first
		for i := first; i < end; i++ {
			if hashes[i] <= hashes[least] {
				least = i
			}
		}
		if least != last {
			last = least
			out = append(out, hashes[least])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
