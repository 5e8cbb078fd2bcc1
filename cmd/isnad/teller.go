package main

import (
	"fmt"
	"io"

	"isnad/internal/source"
)

// teller tells what is wrong with the input.
type teller struct {
	quiet    bool
	err      io.Writer
	progress *progress
	notes    int
	bad      bool
}

// notesShown is how many notes are told one by one; errors all are.
const notesShown = 5

func (t *teller) tell(p *source.Problem) {
	label := ""
	switch {
	case !p.Note:
		t.bad = true
	case t.quiet:
		return
	default:
		label = "note: "
		if t.notes++; t.notes > notesShown {
			return
		}
	}
	t.progress.clear()
	fmt.Fprintf(t.err, "isnad: %s%v\n", label, p)
}

// finish says how much was not told, and whether some input was bad.
func (t *teller) finish() error {
	if more := t.notes - notesShown; more > 0 {
		t.progress.clear()
		fmt.Fprintf(t.err, "isnad: note: %d more notes of this sort\n", more)
	}
	if t.bad {
		return errBadInput
	}
	return nil
}
