// Package demo holds an archive to try the pages on: invented articles of invented
// outlets, in four stories.
package demo

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"isnad"
)

//go:embed articles.jsonl
var articles string

//go:embed traces.jsonl
var traces string

// Articles are the articles of the archive, in the order of their stories.
func Articles() ([]isnad.Article, error) {
	var out []isnad.Article
	err := lines(articles, func(line string) error {
		var a struct{ ID, Title, Body, Outlet, URL, Published string }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return err
		}
		out = append(out, isnad.Article{ID: a.ID, Title: a.Title, Body: a.Body, Outlet: a.Outlet, URL: a.URL, Published: a.Published})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the demo's articles: %w", err)
	}
	return out, nil
}

// lines calls f with every line of a text, and says which one it refuses.
func lines(text string, f func(line string) error) error {
	in := bufio.NewScanner(strings.NewReader(text))
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if err := f(in.Text()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return in.Err()
}
