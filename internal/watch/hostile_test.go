package watch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"isnad"
	"isnad/internal/fetch"
)

const story = "قال رئيس البلدية في مؤتمر صحفي إن أعمال الصيانة في الجسر تنتهي قبل نهاية الشهر، وإن حركة السير تعود إلى ما كانت عليه."

// htmlPage is an article, whose text is long enough to be one, with what is given in its head.
func htmlPage(head string) string {
	return `<!doctype html><html lang="ar"><head>` + head + `<title>الجسر يفتح</title></head><body><article><h1>الجسر يفتح</h1><p>` +
		story + "</p><p>وأضاف: " + story + "</p></article></body></html>"
}

func send(contentType string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write(body)
	}
}

func arabicWindows(t *testing.T, text string) []byte {
	t.Helper()
	out, err := charmap.Windows1256.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func endless(w http.ResponseWriter, _ *http.Request) {
	for block := bytes.Repeat([]byte("<p>نص "), 1000); ; {
		if _, err := w.Write(block); err != nil {
			return
		}
	}
}

func dripping(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		fmt.Fprint(w, "<")
		w.(http.Flusher).Flush()
		select {
		case <-time.After(time.Millisecond):
		case <-r.Context().Done():
		}
	}
}

func bomb(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(make([]byte, 8<<20))
	_ = z.Close()
	w.Header().Set("Content-Encoding", "gzip")
	_, _ = w.Write(b.Bytes())
}

// impatient is what a watch has that hostile sites are to be cut off by soon: those that never end to answer in a
// second, while others may take their time on a busy machine.
func impatient(t *testing.T, name string) (o Options) {
	t.Helper()
	_, o = open(t)
	timeout := time.Minute
	if name == "dripping" {
		timeout = time.Second
	}
	o.Client = fetch.New(fetch.Options{AllowPrivate: true, RobotsName: "isnad", Delay: -1, Patience: time.Millisecond, Timeout: timeout, MaxBytes: 4 << 20})
	return o
}

// Pages in another charset or of another type than they say are read all the same, and what is no
// page, or does not end, is left; none of them keeps the others from being read.
func TestHostilePages(t *testing.T) {
	for name, c := range map[string]struct {
		page  http.HandlerFunc
		added int
	}{
		"windows-1256, told in the page":   {send("text/html", arabicWindows(t, htmlPage(`<meta charset="windows-1256">`))), 1},
		"windows-1256, told by the server": {send("text/html; charset=windows-1256", arabicWindows(t, htmlPage(""))), 1},
		"windows-1256, not told":           {send("text/html", arabicWindows(t, htmlPage(""))), 1},
		"windows-1256, said to be UTF-8":   {send("text/html; charset=utf-8", arabicWindows(t, htmlPage(`<meta charset="utf-8">`))), 1},
		"UTF-8, said to be windows-1256":   {send("text/html; charset=windows-1256", []byte(htmlPage(""))), 1},
		"a page said to be plain text":     {send("text/plain", []byte(htmlPage(""))), 1},
		"a page said to be bytes":          {send("application/octet-stream", []byte(htmlPage(""))), 1},
		"a page of no type":                {send("", []byte(htmlPage(""))), 1},
		"a picture":                        {send("image/png", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), make([]byte, 2000)...)), 0},
		"a picture said to be a page":      {send("text/html", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), make([]byte, 2000)...)), 0},
		"nothing":                          {send("text/html", nil), 0},
		"endless":                          {endless, 0},
		"dripping":                         {dripping, 0},
		"a bomb":                           {bomb, 0},
		"a loop":                           {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, 0},
		"a nest":                           {send("text/html", []byte(strings.Repeat("<div>", 100_000))), 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := impatient(t, name)
			s := newSite(t)
			s.feed("/feed", item("/hostile", "خبر"), item("/good", "آخر"))
			s.handle("/hostile", c.page)
			s.article("/good", "النفق")
			addFeed(t, o.Archive, s.url+"/feed")
			if got := once(t, o); got.Fetched != 1 || got.Added != 1+c.added {
				t.Errorf("%+v; want %d articles", got, 1+c.added)
			}
			all := strings.Join(titles(t, o.Archive), "; ")
			if !strings.Contains(all, "النفق") || (c.added > 0) != strings.Contains(all, "الجسر يفتح") {
				t.Errorf("the archive has %s", all)
			}
		})
	}
}

// The same of feeds: what they are is found out by looking.
func TestHostileFeeds(t *testing.T) {
	rss := func(head string) string {
		return head + `<rss version="2.0"><channel><title>صحيفة المرفأ</title><item><title>الجسر</title><link>/1</link></item></channel></rss>`
	}
	for name, c := range map[string]struct {
		feed  http.HandlerFunc
		added int
		error string // part of what is noted at the feed
	}{
		"RSS as a page":                    {send("text/html", []byte(rss(""))), 1, ""},
		"RSS as a picture":                 {send("image/png", []byte(rss(""))), 1, ""},
		"JSON as a page":                   {send("text/html", []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"م","items":[{"id":"1","url":"/1","title":"الجسر"}]}`)), 1, ""},
		"windows-1256, told in the feed":   {send("text/xml", arabicWindows(t, rss(`<?xml version="1.0" encoding="windows-1256"?>`))), 1, ""},
		"windows-1256, said to be UTF-8":   {send("text/xml; charset=utf-8", arabicWindows(t, rss(`<?xml version="1.0" encoding="utf-8"?>`))), 1, ""},
		"UTF-8, said to be windows-1256":   {send("text/xml", []byte(rss(`<?xml version="1.0" encoding="windows-1256"?>`))), 1, ""},
		"endless":                          {endless, 0, "longer than 4194304 bytes"},
		"dripping":                         {dripping, 0, "no full answer within 1s"},
		"a bomb":                           {bomb, 0, "unpacks to more than any page does"},
		"entities that grow":               {send("text/xml", []byte(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`)), 0, ""},
		"a nest":                           {send("text/xml", []byte("<rss>"+strings.Repeat("<channel>", 100_000))), 0, "more than 1000 elements inside each other"},
		"broken off behind the first item": {send("text/xml", []byte(strings.TrimSuffix(rss(""), "</channel></rss>"))), 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := impatient(t, name)
			s := newSite(t)
			s.handle("/feed", c.feed)
			s.article("/1", "الجسر")
			addFeed(t, o.Archive, s.url+"/feed")
			got := once(t, o)
			f := oneFeed(t, o.Archive)
			if got.Added != c.added || c.error != "" && !strings.Contains(f.Error, c.error) {
				t.Errorf("%+v, error %q; want %d articles, %q", got, f.Error, c.added, c.error)
			}
			if c.added > 0 && strings.Contains(name, "1256") && strings.Contains(f.Title, "\uFFFD") {
				t.Errorf("the feed is called %q", f.Title)
			}
		})
	}
}

// Items without an id are known by their address, and without that by what they say, over rounds.
func TestItemsWithoutID(t *testing.T) {
	o := impatient(t, "")
	s := newSite(t)
	text := func(word string) string {
		return "<description>" + strings.ReplaceAll(strings.Repeat(story+" ", 4), "الجسر", word) + "</description>"
	}
	linked, bare := "<item><link>/1</link><title>الجسر</title></item>", "<item><title>بلا عنوان</title>"+text("النفق")+"</item>"
	s.article("/1", "الجسر")
	s.feed("/feed", linked, bare, bare)
	addFeed(t, o.Archive, s.url+"/feed")
	if got := once(t, o); got.Added != 2 {
		t.Errorf("first: %+v", got)
	}
	again(t, o.Archive)
	if got := once(t, o); got.Added != 0 || got.Changed != 0 || s.seen("/1") != 1 {
		t.Errorf("the same once more: %+v, /1 was seen %d times", got, s.seen("/1"))
	}
	s.feed("/feed", "<item><title>جديد</title>"+text("المطار")+"</item>", bare, linked)
	again(t, o.Archive)
	if got := once(t, o); got.Added != 1 || got.Changed != 0 || len(titles(t, o.Archive)) != 3 {
		t.Errorf("one more, in another order: %+v, %v", got, titles(t, o.Archive))
	}
}

// An article that the program fails to analyse is kept, and the others are read.
func TestFaultOverOneArticle(t *testing.T) {
	o := impatient(t, "")
	read := o.Analyze
	o.Analyze = func(a *isnad.Article) *isnad.Analysis {
		if strings.Contains(a.Title, "النفق") {
			_ = a.Body[len(a.Body)+len(a.Title):]
		}
		return read(a)
	}
	s := newSite(t)
	s.feed("/feed", item("/1", "أول"), item("/2", "ثان"))
	s.article("/1", "النفق")
	s.article("/2", "الجسر")
	addFeed(t, o.Archive, s.url+"/feed")
	if got := once(t, o); got != (Counts{Fetched: 1, Added: 2, Unread: 1}) {
		t.Errorf("%+v", got)
	}
	if stats, err := o.Archive.Stats(t.Context()); err != nil || stats.Articles != 2 || stats.Analysed != 1 {
		t.Errorf("%+v, %v", stats, err)
	}
}
