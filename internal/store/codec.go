package store

import (
	"encoding/binary"
	"fmt"
	"math"

	"isnad"
)

// The form of a stored analysis. It holds all of an isnad.Analysis but the article,
// which is kept beside it. First comes the number of the form; then the lists in the
// order of analysis() below, each with its length before it. Numbers are varints. A
// string is the number of one that stood before, in a table that begins with the
// common ones; or 0, its length and its bytes, by which it enters the table. A span is
// the distance of its start from that of the span before, and its length, in bytes.
const codecForm = 1

// common are the strings that need not be spelled out. Their order is part of the form.
var common = []string{
	"", "ar",
	"person", "state", "organization", "media", "document", "group", "unnamed",
	"direct", "mixed", "indirect",
	"say", "assess", "deny", "demand", "pledge", "warn", "accuse", "praise", "condemn",
	"certain", "probable", "possible",
	"neutral", "endorsing", "distancing",
	"PER", "ORG", "GPE", "FAC", "LOC", "EQP",
	"named", "nominal", "pronoun",
	"gazetteer", "transliteration",
}

var commonNumbers = func() map[string]uint64 {
	m := make(map[string]uint64, len(common))
	for i, s := range common {
		m[s] = uint64(i + 1)
	}
	return m
}()

// coder goes over an analysis and either writes it or fills it: there is one
// description of the form for both.
type coder struct {
	reading bool
	length  int // of the text that spans point into
	at      int // start of the span before

	out     []byte            // writing
	numbers map[string]uint64 // strings that were written, common ones apart
	seen    func(isnad.Span)  // is called with every span, if not nil

	in      string   // reading: what is left
	strings []string // that were read, common ones apart
	err     error
}

// appendAnalysis appends the stored form of a to dst.
func appendAnalysis(dst []byte, a *isnad.Analysis) []byte {
	c := coder{out: dst, numbers: make(map[string]uint64, 64)}
	c.out = append(c.out, codecForm)
	c.analysis(a)
	return c.out
}

// readAnalysis reads the stored form. The strings of the result are parts of coded.
func readAnalysis(coded []byte, article *isnad.Article) (*isnad.Analysis, error) {
	if len(coded) == 0 || coded[0] != codecForm {
		return nil, fmt.Errorf("%w: not the stored form of an analysis", ErrDamaged)
	}
	a := &isnad.Analysis{Article: *article, Text: article.Text()}
	c := coder{reading: true, in: string(coded[1:]), length: len(a.Text)}
	c.analysis(a)
	if c.err == nil && c.in != "" {
		c.fail("more than an analysis")
	}
	if c.err != nil {
		return nil, c.err
	}
	return a, nil
}

func (c *coder) fail(what string) {
	if c.err == nil {
		c.err = fmt.Errorf("%w: stored analysis: %s", ErrDamaged, what)
	}
	c.in = ""
}

func (c *coder) uint(v *uint64) {
	if !c.reading {
		c.out = binary.AppendUvarint(c.out, *v)
		return
	}
	var x uint64
	for i := 0; i < len(c.in) && i < binary.MaxVarintLen64; i++ {
		x |= uint64(c.in[i]&0x7f) << (7 * i)
		if c.in[i] < 0x80 {
			*v, c.in = x, c.in[i+1:]
			return
		}
	}
	c.fail("a number is cut off")
}

func (c *coder) bool(v *bool) {
	var x uint64
	if *v {
		x = 1
	}
	c.uint(&x)
	*v = x == 1
}

// text codes a string of any named type.
func text[S ~string](c *coder, s *S) {
	if !c.reading {
		c.writeString(string(*s))
		return
	}
	*s = S(c.readString())
}

func (c *coder) writeString(s string) {
	n, known := commonNumbers[s]
	if !known {
		n, known = c.numbers[s]
	}
	if known {
		c.out = binary.AppendUvarint(c.out, n)
		return
	}
	c.numbers[s] = uint64(len(common) + len(c.numbers) + 1)
	c.out = append(c.out, 0)
	c.out = binary.AppendUvarint(c.out, uint64(len(s)))
	c.out = append(c.out, s...)
}

func (c *coder) readString() string {
	var n uint64
	c.uint(&n)
	switch {
	case n == 0:
		var size uint64
		c.uint(&size)
		if size > uint64(len(c.in)) {
			c.fail("a string is cut off")
			return ""
		}
		s := c.in[:size]
		c.in = c.in[size:]
		c.strings = append(c.strings, s)
		return s
	case n <= uint64(len(common)):
		return common[n-1]
	case n <= uint64(len(common)+len(c.strings)):
		return c.strings[n-uint64(len(common))-1]
	}
	c.fail("a string that did not stand before")
	return ""
}

func (c *coder) span(s *isnad.Span) {
	if !c.reading {
		c.out = binary.AppendVarint(c.out, int64(s.Start-c.at))
		c.out = binary.AppendVarint(c.out, int64(s.Len()))
		c.at = s.Start
		if c.seen != nil {
			c.seen(*s)
		}
		return
	}
	from, size := c.int(), c.int()
	s.Start = c.at + int(from)
	s.End = s.Start + int(size)
	if s.Start < 0 || s.End < s.Start || s.End > c.length {
		c.fail(fmt.Sprintf("span [%d, %d) is not inside a text of %d bytes", s.Start, s.End, c.length))
		*s = isnad.Span{}
	}
	c.at = s.Start
}

func (c *coder) int() int64 {
	var u uint64
	c.uint(&u)
	return int64(u>>1) ^ -int64(u&1)
}

// number codes a float: whole ones, which most are, as twice a varint, others as one
// more than twice the place of eight bytes.
func (c *coder) number(f *float64) {
	if !c.reading {
		if whole := int64(*f); float64(whole) == *f && whole >= 0 && whole < 1<<53 && !math.Signbit(*f) {
			c.out = binary.AppendUvarint(c.out, uint64(whole)<<1)
			return
		}
		c.out = append(c.out, 1)
		c.out = binary.LittleEndian.AppendUint64(c.out, math.Float64bits(*f))
		return
	}
	var u uint64
	c.uint(&u)
	switch {
	case u&1 == 0:
		*f = float64(u >> 1)
	case len(c.in) < 8:
		c.fail("a number is cut off")
	default:
		*f = math.Float64frombits(binary.LittleEndian.Uint64([]byte(c.in[:8])))
		c.in = c.in[8:]
	}
}

// list codes a list; an empty one is read as nil.
func list[T any](c *coder, all *[]T, each func(*coder, *T)) {
	n := uint64(len(*all))
	c.uint(&n)
	if c.reading {
		*all = nil
		if n > uint64(len(c.in)) { // each takes a byte at least
			c.fail("a list is cut off")
			return
		}
		if n > 0 {
			*all = make([]T, n)
		}
	}
	for i := range *all {
		each(c, &(*all)[i])
	}
}
