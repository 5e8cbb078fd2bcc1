package lexicon

import (
	"isnad"
	"isnad/arabic"
)

// Stance is a row of stances.tsv: what a noun that content begins with says of the act of
// its claim.
type Stance struct {
	Row Row
	Act isnad.Act
}

// LoadStances reads stances.tsv: folded nouns, bare and with the pronouns of their holder,
// that tell the act of a claim whose content begins with them. An error names file and line.
func LoadStances() (map[string]*Stance, error) {
	rows, err := Table("stances", 4)
	if err != nil {
		return nil, err
	}
	stances := map[string]*Stance{}
	for _, row := range rows {
		s := &Stance{Row: row, Act: isnad.Act(row.Fields[0])}
		for _, noun := range row.List(1) {
			for _, f := range appendMasdars(nil, noun) {
				if !f.Definite {
					stances[arabic.Fold(f.Word)] = s
				}
			}
		}
	}
	return stances, nil
}
