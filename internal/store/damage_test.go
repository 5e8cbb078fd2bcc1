package store_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

func execOn(t *testing.T, driver, name, statement string) {
	t.Helper()
	db, err := sql.Open(driver, name)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func driverOf(name string) string {
	if strings.HasPrefix(name, "postgres") {
		return "pgx"
	}
	return "sqlite"
}

func TestNewerArchiveIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a, err := store.Open(t.Context(), name, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)",
			"DELETE FROM goose_db_version WHERE version_id = 9999",
		} {
			execOn(t, driverOf(name), name, statement)
			b, err := store.Open(t.Context(), name, store.Options{})
			if err == nil {
				err = b.Close()
			}
			if newer := strings.HasPrefix(statement, "INSERT"); errors.Is(err, store.ErrNewer) != newer || store.IsBadInput(err) != newer {
				t.Errorf("after %s: %v", statement, err)
			}
		}
	})
}

func TestWhatIsNoArchiveIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other.db")
	execOn(t, "sqlite", other, "CREATE TABLE t (x)")
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("هذا نص. ", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{other, text} {
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(t.Context(), name, store.Options{}); !errors.Is(err, store.ErrNotArchive) || !store.IsBadInput(err) {
			t.Errorf("%s: %v", name, err)
		}
		if after, err := os.ReadFile(name); err != nil || string(after) != string(before) {
			t.Errorf("%s was changed", name)
		}
	}
	if _, err := store.Open(t.Context(), filepath.Join(dir, "none.db"), store.Options{MustExist: true}); !errors.Is(err, store.ErrMissing) {
		t.Errorf("an archive that must be there: %v", err)
	}
	if _, err := store.Open(t.Context(), filepath.Join(text, "below.db"), store.Options{}); err == nil || store.IsBadInput(err) {
		t.Errorf("below a file: %v", err)
	}
}

func TestReadOnlyDirectory(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "closed")
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), filepath.Join(dir, "isnad.db"), store.Options{})
	if !store.IsBadInput(err) || !strings.Contains(err.Error(), "must be writable") {
		t.Errorf("got %v", err)
	}
}

// A disk that is full fails the transaction, and what was there before stays.
func TestFullDisk(t *testing.T) {
	name := storetest.SQLite(t)
	a := storetest.Open(t, name)
	put(t, a, draft(news("1", "", "أول", "نص")))
	// SQLite takes its own limit for a full disk, with the same error and the same way back.
	err := a.Update(t.Context(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(t.Context(), "PRAGMA max_page_count = 1")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	large := make([]*store.Draft, 50)
	for i := range large {
		large[i] = draft(news(string(rune('a'+i)), "", "كبير", strings.Repeat(string(rune('ء'+i)), 3000+i)+random(20000)))
	}
	err = a.Update(t.Context(), func(tx *store.Tx) error {
		_, err := tx.Put(t.Context(), large)
		return err
	})
	if !errors.Is(err, store.ErrFull) || !store.IsFatal(err) {
		t.Errorf("got %v", err)
	}
	count := 0
	for x, err := range a.Articles(t.Context(), store.Range{}) {
		if err != nil || x.Title != "أول" {
			t.Errorf("%+v, %v", x, err)
		}
		count++
	}
	if count != 1 {
		t.Errorf("%d articles, want 1", count)
	}
}

// random is text that does not compress.
func random(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
		b.WriteRune(rune('ء' + x>>24%40))
	}
	return b.String()
}

// A connection that is lost while something is written leaves what was written before.
func TestLostConnection(t *testing.T) {
	direct := storetest.PostgreSQL(t)
	cut, address := storetest.Proxy(t, direct)
	a, err := store.Open(t.Context(), address, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	put(t, a, draft(news("1", "", "أول", "نص")))
	err = a.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Put(t.Context(), []*store.Draft{draft(news("2", "", "ثان", "نص"))}); err != nil {
			return err
		}
		cut()
		_, err := tx.Put(t.Context(), []*store.Draft{draft(news("3", "", "ثالث", "نص"))})
		return err
	})
	if !errors.Is(err, store.ErrConnection) || !store.IsFatal(err) {
		t.Errorf("got %v", err)
	}
	b := storetest.Open(t, direct)
	stats, err := b.Stats(t.Context())
	if err != nil || stats.Articles != 1 {
		t.Errorf("%+v, %v; want one article", stats, err)
	}
}

// Damage is found wherever it is.
func TestCheckFindsDamage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		put(t, a, draft(news("1", "", "أول", "نص")), draft(news("2", "", "ثان", "نص آخر")))
		check := func() (damages int) {
			if err := a.Check(t.Context(), func(string) { damages++ }); err != nil {
				t.Fatal(err)
			}
			return damages
		}
		if n := check(); n != 0 {
			t.Fatalf("%d damages in a sound archive", n)
		}
		err := a.Update(t.Context(), func(tx *store.Tx) error {
			for _, statement := range []string{
				"UPDATE versions SET title = 'آخر' WHERE article = 1",
				"UPDATE versions SET body = (SELECT hash FROM documents WHERE id = 1) WHERE article = 2",
				"UPDATE documents SET bytes = (SELECT d.bytes FROM documents d WHERE d.id = 1) WHERE id = 2",
			} {
				if _, err := tx.ExecContext(t.Context(), statement); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n := check(); n != 3 {
			t.Errorf("%d damages found, want 3", n)
		}
	})
}
