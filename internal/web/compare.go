package web

import (
	"strings"

	"isnad/arabic"
)

// word is a word of a retelling; New says that what it retells has it not.
type word struct {
	Text string
	New  bool
}

// mostWords bounds the words that are compared: the work grows with their square.
const mostWords = 400

// compared marks the words of a retelling that what it retells does not have, and
// lists those of the other that it lacks, in their order. Spelling and punctuation
// are no difference (longest common subsequence over folded words).
func compared(told, retelling string) (words []word, missing []string) {
	a, b := strings.Fields(clean(told)), strings.Fields(clean(retelling))
	if len(a) > mostWords || len(b) > mostWords || len(a) == 0 {
		return []word{{Text: strings.Join(b, " ")}}, nil
	}
	x, y := bare(a), bare(b)
	length := make([][]int, len(x)+1)
	for i := range length {
		length[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			words = append(words, word{Text: b[j]})
			i, j = i+1, j+1
		case j < len(y) && (i == len(x) || length[i][j+1] >= length[i+1][j]):
			words = append(words, word{Text: b[j], New: true})
			j++
		default:
			missing = append(missing, a[i])
			i++
		}
	}
	return words, missing
}

// tooDifferent reports whether a retelling shares less than a third of its words with what
// it retells: then it says it otherwise, and every word would be marked.
func tooDifferent(words []word) bool {
	same := 0
	for _, w := range words {
		if !w.New {
			same++
		}
	}
	return 3*same < len(words)
}

// bare are the words folded, without marks at their edges.
func bare(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Trim(arabic.Fold(w), "\"'«»“”.,،؛:!؟()")
	}
	return out
}
