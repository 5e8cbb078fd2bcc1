// Package fetch gets web pages that somebody else names, without letting them
// reach what only this machine can reach, or keep it waiting, or fill its memory.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Options are the limits of a Client. The zero value of a field takes its default.
type Options struct {
	Timeout      time.Duration // for one page from first to last byte, redirects included; 30 s
	MaxBytes     int64         // of a page after decompression; 16 MB
	MaxRedirects int           // 5
	UserAgent    string
	// AllowPrivate lets addresses of this machine and its networks be fetched, and
	// the proxy of the environment be used, behind which no address can be checked.
	AllowPrivate bool
}

// Client gets pages. It is safe for use by many goroutines.
type Client struct {
	options Options
	http    *http.Client
}

// Page is what an address gave.
type Page struct {
	URL         string // after redirects
	ContentType string // as the header says it
	Body        []byte
}

// New makes a Client.
func New(o Options) *Client {
	if o.Timeout <= 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 16 << 20
	}
	if o.MaxRedirects <= 0 {
		o.MaxRedirects = 5
	}
	dialer := &net.Dialer{Timeout: o.Timeout}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: 64 << 10,
		IdleConnTimeout:        10 * time.Second,
	}
	if o.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = refusePrivate
	}
	c := &Client{options: o}
	c.http = &http.Client{Transport: transport, CheckRedirect: c.checkRedirect}
	return c
}

func (c *Client) checkRedirect(r *http.Request, via []*http.Request) error {
	if len(via) > c.options.MaxRedirects {
		return fmt.Errorf("more than %d redirects", c.options.MaxRedirects)
	}
	return checkURL(r.URL)
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

// Get fetches one page. Every status but 200 is an error.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("parse address: %w", errors.Unwrap(err))
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.options.Timeout, fmt.Errorf("no full answer within %v", c.options.Timeout))
	defer cancel()
	page, err := c.get(ctx, u)
	if err != nil {
		return nil, reason(ctx, err)
	}
	return page, nil
}

func (c *Client) get(ctx context.Context, u *url.URL) (*Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", c.options.UserAgent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/json,text/plain;q=0.8")
	request.Header.Set("Accept-Language", "ar,en;q=0.5")
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answers %s", response.Status)
	}
	// The limit holds for what is unpacked, so a small file cannot become a large one.
	body, err := io.ReadAll(io.LimitReader(response.Body, c.options.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read answer: %w", err)
	}
	if int64(len(body)) > c.options.MaxBytes {
		return nil, fmt.Errorf("the page is longer than %d bytes", c.options.MaxBytes)
	}
	return &Page{URL: response.Request.URL.String(), ContentType: response.Header.Get("Content-Type"), Body: body}, nil
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
