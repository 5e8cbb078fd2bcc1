package lexicon

import (
	"strings"

	"isnad/arabic"
)

// Title is a row of titles.tsv: a rank, office, honorific or profession that stands
// with a person's name.
type Title struct {
	Row     Row
	Kind    string // rank, office, honorific, profession, clergy, royal
	Name    bool   // a name may follow directly: العميد أحمد
	Of      bool   // a body or country may follow before the name: وزير الخارجية
	Gender  Gender
	Number  Number
	Lemma   string
	Match   string
	NoMatch string
}

// Rule names the row for people.
func (t *Title) Rule() string { return "titles/" + t.Lemma }

// Titles is titles.tsv, compiled. It is safe for use by many goroutines.
type Titles struct {
	All   []*Title
	Forms Phrases[*Title] // with and without article
}

// takesAccusative: سفير is سفيرا where it is an object or stands behind إن.
func takesAccusative(norm string) bool {
	if strings.Contains(norm, " ") || strings.HasPrefix(norm, "ال") || len(norm) < 8 {
		return false
	}
	for _, end := range []string{"ه", "ا", "ي", "ء", ".", "ون", "ات"} {
		if strings.HasSuffix(norm, end) {
			return false
		}
	}
	return true
}

const titleColumns = 7

// LoadTitles reads titles.tsv. An error names file and line.
func LoadTitles() (*Titles, error) {
	rows, err := Table("titles", titleColumns)
	if err != nil {
		return nil, err
	}
	t := &Titles{All: make([]*Title, 0, len(rows))}
	t.Forms.grow(3 * len(rows))
	for _, row := range rows {
		f := row.Fields
		forms := row.List(4)
		if len(forms) == 0 {
			return nil, row.Errorf("no forms")
		}
		title := &Title{Row: row, Kind: f[0], Name: f[1] != "of", Of: f[1] != "name", Lemma: forms[0], Match: f[5], NoMatch: f[6]}
		if f[1] != "name" && f[1] != "of" && f[1] != "both" {
			return nil, row.Errorf("takes %q, want name, of or both", f[1])
		}
		var okGender, okNumber bool
		title.Gender, okGender = genderNames[f[2]]
		title.Number, okNumber = numberNames[f[3]]
		if !okGender || !okNumber {
			return nil, row.Errorf("gender or number is %q %q", f[2], f[3])
		}
		t.All = append(t.All, title)
		for _, form := range forms {
			norm := arabic.Fold(form)
			t.Forms.add(form, norm, title)
			if title.Of && title.Number == Singular && takesAccusative(norm) {
				t.Forms.add(form+"ا", norm+"ا", title)
			}
			if head, rest, ok := strings.Cut(form, " "); !strings.HasPrefix(form, "ال") {
				t.Forms.addBehind(article, form, norm, title)
				if ok && !strings.HasPrefix(rest, "ال") {
					t.Forms.Add("ال"+head+" ال"+strings.ReplaceAll(rest, " ", " ال"), title)
				}
			}
		}
	}
	return t, nil
}
