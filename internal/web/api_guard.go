package web

import (
	"bytes"
	"net/http"
	"strings"
	"time"
)

// whole holds an answer of the API back until it is whole, and sends it like a page:
// with a validator, compressed. A stream goes through as it comes.
func whole(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == streamPath {
			// A stream has no end; its writes have their own limits.
			if err := http.NewResponseController(w).SetWriteDeadline(time.Time{}); err != nil {
				http.Error(w, "streams cannot be sent here", http.StatusNotImplemented)
				return
			}
		}
		if !strings.HasPrefix(r.URL.Path, apiPath+"/") || r.URL.Path == streamPath {
			next.ServeHTTP(w, r)
			return
		}
		held := &heldAnswer{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(held, r)
		a := &answer{status: held.status, kind: w.Header().Get("Content-Type"), body: held.body.Bytes()}
		a.send(w, r)
	})
}

type heldAnswer struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *heldAnswer) WriteHeader(status int)      { h.status = status }
func (h *heldAnswer) Write(p []byte) (int, error) { return h.body.Write(p) }
