package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// counts is how often each word form stands in open texts.
type counts map[string]float64

// add counts the Arabic words of a text, without their marks.
func (c counts) add(text string) {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !(r >= 0x621 && r <= 0x652 || r == 0x670 || r == 0x640)
	}) {
		w = strings.Map(func(r rune) rune {
			if r >= 0x64B || r == 0x640 {
				return -1
			}
			return r
		}, w)
		if w != "" {
			c[w]++
		}
	}
}

// column reads the first field of each line, as files of one token a line have it.
func (c counts) column(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("count words: %w", err)
	}
	for line := range bytes.Lines(data) {
		if f := strings.Fields(string(line)); len(f) > 0 {
			c.add(f[0])
		}
	}
	return nil
}

// articles reads the title and body of each line's JSON.
func (c counts) articles(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("count words: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var a struct{ Title, Body string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return fmt.Errorf("count words of %s: %w", path, err)
		}
		c.add(a.Title + "\n" + a.Body)
	}
	return in.Err()
}

// cells reads every field of a CSV file.
func (c counts) cells(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("count words: %w", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("count words of %s: %w", path, err)
	}
	for _, r := range rows {
		c.add(strings.Join(r, "\n"))
	}
	return nil
}

// readCounts counts all open texts but Wikinews.
func readCounts(dir string) (counts, error) {
	c := counts{}
	for _, f := range []string{"newsfane-train.txt", "aqmar-train.txt", "aqmar-dev.txt", "wojood-sample/train.txt", "wojood-sample/val.txt", "wojood-sample/test.txt"} {
		if err := c.column(filepath.Join(dir, "ner", f)); err != nil {
			return nil, err
		}
	}
	if err := c.articles(filepath.Join(dir, "ntrex.jsonl")); err != nil {
		return nil, err
	}
	for _, f := range []string{"pairs/ans-stance/train.csv", "pairs/ans-stance/dev.csv", "pairs/ans-stance/test.csv", "names/countries-ar.csv"} {
		if err := c.cells(filepath.Join(dir, f)); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// readNames counts the Arabic spellings of a list of transliterated names.
func readNames(path string) (counts, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	c := counts{}
	for line := range bytes.Lines(data) {
		f := strings.Split(strings.TrimSpace(string(line)), "\t")
		if len(f) < 2 {
			continue
		}
		c.add(strings.ReplaceAll(f[1], " ", ""))
	}
	return c, nil
}
