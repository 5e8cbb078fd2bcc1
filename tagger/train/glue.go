package train

import (
	"strings"
	"unicode/utf8"

	"isnad/arabic"
)

// glue marks the words of NewsFANE that are clitics cut off their host, so that text is
// read as it is printed: «و قال» is «وقال», «ان ه» is «انه». Single letters within a name
// (د ب ا) stay.
func glue(s *sentence) {
	in := make([]bool, len(s.words)+1) // inside a name
	for _, n := range s.names {
		for i := n.first; i < n.end; i++ {
			in[i] = true
		}
	}
	begins := make([]bool, len(s.words)+1)
	for _, n := range s.names {
		begins[n.first] = true
	}
	for i, w := range s.words {
		switch w {
		case "و", "ف", "ب", "ل", "ك", "س":
			// Before a host, which is no letter itself, unless the name goes on over it.
			if i+1 < len(s.words) && isHost(s.words[i+1]) && (!in[i] || !in[i+1]) && (!in[i+1] || begins[i+1]) {
				s.glued[i+1] = true
				if w == "ل" && strings.HasPrefix(s.words[i+1], "ال") {
					s.words[i+1] = s.words[i+1][2:]
				}
			}
		case "ه", "ها", "هم", "هن", "هما", "كم", "نا", "ي":
			if i > 0 && isHost(s.words[i-1]) && !begins[i] && !s.glued[i] {
				s.glued[i] = true
				s.words[i-1] = beforePronoun(s.words[i-1])
			}
		}
	}
}

// beforePronoun is how the last letter of a word is written before a pronoun.
func beforePronoun(w string) string {
	if stem, ok := strings.CutSuffix(w, "ة"); ok {
		return stem + "ت"
	}
	if stem, ok := strings.CutSuffix(w, "ى"); ok {
		return stem + "ا"
	}
	return w
}

func isHost(w string) bool {
	toks := arabic.Tokenize(nil, w)
	return len(toks) == 1 && toks[0].Kind == arabic.Word && utf8.RuneCountInString(w) > 1
}
