package source

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"isnad"
)

type plainArticle struct {
	ID        *json.RawMessage `json:"id"`
	Title     *string          `json:"title"`
	Body      *string          `json:"body"`
	Text      *string          `json:"text"`
	Outlet    *string          `json:"outlet"`
	URL       *string          `json:"url"`
	Author    *string          `json:"author"`
	Published *string          `json:"published"`
	Modified  *string          `json:"modified"`
	Fetched   *string          `json:"fetched"`
	Language  *string          `json:"language"`
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// What the reader takes, encoding/json takes as well and reads the same.
func FuzzDecodeArticle(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","title":"عنوان","body":"س\"ط\\ر\n\u0627\ud83d\ude00\ud83d x","outlet":null}`,
		`{"id":-1.5e3,"text":"أ\nب","x":[1,{"y":"}"}],"z":true}`,
		`{}`, `{"title":"a",}`, `{"title":"\x"}`, `{"title":"a" "body":"b"}`, `{"a":nul,"title":"x"}`, `{"author":"س","modified":"2026","fetched":"x","text":"a"}`, `{"a":{"b":[}]},"title":""}`,
		"{\"title\":\"a\tb\"}", `{"title":"a"}{"title":"b"}`, ` { "url" : "u" , "title" : "" } `,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, rest, err := decodeArticle([]byte(s))
		if err != nil {
			return
		}
		taken := s[:len(s)-len(rest)]
		// Names that differ in case only are one to encoding/json.
		if !utf8.ValidString(taken) || strings.ToLower(taken) != taken || strings.ContainsAny(taken, "ſK") {
			return
		}
		if !json.Valid([]byte(taken)) {
			t.Fatalf("took what is no JSON: %q", taken)
		}
		var w plainArticle
		if _, other := errors.AsType[*json.UnmarshalTypeError](json.Unmarshal([]byte(taken), &w)); other {
			return // an author of another type is passed over
		}
		if err := json.Unmarshal([]byte(taken), &w); err != nil {
			t.Fatalf("took %q, which encoding/json does not: %v", taken, err)
		}
		want := isnad.Article{Title: value(w.Title), Body: value(w.Body), Outlet: value(w.Outlet), URL: value(w.URL),
			Author: value(w.Author), Published: value(w.Published), Modified: value(w.Modified), Fetched: value(w.Fetched), Language: value(w.Language),
		}
		setText(&want, value(w.Text))
		want.ID = a.ID
		if *a != want && strings.Count(taken, "null") == 0 {
			t.Fatalf("%q\nread %+v\nwant %+v", taken, *a, want)
		}
	})
}

func BenchmarkDecodeArticle(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "a1", "title": "عنوان الخبر", "outlet": "صحيفة", "body": strings.Repeat("قال المسؤول إن \"العمل\" مستمر في الموقع.\n", 60)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := decodeArticle(line); err != nil {
			b.Fatal(err)
		}
	}
}

// What encoding/json takes for the same, to compare.
func BenchmarkEncodingJSON(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "a1", "title": "عنوان الخبر", "outlet": "صحيفة", "body": strings.Repeat("قال المسؤول إن \"العمل\" مستمر في الموقع.\n", 60)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		var a struct{ ID, Title, Outlet, Body string }
		if err := json.Unmarshal(line, &a); err != nil {
			b.Fatal(err)
		}
	}
}
