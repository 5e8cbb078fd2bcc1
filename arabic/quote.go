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

type markKind uint8

const (
	notMark markKind = iota
	openMark
	closeMark
	evenMark // the same sign opens and closes
)

func quoteMark(norm string) markKind {
	switch norm {
	case "«", "“", "‹", "„", "❝":
		return openMark
	case "»", "”", "›", "❞":
		return closeMark
	case "\"", "″", "＂":
		return evenMark
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
// or to the closing mark of the next one if that comes before another opening mark.
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
	carried int // an outermost quotation left open by the paragraph before, or -1
}

// paragraph ends a paragraph before token i: what is still open reaches to here.
func (q *quoter) paragraph(i int) {
	q.carried = -1
	if len(q.stack) > 0 {
		q.carried = q.stack[0].quote
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
	case kind == evenMark:
		opens = top < 0 || q.stack[top].mark != norm
		if opens && top < 0 && q.carried >= 0 && !q.looksOpening(i) {
			opens = false
		}
	case top < 0 && q.carried < 0:
		opens = kind == openMark || q.looksOpening(i)
	case top >= 0 && quoteMark(q.stack[top].mark) == closeMark: // opened by a reversed mark
		opens = q.looksOpening(i)
	}
	if opens {
		q.open(i, norm)
	} else {
		q.close(i, kind, norm)
	}
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
		if q.carried >= 0 {
			q.out[q.carried].Close, q.out[q.carried].Closed = i, true
			q.carried = -1
		}
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
	case "”":
		return norm == "“" || norm == "”"
	}
	return open == norm || kind == closeMark
}
