package train

import (
	_ "embed"
	"fmt"
	"strings"

	"isnad"
	"isnad/tagger/internal/seq"
)

// Sentences written for Isnad: what the open corpora lack, the news of later years, by
// the project's own guidelines.
//
//go:embed data/written.txt
var writtenText string

// Sentences like them of what newswire tells of beside politics. They are not shown with
// other names as often, since they are no guide to what most names in the news are.
//
//go:embed data/newswire.txt
var newswireText string

// parseWritten reads sentences with their names in brackets behind their type:
// «زار [PER سامي] [GPE تونس].» Errors name file and line.
func parseWritten(name, text string) ([]sentence, error) {
	var out []sentence
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		s, err := parseBrackets(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func parseBrackets(line string) (s sentence, err error) {
	for behind := false; line != ""; behind = true {
		before, rest, found := strings.Cut(line, "[")
		s.append(before, behind && !strings.HasPrefix(before, " "))
		if !found {
			break
		}
		inside, after, closed := strings.Cut(rest, "]")
		kind, words, _ := strings.Cut(inside, " ")
		t := isnad.EntityType(kind)
		if _, known := seq.Begin(t); !known {
			return s, fmt.Errorf("unknown label %q", kind)
		}
		if !closed || strings.TrimSpace(words) == "" {
			return s, fmt.Errorf("no name, or no «]», behind [%s", kind)
		}
		first := len(s.words)
		s.append(words, before != "" && !strings.HasSuffix(before, " "))
		s.names = append(s.names, name{first, len(s.words), []isnad.EntityType{t}})
		line = after
	}
	return s, nil
}

// append adds the words of a stretch of text, the first glued to what stands before it or
// not.
func (s *sentence) append(text string, glued bool) {
	for i, w := range strings.Fields(text) {
		s.words = append(s.words, w)
		s.glued = append(s.glued, glued && i == 0)
	}
}
