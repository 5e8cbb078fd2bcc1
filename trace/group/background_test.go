package group

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"isnad/arabic"
)

var update = flag.Bool("update", false, "count the words of data/background.tsv anew")

// The open articles that the background is counted over.
var openArticles = []string{"../../../shared/data/wikinews.jsonl", "../../../shared/data/ntrex.jsonl"}

// The committed background is what the open articles give: of a thousand of them, in how many each
// stem stands. It is written anew by go test ./trace/group -run Background -update.
func TestBackgroundIsCounted(t *testing.T) {
	if _, err := os.Stat(openArticles[0]); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the open articles are not beside the project: ", err)
	}
	got := backgroundOver(t, openArticles)
	const file = "data/background.tsv"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != got {
		t.Errorf("%s is not what is counted over %v (%v)", file, openArticles, err)
	}
}

// leastCommon is of a thousand articles.
const leastCommon = 3

func backgroundOver(t *testing.T, files []string) string {
	t.Helper()
	c := stemCount{of: map[string]int{}, known: map[string]string{}}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for d := json.NewDecoder(f); ; {
			var x struct{ Title, Body string }
			if err := d.Decode(&x); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			c.add(x.Title + "\n" + x.Body)
		}
	}
	var out strings.Builder
	out.WriteString("# licence: Apache-2.0; source: counted over Arabic Wikinews and NTREX (docs/trace.md)\n# columns: stem, articles of a thousand that it stands in\n")
	for _, s := range slices.Sorted(maps.Keys(c.of)) {
		if n := (1000*c.of[s] + c.articles/2) / c.articles; n >= leastCommon {
			fmt.Fprintf(&out, "%s\t%d\n", s, n)
		}
	}
	return out.String()
}

// stemCount counts in how many articles each stem stands.
type stemCount struct {
	articles int
	of       map[string]int
	known    map[string]string // stems by word
}

func (c *stemCount) add(text string) {
	c.articles++
	seen := map[string]bool{}
	for _, tok := range arabic.Tokenize(nil, text) {
		if tok.Kind != arabic.Word || len(tok.Norm) < 6 {
			continue
		}
		stem, ok := c.known[tok.Norm]
		if !ok {
			s, _ := arabic.AppendAnalysis(nil, tok.Norm)
			stem = string(s)
			c.known[tok.Norm] = stem
		}
		if !seen[stem] {
			seen[stem] = true
			c.of[stem]++
		}
	}
}
