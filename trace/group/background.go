package group

import (
	_ "embed" // the common words
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"
)

//go:embed data/background.tsv
var backgroundTable string

// Background is the frequencies of words in the news at large, as of a thousand articles: what is told of in
// all articles of a small archive is what it is about, and not a common word.
func Background() *Frequencies {
	f := counted()
	return &Frequencies{articles: f.articles, counts: slices.Clone(f.counts)}
}

var counted = sync.OnceValue(func() *Frequencies {
	f := NewFrequencies()
	f.articles = backgroundOf
	for line := range strings.Lines(backgroundTable) {
		stem, count, _ := strings.Cut(strings.TrimSpace(line), "\t")
		n, err := strconv.ParseUint(count, 10, 32)
		if err != nil {
			continue // a comment
		}
		at := uint32(xxh3.HashString(stem)) >> (32 - frequencyBits)
		f.counts[at] = min(f.counts[at]+uint32(n), backgroundOf)
	}
	return f
})

// backgroundOf is how many articles the counts of the table are of.
const backgroundOf = 1000
