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
	Bare   bool // its own letters are those of the article: إلغاء
}

// Synonyms is synonyms.tsv, its verbs in all their forms. It is safe for use by many
// goroutines.
type Synonyms struct {
	All   []*Sense
	forms map[string]SenseForm
}

// LoadSynonyms reads synonyms.tsv and conjugates its verbs. An error names file and line.
func LoadSynonyms() (*Synonyms, error) {
	rows, err := Table("synonyms", 5)
	if err != nil {
		return nil, err
	}
	s := &Synonyms{forms: map[string]SenseForm{}}
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
				s.add(f, SenseForm{Sense: sense, Finite: true})
			}
		}
	}
	return s, nil
}

// nouns adds nouns in their forms.
func (s *Synonyms) nouns(nouns []string, f SenseForm) {
	for _, noun := range nouns {
		for _, form := range nounForms(noun) {
			s.add(form, f)
		}
	}
}

// add keeps the first reading of a word: nouns stand before the verbs that are spelt alike. What is
// asked for has no pronoun behind it, so that «رحله» is the journey and no «رحّله».
func (s *Synonyms) add(form Form, f SenseForm) {
	if form.Suffixed && strings.HasSuffix(form.Word, "ه") {
		return
	}
	word := arabic.Fold(form.Word)
	if rest, ok := strings.CutPrefix(word, "ال"); ok {
		word = rest
		f.Bare = !strings.HasPrefix(form.Word, "ال")
	}
	if _, taken := s.forms[word]; !taken {
		s.forms[word] = f
	}
}

// Of gives the sense of a folded word that stands without clitics and article; nil where there is
// none. A noun is also known as it stands before a pronoun («إصابت» of إصابتهم), in the construct of
// the plural («مسلحي») and, of verbal nouns, in that of which there are several («زيارات»). By its stem
// no word is: that made vehicles of «إلى» and a mosque of every university.
func (s *Synonyms) Of(norm string) SenseForm {
	if f, ok := s.forms[norm]; ok {
		return f
	}
	if noun, ok := strings.CutSuffix(norm, "ات"); ok {
		for _, ending := range [...]string{"", "ه"} {
			if f := s.forms[noun+ending]; f.Verbal {
				return f
			}
		}
	}
	for _, e := range [...]struct{ have, want string }{{"ت", "ه"}, {"ي", "ين"}} {
		if noun, ok := strings.CutSuffix(norm, e.have); ok {
			if f := s.forms[noun+e.want]; f.Sense != nil && !f.Finite {
				return f
			}
		}
	}
	return SenseForm{}
}
