package eval

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/extract"
	"isnad/trace"
)

const storiesFile = "gold/stories.dev.jsonl"

// halves are the judged stories that the rules may be written on, and those that nobody reads; of the
// project's own those whose errors were looked at, and those of which only the figures were.
var halves = []struct {
	name    string
	file    string // of the project's own
	stories []string
}{
	{"dev", "", []string{"abha-mosque", "al-anad"}},
	{"held-out", "", []string{"incirlik", "mullah-omar"}},
	{"own, looked at", ownStories, []string{"redcross", "drowned", "peace", "somalia", "tanks"}},
	{"own, held back", ownStories, []string{"zarif", "laundering", "egyptgas", "quake", "pacific"}},
	{"great, looked at", greatStories, []string{"duma", "tunis", "truce", "reforms"}},
	{"great, held back", greatStories, []string{"suez", "nileboat"}},
}

// The figures of tracing are committed as those of reading are. Each judged story is traced of its
// judged articles alone: the whole archive takes too long for a test, and is in docs/trace.md.
// Write them anew with go test ./internal/eval -run Quality -update.
func TestStoryQuality(t *testing.T) {
	const file = "testdata/stories.json"
	files := map[string]string{"": shared(t, storiesFile)}
	judged := readStories(t, files[""])
	for kept, whole := range wholeStories(t) {
		files[kept] = filepath.Join(t.TempDir(), filepath.Base(kept))
		writeFile(t, files[kept], whole)
		judged = append(judged, readStories(t, files[kept])...)
	}
	traces := filepath.Join(t.TempDir(), "traces.jsonl")
	if err := os.WriteFile(traces, traceStories(t, judged), 0o600); err != nil {
		t.Fatal(err)
	}
	traced := readStories(t, traces)
	var parts []string
	for _, half := range halves {
		mine := slices.DeleteFunc(slices.Clone(judged), func(s ToldStory) bool { return !slices.Contains(half.stories, s.ID) })
		if len(mine) != len(half.stories) {
			t.Fatalf("%s has %d stories", half.name, len(mine))
		}
		got := ScoreStories(mine, traced)
		compareWithReference(t, files[half.file], half.stories, traces, got)
		parts = append(parts, fmt.Sprintf("  %q: {\n%s\n  }", half.name, storyLines(got, half.file == ownStories)))
	}
	got := []byte("{\n" + strings.Join(parts, ",\n") + "\n}\n")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
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

// storyLines are the figures of stories, of which the small ones were judged for cases alone.
func storyLines(s StoryScore, casesAlone bool) string {
	var lines []string
	add := func(name string, format string, args ...any) {
		lines = append(lines, fmt.Sprintf("    %q: ", name)+fmt.Sprintf(format, args...))
	}
	type layer struct {
		name string
		Layer
	}
	layers := []layer{{"copies", s.Copies}, {"cases", s.Cases}, {"figure value", s.FigureValue}, {"figure by whom", s.FigureBy}}
	if casesAlone {
		layers = layers[1:2]
	}
	for _, l := range layers {
		add(l.name, "{\"p\": %.3f, \"r\": %.3f, \"f1\": %.3f}", l.Precision(), l.Recall(), l.F1())
	}
	add("independent exact", "%.3f", s.Exact.Accuracy())
	add("independent within 1", "%.3f", s.Near.Accuracy())
	add("grade", "%.3f", s.Grade.Accuracy())
	return strings.Join(lines, ",\n")
}

// compareWithReference fails where the reference scorer gives other figures. Where two traced cases
// hold as many members of a judged one, it takes either.
func compareWithReference(t *testing.T, file string, stories []string, traces string, s StoryScore) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		missing(t, "the reference scorer needs python3: "+err.Error())
	}
	cmd := exec.Command(python, shared(t, "gold/score_trace.py"), file, traces, "--json", "--only", strings.Join(stories, ","))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("run %v: %v", cmd, err)
	}
	want := flatten(t, out)
	ties := share(s.Ties, s.Exact.Of)
	for figure, got := range map[string]float64{
		"copies f1": s.Copies.F1(), "cases p": s.Cases.Precision(), "cases r": s.Cases.Recall(),
		"stories B3 p": s.StoryPrecision, "stories B3 r": s.StoryRecall,
		"figure value r": s.FigureValue.Recall(), "figure value p": s.FigureValue.Precision(), "figure by whom r": s.FigureBy.Recall(),
	} {
		if w, there := want[figure]; !there || math.Abs(got-w) > 1e-9 {
			t.Errorf("%v: %s is %v, the reference says %v (%v)", stories, figure, got, w, there)
		}
	}
	for figure, got := range map[string]float64{"independent exact acc": s.Exact.Accuracy(), "independent within 1 acc": s.Near.Accuracy(), "grade acc": s.Grade.Accuracy()} {
		if w, there := want[figure]; !there || math.Abs(got-w) > ties+1e-9 {
			t.Errorf("%v: %s is %v with %d ties, the reference says %v (%v)", stories, figure, got, s.Ties, w, there)
		}
	}
}

func readStories(t *testing.T, path string) []ToldStory {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	stories, err := ReadStories(f)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return stories
}

// traceStories traces the articles of each judged story, one a line.
func traceStories(t *testing.T, judged []ToldStory) (lines []byte) {
	t.Helper()
	shared(t, "data/"+corpora[0])
	articles := map[string]*isnad.Article{}
	for i := range judged {
		for _, a := range judged[i].Articles {
			articles[a.ID] = nil
		}
	}
	if err := find(corpora[0], articles); err != nil {
		t.Fatal(err)
	}
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := trace.New()
	if err != nil {
		t.Fatal(err)
	}
	for i := range judged {
		var docs []*trace.Document
		texts := map[string]string{}
		for _, a := range judged[i].Articles {
			read := reader.Analyze(articles[a.ID])
			docs = append(docs, trace.NewDocument(read))
			texts[a.ID] = read.Text
		}
		lines, err = tracer.Story(judged[i].ID, docs, trace.Around{}).AppendJSON(lines, func(id string) string { return texts[id] })
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, '\n')
	}
	return lines
}
