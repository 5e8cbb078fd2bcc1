package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad"
)

// The cost of an article must be linear in its length, whatever stands in it: the speeds
// of these benchmarks may differ by what is read there, not by orders.

func BenchmarkAnalyze(b *testing.B) {
	body := exampleText(b)
	b.Run("article", func(b *testing.B) { analyze(b, body) })
	b.Run("2MB", func(b *testing.B) { analyze(b, strings.Repeat(body, 1+2<<20/len(body))) })
	b.Run("2MB-one-line", func(b *testing.B) {
		line := strings.Join(strings.Fields(body), " ") + " "
		analyze(b, strings.Repeat(line, 1+2<<20/len(line)))
	})
	b.Run("100000-unclosed-quotes", func(b *testing.B) { analyze(b, strings.Repeat("قال «نعم ", 100_000)) })
	b.Run("100000-open-quotes-at-once", func(b *testing.B) { analyze(b, strings.Repeat("«", 100_000)+body) })
	b.Run("100000-cues", func(b *testing.B) { analyze(b, strings.Repeat("قال إن ", 100_000)) })
	b.Run("100000-names", func(b *testing.B) { analyze(b, strings.Repeat("محمد ", 100_000)+"قال إنه عاد") })
	b.Run("100000-numbers", func(b *testing.B) { analyze(b, strings.Repeat("ألف ", 100_000)) })
}

func analyze(b *testing.B, body string) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	a := &isnad.Article{Title: "عنوان", Body: body, Published: "2026-02-10"}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		r.Analyze(a)
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

func exampleText(b *testing.B) string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join("..", "examples", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("found no examples: %v", err)
	}
	var body strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		body.Write(text)
	}
	return body.String()
}
