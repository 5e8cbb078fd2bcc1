package tagger

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// bearer is a name that an article was found to speak of, as words that may return.
type bearer struct {
	words  []arabic.Token
	t      isnad.EntityType
	tagged int // how often it was found as just these words
}

// spread finds the names of an article once more where the model passed them over: a
// person by the last name (حفتر after خليفة حفتر), anything by its full name. found are the
// names of toks, which are of one article.
func (m *Model) spread(toks []arabic.Token, found []Entity) []Entity {
	names := m.bearers(toks, found)
	if len(names) == 0 {
		return found
	}
	var ends endings
	for first := range names {
		ends.add(first)
	}
	m.tally(toks, names, &ends)
	n, at := len(found), 0
	for i := 0; i < len(toks); i++ {
		for at < n && found[at].End <= i {
			at++
		}
		if at < n && found[at].First <= i {
			i = found[at].End - 1
			continue
		}
		if !ends.has(toks[i].Norm) || m.function[toks[i].Norm] {
			continue
		}
		room := len(toks)
		if at < n {
			room = found[at].First
		}
		if e, ok := m.returns(toks[:room], i, names); ok {
			i = e.End - 1
			if at > 0 && e.Type == isnad.PER && found[at-1].Type == isnad.PER && found[at-1].End == e.First && e.Cut == 0 {
				found[at-1].End = e.End // more of the same person's name
				continue
			}
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b Entity) int { return cmp.Compare(a.First, b.First) })
	return found
}

// endings are the last letters of some words, which clitics before them leave as they
// are: a quick way to tell that a word is none of them.
type endings [1 << 12]bool

func ending(norm string) int {
	if len(norm) < 4 {
		return 0
	}
	return int(norm[len(norm)-1]&63)<<6 | int(norm[len(norm)-3]&63)
}

func (e *endings) add(norm string)      { e[ending(norm)] = true }
func (e *endings) has(norm string) bool { return e[ending(norm)] }

// maxBearers bounds how many names with one first word are looked for again, so that a text
// of nothing but names is read in linear time.
const maxBearers = 64

// bearers gives the names that may return, by their first word.
func (m *Model) bearers(toks []arabic.Token, found []Entity) map[string][]bearer {
	names := map[string][]bearer{}
	add := func(words []arabic.Token, first string, t isnad.EntityType, tagged int) {
		if short := utf8.RuneCountInString(first) < 3; short && !m.isBound(first) || m.function[first] {
			return
		}
		for k := range names[first] {
			b := &names[first][k]
			if b.t == t && sameWords(b.words, words[1:]) {
				b.tagged += tagged
				return
			}
		}
		if len(names[first]) < maxBearers {
			names[first] = append(names[first], bearer{words[1:], t, tagged})
		}
	}
	for _, e := range found {
		words := toks[e.First:e.End]
		add(words, afterLetters(words[0].Norm, e.Cut), e.Type, 1)
		if last := m.lastName(words); e.Type == isnad.PER && last != nil {
			add(last, last[0].Norm, e.Type, len(toks)) // a last name counts however often it stands alone
		}
	}
	return names
}

// lastName is by what a person of several words is called for short: the last word, with
// what it is bound to («أبو قرون» of «محمد البدوي أبو قرون»).
func (m *Model) lastName(words []arabic.Token) []arabic.Token {
	at := len(words) - 1
	for at > 0 && m.isBound(words[at-1].Norm) {
		at--
	}
	if at == 0 || words[at].Kind != arabic.Word {
		return nil
	}
	return words[at:]
}

func sameWords(a, b []arabic.Token) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Norm != b[i].Norm {
			return false
		}
	}
	return true
}

// afterLetters is a folded word without its first n letters; of «للجيش» the article is
// made whole.
func afterLetters(norm string, n int) string {
	rest := norm
	for range n {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	if n > 0 && norm[len(norm)-len(rest)-2:len(norm)-len(rest)] == "ل" && len(rest) > 6 && rest[:2] == "ل" {
		return "ا" + rest
	}
	return rest
}

// tally drops names of one word that stand more often where the model found no name:
// they are words too.
func (m *Model) tally(toks []arabic.Token, names map[string][]bearer, ends *endings) {
	stands := make(map[string]int, len(names))
	for i := range toks {
		if first := toks[i].Norm; ends.has(first) && names[first] != nil {
			stands[first]++
		}
	}
	for first, of := range names {
		names[first] = slices.DeleteFunc(of, func(b bearer) bool {
			return len(b.words) == 0 && 2*b.tagged < stands[first]
		})
	}
}

// returns finds the longest name that stands at token i.
func (m *Model) returns(toks []arabic.Token, i int, names map[string][]bearer) (e Entity, ok bool) {
	seq.Forms(toks[i].Norm, toks[i].Kind, func(form string, cut int) {
		of := names[form]
		for k := range of {
			b := &of[k]
			end := i + 1 + len(b.words)
			if end > len(toks) || ok && end <= e.End || toks[end-1].Line != toks[i].Line || !sameWords(toks[i+1:end], b.words) {
				continue
			}
			e = Entity{First: i, End: end, Type: b.t, Cut: utf8.RuneCountInString(toks[i].Norm[:cut])}
			ok = true
		}
	})
	return e, ok
}
