package lexicon

import (
	"os"
	"strings"
	"testing"
)

func TestTransliterate(t *testing.T) {
	cases := []struct{ name, want string }{
		{"", ""},
		{"محمد", "Mohammed"},
		{"طارق الزبير", "Tariq al-Zubair"},
		{"عبد الله حمدوك", "Abdullah Hamdok"},
		{"عبد الباري عطوان", "Abdel Bari Atwan"},
		{"عبدالباري", "Abdelbari"},
		{"حسن نصر الله", "Hassan Nasrallah"},
		{"الغنام", "Al-Ghannam"},
		{"خالد بن وليد", "Khaled bin Walid"},
		{"بن قردان", "Bin Qardan"},
		{"رياض", "Riyad"},
		{"زينو", "Zinu"},
		{"الموسوي", "Al-Musawi"},
		{"سعدون", "Saadun"},
		{"معن", "Maan"},
		{"عُمان", "Uman"},
		{"كحّال", "Kahhal"},
		{"دِرْنة", "Dirna"},
		{"حايف", "Hayif"},
		{"سميث", "Smith"},
		{"إيتون", "Itun"},
		{"الإيطالية", "Al-Italiya"},
		{"إياس", "Iyas"},
		{"محمد مرسي", "Mohammed Morsi"},
		{"مرسى", "Marsa"},
		{"مصطفي", "Mustafa"},
		{"قراقره", "Qaraqra"},
		{"نزيه", "Nazih"},
		{"قرطبة 2024", "Qartaba 2024"},
		{"بتول - Nour", "Batul - Nour"},
	}
	for _, c := range cases {
		if got := Transliterate(c.name); got != c.want {
			t.Errorf("Transliterate(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// Names that newspapers have often are written as English ones write them.
func TestTransliterateKnownNames(t *testing.T) {
	data, err := os.ReadFile("testdata/latin.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if len(lines) < 200 {
		t.Fatalf("only %d names", len(lines))
	}
	for _, line := range lines {
		name, want, _ := strings.Cut(line, "\t")
		if got := Transliterate(name); got != want {
			t.Errorf("Transliterate(%q) = %q, want %q", name, got, want)
		}
	}
}

// Every Arabic letter has a sound, and none is left in a name.
func TestTransliterateLeavesNoArabic(t *testing.T) {
	table, err := loadTranslit()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچڤژگ" {
		known := false
		for _, kind := range table.letters {
			_, ok := kind[r]
			known = known || ok
		}
		if !known {
			t.Errorf("no row for %c", r)
		}
	}
	for _, e := range loadGazetteers(t).All {
		for _, r := range Transliterate(e.Name) {
			if r >= 0x600 && r <= 0x6FF {
				t.Errorf("Transliterate(%q) = %q", e.Name, Transliterate(e.Name))
				break
			}
		}
	}
}

func TestTranslitRefuses(t *testing.T) {
	const licence = "# licence: none; source: test\n"
	for data, want := range map[string]string{
		"letter\tب\tb\n":     "translit.tsv:2: unknown kind",
		"consonant\tبا\tb\n": "translit.tsv:2: ",
		"word\tباسم\t\n":     "translit.tsv:2: a column is empty",
		"word\tباسم\n":       "translit.tsv:2: 2 columns",
	} {
		rows, err := parse("translit", licence+data, translitColumns)
		if err == nil {
			_, err = readTranslit(rows)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", data, err, want)
		}
	}
}

func FuzzTransliterate(f *testing.F) {
	for _, seed := range []string{"", "عبد", "عبد ال", "ال", "ّ", "ع", "وو", "يّا", "\xff", "عبدال"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) { Transliterate(name) })
}
