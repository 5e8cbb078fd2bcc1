package group

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

// TestJudgedPairs tells how many pairs of articles that were judged to tell one happening, or not,
// are in one story, and how well the judged great stories are kept together, over the corpus that
// ISNAD_CORPUS names. It asserts only that all are found.
func TestJudgedPairs(t *testing.T) {
	corpus := os.Getenv("ISNAD_CORPUS")
	if corpus == "" {
		t.Skip("ISNAD_CORPUS does not name the file of the judged articles")
	}
	in := storiesOf(t, corpus)
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		a, b := in[f[0]], in[f[1]]
		if a == 0 || b == 0 {
			t.Fatalf("an article of %q is not in the corpus", line)
		}
		for _, of := range []string{f[2], f[2] + ", drawn as " + f[3]} {
			all[of]++
			if (a == b) == (f[2] == "same") {
				right[of]++
			}
		}
	}
	for of, n := range all {
		t.Logf("%s: %d of %d", of, right[of], n)
	}
	tellJudgedStories(t, in)
}

// storiesOf places the articles of a corpus as an archive does, and tells the story of each.
func storiesOf(t *testing.T, corpus string) map[string]int64 {
	t.Helper()
	prints, words, ids := printsOf(t, corpus)
	s := NewStories(NewFrequencies(), nil)
	story, exact, holders := make(map[int64]int64), make(map[uint64]int64), make(map[uint64][]int64)
	known := func(numbers []int64) (map[int64]Known, error) {
		out := make(map[int64]Known)
		for _, n := range numbers {
			out[n] = Known{Words: words[n-1], Outlet: prints[n-1].Outlet, Story: story[n]}
		}
		return out, nil
	}
	of := func(names []int64) (all []*Print, err error) {
		for _, p := range prints {
			if n, placed := story[p.Number]; placed && slices.Contains(names, n) {
				all = append(all, p)
			}
		}
		return all, nil
	}
	for some := range slices.Chunk(slices.Clone(prints), settleAfter) {
		slices.SortStableFunc(some, func(a, b *Print) int { return a.Time.Compare(b.Time) })
		var theirs [][]uint32
		for _, p := range some {
			theirs = append(theirs, words[p.Number-1])
		}
		placed, err := s.Batch(some, theirs, Earlier{Holders: holders, Exact: exact, Known: known, Of: of})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range placed.Parted {
			for _, n := range p.Moved {
				story[n] = p.New
			}
		}
		for i, p := range some {
			story[p.Number] = placed.Stories[i]
			if _, there := exact[p.Exact]; !there {
				exact[p.Exact] = p.Number
			}
			for _, m := range p.Marks {
				holders[m] = append(holders[m], p.Number)
			}
		}
	}
	out := make(map[string]int64, len(ids))
	for i, id := range ids {
		out[id] = s.Name(story[int64(i+1)])
	}
	return out
}

func printsOf(t *testing.T, corpus string) (prints []*Print, words [][]uint32, ids []string) {
	t.Helper()
	f, err := os.Open(corpus)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	printer := NewPrinter()
	for d := json.NewDecoder(unpacked); ; {
		var x struct{ ID, Title, Body, Outlet, Published string }
		if err := d.Decode(&x); errors.Is(err, io.EOF) {
			return prints, words, ids
		} else if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, x.Published)
		if err != nil {
			at, _ = time.Parse(time.DateOnly, x.Published)
		}
		p, w := printer.Print(int64(len(ids)+1), at, &isnad.Article{Title: x.Title, Body: x.Body, Outlet: x.Outlet})
		prints, words, ids = append(prints, p), append(words, w.Hashes), append(ids, x.ID)
	}
}
