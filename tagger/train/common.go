package train

import (
	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// How often a bare word stands outside names before it counts as known, and as frequent. A
// word that is seen less is treated as one that was never seen: in texts to come most names
// are such words, and most such words are names.
const (
	known    = 3
	frequent = 20
)

// common gives the ordinary words of lines by the hash of their bare form.
func common(lines []example) map[uint64]uint8 {
	count := map[uint64]int{}
	for i := range lines {
		e := &lines[i]
		for j, t := range e.toks {
			if e.allowed[j] == outsideOnly && t.Kind == arabic.Word {
				count[seq.BareHash(t.Norm)]++
			}
		}
	}
	words := map[uint64]uint8{}
	for h, n := range count {
		switch {
		case n >= frequent:
			words[h] = 2
		case n >= known:
			words[h] = 1
		}
	}
	return words
}
