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

// Media is media.tsv, compiled. It is safe for use by many goroutines.
type Media struct {
	All   []*Outlet
	Names Phrases[*Outlet]
	names map[string]*Outlet // whole folded name, without article
}

const mediaColumns = 9

// LoadMedia reads media.tsv. An error names file and line.
func LoadMedia() (*Media, error) {
	rows, err := Table("media", mediaColumns)
	if err != nil {
		return nil, err
	}
	m := &Media{All: make([]*Outlet, 0, len(rows)), names: make(map[string]*Outlet, 3*len(rows))}
	m.Names.grow(3 * len(rows))
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
		m.add(o.Name, o)
		for _, name := range row.List(6) {
			m.add(name, o)
		}
		m.Names.Add(o.Latin, o)
	}
	return m, nil
}

// add enters one name of an outlet. Where two outlets have it, the first is found.
func (m *Media) add(name string, o *Outlet) {
	norm := arabic.Fold(name)
	m.Names.add(name, norm, o)
	if dotted := dotted(name); dotted != "" {
		m.Names.Add(dotted, o)
	}
	if key := outletKey(norm); m.names[key] == nil {
		m.names[key] = o
	}
}

// dotted is a name of letters' names with points between them (بي.بي.سي), or "".
func dotted(name string) string {
	if !strings.Contains(name, " ") {
		return ""
	}
	for w := range strings.FieldsSeq(name) {
		if len(w) > 6 {
			return ""
		}
	}
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, ".")
}

// ByName finds the outlet of a whole name as an article's outlet field gives it, with
// or without article and head noun; nil if it is not known.
func (m *Media) ByName(name string) *Outlet { return m.names[outletKey(arabic.Fold(name))] }

// outletKey is what two spellings of one outlet's folded name have in common.
func outletKey(norm string) string {
	var room [8]string
	all := appendWords(room[:0], norm)
	words := all[:0]
	for _, w := range all {
		switch w = strings.TrimPrefix(w, "ال"); w {
		case "صحيفه", "جريده", "وكاله", "قناه", "موقع", "شبكه", "تلفزيون", "اذاعه", ".", "«", "»", "\"":
		default:
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
