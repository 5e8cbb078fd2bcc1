package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
)

// Entry is a row of places.tsv, organisations.tsv, equipment.tsv or facilities.tsv:
// something that bears a name.
type Entry struct {
	Row       Row
	Type      isnad.EntityType
	Kind      string   // the class inside the list: party, aircraft, airport; of a place, its type
	ISO       string   // ISO 3166-1 alpha-2: where it is, whose it is, who makes it; "-" if of no one country
	KB        string   // Wikidata identifier, or "-"
	Latin     string   // the name in Latin letters
	Name      string   // the name in Arabic
	Aliases   []string // other Arabic names and spellings
	Lat, Lon  float64  // degrees north and east, of the middle or the seat; only where Located
	Located   bool
	Ambiguous bool // the name is an ordinary word or a person's name too
	Match     string
	NoMatch   string
}

// Rule names the row for people.
func (e *Entry) Rule() string { return e.Row.File + "/" + e.Name }

// Gazetteers are the compiled lists of names.
type Gazetteers struct {
	Places        Phrases[*Entry]
	Organisations Phrases[*Entry]
	Equipment     Phrases[*Entry] // with and without article
	Facilities    Phrases[*Entry]
	All           []*Entry
	named         map[string][]*Entry
}

// Named gives all entries that bear a whole name, the best known first: طرابلس is a city
// of Libya and one of Lebanon, of which the phrases find the first. How it is spelt
// does not matter, nor a hyphen.
func (g *Gazetteers) Named(name string) []*Entry {
	_, key := respell(nil, name)
	return g.named[key]
}

// respell gives a name with one space between its tokens, and the key that it is found
// under: folded, without hyphens.
func respell(scratch []arabic.Token, name string) (spaced, key string) {
	var words, keys strings.Builder
	for i, t := range arabic.Tokenize(scratch[:0], name) {
		if i > 0 {
			words.WriteByte(' ')
		}
		words.WriteString(name[t.Start:t.End])
		if t.Norm == "-" {
			continue
		}
		if keys.Len() > 0 {
			keys.WriteByte(' ')
		}
		keys.WriteString(t.Norm)
	}
	return words.String(), keys.String()
}

// gazetteer tells the columns of a list; a column that it lacks is -1.
type gazetteer struct {
	file                      string
	columns                   int
	kinds                     []string
	entity                    isnad.EntityType // of all rows; where it is empty, the kind is the type
	iso, kb, lat, latin, flag int
	definite                  bool // an article may stand before every name
	phrases                   func(*Gazetteers) *Phrases[*Entry]
}

var gazetteers = []gazetteer{
	{
		file: "places", columns: 11, kinds: []string{"GPE", "LOC"},
		iso: 1, kb: 2, lat: 3, latin: 5, flag: 8,
		phrases: func(g *Gazetteers) *Phrases[*Entry] { return &g.Places },
	},
	{
		file: "organisations", columns: 9, entity: isnad.ORG,
		kinds: []string{"intl", "party", "armed", "army", "state", "company", "ngo", "union", "media-other", "sports", "university"},
		iso:   1, kb: 2, lat: -1, latin: 3, flag: 6,
		phrases: func(g *Gazetteers) *Phrases[*Entry] { return &g.Organisations },
	},
	{
		file: "equipment", columns: 7, entity: isnad.EQP,
		kinds: []string{"aircraft", "drone", "tank", "missile", "ship", "airdefence", "artillery", "gun", "vehicle", "other"},
		iso:   1, kb: -1, lat: -1, latin: 2, flag: -1, definite: true,
		phrases: func(g *Gazetteers) *Phrases[*Entry] { return &g.Equipment },
	},
	{
		file: "facilities", columns: 9, entity: isnad.FAC,
		kinds: []string{"airport", "base", "bridge", "building", "camp", "crossing", "dam", "hospital", "mosque", "church", "oilfield", "palace", "plant", "pipeline", "port", "prison", "square", "stadium", "street", "site", "canal"},
		iso:   1, kb: -1, lat: 2, latin: 4, flag: -1,
		phrases: func(g *Gazetteers) *Phrases[*Entry] { return &g.Facilities },
	},
}

// LoadGazetteers reads the four lists and checks them. An error names file and line.
func LoadGazetteers() (*Gazetteers, error) {
	g := &Gazetteers{named: map[string][]*Entry{}}
	for _, list := range gazetteers {
		rows, err := Table(list.file, list.columns)
		if err != nil {
			return nil, err
		}
		if err := g.load(list, rows); err != nil {
			return nil, fmt.Errorf("load gazetteer: %w", err)
		}
	}
	return g, nil
}

// load reads rows. Where several bear a name, those with an identifier are the better
// known and come first.
func (g *Gazetteers) load(list gazetteer, rows []Row) error {
	first := len(g.All)
	for _, row := range rows {
		e, err := list.entry(row)
		if err != nil {
			return err
		}
		g.All = append(g.All, e)
	}
	slices.SortStableFunc(g.All[first:], func(a, b *Entry) int {
		return cmp.Compare(strings.Count(a.KB, "-"), strings.Count(b.KB, "-"))
	})
	scratch := make([]arabic.Token, 0, 16)
	for _, e := range g.All[first:] {
		for _, name := range append([]string{e.Name, e.Latin}, e.Aliases...) {
			g.add(list, scratch, name, e)
		}
	}
	return nil
}

// add adds a name as it is, and with its hyphens left out: ميغ-29 is written ميغ 29 and
// ميغ29 too, F-16 is written F16.
func (g *Gazetteers) add(list gazetteer, scratch []arabic.Token, name string, e *Entry) {
	spaced, key := respell(scratch, name)
	if !slices.Contains(g.named[key], e) {
		g.named[key] = append(g.named[key], e)
	}
	p := list.phrases(g)
	for _, between := range []string{" - ", " ", ""} {
		form := strings.ReplaceAll(spaced, " - ", between)
		if list.definite {
			addDefinite(p, form, e)
		} else {
			p.Add(form, e)
		}
		if form == spaced && !strings.Contains(spaced, " - ") {
			return
		}
	}
}

// entry reads a row and checks its values.
func (list gazetteer) entry(row Row) (*Entry, error) {
	f, n := row.Fields, list.columns
	e := &Entry{
		Row: row, Type: list.entity, Kind: f[0], ISO: f[list.iso], KB: "-",
		Latin: f[list.latin], Name: f[list.latin+1], Aliases: row.List(list.latin + 2),
		Match: f[n-2], NoMatch: f[n-1],
	}
	if !slices.Contains(list.kinds, e.Kind) {
		return nil, row.Errorf("unknown kind %q, want one of %s", e.Kind, strings.Join(list.kinds, ", "))
	}
	if list.entity == "" {
		e.Type = isnad.EntityType(e.Kind)
	}
	if e.ISO != "-" && !isCapitals(e.ISO) {
		return nil, row.Errorf("country is %q, want two capitals or -", e.ISO)
	}
	for _, name := range append([]string{e.Latin, e.Name, e.Match, e.NoMatch}, e.Aliases...) {
		if name == "" || name == "-" || strings.TrimSpace(name) != name {
			return nil, row.Errorf("a name or a sentence is %q", name)
		}
	}
	return e, list.values(row, e)
}

// values reads the columns that not every list has.
func (list gazetteer) values(row Row, e *Entry) error {
	if list.kb >= 0 {
		e.KB = row.Fields[list.kb]
		digits, ok := strings.CutPrefix(e.KB, "Q")
		if _, err := strconv.ParseUint(digits, 10, 32); e.KB != "-" && (!ok || err != nil) {
			return row.Errorf("identifier is %q, want Q and digits or -", e.KB)
		}
	}
	if list.flag >= 0 {
		flag := row.Fields[list.flag]
		if flag != "-" && flag != "ambiguous" {
			return row.Errorf("flag is %q, want ambiguous or -", flag)
		}
		e.Ambiguous = flag == "ambiguous"
	}
	if list.lat < 0 {
		return nil
	}
	lat, lon := row.Fields[list.lat], row.Fields[list.lat+1]
	if lat == "-" && lon == "-" {
		return nil
	}
	var ok bool
	if e.Lat, ok = degrees(lat, 90); !ok {
		return row.Errorf("latitude is %q, want degrees from -90 to 90, or - for both", lat)
	}
	if e.Lon, ok = degrees(lon, 180); !ok {
		return row.Errorf("longitude is %q, want degrees from -180 to 180, or - for both", lon)
	}
	e.Located = true
	return nil
}

// degrees reads a plain decimal number that is at most most in either direction.
func degrees(s string, most float64) (float64, bool) {
	d, err := strconv.ParseFloat(s, 64)
	return d, err == nil && d >= -most && d <= most && !strings.ContainsAny(s, "eExXpP_+")
}

func isCapitals(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}
