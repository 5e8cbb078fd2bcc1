// Command train makes the model that cuts clitics from open texts and word lists. It
// is deterministic: the same data give the same file.
//
//	go run ./arabic/internal/train -data DIR -out arabic/data/clitics.model
//
// With -dev it keeps each fifth of the judged words apart in turn, prints how many of
// them come out right, and writes nothing.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const header = `cuts of Arabic words into proclitics, host and enclitic
made by: go run ./arabic/internal/train
judged words: Farasa's segmentation of Arabic Wikinews (free to copy, text CC BY 2.5)
word counts: NTREX (CC BY-SA 4.0), NewsFANE Gold (CC BY-SA 3.0), AQMAR (CC BY-SA 3.0), Wojood sample (MIT), ANS stance (Apache-2.0), world_countries (CC BY-SA 4.0), Arabic Wikinews (CC BY 2.5)
names: NETransliteration-COLING2018 (CC0)
word lists: hosts.tsv, names.tsv, clitics.tsv`

func main() {
	data := flag.String("data", "", "directory of the open texts")
	lists := flag.String("lists", "arabic/data", "directory of the word lists")
	out := flag.String("out", "arabic/data/clitics.model", "file to write")
	dev := flag.Bool("dev", false, "measure on the judged words kept apart; write nothing")
	verbose := flag.Bool("v", false, "with -dev, print the wrong words")
	flag.Parse()
	if err := run(*data, *lists, *out, *dev, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, lists, out string, dev, verbose bool) error {
	gold, err := readGold(filepath.Join(data, "ud/wikinews.pos.ref"))
	if err != nil {
		return err
	}
	words, err := readCounts(data)
	if err != nil {
		return err
	}
	names, err := readNames(filepath.Join(data, "names/transliteration-ar.tsv"))
	if err != nil {
		return err
	}
	listed, err := readLists(lists, "hosts.tsv", "clitics.tsv")
	if err != nil {
		return err
	}
	settled, err := readLists(lists, "names.tsv")
	if err != nil {
		return err
	}
	t := trainer{words: words, names: names, listed: listed, settled: settled, gold: gold}
	if dev {
		crossValidate(t, verbose)
		return nil
	}
	if err := words.articles(filepath.Join(data, "wikinews.jsonl")); err != nil {
		return err
	}
	model := t.train()
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	if err := model.Encode(f, header); err != nil {
		return fmt.Errorf("write model %s: %w", out, err)
	}
	return f.Close()
}

// readLists reads word lists: hosts and names that look as if they had a clitic, and words with
// their cuts marked by +.
func readLists(dir string, names ...string) ([]sample, error) {
	var out []sample
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("read list: %w", err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			for _, field := range strings.Fields(line) {
				s, err := parseCut(field)
				if err != nil {
					return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
				}
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// parseCut reads «و+ل+هم»: proclitics of one letter, the host, the pronoun.
func parseCut(s string) (sample, error) {
	segs := strings.Split(s, "+")
	out := sample{word: strings.Join(segs, ""), n: 1}
	if last := len(segs) - 1; last > 0 && pronouns[segs[last]] && segs[last-1] != "و" && segs[last-1] != "ف" {
		out.enc = len([]rune(segs[last]))
		segs = segs[:last]
	}
	for _, p := range segs[:len(segs)-1] {
		if len(p) != 2 || !strings.Contains("وفبكلس", p) {
			return out, fmt.Errorf("no proclitic %q in %q", p, s)
		}
		out.pro++
	}
	return out, nil
}
