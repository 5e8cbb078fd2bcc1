package train

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"isnad/tagger"
)

// MeasureCAraNER prints how well a model does on CAraNER, by the revised labels. It is
// never trained on: other outlets, and other guidelines.
func MeasureCAraNER(w io.Writer, m *tagger.Model, path string, show int) error {
	of, err := readCAraNER(path)
	if err != nil {
		return err
	}
	Measure(w, m, "CAraNER, never trained on", of, show)
	return nil
}

// readCAraNER reads the table of CAraNER: a word a row, with the number of its sentence.
func readCAraNER(path string) ([]example, error) {
	known, err := readLabels("labels.tsv", labelTable, "caraner")
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read CAraNER: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w", path, err)
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	id, word, label := slices.Index(head, "Sentence_ID"), slices.Index(head, "Word"), slices.Index(head, "Revised_Label")
	if id < 0 || word < 0 || label < 0 {
		return nil, fmt.Errorf("%s:1: no columns Sentence_ID, Word, Revised_Label", path)
	}
	var of []sentence
	b, last := builder{known: known}, ""
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		if row[id] != last {
			of, last = b.finish(of), row[id]
		}
		if strings.TrimSpace(row[word]) == "" {
			continue
		}
		if err := b.add(strings.TrimSpace(row[word]), []string{strings.Replace(row[label], "_", "-", 1)}); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
	}
	of = b.finish(of)
	out := make([]example, 0, len(of))
	for _, s := range of {
		out = append(out, lineOf(s))
	}
	return out, nil
}
