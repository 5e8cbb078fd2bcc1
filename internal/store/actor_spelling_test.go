package store_test

import (
	"testing"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// Who is looked for by a whole name is found by all of them, also in an archive that was made
// before names had a table of their own.
func TestActorsNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		joinSome(t, a)
		namedSome(t, a)
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"DROP TABLE actor_spellings", "DELETE FROM goose_db_version WHERE version_id = 63"} {
			execOn(t, driverOf(name), name, statement)
		}
		namedSome(t, storetest.Open(t, name))
	})
}

// joinSome keeps three actors, of which one then becomes part of another, and one has a new name.
func joinSome(t *testing.T, a *store.Archive) {
	t.Helper()
	actor := func(n int64, id string, articles int, latin string, names ...string) *store.Actor {
		x := &store.Actor{Number: n, ID: id, Type: "PER", Name: names[0], Articles: articles}
		x.Latin = latin
		for _, s := range names {
			x.Names = append(x.Names, store.Times{Name: s, N: 1})
		}
		return x
	}
	for turn, j := range []store.Joined{
		{Actors: []*store.Actor{
			actor(1, "a1", 3, "Ahmad al-Tawil", "أحمد الطويل"),
			actor(2, "a2", 5, "", "احمد الطويل", "الشيخ أحمد"),
			actor(3, "a3", 1, "", "أحمد القديم"),
			actor(4, "a4", 1, "", "الأستاذ أحمد"),
		}},
		{Actors: []*store.Actor{actor(3, "a3", 9, "", "أحمد الجديد")}, Merged: []store.MergedActor{{ID: "a4", Number: 4, Into: 1}}},
	} {
		j.Joining.Turn = int64(turn)
		if err := a.Update(t.Context(), func(tx *store.Tx) error { return tx.Join(t.Context(), j) }); err != nil {
			t.Fatal(err)
		}
	}
}

func namedSome(t *testing.T, a *store.Archive) {
	t.Helper()
	for name, want := range map[string]string{
		"أحمد الطويل":    "a2 a1 ",
		"إحمد الطويل":    "a2 a1 ",
		"الشيخ أحمد":     "a2 ",
		"ahmad al-tawil": "a1 ",
		"أحمد الجديد":    "a3 ",
		"أحمد القديم":    "",
		"الأستاذ أحمد":   "",
		"أحمد":           "",
		"":               "",
	} {
		found, err := a.ActorsNamed(t.Context(), name, 5)
		ids := ""
		for _, x := range found {
			ids += x.ID + " "
		}
		if ids != want || err != nil {
			t.Errorf("%q names %q, %v; want %q", name, ids, err, want)
		}
	}
}
