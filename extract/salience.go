package extract

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"

	"isnad"
)

// Candidate is a trigger of an article that may tell an event: its word, the type that
// its row gives it, and what is known of it, as numbers of features.
type Candidate struct {
	isnad.Span
	Type     string
	Features []uint16
	Told     bool // what the rules alone say
}

// Candidates gives the triggers of an article in the order of the text, those too that
// count as no event: what the model of salience is learnt from.
func (r *Reader) Candidates(a *isnad.Article) []Candidate {
	var all []Candidate
	d := r.newDoc(a)
	out := r.beforeEvents(a, d)
	e := r.happened.reader(d, out.Claims, out.Mentions, out.Entities, out.Times)
	e.watch = func(c Candidate) { all = append(all, c) }
	e.read()
	return all
}

// SalienceFeatures is how many features there are.
func SalienceFeatures() int { return featureStart[len(featureStart)-1] }

// counts reports whether trigger k tells an event that a reader would note, by the sum of
// the weights of its features (logistic regression). Of protests, of which few articles
// tell, the rules alone say it.
func (e *eventReader) counts(k int, p *parts, status string, v verdict) bool {
	if e.triggers[k].Type == "PROTEST" {
		return v == toldVerdict
	}
	if v == weakVerdict && e.homograph(&e.triggers[k]) {
		return false
	}
	e.feats = e.features(e.feats[:0], k, p, status, v)
	if e.watch != nil {
		t := &e.triggers[k]
		e.watch(Candidate{e.triggerSpan(t), t.Type, append([]uint16(nil), e.feats...), v == toldVerdict})
	}
	return e.l.salience.score(e.feats) > 0
}

// salience is the weights of the features, so that a sum above zero counts.
type salience struct{ weights []float32 }

func (s *salience) score(features []uint16) (sum float32) {
	for _, f := range features {
		sum += s.weights[f]
	}
	return sum
}

const salienceHeader = "isnad.salience/1"

//go:embed data/salience.model
var salienceModel string

func loadSalience() (*salience, error) {
	s, err := readSalience(strings.NewReader(salienceModel))
	if err != nil {
		return nil, fmt.Errorf("data/salience.model: %w", err)
	}
	return s, nil
}

// readSalience reads a model: its version, lines that begin with # and say whence it is,
// then a feature a line: its block, its value and its weight, divided by tabs. A feature
// that is left out weighs nothing; one that is not known is an error with its line.
func readSalience(r io.Reader) (*salience, error) {
	number := map[string]int{}
	for b, block := range featureBlocks {
		for v, value := range block.values {
			number[block.name+"\t"+value] = featureStart[b] + v
		}
	}
	s := &salience{weights: make([]float32, SalienceFeatures())}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if n == 1 && line != salienceHeader {
			return nil, fmt.Errorf("line 1: %q is not %s", line, salienceHeader)
		}
		if n == 1 || strings.HasPrefix(line, "#") {
			continue
		}
		cut := strings.LastIndexByte(line, '\t')
		if cut < 0 {
			return nil, fmt.Errorf("line %d: no weight", n)
		}
		f, known := number[line[:cut]]
		weight, err := strconv.ParseFloat(line[cut+1:], 32)
		switch {
		case !known:
			return nil, fmt.Errorf("line %d: unknown feature %q", n, line[:cut])
		case err != nil:
			return nil, fmt.Errorf("line %d: weight: %w", n, err)
		}
		s.weights[f] = float32(weight)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// WriteSalience writes a model of these weights, one for each feature, with lines that say
// whence it is.
func WriteSalience(w io.Writer, whence []string, weights []float64) error {
	if len(weights) != SalienceFeatures() {
		return fmt.Errorf("write salience: %d weights for %d features", len(weights), SalienceFeatures())
	}
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, salienceHeader)
	for _, line := range whence {
		fmt.Fprintln(out, "# "+line)
	}
	for b, block := range featureBlocks {
		for v, value := range block.values {
			if weight := weights[featureStart[b]+v]; weight > 0.0005 || weight < -0.0005 {
				fmt.Fprintf(out, "%s\t%s\t%.3f\n", block.name, value, weight)
			}
		}
	}
	return out.Flush()
}
