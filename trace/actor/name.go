package actor

import (
	"slices"
	"strings"
	"unicode"

	"isnad/arabic"
)

// Words are the parts of a name as names are compared by: folded, عبد and أبو written with what
// follows them, without بن, without the article.
func Words(name string) []string {
	fields := strings.Fields(arabic.Fold(strings.ReplaceAll(name, "-", " ")))
	out := make([]string, 0, len(fields))
	joined := ""
	for i, w := range fields {
		if joined == "" && i+1 < len(fields) {
			switch w {
			case "بن", "ابن", "بنت":
				continue
			case "عبد", "ابو", "ابي", "ابا", "ال", "al":
				joined = w
				continue
			}
		}
		switch joined {
		case "":
		case "ال", "al": // آل سعود، al-Assad: the family's name is enough
		case "ابي", "ابا":
			w = "ابو" + w
		default:
			w = joined + w
		}
		joined = ""
		out = append(out, bare(w))
	}
	return out
}

// bare is a word without the article.
func bare(w string) string {
	if rest, ok := strings.CutPrefix(w, "ال"); ok && len(rest) >= 6 {
		return rest
	}
	return w
}

// isLatin reports whether a name is written in Latin letters.
func isLatin(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) >= 0
}

// sound is what stays of a Latin spelling when what spellers differ in is taken away: vowels,
// doubled letters, and which letters write one sound.
func sound(latin string) string {
	var out []byte
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(latin, "-", " "))) {
		if w == "al" || w == "el" || w == "bin" || w == "ibn" || w == "ben" {
			continue
		}
		w = spellings.Replace(w)
		for i := 0; i < len(w); i++ {
			c := w[i]
			if c < 'a' || c > 'z' || strings.IndexByte("aeiouywh", c) >= 0 && (i > 0 || c == 'h') {
				continue
			}
			if strings.IndexByte("aeiouyw", c) >= 0 {
				c = 'a'
			}
			if len(out) == 0 || out[len(out)-1] != c {
				out = append(out, c)
			}
		}
		out = append(out, ' ')
	}
	return strings.TrimSuffix(string(out), " ")
}

// spellings writes a sound with one letter. Arabic has no p, v and g of its own.
var spellings = strings.NewReplacer("sch", "s", "ch", "s", "sh", "s", "ph", "f", "ck", "k", "kh", "k", "gh", "g", "th", "t", "dh", "d", "c", "k", "q", "k", "x", "ks", "z", "s", "p", "b", "v", "f", "j", "g")

// likeness of two names, none to whole.
const (
	noLikeness = 0.0
	lastName   = 0.4 // the one is the last name in the other
	spelling   = 0.8 // the same in another spelling
	shorter    = 0.9 // the one leaves out parts of the other
	whole      = 1.0
)

// likeness tells how alike two names of persons are.
func likeness(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case len(a) == 0:
		return noLikeness
	case slices.Equal(a, b):
		return whole
	case len(a) == 1:
		if len(b) > 1 && a[0] == b[len(b)-1] {
			return lastName
		}
		return noLikeness
	}
	exact := true
	at := 0
	for i, w := range a {
		k := slices.IndexFunc(b[at:], func(other string) bool { return arabic.SameSpelling(w, other) })
		if k < 0 || i == 0 && k > 0 {
			return noLikeness
		}
		exact = exact && w == b[at+k]
		at += k + 1
	}
	switch {
	case !exact:
		return spelling
	case len(a) == len(b):
		return whole
	}
	return shorter
}
