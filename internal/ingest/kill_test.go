package ingest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// killsEnv says how often an import is killed. Few times by default, so that the tests
// stay quick; ISNAD_TEST_KILLS=50 go test ./internal/ingest -run Kill is the whole test.
const killsEnv = "ISNAD_TEST_KILLS"

const killsByDefault = 6

func kills(t *testing.T) int {
	t.Helper()
	said := os.Getenv(killsEnv)
	if said == "" {
		return killsByDefault
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no number of kills", killsEnv, said)
	}
	return n
}

// TestKilledImportGoesOn kills imports at random moments. After the last one an
// undisturbed import leaves the archive as if none had been killed.
func TestKilledImportGoesOn(t *testing.T) {
	file := generated(t, 1500)
	n := kills(t)
	storetest.Each(t, func(t *testing.T, name string) {
		whole := storetest.SQLite(t)
		if strings.HasPrefix(name, "postgres") {
			whole = storetest.PostgreSQL(t)
		}
		began := time.Now()
		child(t, whole, file, 0)
		taken := time.Since(began)
		random := rand.New(rand.NewPCG(1, uint64(n)))
		for range n {
			child(t, name, file, time.Duration(random.Int64N(int64(taken/2)))+time.Millisecond)
		}
		child(t, name, file, 0)
		want, got := rows(t, whole), rows(t, name)
		if len(want) < 4*1500 {
			t.Fatalf("the undisturbed archive has only %d rows", len(want))
		}
		for i := range min(len(want), len(got)) {
			if got[i] != want[i] {
				t.Fatalf("row %d is\n%s\nwant\n%s", i, got[i], want[i])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d rows, want %d", len(got), len(want))
		}
	})
}

// child adds the file in a process of its own and kills that after a while, unless it
// is to end by itself.
func child(t *testing.T, archive, file string, after time.Duration) {
	t.Helper()
	c := exec.Command(os.Args[0], archive, file)
	c.Env = append(os.Environ(), childEnv+"=1")
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		time.Sleep(after)
		_ = c.Process.Kill() // SIGKILL: nothing can be put in order
		_ = c.Wait()
		return
	}
	if err := c.Wait(); err != nil {
		t.Fatalf("import: %v: %s", err, &said)
	}
}

// rows are all rows of an archive but for the times at which they were written, and the
// name of the extractor, which is the same program.
func rows(t *testing.T, name string) (all []string) {
	t.Helper()
	a := storetest.Open(t, name)
	for _, query := range []string{
		"SELECT id, name, host, country, kind FROM outlets ORDER BY id",
		"SELECT id, hash, media, size, bytes FROM documents ORDER BY id",
		"SELECT number, id, source_id, outlet, url, title, published, language, version FROM articles ORDER BY number",
		"SELECT article, version, hash, title, body, document FROM versions ORDER BY article, version",
		"SELECT article, version, claims, analysis FROM analyses ORDER BY article",
		"SELECT kind, state FROM river_job WHERE state <> 'completed'",
	} {
		all = append(all, rowsOf(t, a, query)...)
	}
	return all
}

func rowsOf(t *testing.T, a *store.Archive, query string) (all []string) {
	t.Helper()
	found, err := a.View().QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	names, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for found.Next() {
		values := make([]any, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := found.Scan(into...); err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%s: %x", query, values))
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// generated writes a file of so many articles.
func generated(t testing.TB, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%d","title":"خبر %d","outlet":"صدى %d","published":"2026-03-%02d","url":"https://example.org/%d","body":"%s"}`+"\n",
			i, i, i%7, 1+i%28, i, strings.Repeat(fmt.Sprintf("قال وزير الداخلية إن %d شخصا أصيبوا في الحادث، ونفت الشرطة ذلك. ", i), 1+i%9))
	}
	file := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// Several processes add the same and share the work: nothing is there twice.
func TestProcessesShareAnArchive(t *testing.T) {
	const articles = 600
	file := generated(t, articles)
	storetest.Each(t, func(t *testing.T, name string) {
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() {
				c := exec.Command(os.Args[0], name, file)
				c.Env = append(os.Environ(), childEnv+"=1")
				if out, err := c.CombinedOutput(); err != nil {
					t.Errorf("import: %v: %s", err, out)
				}
			})
		}
		wait.Wait()
		stats, err := storetest.Open(t, name).Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if stats.Articles != articles || stats.Versions != articles || stats.Documents != articles || stats.Analysed != articles || stats.Outlets != 7 {
			t.Errorf("%+v, want %d of each", stats, articles)
		}
	})
}
