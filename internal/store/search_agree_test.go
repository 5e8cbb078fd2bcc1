package store_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"isnad"
	"isnad/extract"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// TestEnginesFindTheSame asks both engines all of testdata/queries.txt over real articles.
func TestEnginesFindTheSame(t *testing.T) {
	read := realArticles(t, 800)
	lite, post := storetest.Open(t, storetest.SQLite(t)), storetest.Open(t, storetest.PostgreSQL(t))
	fill(t, lite, read)
	fill(t, post, read)
	some := 0
	for _, q := range manyQueries(t) {
		var found [2][]string
		for i, a := range []*store.Archive{lite, post} {
			n, err := a.Count(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			hits, err := a.Search(t.Context(), store.Searching{Query: q, Limit: n + 1})
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits.Hits {
				id := h.Article.ID
				if h.Claim != nil {
					id += " " + h.Claim.ID
				}
				found[i] = append(found[i], id)
			}
			if len(found[i]) != n || hits.Total != n {
				t.Errorf("%s: %d hits, total %d, count %d", q, len(found[i]), hits.Total, n)
			}
		}
		if !slices.Equal(found[0], found[1]) {
			t.Errorf("%s: SQLite finds %d, PostgreSQL %d, or in another order", q, len(found[0]), len(found[1]))
		}
		if len(found[0]) > 0 {
			some++
		}
	}
	if some < 150 {
		t.Errorf("only %d queries find something", some)
	}
}

// realArticles reads so many articles of the corpus, from all over it.
func realArticles(t testing.TB, n int) (all []*isnad.Analysis) {
	t.Helper()
	f, err := os.Open("../../../shared/data/saudinewsnet.jsonl.gz")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skipf("not compared: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for i := 0; lines.Scan() && len(all) < n; i++ {
		if i%30 != 0 {
			continue
		}
		var a struct{ ID, Title, Body, Outlet, URL, Published string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, reader.Analyze(&isnad.Article{ID: a.ID, Title: a.Title, Body: a.Body, Outlet: a.Outlet, URL: a.URL, Published: a.Published}))
	}
	if lines.Err() != nil || len(all) != n {
		t.Fatalf("%d articles, %v", len(all), lines.Err())
	}
	return all
}
