package trace

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"time"

	"github.com/zeebo/xxh3"

	"isnad"
	"isnad/arabic"
)

// A sketch is what grouping keeps of a document: what its text is told again by, and
// the words that tell what happened.
type sketch struct {
	id     string
	outlet string
	title  string
	time   time.Time
	exact  uint64   // of the whole text, folded
	prints []uint64 // winnowed shingles, each once
	terms  []term   // each once, by key
}

// A term is a word or a name with its weight in the document, before it is known how
// rare it is.
type term struct {
	key    uint64
	weight float32
	word   string // as a reader would know it
}

// Passages of so many words are surely found by a fingerprint that both articles have.
const (
	shingleWords  = 6
	winnowWindow  = 20
	leadWords     = 160 // of the body: news says first what happened
	minTermLength = 3   // letters, of a word
	titleWeight   = 2.5
	nameWeight    = 1.5
	triggerWeight = 1.5
)

func (d *Document) sketch() *sketch {
	words := d.words()
	s := &sketch{id: d.ID(), outlet: d.Article.Outlet, title: d.Article.Title, time: d.Time, exact: exactHash(words), prints: winnow(shingles(words, shingleWords), winnowWindow)}
	s.terms = d.terms()
	return s
}

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

// terms weighs the words of the title and of the beginning, the names of who takes
// part and the words that tell of events.
func (d *Document) terms() []term {
	found := make(map[uint64]*term)
	counts := make(map[uint64]float64)
	add := func(word string, weight float64) {
		key := xxh3.HashString(word)
		t := found[key]
		if t == nil {
			t = &term{key: key, word: word}
			found[key] = t
		}
		counts[key] += weight
	}
	body := 0
	for _, tok := range d.Tokens() {
		if tok.Kind == arabic.Punct {
			continue
		}
		weight := 1.0
		if tok.Line == 0 {
			weight = titleWeight
		} else if body++; body > leadWords {
			break
		}
		if stem := stemOf(&tok); len([]rune(stem)) >= minTermLength {
			add(stem, weight)
		}
	}
	lead := d.leadEnd(leadWords)
	for _, m := range d.Mentions {
		if m.Form == "named" && m.Span.Start < lead {
			if e := d.entity(m.Entity); e != nil {
				add("="+arabic.Fold(e.Name), nameWeight)
			}
		}
	}
	for _, v := range d.Events {
		if v.Trigger.Start < lead {
			add("!"+v.Type+" "+arabic.Stem(v.Place), triggerWeight)
		}
	}
	out := make([]term, 0, len(found))
	for key, t := range found {
		t.weight = float32(1 + math.Log(max(1, counts[key])))
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.key, b.key) })
	return out
}

func stemOf(tok *arabic.Token) string {
	if tok.Kind == arabic.Word {
		return arabic.Stem(tok.Norm)
	}
	return tok.Norm
}

// leadEnd is where the first n words of the body end, in bytes of the text.
func (d *Document) leadEnd(n int) int {
	for _, tok := range d.Tokens() {
		if tok.Line > 0 && tok.Kind != arabic.Punct {
			if n--; n < 0 {
				return tok.Start
			}
		}
	}
	return len(d.Text)
}

func (d *Document) entity(id string) *isnad.Entity {
	for i := range d.Entities {
		if d.Entities[i].ID == id {
			return &d.Entities[i]
		}
	}
	return nil
}
