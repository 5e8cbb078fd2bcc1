package source

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"isnad"
)

// record is a record of a web archive that may hold an article.
type record struct {
	offset int64
	head   textproto.MIMEHeader
	block  []byte
}

const maxRecordHead = 64 << 10

type byteReader interface {
	io.Reader
	io.ByteReader
}

// record reads one record. Plain says that it is not packed, so that its length must
// lead to the next.
func (w *archive) record(in byteReader, begin int64, plain bool) error {
	head, err := readHeader(in)
	if err != nil {
		return err
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return fmt.Errorf("no length of the record: %q", head.Get("Content-Length"))
	}
	kind := strings.ToLower(head.Get("WARC-Type"))
	wanted := kind == "response" || kind == "resource" || kind == "conversion"
	if length > maxRecord && wanted {
		wanted = false
		if !w.r.fail(w.name, 0, fmt.Errorf("record at byte %d is too long: %s, at most %s are read", begin, size(length), size(maxRecord))) {
			return errStop
		}
	}
	var block bytes.Buffer
	to := io.Writer(io.Discard)
	if wanted {
		to = &block
	}
	if n, err := io.CopyN(to, in, length); err != nil {
		return fmt.Errorf("the record ends after %d of %d bytes: %w", n, length, err)
	}
	if err := w.ends(in, plain); err != nil {
		return err
	}
	if kind == "revisit" {
		w.revisits++
	}
	if !wanted {
		return nil
	}
	w.keep(record{begin, head, block.Bytes()})
	return nil
}

// ends checks that the record ends where it says. A packed one must end like this, and
// its checksum is only read with its end.
func (w *archive) ends(in byteReader, plain bool) error {
	var end [4]byte
	n, err := io.ReadFull(in, end[:])
	if plain && n == 0 && errors.Is(err, io.EOF) || string(end[:]) == "\r\n\r\n" {
		return nil
	}
	if !plain && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) && strings.Trim(string(end[:n]), "\r\n") == "" {
		return nil
	}
	return errors.New("the record does not end where it says")
}

// readHeader reads the version and the named fields.
func readHeader(in io.ByteReader) (textproto.MIMEHeader, error) {
	var text []byte
	for !bytes.HasSuffix(text, []byte("\r\n\r\n")) && !bytes.HasSuffix(text, []byte("\n\n")) {
		c, err := in.ReadByte()
		if err != nil {
			return nil, fmt.Errorf("the head of the record is cut off: %w", err)
		}
		if text = append(text, c); len(text) > maxRecordHead {
			return nil, fmt.Errorf("the head of the record is longer than %s", size(maxRecordHead))
		}
	}
	version, fields, _ := bytes.Cut(text, []byte("\n"))
	if !bytes.HasPrefix(version, []byte("WARC/")) {
		return nil, errors.New("no record begins here")
	}
	return fieldsOf(fields), nil
}

// fieldsOf reads fields of a head and passes over lines that are none.
func fieldsOf(text []byte) textproto.MIMEHeader {
	head := make(textproto.MIMEHeader)
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line, ":"); ok {
			head.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return head
}

// recordsOf decodes records.
func recordsOf(records []record) func(*Part, func(*isnad.Article, error) bool) {
	return func(p *Part, yield func(*isnad.Article, error) bool) {
		for i := range records {
			if !p.record(&records[i], yield) {
				return
			}
		}
	}
}

func (p *Part) record(rec *record, yield func(*isnad.Article, error) bool) bool {
	at := func(err error) *Problem {
		return p.note(fmt.Errorf("record at byte %d: %w", rec.offset, err))
	}
	if why := rec.head.Get("WARC-Truncated"); why != "" && !yield(nil, at(fmt.Errorf("cut off by who archived it: %s", why))) {
		return false
	}
	if rec.spoiled() && !yield(nil, &Problem{File: p.File, Err: fmt.Errorf("record at byte %d: damaged: its digest is another", rec.offset)}) {
		return false
	}
	media, body, err := rec.payload()
	if err != nil {
		return yield(nil, at(err))
	}
	k := kindPage
	switch m, _, _ := mime.ParseMediaType(media); {
	case body == nil:
		return true
	case m == "text/plain" && rec.head.Get("WARC-Type") == "conversion":
		k = kindText
	case !strings.HasSuffix(m, "html") && !strings.HasSuffix(m, "xhtml+xml"):
		return true
	}
	return p.archived(rec, k, media, body, yield)
}

// archived reads a page of the archive.
func (p *Part) archived(rec *record, k kind, media string, body []byte, yield func(*isnad.Article, error) bool) bool {
	address := strings.Trim(rec.head.Get("WARC-Target-URI"), "<>")
	page := p.options.part(p.File, body, k, media)
	if IsAddress(address) {
		page.address = address
	}
	page.fetchedAt, _ = time.Parse(time.RFC3339, rec.head.Get("WARC-Date"))
	goOn := true
	page.whole(k, media, func(a *isnad.Article, err error) bool {
		if problem, ok := errors.AsType[*Problem](err); ok {
			problem.Err = fmt.Errorf("record at byte %d, %s: %w", rec.offset, address, problem.Err)
			problem.Note = true // an archive has many pages that are no articles
		}
		if a != nil {
			if a.URL == "" {
				a.URL = page.address
			}
			if a.ID == "" {
				a.ID = a.URL
			}
			page.complete(a)
			p.raw, p.media = page.raw, page.media
		}
		goOn = yield(a, err)
		return goOn
	})
	return goOn
}

// spoiled reports whether the record has a digest, and another than its block.
func (rec *record) spoiled() bool {
	digest, ok := strings.CutPrefix(rec.head.Get("WARC-Block-Digest"), "sha1:")
	if !ok || rec.head.Get("WARC-Truncated") != "" {
		return false
	}
	sum := sha1.Sum(rec.block)
	return len(digest) == 32 && !strings.EqualFold(digest, base32.StdEncoding.EncodeToString(sum[:]))
}

// payload is the body of the page and its media type; nil if there is none, as in an
// answer that is a redirect.
func (rec *record) payload() (media string, body []byte, err error) {
	media = rec.head.Get("Content-Type")
	if m, _, _ := mime.ParseMediaType(media); m != "application/http" {
		return media, rec.block, nil
	}
	size := bytes.Index(rec.block, []byte("\r\n\r\n"))
	if size < 0 {
		return "", nil, errors.New("the answer has no body")
	}
	status, fields, _ := bytes.Cut(rec.block[:size+2], []byte("\n"))
	if words := strings.Fields(string(status)); len(words) < 2 || words[1] != "200" {
		return "", nil, nil
	}
	head := fieldsOf(fields)
	body = rec.block[size+4:]
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		// Some archive the body without its chunks, and leave the field.
		if plain, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil {
			body = plain
		}
	}
	body, err = unpackBody(head.Get("Content-Encoding"), body)
	return head.Get("Content-Type"), body, err
}

func unpackBody(encoding string, body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, gzipMark) {
		if encoding == "" || !strings.Contains(encoding, "br") || kindByContent(body[:min(len(body), 4096)]) == kindPage {
			return body, nil
		}
		return nil, fmt.Errorf("packed as %q, which is not read", encoding)
	}
	z, err := gzip.NewReader(bufio.NewReader(bytes.NewReader(body)))
	if err != nil {
		return nil, fmt.Errorf("gunzip: %w", err)
	}
	plain, err := io.ReadAll(io.LimitReader(z, MaxText+1))
	switch {
	case len(plain) > MaxText:
		return nil, tooLong(int64(len(plain)))
	case err != nil && len(plain) == 0:
		return nil, fmt.Errorf("gunzip: %w", err)
	}
	return plain, nil
}
