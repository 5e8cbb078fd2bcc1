package extract

import (
	"slices"
	"strings"
	"testing"

	"isnad"
)

// read analyzes a body without title.
func read(t *testing.T, r *Reader, body string) *isnad.Analysis {
	t.Helper()
	return r.Analyze(&isnad.Article{ID: "a", Body: body, Published: "2024-05-06"})
}

func newReader(t testing.TB) *Reader {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// groups gives the mentions by entity: words of those of one entity with = between.
func groups(a *isnad.Analysis) []string {
	words := map[string][]string{}
	for _, m := range a.Mentions {
		words[m.Entity] = append(words[m.Entity], m.Span.In(a.Text))
	}
	var out []string
	for _, e := range a.Entities {
		out = append(out, strings.Join(words[e.ID], " = "))
	}
	return out
}

func TestCoreference(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ name, text, want string }{
		{"short name of a person", "وصل سامي الطاهر إلى تونس. وقال الطاهر إن الزيارة ناجحة.", "سامي الطاهر = الطاهر"},
		{"two of one family", "التقى سامي الطاهر في تونس أخاه نادر الطاهر. وغادر سامي الطاهر أمس. وقال الطاهر إن الزيارة ناجحة.", "سامي الطاهر = سامي الطاهر = الطاهر"},
		{"country by another name", "زارت الوزيرة الولايات المتحدة الأمريكية. وشكرت الولايات المتحدة على الدعم.", "الولايات المتحدة الأمريكية = الولايات المتحدة"},
		{"capital for the government", "أعلنت روسيا خفض الإنتاج. وقالت موسكو إن القرار نهائي.", "روسيا = موسكو"},
		{"capital as a town", "أعلنت روسيا خفض الإنتاج. وعقد الاجتماع في موسكو أمس.", "موسكو"},
		{"kingdom", "وصل الوفد إلى السعودية. وقال السفير إن العلاقات بين تونس والمملكة قوية.", "السعودية = المملكة"},
		{"endings", "هاجم الحوثيون ميناء عدن. وقصف الجيش اليمني مواقع الحوثيين.", "الحوثيون = الحوثيين"},
		{"short name of a body", "أعلن التحالف العربي بدء العملية. وقصف التحالف مواقع في صنعاء.", "التحالف العربي = التحالف"},
		{"role alone", "وصل الرئيس التونسي قيس سعيد إلى الجزائر. وقال الرئيس التونسي إن الزيارة ناجحة.", "قيس سعيد = الرئيس التونسي"},
	} {
		have := groups(read(t, r, c.text))
		if !slices.Contains(have, c.want) {
			t.Errorf("%s: %s\n have %q\n want %q", c.name, c.text, have, c.want)
		}
	}
}

func TestMissedNames(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		want []string
		not  []string
	}{
		{"أقر البرلمان التونسي القانون الجديد.", []string{"البرلمان التونسي"}, nil},
		{"وللحكومة الفرنسية رأي آخر.", []string{"لحكومة الفرنسية"}, nil},
		{"قصفت القوات المسلحة السودانية المدينة.", []string{"القوات المسلحة السودانية"}, nil},
		{"وقالت حكومة اليمن إنها وافقت.", []string{"حكومة اليمن"}, nil},
		{"هاجم الجيش السوداني البلدة، ثم انسحب الجيش منها.", []string{"الجيش السوداني", "الجيش"}, nil},
		{"كان الجيش في الثكنات، والنظام غائب.", nil, []string{"الجيش", "النظام"}},
	} {
		a := read(t, r, c.text)
		var have []string
		for _, m := range a.Mentions {
			have = append(have, m.Span.In(a.Text))
		}
		for _, want := range c.want {
			if !slices.Contains(have, want) {
				t.Errorf("%s: have %q, want %s", c.text, have, want)
			}
		}
		for _, not := range c.not {
			if slices.Contains(have, not) {
				t.Errorf("%s: have %q, not wanted: %s", c.text, have, not)
			}
		}
	}
}

func TestEntityFacts(t *testing.T) {
	r := newReader(t)
	a := read(t, r, "التقى وزير الخارجية التونسي سامي الطاهر، رئيس الوفد، وفدا من طالبان في فرنسا. وأثنت باريس على الوزير.")
	for _, want := range []isnad.Entity{
		{Type: isnad.PER, Name: "سامي الطاهر", NameLatin: "Sami al-Taher", LatinBy: "transliteration", Roles: []string{"وزير الخارجية التونسي", "رئيس الوفد"}},
		{Type: isnad.GPE, Name: "فرنسا", NameLatin: "France", LatinBy: "gazetteer", KB: "FR"},
		{Type: isnad.ORG, Name: "طالبان", NameLatin: "Taliban", LatinBy: "gazetteer", KB: "Q42418"},
	} {
		i := slices.IndexFunc(a.Entities, func(e isnad.Entity) bool { return e.Name == want.Name })
		if i < 0 {
			t.Errorf("no %s in %+v", want.Name, a.Entities)
			continue
		}
		e := a.Entities[i]
		if e.Type != want.Type || e.NameLatin != want.NameLatin || e.LatinBy != want.LatinBy || e.KB != want.KB || !slices.Equal(e.Roles, want.Roles) {
			t.Errorf("have %+v, want %+v", e, want)
		}
	}
}

// Links and events point at entities, claims at events.
func TestTies(t *testing.T) {
	r := newReader(t)
	a := read(t, r, "قال وزير الدفاع سامي الطاهر إن الجيش السوداني هاجم قوات الدعم السريع في الخرطوم.")
	if len(a.Claims) != 1 || len(a.Events) == 0 {
		t.Fatalf("%d claims, %d events", len(a.Claims), len(a.Events))
	}
	names := map[string]string{}
	for _, e := range a.Entities {
		names[e.ID] = e.Name
	}
	if got := names[a.Claims[0].Sources[0].Entity]; got != "سامي الطاهر" {
		t.Errorf("the source is the entity %q", got)
	}
	if e := a.Events[0]; e.Type != "ASSAULT" || e.Claim != a.Claims[0].ID || !slices.Contains(a.Claims[0].Events, e.ID) {
		t.Errorf("event %+v of claim %+v", e, a.Claims[0])
	}
	for _, e := range a.Events {
		for _, id := range append(slices.Clone(e.Actors), e.Recipients...) {
			if names[id] == "" {
				t.Errorf("event %s has the actor %q, which is no entity", e.ID, id)
			}
		}
	}
}

// FuzzMentions holds that every mention stands inside the text and has an entity.
func FuzzMentions(f *testing.F) {
	r := newReader(f)
	f.Add("وللجيش الليبي والرئيس التونسي قيس سعيد (موسكو) - القوات المسلحة")
	f.Add("وكالة الأنباء\nحكومة اليمن لل ال")
	f.Fuzz(func(t *testing.T, s string) {
		a := r.Analyze(&isnad.Article{Body: s})
		ids := map[string]bool{}
		for _, e := range a.Entities {
			ids[e.ID] = true
		}
		last := 0
		for _, m := range a.Mentions {
			if m.Span.Start < last || m.Span.Len() <= 0 || m.Span.End > len(a.Text) || !ids[m.Entity] {
				t.Fatalf("%+v in %q", m, s)
			}
			last = m.Span.Start
		}
	})
}

// An outlet has the Latin name of its row, where its name tells it, with what it is or whose.
func TestOutletsInLatin(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ body, name, latin, by string }{
		{"قال مسؤول تركي لوكالة رويترز إن الزيارة تأجلت. وأضافت رويترز أن الوزير سافر.", "رويترز", "Reuters", "gazetteer"},
		{"ذكرت وكالة نوفا الإيطالية أن الزيارة تأجلت.", "نوفا الإيطالية", "Agenzia Nova", "gazetteer"},
		{"ذكرت وكالة نوفا الليبية أن الزيارة تأجلت.", "نوفا الليبية", "Nufa al-Libiya", "transliteration"},
	} {
		a := r.Analyze(&isnad.Article{Title: "خبر", Body: c.body})
		i := slices.IndexFunc(a.Entities, func(e isnad.Entity) bool { return e.Name == c.name })
		if i < 0 {
			t.Errorf("no entity %s in %+v", c.name, a.Entities)
		} else if e := &a.Entities[i]; e.NameLatin != c.latin || e.LatinBy != c.by {
			t.Errorf("%s is %q by %q", e.Name, e.NameLatin, e.LatinBy)
		}
	}
}
