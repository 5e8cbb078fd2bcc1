package web

import (
	"strings"

	"isnad"
)

func gradeClass(g isnad.Grade) string { return "grade-" + strings.ReplaceAll(string(g), " ", "-") }

// grade is the grade of a case in words, with the number of its named origins where that says more.
func (w *words) grade(c *isnad.Case) string {
	if named, _ := namesIn(c.Origins); c.Grade == isnad.Corroborated && len(named) > 1 {
		return w.N("origins-named", len(named))
	}
	return w.T("grade." + string(c.Grade))
}
