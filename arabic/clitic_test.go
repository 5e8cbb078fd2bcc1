package arabic

import (
	"os"
	"strings"
	"testing"
)

// cutCases are words with their cuts.
var cutCases = []string{
	// one host, whatever its letters look like
	"وزير", "وفد", "بلاد", "بعد", "لجنة", "كبير", "سلام", "فريق", "فقط", "كما", "بينما", "سياسة", "كتاب", "لقاء",
	"وكالة", "وسائل", "وصل", "فرنسا", "بريطانيا", "كان", "ليس", "الله", "هذه", "اتجاه", "مياه", "وجه", "توجيه", "لبنان",
	"هنا", "أنا", "ذلك", "تلك", "هناك", "شارك", "البنوك", "مدينة", "سهم", "مهم", "إن+هم", "سيارة", "سيطرة",
	// proclitics
	"و+قال", "و+أوضح", "ف+قال", "ب+الإضافة", "ل+مدينة", "ل+لمدينة", "ل+لجنة", "و+ل+لحكومة", "و+ب+حسب", "ك+رئيس",
	"س+يكون", "و+س+يتم", "س+تبدأ", "و+وزير", "و+الوزير", "ب+بغداد", "ل+لبنان", "ف+الحكومة", "و+ك+ذلك", "ل+ذلك",
	// pronouns
	"كتاب+ه", "حكومت+ها", "مدرست+هم", "بين+هما", "أصدقائ+ه", "مستوا+ه", "قتلو+ه", "علي+ه", "إلي+ها", "لدي+نا", "من+ه", "في+ها",
	"أن+ه", "إن+ها", "لكن+هم", "ب+ه", "ل+ها", "و+ل+هم", "ب+أن+ه", "ل+أن+ها", "ف+إن+ه", "و+ب+مدرست+هم", "س+يساعد+هم", "و+استقبل+ه",
	// marks, tatweel and foreign letters belong to their segment
	"وَ+قَالَ", "بِ+كِتَابِ+هِ", "و+قـــال", "ب\u200f+الإضافة",
	// no Arabic word
	"", "2014", "NATO", "،", "c'est", strings.Repeat("و", 60),
}

func TestSegment(t *testing.T) {
	for _, c := range cutCases {
		word := strings.ReplaceAll(c, "+", "")
		s := Segment(word)
		if got := strings.Join(s.Parts(nil, word), "+"); got != c {
			t.Errorf("cut %s, want %s", got, c)
		}
		if first := Readings(nil, word)[0]; first != s {
			t.Errorf("%s: first reading %v, Segment %v", word, first, s)
		}
	}
}

// Presentation forms stand for one letter or several: a clitic may share one with its host.
func TestSegmentPresentationForms(t *testing.T) {
	for _, word := range []string{"ﻭﻗﺎﻝ", "ﻻ", "ﻟﻼﺗﺤﺎﺩ", "ﷲ"} {
		s := Segment(word)
		if got := strings.Join(s.Parts(nil, word), ""); got != word {
			t.Errorf("%q in parts %q", word, s.Parts(nil, word))
		}
	}
	if got := Segment("ﻭﻗﺎﻝ"); got.Count != 1 || got.HostStart != len("ﻭ") {
		t.Errorf("ﻭﻗﺎﻝ: %v", got)
	}
}

func TestReadingsKeepAmbiguity(t *testing.T) {
	for _, word := range []string{"فقد", "فهم", "وهم"} {
		r := Readings(nil, word)
		if r[0].Sure || len(r) < 2 {
			t.Errorf("%s: %v", word, r)
		}
	}
	for _, word := range []string{"وزير", "وقال", "مدرستهم"} {
		if r := Readings(nil, word); !r[0].Sure || len(r) != 1 {
			t.Errorf("%s: %v", word, r)
		}
	}
}

// The rows of the word lists are its tests: the model must keep to them.
func TestSegmentKeepsToLists(t *testing.T) {
	want := map[string]string{}
	for _, file := range []string{"data/hosts.tsv", "data/names.tsv", "data/clitics.tsv"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line[0] == '#' {
				continue
			}
			for _, row := range strings.Fields(line) {
				want[strings.ReplaceAll(row, "+", "")] = row // the later list is the likelier reading
			}
		}
	}
	if len(want) < 2000 {
		t.Fatalf("only %d rows", len(want))
	}
	for word, row := range want {
		if got := strings.Join(Segment(word).Parts(nil, word), "+"); got != row {
			t.Errorf("cut %s, want %s", got, row)
		}
	}
}

func TestSegmentDoesNotAllocate(t *testing.T) {
	words := []string{"وقال", "للمدينة", "وبمدرستهم", "فلانستوفهم", "NATO"}
	Segment(words[0])
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range words {
			Segment(w)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
