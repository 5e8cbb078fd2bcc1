package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
)

// kind says what a lexeme is.
type kind uint8

const (
	end kind = iota
	open
	closing
	minus
	tilde
	and
	or
	not
	name       // of a field, with its colon
	comparison // a field and < <= = >= >
	word
	phrase
)

// lexeme is a piece of a query.
type lexeme struct {
	kind  kind
	span  isnad.Span
	text  string // of a word or a phrase, without its marks
	field Field
	sign  string
}

// operators are the words that are one where they stand alone.
var operators = map[string]kind{
	"AND": and, "و": and, "OR": or, "أو": or, "او": or, "NOT": not, "ليس": not,
}

// lexer cuts a query into lexemes.
type lexer struct {
	text string
	at   int
}

// next gives the next lexeme; what holds nothing that could be looked for is passed over.
func (l *lexer) next() (lexeme, error) {
	for {
		l.blanks()
		start := l.at
		if start == len(l.text) {
			return lexeme{kind: end, span: isnad.Span{Start: start, End: start}}, nil
		}
		r, size := utf8.DecodeRuneInString(l.text[start:])
		switch {
		case r == '(' || r == ')':
			l.at += size
			return lexeme{kind: map[rune]kind{'(': open, ')': closing}[r], span: l.since(start)}, nil
		case closers[r] != "":
			return l.phrase(r, size)
		case (r == '-' || r == '−' || r == '~') && !l.endsAt(start+size):
			l.at += size
			return lexeme{kind: map[bool]kind{true: tilde, false: minus}[r == '~'], span: l.since(start)}, nil
		}
		if x, err := l.run(); err != nil || x.kind != end {
			return x, err
		}
	}
}

func (l *lexer) blanks() {
	l.at += len(l.text[l.at:]) - len(strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace))
}

func (l *lexer) since(start int) isnad.Span { return isnad.Span{Start: start, End: l.at} }

// closers are the marks that end a quotation, by the one that begins it.
var closers = map[rune]string{'"': `"`, '“': `”“"`, '”': `”“"`, '„': `”“"`, '«': "»", '»': "«»"}

func (l *lexer) phrase(opened rune, size int) (lexeme, error) {
	start := l.at
	inner := start + size
	n := strings.IndexAny(l.text[inner:], closers[opened])
	if n < 0 {
		return lexeme{}, wrong(l.text, isnad.Span{Start: start, End: len(l.text)}, "this quotation mark is never closed")
	}
	_, last := utf8.DecodeRuneInString(l.text[inner+n:])
	l.at = inner + n + last
	x := lexeme{kind: phrase, span: l.since(start), text: l.text[inner : inner+n]}
	if len(searched(x.text)) == 0 {
		return x, wrong(l.text, x.span, "there is no word between these quotation marks")
	}
	return x, nil
}

// endsAt reports whether no word goes on at that byte.
func (l *lexer) endsAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(l.text[i:])
	return i >= len(l.text) || unicode.IsSpace(r) || r == ')' || r == '-' || r == '~'
}

// run reads what stands between blanks: an operator, a field or a word. It answers end for signs alone.
func (l *lexer) run() (lexeme, error) {
	start := l.at
	stop := start + strings.IndexFunc(l.text[start:]+" ", func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || closers[r] != ""
	})
	text := l.text[start:stop]
	if i := strings.IndexAny(text, ":<>=≤≥"); i > 0 {
		if x, err := l.field(start, i, text); err != nil || x.kind != end {
			return x, err
		}
	}
	l.at = stop
	x := lexeme{kind: word, span: l.since(start), text: text}
	if k, ok := operators[text]; ok {
		x.kind = k
		return x, nil
	}
	if first, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("<>=≤≥", first) {
		return x, wrong(l.text, x.span, "a comparison belongs to the name of its field, as in quantity>1000")
	}
	if len(searched(text)) == 0 {
		x.kind = end
	}
	return x, nil
}

// field reads the name of a field and the sign behind it. It answers end where none was meant:
// 10:30, or a word with a colon at its end.
func (l *lexer) field(start, length int, text string) (lexeme, error) {
	f, known := vocabularyOf().fields[arabic.Fold(text[:length])]
	rest := text[length:]
	sign := rest[:len(rest)-len(strings.TrimLeft(rest, ":<>=≤≥"))]
	if !known {
		first, _ := utf8.DecodeRuneInString(text)
		if sign == rest && !strings.ContainsAny(sign, "<>=≤≥") || unicode.IsDigit(first) {
			return lexeme{}, nil
		}
		at := isnad.Span{Start: start, End: start + length}
		return lexeme{}, wrong(l.text, at, "there is no field «%s»; fields are %s. A word with such a sign in it belongs in quotation marks",
			at.In(l.text), strings.Join(Fields(), ", "))
	}
	l.at = start + length + len(sign)
	x := lexeme{kind: comparison, span: l.since(start), field: f, sign: sign}
	if sign == ":" {
		x.kind = name
	}
	return x, nil
}

// searched are the words of a text that can be looked for.
func searched(text string) []string {
	var words []string
	for _, t := range arabic.Tokenize(nil, text) {
		if t.Kind != arabic.Punct {
			words = append(words, t.Text)
		}
	}
	return words
}
