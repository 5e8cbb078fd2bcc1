package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"isnad/arabic"
)

// Transliterate writes an Arabic name in Latin letters, for names that no gazetteer
// knows. The scheme is our own and meant for reading, not for going back: frequent
// names by their usual spelling; else letter by letter without signs of their own, the
// article as al-, and a short vowel set between consonants where marks give none. What
// is not Arabic stays as it is.
func Transliterate(name string) string {
	table, err := translitTable()
	if err != nil {
		return name // the list is checked by the tests
	}
	var b strings.Builder
	toks, end := arabic.Tokenize(nil, name), 0
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		b.WriteString(name[end:t.Start])
		end = t.End
		if t.Kind != arabic.Word {
			b.WriteString(name[t.Start:t.End])
			continue
		}
		if i+1 < len(toks) && toks[i+1].Kind == arabic.Word {
			if latin := table.pair(t.Norm, name[toks[i+1].Start:toks[i+1].End]); latin != "" {
				b.WriteString(latin)
				i, end = i+1, toks[i+1].End
				continue
			}
		}
		text := name[t.Start:t.End]
		latin := table.foreign[nameSpelling(text)]
		if latin == "" {
			latin = table.word(text)
		}
		if i == 0 {
			latin = capital(latin)
		}
		b.WriteString(latin)
	}
	return b.String() + name[end:]
}

// translit is the list translit.tsv.
type translit struct {
	letters   map[string]map[rune]string // by kind of row
	words     map[string]string          // by folded spelling, capitals set
	foreign   map[string]string          // the same, of names that take no article
	particles map[string]string
}

const translitColumns = 3

var translitTable = sync.OnceValues(loadTranslit)

func loadTranslit() (*translit, error) {
	rows, err := Table("translit", translitColumns)
	if err != nil {
		return nil, err
	}
	return readTranslit(rows)
}

func readTranslit(rows []Row) (*translit, error) {
	t := &translit{letters: map[string]map[rune]string{}, words: map[string]string{}, foreign: map[string]string{}, particles: map[string]string{}}
	lists := map[string]map[string]string{"word": t.words, "foreign": t.foreign, "particle": t.particles}
	for _, row := range rows {
		kind, from, to := row.Fields[0], row.Fields[1], row.Fields[2]
		if from == "" || to == "" {
			return nil, row.Errorf("a column is empty")
		}
		switch kind {
		case "word", "foreign", "particle":
			for _, key := range []string{nameSpelling(from), arabic.Fold(from)} {
				if lists[kind][key] == "" {
					lists[kind][key] = to
				}
			}
		case "consonant", "vowel", "glide", "mark", "silent", "ain":
			r, size := utf8.DecodeRuneInString(from)
			if size != len(from) {
				return nil, row.Errorf("%q is more than one letter", from)
			}
			if t.letters[kind] == nil {
				t.letters[kind] = map[rune]string{}
			}
			t.letters[kind][r] = strings.TrimPrefix(to, "-")
		default:
			return nil, row.Errorf("unknown kind %q", kind)
		}
	}
	return t, nil
}

// pair writes two words that are one name: نصر الله is Nasrallah, and عبد before an
// article takes it, as in Abdel Bari. It is empty where they are two.
func (t *translit) pair(norm, second string) string {
	if known := t.words[norm+nameSpelling(second)]; known != "" {
		return known
	}
	rest, ok := strings.CutPrefix(second, "ال")
	if !ok || norm != "عبد" {
		return ""
	}
	return "Abdel " + capital(t.word(rest))
}

// word writes one word: a known name, a small word, with article, or by its sounds.
func (t *translit) word(text string) string {
	norm := nameSpelling(text)
	if known := t.words[norm]; known != "" {
		return known
	}
	if known := t.particles[norm]; known != "" {
		return known
	}
	if rest, ok := strings.CutPrefix(text, "عبدال"); ok {
		return "Abdel" + strings.ToLower(t.word(rest))
	}
	if rest, ok := strings.CutPrefix(text, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return "al-" + capital(t.word(rest))
	}
	return capital(join(t.sounds(text)))
}

// nameSpelling is what the spellings of a name have in common: hamzas and marks may
// vary, but مرسى is not مرسي; a listed مصطفى is also found as مصطفي.
func nameSpelling(name string) string {
	if rest, ok := strings.CutSuffix(name, "ى"); ok {
		return arabic.Fold(rest) + "ى"
	}
	return arabic.Fold(name)
}

// capital sets the first letter in capitals.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
