package web

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed words.tsv
var wordsTable string

// words are the strings of the pages in one language.
type words struct {
	lang string
	text map[string]string
}

// languages in which the pages are written, the first where nothing else is asked for.
var languages = [...]string{"ar", "en"}

// readWords reads the table: key, Arabic, English. Where a language needs no form of
// its own for a plural category, its column is empty.
func readWords(table string) (map[string]*words, error) {
	all := make(map[string]*words, len(languages))
	for _, lang := range languages {
		all[lang] = &words{lang: lang, text: make(map[string]string)}
	}
	number, last := 0, ""
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 1+len(languages) {
			return nil, fmt.Errorf("words.tsv:%d: %d columns, want %d", number, len(cells), 1+len(languages))
		}
		if cells[0] <= last {
			return nil, fmt.Errorf("words.tsv:%d: %q stands behind %q", number, cells[0], last)
		}
		last = cells[0]
		for i, lang := range languages {
			if cells[1+i] != "" {
				all[lang].text[cells[0]] = cells[1+i]
			}
		}
	}
	return all, nil
}

// T is the string of the key. A key that is missing shows itself; a test fails on it.
func (w *words) T(key string) string {
	if text, ok := w.text[key]; ok {
		return text
	}
	return "⟨" + key + "⟩"
}

// F is the string of the key with {name} replaced by the value behind that name.
func (w *words) F(key string, pairs ...string) string {
	braced := make([]string, len(pairs))
	for i, p := range pairs {
		if i%2 == 0 {
			p = "{" + p + "}"
		}
		braced[i] = p
	}
	return strings.NewReplacer(braced...).Replace(w.T(key))
}

// N is the key's form for n things, with {n} replaced by the number.
func (w *words) N(key string, n int) string {
	return strings.ReplaceAll(w.T(key+"."+plural(w.lang, n)), "{n}", thousands(strconv.Itoa(n)))
}

// rtl reports whether the language is written from right to left.
func (w *words) rtl() bool { return w.lang == "ar" }

func (w *words) dir() string {
	if w.rtl() {
		return "rtl"
	}
	return "ltr"
}
