package tagger

import (
	"testing"

	"isnad"
	"isnad/arabic"
)

func TestPersonIsCompleted(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text       string
		first, end int // what the model found
		want       string
	}{
		{"القيادي أبو مراد المقالحي قال", 2, 3, "أبو مراد"},
		{"الوالي سالم عبد الماجد أبو قرون أمس", 1, 5, "سالم عبد الماجد أبو قرون"},
		{"الوزير المختار ولد أجاي", 2, 4, "المختار ولد أجاي"},
		{"قال الرئيس ولد أحمد", 2, 4, "ولد أحمد"},
		{"نائبه محمد ولد", 1, 3, "محمد ولد"},            // nothing follows
		{"نائبه محمد ولد في نواكشوط", 1, 3, "محمد ولد"}, // nor does a word of grammar
		{"قال إن خالد الماجد أمام الوزير", 2, 5, "خالد الماجد"},
		{"يفيد بأن خالد", 1, 3, "خالد"},
	} {
		toks := arabic.Tokenize(nil, c.text)
		e := m.complete(toks, Entity{First: c.first, End: c.end, Type: isnad.PER}, 0)
		if got := e.Span(c.text, toks).In(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
