// Package train learns which triggers count as events: a logistic regression over the
// features of package extract, from judged articles. The same articles give the same model.
package train

import (
	"crypto/sha256"
	"fmt"
	"io"
	"math"
	"os"

	"isnad"
	"isnad/extract"
)

// Article is a judged article: its candidates, and which of them overlap an event that
// readers marked, of the same type.
type Article struct {
	ID         string
	Candidates []extract.Candidate
	Event      []int // by candidate, the number of the event that it tells, or -1
	Events     int   // that readers marked
}

// Articles finds the candidates of judged articles, in their order.
func Articles(r *extract.Reader, gold []*isnad.Analysis) []Article {
	var all []Article
	for _, g := range gold {
		a := Article{ID: g.Article.ID, Candidates: r.Candidates(&g.Article), Events: len(g.Events)}
		for _, c := range a.Candidates {
			a.Event = append(a.Event, tells(c, g.Events))
		}
		all = append(all, a)
	}
	return all
}

// tells is the first of the events that the candidate tells, or -1.
func tells(c extract.Candidate, events []isnad.Event) int {
	for n, e := range events {
		if e.Type == c.Type && e.Trigger.Overlaps(c.Span) {
			return n
		}
	}
	return -1
}

// Options are how the weights are found.
type Options struct {
	Rounds int
	Rate   float64 // of the first step
	Decay  float64 // of the weights, L2
	Bias   float64 // added to the sum: above zero, more candidates count
}

// Usual are the options of the model that ships.
var Usual = Options{Rounds: 400, Rate: 0.5, Decay: 0.05, Bias: 0.75}

// Fit finds the weights of the features by gradient descent over all candidates at once
// (AdaGrad: Duchi, Hazan and Singer 2011), in double precision and a fixed order.
func Fit(articles []Article, o Options) []float64 {
	weights := make([]float64, extract.SalienceFeatures())
	slope, squares := make([]float64, len(weights)), make([]float64, len(weights))
	n := 0
	for _, a := range articles {
		n += len(a.Candidates)
	}
	for range o.Rounds {
		for f := range slope {
			slope[f] = o.Decay * weights[f]
		}
		for _, a := range articles {
			for i, c := range a.Candidates {
				miss := chance(sum(weights, c.Features))
				if a.Event[i] >= 0 {
					miss--
				}
				for _, f := range c.Features {
					slope[f] += miss / float64(n) * 4
				}
			}
		}
		for f := range weights {
			squares[f] += slope[f] * slope[f]
			if squares[f] > 0 {
				weights[f] -= o.Rate * slope[f] / math.Sqrt(squares[f])
			}
		}
	}
	weights[0] += o.Bias
	return weights
}

func sum(weights []float64, features []uint16) (s float64) {
	for _, f := range features {
		s += weights[f]
	}
	return s
}

func chance(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// WriteFile learns from the articles and writes the model, with the sums of the files
// that they were read from.
func WriteFile(articles []Article, files []string, out string, o Options) error {
	whence := []string{"licence: Apache-2.0; learnt by isnad train events from judged articles, whose words are not here"}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("sum %s: %w", name, err)
		}
		whence = append(whence, fmt.Sprintf("judged: sha256 %x", sha256.Sum256(data)))
	}
	candidates, events := 0, 0
	for _, a := range articles {
		candidates, events = candidates+len(a.Candidates), events+a.Events
	}
	whence = append(whence, fmt.Sprintf("%d articles, %d candidates, %d events", len(articles), candidates, events))
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write salience: %w", err)
	}
	if err := extract.WriteSalience(f, whence, Fit(articles, o)); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", out, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", out, err)
	}
	return nil
}

// folds is into how many parts the articles are cut to measure.
const folds = 10

// Validate measures how well events are told: by the rules alone, by a model learnt from
// the same articles, and by models that have not seen the article that they judge.
func Validate(w io.Writer, articles []Article, o Options) error {
	var rules, known, unseen count
	model := Fit(articles, o)
	for _, a := range articles {
		rules.add(a, func(c extract.Candidate) bool { return c.Told })
		known.add(a, func(c extract.Candidate) bool { return sum(model, c.Features) > 0 })
	}
	for fold := range folds {
		var seen, left []Article
		for n, a := range articles {
			if n%folds == fold {
				left = append(left, a)
			} else {
				seen = append(seen, a)
			}
		}
		model := Fit(seen, o)
		for _, a := range left {
			unseen.add(a, func(c extract.Candidate) bool { return sum(model, c.Features) > 0 })
		}
	}
	_, err := fmt.Fprintf(w, "rules       %v\nlearnt      %v\nunseen      %v\n", rules, known, unseen)
	return err
}

// count is the events that were marked, told and both.
type count struct{ marked, told, right int }

func (n *count) add(a Article, told func(extract.Candidate) bool) {
	n.marked += a.Events
	found := map[int]bool{}
	for i, c := range a.Candidates {
		if !told(c) {
			continue
		}
		n.told++
		if e := a.Event[i]; e >= 0 && !found[e] {
			found[e] = true
			n.right++
		}
	}
}

func (n count) String() string {
	p, r := float64(n.right)/float64(max(n.told, 1)), float64(n.right)/float64(max(n.marked, 1))
	return fmt.Sprintf("precision %.3f  recall %.3f  F1 %.3f  of %d", p, r, 2*p*r/max(p+r, 1e-9), n.marked)
}
