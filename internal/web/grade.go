package web

import (
	"strings"

	"isnad"
)

func gradeClass(g isnad.Grade) string { return "grade-" + strings.ReplaceAll(string(g), " ", "-") }

// grade is a grade in words, with the number of origins where that says more.
func (w *words) grade(g isnad.Grade, independent int) string {
	if g == isnad.Corroborated {
		return w.N("origins-named", independent)
	}
	return w.T("grade." + string(g))
}
