// Package storetest gives tests an archive in each engine: SQLite in a directory of
// the test, and a real PostgreSQL, which is started for the test where no server is
// named. A package that uses it has
//
//	func TestMain(m *testing.M) { os.Exit(storetest.Run(m)) }
package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"isnad/internal/store"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver by its name
)

// Server names the environment variable with the address of a PostgreSQL on which
// databases may be made, as in postgres://user:password@host/postgres. Without it one
// is started from the binaries of the distribution.
const Server = "ISNAD_TEST_POSTGRES"

// Run runs the tests of a package and then stops what was started for them.
func Run(m *testing.M) int {
	defer stopServer()
	return m.Run()
}

// Each runs the test once for each engine, with the name of a new, empty archive. Where
// there is no PostgreSQL that half is skipped; in CI it fails.
func Each(t *testing.T, test func(t *testing.T, name string)) {
	t.Helper()
	t.Run(string(store.SQLite), func(t *testing.T) { test(t, SQLite(t)) })
	t.Run(string(store.PostgreSQL), func(t *testing.T) { test(t, PostgreSQL(t)) })
}

// SQLite is the name of an archive that is not there yet.
func SQLite(t testing.TB) string { return filepath.Join(t.TempDir(), "isnad.db") }

// Open opens the archive, and closes it when the test ends.
func Open(t testing.TB, name string) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), name, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("close the archive: %v", err)
		}
	})
	return a
}

var (
	server    = sync.OnceValues(findServer)
	databases atomic.Int64
)

// PostgreSQL is the address of a new, empty database, which is removed when the test ends.
func PostgreSQL(t testing.TB) string {
	t.Helper()
	address, err := server()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	name := fmt.Sprintf("isnad_test_%d_%d", os.Getpid(), databases.Add(1))
	execute(t, address, "CREATE DATABASE "+name+" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
	t.Cleanup(func() { execute(t, address, "DROP DATABASE "+name+" WITH (FORCE)") })
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}

func execute(t testing.TB, address, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.WithoutCancel(t.Context()), statement); err != nil {
		t.Fatalf("%s: %v", strings.Fields(statement)[0], err)
	}
}
