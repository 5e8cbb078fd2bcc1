package train

import (
	"fmt"
	"io"
	"slices"

	"isnad/tagger"
)

// folds is into how many parts cross-validation cuts NewsFANE.
const folds = 5

// Validate prints how well names are found by models that have not seen the text: in
// NewsFANE by five-fold cross-validation, over every fifth paragraph and over fifths in
// one stretch; and in AQMAR's dev part.
func (c *Corpora) Validate(w io.Writer, s Settings, errors int) error {
	for _, way := range []struct {
		name  string
		split func(of []sentence, fold int) (train, test []sentence)
	}{{"every fifth paragraph", spread}, {"fifths in one stretch, other stories", stretch}} {
		all, left := Scores{}, errors
		for fold := range folds {
			train, test := way.split(c.newsfane, fold)
			m, err := c.tagger(slices.Concat(train, c.aqmar, c.aqmarDev, c.wojood, slices.Concat(c.annotated...)), s)
			if err != nil {
				return err
			}
			measure(all, m, examples(test), plain, show(w, &left))
		}
		report(w, "NewsFANE, five-fold cross-validation, "+way.name, all)
	}
	m, err := c.tagger(slices.Concat(c.newsfane, c.aqmar, c.wojood, slices.Concat(c.annotated...)), s)
	if err != nil {
		return err
	}
	scores := Scores{}
	measure(scores, m, examples(c.aqmarDev), plain, show(w, &errors))
	report(w, "AQMAR dev, left out of training", scores)
	return nil
}

// spread takes every fifth paragraph out.
func spread(of []sentence, fold int) (train, test []sentence) {
	for i, s := range of {
		if i/together%folds == fold {
			test = append(test, s)
		} else {
			train = append(train, s)
		}
	}
	return train, test
}

// stretch takes a fifth out in one piece, so that hardly a story is on both sides.
func stretch(of []sentence, fold int) (train, test []sentence) {
	from, to := len(of)*fold/folds, len(of)*(fold+1)/folds
	return slices.Concat(of[:from], of[to:]), of[from:to]
}

// printed prints how well a model does on judged text in the format of a corpus.
func printed(w io.Writer, m *tagger.Model, what string, of []example, read reading, errors int) {
	scores := Scores{}
	measure(scores, m, of, read, show(w, &errors))
	report(w, what, scores)
}

// report prints the scores of each class and of all together.
func report(w io.Writer, what string, s Scores) {
	fmt.Fprintln(w, what)
	for _, class := range []string{"PER", "ORG", "LOC"} {
		fmt.Fprintf(w, "  %-6s %v\n", class, s.at(class))
	}
	fmt.Fprintf(w, "  %-6s %v\n", "micro", s.Micro())
}

// show prints the first so many errors with the words around them.
func show(w io.Writer, left *int) func(*example, place, string) {
	return func(e *example, p place, kind string) {
		if *left <= 0 {
			return
		}
		*left--
		from, to := e.starts[p.start], e.toks[p.end-1].End
		before, after := max(0, p.start-4), min(len(e.toks)-1, p.end+3)
		fmt.Fprintf(w, "%s %s\t%s[%s]%s\n", kind, p.class, e.text[e.starts[before]:from], e.text[from:to], e.text[to:e.toks[after].End])
	}
}
