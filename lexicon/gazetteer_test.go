package lexicon

import (
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/arabic"
)

func loadGazetteers(t *testing.T) *Gazetteers {
	t.Helper()
	g, err := LoadGazetteers()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// finds says whether the list finds the row, or one that bears the same name, in text.
func finds(g *Gazetteers, p *Phrases[*Entry], e *Entry, text string) bool {
	toks := arabic.Tokenize(nil, text)
	for i := range toks {
		m, ok := p.At(toks, i)
		if !ok {
			continue
		}
		var words []string
		for _, tok := range toks[i : i+m.Words] {
			words = append(words, tok.Norm)
		}
		words[0] = words[0][min(len(words[0]), 2*m.Cut):]
		if m.Value == e || slices.Contains(g.Named(strings.Join(words, " ")), e) {
			return true
		}
	}
	return false
}

func TestGazetteerExamples(t *testing.T) {
	g := loadGazetteers(t)
	for _, list := range gazetteers {
		p := list.phrases(g)
		for _, e := range g.All {
			if e.Row.File != list.file {
				continue
			}
			if !finds(g, p, e, e.Match) {
				t.Error(e.Row.Errorf("%s is not found in %q", e.Rule(), e.Match))
			}
			if finds(g, p, e, e.NoMatch) {
				t.Error(e.Row.Errorf("%s is found in %q", e.Rule(), e.NoMatch))
			}
		}
	}
}

func TestGazetteerSizes(t *testing.T) {
	g := loadGazetteers(t)
	have := map[string]int{}
	for _, e := range g.All {
		have[e.Row.File]++
	}
	for file, want := range map[string]int{"places": 1500, "organisations": 400, "equipment": 200, "facilities": 250} {
		if have[file] < want {
			t.Errorf("%s has %d rows, want %d", file, have[file], want)
		}
	}
}

// Names of a few words, with signs and figures, are found whole in running text.
func TestGazetteerNames(t *testing.T) {
	g := loadGazetteers(t)
	cases := []struct {
		list  *Phrases[*Entry]
		text  string
		words string // what is found, folded
		latin string
		kind  isnad.EntityType
	}{
		{&g.Places, "انسحب الجيش من دير الزور ليلا", "دير الزور", "Deir ez-Zor", isnad.GPE},
		{&g.Places, "هبت الرياح على البحر الأحمر", "البحر الاحمر", "Red Sea", isnad.LOC},
		{&g.Organisations, "نفت الأمم المتحدة ذلك", "الامم المتحده", "United Nations", isnad.ORG},
		{&g.Organisations, "انسحبت قوات «قسد» من الحي", "قسد", "Syrian Democratic Forces", isnad.ORG},
		{&g.Equipment, "حلقت ميغ-29 فوق النهر", "ميغ - 29", "MiG-29", isnad.EQP},
		{&g.Equipment, "حلقت ميغ 29 فوق النهر", "ميغ 29", "MiG-29", isnad.EQP},
		{&g.Equipment, "حلقت ميغ29 فوق النهر", "ميغ 29", "MiG-29", isnad.EQP},
		{&g.Equipment, "أسقطت الأباتشي الهدف", "الاباتشي", "AH-64 Apache", isnad.EQP},
		{&g.Equipment, "بيعت F-16 للدولة", "f - 16", "F-16", isnad.EQP},
		{&g.Equipment, "بيعت F16 للدولة", "f16", "F-16", isnad.EQP},
		{&g.Facilities, "هبطت الطائرة في مطار بيروت الدولي", "مطار بيروت الدولي", "Beirut-Rafic Hariri International Airport", isnad.FAC},
		{&g.Facilities, "أقلعت من قاعدة حميميم الجوية", "قاعده حميميم الجويه", "Hmeimim Air Base", isnad.FAC},
	}
	for _, c := range cases {
		toks := arabic.Tokenize(nil, c.text)
		found := false
		for i := range toks {
			m, ok := c.list.At(toks, i)
			if !ok || m.Value.Latin != c.latin {
				continue
			}
			var words []string
			for _, tok := range toks[i : i+m.Words] {
				words = append(words, tok.Norm)
			}
			found = true
			if got := strings.Join(words, " "); got != c.words || m.Value.Type != c.kind {
				t.Errorf("in %q found %q as %s, want %q as %s", c.text, got, m.Value.Type, c.words, c.kind)
			}
			break
		}
		if !found {
			t.Errorf("in %q %s is not found", c.text, c.latin)
		}
	}
}

func TestNamedGivesAllBearers(t *testing.T) {
	g := loadGazetteers(t)
	var countries []string
	for _, e := range g.Named("طرابلس") {
		countries = append(countries, e.ISO)
	}
	if want := []string{"LY", "LB"}; !slices.Equal(countries, want) {
		t.Errorf("طرابلس is in %v, want %v", countries, want)
	}
	if got := g.Named("ميغ 29"); len(got) != 1 || got[0].Latin != "MiG-29" {
		t.Errorf("ميغ 29 names %v, want MiG-29", got)
	}
	if got := g.Named("لا أحد بهذا الاسم"); got != nil {
		t.Errorf("an unknown name names %v", got)
	}
}

func TestGazetteerRefuses(t *testing.T) {
	const licence = "# licence: none; source: test\n"
	place := func(fields ...string) string { return licence + strings.Join(fields, "\t") + "\n" }
	cases := []struct{ name, data, want string }{
		{"columns", place("GPE", "LY"), "places.tsv:2: 2 columns"},
		{"kind", place("FAC", "LY", "-", "1", "2", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: unknown kind"},
		{"country", place("GPE", "ly", "-", "1", "2", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: country"},
		{"identifier", place("GPE", "LY", "X1", "1", "2", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: identifier"},
		{"latitude", place("GPE", "LY", "-", "91", "2", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: latitude"},
		{"half a place", place("GPE", "LY", "-", "-", "2", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: latitude"},
		{"longitude", place("GPE", "LY", "-", "1", "NaN", "A", "ا", "-", "-", "ا", "ب"), "places.tsv:2: longitude"},
		{"flag", place("GPE", "LY", "-", "1", "2", "A", "ا", "-", "yes", "ا", "ب"), "places.tsv:2: flag"},
		{"empty name", place("GPE", "LY", "-", "1", "2", "A", "", "-", "-", "ا", "ب"), "places.tsv:2: a name"},
		{"empty alias", place("GPE", "LY", "-", "1", "2", "A", "ا", "ج|", "-", "ا", "ب"), "places.tsv:2: a name"},
		{"no sentence", place("GPE", "LY", "-", "1", "2", "A", "ا", "-", "-", "-", "ب"), "places.tsv:2: a name"},
	}
	list := gazetteers[0]
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rows, err := parse(list.file, c.data, list.columns)
			if err == nil {
				err = (&Gazetteers{named: map[string][]*Entry{}}).load(list, rows)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
