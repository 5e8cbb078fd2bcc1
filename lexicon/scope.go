package lexicon

// Scope is how much of what it stands before a quantifier means: the higher, the more.
type Scope uint8

// The scopes, from a part to the whole.
const (
	AnyScope Scope = iota // nothing is said of it
	PartScope
	MostScope
	WholeScope
)

var scopeNames = map[string]Scope{"part": PartScope, "most": MostScope, "whole": WholeScope}

// Scopes finds the quantifiers that mean a part, most or the whole of what follows them.
type Scopes struct {
	Forms Phrases[Scope]
	Rows  []Row // for tests of the examples in columns 2 and 3
}

// LoadScopes reads scopes.tsv. An error names file and line.
func LoadScopes() (*Scopes, error) {
	rows, err := Table("scopes", 4)
	if err != nil {
		return nil, err
	}
	s := &Scopes{Rows: rows}
	for _, row := range rows {
		scope, ok := scopeNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown scope %q", row.Fields[0])
		}
		for _, form := range row.List(1) {
			s.Forms.Add(form, scope)
		}
	}
	return s, nil
}
