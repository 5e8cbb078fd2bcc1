package eval

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// diacritics are the marks and the tatweel that the scorer does not see.
var diacritics = regexp.MustCompile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")

// orthography folds what Arabic writes in several ways, and lowers the one
// capital that lowers to two code points.
var orthography = strings.NewReplacer(
	"أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ى", "ي", "ة", "ه", "ؤ", "و", "ئ", "ي", "İ", "i\u0307")

// words is the set of folded words of a name, without their article and the
// clitics before it. The folding is the scorer's own and not that of package
// arabic, so that a change to the program cannot move the measure.
func words(name string) map[string]bool {
	folded := diacritics.ReplaceAllString(norm.NFKC.String(name), "")
	folded = strings.ToLower(orthography.Replace(folded))
	set := make(map[string]bool)
	for w := range strings.FieldsFuncSeq(folded, func(r rune) bool { return !isWord(r) && r != '_' }) {
		set[withoutArticle(w)] = true
	}
	return set
}

func withoutArticle(word string) string {
	for _, article := range []string{"وال", "بال", "كال", "فال", "لل", "ال"} {
		if rest, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return word
}

// isWord reports whether the rune is a letter or a number.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// sameName reports whether one name's words are all in the other, or whether the
// two share half of all their words. An empty name is the same as none.
func sameName(a, b string) bool {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return shared == min(len(x), len(y)) || 2*shared >= len(x)+len(y)-shared
}
