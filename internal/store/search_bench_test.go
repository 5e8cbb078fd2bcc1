package store_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad/internal/query"
	"isnad/internal/store"
)

// manyQueries are those of testdata/queries.txt.
func manyQueries(t testing.TB) (all []*query.Query) {
	t.Helper()
	f, err := os.Open("testdata/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			all = append(all, asked(t, line))
		}
	}
	if lines.Err() != nil || len(all) < 200 {
		t.Fatalf("%d queries, %v", len(all), lines.Err())
	}
	return all
}

// BenchmarkSearch searches the archive that ISNAD_BENCH_DB names for the queries of
// testdata/queries.txt, and tells the median, the 99th percentile and the longest time.
func BenchmarkSearch(b *testing.B) {
	name := os.Getenv("ISNAD_BENCH_DB")
	if name == "" {
		b.Skip("ISNAD_BENCH_DB names no archive")
	}
	a, err := store.Open(b.Context(), name, store.Options{MustExist: true})
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	queries := manyQueries(b)
	for what, search := range map[string]func(q *query.Query) error{
		"newest": func(q *query.Query) error {
			_, err := a.Search(b.Context(), store.Searching{Query: q})
			return err
		},
		"relevance": func(q *query.Query) error {
			_, err := a.Search(b.Context(), store.Searching{Query: q, Order: store.Relevance})
			return err
		},
		"count": func(q *query.Query) error {
			_, err := a.Count(b.Context(), q)
			return err
		},
		"facets": func(q *query.Query) error {
			_, err := a.Facets(b.Context(), q)
			return err
		},
	} {
		b.Run(what, func(b *testing.B) {
			var took []time.Duration
			var longest *query.Query
			for b.Loop() {
				for _, q := range queries {
					start := time.Now()
					if err := search(q); err != nil {
						b.Fatal(err)
					}
					d := time.Since(start)
					if longest == nil || d > slices.Max(took) {
						longest = q
					}
					took = append(took, d)
				}
			}
			slices.Sort(took)
			ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
			b.ReportMetric(ms(took[len(took)/2]), "ms-median")
			b.ReportMetric(ms(took[len(took)*99/100]), "ms-p99")
			b.ReportMetric(ms(took[len(took)-1]), "ms-longest")
			b.Logf("longest: %s", longest)
		})
	}
}
