package query

import (
	"unicode/utf8"

	"isnad"
)

// What a query may be at most: more is an error, never cut.
const (
	MaxLength = 2000 // code points
	MaxDepth  = 30   // parentheses and NOTs within one another
	MaxTerms  = 64   // words, phrases and fields
)

// Parse reads a query. An empty one asks for every article. What is wrong with it is an *Error.
func Parse(text string) (*Query, error) {
	if n := utf8.RuneCountInString(text); n > MaxLength {
		return nil, wrong(text, isnad.Span{End: len(text)}, "the query has %d signs; %d are the most", n, MaxLength)
	}
	p := parser{lexer: lexer{text: text}}
	if err := p.step(); err != nil {
		return nil, err
	}
	q := &Query{Text: text, Scope: Articles}
	if p.now.kind == end {
		return q, nil
	}
	root, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.now.kind != end {
		return nil, wrong(text, p.now.span, "nothing was opened that this could close")
	}
	q.Root, err = q.takeScope(root)
	return q, err
}

// parser reads by recursive descent, one lexeme ahead.
type parser struct {
	lexer
	now   lexeme
	field Field // whose parentheses it is in
	depth int
	terms int
}

func (p *parser) step() (err error) {
	p.now, err = p.next()
	return err
}

func (p *parser) wrong(format string, args ...any) error {
	return wrong(p.text, p.now.span, format, args...)
}

func (p *parser) or() (Node, error) {
	var all Or
	for {
		n, err := p.and()
		if err != nil {
			return nil, err
		}
		if flat, ok := n.(Or); ok {
			all = append(all, flat...)
		} else {
			all = append(all, n)
		}
		if p.now.kind != or {
			break
		}
		if err := p.step(); err != nil {
			return nil, err
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

func (p *parser) and() (Node, error) {
	var all And
	for {
		n, err := p.not()
		if err != nil {
			return nil, err
		}
		if flat, ok := n.(And); ok {
			all = append(all, flat...)
		} else {
			all = append(all, n)
		}
		if p.now.kind == and {
			if err := p.step(); err != nil {
				return nil, err
			}
		} else if p.now.kind == end || p.now.kind == or || p.now.kind == closing {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

func (p *parser) not() (Node, error) {
	if p.now.kind != not && p.now.kind != minus {
		return p.one()
	}
	start := p.now.span.Start
	if err := p.deeper(); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	if err := p.step(); err != nil {
		return nil, err
	}
	n, err := p.not()
	if err != nil {
		return nil, err
	}
	if twice, ok := n.(Not); ok {
		return twice.Node, nil
	}
	return Not{isnad.Span{Start: start, End: n.Pos().End}, n}, nil
}

func (p *parser) deeper() error {
	if p.depth++; p.depth > MaxDepth {
		return p.wrong("parentheses and NOTs are nested more than %d deep", MaxDepth)
	}
	return nil
}

func (p *parser) one() (Node, error) {
	x := p.now
	switch x.kind {
	case open:
		return p.group()
	case name, comparison:
		return p.valued()
	case tilde:
		return p.broad()
	case word, phrase:
		return p.words(x.span.Start)
	case end:
		return nil, p.wrong("the query ends where a word was expected")
	case closing:
		return nil, p.wrong("a word was expected before this parenthesis")
	}
	return nil, p.wrong("«%s» joins two things, and one is missing; in quotation marks it is a word", x.span.In(p.text))
}

// group reads what stands in parentheses.
func (p *parser) group() (Node, error) {
	opened := p.now.span
	if err := p.deeper(); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	if err := p.step(); err != nil {
		return nil, err
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.now.kind != closing {
		return nil, wrong(p.text, opened, "this parenthesis is never closed")
	}
	return n, p.step()
}

// words reads a word or a phrase that belongs to the field at hand; it starts at the byte given.
func (p *parser) words(start int) (Node, error) {
	x := p.now
	if p.terms++; p.terms > MaxTerms {
		return nil, p.wrong("there are more than %d words and fields", MaxTerms)
	}
	span := isnad.Span{Start: start, End: x.span.End}
	n, err := p.leaf(span, x)
	if err != nil {
		return nil, err
	}
	return n, p.step()
}

func (p *parser) broad() (Node, error) {
	start := p.now.span.Start
	if err := p.step(); err != nil {
		return nil, err
	}
	if p.now.kind != word {
		return nil, p.wrong("~ stands before a single word, whose other forms it asks for")
	}
	x := p.now
	n, err := p.words(start)
	if err != nil {
		return nil, err
	}
	w, ok := n.(Words)
	if !ok || w.Phrase {
		return nil, wrong(p.text, x.span, "~ stands before a single word, whose other forms it asks for")
	}
	w.Broad = true
	return w, nil
}
