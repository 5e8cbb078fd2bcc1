package lexicon

import "strings"

// Polity is a row of countries.tsv or seats.tsv: a country, region, union, or a seat of
// power, that speaks as a state.
type Polity struct {
	Row     Row
	ISO     string // alpha-2, or "-"
	Kind    string // country, region, union, capital, seat
	Latin   string
	Name    string
	Country *Polity // of a capital or a seat: the country, if listed
}

// Rule names the row for people.
func (p *Polity) Rule() string { return p.Row.File + "/" + p.Name }

// Polities is the compiled list.
type Polities struct {
	All        []*Polity
	Names      Phrases[*Polity]
	Adjectives Phrases[*Polity] // السعودي، أمريكية
}

const (
	countryColumns = 9
	seatColumns    = 4
)

// LoadPolities reads countries.tsv and seats.tsv.
func LoadPolities() (*Polities, error) {
	rows, err := Table("countries", countryColumns)
	if err != nil {
		return nil, err
	}
	seats, err := Table("seats", seatColumns)
	if err != nil {
		return nil, err
	}
	p, byISO := &Polities{}, map[string]*Polity{}
	for _, row := range rows {
		f := row.Fields
		if f[1] != "country" && f[1] != "region" && f[1] != "union" {
			return nil, row.Errorf("unknown kind %q", f[1])
		}
		c := &Polity{Row: row, ISO: f[0], Kind: f[1], Latin: f[2], Name: f[3]}
		if byISO[c.ISO] == nil {
			byISO[c.ISO] = c
		}
		p.add(c, row.List(4))
		for _, a := range row.List(5) {
			p.addAdjective(a, c)
		}
		if f[7] != "-" {
			p.add(&Polity{Row: row, ISO: f[0], Kind: "capital", Latin: f[6], Name: f[7], Country: c}, row.List(8))
		}
	}
	for _, row := range seats {
		f := row.Fields
		p.add(&Polity{Row: row, ISO: f[0], Kind: "seat", Latin: f[1], Name: f[2], Country: byISO[f[0]]}, row.List(3))
	}
	return p, nil
}

func (p *Polities) add(c *Polity, aliases []string) {
	p.All = append(p.All, c)
	for _, name := range append([]string{c.Name}, aliases...) {
		p.Names.Add(name, c)
	}
}

func (p *Polities) addAdjective(a string, c *Polity) {
	for _, form := range []string{a, a + "ة", a + "ون", a + "ين", a + "ان", a + "ات", a + "تين"} {
		p.Adjectives.Add(form, c)
		p.Adjectives.Add("ال"+strings.TrimPrefix(form, "ال"), c)
	}
}
