package lexicon

// Purposes finds the words that say why, what for, or what something means.
type Purposes struct {
	Forms Phrases[*Purpose]
}

// Purpose is a row of purposes.tsv.
type Purpose struct {
	Row   Row
	Kind  string // motive, aim, cause, meaning
	Words string
}

// Rule names the row for people.
func (p *Purpose) Rule() string { return "purposes/" + p.Words }

const purposeColumns = 4

// LoadPurposes reads purposes.tsv. An error names file and line.
func LoadPurposes() (*Purposes, error) {
	rows, err := Table("purposes", purposeColumns)
	if err != nil {
		return nil, err
	}
	p := &Purposes{}
	for _, row := range rows {
		switch row.Fields[0] {
		case "motive", "aim", "cause", "meaning":
		default:
			return nil, row.Errorf("unknown kind %q", row.Fields[0])
		}
		for _, form := range row.List(1) {
			p.Forms.Add(form, &Purpose{Row: row, Kind: row.Fields[0], Words: row.List(1)[0]})
		}
	}
	return p, nil
}
