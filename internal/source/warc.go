package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// maxRecord is the longest block of a record of a web archive that is read, in bytes.
const maxRecord = 64 << 20

// holdsWARC looks whether a stream is a web archive. It must be known before anything is
// unpacked, since each record is packed on its own, so that damage to one ends there.
func (r *reading) holdsWARC(name string, raw *bufio.Reader) bool {
	if r.As != "" {
		return r.As == "warc"
	}
	head, _ := raw.Peek(4096)
	return kindByName(name) == kindWARC || bytes.HasPrefix(head, []byte("WARC/")) || packedWARC(head)
}

// packedWARC reports whether a record begins here that is packed with gzip.
func packedWARC(b []byte) bool {
	if !bytes.HasPrefix(b, gzipMark) {
		return false
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return false
	}
	var head [5]byte
	_, err = io.ReadFull(z, head[:])
	return err == nil && string(head[:]) == "WARC/"
}

var gzipMark = []byte{0x1f, 0x8b, 8}

// warc reads a web archive (ISO 28500), plain or with its records packed with gzip, and
// cuts it into parts of several records. What is damaged is told with its offset, and
// reading goes on at the next record that can be found.
func (r *reading) warc(name string, in io.Reader) bool {
	w := &archive{r: r, name: name, in: &rewinder{in: in}}
	for {
		w.in.mark()
		begin := w.in.offset()
		packed, err := w.begins()
		switch {
		case errors.Is(err, io.EOF):
			return w.flush() && w.tellRevisits()
		case err == nil && packed:
			err = w.member(begin)
		case err == nil:
			err = w.record(w.in, begin, true)
		}
		if err == nil && w.size >= blockSize && !w.flush() || errors.Is(err, errStop) || r.ctx.Err() != nil {
			return false
		}
		if err != nil && !w.damage(begin, err) {
			return false
		}
	}
}

// errStop says that nobody wants to hear more.
var errStop = errors.New("stop")

// archive is a web archive that is being read.
type archive struct {
	r        *reading
	name     string
	in       *rewinder
	records  []record
	size     int
	revisits int
}

// begins reports whether what comes next is a packed record; it is an error if it is no
// record, io.EOF at the end. White space between records is passed over.
func (w *archive) begins() (packed bool, err error) {
	for {
		head, err := w.in.peek(5)
		switch {
		case len(head) > 0 && (head[0] == '\r' || head[0] == '\n'):
			w.in.skip(1)
			continue
		case len(head) == 0:
			return false, err
		case bytes.HasPrefix(head, gzipMark):
			return true, nil
		case string(head) == "WARC/":
			return false, nil
		}
		return false, errors.New("no record begins here")
	}
}

// member reads the records of one member of gzip, of which there should be one.
func (w *archive) member(begin int64) error {
	z, err := gzip.NewReader(w.in)
	if err != nil {
		return fmt.Errorf("gunzip: %w", err)
	}
	z.Multistream(false)
	b := bufio.NewReaderSize(z, 16<<10)
	held := len(w.records)
	for {
		for head, _ := b.Peek(1); len(head) > 0 && (head[0] == '\r' || head[0] == '\n'); head, _ = b.Peek(1) {
			_, _ = b.Discard(1)
		}
		if _, err := b.Peek(1); errors.Is(err, io.EOF) {
			return nil
		}
		if len(w.records)-held > 1 && w.size >= blockSize { // many to a member, which should not be
			if !w.flush() {
				return errStop
			}
			held = 0
		}
		if err := w.record(b, begin, false); err != nil {
			if len(w.records) > held && !errors.Is(err, errStop) {
				w.records = w.records[:held] // the checksum of its member is wrong
			}
			return err
		}
	}
}

// damage tells of what cannot be read and goes to the next record.
func (w *archive) damage(begin int64, err error) bool {
	if !w.flush() {
		return false
	}
	w.in.back(begin + 1)
	end := w.in.seek()
	what := fmt.Errorf("damaged from byte %d to %d: %w", begin, end, err)
	return w.r.fail(w.name, 0, what)
}

// keep holds a record back until its end is known to be sound.
func (w *archive) keep(rec record) {
	w.records = append(w.records, rec)
	w.size += len(rec.block)
}

func (w *archive) flush() bool {
	if len(w.records) == 0 {
		return true
	}
	p := &Part{File: w.name, Line: 1, Read: w.r.read, options: w.r.Options, decode: recordsOf(w.records)}
	w.records, w.size = nil, 0
	return w.r.yield(p)
}

func (w *archive) tellRevisits() bool {
	if w.revisits == 0 {
		return true
	}
	return w.r.yield(w.r.failed(&Problem{File: w.name, Note: true,
		Err: fmt.Errorf("%d records say only that a page had not changed since an earlier visit", w.revisits)}))
}
