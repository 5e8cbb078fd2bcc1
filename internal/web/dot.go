package web

import (
	"fmt"
	"io"
	"strings"

	"isnad"
)

// WriteDOT writes the chains of the first cases of a trace, at most so many of them, 0 for all, as
// a graph in the DOT language of Graphviz: each case a cluster, an edge from each telling to whom
// it names, and on to the origins. Words are in Arabic ("ar") or English ("en").
func WriteDOT(w io.Writer, t *isnad.Trace, lang string, most int) error {
	cases, err := drawnCases(t, lang, most)
	if err != nil {
		return err
	}
	d := &dotWriter{}
	d.line(0, "digraph %s {", quoteDOT(t.Story.ID))
	way := "LR"
	if lang == "ar" {
		way = "RL"
	}
	d.line(1, "rankdir=%s;", way)
	d.line(1, `node [shape=box, style=rounded];`)
	for i, c := range cases {
		d.caseOf(i, c)
	}
	d.line(0, "}")
	if _, err := io.WriteString(w, d.b.String()); err != nil {
		return fmt.Errorf("write the graph of story %s: %w", t.Story.ID, err)
	}
	return nil
}

type dotWriter struct{ b strings.Builder }

func (d *dotWriter) line(indent int, format string, args ...any) {
	d.b.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(&d.b, format+"\n", args...)
}

func (d *dotWriter) caseOf(number int, v *caseView) {
	d.line(1, "subgraph %s {", quoteDOT(fmt.Sprintf("cluster %d", number)))
	d.line(2, "label=%s;", quoteDOT(strings.Join(append(v.lines(), v.T("grade."+string(v.Case.Grade))+" · "+v.sentence()), "\n")))
	telling := func(i int) string { return quoteDOT(fmt.Sprintf("%d telling %d", number, i)) }
	node := func(i int) string { return quoteDOT(fmt.Sprintf("%d node %d", number, i)) }
	for i, t := range v.Picture.Tellings {
		d.line(2, "%s [shape=plaintext, label=%s];", telling(i), quoteDOT(clean(t.Article.Outlet)+"\n"+v.tellingBelow(t)))
	}
	for i, n := range v.Picture.Nodes {
		style := "rounded"
		switch {
		case n.Origin && n.Kind == isnad.Unnamed:
			style = `"rounded,dashed,bold"`
		case n.Origin:
			style = `"rounded,bold"`
		case n.Kind == isnad.Unnamed:
			style = `"rounded,dashed"`
		}
		d.line(2, "%s [style=%s, label=%s];", node(i), style, quoteDOT(clean(n.Name)+"\n"+v.nodeWord(n)))
	}
	for _, e := range v.Picture.Edges {
		from, lost := "", ""
		if e.Telling >= 0 {
			from = telling(e.Telling)
			if all := v.Picture.Tellings[e.Telling].Lost; len(all) > 0 {
				lost = ", label=" + quoteDOT(v.T("drift."+string(all[0].What)))
			}
		} else {
			from = node(e.From)
		}
		d.line(2, "%s -> %s [penwidth=%s%s];", from, node(e.To), e.weight(), lost)
	}
	d.line(1, "}")
}

// quoteDOT writes a string of the DOT language. There only the quotation mark is escaped; a
// backslash would begin an escape of labels, so each is doubled.
func quoteDOT(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
