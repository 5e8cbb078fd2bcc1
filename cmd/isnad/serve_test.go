package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
)

// The demo is there as soon as its address is printed, and ends when it is told to.
func TestServeDemo(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read, write := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		c := &console{ctx: ctx, in: strings.NewReader(""), out: write, err: io.Discard, getenv: func(string) string { return "" }}
		code := c.run([]string{"serve", "--demo", "--addr", "127.0.0.1:0"})
		write.Close()
		ended <- code
	}()
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, read)
	for path, want := range map[string]string{
		"":                                      "33",
		"en/story/story-visit/case/case-troops": "unnamed",
		"api/v1/stories":                        `"story-visit"`,
		"api/v1/openapi.json":                   `"3.1.0"`,
		"ar/story/story-visit":                  "ترتيب تمويل",
	} {
		r, err := http.Get(strings.TrimSpace(address) + path)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != http.StatusOK || !strings.Contains(string(text), want) {
			t.Errorf("%s: %d, without %q", path, r.StatusCode, want)
		}
	}
	stop()
	if code := <-ended; code != exitFine {
		t.Errorf("ended with status %d", code)
	}
}
