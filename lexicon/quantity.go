package lexicon

import (
	"strconv"
	"strings"

	"isnad/arabic"
)

// Examples is a sentence that a row must match and one that it must not, empty if none
// is given.
type Examples struct{ Match, NoMatch string }

func examples(match, noMatch string) Examples {
	if noMatch == "-" {
		noMatch = ""
	}
	return Examples{match, noMatch}
}

// LoadNumerals loads the numeral words of numerals.tsv. An error names file and line.
func LoadNumerals() (*arabic.Numerals, error) {
	rows, err := Table("numerals", 3)
	if err != nil {
		return nil, err
	}
	n := arabic.NewNumerals()
	for _, row := range rows {
		value, err := strconv.ParseFloat(row.Fields[2], 64)
		if err != nil || value <= 0 {
			return nil, row.Errorf("no value %q", row.Fields[2])
		}
		if err := n.Add(row.Fields[0], row.Fields[1], value); err != nil {
			return nil, row.Errorf("%v", err)
		}
	}
	return n, nil
}

// CountNoun is what can be counted or measured.
type CountNoun struct {
	Singular string   // as written
	Plurals  []string // as written
	Class    string   // person, thing, arm, money, measure, time
	Dual     string   // both, nom (only ان counts two), none
	Rule     string
	Examples
}

// CountNouns loads the nouns that news counts from units.tsv, in its order. An error names
// file and line.
func CountNouns() ([]CountNoun, error) {
	rows, err := Table("units", 6)
	if err != nil {
		return nil, err
	}
	out := make([]CountNoun, 0, len(rows))
	for _, row := range rows {
		f := row.Fields
		switch f[2] {
		case "person", "thing", "arm", "money", "measure", "time":
		default:
			return nil, row.Errorf("no class %q", f[2])
		}
		switch f[3] {
		case "both", "nom", "none":
		default:
			return nil, row.Errorf("no dual %q", f[3])
		}
		if !holds(f[4], f[0]) {
			return nil, row.Errorf("example %q does not hold %q", f[4], f[0])
		}
		out = append(out, CountNoun{f[0], row.List(1), f[2], f[3], "units/" + f[0], examples(f[4], f[5])})
	}
	return out, nil
}

// Approximator is words beside a number that bound or blur it.
type Approximator struct {
	Words []string // folded
	Class string   // min, max, approx
	After bool     // it stands behind the number
	Apart bool     // it stands before the number and lets other words in: «يتجاوز عددهم مئة»
	Rule  string
	Examples
}

// Approximators loads the words that bound and blur numbers from approximators.tsv, in its
// order. An error names file and line.
func Approximators() ([]Approximator, error) {
	rows, err := Table("approximators", 5)
	if err != nil {
		return nil, err
	}
	out := make([]Approximator, 0, len(rows))
	for _, row := range rows {
		f := row.Fields
		switch {
		case f[1] != "min" && f[1] != "max" && f[1] != "approx":
			return nil, row.Errorf("no class %q", f[1])
		case f[2] != "before" && f[2] != "after" && f[2] != "apart":
			return nil, row.Errorf("no side %q", f[2])
		case !holds(f[3], f[0]):
			return nil, row.Errorf("example %q does not hold %q", f[3], f[0])
		}
		out = append(out, Approximator{strings.Fields(arabic.Fold(f[0])), f[1], f[2] == "after", f[2] == "apart", "approximators/" + f[0], examples(f[3], f[4])})
	}
	return out, nil
}

// NumberHead is a word that says of the number behind it what it is: the number of an
// article, a model, a code. The class stop marks words that are never counted.
type NumberHead struct {
	Word  string // folded
	Class string
}

// NumberHeads loads the words that keep numbers from being quantities from numberheads.tsv,
// in its order. An error names file and line.
func NumberHeads() ([]NumberHead, error) {
	rows, err := Table("numberheads", 4)
	if err != nil {
		return nil, err
	}
	out := make([]NumberHead, 0, len(rows))
	for _, row := range rows {
		switch row.Fields[1] {
		case "article", "model", "code", "score", "clock", "ordinal", "stop":
		default:
			return nil, row.Errorf("no class %q", row.Fields[1])
		}
		out = append(out, NumberHead{arabic.Fold(row.Fields[0]), row.Fields[1]})
	}
	return out, nil
}
