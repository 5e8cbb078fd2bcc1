//go:build unix

package main

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"isnad/internal/store/storetest"
)

// program copies the test's own program to where anybody may run it, by the name of isnad.
func program(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for d := dir; d != os.TempDir() && len(d) > 1; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	from, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(filepath.Join(dir, "isnad"), os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return to.Name()
}

// said is what a run of the program printed, and its exit status.
type said struct {
	out, err string
	status   int
}

func isnadAs(t *testing.T, who *syscall.SysProcAttr, name string, args ...string) (s said) {
	t.Helper()
	var out, problems bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr, c.SysProcAttr = &out, &problems, who
	c.Env = append(os.Environ(), "LANG=C")
	err := c.Run()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		s.status = e.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	s.out, s.err = out.String(), problems.String()
	return s
}

// bulky writes a file of so many articles of some 2 KB that do not compress well.
func bulky(t *testing.T, n int) string {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%d","title":"خبر %d","body":"قال الوالي إن الميناء يعود. `, i, i)
		for range 120 {
			for range 3 + random.IntN(5) {
				b.WriteRune('ب' + rune(random.IntN(17)))
			}
			b.WriteByte(' ')
		}
		b.WriteString("\"}\n")
	}
	file := filepath.Join(t.TempDir(), "bulky.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

var counts = regexp.MustCompile(`^(\d+) articles: (\d+) new, 0 with a new text, (\d+) known`)

// goesOn adds the file once more: some of its articles are there, and then all are, and sound.
func goesOn(t *testing.T, isnad, archive, file string, articles int) {
	t.Helper()
	s := isnadAs(t, nil, isnad, "add", "--quiet", "--db", archive, file)
	m := counts.FindStringSubmatch(s.out)
	if s.status != 0 || m == nil {
		t.Fatalf("added again: %+v", s)
	}
	fresh, _ := strconv.Atoi(m[2])
	known, _ := strconv.Atoi(m[3])
	if fresh+known != articles || known == 0 || fresh == 0 {
		t.Errorf("added again: %s", s.out)
	}
	if s := isnadAs(t, nil, isnad, "check", "--db", archive); s.status != 0 || !strings.HasPrefix(s.out, "sound") {
		t.Errorf("check: %+v", s)
	}
}

// A disk that is full ends an import, which says so; with more room it goes on.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %v: %s", err, out)
	}
	defer func() {
		if out, err := exec.Command("umount", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	}()
	const articles = 6000
	isnad, file, archive := program(t), bulky(t, articles), filepath.Join(disk, "a.db")
	s := isnadAs(t, nil, isnad, "add", "--quiet", "--db", archive, file)
	if s.status != exitFailure || !strings.Contains(s.err, "the disk is full; what was written before is kept") || s.out != "" {
		t.Errorf("%+v", s)
	}
	if out, err := exec.Command("mount", "-o", "remount,size=400m", disk).CombinedOutput(); err != nil {
		t.Fatalf("a larger disk: %v: %s", err, out)
	}
	goesOn(t, isnad, archive, file, articles)
}

// A connection that is lost in the middle of an import ends it; the next start goes on.
func TestLostConnection(t *testing.T) {
	direct := storetest.PostgreSQL(t)
	cut, through := storetest.Proxy(t, direct)
	const articles = 6000
	isnad, file := program(t), bulky(t, articles)
	done := make(chan said)
	go func() { done <- isnadAs(t, nil, isnad, "add", "--quiet", "--db", through, file) }()
	for stop := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		s := isnadAs(t, nil, isnad, "search", "--count", "--db", direct, "الميناء")
		if n, _ := strconv.Atoi(strings.TrimSpace(s.out)); n > 0 {
			break
		}
		if time.Now().After(stop) {
			t.Fatalf("nothing is added: %+v", s)
		}
	}
	cut()
	if s := <-done; s.status != exitFailure || !strings.Contains(s.err, "the connection to PostgreSQL was lost") || s.out != "" {
		t.Errorf("%+v", s)
	}
	goesOn(t, isnad, direct, file, articles)
}

// An archive that cannot be written, or is none, is told as such, and left as it is.
func TestWhatIsNoGoodArchive(t *testing.T) {
	isnad := program(t)
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, d := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	article := at("one.txt")
	for name, text := range map[string]string{article: "خبر\nقال الوالي إن الميناء يعود.", at("text.db"): strings.Repeat("no database ", 500)} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if s := isnadAs(t, nil, isnad, "add", "--quiet", "--db", at("newer.db"), article); s.status != 0 {
		t.Fatalf("%+v", s)
	}
	execute(t, at("newer.db"), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)")
	execute(t, at("other.db"), "CREATE TABLE t (x)")
	if err := os.Mkdir(at("closed"), 0o555); err != nil {
		t.Fatal(err)
	}
	nobody := &syscall.SysProcAttr{}
	if os.Geteuid() == 0 { // who may write everywhere
		nobody.Credential = &syscall.Credential{Uid: 65534, Gid: 65534}
	}
	for _, c := range []struct {
		db, want string
		status   int
	}{
		{at("newer.db"), "the archive was written by a newer isnad: migration 9999 is unknown here", exitBadInput},
		{at("text.db"), "this is no archive of isnad: it is not a database", exitBadInput},
		{at("other.db"), "this is no archive of isnad: it is a database of another program", exitBadInput},
		{at("closed/a.db"), "the archive must be writable, and its directory too: permission denied", exitBadInput},
		{"postgres://nobody@127.0.0.1:1/none", "the connection to PostgreSQL was lost or refused", exitFailure},
		{"postgres://%zz", "this is no address of a PostgreSQL database", exitBadInput},
	} {
		who := (*syscall.SysProcAttr)(nil)
		if strings.Contains(c.db, "closed") {
			who = nobody
		}
		s := isnadAs(t, who, isnad, "add", "--quiet", "--db", c.db, article)
		if s.status != c.status || !strings.Contains(s.err, c.want) || strings.Count(s.err, "\n") != 1 {
			t.Errorf("%s: %+v; want status %d, %q", c.db, s, c.status, c.want)
		}
	}
}

func execute(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}
