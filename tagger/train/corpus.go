package train

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"isnad"
)

// name is a name in a sentence: words [first, end) and the types that it may have.
type name struct {
	first, end int
	types      []isnad.EntityType
}

// sentence is the words of a judged sentence, the names in it, and which words belong
// to the word before them (a clitic that the corpus cut off).
type sentence struct {
	words []string
	glued []bool
	names []name
	apart []name // stretches of a class that is no name for us; they have no types
}

// format is how a corpus is written.
type format struct {
	corpus string
	split  func(line string) (word string, labels []string) // labels from the outermost in
}

var (
	tabbed = format{"newsfane", func(line string) (string, []string) {
		word, label, _ := strings.Cut(line, "\t")
		return strings.TrimSpace(word), strings.Fields(label)
	}}
	spaced = format{"aqmar", func(line string) (string, []string) {
		f := strings.Fields(line)
		if len(f) == 0 {
			return "", nil
		}
		return f[0], f[1:]
	}}
	nested = format{"wojood", spaced.split}
)

// readCorpus reads a file of one word a line with its labels, sentences set apart by
// empty lines. Errors name file and line.
func readCorpus(path string, f format) ([]sentence, error) {
	known, err := readLabels("labels.tsv", labelTable, f.corpus)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read training text: %w", err)
	}
	return parseCorpus(path, data, f, known)
}

func parseCorpus(path string, data []byte, f format, known labelling) ([]sentence, error) {
	var out []sentence
	s := builder{known: known}
	scan := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	n := 0
	for ; scan.Scan(); n++ {
		if !utf8.Valid(scan.Bytes()) {
			return nil, fmt.Errorf("%s:%d: not valid UTF-8", path, n+1)
		}
		word, labels := f.split(scan.Text())
		if word == "" {
			out = s.finish(out)
			continue
		}
		if len(labels) == 0 {
			return nil, fmt.Errorf("%s:%d: word %q has no label", path, n+1, word)
		}
		if err := s.add(word, labels); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n+1, err)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", path, n+1, err)
	}
	out = s.finish(out)
	if len(out) == 0 {
		return nil, fmt.Errorf("%s:1: no sentences", path)
	}
	return out, nil
}

// builder gathers the words of a sentence.
type builder struct {
	known labelling
	sentence
	class string // of the name that the last word is in
	other string // of the stretch apart that it is in
}

// add adds a word. Of nested names the outermost that has one of our types counts.
func (b *builder) add(word string, labels []string) error {
	at, class, other := len(b.words), "", ""
	begins, otherBegins := false, false
	for _, l := range labels {
		place, c, ok := strings.Cut(l, "-")
		if l == "O" {
			continue
		}
		types, known := b.known[c]
		if !ok || !known || place != "B" && place != "I" {
			return fmt.Errorf("unknown label %q", l)
		}
		switch {
		case types == nil && other == "":
			other, otherBegins = c, place == "B"
		case types != nil && class == "":
			class, begins = c, place == "B"
		}
	}
	b.words = append(b.words, word)
	b.glued = append(b.glued, false)
	b.names = stretches(b.names, at, class != "", begins || class != b.class, b.known[class])
	b.apart = stretches(b.apart, at, other != "", otherBegins || other != b.other, nil)
	b.class, b.other = class, other
	return nil
}

// stretches adds word at to the stretches before it: not at all, to a new one, or to the last.
func stretches(of []name, at int, in, begins bool, types []isnad.EntityType) []name {
	switch {
	case !in:
	case begins:
		return append(of, name{at, at + 1, types})
	default:
		of[len(of)-1].end = at + 1
	}
	return of
}

func (b *builder) finish(out []sentence) []sentence {
	if len(b.words) > 0 {
		out = append(out, b.sentence)
	}
	b.sentence, b.class, b.other = sentence{}, "", ""
	return out
}
