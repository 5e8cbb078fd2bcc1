package ingest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// Actors are joined over articles, keep their identifiers when the articles are read anew, and
// follow what people said of them.
func TestActorsAreJoined(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		file := filepath.Join(t.TempDir(), "told.jsonl")
		if err := os.WriteFile(file, []byte(told), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := addTo(t.Context(), a, file); err != nil {
			t.Fatal(err)
		}
		join := func() {
			t.Helper()
			if err := JoinActors(t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		join()
		found, err := a.Actors(t.Context(), "النجار", "", 0, 10)
		if err != nil || len(found) != 1 || found[0].Articles != 2 {
			t.Fatalf("%+v, %v", found, err)
		}
		id := found[0].ID
		seen, err := a.ActorSeen(t.Context(), []int64{found[0].Number}, 1)
		if err != nil || seen.Total != 2 || len(seen.Newest) != 1 || seen.Newest[0] != 2 {
			t.Fatalf("%+v, %v", seen, err)
		}
		say := func(j store.Judgement) {
			t.Helper()
			j.By, j.At = "ليلى", time.Unix(1e9, 0)
			if err := a.Judge(t.Context(), j); err != nil {
				t.Fatal(err)
			}
		}
		readings, err := a.ReadingsByNumber(t.Context(), []int64{2})
		if err != nil {
			t.Fatal(err)
		}
		say(store.Judgement{About: store.InArticle, Article: id, Claim: readings[0].Article.ID, Verdict: store.OtherThing})
		join()
		found, err = a.Actors(t.Context(), "النجار", "", 0, 10)
		if err != nil || len(found) != 2 {
			t.Fatalf("parted: %+v, %v", found, err)
		}
		say(store.Judgement{About: store.TwoActors, Article: found[0].ID, Claim: found[1].ID, Verdict: store.SameThing})
		again, err := store.NewAnalysed(2, 1, readings[0].Analysis)
		if err == nil {
			err = a.Update(t.Context(), func(tx *store.Tx) error { return tx.PutAnalyses(t.Context(), "another", []*store.Analysed{again}) })
		}
		if err != nil {
			t.Fatal(err)
		}
		join()
		one, numbers, err := a.Actor(t.Context(), found[1].ID)
		if err != nil || one.ID != id || len(numbers) != 2 {
			t.Errorf("read anew: %+v, %v, %v", one, numbers, err)
		}
		said, err := a.Standing(t.Context(), store.TwoActors)
		if err != nil || len(said) != 1 {
			t.Fatalf("%+v, %v", said, err)
		}
		if err := a.Undo(t.Context(), said[0].Number, time.Unix(2e9, 0)); err != nil {
			t.Fatal(err)
		}
		if _, numbers, err := a.Actor(t.Context(), found[1].ID); err != nil || len(numbers) != 1 {
			t.Errorf("taken back: %v, %v", numbers, err)
		}
	})
}
