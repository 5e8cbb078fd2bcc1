package lexicon

import (
	"testing"

	"isnad/arabic"
)

func TestEventWords(t *testing.T) {
	words, err := LoadEventWords()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		word string
		want EventWord
	}{
		{"شنت", LightVerb}, {"وأجرى", LightVerb}, {"ستواصل", LightVerb}, {"المقرر", PlannedEvent},
		{"ربما", PossibleEvent}, {"ثقافية", ShowWord}, {"لم", DeniedEvent}, {"تحت", StateWord}, {"كتاب", 0},
	}
	for _, c := range cases {
		if have := words.Of(arabic.Fold(c.word)); have&c.want != c.want || c.want == 0 && have != 0 {
			t.Errorf("%s is of class %b, want %b", c.word, have, c.want)
		}
	}
}
