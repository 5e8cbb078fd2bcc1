package lexicon

import "isnad/arabic"

// NameType says what part of a person's name a word is known as, as bits.
type NameType uint8

// The types of given.tsv.
const (
	GivenName NameType = 1 << iota
	FamilyName
	AmbiguousName // an ordinary word too: صالح، سعيد
)

// Names tells what a folded word is known as.
type Names map[string]NameType

const nameColumns = 3

// Is reports whether a folded word is a name and no ordinary word.
func (n Names) Is(norm string) bool { return n[norm]&(GivenName|FamilyName) != 0 }

// LoadNames reads given.tsv. An error names file and line.
func LoadNames() (Names, error) {
	rows, err := Table("given", nameColumns)
	if err != nil {
		return nil, err
	}
	n := make(Names, len(rows))
	for _, row := range rows {
		bit := GivenName
		switch row.Fields[0] {
		case "given":
		case "family":
			bit = FamilyName
		default:
			return nil, row.Errorf("type %q is not given or family", row.Fields[0])
		}
		if row.Fields[2] == "ambiguous" {
			bit = AmbiguousName
		}
		n[arabic.Fold(row.Fields[1])] |= bit
	}
	return n, nil
}
