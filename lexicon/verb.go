package lexicon

import "isnad/arabic"

// LoadVerbs reads verbs.tsv: the folded finite forms of verbs that are no cues. Forms that
// are spelt like a noun that is met more often (3rd masculine singular perfects) are left
// out. An error names file and line.
func LoadVerbs() (map[string]bool, error) {
	rows, err := Table("verbs", 2)
	if err != nil {
		return nil, err
	}
	forms := make(map[string]bool, 8*len(rows))
	var scratch []Form
	for _, row := range rows {
		perfect := row.Fields[0]
		if perfect == "-" {
			perfect = ""
		}
		scratch = appendImperfects(appendPerfects(scratch[:0], perfect), row.Fields[1])
		for _, f := range scratch {
			if f.Person != 3 || f.Shape == Perfect && f.Gender == Masculine && f.Number == Singular {
				continue
			}
			if f.Shape == Imperfect {
				future := "س" + arabic.Fold(f.Word)
				forms[future], forms[future[len("س"):]] = true, true
			} else {
				forms[arabic.Fold(f.Word)] = true
			}
		}
	}
	return forms, nil
}
