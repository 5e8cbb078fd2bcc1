package actor

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"isnad"
	"isnad/trace/group"
)

// seen makes a sighting in an article of its own.
func seen(article, name, role string, company []string, countries ...string) *Sighting {
	s := &Sighting{Article: article, Time: time.Unix(0, 0), Entity: "e1", Type: isnad.PER, Name: name, words: Words(name)}
	if role != "" {
		s.Roles = []string{role}
	}
	for _, c := range company {
		s.Company = append(s.Company, hash("e:"+c))
	}
	slices.Sort(s.Company)
	for _, c := range countries {
		s.Countries = append(s.Countries, hash(c))
	}
	return s
}

// joiner is one that has read enough articles to know what is rare.
func joiner(t *testing.T) *Joiner {
	t.Helper()
	names, err := NewNames()
	if err != nil {
		t.Fatal(err)
	}
	freq := group.NewFrequencies()
	for i := range 5000 {
		freq.Count([]uint32{hash(fmt.Sprint("another ", i))})
	}
	return NewJoiner(names, freq, nil)
}

func TestJoin(t *testing.T) {
	bridge, club := []string{"بلدية البرقاء", "جسر الصفصاف"}, []string{"نادي الشراع"}
	tests := []struct {
		name string
		a, b *Sighting
		same bool
	}{
		{"the same rare name", seen("1", "زيفان كورديتش", "", nil), seen("2", "زيفان كورديتش", "", nil), true},
		{"another spelling", seen("1", "زيفان كوردويتش", "", nil), seen("2", "زيفان كورديتش", "", nil), true},
		{"عبد apart", seen("1", "عبد الفتاح المندلي", "", bridge), seen("2", "عبدالفتاح المندلي", "", bridge), true},
		{"parts left out", seen("1", "سالم بن راشد بن حمد النجار", "", bridge), seen("2", "سالم النجار", "", bridge), true},
		{"a common name in company", seen("1", "محمد النجاري", "", bridge), seen("2", "محمد النجاري", "", bridge), true},
		{"a common name alone", seen("1", "محمد النجاري", "", bridge), seen("2", "محمد النجاري", "", club), false},
		{"a common name with its office", seen("1", "محمد النجاري", "محافظ البرقاء", nil), seen("2", "محمد النجاري", "محافظ البرقاء", nil), true},
		{"other countries", seen("1", "زيفان كورديتش", "", bridge, "RS"), seen("2", "زيفان كورديتش", "", club, "NL"), false},
		{"another given name", seen("1", "سالم النجار", "", bridge), seen("2", "راشد النجار", "", bridge), false},
		{"a last name in company", seen("1", "زيفان كورديتش", "", bridge), seen("2", "كورديتش", "", bridge), true},
		{"a last name elsewhere", seen("1", "زيفان كورديتش", "", bridge), seen("2", "كورديتش", "", club), false},
	}
	for _, x := range tests {
		j := joiner(t)
		first := j.Article([]*Sighting{x.a}, nil)[0]
		second := j.Article([]*Sighting{x.b}, nil)[0]
		if first == nil {
			t.Fatalf("%s: the first began no actor", x.name)
		}
		if same := first == second; same != x.same {
			t.Errorf("%s: joined %v, want %v", x.name, same, x.same)
		}
	}
}

// Identifiers decide over names, and Latin letters spell the same.
func TestJoinIdentifiersAndLatin(t *testing.T) {
	j := joiner(t)
	a, b, c := seen("1", "جوهانسبرغ", "", nil), seen("2", "يوهانسبورغ", "", nil), seen("3", "جوهانسبرغ", "", nil)
	for i, s := range []*Sighting{a, b, c} {
		s.Type, s.KB = isnad.GPE, []string{"Q1", "Q1", "Q2"}[i]
	}
	first := j.Article([]*Sighting{a}, nil)[0]
	if j.Article([]*Sighting{b}, nil)[0] != first || j.Article([]*Sighting{c}, nil)[0] == first {
		t.Error("identifiers do not decide")
	}
	arabic, latin := seen("4", "زيفان كورديتش", "", nil), seen("5", "Zivan Kurditch", "", nil)
	arabic.Latin, latin.Latin = "Zifan Kurditsh", "Zivan Kurditch"
	if j.Article([]*Sighting{arabic}, nil)[0] != j.Article([]*Sighting{latin}, nil)[0] {
		t.Error("a name in Latin letters is another")
	}
}

// A person's word parts what was joined, and the identifier follows from the first sighting.
func TestApart(t *testing.T) {
	j := joiner(t)
	a := j.Article([]*Sighting{seen("1", "زيفان كورديتش", "", nil)}, nil)[0]
	b := j.Article([]*Sighting{seen("2", "زيفان كورديتش", "", nil)}, func(*Sighting) []string { return []string{a.ID} })[0]
	if a == b {
		t.Fatal("what a person parted is joined")
	}
	again := joiner(t).Article([]*Sighting{seen("1", "زيفان كورديتش", "", nil)}, nil)[0]
	if again.ID != a.ID {
		t.Errorf("the identifier is %s, then %s", a.ID, again.ID)
	}
}

// However many bear a name, what is compared stays bounded.
func TestManyNamesakes(t *testing.T) {
	j := joiner(t)
	for i := range 500 {
		j.Article([]*Sighting{seen(fmt.Sprint(i), "محمد النجاري", "", []string{fmt.Sprint("نادي ", i)})}, nil)
	}
	for key, list := range j.byKey {
		if len(list) > mostHolders {
			t.Errorf("%d actors are found by key %d", len(list), key)
		}
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string][]string{
		"سلمان بن عبد العزيز آل سعود": {"سلمان", "عبدالعزيز", "سعود"},
		"أبو بكر البغدادي":            {"ابوبكر", "بغدادي"},
		"Bashar al-Assad":             {"bashar", "assad"},
		"":                            {},
		"بن":                          {"بن"},
		"عبد":                         {"عبد"},
	} {
		if got := Words(name); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
