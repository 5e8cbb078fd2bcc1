package extract

import (
	"bytes"
	"strings"
	"testing"
)

func TestSalienceIsRefused(t *testing.T) {
	for name, model := range map[string]string{
		"another version":  "isnad.salience/2\n",
		"unknown feature":  salienceHeader + "\n# x\nshape\tadverb\t0.5\n",
		"unknown block":    salienceHeader + "\nweather\train\t0.5\n",
		"no weight":        salienceHeader + "\nshape\n",
		"weight is a word": salienceHeader + "\nshape\tnoun\theavy\n",
	} {
		if _, err := readSalience(strings.NewReader(model)); err == nil || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSalienceIsWrittenAndRead(t *testing.T) {
	weights := make([]float64, SalienceFeatures())
	weights[0], weights[len(weights)-1] = -1.25, 0.5
	var file bytes.Buffer
	if err := WriteSalience(&file, []string{"from nowhere"}, weights); err != nil {
		t.Fatal(err)
	}
	s, err := readSalience(&file)
	if err != nil {
		t.Fatal(err)
	}
	last := uint16(len(weights) - 1)
	if have := s.score([]uint16{0, last}); have != -0.75 {
		t.Errorf("the sum is %v, want -0.75", have)
	}
	if WriteSalience(&file, nil, weights[1:]) == nil {
		t.Error("weights that are too few are written")
	}
}

// The feature numbers of a candidate are numbers of the model.
func TestCandidates(t *testing.T) {
	r, _ := eventReaders(t)
	a, _ := marked(t, "هاجم [ORG:الجيش السوداني] [ORG:قوات الدعم السريع] في [GPE:أم درمان]، ودعت مصر إلى وقف القتال.")
	all := r.Candidates(a)
	if len(all) < 2 || all[0].Type != "ASSAULT" {
		t.Fatalf("candidates %v", all)
	}
	for _, c := range all {
		for _, f := range c.Features {
			if int(f) >= SalienceFeatures() {
				t.Errorf("feature %d of %d", f, SalienceFeatures())
			}
		}
	}
}
