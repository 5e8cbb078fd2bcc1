package lexicon

import (
	"strings"

	"isnad"
)

// Naming says what a source noun without a name behind it means.
type Naming uint8

// The namings.
const (
	NamesItself Naming = iota
	NeedsName          // without a proper name it hides a person: مسؤول، دبلوماسي
	RoleNoun           // the definite noun points at somebody named elsewhere: الوزير
)

// SourceNoun is a row of sources.tsv: a noun that heads a source.
type SourceNoun struct {
	Row     Row
	Kind    isnad.Kind
	Number  Number
	Gender  Gender
	Naming  Naming
	Lemma   string
	Match   string
	NoMatch string
}

// Rule names the row for people.
func (s *SourceNoun) Rule() string { return "sources/" + s.Lemma }

// SourceNouns is sources.tsv, compiled. It is safe for use by many goroutines.
type SourceNouns struct {
	All   []*SourceNoun
	Forms Phrases[*SourceNoun] // with and without article
}

// addDual adds the forms of two bodies, ministries or outlets, if the noun is a feminine in ة of one
// word: وزارتا، وزارتان، وزارتين. Those of masculines look like other words (حزبا).
func (s *SourceNouns) addDual(noun *SourceNoun) {
	stem, feminine := strings.CutSuffix(noun.Lemma, "ة")
	if !feminine || noun.Number != Singular || strings.Contains(stem, " ") {
		return
	}
	switch noun.Kind {
	case isnad.Organization, isnad.State, isnad.Media:
	default:
		return
	}
	two := *noun
	two.Number, two.Naming = Dual, NamesItself
	for _, end := range [...]string{"تا", "تان", "تين"} {
		addDefinite(&s.Forms, stem+end, &two)
	}
}

var namingNames = map[string]Naming{"-": NamesItself, "needs-name": NeedsName, "role": RoleNoun}
var numberNames = map[string]Number{"s": Singular, "d": Dual, "p": Plural}
var genderNames = map[string]Gender{"m": Masculine, "f": Feminine, "b": AnyGender}

const sourceColumns = 8

// LoadSourceNouns reads sources.tsv. An error names file and line.
func LoadSourceNouns() (*SourceNouns, error) {
	rows, err := Table("sources", sourceColumns)
	if err != nil {
		return nil, err
	}
	s := &SourceNouns{All: make([]*SourceNoun, 0, len(rows))}
	s.Forms.grow(4 * len(rows))
	for _, row := range rows {
		f := row.Fields
		noun := &SourceNoun{Row: row, Kind: isnad.Kind(f[0]), Lemma: f[4], Match: f[6], NoMatch: f[7]}
		switch noun.Kind {
		case isnad.Person, isnad.State, isnad.Organization, isnad.Media, isnad.Document, isnad.Group, isnad.Unnamed:
		default:
			return nil, row.Errorf("unknown kind %q", f[0])
		}
		var ok [3]bool
		noun.Number, ok[0] = numberNames[f[1]]
		noun.Gender, ok[1] = genderNames[f[2]]
		noun.Naming, ok[2] = namingNames[f[3]]
		if ok != [3]bool{true, true, true} {
			return nil, row.Errorf("number, gender or naming is %q %q %q", f[1], f[2], f[3])
		}
		s.All = append(s.All, noun)
		addDefinite(&s.Forms, noun.Lemma, noun)
		for _, form := range row.List(5) {
			addDefinite(&s.Forms, form, noun)
		}
		s.addDual(noun)
	}
	return s, nil
}
