package train

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Names that were judged in an article are found in its text again, and what does not fit
// it is refused with its line.
func TestAnnotated(t *testing.T) {
	dir := t.TempDir()
	text := "زار سامي\nوصل إلى «تونس» وسوسة."
	title, body, _ := strings.Cut(text, "\n")
	article := `{"id":"a1","title":"` + title + `","body":"` + body + `"}` + "\n"
	if err := os.WriteFile(filepath.Join(dir, "open.jsonl"), []byte(article), 0o600); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	good := hex.EncodeToString(sum[:])
	read := func(id, corpus, sum, names string) ([][]sentence, error) {
		line := `{"id":"` + id + `","corpus":"` + corpus + `","sha256":"` + sum + `","names":[` + names + `]}` + "\n"
		return readAnnotated(dir, "a.jsonl", []byte(line))
	}
	name := func(t, start, end string) string {
		return `{"type":"` + t + `","start":` + start + `,"end":` + end + `}`
	}
	of, err := read("a1", "open.jsonl", good, name("PER", "4", "8")+","+name("GPE", "18", "22")+","+name("GPE", "25", "29"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range of[0] {
		for _, n := range s.names {
			got = append(got, string(n.types[0])+" "+strings.Join(s.words[n.first:n.end], " "))
		}
		e := lineOf(s)
		if e.text != title && e.text != body {
			t.Errorf("printed %q", e.text)
		}
	}
	if want := "PER سامي, GPE تونس, GPE سوسة"; strings.Join(got, ", ") != want {
		t.Errorf("names %q, want %q", got, want)
	}
	for _, c := range []struct{ id, corpus, sum, names, want string }{
		{"a2", "open.jsonl", good, "", `a.jsonl:1: open.jsonl has no article "a2"`},
		{"a1", "gone.jsonl", good, "", "a.jsonl:1: read training text"},
		{"a1", "open.jsonl", "00", "", `a.jsonl:1: article "a1" of open.jsonl is not as it was judged`},
		{"a1", "open.jsonl", good, name("CITY", "4", "8"), `a.jsonl:1: unknown label "CITY"`},
		{"a1", "open.jsonl", good, name("PER", "4", "12"), "a.jsonl:1: name at 4 to 12"},
		{"a1", "open.jsonl", good, name("PER", "4", "8") + "," + name("PER", "6", "8"), "a.jsonl:1: name at 6 to 8"},
		{"a1", "open.jsonl", good, name("PER", "90", "95"), "a.jsonl:1: name at 90 to 95"},
		{"a1", "open.jsonl", good, "7", "a.jsonl:1: "},
	} {
		if _, err := read(c.id, c.corpus, c.sum, c.names); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.names, err, c.want)
		}
	}
}
