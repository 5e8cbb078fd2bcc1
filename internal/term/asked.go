package term

import (
	"slices"
	"strings"

	"isnad/arabic"
)

// Alternatives are the terms any of which shows that a word stands in a field, wherever it
// stands and with or without the article.
func Alternatives(prefix, word string) []string {
	var all []string
	for _, h := range hosts(word) {
		all = append(all, prefix+h, prefix+"+"+h, "~"+prefix+h)
	}
	return all
}

// Broad are the terms that show that a form of the word stands there: singular or plural,
// whatever its endings.
func Broad(prefix, word string) []string {
	all := Alternatives(prefix, word)
	for _, t := range arabic.Tokenize(nil, word) {
		if t.Kind != arabic.Punct {
			s := Of(&t).Stem
			all = append(all, prefix+s, prefix+"+"+s, "~"+prefix+s, "="+prefix+s)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Phrase are the terms of words that stand one behind the other, where the article counts; a
// second such row where a word may be careless spelling of one in ة.
func Phrase(prefix string, words []string) [][]string {
	var as, careless []string
	differ := false
	for _, word := range words {
		for _, t := range arabic.Tokenize(nil, word) {
			if t.Kind == arabic.Punct {
				continue
			}
			w := Of(&t)
			as = append(as, prefix+w.placed)
			if c, ok := w.careless(&t); ok {
				differ = true
				careless = append(careless, prefix+strings.TrimSuffix(w.placed, w.Host)+c)
			} else {
				careless = append(careless, prefix+w.placed)
			}
		}
	}
	if differ {
		return [][]string{as, careless}
	}
	return [][]string{as}
}

// careless is the host that a word has if its last letter is a teh marbuta without dots, as
// many type it, and not the pronoun ه.
func (w Word) careless(t *arabic.Token) (string, bool) {
	host := w.Host + "ه"
	return short(host), t.Kind == arabic.Word && strings.HasSuffix(t.Text, "ه") && strings.HasSuffix(t.Norm, host)
}

// hosts are those that may be meant by a word that somebody typed.
func hosts(word string) (all []string) {
	for _, t := range arabic.Tokenize(nil, word) {
		if t.Kind == arabic.Punct {
			continue
		}
		w := Of(&t)
		all = append(append(all, w.Host), w.Others...)
		if c, ok := w.careless(&t); ok && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// Matcher tells the words of a text that were asked for.
type Matcher struct {
	hosts   map[string]bool
	stems   map[string]bool
	phrases [][]string
}

// NewMatcher makes a matcher of nothing.
func NewMatcher() *Matcher {
	return &Matcher{hosts: map[string]bool{}, stems: map[string]bool{}}
}

// Add asks for words too, as they were asked for in a query.
func (m *Matcher) Add(words []string, phrase, broad bool) {
	if phrase {
		m.phrases = append(m.phrases, Phrase(Text, words)...)
		return
	}
	for _, w := range words {
		for _, h := range hosts(w) {
			m.hosts[h] = true
		}
		if broad {
			for _, t := range arabic.Tokenize(nil, w) {
				m.stems[Of(&t).Stem] = true
			}
		}
	}
}

// Marks appends the indexes of the tokens that were asked for, ascending.
func (m *Matcher) Marks(dst []int, tokens []arabic.Token) []int {
	type placed struct {
		at   int
		line int32
		term string
	}
	var line []placed
	for i := range tokens {
		t := &tokens[i]
		if t.Kind == arabic.Punct {
			continue
		}
		w := Of(t)
		if m.hosts[w.Host] || m.stems[w.Stem] || slices.ContainsFunc(w.Others, func(o string) bool { return m.hosts[o] }) {
			dst = append(dst, i)
		}
		if len(m.phrases) > 0 {
			line = append(line, placed{i, t.Line, w.placed})
		}
	}
	for _, p := range m.phrases {
		for i := 0; i+len(p) <= len(line); i++ {
			here := line[i : i+len(p)]
			if here[0].line == here[len(p)-1].line && slices.EqualFunc(here, p, func(x placed, term string) bool { return x.term == term }) {
				for _, x := range here {
					dst = append(dst, x.at)
				}
			}
		}
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}
