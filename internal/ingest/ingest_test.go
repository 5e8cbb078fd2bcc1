package ingest

import (
	"errors"
	"fmt"
	"testing"

	"isnad"
	"isnad/extract"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

func TestAddTwiceAddsNothing(t *testing.T) {
	file := generated(t, 300)
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		for i, want := range []int{300, 0} {
			got, err := addTo(t.Context(), a, file)
			if err != nil || got.Added != want || got.Seen != 300 {
				t.Errorf("time %d: %+v, %v; want %d added", i+1, got, err, want)
			}
		}
		stats, err := a.Stats(t.Context())
		if err != nil || stats.Analysed != 300 || stats.Documents != 300 || stats.Outlets != 7 || stats.Claims == 0 {
			t.Errorf("%+v, %v", stats, err)
		}
		if err := a.Check(t.Context(), func(damage string) { t.Error(damage) }); err != nil {
			t.Error(err)
		}
	})
}

// What another extractor read is read anew, keeps its identifiers, and the change is told.
func TestReanalyze(t *testing.T) {
	file := generated(t, 5)
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		if _, err := addTo(t.Context(), a, file); err != nil {
			t.Fatal(err)
		}
		older(t, a)
		reader, err := extract.New()
		if err != nil {
			t.Fatal(err)
		}
		crew, ctx, err := Start(t.Context(), a, reader, Options{})
		if err != nil {
			t.Fatal(err)
		}
		account, articles, err := crew.Reanalyze(ctx)
		if err == nil {
			err = crew.Wait(ctx, func(int) {})
		}
		if err := errors.Join(err, crew.Stop()); err != nil || articles != 1 {
			t.Fatalf("%d articles, %v", articles, err)
		}
		done, err := a.ReanalysisOf(t.Context(), account)
		if err != nil || done.Articles != 1 || done.Changed != 1 || done.ClaimsGone != 1 || done.ClaimsNew == 0 {
			t.Errorf("account %+v, %v", done, err)
		}
	})
}

// older gives the fifth article an analysis as an older extractor might have made it:
// with one claim that is none, and the last of the others missing.
func older(t *testing.T, a *store.Archive) {
	t.Helper()
	all, err := a.ReadingsByNumber(t.Context(), []int64{5})
	if err != nil || len(all) != 1 || len(all[0].Analysis.Claims) < 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	x := *all[0].Analysis
	x.Claims = append(x.Claims[:len(x.Claims)-1:len(x.Claims)-1], isnad.Claim{ID: "c99", Cue: isnad.Span{Start: 1, End: 2}})
	analysed, err := store.NewAnalysed(5, 1, &x)
	if err != nil {
		t.Fatal(err)
	}
	err = a.Update(t.Context(), func(tx *store.Tx) error {
		return tx.PutAnalyses(t.Context(), "older", []*store.Analysed{analysed})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestIdentifiersStay(t *testing.T) {
	claim := func(id string, start int) isnad.Claim {
		return isnad.Claim{ID: id, Cue: isnad.Span{Start: start, End: start + 2}}
	}
	old := &isnad.Analysis{Claims: []isnad.Claim{claim("c1", 10), claim("c2", 20), claim("c3", 20)}}
	now := &isnad.Analysis{
		Claims:     []isnad.Claim{claim("c1", 5), claim("c2", 20), claim("c3", 10)},
		Quantities: []isnad.Quantity{{ID: "q1", Claim: "c3"}},
	}
	keepIDs(old, now)
	got := fmt.Sprint(now.Claims[0].ID, now.Claims[1].ID, now.Claims[2].ID, now.Quantities[0].Claim)
	if want := fmt.Sprint("c4", "c2", "c1", "c1"); got != want {
		t.Errorf("identifiers %s, want %s", got, want)
	}
}
