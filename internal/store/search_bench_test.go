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
// testdata/queries.txt, and tells the median, the 99th percentile and
// the longest time, and which were the longest.
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
	if all, err := a.Count(b.Context(), &query.Query{}); err != nil || all == 0 {
		b.Fatalf("%d articles to search, %v", all, err)
	}
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
			var took []timed
			for b.Loop() {
				for _, q := range queries {
					start := time.Now()
					if err := search(q); err != nil {
						b.Fatal(err)
					}
					took = append(took, timed{q, time.Since(start)})
				}
			}
			slices.SortFunc(took, func(x, y timed) int { return int(x.took - y.took) })
			b.ReportMetric(took[len(took)/2].ms(), "ms-median")
			b.ReportMetric(took[len(took)*99/100].ms(), "ms-p99")
			b.ReportMetric(took[len(took)-1].ms(), "ms-longest")
			for _, t := range took[len(took)-8:] {
				b.Logf("%.0f ms: %s", t.ms(), t.query)
			}
		})
	}
}

type timed struct {
	query *query.Query
	took  time.Duration
}

func (t timed) ms() float64 { return float64(t.took.Microseconds()) / 1000 }
