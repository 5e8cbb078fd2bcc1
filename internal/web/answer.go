package web

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"
)

// answer is a whole answer before it is sent, so that an error in making it never
// leaves half a page.
type answer struct {
	status int
	kind   string // media type
	body   []byte
}

var zippers = sync.Pool{New: func() any { z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed); return z }}

// smallest is the size from which compression pays.
const smallest = 1024

// send answers with a validator, compressed where that is asked for, and without a
// body where the other side has it already.
func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	sum := xxh3.Hash128(a.body).Bytes()
	tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:]) + `"`
	h.Set("Content-Type", a.kind)
	h.Add("Vary", "Accept-Encoding, Cookie")
	if a.status == http.StatusOK {
		h.Set("ETag", tag)
		if h.Get("Cache-Control") == "" {
			h.Set("Cache-Control", "private, no-cache")
		}
		if strings.Contains(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	body := a.body
	if len(body) >= smallest && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		body = zipped(body)
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(body) // who has gone away needs no answer
	}
}

func zipped(body []byte) []byte {
	var out bytes.Buffer
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(&out)
	z.Write(body)
	z.Close()
	return out.Bytes()
}
