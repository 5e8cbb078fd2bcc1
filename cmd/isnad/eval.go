package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"isnad"
	"isnad/extract"
	"isnad/internal/eval"
)

type evalCommand struct {
	Gold string `arg:"" help:"Judged articles, one a line: id, title, text, published, and what careful readers found in them."`

	Analyses string   `placeholder:"FILE" help:"Score these analyses (isnad analyze --format jsonl) instead of reading the judged articles now; - for standard input."`
	Only     []string `placeholder:"ID" help:"Score only the articles with these ids."`
	Errors   int      `placeholder:"N" help:"Show the first N errors of each sort on standard error."`
	JSON     bool     `name:"json" help:"Print the figures as JSON."`
}

// Run scores and prints the figures.
func (e *evalCommand) Run(c *console) error {
	reader, err := extract.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	score := eval.Score{Report: e.report(c.err)}
	if err := e.score(&score, c.in, reader); err != nil {
		fmt.Fprintf(c.err, "isnad: %v\n", err)
		return errBadInput
	}
	if e.JSON {
		return json.NewEncoder(c.out).Encode(&score)
	}
	return score.WriteText(c.out)
}

func (e *evalCommand) score(score *eval.Score, in io.Reader, reader *extract.Reader) error {
	gold, err := readFile(e.Gold, in, eval.ReadGold)
	if err != nil {
		return err
	}
	analyse := reader.Analyze
	if e.Analyses != "" {
		analyses, err := readFile(e.Analyses, in, eval.ReadAnalyses)
		if err != nil {
			return err
		}
		analyse = func(a *isnad.Article) *isnad.Analysis { return analyses[a.ID] }
	}
	wanted := make(map[string]bool)
	for _, g := range gold {
		wanted[g.Article.ID] = len(e.Only) == 0
	}
	for _, id := range e.Only {
		if _, ok := wanted[id]; !ok {
			return fmt.Errorf("%s: no article %q", e.Gold, id)
		}
		wanted[id] = true
	}
	for _, g := range gold {
		if !wanted[g.Article.ID] {
			continue
		}
		if err := score.Add(g, analyse(&g.Article)); err != nil {
			return err
		}
	}
	return nil
}

// readFile reads a file, or standard input where its name is -.
func readFile[T any](name string, in io.Reader, read func(io.Reader) (T, error)) (T, error) {
	var none T
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return none, err
		}
		defer f.Close()
		in = f
	}
	all, err := read(in)
	if err != nil {
		return none, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}

// report shows the first errors of each sort.
func (e *evalCommand) report(w io.Writer) func(sort, document, what string) {
	if e.Errors <= 0 {
		return nil
	}
	shown := make(map[string]int)
	return func(sort, document, what string) {
		if shown[sort]++; shown[sort] <= e.Errors {
			fmt.Fprintf(w, "  %s %s: %s\n", sort, document, what)
		}
	}
}
