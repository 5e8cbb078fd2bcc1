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
	r := newReader(t)
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
			"مرصد الساحل|أكد محافظ الساحل نبيل الهادي " + collapse + ".",
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

// Two who deny what one says stay deniers of it, and the proposition is what he says.
func TestMostDeny(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|ذكرت صحيفة النهار أن الوزير سامي النجار قدم استقالته من الحكومة.",
		"مرصد الساحل|نفى الوزير سامي النجار تقديم استقالته من الحكومة.",
		"أخبار الوادي|نفت رئاسة الحكومة صحة أنباء استقالة الوزير سامي النجار من الحكومة.")
	got := largest(t, r.Inside(all, nil, make([]string, 9)))
	if got.Grade != isnad.Disputed || len(got.Origins) != 1 || got.Origins[0].Name != "النهار" || !strings.Contains(got.Proposition, "قدم استقالته") {
		t.Errorf("%q, %q, origins %+v, deniers %+v", got.Proposition, got.Grade, got.Origins, got.Deniers)
	}
}

// Who counts others in the same words is another, though nobody names him.
func TestOtherNumbersAreOthers(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال الدفاع المدني إن 12 شخصا قتلوا في انهيار مبنى وسط البرقاء.",
		"مرصد الساحل|قالت مصادر طبية إن 19 شخصا قتلوا في انهيار مبنى وسط البرقاء.")
	if got := largest(t, r.Inside(all, nil, make([]string, 9))); got.Grade != isnad.Disputed || got.Independent != 2 {
		t.Errorf("%q, %d origins: %+v", got.Grade, got.Independent, got.Origins)
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

// TestPartsExcludeNothing: of six dead three may be children.
func TestPartsExcludeNothing(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن ستة أشخاص قتلوا في الحريق بينهم ثلاثة أطفال.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن ستة أشخاص قتلوا في الحريق.")
	in := r.Inside(all, nil, make([]string, 9))
	for _, f := range in.Figures {
		for _, v := range f.Values {
			if len(v.Excludes) > 0 {
				t.Errorf("%s: %+v", f.What, v)
			}
		}
	}
	if got := largest(t, in); got.Grade == isnad.Disputed {
		t.Errorf("%s: %s", got.Grade, got.Reason)
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

// TestOnlyRivalsAreNamed: who tells of a case whose figures differ, and gives none, is no rival.
func TestOnlyRivalsAreNamed(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن 12 شخصا قتلوا في انهيار جسر الصفصاف.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن 15 شخصا قتلوا في انهيار جسر الصفصاف.",
		"أخبار الوادي|قال مدير الدفاع المدني خالد السالمي إن أشخاصا قتلوا في انهيار جسر الصفصاف.")
	got := largest(t, r.Inside(all, nil, make([]string, 9)))
	if got.Grade != isnad.Disputed || strings.Contains(got.Reason, "خالد السالمي") || !strings.Contains(got.Reason, "سامي النجار") || !strings.Contains(got.Reason, "نبيل الهادي") {
		t.Errorf("%q: %s, %+v", got.Grade, got.Reason, got.Origins)
	}
}

func TestDrift(t *testing.T) {
	const bridge = "في انهيار جسر الصفصاف بمدينة البرقاء"
	cases := []struct {
		name     string
		from, to string
		what     isnad.Change
		note     string
	}{
		{"hedge", "قال وزير النقل سامي النجار إن جسر الصفصاف في مدينة البرقاء ربما انهار بسبب الأمطار الغزيرة.",
			"قال وزير النقل سامي النجار إن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.", isnad.HedgeLost, ""},
		{"figure", "قال وزير النقل سامي النجار إن 12 شخصا قتلوا " + bridge + ".",
			"قال وزير النقل سامي النجار إن 15 شخصا قتلوا " + bridge + ".", isnad.FigureChanged, "12 شخصا ← 15 شخصا"},
		{"bound", "قال وزير النقل سامي النجار إن أكثر من 80 شخصا قتلوا " + bridge + ".",
			"قال وزير النقل سامي النجار إن 80 شخصا قتلوا " + bridge + ".", isnad.FigureChanged, "80 شخصا فأكثر ← 80 شخصا"},
		{"date", "قال وزير النقل سامي النجار إن جسر الصفصاف في مدينة البرقاء انهار يوم 3 مارس 2026 بسبب الأمطار.",
			"قال وزير النقل سامي النجار إن جسر الصفصاف في مدينة البرقاء انهار يوم 5 مارس 2026 بسبب الأمطار.", isnad.DateChanged, "2026-03-03 ← 2026-03-05"},
		{"source made vaguer", "قال وزير النقل سامي النجار إن جسر الصفصاف القديم في مدينة البرقاء انهار بسبب الأمطار الغزيرة.",
			"قالت مصادر مطلعة إن جسر الصفصاف القديم في مدينة البرقاء انهار بسبب الأمطار الغزيرة.", isnad.SourceChanged, "سامي النجار ← مصادر مطلعة"},
		{"quotation", "قال وزير النقل سامي النجار: «جسر الصفصاف القديم في مدينة البرقاء انهار فجأة بسبب إهمال المقاول والأمطار الغزيرة».",
			"قال وزير النقل سامي النجار: «جسر الصفصاف القديم في مدينة البرقاء انهار فجأة بسبب الأمطار الغزيرة».", isnad.QuotationAltered, "إهمال المقاول ← …"},
		{"part told as the whole", "قال وزير النقل سامي النجار إن بعض الجسور في مدينة البرقاء انهارت بسبب الأمطار الغزيرة.",
			"قال وزير النقل سامي النجار إن جميع الجسور في مدينة البرقاء انهارت بسبب الأمطار الغزيرة.", isnad.ScopeWidened, "بعض الجسور ← جميع الجسور"},
		{"part told as the thing", "قال وزير النقل سامي النجار إن كثيرا من الجسور في مدينة البرقاء انهارت بسبب الأمطار الغزيرة.",
			"قال وزير النقل سامي النجار إن الجسور في مدينة البرقاء انهارت بسبب الأمطار الغزيرة.", isnad.ScopeWidened, "كثيرا من الجسور ← الجسور"},
	}
	for _, c := range cases {
		all, r := tell(t, "صدى البرقاء|"+c.from, "مرصد الساحل|"+c.to)
		var told []isnad.Drift
		for _, found := range r.Inside(all, nil, make([]string, 2)).Cases {
			told = append(told, found.Drift...)
		}
		if !slices.ContainsFunc(told, func(d isnad.Drift) bool { return d.What == c.what && (c.note == "" || d.Note == c.note) }) {
			t.Errorf("%s: %+v", c.name, told)
		}
		same, r := tell(t, "صدى البرقاء|"+c.from, "مرصد الساحل|"+c.from)
		for _, found := range r.Inside(same, nil, make([]string, 2)).Cases {
			if len(found.Drift) > 0 {
				t.Errorf("%s, told again as it was: %+v", c.name, found.Drift)
			}
		}
	}
}

func TestWhoSpeaksOfAThingAsKnown(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|أعلن وزير النقل سامي النجار مقتل تسعة أشخاص في تفجير جسر الصفصاف.",
		"مرصد الساحل|أدان رئيس الحكومة نبيل الهادي التفجير الذي أودى بحياة تسعة أشخاص على جسر الصفصاف.")
	for _, c := range r.Inside(all, nil, make([]string, 2)).Cases {
		for _, o := range c.Origins {
			if o.Name == "نبيل الهادي" {
				t.Errorf("%q: %+v", c.Proposition, c.Origins)
			}
		}
	}
}

func TestASpokesmanIsHisBody(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال المتحدث باسم وزارة النقل إن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.",
		"مرصد الساحل|أعلنت وزارة النقل أن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.")
	if got := largest(t, r.Inside(all, nil, make([]string, 2))); len(got.Members) != 2 || got.Independent != 1 || got.Origins[0].Kind != isnad.State {
		t.Errorf("%d members: %+v", len(got.Members), got.Origins)
	}
}

// Whose word a figure is stands alone, far from the article: a spokesman is called by his body and his name,
// an outlet as it was called, and who told of something before by what he was called there.
func TestWhoGivesFigures(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"قال المتحدث باسم وزارة النقل سامي النجار إن 12 شخصا قتلوا.", "وزارة النقل (سامي النجار)"},
		{"قال المتحدث باسم وزارة النقل إن 12 شخصا قتلوا.", "وزارة النقل"},
		{"قال المتحدث باسم وزارة النقل سامي النجار إن الجسر انهار. وقال النجار إن 12 شخصا قتلوا.", "وزارة النقل (سامي النجار)"},
		{"أكدت متحدثة باسم وزارة النقل حيث كان سامي النجار يعمل أن الجسر انهار. وقال سامي النجار إن 12 شخصا قتلوا.", "سامي النجار"},
		{"قال وزير النقل سامي النجار إن 12 شخصا قتلوا.", "سامي النجار"},
		{"ذكرت وكالة الأنباء التونسية أن 12 شخصا قتلوا.", "وكالة الأنباء التونسية"},
		{"أعلنت وزارة النقل أن الجسر انهار. وتابع المصدر نفسه أن 12 شخصا قتلوا.", "وزارة النقل"},
		{"أكدت وزارة النقل أن الجسر انهار. وأضاف البيان أن 12 شخصا قتلوا.", "وزارة النقل"},
		{"انهار الجسر وقتل 12 شخصا.", "صدى البرقاء (سرد)"},
	} {
		all, r := tell(t, "صدى البرقاء|"+test.text)
		found := false
		for _, f := range r.Inside(all, nil, make([]string, 1)).Figures {
			for _, v := range f.Values {
				if v.Min.Value == 12 {
					found = true
					if v.By != test.want {
						t.Errorf("%s: told by %q, want %q", test.text, v.By, test.want)
					}
				}
			}
		}
		if !found {
			t.Errorf("%s: no figure", test.text)
		}
	}
}

func TestFiguresAreAddedUp(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن الحادث أدى إلى مقتل عشرة من الركاب إضافة إلى ثلاثة من العمال في الموقع.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن الحادث أدى إلى مقتل 13 شخصا في الموقع.")
	in := r.Inside(all, nil, make([]string, 2))
	sums := 0
	for _, f := range in.Figures {
		for _, v := range f.Values {
			if v.Min.Value == 13 && v.Max.Value == 13 {
				sums++
			}
		}
	}
	if sums != 2 {
		t.Errorf("thirteen stands %d times: %+v", sums, in.Figures)
	}
	for _, c := range in.Cases {
		if c.Grade == isnad.Disputed {
			t.Errorf("ten and three are no other toll than thirteen: %q", c.Reason)
		}
	}
}

func TestOutletsThatCiteEachOther(t *testing.T) {
	all, r := tell(t,
		"رويترز|ذكرت وكالة فرانس برس أن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.",
		"فرانس برس|ذكرت وكالة رويترز أن جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة.")
	if got := largest(t, r.Inside(all, nil, make([]string, 2))); got.Grade != isnad.Circular {
		t.Errorf("%q: %+v", got.Grade, got.Origins)
	}
}
