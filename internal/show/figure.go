package show

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"isnad"
)

// Figures prints the figures of a story for people, in English, under its name.
func Figures(w *bufio.Writer, t *isnad.Trace) error {
	words, err := wordsOf("en")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s  %s\n", t.Story.ID, clean(t.Story.Title))
	for i := range t.Figures {
		fmt.Fprint(w, "  ")
		figure(w, words, &t.Figures[i])
	}
	fmt.Fprintln(w)
	return nil
}

// figure prints one figure: what is counted, then each value with the day on
// which it was told, by whose word, as of when, and which others of the series it excludes.
func figure(w *bufio.Writer, words words, f *isnad.Figure) {
	fmt.Fprintf(w, "%s\n", clean(what(f)))
	for i := range f.Values {
		v := &f.Values[i]
		line := fmt.Sprintf("    %2d. %-10s  %s  %s", i+1, dayOf(v.Told), rangeOf(v), clean(cmp.Or(v.By, "("+words["kind.none"]+")")))
		if v.AsOf != "" {
			line += "  " + words["as-of"] + " " + clean(v.AsOf)
		}
		if len(v.Excludes) > 0 {
			line += "  ✗ " + words["excludes"] + " " + excluded(words, v.Excludes)
		}
		fmt.Fprintln(w, line)
	}
}

// excludedShown is how many of the values that one excludes are listed.
const excludedShown = 5

func excluded(words words, values []int) string {
	var others []string
	for _, n := range values[:min(len(values), excludedShown)] {
		others = append(others, strconv.Itoa(n+1))
	}
	if more := len(values) - excludedShown; more > 0 {
		others = append(others, fmt.Sprintf("%s (%d)", words["excludes-more"], more))
	}
	return strings.Join(others, ", ")
}

// what is what a figure counts, with its unit where the words have it not.
func what(f *isnad.Figure) string {
	if f.Unit == "" || strings.Contains(f.What, f.Unit) {
		return f.What
	}
	return f.What + " (" + f.Unit + ")"
}

// rangeOf writes a value or range; one that is open says so.
func rangeOf(v *isnad.FigureValue) string {
	switch {
	case v.Min.Set && v.Max.Set && v.Min == v.Max:
		return number(v.Min.Value)
	case v.Min.Set && v.Max.Set:
		return number(v.Min.Value) + "–" + number(v.Max.Value)
	case v.Min.Set:
		return "≥ " + number(v.Min.Value)
	case v.Max.Set:
		return "≤ " + number(v.Max.Value)
	}
	return "?"
}
