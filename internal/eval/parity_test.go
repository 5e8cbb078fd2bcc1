package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"isnad"
	"isnad/extract"
)

const goldFile = "gold/dev.gold.jsonl"

// The program and the reference scorer give the same figures, for what the
// program reads and for gold that was spoiled in every layer.
func TestSameFiguresAsReference(t *testing.T) {
	gold := readShared(t, goldFile)
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	sets := map[string][]*isnad.Analysis{"as read": {}, "nothing read": {}}
	for _, g := range gold {
		sets["as read"] = append(sets["as read"], reader.Analyze(&g.Article))
	}
	for seed := range uint64(4) {
		name := fmt.Sprintf("spoiled %d", seed)
		s := spoiler{rand.New(rand.NewPCG(seed, 7))}
		for _, g := range gold {
			if !s.once(20) {
				sets[name] = append(sets[name], s.analysis(g))
			}
		}
	}
	for name, read := range sets {
		t.Run(name, func(t *testing.T) {
			want := referenceFigures(t, read)
			got := figuresOf(t, gold, read)
			if len(want) < 20 || !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
				t.Fatalf("got figures %v, want %v", got, want)
			}
			for figure, w := range want {
				if g := got[figure]; math.Abs(g-w) > 1e-12 {
					t.Errorf("%s: got %v, the reference says %v", figure, g, w)
				}
			}
		})
	}
}

// A spoiled reading must be neither all right nor all wrong in any figure, or the
// comparison would prove little.
func TestSpoiledReachesEveryFigure(t *testing.T) {
	gold := readShared(t, goldFile)
	s, score := spoiler{rand.New(rand.NewPCG(1, 7))}, Score{}
	for _, g := range gold {
		if err := score.Add(g, s.analysis(g)); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range score.layers() {
		if l.Right == 0 || l.Right == l.Gold || l.Right == l.Read {
			t.Errorf("%s: %+v", l.name, l.Layer)
		}
	}
	for _, r := range score.ratios() {
		if r.Right == 0 || r.Right == r.Of {
			t.Errorf("%s: %+v", r.name, r.Ratio)
		}
	}
}

// referenceFigures runs the reference scorer over analyses in the contract's JSON.
func referenceFigures(t *testing.T, read []*isnad.Analysis) map[string]float64 {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		missing(t, "the reference scorer needs python3: "+err.Error())
	}
	var lines []byte
	for _, a := range read {
		lines = append(a.AppendJSON(lines), '\n')
	}
	file := filepath.Join(t.TempDir(), "analyses.jsonl")
	if err := os.WriteFile(file, lines, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, shared(t, "gold/score.py"), shared(t, goldFile), file, "--json")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("run %v: %v", cmd, err)
	}
	return flatten(t, out)
}

func figuresOf(t *testing.T, gold, read []*isnad.Analysis) map[string]float64 {
	t.Helper()
	byID := make(map[string]*isnad.Analysis)
	for _, a := range read {
		byID[a.Article.ID] = a
	}
	var s Score
	for _, g := range gold {
		if err := s.Add(g, byID[g.Article.ID]); err != nil {
			t.Fatal(err)
		}
	}
	out, err := json.Marshal(&s)
	if err != nil {
		t.Fatal(err)
	}
	return flatten(t, out)
}

// flatten names every number of a score by its path.
func flatten(t *testing.T, score []byte) map[string]float64 {
	t.Helper()
	var rows map[string]any
	if err := json.Unmarshal(score, &rows); err != nil {
		t.Fatalf("%v in %s", err, score)
	}
	flat := make(map[string]float64)
	for name, row := range rows {
		if n, ok := row.(float64); ok {
			flat[name] = n
			continue
		}
		for figure, n := range row.(map[string]any) {
			flat[name+" "+figure] = n.(float64)
		}
	}
	return flat
}
