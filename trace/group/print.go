package group

import (
	"time"

	"github.com/zeebo/xxh3"

	"isnad"
	"isnad/arabic"
)

// Print is what is kept of an article to find its copies and its story by.
type Print struct {
	Number int64     // of the article, in the archive's order
	Time   time.Time // its place in time
	Outlet string
	Exact  uint64   // hash of all its words: the same for articles that are the same to the word
	Words  int      // how many it has
	Marks  []uint64 // hashes of five words in a row, a sample; ascending, each once
	Title  []uint32 // the content words of its title, by their stems; ascending, each once
	Terms  []Term   // its content words; ascending by Hash, each once
}

// Term is a content word of an article, by its stem.
type Term struct {
	Hash   uint32
	Weight float32 // how much the article is about it, from how often and where it stands
}

// Words is an article's words as copies are told by: folded, hashed, in their order, without
// signs.
type Words struct {
	Hashes []uint32
	Spans  []isnad.Span // of the words in the article's text
}

// Printer makes prints. It remembers words between articles and is to be used by one goroutine
// at a time.
type Printer struct {
	toks   []arabic.Token
	stem   []byte
	stems  map[string]uint32 // of folded words
	counts map[uint32]float32
}

// NewPrinter makes a Printer.
func NewPrinter() *Printer {
	return &Printer{stems: make(map[string]uint32, 1<<14), counts: map[uint32]float32{}}
}

// maxStems bounds the words that a Printer remembers.
const maxStems = 1 << 18

// Print makes the print of an article.
func (p *Printer) Print(number int64, at time.Time, a *isnad.Article) (*Print, Words) {
	text := a.Text()
	p.toks = arabic.Tokenize(p.toks[:0], text)
	w := p.words()
	out := &Print{Number: number, Time: at, Outlet: a.Outlet, Words: len(w.Hashes), Exact: exact(w.Hashes)}
	out.Marks = winnow(w.Hashes)
	out.Terms, out.Title = p.terms()
	return out, w
}

// MarksOf gives the marks of an article by its tokens, as its print has them.
func MarksOf(toks []arabic.Token) []uint64 {
	p := Printer{toks: toks}
	return winnow(p.words().Hashes)
}

// Words gives the words of an article without the rest of its print, which takes most of the time.
func (p *Printer) Words(a *isnad.Article) Words {
	p.toks = arabic.Tokenize(p.toks[:0], a.Text())
	return p.words()
}

// words hashes the words of the tokens.
func (p *Printer) words() Words {
	w := Words{Hashes: make([]uint32, 0, len(p.toks)), Spans: make([]isnad.Span, 0, len(p.toks))}
	for i := range p.toks {
		t := &p.toks[i]
		if t.Kind == arabic.Punct {
			continue
		}
		w.Hashes = append(w.Hashes, uint32(xxh3.HashString(t.Norm)))
		w.Spans = append(w.Spans, isnad.Span{Start: t.Start, End: t.End})
	}
	return w
}

// exact hashes a sequence of words.
func exact(words []uint32) uint64 {
	h := uint64(len(words))
	for _, w := range words {
		h = mix(h, w)
	}
	return h
}

// mix adds a word to a hash: the finisher of SplitMix64 over the two.
func mix(h uint64, w uint32) uint64 {
	h = (h ^ uint64(w)) * 0x9e3779b97f4a7c15
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}
