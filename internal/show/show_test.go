package show

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"isnad"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t *testing.T, format string, o Options, analyses ...*isnad.Analysis) string {
	t.Helper()
	if o.Language == "" {
		o.Language = "en"
	}
	p, err := New(format, o)
	if err != nil {
		t.Fatal(err)
	}
	title := ""
	if len(analyses) > 0 {
		title = analyses[0].Article.Title
	}
	n := min(len(analyses), 2)
	out := []byte(p.Head(title, n))
	for i, a := range analyses {
		if i > 0 {
			out = append(out, p.Between()...)
		}
		out = p.Append(out, Item{Analysis: a, ID: "1-" + string(rune('1'+i))})
	}
	return string(out) + p.Tail(n)
}

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		file, format string
		o            Options
	}{
		{"text.ar.txt", "text", Options{Language: "ar", Width: 60}},
		{"text.en.txt", "text", Options{Language: "en", Width: 60, Rules: true}},
		{"text.isolates.txt", "text", Options{Language: "ar", Width: 60, Bidi: Isolates}},
		{"text.visual.txt", "text", Options{Language: "ar", Width: 60, Bidi: Visual}},
		{"page.ar.html", "html", Options{Language: "ar"}},
		{"page.en.html", "html", Options{Language: "en", Rules: true}},
		{"table.csv", "csv", Options{}},
	} {
		t.Run(test.file, func(t *testing.T) {
			got := render(t, test.format, test.o, sample(t))
			// The style is in its own file, which need not be repeated in each golden one.
			got = strings.Replace(got, pageStyle, "STYLE", 1)
			got = regexp.MustCompile(`sha256-[^']+`).ReplaceAllString(got, "sha256-HASH")
			file := filepath.Join("testdata", test.file)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s (go test -update writes it anew):\n%s", file, got)
			}
		})
	}
}

// The words of the article stand in the page, in order and unchanged, whatever
// claims cut them.
func TestPageKeepsText(t *testing.T) {
	a := sample(t)
	doc, err := html.Parse(strings.NewReader(render(t, "html", Options{}, a)))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	ids := map[string]bool{}
	var hrefs []string
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		for _, at := range n.Attr {
			switch {
			case at.Key == "id" && ids[at.Val]:
				t.Errorf("id %q twice", at.Val)
			case at.Key == "id":
				ids[at.Val] = true
			case at.Key == "href" && strings.HasPrefix(at.Val, "#"):
				hrefs = append(hrefs, at.Val[1:])
			case at.Key == "src" || at.Key == "style" || strings.HasPrefix(at.Key, "on"):
				t.Errorf("attribute %s", at.Key)
			}
			if at.Key == "class" && at.Val == "n" {
				return // a claim's number is none of the article's words
			}
		}
		inside = inside || n.Data == "article" || n.Data == "h1"
		if n.Type == html.TextNode && inside {
			got.WriteString(n.Data)
		}
		if n.Data == "script" || n.Data == "b" && inside {
			t.Errorf("element %s from the article", n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(doc, false)
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if bare(got.String()) != bare(a.Text) {
		t.Errorf("text of the page:\n%s\nis not that of the article:\n%s", got.String(), a.Text)
	}
	for _, h := range hrefs {
		if !ids[h] {
			t.Errorf("a link leads to #%s, which is not there", h)
		}
	}
}

func TestTable(t *testing.T) {
	out := render(t, "csv", Options{}, sample(t))
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 6 || len(rows[0]) != len(columns) {
		t.Fatalf("%d rows of %d columns", len(rows), len(rows[0]))
	}
	text := []rune(sample(t).Text)
	for _, row := range rows[1:] {
		if row[0] != "'=sample" {
			t.Errorf("formula kept: %q", row[0])
		}
		var parts []string
		starts, ends := strings.Split(row[14], ";"), strings.Split(row[15], ";")
		for i := range starts {
			var from, to int
			if json.Unmarshal([]byte(starts[i]), &from) != nil || json.Unmarshal([]byte(ends[i]), &to) != nil {
				t.Fatalf("positions %q, %q", row[14], row[15])
			}
			parts = append(parts, string(text[from:to]))
		}
		if got := strings.Join(parts, " … "); got != row[13] {
			t.Errorf("at %s–%s stands %q, not %q", row[14], row[15], got, row[13])
		}
	}
}

func TestIndented(t *testing.T) {
	for n, want := range map[int]byte{0: '[', 1: '{', 2: '['} {
		out := render(t, "json", Options{}, []*isnad.Analysis{sample(t), sample(t)}[:n]...)
		if !json.Valid([]byte(out)) || out[0] != want {
			t.Errorf("%d articles: %s", n, out)
		}
	}
}

func TestTerminalIsSafe(t *testing.T) {
	out := render(t, "text", Options{Width: 60}, sample(t))
	if strings.ContainsAny(out, "\x1b\x07\u202e") {
		t.Errorf("the article commands the terminal: %q", out)
	}
	for _, line := range strings.Split(render(t, "text", Options{Width: 60, Bidi: Isolates, Color: true, Language: "ar"}, sample(t)), "\n") {
		opened := strings.Count(line, lri) + strings.Count(line, rli)
		if closed := strings.Count(line, pdi); opened != closed {
			t.Errorf("%d isolates opened, %d closed in %q", opened, closed, line)
		}
	}
}

func TestWordsAreComplete(t *testing.T) {
	ar, err := wordsOf("ar")
	if err != nil {
		t.Fatal(err)
	}
	en, _ := wordsOf("en")
	for key := range ar {
		if ar[key] == "" || en[key] == "" {
			t.Errorf("no word for %s", key)
		}
	}
	keys := regexp.MustCompile(`words\["([a-z-]+)"\]|heading\("([a-z]+)"`)
	files, _ := filepath.Glob("*.go")
	found := 0
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keys.FindAllStringSubmatch(string(code), -1) {
			found++
			if ar[m[1]+m[2]] == "" {
				t.Errorf("%s asks for the word %q", f, m[1]+m[2])
			}
		}
	}
	if found == 0 {
		t.Error("no key found in the code: the test reads nothing")
	}
}

func TestPoints(t *testing.T) {
	for _, text := range []string{"", "a", strings.Repeat("كلمة x", 200), strings.Repeat("x", 256), strings.Repeat("ب", 256)} {
		p := pointsOf(text)
		n := 0
		for i := range text {
			if p.at(i) != n {
				t.Fatalf("before byte %d of %d: %d, want %d", i, len(text), p.at(i), n)
			}
			n++
		}
		if p.at(len(text)) != n {
			t.Fatalf("in all %d, want %d", p.at(len(text)), n)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "كلمة": "كلمة", " أ  ب\tج\u00a0د\u2003ه\u3000": "أ ب ج د ه", "a\x1b[31mb\x7f\u0085": "a[31mb",
		"\ufeffأ\u202eب\u2067ج\u2069": "أبج", "أ\u200cب": "أ\u200cب", "«أ» – ب…": "«أ» – ب…", "أ\u2028ب": "أ ب", " ": "",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""}, {"aa", "aa"}, {"aa bb cc", "aa bb|cc"}, {"aaaaaaaa bb", "aaaaaaaa|bb"}, {"مُدُنٌ ب", "مُدُنٌ ب"}, {"a bbbbbbb c", "a|bbbbbbb|c"},
	} {
		if got := strings.Join(wrap(test.in, 5), "|"); got != test.want {
			t.Errorf("wrap(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 999: "999", 1800: "1,800", 1234567.5: "1,234,567.5", -1000: "-1,000", -100: "-100"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %q, want %q", v, got, want)
		}
	}
}

// Any spans at all, even such as no reader makes, give a page that holds the text.
func FuzzMarks(f *testing.F) {
	f.Add("عنوان\nقال إن الأمر انتهى", 6, 12, 8, 20, 3, 9)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		title, body, _ := strings.Cut(text, "\n")
		article := isnad.Article{Title: title, Body: body}
		an := &isnad.Analysis{Article: article, Text: article.Text()}
		span := func(x, y int) isnad.Span { return isnad.Span{Start: min(x, y), End: max(x, y)} }
		for _, s := range []isnad.Span{span(a, b), span(c, d), span(e, g), span(a, d)} {
			if s.Start < 0 || s.End > len(an.Text) {
				return
			}
			an.Claims = append(an.Claims, isnad.Claim{Content: []isnad.Span{s, span(min(c, s.End), s.End)}, Cue: s})
		}
		var got strings.Builder
		var open []int
		cues := 0
		for _, s := range segments(edgesOf(an), 0, len(an.Text), &open, &cues) {
			got.WriteString(an.Text[s.start:s.end])
		}
		if got.String() != an.Text || cues != 0 || len(open) != 0 {
			t.Errorf("segments give %q of %q; %d cues and %v open", got.String(), an.Text, cues, open)
		}
		render(t, "html", Options{}, an)
	})
}
