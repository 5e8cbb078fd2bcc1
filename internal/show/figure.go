package show

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"isnad"
)

// Figures prints the figures of a story for people, under its name.
func Figures(w *bufio.Writer, t *isnad.Trace) {
	fmt.Fprintf(w, "%s  %s\n", t.Story.ID, clean(t.Story.Title))
	for i := range t.Figures {
		fmt.Fprint(w, "  ")
		figure(w, &t.Figures[i])
	}
	fmt.Fprintln(w)
}

// figure prints one figure: what is counted, then each value with the day on
// which it was told, by whose word, as of when, and which others of the series it excludes.
func figure(w *bufio.Writer, f *isnad.Figure) {
	fmt.Fprintf(w, "%s\n", clean(what(f)))
	for i := range f.Values {
		v := &f.Values[i]
		line := fmt.Sprintf("    %2d. %-10s  %s  %s", i+1, dayOf(v.Told), rangeOf(v), clean(cmp.Or(v.By, "(no source)")))
		if v.AsOf != "" {
			line += "  as of " + clean(v.AsOf)
		}
		if len(v.Excludes) > 0 {
			line += "  ✗ excludes " + excluded(v.Excludes)
		}
		fmt.Fprintln(w, line)
	}
}

// excludedShown is how many of the values that one excludes are listed.
const excludedShown = 5

func excluded(values []int) string {
	var others []string
	for _, n := range values[:min(len(values), excludedShown)] {
		others = append(others, strconv.Itoa(n+1))
	}
	if more := len(values) - excludedShown; more > 0 {
		others = append(others, fmt.Sprintf("and %d more", more))
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
