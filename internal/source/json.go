package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
)

// scan reads JSON from a byte slice. It knows objects of strings, which is what an
// article is; all other values are skipped over. It is three times as fast here as
// encoding/json, to which a fuzz test holds it.
type scan struct {
	data []byte
	at   int
	text bool // a title, body or text was there, be it empty
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
// Known fields are id, title, body, text, outlet, url, author, published, modified,
// fetched and language; a number is taken for an id as well.
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
	optional := false // of another type it is passed over
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
	case "author":
		to, optional = &a.Author, true
	case "published":
		to = &a.Published
	case "modified":
		to, optional = &a.Modified, true
	case "fetched":
		to, optional = &a.Fetched, true
	case "language":
		to = &a.Language
	default:
		return s.skip()
	}
	if s.null() {
		return nil
	}
	if s.at < len(s.data) && s.data[s.at] != '"' {
		if optional {
			return s.skip()
		}
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
