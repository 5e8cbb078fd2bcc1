package store_test

import (
	"errors"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

func TestJudgements(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		at := time.Date(2026, 5, 10, 12, 0, 0, 0, time.UTC)
		j := store.Judgement{Article: "x", Title: "عنوان", Claim: "c1", Cue: "قال", Content: "إن الميناء يعود", Chain: "صدى ← الوالي", Verdict: store.Wrong, About: store.AReading, By: "ليلى", At: at}
		other := j
		other.Content = "آخر"
		second := j
		second.Verdict, second.At = store.Right, at.Add(time.Hour)
		for _, x := range []store.Judgement{j, other, second} {
			if err := a.Judge(t.Context(), x); err != nil {
				t.Fatal(err)
			}
		}
		all, err := a.Judgements(t.Context(), 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		j.Number, other.Number, second.Number = 1, 2, 3
		j.Undone = second.At
		if want := []store.Judgement{second, other, j}; len(all) != 3 || all[0] != want[0] || all[1] != want[1] || all[2] != want[2] {
			t.Errorf("kept are %+v, want %+v", all, want)
		}
		if err := a.Undo(t.Context(), 2, at); err != nil {
			t.Error(err)
		}
		if err := a.Undo(t.Context(), 2, at); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("undone twice: %v", err)
		}
		standing, err := a.OfArticle(t.Context(), "x")
		if err != nil || len(standing) != 1 || standing[0] != second {
			t.Errorf("there stand %+v: %v", standing, err)
		}
	})
}

func TestAccounts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		now := time.Date(2026, 5, 10, 12, 0, 0, 0, time.UTC)
		a, err := store.Open(t.Context(), name, store.Options{Clock: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := a.Close(); err != nil {
				t.Error(err)
			}
		}()
		if has, err := a.HasAccounts(t.Context()); has || err != nil {
			t.Errorf("a new archive has accounts: %v, %v", has, err)
		}
		layla := store.Account{Name: "ليلى", Role: store.Analyst, Password: "$argon2id$…", Added: now}
		if err := a.PutAccount(t.Context(), layla); err != nil {
			t.Fatal(err)
		}
		if got, err := a.Account(t.Context(), "ليلى"); err != nil || got != layla {
			t.Errorf("kept is %+v: %v", got, err)
		}
		session := store.Session{Account: layla, Kind: "browser", Expires: now.Add(time.Hour)}
		if err := a.PutSession(t.Context(), "secret", session); err != nil {
			t.Fatal(err)
		}
		if got, err := a.Session(t.Context(), "secret"); err != nil || got != session {
			t.Errorf("the session is %+v: %v", got, err)
		}
		if _, err := a.Session(t.Context(), "guess"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a guess lets in: %v", err)
		}
		now = now.Add(2 * time.Hour)
		if _, err := a.Session(t.Context(), "secret"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a session that is over lets in: %v", err)
		}
		now = now.Add(-2 * time.Hour)
		layla.Role = store.Admin
		if err := a.PutAccount(t.Context(), layla); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Session(t.Context(), "secret"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a session outlives a new password: %v", err)
		}
		if err := a.RemoveAccount(t.Context(), "ليلى"); err != nil {
			t.Error(err)
		}
		if err := a.RemoveAccount(t.Context(), "ليلى"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("removed twice: %v", err)
		}
	})
}

func TestDeeds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		first := store.Deed{At: time.Unix(100, 0).UTC(), Account: "ليلى", Action: "judge", Detail: "wrong"}
		second := store.Deed{At: time.Unix(200, 0).UTC(), Action: "sign-in-failed", Detail: "ليلى"}
		for _, d := range []store.Deed{first, second} {
			if err := a.Record(t.Context(), d); err != nil {
				t.Fatal(err)
			}
		}
		all, err := a.Deeds(t.Context(), 0, 10)
		if err != nil || len(all) != 2 || all[0] != second || all[1] != first {
			t.Errorf("recorded are %+v: %v", all, err)
		}
	})
}
