package arabic

import (
	"slices"
	"testing"
)

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		word string
		want []Host
	}{
		{"السعودية", []Host{{"سعوديه", "سعودي", true}}},
		{"بالسعوديّة", []Host{{"سعوديه", "سعودي", true}}},
		{"سعودية", []Host{{"سعوديه", "سعودي", false}}},
		{"للوزير", []Host{{"وزير", "وزير", true}}},
		{"وسام", []Host{{"وسام", "وسام", false}}},
		{"ألمانيا", []Host{{"المانيا", "المانيا", false}}},
		{"مدينتهم", []Host{{"مدينه", "مدين", false}}},
		{"للبنان", []Host{{"لبنان", "لبنان", false}}},
		{"للجنة", []Host{{"لجنه", "لجن", true}}},
		{"فكره", []Host{{"فكر", "فكر", false}, {"فكره", "فكر", false}}},
		{"كتابه", []Host{{"كتاب", "كتاب", false}}},
		{"F16", []Host{{"f16", "f16", false}}},
		{"", []Host{{"", "", false}}},
	} {
		if got := Hosts(nil, c.word); !slices.Equal(got, c.want) {
			t.Errorf("hosts of %s: %+v, want %+v", c.word, got, c.want)
		}
	}
}

// Where a word can be read in two ways both hosts are given, each once, the one of Segment first.
func TestHostsOfUnsureWords(t *testing.T) {
	unsure := 0
	for _, word := range []string{"ولي", "بالله", "وللسعودية", "فهد", "وهم"} {
		hosts := Hosts(nil, word)
		if s := Segment(word); !s.Sure && len(hosts) > 1 {
			unsure++
		} else if s.Sure && len(hosts) != 1 {
			t.Errorf("%s is sure and has hosts %+v", word, hosts)
		}
		if hosts[0].Stem != Stem(word) {
			t.Errorf("%s: the first host has the stem %s, the word %s", word, hosts[0].Stem, Stem(word))
		}
	}
	if unsure == 0 {
		t.Error("no word with two readings")
	}
}
