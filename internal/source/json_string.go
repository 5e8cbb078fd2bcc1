package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// str reads a string. It goes by whole searches and not by single bytes, since
// nearly all of the input is the inside of strings.
func (s *scan) str(where string) (string, error) {
	if err := s.expect('"', where); err != nil {
		return "", err
	}
	start := s.at
	for end := start; ; end++ {
		i := bytes.IndexByte(s.data[end:], '"')
		if i < 0 {
			return "", fmt.Errorf("broken JSON: it ends %s", where)
		}
		end += i
		if !escapedAt(s.data[start:end]) {
			s.at = end + 1
			return s.finish(start, end, where)
		}
	}
}

// escapedAt reports whether what stands after b is escaped by its last backslash.
func escapedAt(b []byte) bool {
	n := 0
	for n < len(b) && b[len(b)-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// control is the index of the first control sign in b, or -1. It looks at eight
// bytes at once: of those beyond ASCII none is mistaken, since their high bit is set.
func control(b []byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if x := binary.LittleEndian.Uint64(b[i:]); (x-ones*0x20) & ^x & highs != 0 {
			break
		}
	}
	for ; i < len(b); i++ {
		if b[i] < 0x20 {
			return i
		}
	}
	return -1
}

func (s *scan) finish(start, end int, where string) (string, error) {
	raw := s.data[start:end]
	if i := control(raw); i >= 0 {
		return "", fmt.Errorf("broken JSON: control sign %#02x %s, at byte %d", raw[i], where, start+i)
	}
	if !utf8.Valid(raw) {
		_, err := validText(raw, start)
		return "", fmt.Errorf("%w of the line", err)
	}
	i := bytes.IndexByte(raw, '\\')
	if i < 0 {
		return string(raw), nil
	}
	var out strings.Builder
	out.Grow(len(raw))
	for ; i >= 0; i = bytes.IndexByte(raw, '\\') {
		out.Write(raw[:i])
		n, err := escape(&out, raw[i:])
		if err != nil {
			return "", fmt.Errorf("broken JSON: %w, in the string at byte %d", err, start-1)
		}
		raw = raw[i+n:]
	}
	out.Write(raw)
	return out.String(), nil
}

const escapes, escaped = `"\/bfnrt`, "\"\\/\b\f\n\r\t"

// escape writes what the escape at the start of b stands for, and gives its length.
func escape(out *strings.Builder, b []byte) (int, error) {
	if len(b) < 2 {
		return 0, errors.New("unfinished escape")
	}
	if i := strings.IndexByte(escapes, b[1]); i >= 0 {
		out.WriteByte(escaped[i])
		return 2, nil
	}
	r, ok := hex4(b)
	if !ok {
		return 0, fmt.Errorf("no such escape: %q", b[:min(6, len(b))])
	}
	if utf16.IsSurrogate(r) {
		if low, ok := hex4(b[6:]); ok {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				out.WriteRune(both)
				return 12, nil
			}
		}
		r = utf8.RuneError // half a sign stands for none
	}
	out.WriteRune(r)
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
