// Package fetch gets what somebody else's address leads to, without letting it reach
// what only this machine can reach, or keep it waiting, or fill its memory; and as a
// good guest: one request at a time to a host, no more often than the host likes, and
// nothing that its robots.txt forbids.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Options are the limits of a Client. The zero value of a field takes its default.
type Options struct {
	Timeout      time.Duration // for one page from first to last byte, redirects included, waiting for its turn not; 30 s
	Idle         time.Duration // between two bytes; a third of Timeout, but 10 s at least
	MaxBytes     int64         // of a page after decompression; 16 MB
	MaxRedirects int           // 5
	UserAgent    string
	// AllowPrivate lets addresses of this machine and its networks be fetched, and
	// the proxy of the environment be used, behind which no address can be checked.
	AllowPrivate bool

	Delay    time.Duration // least time between two requests to a host; 1 s; below 0 none
	Patience time.Duration // how long Get waits for the host's turn before it gives a BusyError; 30 s
	// RobotsName is what robots.txt is asked for; without it no robots.txt is.
	RobotsName string
}

// Client gets pages. It is safe for use by many goroutines.
type Client struct {
	options Options
	http    *http.Client

	mu    sync.Mutex
	hosts map[string]*host
}

// Request is what is asked for.
type Request struct {
	URL string
	// ETag and LastModified are those of what is there already. Where it has not
	// changed, the answer is a Page with Unchanged and no Body.
	ETag, LastModified string
	// Asked says that a person named this very address. What robots.txt forbids it
	// forbids to programs that come by themselves.
	Asked bool
}

// Page is what an address gave.
type Page struct {
	URL          string // after redirects
	Moved        bool   // all redirects were for good: the address to ask from now on is URL
	ContentType  string // as the header says it
	Body         []byte
	Unchanged    bool
	ETag         string
	LastModified string
	MaxAge       time.Duration // how long the server says it stays as it is; 0 if it does not say
}

// New makes a Client.
func New(o Options) *Client {
	o.defaults()
	dialer := &net.Dialer{Timeout: o.Timeout}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: 64 << 10,
		IdleConnTimeout:        10 * time.Second,
		DisableCompression:     true, // unpacked here, where the ratio is watched
	}
	if o.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = refusePrivate
	}
	last := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{options: o, http: &http.Client{Transport: transport, CheckRedirect: last}, hosts: make(map[string]*host)}
}

func (o *Options) defaults() {
	for _, d := range []struct {
		value *time.Duration
		or    time.Duration
	}{{&o.Timeout, 30 * time.Second}, {&o.Delay, time.Second}, {&o.Patience, 30 * time.Second}} {
		if *d.value == 0 {
			*d.value = d.or
		}
	}
	if o.Idle <= 0 {
		o.Idle = max(o.Timeout/3, 10*time.Second)
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 16 << 20
	}
	if o.MaxRedirects <= 0 {
		o.MaxRedirects = 5
	}
}

func parseAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("parse address: %w", errors.Unwrap(err))
	}
	return u, checkURL(u)
}

func checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("not a web address: scheme %q", u.Scheme)
	case u.Hostname() == "":
		return errors.New("no host in the address")
	case u.User != nil:
		return errors.New("a user name or password in the address is not sent")
	}
	return nil
}

// Get fetches one page. Every status but 200 and, where it was asked for, 304 is a
// *StatusError. A *ForbiddenError says that robots.txt forbids the address, a
// *BusyError that the host wants to be asked later.
func (c *Client) Get(ctx context.Context, r Request) (*Page, error) {
	u, err := parseAddress(r.URL)
	if err != nil {
		return nil, err
	}
	left, moved := c.options.Timeout, true
	for hops := 0; hops <= c.options.MaxRedirects; hops++ {
		answer, err := c.visit(ctx, u, &r, &left)
		if err != nil {
			return nil, err
		}
		if answer.to == nil {
			answer.page.Moved = hops > 0 && moved
			return answer.page, nil
		}
		moved = moved && answer.forGood
		u = answer.to
	}
	return nil, fmt.Errorf("more than %d redirects", c.options.MaxRedirects)
}

// answer is a page, or where to go for it.
type answer struct {
	page    *Page
	to      *url.URL
	forGood bool
}

// visit makes one request when it is the host's turn. It takes the time that the
// request needed off what is left.
func (c *Client) visit(ctx context.Context, u *url.URL, r *Request, left *time.Duration) (*answer, error) {
	h := c.host(u)
	if err := h.enter(ctx, c.options.Patience); err != nil {
		return nil, err
	}
	defer h.leave(c.options.Delay)
	if c.options.RobotsName != "" && !r.Asked {
		if err := c.ask(ctx, h, u); err != nil {
			return nil, err
		}
	}
	begin := time.Now()
	a, err := c.request(ctx, u, r, *left)
	*left -= time.Since(begin)
	h.heed(err)
	return a, err
}

// request makes one request, within the time.
func (c *Client) request(ctx context.Context, u *url.URL, r *Request, limit time.Duration) (*answer, error) {
	ctx, stop := context.WithTimeoutCause(ctx, limit, fmt.Errorf("no full answer within %v", c.options.Timeout))
	defer stop()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	idle := time.AfterFunc(c.options.Idle, func() {
		cancel(fmt.Errorf("nothing came for %v", c.options.Idle))
	})
	defer idle.Stop()
	request, err := c.newRequest(ctx, u, r)
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, reason(ctx, err)
	}
	defer response.Body.Close()
	a, err := c.read(response, r, func() { idle.Reset(c.options.Idle) })
	if err != nil {
		return nil, reason(ctx, err)
	}
	return a, nil
}

func (c *Client) newRequest(ctx context.Context, u *url.URL, r *Request) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	h := request.Header
	h.Set("User-Agent", c.options.UserAgent)
	h.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.5")
	h.Set("Accept-Language", "ar,en;q=0.5")
	h.Set("Accept-Encoding", "gzip")
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		h.Set("If-Modified-Since", r.LastModified)
	}
	return request, nil
}

// read takes the answer apart.
func (c *Client) read(response *http.Response, r *Request, alive func()) (*answer, error) {
	page := &Page{
		URL: response.Request.URL.String(), ContentType: response.Header.Get("Content-Type"),
		ETag: response.Header.Get("ETag"), LastModified: response.Header.Get("Last-Modified"), MaxAge: maxAge(response.Header),
	}
	switch status := response.StatusCode; {
	case status == http.StatusOK:
		body, err := c.body(response, alive)
		page.Body = body
		return &answer{page: page}, err
	case status == http.StatusNotModified && r.ETag+r.LastModified != "":
		page.Unchanged = true
		return &answer{page: page}, nil
	case redirects(status) && response.Header.Get("Location") != "":
		to, err := response.Location()
		if err != nil {
			return nil, fmt.Errorf("redirect to %q: not an address", response.Header.Get("Location"))
		}
		return &answer{to: to, forGood: status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect}, checkURL(to)
	}
	return nil, &StatusError{Status: response.StatusCode, Text: strings.TrimSpace(response.Status), RetryAfter: retryAfter(response.Header)}
}

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// reason is the cause of a failure without the address, which the caller names.
func reason(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}
