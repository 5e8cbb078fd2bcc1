package store_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
	"unicode"

	"isnad"
	"isnad/internal/ordered"
	"isnad/internal/store"
)

// TestGrow makes of the archive ISNAD_GROW_FROM the archive ISNAD_GROW_TO with
// ISNAD_GROW_TIMES times its articles, to measure how search grows: each copy of an article
// is a month older than the one before, and one word in five is another. It goes on where it
// was stopped.
func TestGrow(t *testing.T) {
	from, to := os.Getenv("ISNAD_GROW_FROM"), os.Getenv("ISNAD_GROW_TO")
	times, err := strconv.Atoi(os.Getenv("ISNAD_GROW_TIMES"))
	if from == "" || to == "" || err != nil {
		t.Skip("ISNAD_GROW_FROM, ISNAD_GROW_TO and ISNAD_GROW_TIMES do not say what to make")
	}
	source, target := openAt(t, from), openAt(t, to)
	stats, err := source.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	there, err := target.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for round := int(there.Articles / stats.Articles); round < times; round++ {
		growOnce(t, source, target, round)
		t.Logf("%d times", round+1)
	}
}

func openAt(t *testing.T, name string) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), name, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// grown is an article on its way; what was read in it is made findable once it has a number.
type grown struct {
	draft    *store.Draft
	analysis *isnad.Analysis
	err      error
}

func growOnce(t *testing.T, source, target *store.Archive, round int) {
	t.Helper()
	readings := func(yield func(*store.Reading) bool) {
		for r, err := range source.Analyses(t.Context(), store.Range{}) {
			if err != nil {
				t.Error(err)
				return
			}
			if !yield(r) {
				return
			}
		}
	}
	var batch []grown
	flush := func() error {
		defer func() { batch = batch[:0] }()
		return keepGrown(t, target, batch)
	}
	err := ordered.Map(t.Context(), runtime.GOMAXPROCS(0), readings, func(r *store.Reading) grown {
		return grow(r, round)
	}, func(g grown) error {
		if g.err != nil {
			return g.err
		}
		if batch = append(batch, g); len(batch) < 500 {
			return nil
		}
		return flush()
	})
	if err == nil {
		err = flush()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// grow makes the copy of an article. Its words keep their length, so that the spans of what
// was read in it hold.
func grow(r *store.Reading, round int) (g grown) {
	a := r.Article.Article
	a.ID, a.URL = fmt.Sprintf("%d-%s", round, r.Article.ID), ""
	a.Published = r.Article.Time.Add(-time.Duration(round) * 30 * 24 * time.Hour).Format(time.RFC3339)
	a.Title, a.Body = changedWords(a.Title, round), changedWords(a.Body, round)
	g.draft, g.analysis = store.NewDraft(&a, nil), r.Analysis
	r.Analysis.Article = a
	g.err = g.draft.Pack()
	return g
}

func keepGrown(t *testing.T, target *store.Archive, batch []grown) error {
	t.Helper()
	drafts := make([]*store.Draft, len(batch))
	for i, g := range batch {
		drafts[i] = g.draft
	}
	return target.Update(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.Put(t.Context(), drafts)
		if err != nil {
			return err
		}
		var all []*store.Analysed
		numbered := func(yield func(int) bool) {
			for i := range kept {
				if !yield(i) {
					return
				}
			}
		}
		type made struct {
			a   *store.Analysed
			err error
		}
		err = ordered.Map(t.Context(), runtime.GOMAXPROCS(0), numbered, func(i int) (m made) {
			m.a, m.err = store.NewAnalysed(kept[i].Number, kept[i].Version, batch[i].analysis)
			return m
		}, func(m made) error {
			all = append(all, m.a)
			return m.err
		})
		if err != nil {
			return err
		}
		return tx.PutAnalyses(t.Context(), "grown", all)
	})
}

// changedWords turns round the letters of one word in five, others in each round.
func changedWords(text string, round int) string {
	if round == 0 {
		return text
	}
	out := []rune(text)
	for i := 0; i < len(out); {
		end := i
		for end < len(out) && unicode.IsLetter(out[end]) {
			end++
		}
		if end == i {
			i++
			continue
		}
		h := fnv.New32a()
		fmt.Fprint(h, round, string(out[i:end]))
		if h.Sum32()%5 == 0 {
			slices.Reverse(out[i:end])
		}
		i = end
	}
	return string(out)
}
