package lexicon

import (
	"strings"

	"isnad/arabic"
)

// Phrases finds stretches of one or more words, in folded form, with or without a
// clitic before the first. The zero value finds none. Once all are added it is safe for use
// by many goroutines.
type Phrases[T any] struct {
	byFirst index[phrase[T]]
	words   slab[string]
}

type phrase[T any] struct {
	rest  []string // the folded words after the first
	first string   // the first word as the list writes it
	value T
}

// Match is a phrase that was found at a token.
type Match[T any] struct {
	Value T
	Words int // tokens that it covers
	Cut   int // letters of the first token that are clitics before it: و، ب، ل
}

// Add adds the words of form with their value. Where two are spelt alike, the first
// added is found.
func (p *Phrases[T]) Add(form string, value T) { p.add(form, arabic.Fold(form), value) }

// grow makes room for so many more first words.
func (p *Phrases[T]) grow(words int) { p.byFirst.grow(words) }

// add adds a form that is folded already.
func (p *Phrases[T]) add(form, norm string, value T) {
	var room [8]string
	words := appendWords(room[:0], norm)
	if len(words) == 0 {
		return
	}
	first, _, _ := strings.Cut(form, " ")
	at := p.byFirst.at(words[0])
	p.byFirst.add(at, phrase[T]{p.words.keep(words[1:]), first, value})
	list := *at
	for i := len(list) - 1; i > 0 && len(list[i].rest) > len(list[i-1].rest); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
}

// addDefinite adds a form bare and with the article.
func addDefinite[T any](p *Phrases[T], form string, value T) {
	norm := arabic.Fold(form)
	p.add(form, norm, value)
	if !strings.HasPrefix(norm, article) {
		p.addBehind(article, form, norm, value)
	}
}

const article = "ال"

// addBehind adds a form, folded already, behind letters that fold to themselves.
func (p *Phrases[T]) addBehind(prefix, form, norm string, value T) {
	longer := prefix + form
	if form == norm {
		p.add(longer, longer, value)
		return
	}
	p.add(longer, prefix+norm, value)
}

// splitWords cuts a folded form as Tokenize would: signs are words too.
func splitWords(norm string) []string { return appendWords(nil, norm) }

func appendWords(dst []string, norm string) []string {
	if isOneWord(norm) {
		return append(dst, norm)
	}
	if isPlain(norm) {
		for rest, more := norm, true; more; {
			var word string
			if word, rest, more = strings.Cut(rest, " "); word != "" {
				dst = append(dst, word)
			}
		}
		return dst
	}
	for _, t := range arabic.Tokenize(nil, norm) {
		dst = append(dst, t.Norm)
	}
	return dst
}

// isPlain: the folded form is words with spaces between them, each of Arabic letters
// only or of small ones of ASCII.
func isPlain(norm string) bool {
	latin, inside := false, false
	for i := 0; i < len(norm); {
		c := norm[i]
		ascii := c >= 'a' && c <= 'z'
		switch {
		case c == ' ':
			inside = false
			i++
			continue
		case inside && ascii != latin:
			return false
		case ascii:
			i++
		case i+1 < len(norm) && (c == 0xD8 && norm[i+1] >= 0xA0 || c == 0xD9 && norm[i+1] < 0x8B && norm[i+1] != 0x80):
			i += 2 // U+0620 to U+064A but for the tatweel
		default:
			return false
		}
		latin, inside = ascii, true
	}
	return true
}

// FirstWords yields the folded first words of all entries, each once.
func (p *Phrases[T]) FirstWords(yield func(string)) { p.byFirst.each(yield) }

// isOneWord: folded Arabic letters and nothing else.
func isOneWord(form string) bool {
	for i := 0; i < len(form); i += 2 {
		if form[i] < 0xD8 || form[i] > 0xDB {
			return false
		}
	}
	return form != ""
}

// Exact finds the longest phrase at token i whose first word has no clitic.
func (p *Phrases[T]) Exact(toks []arabic.Token, i int) (Match[T], bool) {
	return p.find(toks, i, toks[i].Norm, 0)
}

// At finds the longest phrase at token i, whose first word may have the clitics و ف and
// then ب ك ل before it (لل stands for ل with the article). The reading with fewest
// clitics wins.
func (p *Phrases[T]) At(toks []arabic.Token, i int) (Match[T], bool) {
	if m, ok := p.Exact(toks, i); ok {
		return m, true
	}
	return p.BehindClitic(toks, i)
}

// BehindClitic is At of the readings with clitics alone.
func (p *Phrases[T]) BehindClitic(toks []arabic.Token, i int) (Match[T], bool) {
	w, cut := toks[i].Norm, 0
	if rest, ok := cutAny(w, "و", "ف"); ok && len(rest) > 2 {
		if m, ok := p.find(toks, i, rest, 1); ok {
			return m, true
		}
		w, cut = rest, 1
	}
	if rest, ok := strings.CutPrefix(w, "لل"); ok {
		if m, ok := p.find(toks, i, "ال"+rest, cut+1); ok {
			return m, true
		}
	}
	if rest, ok := cutAny(w, "ب", "ك", "ل"); ok && len(rest) > 2 {
		return p.find(toks, i, rest, cut+1)
	}
	return Match[T]{}, false
}

func cutAny(w string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(w, p); ok {
			return rest, true
		}
	}
	return w, false
}

func (p *Phrases[T]) find(toks []arabic.Token, i int, first string, cut int) (Match[T], bool) {
next:
	for _, c := range p.byFirst.of(first) {
		if i+len(c.rest) >= len(toks) {
			continue
		}
		for n, w := range c.rest {
			if toks[i+1+n].Norm != w {
				continue next
			}
		}
		if !spelt(&toks[i], c.first, cut) {
			continue
		}
		return Match[T]{c.value, 1 + len(c.rest), cut}, true
	}
	return Match[T]{}, false
}

// Word finds the entry of one folded word.
func (p *Phrases[T]) Word(norm string) (value T, ok bool) {
	for _, c := range p.byFirst.of(norm) {
		if len(c.rest) == 0 {
			return c.value, true
		}
	}
	return value, false
}

// spelt: the token writes the listed word, not another one that folds alike.
func spelt(t *arabic.Token, form string, cut int) bool {
	assimilated := cut > 0 && len(t.Norm) >= 2*cut+2 && strings.HasPrefix(t.Norm[2*cut-2:], "لل")
	return assimilated || t.Kind != arabic.Word || arabic.SameLetters(t.Text, form, cut)
}
