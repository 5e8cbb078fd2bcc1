package web

import (
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// limiter lets each client ask so many times a second on average, and more at once as
// long as that was saved up (a token bucket).
type limiter struct {
	rate, burst float64
	clock       func() time.Time

	mutex   sync.Mutex
	buckets map[string]*bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

// mostClients bounds how many clients are remembered; the fullest buckets are
// forgotten first, which costs nobody anything.
const mostClients = 10_000

func newLimiter(rate, burst float64) *limiter {
	return &limiter{rate: rate, burst: burst, clock: time.Now, buckets: make(map[string]*bucket)}
}

// take reports whether the client may ask now, and else how long to wait.
func (l *limiter) take(client string) (wait time.Duration, ok bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	now := l.clock()
	b := l.buckets[client]
	if b == nil {
		l.forget(now)
		b = &bucket{tokens: l.burst, at: now}
		l.buckets[client] = b
	}
	b.tokens = min(l.burst, b.tokens+now.Sub(b.at).Seconds()*l.rate)
	b.at = now
	if b.tokens < 1 {
		return time.Duration((1 - b.tokens) / l.rate * float64(time.Second)), false
	}
	b.tokens--
	return 0, true
}

// forget makes room: first of clients whose bucket is full again, else of any.
func (l *limiter) forget(now time.Time) {
	if len(l.buckets) < mostClients {
		return
	}
	for client, b := range l.buckets {
		if b.tokens+now.Sub(b.at).Seconds()*l.rate >= l.burst {
			delete(l.buckets, client)
		}
	}
	for client := range l.buckets {
		if len(l.buckets) < mostClients {
			return
		}
		delete(l.buckets, client)
	}
}

// limited answers 429 to programs that ask too often.
func (l *limiter) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, apiPath+"/") {
			if wait, ok := l.take(clientOf(r)); !ok {
				w.Header().Set("Retry-After", strconv.Itoa(1+int(wait.Seconds())))
				w.Header().Set("Content-Type", "application/problem+json")
				w.WriteHeader(http.StatusTooManyRequests)
				w.Write([]byte(`{"title":"Too Many Requests","status":429,"detail":"ask again after the seconds that Retry-After says"}` + "\n"))
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// clientOf is the address that a request comes from, without its port.
func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
