// Package lexicon holds the word lists: cues, titles, outlets, source nouns, countries,
// units, months. They are data, in data/*.tsv, each row with an example that it matches
// and one that it must not; this package reads and checks them.
//
// A list is UTF-8 with one row a line and tabs between the columns. It starts with
// comment lines: «# licence: …; source: …» and «# columns: …». Rows are sorted bytewise
// and unique, so that two people's additions merge.
package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"
)

//go:embed data/*.tsv
var files embed.FS

// Row is one line of a list.
type Row struct {
	File   string // name of the list without folder and ending: "cues"
	Line   int    // from 1
	Fields []string
}

// Errorf makes an error that says where the row stands.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s.tsv:%d: %s", r.File, r.Line, fmt.Sprintf(format, args...))
}

// List splits a field that holds several values with | between them; "-" is none.
func (r Row) List(column int) []string {
	if r.Fields[column] == "-" || r.Fields[column] == "" {
		return nil
	}
	return strings.Split(r.Fields[column], "|")
}

// part is a principal part of a verb; "" where the column has none.
func (r Row) part(column int) string {
	part := r.Fields[column]
	if part == "-" {
		return ""
	}
	if strings.Contains(part, "|") {
		return strings.ReplaceAll(part, "|", "")
	}
	return part
}

// Table reads the embedded list name and checks that each row has the given number of
// columns, that the licence is told, and that the rows are sorted and unique. An error
// names file and line.
func Table(name string, columns int) ([]Row, error) {
	data, err := files.ReadFile("data/" + name + ".tsv")
	if err != nil {
		return nil, fmt.Errorf("read list %s: %w", name, err)
	}
	// ReadFile made the bytes for us alone; they are never written again.
	return parse(name, unsafe.String(unsafe.SliceData(data), len(data)), columns)
}

func parse(name, data string, columns int) ([]Row, error) {
	data = strings.TrimSuffix(data, "\n")
	most := 1 + strings.Count(data, "\n")
	rows, fields := make([]Row, 0, most), make([]string, 0, most*columns)
	valid, licence, last, n := utf8.ValidString(data), false, "", 0
	for line := range strings.SplitSeq(data, "\n") {
		n++
		if strings.HasPrefix(line, "#") {
			licence = licence || strings.HasPrefix(line, "# licence:")
			continue
		}
		row := Row{File: name, Line: n}
		have := 1 + strings.Count(line, "\t")
		switch {
		case !valid && !utf8.ValidString(line):
			return nil, row.Errorf("not valid UTF-8")
		case have != columns:
			return nil, row.Errorf("%d columns, want %d", have, columns)
		case line <= last:
			field, _, _ := strings.Cut(line, "\t")
			return nil, row.Errorf("not in order, or twice: %q", field)
		}
		last = line
		first := len(fields)
		for field := range strings.SplitSeq(line, "\t") {
			fields = append(fields, field)
		}
		row.Fields = fields[first:len(fields):len(fields)]
		rows = append(rows, row)
	}
	if !licence {
		return nil, fmt.Errorf("%s.tsv:1: no line «# licence: …»", name)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s.tsv:1: no rows", name)
	}
	return rows, nil
}
