package fetch

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// StatusError says that the server answered, but not with the page.
type StatusError struct {
	Status     int
	Text       string        // as the server words it: "503 Service Unavailable"
	RetryAfter time.Duration // when it says to come again; 0 if it does not say
}

// Error repeats the server's words.
func (e *StatusError) Error() string { return "the server answers " + e.Text }

// Gone reports whether asking again is of no use.
func (e *StatusError) Gone() bool {
	return e.Status == http.StatusGone || e.Status == http.StatusNotFound
}

// busy reports whether the whole host wants to be left alone for a while.
func (e *StatusError) busy() bool {
	return e.Status == http.StatusTooManyRequests || e.Status == http.StatusServiceUnavailable
}

// longestWait bounds what a server can ask for: its clock may be wrong, or it may
// mean us ill.
const longestWait = 7 * 24 * time.Hour

// retryAfter reads Retry-After (RFC 9110, 10.2.3): seconds, or a date, which is
// reckoned from the date of the answer where it has one.
func retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.Atoi(value); err == nil {
		return seconds(n)
	}
	until, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return min(max(until.Sub(now), 0), longestWait)
}

func seconds(n int) time.Duration {
	return time.Duration(min(max(n, 0), int(longestWait/time.Second))) * time.Second
}

// maxAge reads Cache-Control (RFC 9111, 5.2.2.1).
func maxAge(h http.Header) time.Duration {
	for directive := range strings.SplitSeq(h.Get("Cache-Control"), ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(directive), "=")
		if !strings.EqualFold(key, "max-age") {
			continue
		}
		if n, err := strconv.Atoi(strings.Trim(value, `"`)); err == nil {
			return seconds(n)
		}
	}
	return 0
}

// BusyError says that the host is to be asked no earlier than At.
type BusyError struct {
	Host string
	At   time.Time
}

// Error names the host and the time.
func (e *BusyError) Error() string {
	return fmt.Sprintf("%s wants to be asked no earlier than %s", e.Host, e.At.UTC().Format(time.RFC3339))
}
