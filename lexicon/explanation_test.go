package lexicon

import (
	"strings"
	"testing"

	"isnad/arabic"
)

func TestExplanations(t *testing.T) {
	x, err := LoadExplanations()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"لحماية": true, "للمشاركة": true, "لحمايتهم": true, "لإنقاذها": true,
		"حماية": false, "للشاحنات": false, "ليلا": false, "لها": false,
	} {
		if got := x.AimBehindLam(arabic.Fold(word)) != nil; got != want {
			t.Errorf("%s: an aim %v, want %v", word, got, want)
		}
	}
	for word, want := range map[string]bool{"خطة": true, "دعوته": true, "بحاجة": true, "القاهرة": false, "وفد": false} {
		if got := x.TakesLam(arabic.Fold(word)); got != want {
			t.Errorf("%s: takes لـ %v, want %v", word, got, want)
		}
	}
	for word, want := range map[string]ExplanationClass{"وتوجه": Deed, "سيتوجه": Deed, "ومقتل": Casualty, "كتاب": 0} {
		if got := x.Of(arabic.Fold(word)); got != want {
			t.Errorf("%s is of class %b, want %b", word, got, want)
		}
	}
}

func TestExplanationsBadRows(t *testing.T) {
	for name, fields := range map[string][]string{
		"unknown class":    {"whim", "بسبب", "-", "x", "y"},
		"no words":         {"cause", "-", "-", "x", "y"},
		"verb, one part":   {"deed", "وصل", "-", "x", "y"},
		"noun, imperfect":  {"cause", "بسبب", "يسبب", "x", "y"},
		"verb, no parts":   {"comes", "-", "-", "x", "y"},
		"class left empty": {"", "بسبب", "-", "x", "y"},
	} {
		_, err := compileExplanations([]Row{{File: "explanations", Line: 7, Fields: fields}})
		if err == nil || !strings.HasPrefix(err.Error(), "explanations.tsv:7: ") {
			t.Errorf("%s: error %v does not name file and line", name, err)
		}
	}
}
