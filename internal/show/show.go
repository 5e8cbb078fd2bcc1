// Package show renders analyses: for people on a terminal, as a page, as tables,
// and as the JSON of the contract. A Printer renders each article on its own, so
// that many can be rendered at once and only their joining has an order.
package show

import (
	"fmt"

	"isnad"
)

// Options say how a Printer renders.
type Options struct {
	Language string // of headings and marks: "ar" or "en"
	Width    int    // columns of the terminal
	Isolate  bool   // write directional isolates around right-to-left runs
	Color    bool   // write ANSI colours
	Rules    bool   // say which rule made each thing
}

// Item is one analysis with a number that no other in the same output has; it is
// made of digits and hyphens.
type Item struct {
	*isnad.Analysis
	ID string
}

// Printer renders analyses. Append is safe for use by many goroutines. The output
// of several is Head, the first, Between, the second, …, Tail; of none, None.
type Printer interface {
	Append(dst []byte, item Item) []byte
	Head() string
	Between() string
	Tail() string
	None() string
}

// New gives the printer of a format: text, jsonl, json, html or csv.
func New(format string, o Options) (Printer, error) {
	switch format {
	case "jsonl":
		return jsonLines{}, nil
	case "json":
		return indented{}, nil
	case "text":
		return newText(o)
	}
	return nil, fmt.Errorf("no such format: %q", format)
}

// joins are the fixed parts of an output.
type joins struct{ head, between, tail, none string }

func (j joins) Head() string    { return j.head }
func (j joins) Between() string { return j.between }
func (j joins) Tail() string    { return j.tail }
func (j joins) None() string    { return j.none }
