package group

import (
	"cmp"
	"compress/gzip"
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

// TestBackground counts in how many of a thousand articles of the corpus that ISNAD_CORPUS names each stem
// stands, and writes those that stand in three or more: go test ./trace/group -run Background -update.
func TestBackground(t *testing.T) {
	corpus := os.Getenv("ISNAD_CORPUS")
	if corpus == "" || !*update {
		t.Skip("counted anew only where ISNAD_CORPUS names the open articles, with -update")
	}
	count, articles := stemsOf(t, corpus)
	stems := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Compare(a, b) })
	var out strings.Builder
	out.WriteString("# licence: Apache-2.0; source: counted over Arabic Wikinews and NTREX (docs/trace.md)\n# columns: stem, articles of a thousand that it stands in\n")
	for _, s := range stems {
		if n := (1000*count[s] + articles/2) / articles; n >= leastCommon {
			fmt.Fprintf(&out, "%s\t%d\n", s, n)
		}
	}
	if err := os.WriteFile("data/background.tsv", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// leastCommon is of a thousand articles.
const leastCommon = 3

func stemsOf(t *testing.T, corpus string) (count map[string]int, articles int) {
	t.Helper()
	f, err := os.Open(corpus)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	count = map[string]int{}
	known := map[string]string{}
	for d := json.NewDecoder(unpacked); ; articles++ {
		var x struct{ Title, Body string }
		if err := d.Decode(&x); errors.Is(err, io.EOF) {
			return count, articles
		} else if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, tok := range arabic.Tokenize(nil, x.Title+"\n"+x.Body) {
			if tok.Kind != arabic.Word || len(tok.Norm) < 6 {
				continue
			}
			stem, ok := known[tok.Norm]
			if !ok {
				s, _ := arabic.AppendAnalysis(nil, tok.Norm)
				stem = string(s)
				known[tok.Norm] = stem
			}
			if !seen[stem] {
				seen[stem] = true
				count[stem]++
			}
		}
	}
}
