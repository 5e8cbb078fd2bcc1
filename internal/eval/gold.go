package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"isnad"
)

// ReadGold reads judged articles, one JSON object a line. They come as analyses,
// but for two things: a mention's Entity and an event's Actors and Recipients are
// names, and there are no Entities.
func ReadGold(r io.Reader) ([]*isnad.Analysis, error) {
	return readLines(r, func(line []byte) (*isnad.Analysis, error) {
		contract, err := asContract(line)
		if err != nil {
			return nil, err
		}
		return isnad.ReadAnalysis(contract)
	})
}

// ReadAnalyses reads analyses, one JSON object a line, by the id of their article.
// Of two with the same id the later one counts.
func ReadAnalyses(r io.Reader) (map[string]*isnad.Analysis, error) {
	all, err := readLines(r, isnad.ReadAnalysis)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]*isnad.Analysis, len(all))
	for _, a := range all {
		byID[a.Article.ID] = a
	}
	return byID, nil
}

func readLines(r io.Reader, read func([]byte) (*isnad.Analysis, error)) ([]*isnad.Analysis, error) {
	var all []*isnad.Analysis
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			a, err := read(line)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			all = append(all, a)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// asContract moves what gold says of the article to where the contract has it.
func asContract(line []byte) ([]byte, error) {
	var doc map[string]json.RawMessage
	if err := json.Unmarshal(line, &doc); err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	article := make(map[string]json.RawMessage)
	for _, key := range []string{"id", "title", "text", "outlet", "url", "published", "language"} {
		if value, ok := doc[key]; ok {
			article[key] = value
		}
	}
	if article["language"] == nil {
		article["language"] = json.RawMessage(`"ar"`)
	}
	head, err := json.Marshal(article)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	doc["article"], doc["schema"] = head, json.RawMessage(`"`+isnad.Schema+`"`)
	return json.Marshal(doc)
}
