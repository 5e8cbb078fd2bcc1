package lexicon

import "isnad/arabic"

// LoadVerbs reads verbs.tsv: the folded finite forms of verbs that are no cues. Forms that
// are spelt like a noun that is met more often (3rd masculine singular perfects) are left
// out.
func LoadVerbs() (map[string]bool, error) {
	rows, err := Table("verbs", 2)
	if err != nil {
		return nil, err
	}
	forms := make(map[string]bool, 8*len(rows))
	for _, row := range rows {
		perfect := row.Fields[0]
		if perfect == "-" {
			perfect = ""
		}
		for _, f := range append(perfects(perfect), imperfects(row.Fields[1])...) {
			if f.Person != 3 || f.Shape == Perfect && f.Gender == Masculine && f.Number == Singular {
				continue
			}
			forms[arabic.Fold(f.Word)] = true
			if f.Shape == Imperfect {
				forms["س"+arabic.Fold(f.Word)] = true
			}
		}
	}
	return forms, nil
}
