package store_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// SQLite is translated from C against one version of its C library, and crashes with
// another: the version here is the one that SQLite's own go.mod names.
func TestLibraryOfSQLiteIsItsOwn(t *testing.T) {
	module := func(path string) (m struct{ Version, GoMod string }) {
		t.Helper()
		out, err := exec.Command("go", "list", "-m", "-json", path).Output()
		if err != nil {
			t.Fatalf("go list -m %s: %v", path, err)
		}
		if err := json.Unmarshal(out, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	text, err := os.ReadFile(module("modernc.org/sqlite").GoMod)
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)^\s*modernc\.org/libc (\S+)`).FindSubmatch(text)
	if named == nil {
		t.Fatal("SQLite's go.mod names no modernc.org/libc")
	}
	if have := module("modernc.org/libc").Version; have != string(named[1]) {
		t.Errorf("modernc.org/libc is %s and SQLite needs %s: go get modernc.org/libc@%s", have, named[1], named[1])
	}
}
