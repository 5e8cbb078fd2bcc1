package show

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words.tsv
var wordsTable string

// words are the words of the output in one language.
type words map[string]string

// wordsOf reads the column of a language.
func wordsOf(language string) (words, error) {
	column := map[string]int{"ar": 1, "en": 2}[language]
	if column == 0 {
		return nil, fmt.Errorf("no words in language %q", language)
	}
	w := words{}
	for i, line := range strings.Split(wordsTable, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("words.tsv:%d: %d columns where 3 should be", i+1, len(cells))
		}
		w[cells[0]] = cells[column]
	}
	return w, nil
}
