package arabic_test

import (
	"math"
	"testing"

	"isnad/arabic"
	"isnad/lexicon"
)

func numerals(t testing.TB) *arabic.Numerals {
	t.Helper()
	n, err := lexicon.LoadNumerals()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDigits(t *testing.T) {
	for _, test := range []struct {
		norm   string
		scaled bool
		want   float64
		ok     bool
	}{
		{"1800", false, 1800, true},
		{"1.800", false, 1800, true},
		{"1,800", false, 1800, true},
		{"5.4", false, 5.4, true},
		{"4,5", true, 4.5, true},
		{"2.135", true, 2.135, true},
		{"0.125", false, 0.125, true},
		{"1.234.567", false, 1234567, true},
		{"1,234.5", false, 1234.5, true},
		{"1.234,5", false, 1234.5, true},
		{"12500.750", false, 12500.75, true},
		{"15.3.2014", false, 0, false},
		{"1.2.3", false, 0, false},
	} {
		if got, ok := arabic.Digits(test.norm, test.scaled); got != test.want || ok != test.ok {
			t.Errorf("Digits(%q, %v) = %v, %v, want %v, %v", test.norm, test.scaled, got, ok, test.want, test.ok)
		}
	}
}

func TestNumeralsRead(t *testing.T) {
	n := numerals(t)
	for _, test := range []struct {
		text  string
		value float64
		words int
	}{
		{"ثمانمئة", 800, 1},
		{"ثمانمائة", 800, 1},
		{"ثماني مئة", 800, 2},
		{"ألف وثمانمائة", 1800, 2},
		{"مليارين", 2e9, 1},
		{"ملياري دولار", 2e9, 1},
		{"ثلاثة آلاف", 3000, 2},
		{"3 آلاف", 3000, 2},
		{"4,5 مليار", 4.5e9, 2},
		{"٤٫٥ مليار", 4.5e9, 2},
		{"١٨٠٠", 1800, 1},
		{"عشرات الآلاف", 10000, 2},
		{"مئات الملايين", 1e8, 2},
		{"نصف مليون", 500000, 2},
		{"ربع مليون", 250000, 2},
		{"مليون ونصف المليون", 1.5e6, 3},
		{"مليار ونصف مليار", 1.5e9, 3},
		{"ثلث", 1.0 / 3, 1},
		{"ثلاثة أرباع", 0.75, 2},
		{"خمسة وعشرين", 25, 2},
		{"أحد عشر", 11, 2},
		{"اثنتا عشرة", 12, 2},
		{"تسعة عشر", 19, 2},
		{"مئة وخمسة وعشرون", 125, 3},
		{"مئة وثلاثون", 130, 2},
		{"مئتان وخمسون ألفا", 250000, 3},
		{"ألفين وخمسمئة", 2500, 2},
		{"ثلاثة ملايين ومئتي ألف", 3.2e6, 4},
		{"مليونا و529 ألفا و418", 1529418, 6},
		{"ألف و500", 1500, 3},
		{"ألف مليار", 1e12, 2},
		{"مئة ألف", 100000, 2},
		{"ألفين وأربعة عشر", 2014, 3},
		{"12 000", 12000, 2},
		{"بضعة آلاف", 3000, 2},
		{"20ر59 دولار", 59.20, 3},
		{"13،809،879 سهما", 13809879, 5},
		{"4،5 مليار", 4.5e9, 4},
		{"ثلاثة فاصلة خمسة", 3.5, 3},
		{"مئة وسبعة فاصلة خمسة وعشرين", 107.25, 5},
		// What follows is another number.
		{"ثلاثة فاصلة منقوطة", 3, 1},
		{"ألف وألفين", 1000, 1},
		{"خمسة وعشرة", 5, 1},
		{"200 مليون و100 مليون", 2e8, 2},
		{"مئة ومئتين", 100, 1},
		{"15 و20", 15, 1},
	} {
		got, ok := n.Read(arabic.Tokenize(nil, test.text), 0)
		if !ok || math.Abs(got.Value-test.value) > 1e-9 || got.Last != test.words {
			t.Errorf("Read(%q) = %v in %d tokens, %v; want %v in %d", test.text, got.Value, got.Last, ok, test.value, test.words)
		}
	}
}

func TestNumeralsReadNone(t *testing.T) {
	n := numerals(t)
	for _, text := range []string{"كتاب", "الخامس", "وقال", "15.3.2014", "%"} {
		if got, ok := n.Read(arabic.Tokenize(nil, text), 0); ok {
			t.Errorf("Read(%q) = %v, want none", text, got)
		}
	}
}

func TestNumeralsOrdinal(t *testing.T) {
	n := numerals(t)
	for _, test := range []struct {
		text  string
		value int
		words int
	}{
		{"الأول", 1, 1}, {"الخامس عشر", 15, 2}, {"الحادي والعشرين", 21, 2},
		{"العشرين", 20, 1}, {"الثانية عشرة", 12, 2}, {"والثالث", 3, 1}, {"الواحد والعشرين", 21, 2},
	} {
		if value, words, _, ok := n.Ordinal(arabic.Tokenize(nil, test.text), 0); !ok || value != test.value || words != test.words {
			t.Errorf("Ordinal(%q) = %d in %d tokens, %v; want %d in %d", test.text, value, words, ok, test.value, test.words)
		}
	}
}
