package ingest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// What pages ask of joined actors is the same in both engines.
func TestActorsAreSeen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		file := filepath.Join(t.TempDir(), "told.jsonl")
		if err := os.WriteFile(file, []byte(told), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := addTo(t.Context(), a, file); err != nil {
			t.Fatal(err)
		}
		if err := JoinActors(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		found, err := a.Actors(t.Context(), "النجار", "PER", 0, 10)
		if err != nil || len(found) != 1 {
			t.Fatalf("%+v, %v", found, err)
		}
		is := found[0]
		seen, err := a.ActorSeen(t.Context(), []int64{is.Number}, 10)
		if err != nil || seen.Total != 2 || len(seen.Newest) != 2 || seen.Newest[0] != 2 {
			t.Errorf("seen: %+v, %v", seen, err)
		}
		read, err := a.ReadingsByNumber(t.Context(), seen.Newest)
		if err != nil || len(read) != 2 {
			t.Fatalf("%+v, %v", read, err)
		}
		ids := []string{read[0].Article.ID, read[1].Article.ID}
		if again, err := a.ReadingsByID(t.Context(), ids); err != nil || len(again) != 2 || again[1].Article.Number != 2 {
			t.Errorf("by identifier: %+v, %v", again, err)
		}
		cast, err := a.Cast(t.Context(), ids)
		if err != nil || len(cast) != 2 {
			t.Fatalf("%+v, %v", cast, err)
		}
		var other int64
		named := 0
		for _, number := range cast[ids[0]] {
			if number == is.Number {
				named++
			} else {
				other = number
			}
		}
		if named == 0 || other == 0 {
			t.Fatalf("named are %+v", cast)
		}
		if both, err := a.SeenTogether(t.Context(), []int64{is.Number}, []int64{other}, 10); err != nil || both.Total == 0 || len(both.Newest) != both.Total {
			t.Errorf("together: %+v, %v", both, err)
		}
		spelled := is.Names[0].Name
		if all, err := a.ActorsSpelled(t.Context(), spelled, 5); err != nil || len(all) != 1 || all[0].ID != is.ID {
			t.Errorf("called %s: %+v, %v", spelled, all, err)
		}
		if alike, err := a.ActorsAlike(t.Context(), []int64{is.Number}, 5); err != nil || len(alike) > 5 {
			t.Errorf("alike: %+v, %v", alike, err)
		}
		say := store.Judgement{About: store.InArticle, Article: is.ID, Claim: ids[1], Verdict: store.OtherThing, At: time.Unix(1e9, 0)}
		if err := a.Judge(t.Context(), say); err != nil {
			t.Fatal(err)
		}
		if err := JoinActors(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		alike, err := a.ActorsAlike(t.Context(), []int64{is.Number}, 5)
		if err != nil || len(alike) != 1 || alike[0].ID == is.ID {
			t.Errorf("parted, alike are %+v, %v", alike, err)
		}
		has, err := a.Holdings(t.Context())
		if err != nil || has.Versions != 4 || has.Actors < 2 || has.Judgements != 1 || len(has.Readings) != 1 || has.Readings[0].Hits != 4 {
			t.Errorf("holds %+v, %v", has, err)
		}
	})
}
