package train

import (
	_ "embed"
	"fmt"
	"strings"

	"isnad"
	"isnad/tagger/internal/seq"
)

//go:embed data/labels.tsv
var labelTable string

// allowed is a set of labels that a token may have, a bit each. A corpus that does not
// tell our types apart gives several.
type allowed uint16

const outsideOnly = allowed(1) << seq.Outside

// labelling maps the classes of one corpus to our types; an empty list is no name.
type labelling map[string][]isnad.EntityType

// readLabels reads the classes of a corpus from a table with lines
// «corpus TAB class TAB types».
func readLabels(name, table, corpus string) (labelling, error) {
	out := labelling{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 3", name, n+1, len(f))
		}
		if f[0] != corpus {
			continue
		}
		var types []isnad.EntityType
		if f[2] != "-" {
			for _, t := range strings.Split(f[2], "|") {
				if _, ok := seq.Begin(isnad.EntityType(t)); !ok {
					return nil, fmt.Errorf("%s:%d: unknown type %q", name, n+1, t)
				}
				types = append(types, isnad.EntityType(t))
			}
		}
		out[f[1]] = types
	}
	return out, nil
}

// begin and inside are the labels that the tokens of a name of these types may have.
func begin(types []isnad.EntityType) (a allowed) {
	for _, t := range types {
		l, _ := seq.Begin(t)
		a |= 1 << l
	}
	return a
}

func inside(types []isnad.EntityType) (a allowed) {
	for _, t := range types {
		l, _ := seq.Inside(t)
		a |= 1 << l
	}
	return a
}
