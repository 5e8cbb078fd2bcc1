package train

import (
	"strings"
	"unicode/utf8"

	"isnad/arabic"
)

// glue marks the words of NewsFANE that are clitics cut off their host, so that text is
// read as it is printed: «و قال» is «وقال», «ان ه» is «انه», and so are first and last letters
// of names that were taken for clitics («ب لنسية», «بعلب ك»). Letters that stand for words
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
			if w == "ك" && i > 0 && in[i] && !begins[i] && !in[i+1] && isHost(s.words[i-1]) {
				s.glued[i] = true
				continue
			}
			// Before a host, which is no letter itself, in the same name or before it.
			if i+1 < len(s.words) && isHost(s.words[i+1]) && (!in[i] || in[i+1] && !begins[i+1]) && (in[i] || !in[i+1] || begins[i+1]) {
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

// mend takes back what cutting did to words with the article before ل («الالبنانية» of
// «اللبنانية») and to the article behind ل («لالاتحاد» of «للاتحاد»): which letters are the
// article's and which the word's is told by how often the word stands without them.
func mend(of []sentence) {
	count := map[string]int{}
	for _, s := range of {
		for _, w := range s.words {
			count[w]++
		}
	}
	for _, s := range of {
		for i, w := range s.words {
			if rest, ok := strings.CutPrefix(w, "الال"); ok && len(rest) > 4 && count["ل"+rest] > 3+count["ال"+rest] {
				s.words[i] = "الل" + rest
			}
			if rest, ok := strings.CutPrefix(w, "لال"); ok && len(rest) > 4 && count[rest] > 0 && count["ال"+rest] > 0 {
				s.words[i] = "لل" + rest
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
