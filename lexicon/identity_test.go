package lexicon

import (
	"testing"

	"isnad"
)

func TestIdentities(t *testing.T) {
	ids, err := LoadIdentities()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		kind isnad.EntityType
		want string
	}{
		{"تنظيم الدولة الإسلامية", isnad.ORG, "Islamic State"},
		{"حركة طالبان", isnad.ORG, "Taliban"},
		{"طالبان", isnad.GPE, ""},
		{"ميغ-29", isnad.EQP, "MiG-29"},
		{"ميغ 29", isnad.EQP, "MiG-29"},
		{"شلاتين", isnad.GPE, "Shalateen"},
	} {
		latin := ""
		if n := ids.Find(IdentityKey(c.name), c.kind); n != nil {
			latin = n.Latin
		}
		if latin != c.want {
			t.Errorf("%s as %s is %q, want %q", c.name, c.kind, latin, c.want)
		}
	}
}

// Every name of the gazetteers leads to something of its type.
func TestIdentitiesKnowTheGazetteers(t *testing.T) {
	ids, err := LoadIdentities()
	if err != nil {
		t.Fatal(err)
	}
	g, err := LoadGazetteers()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range g.All {
		if ids.Find(IdentityKey(e.Name), e.Type) == nil {
			t.Errorf("%s: %s is not known", e.Row.File, e.Name)
		}
	}
}
