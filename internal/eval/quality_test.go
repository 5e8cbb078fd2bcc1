package eval

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
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

// groups are the sets of testdata/judged whose articles are counted together.
// Those held back are, like heldOut, not written on.
var groups = []struct {
	name string
	sets []string
}{
	{"judged", []string{"dev2", "dev3", "dev5", "dev6", "dev7", "dev8", "test2", "test5"}},
	{"judged held back", []string{"test6"}},
	{"translated", []string{"dev4", "ood"}},
	{"translated held back", []string{"test4"}},
	{"explained", []string{"why1"}},
	{"explained held back", []string{"why2"}},
	{"events", []string{"events1", "events3"}},
	{"events held back", []string{"events2", "events4"}},
}

// readings is the row of two readings of the same articles, one scored against the
// other: what two readers agree in.
const readings = "agreement counted"

// readTwice are the first and the second reading of the same articles.
var readTwice = [][2]string{{"readers/ood-first", "readers/ood-second"}, {"readers/events-first", "readers/events-second"}}

// The figures are committed, so that a change in quality is seen as a diff:
// rewrite them with go test ./internal/eval -run Quality -update, and say in the
// commit why they moved.
func TestQuality(t *testing.T) {
	const file = "testdata/quality.json"
	got := qualityFigures(t, readShared(t, goldFile), readJudged(t))
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

// Every set is in one group, and what was judged of an article is in one set.
func TestGroupsHoldEverySetOnce(t *testing.T) {
	sets, err := readLabels()
	if err != nil {
		t.Fatal(err)
	}
	grouped, seen := slices.Concat(readTwice[0][:], readTwice[1][:]), make(map[string]string)
	for _, group := range groups {
		for _, name := range group.sets {
			for _, j := range sets[name] {
				for layer := range j.Labels {
					key := j.ID + " " + layer
					if other, twice := seen[key]; twice {
						t.Errorf("%s of %s are in %s and in %s", layer, j.ID, other, name)
					}
					seen[key] = name
				}
			}
		}
		grouped = append(grouped, group.sets...)
	}
	slices.Sort(grouped)
	if there := slices.Sorted(maps.Keys(sets)); !slices.Equal(grouped, there) {
		t.Errorf("the groups have the sets %v, and there are %v", grouped, there)
	}
}

// scored is a row of figures: those of some articles.
type scored struct {
	name      string
	score     Score
	documents int
}

func (s *scored) add(t *testing.T, gold, read *isnad.Analysis) {
	t.Helper()
	if err := s.score.Add(gold, read); err != nil {
		t.Fatal(err)
	}
	s.documents++
}

// qualityFigures are the figures as JSON, one a line, of every set of articles.
func qualityFigures(t *testing.T, gold []*isnad.Analysis, sets map[string][]*judged) []byte {
	t.Helper()
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	rows := officialFigures(t, reader, gold)
	for _, group := range groups {
		row := scored{name: group.name}
		for _, name := range group.sets {
			for _, j := range sets[name] {
				row.add(t, j.Analysis, j.only(reader.Analyze(&j.Article)))
			}
		}
		rows = append(rows, row)
	}
	written := readWritten(t)
	for _, name := range []string{writtenSet, writtenHeldSet} {
		row := scored{name: name}
		for _, j := range written[name] {
			row.add(t, j.Analysis, j.only(reader.Analyze(&j.Article)))
		}
		rows = append(rows, row)
	}
	rows = append(rows, agreement(t, sets))
	var parts []string
	for i := range rows {
		r := &rows[i]
		parts = append(parts, fmt.Sprintf("  %q: {\n    \"documents\": %d,\n    \"claims\": %d%s\n  }",
			r.name, r.documents, r.score.Claim.Gold, figureLines(&r.score)))
	}
	return []byte("{\n" + strings.Join(parts, ",\n") + "\n}\n")
}

// officialFigures are those on the articles that the program may be written on, on
// those held out, and on all.
func officialFigures(t *testing.T, reader *extract.Reader, gold []*isnad.Analysis) []scored {
	t.Helper()
	rows := []scored{{name: "dev"}, {name: "held-out"}, {name: "all"}}
	for _, g := range gold {
		in := 0
		if slices.Contains(heldOut, g.Article.ID) {
			in = 1
		}
		read := reader.Analyze(&g.Article)
		rows[in].add(t, g, read)
		rows[2].add(t, g, read)
	}
	if rows[1].documents != len(heldOut) {
		t.Fatalf("%d articles are held out, want %d", rows[1].documents, len(heldOut))
	}
	return rows
}

// agreement scores the second reading of each article against the first.
func agreement(t *testing.T, sets map[string][]*judged) scored {
	t.Helper()
	row := scored{name: readings}
	for _, names := range readTwice {
		second := sets[names[1]]
		for _, a := range sets[names[0]] {
			i := slices.IndexFunc(second, func(b *judged) bool { return b.ID == a.ID })
			if i < 0 {
				t.Fatalf("%s was read once", a.ID)
			}
			row.add(t, a.Analysis, second[i].Analysis)
		}
	}
	return row
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
