package train

import (
	"strings"

	"isnad/arabic"
)

// example is a line of text with the labels that its tokens may have.
type example struct {
	text    string
	toks    []arabic.Token
	allowed []allowed
	word    []int // of every token: the word of the corpus that it begins in
	starts  []int // of every word: its byte in text
	names   []name
	apart   []name // see sentence
}

// together is how many sentences of a corpus make a line: a paragraph of news.
const together = 3

// examples makes lines of sentences that follow each other.
func examples(of []sentence) []example {
	var out []example
	for len(of) > 0 {
		n := min(together, len(of))
		var s sentence
		for _, next := range of[:n] {
			at := len(s.words)
			s.words = append(s.words, next.words...)
			s.glued = append(s.glued, next.glued...)
			for _, x := range next.names {
				s.names = append(s.names, name{x.first + at, x.end + at, x.types})
			}
		}
		out = append(out, lineOf(s))
		of = of[n:]
	}
	return out
}

// lineOf prints a sentence and labels the tokens of what is printed.
func lineOf(s sentence) example {
	var e example
	var text strings.Builder
	for i, w := range s.words {
		if i > 0 && !s.glued[i] {
			text.WriteByte(' ')
		}
		e.starts = append(e.starts, text.Len())
		text.WriteString(w)
	}
	e.text, e.names, e.apart = text.String(), s.names, s.apart
	e.toks = arabic.Tokenize(nil, e.text)
	e.allowed = make([]allowed, len(e.toks))
	for i, t := range e.toks {
		e.word = append(e.word, e.wordAt(t.Start))
		e.allowed[i] = outsideOnly
	}
	for _, n := range s.names {
		first, end := e.tokens(n)
		for i := first; i < end; i++ {
			e.allowed[i] = inside(n.types)
		}
		if first < end {
			e.allowed[first] = begin(n.types)
		}
	}
	return e
}

// wordAt is the word that the byte stands in.
func (e *example) wordAt(at int) int {
	lo, hi := 0, len(e.starts)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; e.starts[mid] <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// tokens are the tokens [first, end) that a name of words reaches into.
func (e *example) tokens(n name) (first, end int) {
	from, to := e.starts[n.first], len(e.text)
	if n.end < len(e.starts) {
		to = e.starts[n.end]
	}
	for first < len(e.toks) && e.toks[first].End <= from {
		first++
	}
	for end = first; end < len(e.toks) && e.toks[end].Start < to; {
		end++
	}
	return first, end
}
