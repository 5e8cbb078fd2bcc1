package isnad

import (
	"reflect"
	"strings"
	"testing"
)

// sampleTrace fills every field of a trace over two invented articles.
func sampleTrace() (*Trace, func(string) string) {
	texts := map[string]string{
		"a": "حريق في الميناء\nقال الناطق إن ثلاثة عمال أصيبوا في حريق الميناء.",
		"b": "إصابات في حريق\nأصيب ثلاثة عمال في الحريق، وفق الناطق، ثم أخمد.",
	}
	at := func(article, words string) Span {
		i := strings.Index(texts[article], words)
		return Span{i, i + len(words)}
	}
	chain := []Link{{Name: "الناطق", Kind: Person, Mention: at("a", "الناطق"), Entity: "e1"}}
	return &Trace{
		Story: Story{ID: "s1", Title: "حريق في الميناء", First: "2026-05-01", Last: "2026-05-02", Untraced: 7, Unions: []Union{
			{ID: "s2", Title: "مصابون في الميناء", At: "2026-05-02T10:00:00Z", Article: "b", Words: []string{"حريق", "الميناء"}}, {ID: "s3", Words: []string{"الناطق"}},
		}, Partings: []Parting{
			{From: "s1", ID: "s4", Title: "إضراب العمال", At: "2026-05-03T10:00:00Z", Words: []string{"إضراب"}, Stayed: []string{"حريق", "الميناء"}},
		}},
		Articles: []StoryArticle{{ID: "a", Outlet: "الأولى", Published: "2026-05-01", Title: "حريق في الميناء"}, {ID: "b"}},
		Copies: []Copies{{Articles: []string{"a", "b"}, Kind: PassagesCopy, Agency: "رويترز", Elsewhere: []StoryArticle{{ID: "z", Outlet: "الثالثة", Title: "قبل شهر"}}, Edits: []Edit{{
			Article: "b", From: "a", Kept: []Span{at("b", "ثلاثة عمال")}, Added: []Span{at("b", "ثم أخمد")}, Cut: []Span{at("a", "قال الناطق")},
		}}}},
		Cases: []Case{{
			ID: "c1", Proposition: "أصيب ثلاثة عمال", Independent: 1, Grade: SingleOrigin, Reason: "one named origin",
			Members: []Member{
				{Article: "a", Claim: "k1", Content: []Span{at("a", "ثلاثة عمال أصيبوا")}, Chain: chain, Certainty: Certain},
				{Article: "b", Content: []Span{at("b", "أصيب ثلاثة"), at("b", "عمال")}, Narrated: true, Certainty: Probable, Denied: true},
			},
			Origins: []Origin{{Name: "الناطق", Kind: Person, Members: []int{0}}},
			Deniers: []Origin{{Name: "المالك", Kind: Group, Members: []int{1}}},
			Drift:   []Drift{{From: 0, To: 1, What: SourceLost, Note: "لا ناطق"}, {From: 0, To: 1, What: ScopeWidened, Note: "بعض العمال ← العمال"}},
		}},
		Figures: []Figure{{What: "مصابون", Unit: "عامل", Values: []FigureValue{{
			Min: Bound{3, true}, Max: Bound{3, true}, By: "الناطق", AsOf: "2026-05-01", Told: "2026-05-01", Article: "a", Span: at("a", "ثلاثة"), Excludes: []int{1},
		}, {Max: Bound{5, true}, Article: "b"}}}},
		Explanations: []Rivals{{Of: "الحريق", Groups: []Explaining{{Saying: "ماس", Members: []Telling{
			{Article: "b", Claim: "k2", Content: []Span{at("b", "الحريق")}, Chain: []Link{{Name: "مصدر", Kind: Unnamed, Implicit: true}}},
		}, Origins: []Origin{{Name: "مصدر", Kind: Unnamed, Members: []int{0}}}}}}},
	}, func(id string) string { return texts[id] }
}

func TestTraceIsReadBackAsWritten(t *testing.T) {
	want, text := sampleTrace()
	line, err := want.AppendJSON(nil, text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadTrace(line, text)
	if err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestTracePositionsAreCodePoints(t *testing.T) {
	want, text := sampleTrace()
	line, err := want.AppendJSON(nil, text)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(line), `"span":{"start":30,"end":35,"text":"ثلاثة"}`) {
		t.Errorf("no span in code points in %s", line)
	}
}

func TestTraceWithSpansOfAnotherTextIsRefused(t *testing.T) {
	sample, text := sampleTrace()
	line, err := sample.AppendJSON(nil, text)
	if err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]func(string) string{
		"shorter": func(string) string { return "نص" },
		"changed": func(id string) string { return strings.ReplaceAll(text(id), "ثلاثة", "أربعة") },
		"none":    func(string) string { return "" },
	} {
		if _, err := ReadTrace(line, other); err == nil {
			t.Errorf("%s: spans were taken for those of another text", name)
		}
	}
	if _, err := sample.AppendJSON(nil, func(string) string { return "نص" }); err == nil {
		t.Error("spans outside the text were written")
	}
	if _, err := ReadTrace([]byte(`{"schema":"isnad.trace/2"}`), text); err == nil {
		t.Error("another schema was read")
	}
}

func FuzzReadTrace(f *testing.F) {
	sample, text := sampleTrace()
	line, err := sample.AppendJSON(nil, text)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(line)
	f.Add([]byte(`{"schema":"isnad.trace/1","copies":[{"edits":[{"kept":[{"start":-1,"end":9}]}]}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		read, err := ReadTrace(line, text)
		if err != nil {
			return
		}
		again, err := read.AppendJSON(nil, text)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if _, err := ReadTrace(again, text); err != nil {
			t.Fatalf("what was written cannot be read: %v in %s", err, again)
		}
	})
}
