package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"isnad"
)

var (
	keep    = flag.String("keep", "", "write testdata/judged anew from the gold, words and all, in this directory")
	rebuild = flag.String("rebuild", "", "write the gold of testdata/judged, words and all, into this directory")
)

// What is kept of judged articles can be made whole, and is then what it was made
// from; none of the articles' words are in it.
func TestJudgedCanBeRebuilt(t *testing.T) {
	if *keep != "" {
		keepJudged(t, *keep)
	}
	sets := readJudged(t)
	if len(sets) < 10 {
		t.Fatalf("only %d sets", len(sets))
	}
	for name, set := range sets {
		var whole []byte
		judgedLayers := layersIn(set)
		for _, j := range set {
			again, err := withoutWords(j.gold, j.Corpus, judgedLayers)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, j.ID, err)
			}
			if !bytes.Equal(again, j.line) {
				t.Errorf("%s: %s: kept again it is\n%snot\n%s", name, j.ID, again, j.line)
			}
			whole = append(whole, j.gold...)
		}
		if *rebuild != "" {
			writeFile(t, filepath.Join(*rebuild, filepath.FromSlash(name)+".jsonl"), whole)
		}
	}
}

func layersIn(set []*judged) (layers []string) {
	for _, j := range set {
		layers = slices.AppendSeq(layers, maps.Keys(j.Labels))
	}
	return layers
}

// An article that was changed since, one that is gone, and a span that leads out of
// the text are errors.
func TestJudgedRefuses(t *testing.T) {
	article := &isnad.Article{ID: "1", Title: "قال", Body: "زيد"}
	sum := textSum("قال\nزيد")
	line := func(sum, name string) []byte {
		return []byte(`{"id":"1","corpus":"c","sha256":"` + sum + `","labels":{"claims":[{"cue":{"start":0,"end":3},` +
			`"content":[{"start":4,"end":7}],"sources":[{"name":` + name + `,"kind":"person"}],"mode":"indirect",` +
			`"act":"say","certainty":"certain","purpose":false}]}}`)
	}
	for _, test := range []struct {
		why     string
		line    []byte
		article *isnad.Article
		name    string
	}{
		{"words", line(sum, `"هي"`), article, "هي"},
		{"a span", line(sum, `{"start":4,"end":7}`), article, "زيد"},
		{"words and a span", line(sum, `["السيد",{"start":4,"end":7}]`), article, "السيد زيد"},
		{"no article", line(sum, `"هي"`), nil, ""},
		{"another text", line(textSum("قال\nزيد "), `"هي"`), article, ""},
		{"a span out of the text", line(sum, `{"start":4,"end":8}`), article, ""},
		{"a number for a name", line(sum, `7`), article, ""},
	} {
		j := &judged{line: test.line}
		if err := decodeNumbers(test.line, &j.labelled); err != nil {
			t.Fatal(err)
		}
		switch err := j.restore(test.article); {
		case test.name == "" && err == nil:
			t.Errorf("%s: passed", test.why)
		case test.name != "" && err != nil:
			t.Errorf("%s: %v", test.why, err)
		case test.name != "" && j.Claims[0].Sources[0].Name != test.name:
			t.Errorf("%s: got name %q, want %q", test.why, j.Claims[0].Sources[0].Name, test.name)
		}
	}
}

// keepJudged writes all sets of a directory, and those of its directories, without
// the words of the articles.
func keepJudged(t *testing.T, dir string) {
	t.Helper()
	homes := corpusOfEach(t)
	for _, pattern := range []string{"*.jsonl", "*/*.jsonl"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			name, err := filepath.Rel(dir, file)
			if err != nil {
				t.Fatal(err)
			}
			writeFile(t, filepath.Join(judgedDir, name), keptSet(t, file, homes))
		}
	}
}

// keptSet is a set without its words. A layer that is empty in all of it was not judged.
func keptSet(t *testing.T, file string, homes map[string]string) (kept []byte) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var layers []string
	for line := range bytes.Lines(text) {
		var doc map[string]json.RawMessage
		if err := json.Unmarshal(line, &doc); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, layer := range layersOfGold {
			var items []json.RawMessage
			if doc[layer] != nil && json.Unmarshal(doc[layer], &items) == nil && len(items) > 0 {
				layers = append(layers, layer)
			}
		}
	}
	for line := range bytes.Lines(text) {
		var doc struct{ ID string }
		if err := json.Unmarshal(line, &doc); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		line, err := withoutWords(line, homes[doc.ID], layers)
		if err != nil {
			t.Fatalf("%s: %s: %v", file, doc.ID, err)
		}
		kept = append(kept, line...)
	}
	return kept
}

func corpusOfEach(t *testing.T) map[string]string {
	t.Helper()
	homes := make(map[string]string)
	for _, corpus := range corpora {
		shared(t, "data/"+corpus)
		if err := eachLine(corpus, func(id string, _ []byte) error {
			homes[id] = corpus
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	return homes
}

func writeFile(t *testing.T, file string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// withoutWords is a line of gold as it is kept, with the layers that were judged.
func withoutWords(line []byte, corpus string, layers []string) ([]byte, error) {
	var doc map[string]any
	if err := decodeNumbers(line, &doc); err != nil {
		return nil, err
	}
	id, _ := doc["id"].(string)
	text, _ := doc["text"].(string)
	if corpus == "" {
		return nil, errors.New("is in no file of the data")
	}
	s := stripper{text: text, words: worder{text: []rune(text)}}
	kept := labelled{ID: id, Corpus: corpus, SHA256: textSum(text), Labels: make(map[string]any)}
	for _, layer := range layers {
		kept.Labels[layer] = s.strip(layer, doc[layer], 0)
	}
	if s.words.err != nil {
		return nil, s.words.err
	}
	return marshalLine(kept)
}

// stripper takes the words of a text out of labels.
type stripper struct {
	text  string
	words worder
}

// strip gives a label without words. Near is where the words of a field are looked
// for first: the place of the label that it belongs to.
func (s *stripper) strip(key string, label any, near int) any {
	switch l := label.(type) {
	case []any:
		bare := make([]any, len(l))
		for i := range l {
			bare[i] = s.strip(key, l[i], near)
		}
		return bare
	case map[string]any:
		return s.stripFields(l, near)
	case string:
		if slices.Contains(inWords, key) {
			return s.standFor(l, near)
		}
		if utf8.RuneCountInString(l) != len(l) {
			s.words.fail("%s says %q, which may be words of the article", key, l)
		}
	}
	return label
}

func (s *stripper) stripFields(label map[string]any, near int) map[string]any {
	if start, ok := position(label["start"]); ok {
		near = start
	} else {
		for _, at := range []string{"mention", "trigger"} {
			if span, ok := label[at].(map[string]any); ok {
				near, _ = position(span["start"])
			}
		}
	}
	bare := make(map[string]any)
	for key, field := range label {
		if key == "text" {
			if words := s.words.cut(label); words != field {
				s.words.fail("a span says %q where the text says %q", field, words)
			}
			continue
		}
		bare[key] = s.strip(key, field, near)
	}
	return bare
}

// standFor is what stands for words: a span where the text has them, or a span for
// each of them that it has.
func (s *stripper) standFor(words string, near int) any {
	if span, ok := s.locate(words, near); ok {
		return span
	}
	var parts []any
	found := false
	for _, word := range strings.Split(words, " ") {
		if span, ok := s.locate(word, near); ok {
			parts, found = append(parts, span), true
		} else {
			parts = append(parts, word)
		}
	}
	if !found {
		return words
	}
	return parts
}

// locate gives the span of words that begins nearest to a place, the first of equals.
func (s *stripper) locate(words string, near int) (map[string]any, bool) {
	if words == "" {
		return nil, false
	}
	best, found := 0, false
	for at := 0; ; {
		i := strings.Index(s.text[at:], words)
		if i < 0 {
			break
		}
		start := utf8.RuneCountInString(s.text[:at+i])
		if !found || distance(start, near) < distance(best, near) {
			best, found = start, true
		}
		_, size := utf8.DecodeRuneInString(words)
		at += i + size
	}
	end := best + utf8.RuneCountInString(words)
	return map[string]any{"start": number(best), "end": number(end)}, found
}

func distance(a, b int) int { return max(a-b, b-a) }

func number(n int) json.Number { return json.Number(fmt.Sprint(n)) }
