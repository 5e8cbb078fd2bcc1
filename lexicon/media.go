package lexicon

import (
	"strings"

	"isnad/arabic"
)

// Outlet is a row of media.tsv: an agency, paper, channel, site that tells news.
type Outlet struct {
	Row        Row
	Kind       string // agency, paper, channel, site, radio, magazine, network
	Country    string // ISO 3166-1 alpha-2; XX where international
	Standalone bool   // its name alone is surely the outlet; else only behind صحيفة، قناة … or in quotation marks
	Hosts      []string
	Latin      string
	Name       string
	Match      string
	NoMatch    string
}

// Rule names the row for people.
func (o *Outlet) Rule() string { return "media/" + o.Name }

// Media is the compiled list of outlets.
type Media struct {
	All   []*Outlet
	Names Phrases[*Outlet]
	names map[string]*Outlet // whole folded name, without article
}

const mediaColumns = 9

// LoadMedia reads media.tsv.
func LoadMedia() (*Media, error) {
	rows, err := Table("media", mediaColumns)
	if err != nil {
		return nil, err
	}
	m := &Media{names: map[string]*Outlet{}}
	for _, row := range rows {
		f := row.Fields
		switch f[0] {
		case "agency", "paper", "channel", "site", "radio", "magazine", "network":
		default:
			return nil, row.Errorf("unknown kind of outlet %q", f[0])
		}
		if f[2] != "yes" && f[2] != "no" {
			return nil, row.Errorf("standalone is %q, want yes or no", f[2])
		}
		o := &Outlet{Row: row, Kind: f[0], Country: f[1], Standalone: f[2] == "yes", Latin: f[4], Name: f[5], Match: f[7], NoMatch: f[8]}
		if f[3] != "-" {
			o.Hosts = strings.Split(f[3], ",")
		}
		m.All = append(m.All, o)
		for _, name := range append([]string{o.Name}, row.List(6)...) {
			m.Names.Add(name, o)
			if dotted := dotted(name); dotted != "" {
				m.Names.Add(dotted, o)
			}
			if key := outletKey(name); m.names[key] == nil {
				m.names[key] = o
			}
		}
		m.Names.Add(o.Latin, o)
	}
	return m, nil
}

// dotted is a name of letters' names with points between them (بي.بي.سي), or "".
func dotted(name string) string {
	words := strings.Fields(name)
	for _, w := range words {
		if len(w) > 6 {
			return ""
		}
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, ".")
}

// ByName finds the outlet of a whole name as an article's outlet field gives it, with
// or without article and head noun; nil if it is not known.
func (m *Media) ByName(name string) *Outlet { return m.names[outletKey(name)] }

// outletKey is what two spellings of one outlet's name have in common.
func outletKey(name string) string {
	var words []string
	for _, w := range splitWords(arabic.Fold(name)) {
		switch w = strings.TrimPrefix(w, "ال"); w {
		case "صحيفه", "جريده", "وكاله", "قناه", "موقع", "شبكه", "تلفزيون", "اذاعه", ".", "«", "»", "\"":
		default:
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
