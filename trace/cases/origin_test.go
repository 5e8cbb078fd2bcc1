package cases

import (
	"strings"
	"testing"

	"isnad"
)

// What is one origin under several names, and what are two.
func TestOneOriginUnderSeveralNames(t *testing.T) {
	const fell = "جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة"
	cases := []struct {
		name     string
		from, to string
		origins  int
	}{
		{"an office and who holds it", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلن وزير النقل أن " + fell + ".", 1},
		{"another office", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلن وزير الصحة أن " + fell + ".", 2},
		{"an office, then the name with a rank", "قال العميد سامي النجار إن " + fell + ".", "أعلن وزير النقل أن " + fell + ".\nوقال العميد سامي النجار إن الطريق مغلق.", 1},
		{"a name that is written apart", "قال المحافظ عبد القادر النجار إن " + fell + ".", "قال المحافظ عبدالقادر النجار إن " + fell + ".", 1},
		{"those who fight and their body", "أعلن متمردو حركة الشباب أن " + fell + ".", "أعلنت حركة الشباب انهيار جسر الصفصاف في البرقاء.", 1},
		{"a minister and his ministry", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلنت وزارة النقل أن " + fell + ".", 1},
		{"a chief and what he heads", "أعلن رئيس الأركان سامي النجار أن " + fell + ".", "أعلنت رئاسة الأركان أن " + fell + ".", 1},
		{"a name with other vowels", "قال المحافظ ميخائيل غوربنكوف إن " + fell + ".", "قال المحافظ ميخائيل غوربينكوف إن " + fell + ".", 1},
		{"another name", "قال المحافظ ميخائيل غوربنكوف إن " + fell + ".", "قال المحافظ ميخائيل غورشنكوف إن " + fell + ".", 2},
		{"an office and its bureau", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلن مكتب وزير النقل أن " + fell + ".", 1},
		{"the bureau of another", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلن مكتب وزير الصحة أن " + fell + ".", 2},
		{"the statement of a statement", "أعلنت وزارة النقل أن " + fell + ".", "قال بيان وزارة النقل إن الطريق مغلق. وأضاف البيان أن " + fell + ".", 1},
		{"who speaks for a part of a movement", "أعلنت حركة الشباب أن " + fell + ".", "قصف الجيش مواقع حركة الشباب.\nوقال سامي النجار المتحدث باسم العمليات العسكرية للحركة إن " + fell + ".", 1},
		{"who speaks for the ministry told of before", "أعلنت وزارة النقل أن " + fell + ".", "انتقد نواب وزارة النقل.\nوقال المتحدث باسم الوزارة إن " + fell + ".", 1},
		{"who speaks for another ministry", "أعلنت وزارة النقل أن " + fell + ".", "انتقد نواب وزارة الصحة.\nوقال المتحدث باسم الوزارة إن " + fell + ".", 2},
		{"a minister and another ministry", "أعلن وزير النقل سامي النجار أن " + fell + ".", "أعلنت وزارة الصحة أن " + fell + ".", 2},
	}
	for _, c := range cases {
		all, r := tell(t, "صدى البرقاء|"+c.from, "مرصد الساحل|"+c.to)
		if got := largest(t, r.Inside(all, nil, make([]string, 2))); len(got.Members) != 2 || got.Independent != c.origins {
			t.Errorf("%s: %d members, %d origins: %+v", c.name, len(got.Members), got.Independent, got.Origins)
		}
	}
}

// Whom one outlet does not name is one where it describes him alike, or says that he is the same.
func TestUnnamedOfOneTeller(t *testing.T) {
	const fell, again = "جسر الصفصاف انهار بسبب الأمطار", "الأمطار تسببت في انهيار جسر الصفصاف"
	for _, c := range []struct {
		from, to string
		origins  int
	}{
		{"قال مصدر أمني إن " + fell + ".", "قال مصدر أمني إن " + again + ".", 1},
		{"قال مصدر أمني إن " + fell + ".", "قال مصدر طبي إن " + again + ".", 2},
		{"ذكرت مصادر محلية إن " + fell + ".", "ذكرت مصادر إن " + again + ".", 1},
		{"قال مصدر أمني إن الطريق مغلق. وأضاف المصدر نفسه أن " + fell + ".", "قال مصدر أمني إن " + again + ".", 1},
	} {
		all, r := tell(t, "صدى البرقاء|"+c.from, "صدى البرقاء|"+c.to)
		if got := largest(t, r.Inside(all, nil, make([]string, 2))); got.Independent != c.origins {
			t.Errorf("%s %s: %d origins: %+v", c.from, c.to, got.Independent, got.Origins)
		}
	}
}

// A short line that copies of one text give an unnamed source is told once.
func TestCopiesHideOneSource(t *testing.T) {
	const text = "قال مسؤول أمني إن الخسائر أكبر."
	all, r := tell(t, "صدى البرقاء|"+text, "مرصد الساحل|"+text)
	copies := []isnad.Copies{{Articles: []string{"a1", "a2"}}}
	for _, c := range []struct {
		copies  []isnad.Copies
		origins int
	}{{nil, 2}, {copies, 1}} {
		if got := largest(t, r.Inside(all, c.copies, make([]string, 2))); got.Independent != c.origins {
			t.Errorf("%d origins, should be %d", got.Independent, c.origins)
		}
	}
}

// Whom outlets describe alike says the same few words once; «مسؤول أمني» may be anybody.
func TestFewWordsOfOneWhoIsDescribedAlike(t *testing.T) {
	for _, c := range []struct {
		from, to string
		origins  int
	}{
		{"قال مسؤول أمني صومالي إن الخسائر أكبر.", "أوضح مسؤول أمني صومالي أن الخسائر أكبر.", 1},
		{"قال مسؤول أمني صومالي إن الخسائر أكبر.", "قال مسؤول طبي صومالي إن الخسائر أكبر.", 2},
		{"قال مسؤول أمني إن الخسائر أكبر.", "أوضح مسؤول أمني أن الخسائر أكبر.", 2},
	} {
		all, r := tell(t, "صدى البرقاء|"+c.from, "مرصد الساحل|"+c.to)
		if got := largest(t, r.Inside(all, nil, make([]string, 2))); got.Independent != c.origins {
			t.Errorf("%s %s: %d origins: %+v", c.from, c.to, got.Independent, got.Origins)
		}
	}
}

// Copies of one text spell a name otherwise; a person and a body that say the same are two in copies too.
func TestCopiesSpellOneName(t *testing.T) {
	const fell = "جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة"
	for _, c := range []struct {
		from, to string
		origins  int
	}{
		{"قال المحافظ كي هونغ لام إن " + fell + ".", "قال المحافظ جي هونغ لام إن " + fell + ".", 1},
		{"قال المحافظ سامي النجار إن " + fell + ".", "قال المحافظ نبيل الهادي إن " + fell + ".", 2},
		{"قال المحافظ سامي النجار إن " + fell + ".", "أعلنت وزارة الصحة أن " + fell + ".", 2},
	} {
		all, r := tell(t, "صدى البرقاء|"+c.from, "مرصد الساحل|"+c.to)
		if got := largest(t, r.Inside(all, []isnad.Copies{{Articles: []string{"a1", "a2"}}}, make([]string, 2))); got.Independent != c.origins {
			t.Errorf("%s %s: %d origins: %+v", c.from, c.to, got.Independent, got.Origins)
		}
	}
}

// About seventeen may be fifteen, and is not forty.
func TestRoughFigures(t *testing.T) {
	for other, grade := range map[string]isnad.Grade{"15": isnad.Corroborated, "40": isnad.Disputed} {
		all, r := tell(t,
			"صدى البرقاء|قال وزير النقل سامي النجار إن نحو 17 شخصا قتلوا في انهيار جسر الصفصاف.",
			"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن "+other+" شخصا قتلوا في انهيار جسر الصفصاف.")
		if got := largest(t, r.Inside(all, nil, make([]string, 2))); got.Grade != grade {
			t.Errorf("about 17 and %s: %q", other, got.Grade)
		}
	}
}

// Who prays for the dead, or blames who did it, says nothing of what happened; a party that is named
// after God does.
func TestWhatIsFeltTellsNothing(t *testing.T) {
	const fell = "جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة"
	all, r := tell(t,
		"صدى البرقاء|أعلن حزب الله أن "+fell+".",
		"مرصد الساحل|وقال رئيس الحكومة نبيل الهادي إن "+fell+". وسأل الهادي الله تعالى أن يحفظ أهل جسر الصفصاف في مدينة البرقاء.",
		"أخبار الوادي|قال محافظ البرقاء خالد السالمي إن انهيار جسر الصفصاف في مدينة البرقاء بسبب الأمطار الغزيرة عمل جبان.")
	in := r.Inside(all, nil, make([]string, 3))
	for _, c := range in.Cases {
		for _, o := range c.Origins {
			if strings.Contains(o.Name, "السالمي") {
				t.Errorf("%q: %+v", c.Proposition, c.Origins)
			}
		}
		for _, m := range c.Members {
			for _, s := range m.Content {
				for _, a := range all {
					if a.Article.ID == m.Article && strings.Contains(s.In(a.Text), "يحفظ") {
						t.Errorf("a member: %q", s.In(a.Text))
					}
				}
			}
		}
	}
	if got := largest(t, in); got.Independent != 2 {
		t.Errorf("%d origins: %+v", got.Independent, got.Origins)
	}
}

// Each explanation has the origins of those who give it.
func TestExplanationsHaveOrigins(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال وزير النقل سامي النجار إن جسر الصفصاف انهار بسبب الأمطار الغزيرة.",
		"مرصد الساحل|أكد محافظ البرقاء نبيل الهادي أن جسر الصفصاف انهار بسبب الأمطار الغزيرة.",
		"أخبار الوادي|قال وزير النقل سامي النجار إن جسر الصفصاف انهار بسبب الأمطار الغزيرة.")
	in := r.Inside(all, nil, make([]string, 3))
	if len(in.Explanations) == 0 || len(in.Explanations[0].Groups) == 0 {
		t.Fatal("no explanation")
	}
	g := in.Explanations[0].Groups[0]
	if len(g.Members) != 3 || len(g.Origins) != 2 {
		t.Errorf("%d members, origins %+v", len(g.Members), g.Origins)
	}
}

// Who cites an outlet adds nothing to it, and does not make one of the origins that it has asked.
func TestACitedOutletKeepsItsOrigins(t *testing.T) {
	const fell = "جسر الصفصاف في مدينة البرقاء انهار بسبب الأمطار الغزيرة"
	all, r := tell(t,
		"صحيفة النهار|قال وزير النقل سامي النجار إن "+fell+".",
		"صحيفة النهار|أعلنت وزارة الصحة أن "+fell+" فجر الثلاثاء الماضي وقت الزحام.",
		"مرصد الساحل|ذكرت صحيفة النهار أن "+fell+".")
	got := largest(t, r.Inside(all, nil, make([]string, 3)))
	if len(got.Members) != 3 || got.Independent != 2 {
		t.Errorf("%d members, %d origins: %+v", len(got.Members), got.Independent, got.Origins)
	}
}
