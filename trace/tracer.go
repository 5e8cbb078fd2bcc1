package trace

import (
	"fmt"

	"isnad/lexicon"
	"isnad/trace/cases"
)

// Tracer holds what tracing needs of the word lists. It is safe for use by many
// goroutines.
type Tracer struct {
	media *lexicon.Media // whose names at the head or foot of a text tell where it comes from
	cases *cases.Reader
}

// New makes a tracer of the word lists. An error names file and line.
func New() (*Tracer, error) {
	media, err := lexicon.LoadMedia()
	if err != nil {
		return nil, fmt.Errorf("load the names of media: %w", err)
	}
	reader, err := cases.NewReader()
	if err != nil {
		return nil, err
	}
	return &Tracer{media: media, cases: reader}, nil
}
