package group

import "slices"

const (
	gram   = 5  // words that are hashed together
	window = 10 // of so many hashes in a row the least is kept
)

// Reach is the number of words in a row that two articles must share at most for a common mark
// to be sure.
const Reach = gram + window - 1

// winnow keeps the least hash of every window, each once, ascending. Articles that are shorter
// than a window keep one.
func winnow(words []uint32) []uint64 {
	n := len(words) - gram + 1
	if n <= 0 {
		return nil
	}
	hashes := make([]uint64, n)
	for i := range hashes {
		hashes[i] = exact(words[i : i+gram])
	}
	var out []uint64
	last := -1
	for at := 0; at+window <= n || at == 0; at++ {
		end := min(at+window, n)
		if last >= at {
			if hashes[end-1] < hashes[last] {
				last = end - 1
				out = append(out, hashes[last])
			}
			continue
		}
		last = at
		for i := at + 1; i < end; i++ {
			if hashes[i] <= hashes[last] {
				last = i
			}
		}
		out = append(out, hashes[last])
	}
	slices.Sort(out)
	return slices.Compact(out)
}
