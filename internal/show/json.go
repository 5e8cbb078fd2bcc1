package show

import (
	"bytes"
	"encoding/json"
)

// jsonLines writes the contract, an analysis a line.
type jsonLines struct{ joins }

// Append appends one line.
func (jsonLines) Append(dst []byte, item Item) []byte {
	return append(item.AppendJSON(dst), '\n')
}

// indented writes the same for reading: an array with a comma line between.
type indented struct{}

// Append appends the analysis, indented, without a line feed at the end.
func (indented) Append(dst []byte, item Item) []byte {
	var out bytes.Buffer
	if json.Indent(&out, item.AppendJSON(nil), "", "  ") != nil {
		return item.AppendJSON(dst) // never: AppendJSON writes valid JSON
	}
	return append(dst, out.Bytes()...)
}

func (indented) Head() string    { return "[\n" }
func (indented) Between() string { return ",\n" }
func (indented) Tail() string    { return "\n]\n" }
func (indented) None() string    { return "[]\n" }
