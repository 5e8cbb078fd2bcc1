package extract

import (
	"slices"
	"time"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
)

// doc is an article being read: its tokens and what they stand in.
type doc struct {
	article   *isnad.Article
	functions *lexicon.Functions
	text      string
	published time.Time // zero if unknown
	toks      []arabic.Token
	quotes    []arabic.Quote
	outer     []int32 // of each quotation, the outermost one that holds it
	quoteOf   []int32 // the innermost quotation that a token stands in, or -1; marks belong to it
	sents     []arabic.Sentence
	sentOf    []int32
	spelt     []*spelling        // what is known of each token by itself
	lists     []listed           // which lists know a token
	fn        []lexicon.Function // the classes of function words that each token is in
	readings  []reading          // what the lists of numbers and times know of each token
	names     []*tagger.Word     // what the model of names makes of each token
	reasons   *Reasons           // where readings that lose are told; nil where nobody asks
	tagged    []tagger.Entity    // the names that the model found
	personOf  []int32            // the one of them that a token belongs to, if it is a person's, or -1
	titled    [][2]int           // the tokens of persons' names behind titles
	events    eventRoom
	cands     []candidate     // room for those of a sentence
	found     []int32         // room for teller.found
	said      []bool          // room for explainer.said
	inName    []bool          // room for explainer.name
	depth     []int32         // room for explainer.markSaid
	known     map[string]bool // words of the names of persons that the article names in full
}

// newDoc makes the document, with what is known of each of its words alone, and finds names.
func (r *Reader) newDoc(a *isnad.Article) *doc {
	d, ok := r.docs.Get().(*doc)
	if !ok {
		d = &doc{}
	}
	d.functions = r.functions
	d.cut(a)
	r.spell(d)
	r.tagNames(d)
	return d
}

// maxKept is how many tokens a document may have whose room is kept for the next one.
const maxKept = 1 << 14

// forget gives the room of a document back. Nothing that was read of it refers to that.
func (r *Reader) forget(d *doc) {
	if cap(d.toks) <= maxKept {
		r.docs.Put(d)
	}
}

// room gives a slice of n elements, which may have old values.
func room[T any](of []T, n int) []T { return slices.Grow(of[:0], n)[:n] }

// zeroed is room of zero values.
func zeroed[T any](of []T, n int) []T {
	of = room(of, n)
	clear(of)
	return of
}

// cut begins a document: it cuts the text into tokens, quotations and sentences.
func (d *doc) cut(a *isnad.Article) {
	d.article, d.text, d.published = a, a.Text(), publishedDay(a.Published)
	d.titled, d.known, d.reasons = d.titled[:0], nil, nil
	d.toks = arabic.Tokenize(slices.Grow(d.toks[:0], len(d.text)/8), d.text)
	for i := range d.toks {
		if d.toks[i].Norm == "لل" {
			d.toks[i].Norm = "ل" // «للـ"رويترز"»
		}
	}
	d.quotes = arabic.Quotes(d.quotes[:0], d.toks)
	d.sents = arabic.Sentences(d.sents[:0], d.toks, d.quotes)
	d.quoteOf, d.sentOf = room(d.quoteOf, len(d.toks)), room(d.sentOf, len(d.toks))
	for i := range d.quoteOf {
		d.quoteOf[i] = -1
	}
	d.fillQuotes()
	for n, s := range d.sents {
		for i := s.First; i < s.End; i++ {
			d.sentOf[i] = int32(n)
		}
	}
}

// fillQuotes sets quoteOf in one sweep, with the open quotations on a stack, and outer.
func (d *doc) fillQuotes() {
	d.outer = room(d.outer, len(d.quotes))
	for q := range d.quotes {
		d.outer[q] = int32(q)
		if q > 0 && d.quotes[q].Depth > 0 {
			d.outer[q] = d.outer[q-1]
		}
	}
	var open []int32
	next := 0
	for i := range d.toks {
		for next < len(d.quotes) && d.quotes[next].Open == i {
			open = append(open, int32(next))
			next++
		}
		for len(open) > 0 && d.quotes[open[len(open)-1]].Close < i {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			d.quoteOf[i] = open[len(open)-1]
		}
	}
}

// publishedDay reads RFC 3339 or a date alone; zero if it is neither.
func publishedDay(s string) time.Time {
	if len(s) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil {
			return t
		}
	}
	return time.Time{}
}

// span is the bytes of the tokens [first, end).
func (d *doc) span(first, end int) isnad.Span {
	if first >= end {
		return isnad.Span{}
	}
	return isnad.Span{Start: d.toks[first].Start, End: d.toks[end-1].End}
}

// is reports whether token i is the word or sign with this folded form.
func (d *doc) is(i int, norm string) bool {
	return i >= 0 && i < len(d.toks) && d.toks[i].Norm == norm
}
