package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"isnad"
	"isnad/extract"
)

// Everything that the program prints keeps the contract that other programs read
// it by: over the examples, the judged articles and a few hundred of the corpus.
func TestOutputKeepsContract(t *testing.T) {
	schema := contract(t)
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	sets := map[string]func(testing.TB) []*isnad.Article{
		"examples": exampleArticles, "judged": judgedArticles, "corpus": corpusArticles,
	}
	for name, articles := range sets {
		t.Run(name, func(t *testing.T) {
			all := articles(t)
			if len(all) < 5 {
				t.Fatalf("only %d articles", len(all))
			}
			for _, article := range all {
				if err := validate(schema, reader.Analyze(article).AppendJSON(nil)); err != nil {
					t.Errorf("%s: %v", article.ID, err)
				}
			}
		})
	}
}

// The schema itself must bite: an analysis with every layer passes, and one with
// an unknown kind does not.
func TestContractRefuses(t *testing.T) {
	schema := contract(t)
	span := isnad.Span{Start: 0, End: 2}
	a := &isnad.Analysis{
		Article:  isnad.Article{Title: "ع"},
		Text:     "ع\n",
		Mentions: []isnad.Mention{{Span: span, Type: isnad.PER, Form: "named"}},
		Entities: []isnad.Entity{{Type: isnad.PER}},
		Claims: []isnad.Claim{{
			Cue: span, Content: []isnad.Span{span}, Sources: []isnad.Link{{Kind: isnad.Person, Mention: span}},
			Mode: isnad.Direct, Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral,
		}},
		Events:       []isnad.Event{{Type: "AID", Trigger: span, Status: "actual"}},
		Quantities:   []isnad.Quantity{{Span: span, Min: isnad.Bound{Value: 1, Set: true}}},
		Times:        []isnad.Time{{Span: span}},
		Explanations: []isnad.Explanation{{Content: []isnad.Span{span}, Explains: span}},
	}
	if err := validate(schema, a.AppendJSON(nil)); err != nil {
		t.Errorf("refused: %v", err)
	}
	a.Claims[0].Sources[0].Kind = "nobody"
	if validate(schema, a.AppendJSON(nil)) == nil {
		t.Error("passed a source of an unknown kind")
	}
}

func contract(t testing.TB) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(shared(t, "contract/analysis.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(schema *jsonschema.Schema, line []byte) error {
	if bytes.ContainsRune(line, '\n') {
		return errors.New("more than one line")
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		return err
	}
	if err := schema.Validate(value); err != nil {
		return err
	}
	_, err = isnad.ReadAnalysis(line)
	return err
}

func exampleArticles(t testing.TB) (all []*isnad.Article) {
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(text), "\n")
		all = append(all, &isnad.Article{ID: filepath.Base(file), Title: title, Body: body, Published: "2026-01-02"})
	}
	return all
}

func judgedArticles(t testing.TB) (all []*isnad.Article) {
	for _, gold := range readShared(t, goldFile) {
		all = append(all, &gold.Article)
	}
	return all
}

// corpusArticles are the first articles of the corpus.
func corpusArticles(t testing.TB) []*isnad.Article {
	f, err := os.Open(shared(t, "data/saudinewsnet.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := readCorpus(f, 300)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readCorpus(r io.Reader, most int) (all []*isnad.Article, err error) {
	unzipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	lines := json.NewDecoder(bufio.NewReader(unzipped))
	for len(all) < most {
		var row struct{ ID, Title, Body, Outlet, URL, Published string }
		if err := lines.Decode(&row); err != nil {
			return nil, fmt.Errorf("article %d: %w", len(all), err)
		}
		all = append(all, &isnad.Article{
			ID: row.ID, Title: row.Title, Body: row.Body, Outlet: row.Outlet, URL: row.URL, Published: row.Published,
		})
	}
	return all, nil
}
