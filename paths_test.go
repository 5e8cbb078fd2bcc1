package isnad_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// What is in the project must work on any machine: no file names a path of the
// one that it was written on.
func TestNoMachinePaths(t *testing.T) {
	// Put together, so that this file does not name them either.
	machine := [][]byte{[]byte("/" + "work/"), []byte("/" + "tmp/gold"), []byte("/" + "root/")}
	looked := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if bytes.HasPrefix(text, []byte("\x7fELF")) { // a program that was built here
			return nil
		}
		looked++
		for _, m := range machine {
			if at := bytes.Index(text, m); at >= 0 {
				t.Errorf("%s:%d names a path in %s", path, 1+bytes.Count(text[:at], []byte("\n")), m)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if looked < 20 {
		t.Fatalf("looked at only %d files", looked)
	}
}
