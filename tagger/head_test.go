package tagger

import (
	"slices"
	"testing"

	"isnad"
	"isnad/arabic"
)

func TestPersonEndsBeforeAddressee(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text string
		want int // words of the name
	}{
		{"كمال نصر للصحيفة", 2},
		{"كمال للقناة الأولى", 1},
		{"كمال نصر الله", 3},
	} {
		toks := arabic.Tokenize(nil, c.text)
		e := m.untitle(toks, Entity{End: len(toks), Type: isnad.PER})
		if e.End-e.First != c.want {
			t.Errorf("%s: %d words, want %d", c.text, e.End-e.First, c.want)
		}
	}
}

func TestPersonsBehindAnd(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"سالم وماجد", []string{"سالم", "ماجد"}},
		{"سالم الحداد وخالد بن سعيد", []string{"سالم الحداد", "خالد بن سعيد"}},
		{"سالم وليد", []string{"سالم وليد"}}, // a name of its own
		{"محمد ولد سالم", []string{"محمد ولد سالم"}},
		{"صفاقس مراد كامل", []string{"صفاقس", "مراد كامل"}},
		{"بشار مراد كامل", []string{"بشار مراد كامل"}}, // a name as well
		{"حسينة واجد", []string{"حسينة واجد"}},         // as rare a name without و as with it
	} {
		toks := arabic.Tokenize(nil, c.text)
		var got []string
		for _, e := range m.persons(nil, toks, Entity{End: len(toks), Type: isnad.PER}) {
			got = append(got, e.Span(c.text, toks).In(c.text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestClassWordIsNoName(t *testing.T) {
	m := loaded(t)
	for text, want := range map[string]bool{"تنظيم": true, "وشركة": true, "التنظيم": false, "تونس": false, "تنظيم داعش": false} {
		toks := arabic.Tokenize(nil, text)
		if got := m.isClass(toks, Entity{End: len(toks), Type: isnad.ORG}); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
