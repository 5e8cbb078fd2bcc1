package arabic

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds of token. White space is no token; a line feed ends a Line.
const (
	Word   Kind = iota // a run of Arabic letters with their marks
	Number             // digits of any script with inner separators: 5.400, 1,800, ١٨٠٠, 4٫5
	Latin              // a run of other letters and the digits that follow them: F16, NATO
	Punct              // one sign, quotation marks included
)

// Token is a stretch of text: a word, a number or a sign.
type Token struct {
	Start, End int    // bytes of the text
	Text       string // text[Start:End]
	Norm       string // folded, see Fold: digits and separators are ASCII, a sign is itself
	Kind       Kind
	Glued      bool  // nothing stands between it and the token before
	Line       int32 // number of the line (paragraph) that it stands in; 0 is the title
}

// Tokenize appends the tokens of text to dst. Tokens are ordered, do not overlap,
// and lie on rune boundaries.
func Tokenize(dst []Token, text string) []Token {
	first := len(dst)
	t, ok := tokenizers.Get().(*tokenizer)
	if !ok {
		t = &tokenizer{}
	}
	*t = tokenizer{text: text, norm: slices.Grow(t.norm[:0], len(text)+16), lens: slices.Grow(t.lens[:0], len(text)/8)}
	for t.at < len(text) {
		dst = t.next(dst)
	}
	// The folded forms stand one behind the other: one string serves them all.
	norm, at := string(t.norm), 0
	for i := range dst[first:] {
		end := at + int(t.lens[i])
		dst[first+i].Norm, at = norm[at:end], end
	}
	if t.text = ""; cap(t.norm) <= maxScratch {
		tokenizers.Put(t)
	}
	return dst
}

// tokenizers are those that have done their work, for the room that they have.
var tokenizers sync.Pool

// maxScratch is how many bytes of room are kept.
const maxScratch = 1 << 20

type tokenizer struct {
	text string
	at   int
	line int32
	last int // where the last token ended
	norm []byte
	lens []int32 // of the folded forms
}

// next reads one token, or the white space before it.
func (t *tokenizer) next(dst []Token) []Token {
	r, size := utf8.DecodeRuneInString(t.text[t.at:])
	class, _ := classify(r)
	start, normStart, kind := t.at, len(t.norm), Punct
	switch {
	case r == '\n' || r == 0x2028 || r == 0x2029:
		t.line++
		t.at += size
		t.last = -1
		return dst
	case class == classInvisible || r == ' ' || r == 0xA0 || unicode.IsSpace(r):
		t.at += size
		if class == classInvisible && t.last == start {
			t.last = t.at
		}
		return dst
	case class == classLetter || class == classMark:
		kind = t.word()
	case class == classDigit:
		kind = Number
		t.number()
	case unicode.IsLetter(r):
		kind = Latin
		t.latin()
	default:
		t.at += size
		t.norm = append(t.norm, t.text[start:t.at]...)
	}
	t.lens = append(t.lens, int32(len(t.norm)-normStart))
	glued := t.last == start && start > 0
	t.last = t.at
	return append(dst, Token{Start: start, End: t.at, Text: t.text[start:t.at], Kind: kind, Glued: glued, Line: t.line})
}

// word reads a run of letters and marks; marks alone are a sign.
func (t *tokenizer) word() Kind {
	start, before, end := t.at, len(t.norm), t.at
	for t.at < len(t.text) {
		var r, f rune
		var class uint8
		size := 2
		if inBlock(t.text, t.at) { // nearly always: no need to decode
			at := blockIndex(t.text, t.at)
			r, class, f = 0x600+rune(at), blockClass[at], blockFold[at]
		} else {
			r, size = utf8.DecodeRuneInString(t.text[t.at:])
			class, f = classify(r)
		}
		if class != classLetter && class != classMark && class != classInvisible {
			break
		}
		if class == classLetter {
			t.norm = appendFold(t.norm, r, f)
		}
		t.at += size
		if class != classInvisible {
			end = t.at
		}
	}
	t.at = end
	if len(t.norm) == before {
		t.norm = append(t.norm, t.text[start:end]...)
		return Punct
	}
	return Word
}

// number reads digits, and a separator only where a digit follows it.
func (t *tokenizer) number() {
	for t.at < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[t.at:])
		class, f := classify(r)
		if class == classDigit {
			t.norm = append(t.norm, byte(f))
			t.at += size
			continue
		}
		sep := separator(r)
		if sep == 0 {
			return
		}
		next, _ := utf8.DecodeRuneInString(t.text[t.at+size:])
		if class, _ := classify(next); class != classDigit {
			return
		}
		t.norm = append(t.norm, sep)
		t.at += size
	}
}

func separator(r rune) byte {
	switch r {
	case '.', '٫':
		return '.'
	case ',', '٬':
		return ','
	}
	return 0
}

// latin reads letters, digits and marks of other scripts.
func (t *tokenizer) latin() {
	for t.at < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[t.at:])
		class, _ := classify(r)
		if class == classLetter || class == classMark ||
			!unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return
		}
		t.norm = utf8.AppendRune(t.norm, unicode.ToLower(r))
		t.at += size
	}
}
