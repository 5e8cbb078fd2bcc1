package eval

import (
	"slices"
	"strings"
	"testing"

	"isnad"
)

func TestSameName(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"الوزارة", "وزاره", true},
		{"وزارة الداخلية", "الداخلية", true},
		{"وكالة نوفا", "وكالة سانا", false},
		{"خليفة حفتر", "صدام حفتر", false},
		{"أحمد علي حسن", "احمد على", true},
		{"مُحَمّد", "محـمد", true},
		{"Reuters", "REUTERS", true},
		{"İzmir", "i̇zmir", true},
		{"", "", false},
		{"«»", "«»", false},
		{"الا", "ا", false}, // an article is cut only before two letters
	}
	for _, test := range tests {
		if got := sameName(test.a, test.b); got != test.same {
			t.Errorf("sameName(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestPair(t *testing.T) {
	likeness := [][]float64{
		{0.6, 0.9, 0.4},
		{0.9, 0.9, 0.4},
		{0.6, 0.0, 0.4},
	}
	got := pair(3, 3, 0.5, func(g, r int) float64 { return likeness[g][r] })
	if want := []pairing{{0, 1, 0.9}, {1, 0, 0.9}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	missed, surplus := unpaired(3, 3, got)
	if !slices.Equal(missed, []int{2}) || !slices.Equal(surplus, []int{2}) {
		t.Errorf("missed %v, surplus %v", missed, surplus)
	}
}

func TestLettersShared(t *testing.T) {
	text := "ab, cd. ef"
	l := countLetters(text)
	a := merge([]isnad.Span{{Start: 4, End: 6}, {Start: 0, End: 3}, {Start: 1, End: 4}})
	b := []isnad.Span{{Start: 1, End: 9}}
	if got := l.in(a); got != 4 {
		t.Errorf("a holds %d letters, want 4", got)
	}
	if got := l.shared(a, b); got != 3 {
		t.Errorf("a and b share %d letters, want 3", got)
	}
	if got := l.likeness(a, b); got != 0.6 {
		t.Errorf("likeness %v, want 3 of 5", got)
	}
}

func TestReadGoldRefuses(t *testing.T) {
	good := `{"id":"x","title":"ع","text":"ع\nقال","times":[{"start":2,"end":5,"text":"قال","value":"2026"}]}`
	gold, err := ReadGold(strings.NewReader("\n" + good + "\n"))
	if err != nil || len(gold) != 1 || gold[0].Times[0].Span != (isnad.Span{Start: 3, End: 9}) {
		t.Fatalf("got %+v, %v", gold, err)
	}
	for _, bad := range []string{good[1:], strings.Replace(good, "قال\",\"v", "نعم\",\"v", 1)} {
		if _, err := ReadGold(strings.NewReader(good + "\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: error %v does not name line 2", bad, err)
		}
	}
}

func TestScoreRefusesAnotherText(t *testing.T) {
	var s Score
	if err := s.Add(&isnad.Analysis{Text: "a\n"}, &isnad.Analysis{Text: "b\n"}); err == nil {
		t.Error("scored the analysis of another text")
	}
}
