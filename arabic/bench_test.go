package arabic

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

const articles = "../../shared/data/saudinewsnet.jsonl.gz"

// readArticles reads a megabyte and more of real news.
func readArticles(b *testing.B) string {
	b.Helper()
	f, err := os.Open(articles)
	if err != nil {
		b.Skipf("not measured: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 16<<20)
	var text strings.Builder
	for in.Scan() && text.Len() < 2<<20 {
		var a struct{ Title, Body string }
		if err := json.Unmarshal([]byte(strings.TrimPrefix(in.Text(), "\ufeff")), &a); err != nil {
			b.Fatal(err)
		}
		text.WriteString(a.Title + "\n" + a.Body + "\n")
	}
	return text.String()
}

func BenchmarkFold(b *testing.B) {
	text := readArticles(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(text)
	}
}

func BenchmarkTokenize(b *testing.B) {
	text := readArticles(b)
	var tokens []Token
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = Tokenize(tokens[:0], text)
	}
	perSecond(b, len(tokens))
}

func BenchmarkSegment(b *testing.B) {
	text := readArticles(b)
	words := wordsOf(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			Segment(w)
		}
	}
	perSecond(b, len(words))
}

func BenchmarkSegmentAndStem(b *testing.B) {
	text := readArticles(b)
	words := wordsOf(text)
	var stem []byte
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			stem, _ = AppendAnalysis(stem[:0], w)
		}
	}
	perSecond(b, len(words))
}

// BenchmarkSegmentUnknown cuts words that no table holds.
func BenchmarkSegmentUnknown(b *testing.B) {
	words := []string{"وبمخضرماتهم", "فلمتقعرنها", "سيتزحلقونها", "كالبرطماني", "ومستشرفاتكم"}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			Segment(w)
		}
	}
	perSecond(b, len(words))
}

func wordsOf(text string) (words []string) {
	Stem("مدينة") // the models are read at first use
	for _, t := range Tokenize(nil, text) {
		if t.Kind == Word {
			words = append(words, text[t.Start:t.End])
		}
	}
	return words
}

func perSecond(b *testing.B, n int) {
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
