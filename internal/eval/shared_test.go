package eval

import (
	"os"
	"path/filepath"
	"testing"

	"isnad"
)

// shared is the path of a file beside the project, which the judged articles and
// the reference scorer are in. Where it is not there the test is skipped, but in
// CI it fails: a measure that was not taken must not look like one that was.
func shared(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		missing(t, "the judged articles are not beside the project: "+err.Error())
	}
	return path
}

func missing(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func readShared(t testing.TB, name string) []*isnad.Analysis {
	t.Helper()
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := ReadGold(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(gold) == 0 {
		t.Fatalf("%s holds no article", name)
	}
	return gold
}
