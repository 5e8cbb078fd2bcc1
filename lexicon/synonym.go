package lexicon

import (
	"strings"

	"isnad/arabic"
)

// SenseClass says what the words of a sense are in a proposition.
type SenseClass uint8

// The classes of synonyms.tsv.
const (
	HarmSense    SenseClass = iota // what befalls people who are counted: killed, injured
	DeedSense                      // what else happens
	OutcomeSense                   // نتج عن، أسفر عن: only leads to a result
	ThingSense                     // whom or what it happens to
	FeelingSense                   // عزاء، تضرع: what is wished or felt, and tells nothing
	BlameSense                     // جبان، شنيع: how a source judges what is known
	GodSense                       // المولى: to whom one prays
)

var senseClasses = map[string]SenseClass{"harm": HarmSense, "act": DeedSense, "outcome": OutcomeSense, "thing": ThingSense, "feeling": FeelingSense, "blame": BlameSense, "god": GodSense}

// Sense is a row of synonyms.tsv: words that tell the same in news.
type Sense struct {
	Row   Row
	Class SenseClass
	Name  string // in English, for people
	Noun  string // its first noun in Arabic: قتلى; empty if it has none
}

// SenseForm is one word as a sense.
type SenseForm struct {
	*Sense
	Finite bool // a verb with its tense
	Verbal bool // a verbal noun
}

// Synonyms is synonyms.tsv, its verbs in all their forms. It is safe for use by many
// goroutines.
type Synonyms struct {
	All   []*Sense
	forms map[string]SenseForm
	stems map[string]*Sense
}

// LoadSynonyms reads synonyms.tsv and conjugates its verbs. An error names file and line.
func LoadSynonyms() (*Synonyms, error) {
	rows, err := Table("synonyms", 5)
	if err != nil {
		return nil, err
	}
	s := &Synonyms{forms: map[string]SenseForm{}, stems: map[string]*Sense{}}
	for _, row := range rows {
		class, ok := senseClasses[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("class %q is not known", row.Fields[0])
		}
		sense := &Sense{Row: row, Class: class, Name: row.Fields[1]}
		s.All = append(s.All, sense)
		if nouns := row.List(4); len(nouns) > 0 {
			sense.Noun = nouns[0]
		}
		s.nouns(row.List(3), SenseForm{Sense: sense, Verbal: true})
		s.nouns(row.List(4), SenseForm{Sense: sense})
		for _, verb := range row.List(2) {
			perfect, imperfect, ok := strings.Cut(verb, "/")
			if !ok {
				return nil, row.Errorf("verb %q is not perfect/imperfect", verb)
			}
			for _, f := range conjugate(perfect, imperfect, "", "") {
				s.add(f.Word, SenseForm{Sense: sense, Finite: true})
			}
		}
	}
	return s, nil
}

// nouns adds nouns in their forms, and by their stems.
func (s *Synonyms) nouns(nouns []string, f SenseForm) {
	for _, noun := range nouns {
		for _, form := range nounForms(noun) {
			s.add(form.Word, f)
		}
		s.stems[arabic.Stem(noun)] = f.Sense
	}
}

// add keeps the first reading of a word: nouns stand before the verbs that are spelt alike.
func (s *Synonyms) add(word string, f SenseForm) {
	word = strings.TrimPrefix(arabic.Fold(word), "ال")
	if _, taken := s.forms[word]; !taken {
		s.forms[word] = f
	}
}

// Of gives the sense of a folded word that stands without clitics and article, or of its
// stem where the word itself is not listed; nil where there is none.
func (s *Synonyms) Of(norm, stem string) SenseForm {
	if f, ok := s.forms[norm]; ok {
		return f
	}
	return SenseForm{Sense: s.stems[stem]}
}
