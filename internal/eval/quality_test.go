package eval

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/extract"
)

var update = flag.Bool("update", false, "write the figures of testdata/quality.json and docs/quality.md anew")

// heldOut are the judged articles, every third, that the rules and word lists are
// not written on. Where the figures on them are far below those on the others,
// the program has learnt the articles and not the language.
var heldOut = []string{"d03", "d06", "d09", "d12", "d15", "d18", "d21", "d24", "d27", "d30", "d33", "d36"}

// The figures are committed, so that a change in quality is seen as a diff:
// rewrite them with go test ./internal/eval -update, and say in the commit why
// they moved.
func TestQuality(t *testing.T) {
	const file = "testdata/quality.json"
	got := qualityFigures(t, readShared(t, goldFile))
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		writeQualityPage(t, got)
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the figures differ from %s:\n%s", file, changedLines(string(want), string(got)))
	}
}

// qualityFigures are the figures as JSON, one a line, on the articles that the
// program may be written on, on those held out, and on all.
func qualityFigures(t *testing.T, gold []*isnad.Analysis) []byte {
	t.Helper()
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	sets := []struct {
		name      string
		score     Score
		documents int
	}{{name: "dev"}, {name: "held-out"}, {name: "all"}}
	for _, g := range gold {
		in := 0
		if slices.Contains(heldOut, g.Article.ID) {
			in = 1
		}
		read := reader.Analyze(&g.Article)
		for _, set := range []int{in, 2} {
			if err := sets[set].score.Add(g, read); err != nil {
				t.Fatal(err)
			}
			sets[set].documents++
		}
	}
	if sets[1].documents != len(heldOut) {
		t.Fatalf("%d articles are held out, want %d", sets[1].documents, len(heldOut))
	}
	var parts []string
	for _, set := range sets {
		parts = append(parts, fmt.Sprintf("  %q: {\n    \"documents\": %d%s\n  }", set.name, set.documents, figureLines(&set.score)))
	}
	return []byte("{\n" + strings.Join(parts, ",\n") + "\n}\n")
}

// figureLines leaves out the layers of which the program reads nothing yet.
func figureLines(s *Score) string {
	var b strings.Builder
	for _, l := range s.layers() {
		if l.Read > 0 {
			fmt.Fprintf(&b, ",\n    %q: %.3f", l.name+" precision", l.Precision())
			fmt.Fprintf(&b, ",\n    %q: %.3f", l.name+" recall", l.Recall())
			fmt.Fprintf(&b, ",\n    %q: %.3f", l.name+" f1", l.F1())
		}
	}
	for _, r := range s.ratios() {
		if r.Of > 0 {
			fmt.Fprintf(&b, ",\n    %q: %.3f", r.name, r.Accuracy())
		}
	}
	return b.String()
}

// changedLines shows the lines of two files that are not in both, under the set
// that they are in.
func changedLines(want, got string) string {
	wantLines, gotLines := figuresBySet(want), figuresBySet(got)
	var b strings.Builder
	for _, line := range wantLines {
		if !slices.Contains(gotLines, line) {
			fmt.Fprintf(&b, "- %s\n", line)
		}
	}
	for _, line := range gotLines {
		if !slices.Contains(wantLines, line) {
			fmt.Fprintf(&b, "+ %s\n", line)
		}
	}
	return b.String()
}

func figuresBySet(file string) (lines []string) {
	set := ""
	for line := range strings.Lines(file) {
		line = strings.Trim(line, " ,\n")
		if name, ok := strings.CutSuffix(line, ": {"); ok {
			set = name
		}
		lines = append(lines, set+" "+line)
	}
	return lines
}
