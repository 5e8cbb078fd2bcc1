package main

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"

	"golang.org/x/text/encoding/unicode"
	"isnad/internal/store/storetest"
)

func TestMain(m *testing.M) {
	testscript.Main(withServer{m}, map[string]func(){"isnad": func() { os.Exit(run(os.Args[1:])) }})
}

// withServer stops the PostgreSQL that a test started.
type withServer struct{ *testing.M }

func (w withServer) Run() int { return storetest.Run(w.M) }

// TestScripts runs testdata/script: each is a session at the command line.
func TestScripts(t *testing.T) {
	site := httptest.NewServer(pages())
	t.Cleanup(site.Close) // the scripts run on after this function
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SITE", site.URL)
			e.Setenv("LANG", "en_US.UTF-8")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no such condition: %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"size": setSize, "encode": encodeFile, "many": manyLines, "lines": countLines},
	})
}

const sentence = "قال والي الجهة إن الميناء يعود إلى العمل غدا بعد إصلاح العطل الذي أصاب الرافعة الكبيرة قبل أسبوعين. "

// pages is a site with what the net has to offer.
func pages() http.Handler {
	page := "<html><head><meta charset=%s><title>عودة الميناء</title><meta property='og:site_name' content='صدى'>" +
		"<meta property='article:published_time' content='2026-03-14T08:00:00Z'></head><body><article><p>" +
		strings.Repeat(sentence, 3) + "</p><p>" + strings.Repeat(sentence, 2) + "</p></article></body></html>"
	mux := http.NewServeMux()
	mux.HandleFunc("/article", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, page, "utf-8")
	})
	mux.HandleFunc("/windows", func(w http.ResponseWriter, r *http.Request) {
		text, _ := charmap.Windows1256.NewEncoder().String(fmt.Sprintf(page, "windows-1256"))
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, text)
	})
	mux.HandleFunc("/lies", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1") // it is UTF-8
		fmt.Fprintf(w, page, "iso-8859-1")
	})
	mux.HandleFunc("/notice", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<html><body>لا شيء هنا</body></html>")
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		fmt.Fprint(w, "\x89PNG")
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 40 {
			_, _ = z.Write(make([]byte, 1<<20))
		}
		_ = z.Close()
	})
	mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/feed.xml", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<rss version='2.0'><channel><title>صدى</title><item><link>/article</link><title>عودة الميناء</title></item>"+
			"<item><link>/notice</link><title>لا شيء</title></item><item><guid>1</guid><title>إصلاح الرافعة</title><description>"+
			strings.Repeat(sentence, 6)+"</description></item></channel></rss>")
	})
	mux.HandleFunc("/feeds.opml", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<opml><body><outline xmlUrl='/feed.xml'/><outline xmlUrl='/gone.xml'/></body></opml>")
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	return mux
}

// setSize makes a file of so many bytes that takes no room: size FILE BYTES.
func setSize(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o644))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// encodeFile stores a file in another charset: encode FROM TO CHARSET.
func encodeFile(ts *testscript.TestScript, _ bool, args []string) {
	encoder := charmap.Windows1256.NewEncoder()
	if args[2] == "utf-16" {
		encoder = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	}
	out, err := encoder.String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out), 0o644))
}

// manyLines writes a JSON lines file with one broken line: many FILE LINES BROKEN.
func manyLines(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	var b strings.Builder
	for i := 1; i <= n; i++ {
		if strconv.Itoa(i) == args[2] {
			b.WriteString("{\"title\": \"مقطوع\n")
			continue
		}
		fmt.Fprintf(&b, "{\"id\":\"%d\",\"title\":\"خبر\",\"body\":\"%s\"}\n", i, sentence)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b.String()), 0o644))
}

// countLines checks that standard output has so many lines: lines N.
func countLines(ts *testscript.TestScript, _ bool, args []string) {
	if n := strings.Count(ts.ReadFile("stdout"), "\n"); strconv.Itoa(n) != args[0] {
		ts.Fatalf("%d lines, want %s", n, args[0])
	}
}
