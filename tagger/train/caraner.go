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
// never trained on: other outlets, and other guidelines. So it prints three scores. The first
// is by the corpus as it is. The second is so, too, but reads our names by the corpus's
// guidelines, as type acting says. The third is by the project's guidelines, where these are
// a matter of the corpus's labels alone: a country or city that it calls an organization,
// since it acts, is a place; quotation marks and the side of a known place are no part of a
// name; and names within its titles and other things («أمير [جازان]», «دوري أبطال [آسيا]»)
// are not counted, since in these it marks none.
func MeasureCAraNER(w io.Writer, m *tagger.Model, path string, show int) error {
	of, err := readCAraNER(path)
	if err != nil {
		return err
	}
	read, err := newActing()
	if err != nil {
		return err
	}
	lines := make([]example, 0, len(of))
	for _, s := range of {
		s.apart = nil
		lines = append(lines, lineOf(s))
	}
	printed(w, m, "CAraNER, never trained on", lines, plain, 0)
	printed(w, m, "CAraNER, never trained on, our names read by its guidelines", lines, read.read, 0)
	if err := settlePlaces(of); err != nil {
		return err
	}
	if err := settleSpans(of, m); err != nil {
		return err
	}
	for i, s := range of {
		lines[i] = lineOf(s)
	}
	printed(w, m, "CAraNER, never trained on, by the guidelines of the project", lines, plain, show)
	return nil
}

// readCAraNER reads the table of CAraNER: a word a row, with the number of its sentence.
func readCAraNER(path string) ([]sentence, error) {
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
	return b.finish(of), nil
}
