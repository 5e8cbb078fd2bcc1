package extract

import (
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/lexicon"
)

// Every row of explanations.tsv is at work in its first sentence and not in the second;
// rows that keep something from being read as explained are the other way round.
func TestExplanationRows(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := lexicon.Table("explanations", 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		blocks := slices.Contains([]string{"taker", "takes", "casualty", "reply"}, row.Fields[0])
		for column, want := range map[int]bool{3: !blocks, 4: blocks} {
			if _, a := r.example(row.Fields[column]); want != (len(a.Explanations) > 0) {
				t.Error(row.Errorf("%s: %d explanations", row.Fields[column], len(a.Explanations)))
			}
		}
	}
}

func TestExplanations(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ text, content, explains string }{
		{"أغلقت البلدية الجسر بسبب تشققات في أعمدته، وبدأت إصلاحه.", "بسبب تشققات في أعمدته", "أغلقت البلدية الجسر"},
		{"وسافر الوفد إلى تونس للمشاركة في مؤتمر المياه، حيث يبقى أسبوعا.", "للمشاركة في مؤتمر المياه", "سافر الوفد إلى تونس"},
		{"وعلى وقع الاحتجاجات في العاصمة، ألغت الحكومة الضريبة الجديدة.", "على وقع الاحتجاجات في العاصمة", "ألغت الحكومة الضريبة الجديدة"},
		{"غاب الوزير عن الجلسة، ما يعكس عمق الخلاف داخل الحكومة.", "عمق الخلاف داخل الحكومة", "غاب الوزير عن الجلسة"},
		{"تراجع عدد الزوار في مؤشر على ضعف الموسم.", "ضعف الموسم", "تراجع عدد الزوار"},
		{"أجلت اللجنة الامتحان نظرا لسوء الأحوال الجوية.", "نظرا لسوء الأحوال الجوية", "أجلت اللجنة الامتحان"},
		{"تأتي هذه الخطوة في إطار سعي المدينة لخفض التلوث.", "سعي المدينة لخفض التلوث", "تأتي هذه الخطوة"},
		{"غادر الوفد العاصمة كي يلحق بالقمة.", "كي يلحق بالقمة", "غادر الوفد العاصمة"},
		// Nothing that explains, or what explains is somebody else's.
		{"فاز الفريق بهدف نظيف على ضيفه.", "", ""},
		{"قتل سبعة أشخاص بسبب انهيار مبنى.", "", ""},
		{"دعا المجلس السكان إلى المدينة لحماية آثارها.", "", ""},
		{"وضعت البلدية خطة لحماية الشاطئ.", "", ""},
		{"ونتيجة لذلك، عاد العمال.", "", ""},
		{"وصل الزائر ليس بسبب الحفل.", "", ""},
		{"رأى الناس الصورة في إطار خشبي.", "", ""},
	}
	for _, c := range cases {
		_, a := r.example(c.text)
		if c.content == "" {
			if len(a.Explanations) > 0 {
				t.Errorf("%s: explained by %q", c.text, a.Explanations[0].Content[0].In(a.Text))
			}
			continue
		}
		if len(a.Explanations) != 1 {
			t.Errorf("%s: %d explanations", c.text, len(a.Explanations))
			continue
		}
		x := a.Explanations[0]
		if got := x.Content[0].In(a.Text); got != c.content || x.Claim != "" {
			t.Errorf("%s: %q explains (claim %q), want %q", c.text, got, x.Claim, c.content)
		}
		if got := x.Explains.In(a.Text); got != c.explains {
			t.Errorf("%s: %q is explained, want %q", c.text, got, c.explains)
		}
	}
}

// A claim that says why is an explanation of its own, tied to its event; its words are
// not the narrator's.
func TestExplanationOfClaim(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	_, a := r.example("أكد وزير الخارجية المصري سامح شكري أن زيارة فرنسا تهدف إلى تعزيز التعاون، وأن الوفد سافر بسبب الأزمة.")
	claims, ids := 0, map[string]bool{}
	for i := range a.Events {
		ids[a.Events[i].ID] = true
	}
	for _, x := range a.Explanations {
		if x.Claim == "" {
			t.Errorf("the narrator explains: %q", x.Content[0].In(a.Text))
			continue
		}
		claims++
		i := slices.IndexFunc(a.Claims, func(c isnad.Claim) bool { return c.ID == x.Claim })
		if i < 0 || !a.Claims[i].Purpose {
			t.Errorf("claim %q gives no purpose", x.Claim)
		}
		if x.Event != "" && !ids[x.Event] {
			t.Errorf("event %q is not there", x.Event)
		}
	}
	if claims == 0 {
		t.Error("no claim explains")
	}
}

// What is read in a long sentence without end costs what the text is long.
func TestExplanationsLinear(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	_, a := r.example(strings.Repeat("سافر الوفد إلى تونس للمشاركة في المؤتمر بسبب الأزمة و", 2000))
	if len(a.Explanations) < 2000 {
		t.Errorf("%d explanations", len(a.Explanations))
	}
}

// What a claim explains is told from its own words, and tied to the event that they recall.
func TestClaimExplains(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, explains, event string }{
		{"زار الرئيس المصري عبد الفتاح السيسي السعودية أمس. وقال المتحدث باسم الرئاسة إن زيارة السيسي جاءت بهدف تعزيز التعاون.", "زيارة السيسي جاءت", "زار"},
		{"زار الرئيس المصري عبد الفتاح السيسي السعودية أمس. وقال المحلل سامي العلي إن الزيارة إشارة واضحة إلى رغبة مصر في الدعم.", "الزيارة", "زار"},
	} {
		_, a := r.example(c.text)
		found := false
		for _, x := range a.Explanations {
			i := slices.IndexFunc(a.Events, func(e isnad.Event) bool { return e.ID == x.Event })
			found = found || x.Claim != "" && x.Explains.In(a.Text) == c.explains && i >= 0
			if x.Claim != "" && !found {
				t.Errorf("%s: explains %q, event %q", c.text, x.Explains.In(a.Text), x.Event)
			}
		}
		if !found {
			t.Errorf("%s: not explained: %+v", c.text, a.Explanations)
		}
	}
}
