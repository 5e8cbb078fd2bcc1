package source

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestCSV(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       string // id|title|body|outlet|published of each
		told       string
	}{
		{"comma", "id,title,body,source,date\n1,عنوان,\"متن، \"\"وقول\"\"\nوسطر\",صحيفة,2026-05-10\n", "1|عنوان|متن، \"وقول\"\nوسطر|صحيفة|2026-05-10", "[]"},
		{"semicolon", "\ufeffTitle;Content\r\nعنوان;متن\r\n", "f.csv:2|عنوان|متن||", "[]"},
		{"tab", "url\theadline\ttext\n/1\tعنوان\tمتن", "f.csv:2|عنوان|متن||", "[]"},
		{"arabic names", "العنوان,النص,التاريخ,المصدر\nعنوان,متن,10 أيار 2026,وكالة\n", "f.csv:2|عنوان|متن|وكالة|2026-05-10", "[]"},
		{"rows without text", "id,title,body\n1,,\n2,عنوان,متن\n3\n", "2|عنوان|متن||", "[f.csv:2: no title, body or text in the row f.csv:4: no title, body or text in the row]"},
		{"a quotation mark too few", "id,title\n1,\"عنوان\n2,عنوان\n", "1|عنوان\n2,عنوان|||", "[]"},
		{"no columns", "a,b\n1,2\n", "", "[f.csv:1: no column of the table is a title, a body or a text: its first line must name the columns]"},
		{"empty", "", "", "[f.csv: empty: no table in it]"},
		{"only names", "id,title\n", "", "[]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			articles, told := read(t, Options{}, "f.csv", test.text)
			var got []string
			for _, a := range articles {
				id := a.ID[strings.LastIndexByte(a.ID, '/')+1:]
				got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s", id, a.Title, a.Body, a.Outlet, a.Published))
			}
			if strings.Join(got, "; ") != test.want || fmt.Sprint(told) != test.told {
				t.Errorf("got  %q\nwant %q\ntold %v\nwant %s", got, test.want, told, test.told)
			}
		})
	}
}

func TestCSVInAnotherCharset(t *testing.T) {
	text := "العنوان,النص\nرئيس البلدية: الجسر يفتح قريبا," + paragraph + "\n"
	articles, told := read(t, Options{}, "f.csv", encode(t, charmap.Windows1256, text))
	if len(articles) != 1 || articles[0].Body != paragraph {
		t.Errorf("%d articles, told %q", len(articles), told)
	}
}

// Rows are numbered over blocks, and line feeds inside them count.
func TestManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("title,body\n")
	const rows = 20_000
	for i := range rows {
		fmt.Fprintf(&b, "خبر %d,\"سطر\n%s\"\n", i, strings.Repeat("م", i%97))
	}
	articles, told := read(t, Options{}, "f.csv.zst", zst(t, b.String()))
	if len(articles) != rows || len(told) > 0 {
		t.Fatalf("%d articles, told %q", len(articles), told)
	}
	if last := articles[rows-1]; last.Title != fmt.Sprintf("خبر %d", rows-1) || !strings.HasSuffix(last.ID, fmt.Sprintf(":%d", 2*rows)) {
		t.Errorf("the last is %q, %q", last.Title, last.ID)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,title,body\n1,\"a\n\"\"b\",c\n"))
	f.Add([]byte("title;text\n\";\n\xff;x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, err := range everything(&Options{As: "csv"}, data) {
			if err == nil {
				t.Error("neither an article nor a problem")
			}
		}
	})
}
