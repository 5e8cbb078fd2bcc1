package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

var utf8BOM = []byte{0xEF, 0xBB, 0xBF}

func utf16Mark(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF})
}

// badByte is an error at a byte of the file.
type badByte struct {
	offset int
	what   string
}

func (b *badByte) Error() string { return fmt.Sprintf("%s at byte %d", b.what, b.offset) }

// lineOf is the line, from 1, of an error at a byte; 0 for other errors.
func lineOf(data []byte, err error) int {
	if b, ok := err.(*badByte); ok {
		return 1 + bytes.Count(data[:b.offset], []byte{'\n'})
	}
	return 0
}

// decodeText gives the text of a file as UTF-8 and the name of the charset that it
// was in. It goes by the byte order mark, then by being valid UTF-8, then by what
// the page or its header says, then by a guess that must come out Arabic. What is
// mostly UTF-8 is not guessed at: the error says where it breaks.
func decodeText(data []byte, page bool, contentType string) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(data, utf8BOM):
		text, err = validText(data[len(utf8BOM):], len(utf8BOM))
		return text, "utf-8", err
	case utf16Mark(data):
		text, err = decodeAs(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
		return text, "utf-16", err
	}
	if e, name := bareUTF16(data); e != nil {
		text, err = decodeAs(data, e)
		return text, name, err
	}
	text, err = validText(data, 0)
	if err == nil || mostlyUTF8(data) || bytes.IndexByte(data, 0) >= 0 {
		return text, "utf-8", err
	}
	if e, name := declared(data); page && e != nil {
		text, derr := decodeAs(data, e)
		return text, name, derr
	}
	if page {
		if e, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType); said(data, contentType) && name != "utf-8" {
			text, derr := decodeAs(data, e)
			return text, name, derr
		}
	}
	if e, name := guess(data); e != nil {
		if text, derr := decodeAs(data, e); derr == nil && hasArabic(text) {
			return text, name, nil
		}
	}
	return "", "", err
}

// declared is the charset that an XML declaration names, if any but UTF-8.
func declared(data []byte) (encoding.Encoding, string) {
	head := string(data[:min(len(data), 200)])
	if !strings.HasPrefix(head, "<?xml") {
		return nil, ""
	}
	_, name, _ := strings.Cut(head[:until(head, "?>")], "encoding=")
	if len(name) < 2 {
		return nil, ""
	}
	name, _, _ = strings.Cut(name[1:], name[:1])
	e, err := htmlindex.Get(name)
	if err != nil || strings.EqualFold(name, "utf-8") {
		return nil, ""
	}
	return e, strings.ToLower(name)
}

// said reports whether the header or the page itself names a charset; x/net would
// else answer windows-1252.
func said(data []byte, contentType string) bool {
	return strings.Contains(strings.ToLower(contentType), "charset=") ||
		bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset="))
}

// validText checks for UTF-8 without NUL; base is the offset of data in the file.
func validText(data []byte, base int) (string, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", &badByte{base + i, "not a text: NUL byte"}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return "", &badByte{base + i, "invalid UTF-8"}
		}
		i += n
	}
	return string(data), nil
}

// mostlyUTF8 reports whether at least nine in ten of the bytes beyond ASCII belong
// to valid sequences, which no Arabic text in an 8-bit charset comes near.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good += n
		}
		i += n
	}
	return good >= 9*bad
}

// bareUTF16 knows UTF-16 without a mark by the high bytes of Arabic letters and
// spaces: all even or all odd bytes are 00 or 06.
func bareUTF16(data []byte) (encoding.Encoding, string) {
	if len(data) < 4 || len(data)%2 != 0 || bytes.IndexByte(data[:min(len(data), 4096)], 0) < 0 {
		return nil, ""
	}
	var high [2]int
	n := min(len(data), 4096)
	for i, c := range data[:n] {
		if c == 0 || c == 6 {
			high[i%2]++
		}
	}
	switch half := n / 2; {
	case high[1] > half*9/10 && high[0] < half/2:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case high[0] > half*9/10 && high[1] < half/2:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

func decodeAs(data []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decode text: %w", err)
	}
	return validText(out, 0)
}

func guess(data []byte) (encoding.Encoding, string) {
	results, err := chardet.NewTextDetector().DetectAll(data[:min(len(data), 64<<10)])
	if err != nil {
		return nil, ""
	}
	for _, r := range results {
		if r.Language != "ar" && r.Charset != "windows-1256" && r.Charset != "ISO-8859-6" {
			continue
		}
		if e, err := htmlindex.Get(r.Charset); err == nil {
			return e, strings.ToLower(r.Charset)
		}
	}
	return nil, ""
}
