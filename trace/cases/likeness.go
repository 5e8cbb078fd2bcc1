package cases

import (
	_ "embed" // the learned weights
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// feature is one way in which two clauses are alike or not.
type feature int

// The features of a pair of clauses.
const (
	always      feature = iota
	words               // weight of the common words, cosine
	contained           // the same, as a share of the shorter clause
	beside              // words beside each other, cosine
	doing               // verbs and what happens, cosine
	nothingDone         // one of them has no verb and nothing happens in it
	bothCount           // both count those to whom the same happened
	where               // places, cosine
	others              // both have names, and others
	numbers             // the numbers in them, cosine
	otherNumber         // both have numbers, and others
	length              // of the shorter one, logarithm of its words
	otherSign           // one of them says that it did not happen
	roots               // of words that are written otherwise, cosine
	otherDoing          // both have verbs, and others
	leads               // both stand where an article begins
	around              // words of the clauses beside them, cosine
	articles            // words of what their articles begin with, cosine
	days                // between their articles, logarithm
	features            // how many they are
)

// featureNames are those of likeness.tsv.
var featureNames = [features]string{
	"always", "words", "contained", "beside", "doing", "nothing-done", "both-count",
	"where", "others", "numbers", "other-number", "length", "other-sign", "roots", "other-doing", "leads", "around", "articles", "days",
}

// compare measures how two clauses are alike.
func (s *shapes) compare(a, b *shape) (f [features]float64) {
	f[always] = 1
	if shared := s.common(a, b); shared > 0 {
		f[words] = shared / math.Sqrt(a.weight*b.weight)
		f[contained] = shared / min(a.weight, b.weight)
	}
	f[beside] = cosine(a.pairs, b.pairs)
	f[doing] = cosine(a.verbs, b.verbs)
	f[where] = cosine(a.places, b.places)
	f[others] = apart(a.names, b.names)
	f[numbers], f[otherNumber] = cosine(a.numbers, b.numbers), apart(a.numbers, b.numbers)
	f[length] = min(a.length, b.length)
	if len(a.verbs) == 0 || len(b.verbs) == 0 {
		f[nothingDone] = 1
	}
	if a.counts && b.counts {
		f[bothCount] = cosine(a.harms, b.harms)
	}
	if a.negated != b.negated {
		f[otherSign] = 1
	}
	f[roots] = cosine(a.roots, b.roots)
	f[otherDoing] = apart(a.verbs, b.verbs)
	if a.doc != b.doc { // of one article it tells nothing
		f[around] = s.cosine(a.around, b.around)
		f[articles] = s.cosine(s.begins[a.doc], s.begins[b.doc])
	}
	f[days] = math.Log(1 + math.Abs(a.day-b.day))
	if a.lead && b.lead {
		f[leads] = 1
	}
	return f
}

// likeness weighs features: the logarithm of the odds that two clauses tell one proposition is
// their weighted sum (logistic regression).
type likeness [features]float64

// of is the probability that two clauses tell one proposition.
func (l *likeness) of(f *[features]float64) float64 {
	sum := 0.0
	for i, w := range l {
		sum += w * f[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

//go:embed data/likeness.tsv
var likenessTable string

// loadLikeness reads the learned weights. An error names the line.
func loadLikeness() (*likeness, error) {
	const file = "likeness.tsv"
	l, seen := &likeness{}, [features]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(likenessTable, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		f := slices.Index(featureNames[:], name)
		w, err := strconv.ParseFloat(value, 64)
		if f < 0 || err != nil || seen[f] {
			return nil, fmt.Errorf("%s:%d: %q is not a new feature and its weight", file, i+1, line)
		}
		l[f], seen[f] = w, true
	}
	if f := slices.Index(seen[:], false); f >= 0 {
		return nil, fmt.Errorf("%s: feature %s has no weight", file, featureNames[f])
	}
	return l, nil
}
