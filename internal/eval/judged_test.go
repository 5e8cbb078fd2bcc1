package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"isnad"
)

// judgedDir has what was judged in articles of the data beside the project, without
// the articles' words: docs/judged.md says how and which.
const judgedDir = "testdata/judged"

// corpora are the files of the data that judged articles are in.
var corpora = []string{"saudinewsnet.jsonl.gz", "ntrex.jsonl", "wikinews.jsonl"}

// layersOfGold are what can be judged in an article. What is not among the labels of
// one was not judged there, which is another thing than that there is none.
var layersOfGold = []string{"claims", "quantities", "times", "mentions", "events", "explanations"}

// labelled is a line of a judged file. SHA256 is that of the text that was judged: the
// title, a line feed, the body. Spans of Labels count code points of it.
type labelled struct {
	ID     string         `json:"id"`
	Corpus string         `json:"corpus"`
	SHA256 string         `json:"sha256"`
	Labels map[string]any `json:"labels"`
}

// judged is an article with its labels and its words.
type judged struct {
	labelled
	line []byte // as it stands in the file
	gold []byte // as ReadGold reads it
	*isnad.Analysis
}

// readJudged reads all judged files, by their path in judgedDir without the ending.
func readJudged(t testing.TB) map[string][]*judged {
	t.Helper()
	for _, corpus := range corpora {
		shared(t, "data/"+corpus)
	}
	sets, err := allJudged()
	if err != nil {
		t.Fatal(err)
	}
	return sets
}

var allJudged = sync.OnceValues(func() (map[string][]*judged, error) {
	sets, err := readLabels()
	if err != nil {
		return nil, err
	}
	wanted := make(map[string]map[string]*isnad.Article)
	for _, set := range sets {
		for _, j := range set {
			if wanted[j.Corpus] == nil {
				wanted[j.Corpus] = make(map[string]*isnad.Article)
			}
			wanted[j.Corpus][j.ID] = nil
		}
	}
	for corpus, articles := range wanted {
		if err := find(corpus, articles); err != nil {
			return nil, err
		}
	}
	for name, set := range sets {
		for _, j := range set {
			if err := j.restore(wanted[j.Corpus][j.ID]); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", name, j.ID, err)
			}
		}
	}
	return sets, nil
})

func readLabels() (map[string][]*judged, error) {
	sets := make(map[string][]*judged)
	for _, pattern := range []string{"*.jsonl", "*/*.jsonl"} {
		files, err := filepath.Glob(filepath.Join(judgedDir, pattern))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			set, err := readSet(file)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			name, err := filepath.Rel(judgedDir, strings.TrimSuffix(file, ".jsonl"))
			if err != nil {
				return nil, err
			}
			sets[filepath.ToSlash(name)] = set
		}
	}
	return sets, nil
}

func readSet(file string) (set []*judged, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(text) {
		j := &judged{line: line}
		if err := decodeNumbers(line, &j.labelled); err != nil {
			return nil, err
		}
		set = append(set, j)
	}
	return set, nil
}

// decodeNumbers leaves numbers as they are written.
func decodeNumbers(line []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	return d.Decode(to)
}

// find reads the articles with the given ids out of a file of the data.
func find(corpus string, articles map[string]*isnad.Article) error {
	return eachLine(corpus, func(id string, line []byte) error {
		if _, wanted := articles[id]; !wanted {
			return nil
		}
		var row struct{ Title, Body, Outlet, URL, Published string }
		if err := json.Unmarshal(line, &row); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		articles[id] = &isnad.Article{
			ID: id, Title: row.Title, Body: row.Body, Outlet: row.Outlet, URL: row.URL, Published: row.Published,
		}
		return nil
	})
}

// eachLine goes through the articles of a file of the data. Every line there begins
// with its id, so that those that are not wanted need not be decoded.
func eachLine(corpus string, do func(id string, line []byte) error) error {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", corpus))
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(corpus, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("read %s: %w", corpus, err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		rest, ok := bytes.CutPrefix(lines.Bytes(), []byte(`{"id": "`))
		id, _, closed := bytes.Cut(rest, []byte(`"`))
		if !ok || !closed {
			return fmt.Errorf("read %s: a line does not begin with its id", corpus)
		}
		if err := do(string(id), lines.Bytes()); err != nil {
			return fmt.Errorf("read %s: %w", corpus, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", corpus, err)
	}
	return nil
}

// restore puts the words of the article into its labels.
func (j *judged) restore(article *isnad.Article) error {
	if article == nil {
		return fmt.Errorf("is not in %s", j.Corpus)
	}
	text := article.Title + "\n" + article.Body
	if sum := textSum(text); sum != j.SHA256 {
		return fmt.Errorf("the text in %s is not the one that was judged: its sum is %s, not %s", j.Corpus, sum, j.SHA256)
	}
	// Decoded a second time, as putting the words in changes the labels.
	var own labelled
	if err := decodeNumbers(j.line, &own); err != nil {
		return err
	}
	gold := map[string]any{"id": j.ID, "title": article.Title, "text": text}
	for key, value := range map[string]string{"outlet": article.Outlet, "url": article.URL, "published": article.Published} {
		if value != "" {
			gold[key] = value
		}
	}
	w := worder{text: []rune(text)}
	for _, layer := range layersOfGold {
		gold[layer] = []any{}
		if labels, there := own.Labels[layer]; there {
			gold[layer] = w.put(labels)
		}
	}
	if w.err != nil {
		return w.err
	}
	var err error
	if j.gold, err = marshalLine(gold); err != nil {
		return err
	}
	read, err := ReadGold(bytes.NewReader(j.gold))
	if err != nil {
		return err
	}
	j.Analysis = read[0]
	return nil
}

// only blanks in what was read the layers that were not judged in this article.
func (j *judged) only(read *isnad.Analysis) *isnad.Analysis {
	a := *read
	blank := map[string]func(){
		"claims": func() { a.Claims = nil }, "quantities": func() { a.Quantities = nil }, "times": func() { a.Times = nil },
		"mentions": func() { a.Mentions = nil }, "events": func() { a.Events = nil }, "explanations": func() { a.Explanations = nil },
	}
	for _, layer := range layersOfGold {
		if _, there := j.Labels[layer]; !there {
			blank[layer]()
		}
	}
	return &a
}

func textSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func marshalLine(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return b.Bytes(), err
}

// inWords are the fields that say something in words. Where the article has these
// words, too, a span, or a list of spans and words, stands for them.
var inWords = []string{"name", "unit", "of", "place", "actors", "recipients"}

// worder puts the words of a text into labels. It keeps the first error.
type worder struct {
	text []rune
	err  error
}

func (w *worder) put(label any) any {
	switch l := label.(type) {
	case []any:
		for i := range l {
			l[i] = w.put(l[i])
		}
	case map[string]any:
		for key, field := range l {
			if names, several := field.([]any); several && (key == "actors" || key == "recipients") {
				for i := range names {
					names[i] = w.words(names[i])
				}
			} else if slices.Contains(inWords, key) {
				l[key] = w.words(field)
			} else {
				l[key] = w.put(field)
			}
		}
		if _, isSpan := l["start"]; isSpan {
			l["text"] = w.cut(l)
		}
	}
	return label
}

// words is what a field says: itself, the words of a span, or of several and others.
func (w *worder) words(field any) string {
	switch f := field.(type) {
	case string:
		return f
	case map[string]any:
		return w.cut(f)
	case []any:
		parts := make([]string, len(f))
		for i := range f {
			parts[i] = w.words(f[i])
		}
		return strings.Join(parts, " ")
	}
	w.fail("%v stands for no words", field)
	return ""
}

func (w *worder) cut(span map[string]any) string {
	start, ok := position(span["start"])
	end, ok2 := position(span["end"])
	if !ok || !ok2 || start < 0 || end < start || end > len(w.text) {
		w.fail("span %v is not inside a text of %d code points", span, len(w.text))
		return ""
	}
	return string(w.text[start:end])
}

func position(value any) (int, bool) {
	n, ok := value.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := n.Int64()
	return int(i), err == nil
}

func (w *worder) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
}
