package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// site is a real server on loopback that behaves badly on demand.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "%s", r.UserAgent())
	})
	mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/good", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hostname", http.StatusFound)
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(make([]byte, 5000)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(make([]byte, 1<<20))
		_ = z.Close()
		_, _ = w.Write(b.Bytes())
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestGet(t *testing.T) {
	server := site(t)
	client := New(Options{Timeout: 300 * time.Millisecond, Idle: time.Minute, MaxBytes: 4096, AllowPrivate: true, UserAgent: "isnad/test", Delay: -1})
	for _, test := range []struct{ path, body, err string }{
		{"/good", "isnad/test", ""},
		{"/moved", "isnad/test", ""},
		{"/hang", "", "no full answer within 300ms"},
		{"/drip", "", "no full answer within 300ms"},
		{"/loop", "", "more than 5 redirects"},
		{"/file", "", `not a web address: scheme "file"`},
		{"/long", "", "the page is longer than 4096 bytes"},
		{"/bomb", "", "the page is longer than 4096 bytes"},
		{"/missing", "", "the server answers 404 Not Found"},
	} {
		t.Run(test.path, func(t *testing.T) {
			page, err := client.Get(context.Background(), Request{URL: server.URL + test.path})
			switch {
			case test.err != "":
				if err == nil || err.Error() != test.err {
					t.Errorf("error %v, want %s", err, test.err)
				}
			case err != nil:
				t.Error(err)
			case string(page.Body) != test.body || page.URL != server.URL+"/good":
				t.Errorf("%q from %s", page.Body, page.URL)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	server := site(t)
	client := New(Options{Timeout: time.Second, Delay: -1})
	local := strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	for _, address := range []string{server.URL + "/good", local + "/good", "http://[::1]:1/", "http://169.254.169.254/latest/meta-data/",
		"http://0.0.0.0:1/", "http://2130706433:1/", "http://[::ffff:127.0.0.1]:1/", "http://10.0.0.1/"} {
		if _, err := client.Get(context.Background(), Request{URL: address}); err == nil || !strings.Contains(err.Error(), "private network") && !strings.Contains(err.Error(), "no such host") {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"ftp://example.org/", "http:///x", "http://u:p@example.org/", "http://[", "file:///etc/passwd"} {
		if _, err := client.Get(context.Background(), Request{URL: address}); err == nil {
			t.Errorf("%s: fetched", address)
		}
	}
}

// A redirect is checked like the first address: the check sits where connections
// are made, and here every one of them is refused but the first.
func TestRedirectInside(t *testing.T) {
	inside := site(t)
	outside := httptest.NewServer(http.RedirectHandler(inside.URL+"/good", http.StatusFound))
	defer outside.Close()
	client := New(Options{Timeout: time.Second, Delay: -1})
	transport := client.http.Transport.(*http.Transport)
	open := New(Options{AllowPrivate: true}).http.Transport.(*http.Transport).DialContext
	client.http.Transport = roundTripper(func(r *http.Request) (*http.Response, error) {
		if "http://"+r.URL.Host == outside.URL {
			return (&http.Transport{DialContext: open}).RoundTrip(r)
		}
		return transport.RoundTrip(r)
	})
	_, err := client.Get(context.Background(), Request{URL: outside.URL})
	if err == nil || !strings.Contains(err.Error(), "private network") {
		t.Errorf("led inside: %v", err)
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8": true, "2a00:1450:4001::1": true, "127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false,
		"192.168.1.1": false, "169.254.169.254": false, "100.100.100.200": false, "0.0.0.0": false, "255.255.255.255": false,
		"224.0.0.1": false, "::1": false, "::": false, "fe80::1": false, "fd00:ec2::254": false, "::ffff:10.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "198.18.0.1": false, "240.0.0.1": false, "ff02::1": false, "::7f00:1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("public(%s) = %v", address, got)
		}
	}
}
