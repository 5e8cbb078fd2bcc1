package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"isnad"
)

// scan reads JSON from a byte slice. It knows objects of strings, which is what an
// article is; all other values are skipped over. It is three times as fast here as
// encoding/json, to which a fuzz test holds it.
type scan struct {
	data []byte
	at   int
	buf  []byte // of the string being decoded
	text bool   // a title, body or text was there, be it empty
}

func skipSpace(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n") }

func (s *scan) space() {
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return
		}
	}
}

func (s *scan) expect(c byte, where string) error {
	s.space()
	if s.at >= len(s.data) {
		return fmt.Errorf("broken JSON: it ends %s", where)
	}
	if s.data[s.at] != c {
		return fmt.Errorf("broken JSON: %s where %q should be, %s, at byte %d", quoteAt(s.data[s.at:]), c, where, s.at)
	}
	s.at++
	return nil
}

func quoteAt(b []byte) string {
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n <= 1 {
		return fmt.Sprintf("byte %#x", b[0])
	}
	return strconv.QuoteRune(r)
}

// decodeArticle reads one object at the start of data and gives what stands after.
// Known fields are id, title, body, text, outlet, url, published and language; a
// number is taken for an id as well.
func decodeArticle(data []byte) (*isnad.Article, []byte, error) {
	s := &scan{data: data}
	if err := s.expect('{', "at the start of an article"); err != nil {
		return nil, nil, err
	}
	var a isnad.Article
	var text string
	for first := true; ; first = false {
		s.space()
		if s.at < len(s.data) && s.data[s.at] == '}' && first {
			s.at++
			break
		}
		if err := s.field(&a, &text); err != nil {
			return nil, nil, err
		}
		s.space()
		if s.at < len(s.data) && s.data[s.at] == ',' {
			s.at++
			continue
		}
		if err := s.expect('}', "after a field"); err != nil {
			return nil, nil, err
		}
		break
	}
	if !s.text {
		return nil, nil, errors.New("no title, body or text in the article")
	}
	setText(&a, text)
	return &a, s.data[s.at:], nil
}

// setText places a text whose first line is the title. The title said apart, if
// any, may stand in the text as well.
func setText(a *isnad.Article, text string) {
	switch {
	case text == "" || a.Body != "":
	case a.Title == "":
		a.Title, a.Body, _ = strings.Cut(text, "\n")
	case strings.HasPrefix(text, a.Title+"\n"):
		a.Body = text[len(a.Title)+1:]
	default:
		a.Body = text
	}
}

func (s *scan) field(a *isnad.Article, text *string) error {
	key, err := s.str("in the name of a field")
	if err != nil {
		return err
	}
	if err := s.expect(':', "after the name of a field"); err != nil {
		return err
	}
	s.space()
	var to *string
	switch key {
	case "id":
		return s.id(&a.ID)
	case "title":
		to, s.text = &a.Title, true
	case "body":
		to, s.text = &a.Body, true
	case "text":
		to, s.text = text, true
	case "outlet":
		to = &a.Outlet
	case "url":
		to = &a.URL
	case "published":
		to = &a.Published
	case "language":
		to = &a.Language
	default:
		return s.skip()
	}
	if s.null() {
		return nil
	}
	if s.at < len(s.data) && s.data[s.at] != '"' {
		return fmt.Errorf("field %q is no string, at byte %d", key, s.at)
	}
	*to, err = s.str("in field " + strconv.Quote(key))
	return err
}

func (s *scan) id(to *string) error {
	if s.null() {
		return nil
	}
	if s.at < len(s.data) && s.data[s.at] == '"' {
		v, err := s.str(`in field "id"`)
		*to = v
		return err
	}
	start := s.at
	if err := s.skip(); err != nil {
		return err
	}
	v := s.data[start:s.at]
	if c := v[0]; c != '-' && (c < '0' || c > '9') {
		return fmt.Errorf("field \"id\" is neither string nor number, at byte %d", start)
	}
	*to = string(v)
	return nil
}

func (s *scan) null() bool {
	if bytes.HasPrefix(s.data[s.at:], []byte("null")) {
		s.at += 4
		return true
	}
	return false
}

// str reads a string.
func (s *scan) str(where string) (string, error) {
	if err := s.expect('"', where); err != nil {
		return "", err
	}
	start, plain := s.at, true
	for i := s.at; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '"':
			s.at = i + 1
			return s.finish(s.data[start:i], start, plain)
		case c == '\\':
			plain = false
			i++
		case c < 0x20:
			return "", fmt.Errorf("broken JSON: control sign %#02x %s, at byte %d", c, where, i)
		}
	}
	return "", fmt.Errorf("broken JSON: it ends %s", where)
}

func (s *scan) finish(raw []byte, start int, plain bool) (string, error) {
	if !utf8.Valid(raw) {
		_, err := validText(raw, start)
		return "", fmt.Errorf("%w of the line", err)
	}
	if plain {
		return string(raw), nil
	}
	s.buf = s.buf[:0]
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 {
			s.buf = append(s.buf, raw...)
			break
		}
		s.buf = append(s.buf, raw[:i]...)
		n, err := s.escape(raw[i:])
		if err != nil {
			return "", fmt.Errorf("broken JSON: %w, in the string at byte %d", err, start-1)
		}
		raw = raw[i+n:]
	}
	return string(s.buf), nil
}

const escapes, escaped = `"\/bfnrt`, "\"\\/\b\f\n\r\t"

// escape appends what the escape at the start of b stands for, and gives its length.
func (s *scan) escape(b []byte) (int, error) {
	if len(b) < 2 {
		return 0, errors.New("unfinished escape")
	}
	if i := strings.IndexByte(escapes, b[1]); i >= 0 {
		s.buf = append(s.buf, escaped[i])
		return 2, nil
	}
	r, ok := hex4(b)
	if !ok {
		return 0, fmt.Errorf("no such escape: %q", b[:min(6, len(b))])
	}
	if utf16.IsSurrogate(r) {
		if low, ok := hex4(b[6:]); ok {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				s.buf = utf8.AppendRune(s.buf, both)
				return 12, nil
			}
		}
		r = utf8.RuneError // half a sign stands for none
	}
	s.buf = utf8.AppendRune(s.buf, r)
	return 6, nil
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range b[2:6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// skip reads over any value and checks it.
func (s *scan) skip() error {
	start := s.at
	if s.at < len(s.data) && s.data[s.at] == '"' {
		_, err := s.str("in a string")
		return err
	}
	for depth := 0; s.at < len(s.data); {
		switch c := s.data[s.at]; c {
		case '"':
			if _, err := s.str("in a string"); err != nil {
				return err
			}
			continue
		case '{', '[':
			depth++
		case '}', ']', ',':
			if depth == 0 {
				return s.skipped(start)
			}
			if c != ',' {
				depth--
			}
		case ' ', '\t', '\r', '\n':
			if depth == 0 {
				return s.skipped(start)
			}
		}
		s.at++
		if depth == 0 && (s.data[s.at-1] == '}' || s.data[s.at-1] == ']') {
			break
		}
	}
	return s.skipped(start)
}

func (s *scan) skipped(start int) error {
	if !json.Valid(s.data[start:s.at]) {
		return fmt.Errorf("broken JSON: no value at byte %d", start)
	}
	return nil
}
