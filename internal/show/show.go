// Package show renders analyses: for people on a terminal, as a page, as a table,
// and as the JSON of the contract. A Printer renders each article on its own, so
// that many can be rendered at once and only their joining has an order.
package show

import (
	"fmt"

	"isnad"
	"isnad/extract"
)

// Options say how a Printer renders.
type Options struct {
	Language string // of headings and marks: "ar" or "en"
	Width    int    // columns of the terminal
	Bidi     Bidi
	Color    bool // write ANSI colours
	Rules    bool // say which rule made each thing
}

// Bidi says what text does for the direction of what it writes.
type Bidi int

// Plain writes words and nothing else, for files and pipes. Isolates puts isolates
// around every run whose direction is not that of the line, for terminals that know
// the Unicode Bidirectional Algorithm. Visual writes signs in the order in which
// they are seen, letters joined, for terminals that do not.
const (
	Plain Bidi = iota
	Isolates
	Visual
)

// Item is one analysis with a number that no other in the same output has; it is
// made of digits and hyphens.
type Item struct {
	*isnad.Analysis
	ID      string
	Reasons *extract.Reasons // printed with the text; nil where nobody asks
}

// Printer renders analyses. Append is safe for use by many goroutines. The output
// of several is Head, the first, Between, the second, …, Tail.
type Printer interface {
	Append(dst []byte, item Item) []byte
	// Head is told the title of the first article and how many articles come: 0, 1,
	// or 2 for any larger number.
	Head(title string, articles int) string
	Between() string
	Tail(articles int) string
}

// New gives the printer of a format: text, jsonl, json, html or csv.
func New(format string, o Options) (Printer, error) {
	w, err := wordsOf(o.Language)
	if err != nil {
		return nil, err
	}
	switch format {
	case "text":
		return newText(o, w), nil
	case "jsonl":
		return jsonLines{}, nil
	case "json":
		return indented{}, nil
	case "csv":
		return table{}, nil
	case "html":
		return newPage(o, w), nil
	}
	return nil, fmt.Errorf("no such format: %q", format)
}

// claimNumbers maps the ids of claims to their numbers, from 1.
func claimNumbers(a *isnad.Analysis) map[string]int {
	numbers := make(map[string]int, len(a.Claims))
	for i := range a.Claims {
		if id := a.Claims[i].ID; id != "" {
			numbers[id] = i + 1
		}
	}
	return numbers
}
