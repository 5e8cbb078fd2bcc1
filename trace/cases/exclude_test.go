package cases

import (
	"slices"
	"testing"

	"isnad"
	"isnad/extract"
)

// TestOnlyOneThingIsCountedTwice: figures exclude each other only where they count the same, of the same people,
// place and moment.
func TestOnlyOneThingIsCountedTwice(t *testing.T) {
	for _, test := range []struct {
		name     string
		texts    []string
		excluded [][2]float64 // pairs of least values that exclude each other
	}{
		{"two tolls of one fire", []string{
			"قال محافظ البرقاء نبيل الهادي إن سبعة أشخاص قتلوا في حريق مصنع الزجاج.",
			"قال قائد الإطفاء سامي النجار إن تسعة أشخاص قتلوا في حريق مصنع الزجاج.",
		}, [][2]float64{{7, 9}}},
		{"workers and employees", []string{
			"قالت إدارة المصنع إن 6 عمال نقلوا إلى المستشفى.",
			"قالت إدارة المصنع إن 3 موظفين نقلوا إلى المستشفى.",
		}, nil},
		{"dead and injured", []string{
			"قالت الشرطة إن خمسة أشخاص قتلوا في انهيار المبنى.",
			"قالت الشرطة إن 18 شخصا أصيبوا في انهيار المبنى.",
		}, nil},
		{"part and whole", []string{
			"قالت الشرطة إن ثمانية أشخاص قتلوا في انهيار المبنى بينهم ثلاثة.",
			"قالت الشرطة إن ثمانية أشخاص قتلوا، من بينهم أربعة قتلى من أسرة واحدة.",
		}, nil},
		{"part by its kind", []string{
			"قالت الشرطة إن ثمانية قتلوا في انهيار المبنى، ثلاثة منهم أطفال.",
			"قالت الشرطة إن ثمانية قتلوا في انهيار المبنى، منهم أربعة قتلى لم تعرف أسماؤهم.",
		}, nil},
		{"dead children and the dead", []string{
			"قالت الشرطة إن 11 شخصا قتلوا في القصف.",
			"قالت الشرطة إن أربعة أطفال قتلوا في القصف.",
		}, nil},
		{"soldiers and civilians", []string{
			"قالت وزارة الدفاع إن 11 جنديا قتلوا في القصف.",
			"قالت وزارة الدفاع إن أربعة مدنيين قتلوا في القصف.",
		}, nil},
		{"dead soldiers counted twice", []string{
			"قالت وزارة الدفاع إن 11 جنديا قتلوا في القصف.",
			"قال المتحدث باسم الحركة إن 30 جنديا قتلوا في القصف.",
		}, [][2]float64{{11, 30}}},
		{"other days", []string{
			"قالت الشرطة إن خمسة أشخاص قتلوا يوم 3 مارس 2026 في الاشتباكات.",
			"قالت الشرطة إن عشرة أشخاص قتلوا يوم 5 مارس 2026 في الاشتباكات.",
		}, nil},
		{"other places", []string{
			"قالت الشرطة إن خمسة أشخاص قتلوا في القاهرة جراء العاصفة.",
			"قالت الشرطة إن ثلاثة أشخاص قتلوا في الإسكندرية جراء العاصفة.",
		}, nil},
		{"at least holds more", []string{
			"قالت الشرطة إن ما لا يقل عن 10 أشخاص قتلوا في انهيار المبنى.",
			"قال محافظ البرقاء نبيل الهادي إن 12 شخصا قتلوا في انهيار المبنى.",
		}, nil},
		{"at least excludes fewer", []string{
			"قالت الشرطة إن ما لا يقل عن 10 أشخاص قتلوا في انهيار المبنى.",
			"قال محافظ البرقاء نبيل الهادي إن أربعة أشخاص قتلوا في انهيار المبنى.",
		}, [][2]float64{{4, 10}}},
		{"a range holds the other", []string{
			"قالت الشرطة إن ما بين 10 و15 شخصا قتلوا في انهيار المبنى.",
			"قال محافظ البرقاء نبيل الهادي إن 12 شخصا قتلوا في انهيار المبنى.",
		}, nil},
		{"prices of other goods", []string{
			"قالت وزارة التموين إن سعر السكر بلغ 30 جنيها.",
			"قالت وزارة التموين إن سعر الزيت بلغ 80 جنيها.",
		}, nil},
		{"days of other things", []string{
			"قال وزير النقل سامي النجار إن إصلاح الجسر يستغرق 10 أيام.",
			"قال وزير النقل سامي النجار إن التحقيق مع المقاول يستمر 30 يوما.",
		}, nil},
		{"shares of other things", []string{
			"قال البنك المركزي إن التضخم ارتفع إلى 12 في المئة.",
			"قال البنك المركزي إن البطالة ارتفعت إلى 9 في المئة.",
		}, nil},
		{"one share told twice", []string{
			"قال البنك المركزي إن معدل التضخم ارتفع إلى 12 في المئة.",
			"قال صندوق النقد الدولي إن معدل التضخم ارتفع إلى 15 في المئة.",
		}, [][2]float64{{12, 15}}},
		{"homes destroyed and homes built", []string{
			"قالت البلدية إن العاصفة دمرت 40 منزلا.",
			"قالت البلدية إنها ستبني 25 منزلا.",
		}, nil},
		{"homes destroyed, told twice", []string{
			"قالت البلدية إن العاصفة دمرت 40 منزلا.",
			"قال الهلال الأحمر إن العاصفة دمرت 25 منزلا.",
		}, [][2]float64{{25, 40}}},
		{"other dead of the same article", []string{
			"قالت الشرطة إن خمسة أشخاص قتلوا في انهيار المبنى، فيما قتل ثلاثة آخرون في حريق.",
			"قالت الشرطة إن خمسة أشخاص قتلوا في انهيار المبنى.",
		}, nil},
		{"about as many", []string{
			"قالت الشرطة إن نحو 17 شخصا قتلوا في انهيار المبنى.",
			"قال محافظ البرقاء نبيل الهادي إن 15 شخصا قتلوا في انهيار المبنى.",
		}, nil},
		{"denied", []string{
			"نفت الشرطة مقتل 17 شخصا في انهيار المبنى.",
			"قال محافظ البرقاء نبيل الهادي إن 4 أشخاص قتلوا في انهيار المبنى.",
		}, nil},
		{"of an earlier attack", []string{
			"قالت الشرطة إن ثمانية قتلوا في التفجير. وكان 40 شخصا قتلوا في هجوم على المدينة نفسها.",
			"قال محافظ البرقاء نبيل الهادي إن ثمانية قتلوا في التفجير.",
		}, nil},
		{"one voice raises its toll", []string{
			"قالت الشرطة إن ثمانية قتلوا في التفجير.",
			"قالت الشرطة إن 12 قتلوا في التفجير.",
		}, nil},
		{"hurt beside the dead", []string{
			"قالت الشرطة إن خمسة أشخاص قتلوا وأصيب 20 آخرون في انهيار المبنى.",
			"قالت المستشفى إن 14 شخصا أصيبوا في انهيار المبنى.",
		}, [][2]float64{{14, 20}}},
		{"some of the hurt", []string{
			"قالت الشرطة إن 20 شخصا أصيبوا في انهيار المبنى. وأضافت أن 5 من المصابين في حالة حرجة وأن بين المصابين سبعة من الحراس.",
			"قالت وزارة الصحة إن 20 شخصا أصيبوا في انهيار المبنى. وأضافت أن 6 مصابين غادروا المستشفى.",
		}, nil},
		{"elsewhere", []string{
			"قالت الشرطة إن 4 محتجين أصيبوا. وفي صفاقس قالت مصادر طبية إن سبعة محتجين أصيبوا.",
			"قالت الشرطة إن 4 محتجين أصيبوا.",
		}, nil},
		{"the earlier toll withdrawn", []string{
			"قالت الشرطة إن حصيلة انهيار المبنى ارتفعت إلى 12 قتيلا بعد أن كانت 8 قتلى.",
			"قالت الشرطة إن 12 شخصا قتلوا في انهيار المبنى.",
		}, nil},
	} {
		texts := make([]string, len(test.texts))
		for i, text := range test.texts {
			texts[i] = []string{"صدى البرقاء|", "مرصد الساحل|", "أخبار الوادي|"}[i] + text
		}
		all, r := tell(t, texts...)
		var got [][2]float64
		for _, f := range r.Inside(all, nil, make([]string, len(all))).Figures {
			for _, v := range f.Values {
				for _, k := range v.Excludes {
					if a, b := v.Min.Value, f.Values[k].Min.Value; a < b {
						got = append(got, [2]float64{a, b})
					}
				}
			}
		}
		if !slices.Equal(got, test.excluded) {
			t.Errorf("%s: %v exclude each other, want %v", test.name, got, test.excluded)
			for _, a := range all {
				for _, q := range a.Quantities {
					t.Logf("  %q unit %q of %q place %q time %q, %v", q.Span.In(a.Text), q.Unit, q.Of, q.Place, q.Time, q.Rule)
				}
			}
		}
	}
}

// TestHeadingsLeaveOutBounds: a figure over a text that has «at least» is no more sure than it.
func TestHeadingsLeaveOutBounds(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|قال قائد الإطفاء سامي النجار إن سبعة أشخاص على الأقل قتلوا في انهيار المبنى.",
		"مرصد الساحل|قال محافظ البرقاء نبيل الهادي إن تسعة أشخاص قتلوا في انهيار المبنى.")
	all[0] = again(t, all[0].Article, "مقتل سبعة أشخاص في انهيار مبنى")
	for _, f := range r.Inside(all, nil, make([]string, 2)).Figures {
		if f.Disputed() {
			t.Errorf("%+v", f)
		}
	}
}

// again reads an article under another heading.
func again(t *testing.T, a isnad.Article, title string) *isnad.Analysis {
	t.Helper()
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	a.Title = title
	return reader.Analyze(&a)
}
