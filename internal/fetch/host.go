package fetch

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// host is what is known of a host: whose turn it is, and what it wants.
type host struct {
	name string
	turn chan struct{} // holds one token; who has it may ask

	// Guarded by the turn.
	next   time.Time     // no request before
	delay  time.Duration // that robots.txt asks for
	robots *robotstxt.Group
	asked  time.Time // when robots.txt was
}

// mostHosts bounds the memory for hosts; a list can name any number of them.
const mostHosts = 10_000

// host finds the host of the address. Two ports of a machine are two hosts, as they
// are to robots.txt (RFC 9309, 2.3).
func (c *Client) host(u *url.URL) *host {
	name := u.Scheme + "://" + strings.ToLower(u.Host)
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		if len(c.hosts) >= mostHosts {
			c.forget()
		}
		h = &host{name: u.Hostname(), turn: make(chan struct{}, 1)}
		h.turn <- struct{}{}
		c.hosts[name] = h
	}
	return h
}

// forget drops hosts that nobody waits for and that may be asked again.
func (c *Client) forget() {
	now := time.Now()
	for name, h := range c.hosts {
		select {
		case <-h.turn:
			if h.next.Before(now) {
				delete(c.hosts, name)
			}
			h.turn <- struct{}{}
		default:
		}
	}
}

// enter waits for the host's turn, and then until it may be asked. If that is further
// off than the patience, it gives the turn back and a *BusyError.
func (h *host) enter(ctx context.Context, patience time.Duration) error {
	select {
	case <-h.turn:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	if err := h.wait(ctx, patience); err != nil {
		h.turn <- struct{}{}
		return err
	}
	return nil
}

func (h *host) wait(ctx context.Context, patience time.Duration) error {
	wait := time.Until(h.next)
	if wait <= 0 {
		return nil
	}
	if wait > patience {
		return &BusyError{Host: h.name, At: h.next}
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// leave gives the turn on.
func (h *host) leave(delay time.Duration) {
	h.rest(max(delay, h.delay))
	h.turn <- struct{}{}
}

// busyRest is how long a host is left alone that is too busy and does not say for how
// long.
const busyRest = time.Minute

// heed leaves the host alone if it says that it is too busy.
func (h *host) heed(err error) {
	if status, ok := errors.AsType[*StatusError](err); ok && status.busy() {
		h.rest(max(status.RetryAfter, busyRest))
	}
}

// rest puts the next request off, if it is not put off further already.
func (h *host) rest(d time.Duration) {
	if next := time.Now().Add(d); next.After(h.next) {
		h.next = next
	}
}

// Next is when the host, with its port if it has one, may be asked again; now or before
// if it has not been asked, or is being asked just now.
func (c *Client) Next(name string) (next time.Time) {
	name = strings.ToLower(name)
	c.mu.Lock()
	hosts := []*host{c.hosts["http://"+name], c.hosts["https://"+name]}
	c.mu.Unlock()
	for _, h := range hosts {
		if h == nil {
			continue
		}
		select {
		case <-h.turn:
			if h.next.After(next) {
				next = h.next
			}
			h.turn <- struct{}{}
		default:
		}
	}
	return next
}
