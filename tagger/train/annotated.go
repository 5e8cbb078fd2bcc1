package train

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"isnad"
	"isnad/tagger/internal/seq"
)

// Names judged for Isnad in open articles: an article a line, which stretches of it are
// names, without its words.
//
//go:embed data/annotated.jsonl
var annotatedText []byte

// annotation is a line of annotated.jsonl.
type annotation struct {
	ID     string `json:"id"`
	Corpus string `json:"corpus"` // file under the directory of the corpora
	SHA256 string `json:"sha256"` // of the title, a line feed, the body
	Names  []struct {
		Type  isnad.EntityType `json:"type"`
		Start int              `json:"start"` // code points; in the order of the text
		End   int              `json:"end"`
	} `json:"names"`
}

// readAnnotated puts judged names back into the articles that they were judged in. An
// article that is gone or was changed, an unknown type and a name that leads out of its
// line are refused, with file and line.
func readAnnotated(dir, name string, judged []byte) ([][]sentence, error) {
	var out [][]sentence
	articles := map[string]map[string]string{}
	for n, line := range bytes.Split(bytes.TrimSuffix(judged, []byte("\n")), []byte("\n")) {
		of, err := annotated(dir, articles, line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		out = append(out, of)
	}
	return out, nil
}

func annotated(dir string, articles map[string]map[string]string, line []byte) ([]sentence, error) {
	var a annotation
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, err
	}
	if articles[a.Corpus] == nil {
		texts, err := readArticles(filepath.Join(dir, filepath.Base(a.Corpus)))
		if err != nil {
			return nil, err
		}
		articles[a.Corpus] = texts
	}
	text, ok := articles[a.Corpus][a.ID]
	if !ok {
		return nil, fmt.Errorf("%s has no article %q", a.Corpus, a.ID)
	}
	if sum := sha256.Sum256([]byte(text)); hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, fmt.Errorf("article %q of %s is not as it was judged", a.ID, a.Corpus)
	}
	return a.sentences(text)
}

// readArticles reads the texts of a file of articles by their ids.
func readArticles(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read training text: %w", err)
	}
	texts := map[string]string{}
	for n, line := range bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n")) {
		var a struct{ ID, Title, Body string }
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n+1, err)
		}
		texts[a.ID] = a.Title + "\n" + a.Body
	}
	return texts, nil
}

// sentences makes a sentence of each line of the article's text.
func (a *annotation) sentences(text string) ([]sentence, error) {
	var out []sentence
	names, from := a.Names, 0
	for line := range strings.SplitSeq(text, "\n") {
		letters := []rune(line)
		end, at := from+len(letters), from
		var s sentence
		for len(names) > 0 && names[0].Start < end {
			x := names[0]
			if _, known := seq.Begin(x.Type); !known {
				return nil, fmt.Errorf("unknown label %q", x.Type)
			}
			if x.Start < at || x.End <= x.Start || x.End > end {
				return nil, fmt.Errorf("name at %d to %d of %q lies in another, or leads out of its line", x.Start, x.End, a.ID)
			}
			s.append(string(letters[at-from:x.Start-from]), glues(letters, at-from))
			first := len(s.words)
			s.append(string(letters[x.Start-from:x.End-from]), glues(letters, x.Start-from))
			s.names = append(s.names, name{first, len(s.words), []isnad.EntityType{x.Type}})
			names, at = names[1:], x.End
		}
		s.append(string(letters[at-from:]), glues(letters, at-from))
		if len(s.words) > 0 {
			out = append(out, s)
		}
		from = end + 1
	}
	if len(names) > 0 {
		return nil, fmt.Errorf("name at %d to %d leads out of %q", names[0].Start, names[0].End, a.ID)
	}
	return out, nil
}

// glues reports whether what begins at letter i goes on a word.
func glues(letters []rune, i int) bool {
	return i > 0 && i < len(letters) && letters[i-1] != ' ' && letters[i] != ' '
}
