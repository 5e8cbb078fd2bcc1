package cases

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/extract"
)

// tell reads invented articles, one an hour after the other, each with its outlet before a «|».
func tell(t *testing.T, texts ...string) ([]*isnad.Analysis, *Reader) {
	t.Helper()
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var all []*isnad.Analysis
	for i, text := range texts {
		outlet, body, _ := strings.Cut(text, "|")
		all = append(all, reader.Analyze(&isnad.Article{
			ID: fmt.Sprint("a", i+1), Title: "خبر", Body: body, Outlet: outlet, Published: fmt.Sprintf("2026-03-02T%02d:00:00Z", 6+i),
		}))
	}
	return all, r
}

// caseOf is the case with the most members.
func largest(t *testing.T, in Inside) isnad.Case {
	t.Helper()
	if len(in.Cases) == 0 {
		t.Fatal("no case")
	}
	return slices.MaxFunc(in.Cases, func(a, b isnad.Case) int { return len(a.Members) - len(b.Members) })
}

func TestOriginsAndGrades(t *testing.T) {
	const collapse = "انهيار جسر الصفصاف في مدينة البرقاء بسبب الأمطار الغزيرة"
	cases := []struct {
		name    string
		texts   []string
		origins int
		grade   isnad.Grade
	}{
		{"two who are named", []string{
			"صدى البرقاء|أعلن وزير النقل سامي النجار " + collapse + ".",
			"مرصد الساحل|أكد محافظ البرقاء نبيل الهادي " + collapse + ".",
		}, 2, isnad.Corroborated},
		{"one whom two tell", []string{
			"صدى البرقاء|أعلن وزير النقل سامي النجار " + collapse + ".",
			"مرصد الساحل|أعلن وزير النقل سامي النجار " + collapse + ".",
		}, 1, isnad.SingleOrigin},
		{"nobody is named", []string{
			"صدى البرقاء|ذكرت مصادر مطلعة أن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.",
			"مرصد الساحل|نقلت صدى البرقاء عن مصادر مطلعة أن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.",
		}, 1, isnad.UnnamedOrigin},
	}
	for _, c := range cases {
		all, r := tell(t, c.texts...)
		got := largest(t, r.Inside(all, nil, make([]string, 9)))
		if len(got.Members) != 2 || got.Independent != c.origins || got.Grade != c.grade || got.Reason == "" {
			t.Errorf("%s: %d members, %d origins, %q, %q: %+v", c.name, len(got.Members), got.Independent, got.Grade, got.Reason, got.Origins)
		}
	}
}

func TestDeniedIsDisputed(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|أعلن وزير النقل سامي النجار انهيار جسر الصفصاف في مدينة البرقاء.",
		"مرصد الساحل|نفى محافظ البرقاء نبيل الهادي انهيار جسر الصفصاف في مدينة البرقاء.")
	got := largest(t, r.Inside(all, nil, make([]string, 9)))
	if got.Grade != isnad.Disputed || len(got.Origins) != 1 || len(got.Deniers) != 1 {
		t.Errorf("%q, origins %+v, deniers %+v", got.Grade, got.Origins, got.Deniers)
	}
}

func TestFiguresThatExcludeEachOther(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن 12 شخصا قتلوا.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن 15 شخصا قتلوا.")
	in := r.Inside(all, nil, make([]string, 9))
	if len(in.Figures) == 0 {
		t.Fatal("no series")
	}
	f := in.Figures[0]
	if len(f.Values) != 2 || f.Values[0].By != "سامي النجار" || !slices.Equal(f.Values[0].Excludes, []int{1}) || !slices.Equal(f.Values[1].Excludes, []int{0}) {
		t.Errorf("%+v", f)
	}
}

func TestCaseKeepsItsName(t *testing.T) {
	texts := []string{
		"صدى البرقاء|أعلن وزير النقل سامي النجار انهيار جسر الصفصاف في مدينة البرقاء.",
		"مرصد الساحل|أكد محافظ البرقاء نبيل الهادي انهيار جسر الصفصاف في مدينة البرقاء.",
		"أخبار الوادي|أكد مدير الدفاع المدني خالد السالمي انهيار جسر الصفصاف في مدينة البرقاء.",
	}
	all, r := tell(t, texts...)
	two, three := largest(t, r.Inside(all[:2], nil, make([]string, 9))), largest(t, r.Inside(all, nil, make([]string, 9)))
	if two.ID != three.ID || len(three.Members) <= len(two.Members) {
		t.Errorf("%s with %d members, then %s with %d", two.ID, len(two.Members), three.ID, len(three.Members))
	}
}

func TestNothingToTell(t *testing.T) {
	all, r := tell(t, "|", "صدى البرقاء|…")
	if in := r.Inside(all, nil, make([]string, 9)); len(in.Cases)+len(in.Figures)+len(in.Explanations) > 0 {
		t.Errorf("%+v", in)
	}
	if in := r.Inside(nil, nil, make([]string, 9)); len(in.Cases) > 0 {
		t.Errorf("%+v", in)
	}
}

func TestRivalTollsAreDisputed(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن 12 شخصا قتلوا في انهيار جسر الصفصاف.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن 15 شخصا قتلوا في انهيار جسر الصفصاف.",
		"أخبار الوادي|قال وزير النقل سامي النجار إن 13 شخصا قتلوا في انهيار جسر الصفصاف.")
	if got := largest(t, r.Inside(all, nil, make([]string, 9))); got.Grade != isnad.Disputed || got.Independent != 2 {
		t.Errorf("%q of %d origins: %s", got.Grade, got.Independent, got.Reason)
	}
	if got := largest(t, r.Inside([]*isnad.Analysis{all[0], all[2]}, nil, make([]string, 9))); got.Grade != isnad.SingleOrigin || len(got.Drift) == 0 {
		t.Errorf("one who raises his toll: %q, %+v", got.Grade, got.Drift)
	}
}
