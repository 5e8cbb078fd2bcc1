package tagger

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"isnad/arabic"
)

// corpus is real articles of the measuring data, which may be missing.
const corpus = "../../shared/data/saudinewsnet.jsonl.gz"

// articles reads the tokens of the first n articles; bytes is the length of their text.
func articles(tb testing.TB, n int) (toks [][]arabic.Token, bytes int) {
	tb.Helper()
	f, err := os.Open(corpus)
	if err != nil {
		tb.Skipf("not measured: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	d := json.NewDecoder(z)
	for range n {
		var a struct{ Title, Body string }
		if err := d.Decode(&a); err != nil {
			tb.Fatal(err)
		}
		text := a.Title + "\n" + a.Body
		toks = append(toks, arabic.Tokenize(nil, text))
		bytes += len(text)
	}
	return toks, bytes
}

// BenchmarkTagArticles reads other articles all the time, as a run over a collection does.
func BenchmarkTagArticles(b *testing.B) {
	m := loaded(b)
	all, bytes := articles(b, 4000)
	n := 0
	for _, toks := range all {
		n += len(toks)
	}
	var found []Entity
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, toks := range all {
			found = m.Tag(toks, found[:0])
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
