package extract

import (
	"fmt"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// figures reads numbers and times. Both layers share one dictionary, so that a token is
// looked up once.
type figures struct {
	time    *timeLexicon
	numbers *numberLexicon
}

// loadFigures compiles the lists of numerals, units, months and words of time.
func loadFigures() (*figures, error) {
	numerals, err := lexicon.LoadNumerals()
	if err != nil {
		return nil, fmt.Errorf("load numerals: %w", err)
	}
	times, err := lexicon.TimeWords()
	if err != nil {
		return nil, fmt.Errorf("load words of time: %w", err)
	}
	months, err := lexicon.Months()
	if err != nil {
		return nil, fmt.Errorf("load months: %w", err)
	}
	words := make(dictionary, 4096)
	f := &figures{time: newTimeLexicon(words, numerals, times, months)}
	if f.numbers, err = newNumberLexicon(words, numerals); err != nil {
		return nil, err
	}
	return f, nil
}

// reading is what the lists of numbers and times know of a token.
func (f *figures) reading(t *arabic.Token) reading { return f.time.words.reading(t) }

// read reads the quantities and the times of an article, each in the order of the text.
// Times come first: a number inside a date is no quantity.
func (f *figures) read(d *doc) ([]isnad.Quantity, []isnad.Time) {
	times, dates := f.time.times(d)
	quantities := f.numbers.quantities(d, dates)
	f.numbers.setting(d, quantities, times)
	return quantities, times
}

// numberLexicon is the numerals, what they count and what bounds them, compiled.
type numberLexicon struct {
	words    dictionary
	numerals *arabic.Numerals
	before   map[string][]mark // by the last word
	after    map[string][]mark // by the first word
	apart    map[string][]mark // by the first word: other words may stand before the number
	places   *lexicon.Polities
}

// mark is an approximator without the word that it is found by.
type mark struct {
	rest  []string
	class string
	rule  string
}

// form says in which form a noun stands.
type form uint8

const (
	singular form = iota
	plural
	dual
	construct // dual in construct: سيارتي
)

// noun is one written form of what can be counted.
type noun struct {
	lemma string // the singular as written
	class string
	form  form
	rule  string
}

func newNumberLexicon(words dictionary, numerals *arabic.Numerals) (*numberLexicon, error) {
	l := &numberLexicon{words: words, numerals: numerals, before: map[string][]mark{}, after: map[string][]mark{}, apart: map[string][]mark{}}
	var err error
	if l.places, err = lexicon.LoadPolities(); err != nil {
		return nil, fmt.Errorf("load places: %w", err)
	}
	nouns, err := lexicon.CountNouns()
	if err != nil {
		return nil, fmt.Errorf("load count nouns: %w", err)
	}
	for _, n := range nouns {
		l.addNoun(n)
	}
	for _, n := range nouns {
		l.addDuals(n)
	}
	marks, err := lexicon.Approximators()
	if err != nil {
		return nil, fmt.Errorf("load approximators: %w", err)
	}
	for _, m := range marks {
		switch last := len(m.Words) - 1; {
		case m.After:
			l.after[m.Words[0]] = append(l.after[m.Words[0]], mark{m.Words[1:], m.Class, m.Rule})
		default:
			l.before[m.Words[last]] = append(l.before[m.Words[last]], mark{m.Words[:last], m.Class, m.Rule})
			if m.Apart {
				l.apart[m.Words[0]] = append(l.apart[m.Words[0]], mark{m.Words[1:], m.Class, m.Rule})
			}
		}
		words.at(m.Words[0])
		words.at(m.Words[len(m.Words)-1])
	}
	heads, err := lexicon.NumberHeads()
	if err != nil {
		return nil, fmt.Errorf("load heads of numbers: %w", err)
	}
	for _, h := range heads {
		if e := words.at(h.Word); h.Class == "stop" {
			e.stop = true
		} else {
			e.head = h.Class
		}
	}
	return l, nil
}

// weekday reports whether the folded word names a day of the week.
func (l *numberLexicon) weekday(word string) bool {
	e := l.words[word]
	return e != nil && len(e.phrases) > 0 && e.phrases[len(e.phrases)-1].class == "weekday"
}

// addNoun enters the singular, its accusative in ا and the plurals.
func (l *numberLexicon) addNoun(n lexicon.CountNoun) {
	base := arabic.Fold(n.Singular)
	set := func(word string, f form) {
		if e := l.words.at(word); e.noun == nil {
			e.noun = &noun{n.Singular, n.Class, f, n.Rule}
		}
	}
	set(base, singular)
	if !strings.HasSuffix(n.Singular, "ة") && !strings.HasSuffix(base, "ا") {
		set(base+"ا", singular)
	}
	for _, p := range n.Plurals {
		set(arabic.Fold(p), plural)
	}
}

// addDuals enters the forms that count two, where no other noun has them.
func (l *numberLexicon) addDuals(n lexicon.CountNoun) {
	if n.Dual == "none" {
		return
	}
	stem, feminine := strings.CutSuffix(arabic.Fold(n.Singular), "ه")
	if strings.HasSuffix(n.Singular, "ه") {
		feminine = false
	}
	if feminine {
		stem += "ت"
	}
	set := func(ending string, f form) {
		if e := l.words.at(stem + ending); e.noun == nil && !e.stop && !e.numeral {
			e.noun = &noun{n.Singular, n.Class, f, n.Rule}
		}
	}
	set("ان", dual)
	if n.Dual == "both" {
		set("ين", dual)
		if feminine {
			set("ي", construct)
		}
	}
}
