package arabic

import "strings"

// LeastSpelt is how many letters a word has that may be spelt otherwise.
const LeastSpelt = 5

// SameSpelling reports whether two folded words are one in spelling, but for long vowels, as names of other
// tongues are: «نتنياهو» and «نتانياهو».
func SameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 2*LeastSpelt || len(b) < 2*LeastSpelt || len(a)-len(b) > 4 || len(b)-len(a) > 4 {
		return false
	}
	return Consonants(a) == Consonants(b)
}

// Consonants leaves out ا و ي behind the first letter, and what may end a word for them.
func Consonants(w string) string {
	first := true
	return strings.Map(func(r rune) rune {
		if !first && strings.ContainsRune("اويىه", r) {
			return -1
		}
		first = false
		return r
	}, w)
}
