package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"isnad"
)

// counter counts the bytes that are taken from a file, before decompression.
type counter struct {
	r io.Reader
	n *int64
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.n += int64(n)
	return n, err
}

// stream reads one file or standard input; ahead says that a second goroutine may
// read on while a part waits.
func (r *reading) stream(name string, in io.Reader, ahead bool) bool {
	raw := bufio.NewReaderSize(counter{in, &r.read}, 64<<10)
	if r.holdsWARC(name, raw) {
		return r.warc(name, raw)
	}
	plain, packed, err := decompress(raw)
	if err != nil {
		return r.fail(name, 0, err)
	}
	defer plain.Close()
	b := bufio.NewReaderSize(plain, 64<<10)
	head, err := b.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.fail(name, 0, fmt.Errorf("read: %w", err))
	}
	k := r.kind(name, head)
	switch {
	case k == kindLines && !utf16Mark(head):
		return r.lines(name, b, packed && ahead)
	case k == kindCSV && !utf16Mark(head):
		return r.tables(name, b)
	}
	data, err := io.ReadAll(io.LimitReader(b, MaxText+1))
	switch {
	case err != nil:
		return r.fail(name, 0, fmt.Errorf("read: %w", err))
	case len(data) > MaxText:
		return r.fail(name, 0, fmt.Errorf("too long for one article: at most %s are read", size(MaxText)))
	}
	return r.yield(r.part(name, data, k, ""))
}

// kind is what a file is: as the options say, or by its name, or by its first bytes. What
// is called JSON or a page may be a feed.
func (r *reading) kind(name string, head []byte) kind {
	if r.As != "" {
		return kindNames[r.As]
	}
	k, content := kindByName(name), kindByContent(head)
	if k == kindUnknown || content.list() && (k == kindJSON || k == kindPage) {
		return content
	}
	return k
}

// part is the whole of a file or a page. The content type is that of HTTP, or empty.
func (o *Options) part(name string, data []byte, k kind, contentType string) *Part {
	p := &Part{File: name, Line: 1, options: o, data: data}
	p.decode = func(p *Part, yield func(*isnad.Article, error) bool) {
		p.whole(k, contentType, yield)
	}
	return p
}

// whole decodes the charset, then the format.
func (p *Part) whole(k kind, contentType string, yield func(*isnad.Article, error) bool) {
	p.raw, p.media = p.data, contentType
	if contentType == "" {
		p.media = k.media()
	}
	text, charset, err := decodeText(p.data, k == kindPage || k.list(), contentType)
	if err != nil {
		yield(nil, p.problem(lineOf(p.data, err), err))
		return
	}
	if charset != "utf-8" && !yield(nil, p.note(fmt.Errorf("read as %s", charset))) {
		return
	}
	switch k {
	case kindPage:
		p.page(text, yield)
	case kindJSON, kindLines:
		p.values(text, yield)
	case kindFeed, kindJSONFeed, kindSitemap, kindOPML:
		p.list(text, k, yield)
	default:
		p.text(text, yield)
	}
}

type closer func() error

func (c closer) Close() error { return c() }

type readCloser struct {
	io.Reader
	io.Closer
}

// decompress goes by the first bytes, so that a wrong name does no harm.
func decompress(r *bufio.Reader) (_ io.ReadCloser, packed bool, _ error) {
	head, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, false, fmt.Errorf("gunzip: %w", err)
		}
		return z, true, nil
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(128<<20))
		if err != nil {
			return nil, false, fmt.Errorf("unpack zstd: %w", err)
		}
		return z.IOReadCloser(), true, nil
	}
	return readCloser{r, closer(func() error { return nil })}, false, nil
}
