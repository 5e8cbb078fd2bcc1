package arabic

// Quote is a stretch of tokens in quotation marks: the marks are tokens Open and
// Close. Where the closing mark is missing, Close is the token after the last of the
// paragraph and Closed is false.
type Quote struct {
	Open, Close int
	Depth       int // 0 for an outermost one
	Closed      bool
}

// maxQuoteDepth bounds the nesting that is followed; a mark that would open a deeper
// quotation is taken as a plain sign. So cost stays linear whatever the text.
const maxQuoteDepth = 6

// maxCarried bounds over how many paragraphs a quotation goes on without a mark of its own in each.
const maxCarried = 4

type markKind uint8

const (
	notMark markKind = iota
	openMark
	closeMark
	evenMark   // the same sign opens and closes
	singleMark // an apostrophe, which is a quotation mark only where another closes what it opens
)

func quoteMark(norm string) markKind {
	switch norm {
	case "«", "“", "‹", "„", "❝":
		return openMark
	case "»", "”", "›", "❞":
		return closeMark
	case "\"", "″", "＂":
		return evenMark
	case "'", "‘", "’":
		return singleMark
	}
	return notMark
}

// IsQuoteMark reports whether the token is a quotation mark of any kind.
func (t *Token) IsQuoteMark() bool { return t.Kind == Punct && quoteMark(t.Norm) != notMark }

type openQuote struct {
	quote int // index into the result
	mark  string
}

// Quotes appends the quotations of the tokens to dst, in the order of their opening
// marks. Marks of every kind are paired, nested ones too; reversed ones (”…“, »…«) by
// where the space stands; an unpaired opening mark reaches to the end of its paragraph,
// or to the closing mark of one of the next maxCarried if that comes before another opening mark.
func Quotes(dst []Quote, toks []Token) []Quote {
	q := quoter{toks: toks, out: dst, carried: -1}
	for i := range toks {
		if i > 0 && toks[i].Line != toks[i-1].Line {
			q.paragraph(i)
		}
		if toks[i].Kind == Punct {
			q.mark(i)
		}
	}
	q.paragraph(len(toks))
	return q.out
}

type quoter struct {
	toks    []Token
	out     []Quote
	stack   []openQuote
	carried int // an outermost quotation left open by a paragraph before, or -1
	over    int // how many paragraphs it has been carried over
}

// paragraph ends a paragraph before token i: what is still open reaches to here.
func (q *quoter) paragraph(i int) {
	q.over++
	if q.over > maxCarried {
		q.carried = -1
	}
	if len(q.stack) > 0 {
		q.carried, q.over = q.stack[0].quote, 0
	}
	for _, o := range q.stack {
		q.out[o.quote].Close = i
	}
	q.stack = q.stack[:0]
}

func (q *quoter) mark(i int) {
	norm := q.toks[i].Norm
	kind := quoteMark(norm)
	if kind == notMark {
		return
	}
	opens := kind == openMark
	top := len(q.stack) - 1
	switch {
	case kind == singleMark:
		if opens = q.opensSingle(i); !opens && (top < 0 || quoteMark(q.stack[top].mark) != singleMark || !q.endsWords(i)) {
			return
		}
	case kind == evenMark:
		opens = top < 0 || q.stack[top].mark != norm && (q.stack[top].mark != "”" || q.looksOpening(i))
		if opens && top < 0 && q.carried >= 0 && !q.looksOpening(i) {
			opens = false
		}
	case top < 0 && q.carried < 0:
		opens = kind == openMark || q.looksOpening(i) || q.closedAhead(i)
	case top >= 0 && quoteMark(q.stack[top].mark) == closeMark: // opened by a reversed mark
		opens = q.looksOpening(i)
	}
	if opens {
		q.open(i, norm)
	} else {
		q.close(i, kind, norm)
	}
}

// maxAhead bounds how many tokens ahead the mark is sought that would close a quotation.
const maxAhead = 200

// closedAhead: the closing mark at i, with nothing to close, stands before words that the next mark
// of the paragraph ends: «قالت” لا أريد ذلك"».
func (q *quoter) closedAhead(i int) bool {
	if i+1 < len(q.toks) && q.toks[i+1].Kind == Punct {
		return false
	}
	for k := i + 1; k < len(q.toks) && k < i+maxAhead && q.toks[k].Line == q.toks[i].Line; k++ {
		if q.toks[k].Kind == Punct && quoteMark(q.toks[k].Norm) != notMark {
			return q.toks[i].Norm == "”" && pairs("”", q.toks[k].Norm, quoteMark(q.toks[k].Norm)) && q.toks[k].Glued && !q.looksOpening(k)
		}
	}
	return false
}

// opensSingle: a single mark stands before an Arabic word, and another behind the words that follow.
func (q *quoter) opensSingle(i int) bool {
	if !q.looksOpening(i) || q.toks[i+1].Kind != Word {
		return false
	}
	for k := i + 2; k < len(q.toks) && k < i+maxAhead && q.toks[k].Line == q.toks[i].Line; k++ {
		if q.toks[k].Kind == Punct && quoteMark(q.toks[k].Norm) == singleMark && q.endsWords(k) {
			return true
		}
	}
	return false
}

// endsWords: the mark at i stands right behind what it ends, and not inside a word.
func (q *quoter) endsWords(i int) bool {
	last := i+1 == len(q.toks) || q.toks[i+1].Line != q.toks[i].Line || !q.toks[i+1].Glued || q.toks[i+1].Kind == Punct
	return q.toks[i].Glued && last
}

// looksOpening: white space or a sign before, a word right after.
func (q *quoter) looksOpening(i int) bool {
	after := i+1 < len(q.toks) && q.toks[i+1].Glued && q.toks[i+1].Kind != Punct
	before := !q.toks[i].Glued || i > 0 && (q.toks[i-1].Kind == Punct || len(q.toks[i-1].Norm) <= 2)
	return before && after
}

func (q *quoter) open(i int, norm string) {
	if len(q.stack) >= maxQuoteDepth {
		return
	}
	q.carried = -1
	q.stack = append(q.stack, openQuote{len(q.out), norm})
	q.out = append(q.out, Quote{Open: i, Close: len(q.toks), Depth: len(q.stack) - 1})
}

// close ends the innermost quotation that this mark can end, and those inside it.
func (q *quoter) close(i int, kind markKind, norm string) {
	if len(q.stack) == 0 {
		if q.carried >= 0 && (q.over == 0 || q.endsCarried(i, kind, norm)) {
			q.out[q.carried].Close, q.out[q.carried].Closed = i, true
		}
		q.carried = -1
		return
	}
	for n := len(q.stack) - 1; n >= 0; n-- {
		if !pairs(q.stack[n].mark, norm, kind) && n > 0 {
			continue
		}
		for _, inner := range q.stack[n+1:] {
			q.out[inner.quote].Close = i
		}
		q.out[q.stack[n].quote].Close, q.out[q.stack[n].quote].Closed = i, true
		q.stack = q.stack[:n]
		return
	}
}

// endsCarried: the mark at i ends a quotation of several paragraphs: a pair of marks that cleave to
// its words, the second where a line or a clause ends. Others may be strays.
func (q *quoter) endsCarried(i int, kind markKind, norm string) bool {
	open := q.out[q.carried].Open
	ends := i+1 == len(q.toks) || q.toks[i+1].Line != q.toks[i].Line || q.toks[i+1].Kind == Punct
	return ends && q.toks[i].Glued && q.looksOpening(open) && pairs(q.toks[open].Norm, norm, kind)
}

func pairs(open, norm string, kind markKind) bool {
	switch open {
	case "«":
		return norm == "»"
	case "“", "„", "❝":
		return norm == "”" || norm == "❞" || norm == "\""
	case "‹":
		return norm == "›"
	case "»":
		return norm == "«"
	case "'", "‘", "’":
		return kind == singleMark
	case "”":
		return norm == "“" || norm == "”" || norm == "\""
	}
	return open == norm || kind == closeMark
}
