package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// How robots.txt is read (RFC 9309): kept for a day, 500 KB of it, five redirects. A
// crawl-delay of more than an hour is taken for an hour.
const (
	robotsAge      = 24 * time.Hour
	robotsBytes    = 500 << 10
	robotsHops     = 5
	mostCrawlDelay = time.Hour
)

// ForbiddenError says that robots.txt forbids an address to programs like this one.
type ForbiddenError struct{ Host string }

// Error names the host.
func (e *ForbiddenError) Error() string { return "robots.txt of " + e.Host + " forbids it" }

// ask asks the host's robots.txt about the address, fetching it first if need be. The
// caller has the host's turn.
func (c *Client) ask(ctx context.Context, h *host, u *url.URL) error {
	if h.robots == nil || time.Since(h.asked) > robotsAge {
		group, err := c.robots(ctx, u)
		if err != nil {
			h.heed(err)
			return fmt.Errorf("ask robots.txt: %w", err)
		}
		h.robots, h.asked, h.delay = group, time.Now(), min(group.CrawlDelay, mostCrawlDelay)
		h.rest(max(c.options.Delay, h.delay))
		if err := h.wait(ctx, c.options.Patience); err != nil {
			return err
		}
	}
	path := u.EscapedPath()
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if path == "" {
		path = "/"
	}
	if !h.robots.Test(path) {
		return &ForbiddenError{Host: h.name}
	}
	return nil
}

// robots fetches robots.txt. Without one all is allowed; where the server fails it is
// an error, since nothing is known then.
func (c *Client) robots(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	left := c.options.Timeout
	for range robotsHops + 1 {
		begin := time.Now()
		answer, err := c.request(ctx, at, &Request{}, left)
		left -= time.Since(begin)
		status, answered := errors.AsType[*StatusError](err)
		switch {
		case answered && status.Status >= 400 && status.Status < 500 && !status.busy():
			return robotsGroup(nil, c.options.RobotsName)
		case err != nil:
			return nil, err
		case answer.to == nil:
			return robotsGroup(answer.page.Body, c.options.RobotsName)
		}
		at = answer.to
	}
	return robotsGroup(nil, c.options.RobotsName)
}

// robotsGroup reads the rules for a program of the name.
func robotsGroup(text []byte, name string) (*robotstxt.Group, error) {
	data, err := robotstxt.FromBytes(cleanRobots(text))
	if err != nil {
		return nil, fmt.Errorf("read it: %w", err)
	}
	return data.FindGroup(name), nil
}

// cleanRobots keeps the lines that mean something, since the parser would else refuse
// the whole for one line that is wrong.
func cleanRobots(text []byte) []byte {
	text = bytes.TrimPrefix(text[:min(len(text), robotsBytes)], []byte("\xef\xbb\xbf"))
	var out bytes.Buffer
	named := false
	for line := range bytes.Lines(bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))) {
		line, _, _ = bytes.Cut(line, []byte("#"))
		key, value, ok := strings.Cut(strings.ToValidUTF8(string(line), ""), ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch {
		case !ok:
			continue
		case key == "user-agent":
			named = true
		case !named:
			continue
		case key == "crawl-delay":
			if d, err := strconv.ParseFloat(value, 64); err != nil || !(d >= 0 && d < 1e6) {
				continue
			}
		case key != "allow" && key != "disallow":
			continue
		}
		fmt.Fprintf(&out, "%s: %s\n", key, value)
	}
	return out.Bytes()
}
