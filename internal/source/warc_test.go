package source

import (
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"strings"
	"testing"
)

// warcRecord writes a record of a web archive as ISO 28500 has it.
func warcRecord(kind, address, block string, more ...string) string {
	sum := sha1.Sum([]byte(block))
	head := "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: 2026-05-10T06:00:00Z\r\n" +
		"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\nWARC-Block-Digest: sha1:" + base32.StdEncoding.EncodeToString(sum[:]) + "\r\n"
	if kind == "response" || kind == "revisit" {
		head += "Content-Type: application/http; msgtype=response\r\n"
	}
	return head + strings.Join(more, "") + fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

func warcPage(n int, more ...string) string {
	page := strings.ReplaceAll(newsPage(`<meta property="article:published_time" content="2026-05-09">`, "", ""), "الجسر", fmt.Sprintf("الجسر %d", n))
	return warcRecord("response", fmt.Sprintf("https://news.example/%d", n), "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+page, more...)
}

// testArchive is an archive with all kinds of records; pages 1 to 4 are there.
func testArchive() []string {
	gzipped := newsPage("", "<p>10 مايو 2026</p>", "")
	return []string{
		warcRecord("warcinfo", "x.warc", "software: test\r\n"),
		warcRecord("request", "https://news.example/1", "GET /1 HTTP/1.1\r\nHost: news.example\r\n\r\n"),
		warcPage(1),
		warcRecord("revisit", "https://news.example/1", "HTTP/1.1 200 OK\r\n\r\n", "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n"),
		warcPage(2, "WARC-Truncated: length\r\n"),
		warcRecord("response", "https://news.example/old", "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
		warcRecord("response", "https://news.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
		warcRecord("response", "https://news.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><a href='/1'>الجسر</a></body></html>"),
		warcPage(3),
		warcRecord("response", "https://news.example/4", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"+chunked(mustGzip(gzipped))),
	}
}

func chunked(s string) string { return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(s), s) }

func mustGzip(s string) string {
	var b bytes.Buffer
	if err := writeGzip(&b, s); err != nil {
		panic(err)
	}
	return b.String()
}

func addresses(t *testing.T, file, content string) (urls, told []string) {
	t.Helper()
	articles, told := read(t, Options{}, file, content)
	for _, a := range articles {
		urls = append(urls, strings.TrimPrefix(a.URL, "https://news.example/"))
		if a.Fetched != "2026-05-10T06:00:00Z" || a.Published == "" || a.Body == "" {
			t.Errorf("%s: fetched %q, published %q, %d bytes of text", a.URL, a.Fetched, a.Published, len(a.Body))
		}
	}
	return urls, told
}

func TestWARC(t *testing.T) {
	plain := strings.Join(testArchive(), "")
	members := ""
	for _, r := range testArchive() {
		members += mustGzip(r)
	}
	for file, content := range map[string]string{"a.warc": plain, "a.warc.gz": members, "noname": members, "whole.warc.gz": mustGzip(plain)} {
		urls, told := addresses(t, file, content)
		if fmt.Sprint(urls) != "[1 2 3 4]" {
			t.Errorf("%s: read %v", file, urls)
		}
		all := strings.Join(told, "\n")
		if len(told) != 3 || !strings.Contains(all, "cut off by who archived it: length") || !strings.Contains(all, "https://news.example/: no article in the page") ||
			!strings.Contains(all, "1 records say only that a page had not changed") {
			t.Errorf("%s: told %q", file, told)
		}
	}
}

// What is damaged is told with the offset of its record, and costs no other.
func TestDamagedWARC(t *testing.T) {
	var plain, packed strings.Builder
	var plainAt, packedAt []int
	for n := 1; n <= 5; n++ {
		plainAt, packedAt = append(plainAt, plain.Len()), append(packedAt, packed.Len())
		plain.WriteString(warcPage(n))
		packed.WriteString(mustGzip(warcPage(n)))
	}
	spoil := func(s string, at, size int) string { return s[:at] + strings.Repeat("\x55", size) + s[at+size:] }
	for _, test := range []struct{ name, file, content, urls, told string }{
		{"a packed record", "a.warc.gz", spoil(packed.String(), packedAt[2]+200, 40), "[1 2 4 5]", fmt.Sprintf("damaged from byte %d to %d", packedAt[2], packedAt[3])},
		{"the head of a packed record", "a.warc.gz", spoil(packed.String(), packedAt[2], 3), "[1 2 4 5]", fmt.Sprintf("damaged from byte %d to %d", packedAt[2], packedAt[3])},
		{"a plain head", "a.warc", spoil(plain.String(), plainAt[2], 12), "[1 2 4 5]", fmt.Sprintf("damaged from byte %d to %d", plainAt[2], plainAt[3])},
		{"a plain length", "a.warc", strings.Replace(plain.String()[:plainAt[3]], "Content-Length: ", "Content-Length: 1", 3) + plain.String()[plainAt[3]:], "[4 5]",
			"damaged from byte 0 to"},
		{"behind the last", "a.warc", plain.String() + "rubbish", "[1 2 3 4 5]", fmt.Sprintf("damaged from byte %d to %d", plain.Len(), plain.Len()+7)},
		{"the end", "a.warc.gz", packed.String()[:packedAt[4]+100], "[1 2 3 4]", fmt.Sprintf("damaged from byte %d to %d", packedAt[4], packedAt[4]+100)},
		{"between records", "a.warc.gz", packed.String()[:packedAt[1]] + "rubbish" + packed.String()[packedAt[1]:], "[1 2 3 4 5]",
			fmt.Sprintf("damaged from byte %d to %d", packedAt[1], packedAt[1]+7)},
	} {
		t.Run(test.name, func(t *testing.T) {
			urls, told := addresses(t, test.file, test.content)
			if fmt.Sprint(urls) != test.urls || !strings.Contains(strings.Join(told, "\n"), test.told) {
				t.Errorf("read %v, want %s; told %q, want %s", urls, test.urls, told, test.told)
			}
		})
	}
	// A record whose digest is another is read, and told of.
	flipped := strings.Replace(plain.String(), "الجسر 3", "الجسر 9", 1)
	if urls, told := addresses(t, "a.warc", flipped); len(urls) != 5 || !strings.Contains(fmt.Sprint(told), fmt.Sprintf("record at byte %d: damaged: its digest is another", plainAt[2])) {
		t.Errorf("read %v, told %q", urls, told)
	}
}

// No archive makes the reader fall over or run on.
func FuzzWARC(f *testing.F) {
	f.Add([]byte(strings.Join(testArchive(), "")))
	f.Add([]byte(mustGzip(testArchive()[2]) + mustGzip(testArchive()[4])))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 99\r\n\r\nWARC/1."))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := &Options{As: "warc"}
		for _, err := range everything(o, data) {
			if err == nil {
				t.Error("neither an article nor a problem")
			}
		}
	})
}
