package lexicon

// Nominal is what a common noun or adjective is. With the article behind another that has it, an adjective goes
// on with the noun phrase, a noun begins another («أدان الائتلاف المعارض القرار»). What is neither people nor a body
// says nothing («أبدت عددا من الملاحظات»).
type Nominal uint8

// The classes of nominals.tsv.
const (
	AnyNominal Nominal = iota // not known
	NominalAdjective
	NominalNoun   // a thing
	NominalPeople // a noun for people or a body
	NominalThing  // a thing, or how something is: not surely a noun
)

var nominalNames = map[string]Nominal{"adjective": NominalAdjective, "noun": NominalNoun, "people": NominalPeople, "thing": NominalThing}

// Nominals tells the class of folded words without article.
type Nominals map[string]Nominal

// LoadNominals reads nominals.tsv. An error names file and line.
func LoadNominals() (Nominals, error) {
	rows, err := Table("nominals", 2)
	if err != nil {
		return nil, err
	}
	words := make(Nominals, len(rows))
	for _, row := range rows {
		class, ok := nominalNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		if words[row.Fields[1]] != AnyNominal {
			return nil, row.Errorf("%q is in two classes", row.Fields[1])
		}
		words[row.Fields[1]] = class
	}
	return words, nil
}
