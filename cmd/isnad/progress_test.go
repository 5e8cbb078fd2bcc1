package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := &progress{w: &out, total: 1000, start: time.Now()}
	p.step(500, 20)
	if out.Len() > 0 {
		t.Errorf("shown at once: %q", out.String())
	}
	p.start = time.Now().Add(-2 * time.Second)
	p.step(500, 20)
	p.step(501, 21)
	if got := out.String(); strings.Count(got, "articles") != 1 || !strings.Contains(got, "[###############...............]  50 % · 20 articles · 10/s") {
		t.Errorf("bar: %q", got)
	}
	out.Reset()
	p.end()
	p.end()
	if out.String() != "\r\x1b[K" {
		t.Errorf("end: %q", out.String())
	}
	newProgress(&out, false, nil).step(1, 1) // no terminal: nothing is shown
	if out.String() != "\r\x1b[K" {
		t.Errorf("shown off a terminal: %q", out.String())
	}
}
