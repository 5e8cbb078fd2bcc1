package lexicon

import "isnad"

// ContentAct is a row of acts.tsv: words that tell what a source does by saying it, where
// the verb itself does not.
type ContentAct struct {
	Row Row
	Act isnad.Act
}

// Rule names the row for people.
func (a *ContentAct) Rule() string { return "acts/" + a.Row.List(1)[0] }

// LoadContentActs reads acts.tsv. An error names file and line.
func LoadContentActs() (*Phrases[*ContentAct], error) {
	rows, err := Table("acts", 4)
	if err != nil {
		return nil, err
	}
	p := &Phrases[*ContentAct]{}
	for _, row := range rows {
		a := &ContentAct{Row: row, Act: isnad.Act(row.Fields[0])}
		for _, form := range row.List(1) {
			p.Add(form, a)
		}
	}
	return p, nil
}
