package show

import (
	"bytes"
	"encoding/json"
)

// jsonLines writes the contract, an analysis a line.
type jsonLines struct{}

// Append appends one line.
func (jsonLines) Append(dst []byte, item Item) []byte {
	return append(item.AppendJSON(dst), '\n')
}

func (jsonLines) Head(string, int) string { return "" }
func (jsonLines) Between() string         { return "" }
func (jsonLines) Tail(int) string         { return "" }

// indented writes the same for reading: one article as an object, more of them, or
// none, as an array, so that it is always one JSON document.
type indented struct{}

// Append appends the analysis, indented, without a line feed at the end.
func (indented) Append(dst []byte, item Item) []byte {
	var out bytes.Buffer
	if json.Indent(&out, item.AppendJSON(nil), "", "  ") != nil {
		return item.AppendJSON(dst) // never: AppendJSON writes valid JSON
	}
	return append(dst, out.Bytes()...)
}

func (indented) Head(_ string, articles int) string {
	if articles == 1 {
		return ""
	}
	return "["
}

func (indented) Between() string { return ",\n" }

func (indented) Tail(articles int) string {
	if articles == 1 {
		return "\n"
	}
	return "]\n"
}
