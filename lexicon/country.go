package lexicon

import (
	"strings"
	"sync"

	"isnad/arabic"
)

// Polity is a row of countries.tsv or seats.tsv: a country, region, union, or a seat of
// power, that speaks as a state.
type Polity struct {
	Row     Row
	ISO     string // alpha-2, or "-"
	Kind    string // country, region, union, capital, seat
	Latin   string
	Name    string
	Country *Polity // of a capital or a seat: the country, if listed
	Common  bool    // its adjective is an everyday word too: المالية
}

// Rule names the row for people.
func (p *Polity) Rule() string { return p.Row.File + "/" + p.Name }

// Polities is countries.tsv and seats.tsv, compiled. It is safe for use by many goroutines.
type Polities struct {
	All        []*Polity
	Names      Phrases[*Polity]
	Adjectives Phrases[*Polity] // السعودي، أمريكية
}

const (
	countryColumns = 9
	seatColumns    = 4
)

// LoadPolities reads countries.tsv and seats.tsv, once a process: two layers of reading
// ask for them, and both get the same, which is not to be changed. An error names file and
// line.
func LoadPolities() (*Polities, error) { return polities() }

var polities = sync.OnceValues(loadPolities)

func loadPolities() (*Polities, error) {
	rows, err := Table("countries", countryColumns)
	if err != nil {
		return nil, err
	}
	seats, err := Table("seats", seatColumns)
	if err != nil {
		return nil, err
	}
	p, byISO := &Polities{All: make([]*Polity, 0, 2*len(rows)+len(seats))}, make(map[string]*Polity, len(rows))
	p.Names.grow(4 * len(rows))
	p.Adjectives.grow(16 * len(rows))
	var shared []*Polity // capitals of unions and regions
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
			var everyday bool
			a, everyday = EverydayAdjective(a)
			c.Common = c.Common || everyday
			p.addAdjective(a, c)
		}
		if f[7] != "-" {
			capital := &Polity{Row: row, ISO: f[0], Kind: "capital", Latin: f[6], Name: f[7], Country: c}
			if c.Kind == "country" {
				p.add(capital, row.List(8))
			} else {
				shared = append(shared, capital)
			}
		}
	}
	for _, capital := range shared { // of its name that of the country comes first: القاهرة is Egypt's
		p.add(capital, capital.Row.List(8))
	}
	for _, row := range seats {
		f := row.Fields
		p.add(&Polity{Row: row, ISO: f[0], Kind: "seat", Latin: f[1], Name: f[2], Country: byISO[f[0]]}, row.List(3))
	}
	return p, nil
}

func (p *Polities) add(c *Polity, aliases []string) {
	p.All = append(p.All, c)
	p.Names.Add(c.Name, c)
	for _, name := range aliases {
		p.Names.Add(name, c)
	}
}

// The endings of an adjective in its numbers and genders, and the same folded.
var (
	adjectiveEndings = [...]string{"", "ة", "ون", "ين", "ان", "ات", "تين"}
	foldedEndings    = [...]string{"", "ه", "ون", "ين", "ان", "ات", "تين"}
)

// EverydayAdjective takes the mark off an adjective in countries.tsv that is an everyday word too.
func EverydayAdjective(a string) (adjective string, everyday bool) { return strings.CutSuffix(a, "?") }

func (p *Polities) addAdjective(a string, c *Polity) {
	bare := strings.TrimPrefix(a, article)
	norm := arabic.Fold(bare)
	for i, ending := range adjectiveEndings {
		definite := article + bare + ending
		folded := definite
		if norm != bare || ending != foldedEndings[i] {
			folded = article + norm + foldedEndings[i]
		}
		if bare == a {
			p.Adjectives.add(definite[len(article):], folded[len(article):], c)
		}
		p.Adjectives.add(definite, folded, c)
	}
}
