package group

import (
	"encoding/binary"
	"errors"
	"math"
)

// frequencyBits is the size of the table of frequencies: words beyond share places.
const frequencyBits = 18

// Frequencies counts in how many articles each word stands. Words that fall on one place of the
// table are counted together (a count-min sketch of one row: Cormode and Muthukrishnan, An
// Improved Data Stream Summary, 2005): a few rare words are then taken for more common ones.
type Frequencies struct {
	articles uint32
	counts   []uint32
}

// NewFrequencies makes an empty table.
func NewFrequencies() *Frequencies {
	return &Frequencies{counts: make([]uint32, 1<<frequencyBits)}
}

// errFrequencies says that bytes are no table of frequencies.
var errFrequencies = errors.New("this is no table of word frequencies")

// ReadFrequencies makes a table of what Bytes gave.
func ReadFrequencies(data []byte) (*Frequencies, error) {
	f := NewFrequencies()
	if len(data) != 4*(len(f.counts)+1) {
		return nil, errFrequencies
	}
	f.articles = binary.LittleEndian.Uint32(data)
	for i := range f.counts {
		f.counts[i] = binary.LittleEndian.Uint32(data[4*(i+1):])
	}
	return f, nil
}

// Bytes is the table, to be kept.
func (f *Frequencies) Bytes() []byte {
	out := make([]byte, 0, 4*(len(f.counts)+1))
	out = binary.LittleEndian.AppendUint32(out, f.articles)
	for _, n := range f.counts {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

// add counts the words of an article.
func (f *Frequencies) add(p *Print) {
	f.articles++
	for _, t := range p.Terms {
		f.counts[t.Hash>>(32-frequencyBits)]++
	}
}

// prior is how many articles without a word are taken for granted, so that in a small archive
// its few words are rare too.
const prior = 100

// Count counts the terms of an article, each once.
func (f *Frequencies) Count(terms []uint32) {
	f.articles++
	for _, t := range terms {
		f.counts[t>>(32-frequencyBits)]++
	}
}

// Rarity is the inverse document frequency of a term, 0 for one that stands in a tenth of all
// articles or more. Prior is how many articles without it are taken for granted.
func (f *Frequencies) Rarity(term uint32, prior float64) float32 {
	n := float64(f.articles) + prior
	return float32(max(0, math.Log(n/(float64(f.counts[term>>(32-frequencyBits)])+0.5))-math.Log(10)))
}
