package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestPrintTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a word a line", "وقال\nوبمدرستهم\n", "وقال\tو+قال\tقال\nوبمدرستهم\tو+ب+مدرست+هم\tمدرس\n"},
		{"words in a line, signs and numbers left out", "«للمدينة» 2014، NATO", "للمدينة\tل+لمدينة\tمدين\n"},
		{"marks stay with their segment", "وَقَالَ", "وَقَالَ\tوَ+قَالَ\tقال\n"},
		{"nothing", "", ""},
		{"lines without words keep their place", "قال\n\n2014\nقال\r\n\r\n«»", "قال\tقال\tقال\n\t\t\n\t\t\nقال\tقال\tقال\n\t\t\n\t\t\n"},
	} {
		var whole, bytewise bytes.Buffer
		if err := printTokens(strings.NewReader(c.text), &whole); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := whole.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if err := printTokens(iotest.OneByteReader(strings.NewReader(c.text)), &bytewise); err != nil || bytewise.String() != whole.String() {
			t.Errorf("%s: read byte by byte: %q, %v", c.name, bytewise.String(), err)
		}
	}
}

func TestPrintTokensLongText(t *testing.T) {
	for name, text := range map[string]string{
		"long line":      strings.Repeat("وقال الوزير ", 30_000),
		"no white space": strings.Repeat("قال،", 100_000),
	} {
		var out bytes.Buffer
		if err := printTokens(strings.NewReader(text), &out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(out.String(), "\n"); got < 60_000 || strings.Contains(out.String(), "\uFFFD") {
			t.Errorf("%s: %d words", name, got)
		}
	}
}

func TestPrintTokensNotUTF8(t *testing.T) {
	var out bytes.Buffer
	err := printTokens(strings.NewReader("قال\nوهو\xc7\xe1 بعد\n"), &out)
	var bad *notUTF8Error
	if !errors.As(err, &bad) || bad.line != 2 {
		t.Errorf("error %v", err)
	}
	if got := strings.Count(out.String(), "\n"); got != 3 {
		t.Errorf("%d words in %q", got, out.String())
	}
}

func BenchmarkPrintTokens(b *testing.B) {
	text := []byte(strings.Repeat("وقالت الوزيرة في بيانها إن الحكومة ستعلن قراراتها للمواطنين غدا، وبحسب مصادرها فإن الخطة لم تكتمل.\n", 2000))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := printTokens(bytes.NewReader(text), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
