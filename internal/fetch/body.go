package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// A page shrinks to a tenth, a list that repeats itself to a fiftieth. What unpacks to
// more than maxRatio times its size is made to fill memory; the first ratioFrom bytes
// go free.
const (
	maxRatio  = 200
	ratioFrom = 1 << 20
)

// body reads the body within the limits, unpacked. alive is told of each piece.
func (c *Client) body(response *http.Response, alive func()) ([]byte, error) {
	raw := &counted{r: response.Body, alive: alive}
	var plain io.Reader = raw
	switch encoding := strings.ToLower(response.Header.Get("Content-Encoding")); encoding {
	case "", "identity":
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(raw)
		if err != nil {
			return nil, fmt.Errorf("gunzip answer: %w", err)
		}
		plain = &unpacked{r: z, raw: raw}
	default:
		return nil, fmt.Errorf("the answer is packed as %q, which was not asked for", encoding)
	}
	body, err := io.ReadAll(io.LimitReader(plain, c.options.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read answer: %w", err)
	}
	if int64(len(body)) > c.options.MaxBytes {
		return nil, fmt.Errorf("the page is longer than %d bytes", c.options.MaxBytes)
	}
	return body, nil
}

// counted counts what comes over the line.
type counted struct {
	r     io.Reader
	n     int64
	alive func()
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if n > 0 {
		c.n += int64(n)
		c.alive()
	}
	return n, err
}

var errRatio = errors.New("it unpacks to more than any page does")

// unpacked is what a packed answer unpacks to, as long as it is in proportion.
type unpacked struct {
	r   io.Reader
	raw *counted
	n   int64
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.n += int64(n)
	if u.n > ratioFrom && u.n > maxRatio*u.raw.n {
		return 0, errRatio
	}
	return n, err
}
