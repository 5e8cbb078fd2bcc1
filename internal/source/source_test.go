package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"isnad"
)

const story = "الوالي: الميناء يعود غدا\nقال الوالي إن الميناء يعود إلى العمل غدا بعد إصلاح العطل.\r\nوأضاف أن العمال وصلوا.\n"

// read gives what the options read from files with the given contents, in order.
func read(t *testing.T, o Options, files ...string) (articles []*isnad.Article, told []string) {
	t.Helper()
	dir := t.TempDir()
	var names []string
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, files[i])
		if err := os.WriteFile(name, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	for p := range o.Parts(context.Background(), names) {
		for a, err := range p.Articles() {
			if a != nil {
				articles = append(articles, a)
			}
			if err != nil {
				told = append(told, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
			}
		}
	}
	return articles, told
}

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func gz(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeGzip(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeGzip(to io.Writer, s string) error {
	w := gzip.NewWriter(to)
	_, err := w.Write([]byte(s))
	return errors.Join(err, w.Close())
}

// everything reads the data as standard input, and gives what is told where there is no
// article: nil would be wrong.
func everything(o *Options, data []byte) (told []error) {
	o.Stdin = bytes.NewReader(data)
	for p := range o.Parts(context.Background(), []string{"-"}) {
		for a, err := range p.Articles() {
			if a == nil {
				told = append(told, err)
			}
		}
	}
	return told
}

func zst(t *testing.T, s string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// However a text is stored, the article's text is the same to the last sign.
func TestStored(t *testing.T) {
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	bare := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	object := `{"id":7,"text":"الوالي: الميناء يعود غدا\nقال الوالي إن الميناء يعود إلى العمل غدا بعد إصلاح العطل.\r\nوأضاف أن العمال وصلوا.\n","more":{"a":[1,"}"]}}`
	for _, test := range []struct{ file, content, note string }{
		{"a.txt", story, ""},
		{"mark.txt", "\ufeff" + story, ""},
		{"noname", story, ""},
		{"a.txt.gz", gz(t, story), ""},
		{"a.txt.zst", zst(t, story), ""},
		{"wrong-name.txt", gz(t, story), ""},
		{"a1256.txt", encode(t, charmap.Windows1256, story), "windows-1256"},
		{"a8859.txt", encode(t, charmap.ISO8859_6, story), "iso-8859-6"},
		{"le.txt", encode(t, le, story), "utf-16"},
		{"be.txt", encode(t, be, story), "utf-16"},
		{"bare.txt", encode(t, bare, story), "utf-16le"},
		{"a.json", object, ""},
		{"array.json", "[\n" + object + "\n]", ""},
		{"a.jsonl", object + "\n", ""},
		{"a.jsonl.gz", gz(t, object), ""},
		{"utf16.jsonl", encode(t, le, object+"\n"), "utf-16"},
		{"guessed", "\n" + object + "\n", ""},
	} {
		t.Run(test.file, func(t *testing.T) {
			articles, told := read(t, Options{}, test.file, test.content)
			if len(articles) != 1 || articles[0].Text() != story {
				t.Fatalf("%d articles, told %q", len(articles), told)
			}
			if test.note == "" && len(told) > 0 || test.note != "" && (len(told) != 1 || !strings.HasSuffix(told[0], "read as "+test.note)) {
				t.Errorf("told %q, want a note of %q", told, test.note)
			}
		})
	}
}

func TestBadInput(t *testing.T) {
	good := `{"title":"عنوان","body":"متن"}`
	long := strings.Repeat("x", MaxText+1)
	for _, test := range []struct {
		file, content string
		articles      int
		told          []string
	}{
		{"empty.txt", "", 0, []string{"empty.txt: empty: no text in it"}},
		{"blank.txt", " \n\n", 0, []string{"blank.txt: empty: no text in it"}},
		{"empty.json", "", 0, []string{"empty.json: empty: no JSON in it"}},
		{"latin.txt", "Title\nNo Arabic at all.", 1, []string{"latin.txt: no Arabic in it: nothing is found"}},
		{"nul.txt", "عنوان\nمتن\x00هنا", 0, []string{"nul.txt:2: not a text: NUL byte at byte 17"}},
		{"broken.txt", story + "م\xd9\xffن", 0, []string{"broken.txt:4: invalid UTF-8 at byte 193"}},
		{"long.txt", long, 0, []string{"long.txt: too long for one article: 16 MB, at most 16 MB are read"}},
		{"bomb.txt.gz", gz(t, long), 0, []string{"bomb.txt.gz: too long for one article: at most 16 MB are read"}},
		{"cut.txt.gz", gz(t, story)[:60], 0, []string{"cut.txt.gz: read: unexpected EOF"}},
		{"three.jsonl", good + "\n" + `{"title":"ع","body":"م` + "\n\n" + good, 2,
			[]string{`three.jsonl:2: broken JSON: it ends in field "body"`}},
		{"utf8.jsonl", good + "\n" + `{"title":"` + "\xd9\xff" + `"}` + "\n" + good, 2,
			[]string{"utf8.jsonl:2: invalid UTF-8 at byte 10 of the line"}},
		{"types.jsonl", `{"title":5}` + "\n[]\n{}\n" + `{"title":"ع"} 5` + "\n" + good, 1, []string{
			`types.jsonl:1: field "title" is no string, at byte 9`,
			`types.jsonl:2: broken JSON: '[' where '{' should be, at the start of an article, at byte 0`,
			"types.jsonl:3: no title, body or text in the article",
			"types.jsonl:4: more than one JSON value in the line"}},
		{"cut.json", "[" + good + ",\n" + good, 2, []string{"cut.json:2: the array is not closed"}},
		{"bad.json", "[" + good + ",\nnull]", 1, []string{"bad.json:2: broken JSON: 'n' where '{' should be, at the start of an article, at byte 0"}},
		{"notice.html", "<html><body><p>الصفحة غير موجودة</p></body></html>", 0, []string{"notice.html: no article in the page"}},
		{"deep.html", "<html>" + strings.Repeat("<div>", 100000), 0, []string{"deep.html: parse page: html: open stack of elements exceeds 512 nodes"}},
	} {
		t.Run(test.file, func(t *testing.T) {
			articles, told := read(t, Options{}, test.file, test.content)
			if len(articles) != test.articles || fmt.Sprint(told) != fmt.Sprint(test.told) {
				t.Errorf("%d articles, want %d; told\n%q, want\n%q", len(articles), test.articles, told, test.told)
			}
		})
	}
}

// Lines are numbered over blocks, and a line that is too long costs no other.
func TestManyLines(t *testing.T) {
	var b strings.Builder
	const lines, broken, long = 20000, 7012, 9000
	for i := 1; i <= lines; i++ {
		switch i {
		case broken:
			b.WriteString(`{"title": oops}` + "\n")
		case long:
			b.WriteString(`{"title":"` + strings.Repeat("x", MaxLine) + `"}` + "\n")
		default:
			fmt.Fprintf(&b, `{"title":"خبر %d","body":"%s"}`+"\n", i, strings.Repeat("م", i%97))
		}
	}
	for file, content := range map[string]string{"many.jsonl": b.String(), "many.jsonl.zst": zst(t, b.String())} {
		articles, told := read(t, Options{}, file, content)
		want := fmt.Sprintf(`[%s:7012: field "title" is no string, at byte 10 %s:9000: line too long: more than 64 MB]`, file, file)
		if fmt.Sprint(told) != want {
			t.Errorf("told %v, want %s", told, want)
		}
		if len(articles) != lines-2 || articles[lines-3].Title != fmt.Sprintf("خبر %d", lines) {
			t.Fatalf("%d articles", len(articles))
		}
		if id := articles[broken-1].ID; !strings.HasSuffix(id, file+":7013") {
			t.Errorf("the article after the broken line is called %q", id)
		}
	}
}

func TestOptionsFillIn(t *testing.T) {
	o := Options{Title: "عنوان آخر", Outlet: "صحيفة", Published: "2026-01-02"}
	articles, _ := read(t, o, "a.txt", story, "b.json", `{"title":"ت","body":"م","outlet":"وكالة","published":"2025-01-01"}`)
	if a := articles[0]; a.Title != o.Title || a.Body != story || a.Outlet != o.Outlet || a.Published != o.Published {
		t.Errorf("text: %+v", a)
	}
	if a := articles[1]; a.Title != "ت" || a.Outlet != "وكالة" || a.Published != "2025-01-01" {
		t.Errorf("what the input says was overwritten: %+v", a)
	}
}

func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"b.txt": story, "a.txt": story, "x.png": "\x89PNG", ".hidden/c.txt": story, "sub/d.jsonl": `{"title":"ع"}`} {
		file := filepath.Join(dir, name)
		_ = os.MkdirAll(filepath.Dir(file), 0o755)
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	empty := t.TempDir()
	var got []string
	o := Options{}
	for p := range o.Parts(context.Background(), []string{dir, empty, filepath.Join(empty, "missing")}) {
		for a, err := range p.Articles() {
			if a != nil {
				got = append(got, filepath.Base(a.ID))
			}
			if err != nil {
				got = append(got, strings.TrimPrefix(err.Error(), empty))
			}
		}
	}
	want := "[a.txt b.txt d.jsonl:1 : no articles here: no file ends in .txt, .json, .jsonl, .html, .csv, .xml, .rss or .warc /missing: stat: no such file or directory]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}

// Breaking off leaves no goroutine writing to what is gone.
func TestBreakOff(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.jsonl.gz")
	if err := os.WriteFile(file, []byte(gz(t, strings.Repeat(`{"title":"عنوان"}`+"\n", 200000))), 0o644); err != nil {
		t.Fatal(err)
	}
	o := Options{}
	for range o.Parts(context.Background(), []string{file, file}) {
		break
	}
}

// What an article was read from reads as the same article again.
func TestRawReadsAgain(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt":   "عنوان\nقال الوالي",
		"b.jsonl": `{"id":"1","title":"أ","body":"ب"}` + "\n" + `{"id":"2","title":"ت","body":"ث"}` + "\n",
		"c.json":  `[{"id":"3","title":"ج","body":"ح"}]`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := &Options{}
	read := 0
	for p := range o.Parts(context.Background(), []string{dir}) {
		for a, err := range p.Articles() {
			if err != nil {
				t.Fatal(err)
			}
			read++
			raw, media := p.Raw()
			for again, err := range o.Again(p.File, raw, media).Articles() {
				if err != nil || *again != *a {
					t.Errorf("from %s, %q: %+v, %v; want %+v", media, raw, again, err, a)
				}
			}
		}
	}
	if read != 4 {
		t.Errorf("read %d articles, want 4", read)
	}
}
