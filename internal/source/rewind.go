package source

import (
	"bytes"
	"io"
)

// mostKept is how far back a rewinder can go, in bytes.
const mostKept = 64 << 20

// rewinder reads a stream and can go back as far as the last mark, if that is not too
// far, to look for what follows something that is damaged.
type rewinder struct {
	in   io.Reader
	kept []byte // from base on
	at   int    // in kept
	base int64
	err  error
}

func (w *rewinder) offset() int64 { return w.base + int64(w.at) }

// mark says that nobody goes back before what comes next.
func (w *rewinder) mark() {
	w.base += int64(w.at)
	w.kept = w.kept[w.at:]
	w.at = 0
}

// back goes back to an offset, or as near as can be.
func (w *rewinder) back(offset int64) { w.at = min(int(max(offset-w.base, 0)), len(w.kept)) }

// fill makes at least n bytes ready, unless the stream ends before.
func (w *rewinder) fill(n int) {
	for len(w.kept)-w.at < n && w.err == nil {
		if len(w.kept) > mostKept && w.at > mostKept/2 {
			w.mark()
		}
		start := len(w.kept)
		w.kept = append(w.kept, make([]byte, max(n, 64<<10))...)
		var got int
		got, w.err = w.in.Read(w.kept[start:])
		w.kept = w.kept[:start+got]
	}
}

func (w *rewinder) peek(n int) ([]byte, error) {
	w.fill(n)
	b := w.kept[w.at:min(w.at+n, len(w.kept))]
	if len(b) < n {
		return b, w.err
	}
	return b, nil
}

func (w *rewinder) skip(n int) { w.at = min(w.at+n, len(w.kept)) }

// Read reads what was kept, then the stream.
func (w *rewinder) Read(p []byte) (int, error) {
	w.fill(1)
	if w.at == len(w.kept) {
		return 0, w.err
	}
	n := copy(p, w.kept[w.at:])
	w.at += n
	return n, nil
}

// ReadByte lets gzip take no more than its member.
func (w *rewinder) ReadByte() (byte, error) {
	w.fill(1)
	if w.at == len(w.kept) {
		return 0, w.err
	}
	w.at++
	return w.kept[w.at-1], nil
}

// recordLook is how much of a record is needed to tell that it is one.
const recordLook = 4096

// seek goes to the next record of a web archive, or to the end, and gives the offset.
func (w *rewinder) seek() int64 {
	for {
		w.fill(2 * recordLook)
		window := w.kept[w.at:]
		usable, end := len(window), w.err != nil
		if !end {
			usable -= recordLook
		}
		if i := firstRecord(window, usable); i >= 0 {
			w.at += i
			return w.offset()
		}
		w.at += usable
		w.mark()
		if end {
			return w.offset()
		}
	}
}

// firstRecord is the index below the limit at which the first record begins, or -1.
func firstRecord(b []byte, limit int) int {
	for i := 0; i < limit; i++ {
		j := bytes.IndexAny(b[i:limit], "W\x1f")
		if j < 0 {
			return -1
		}
		i += j
		if bytes.HasPrefix(b[i:], []byte("WARC/1.")) && (i == 0 || b[i-1] == '\n') || packedWARC(b[i:]) {
			return i
		}
	}
	return -1
}
