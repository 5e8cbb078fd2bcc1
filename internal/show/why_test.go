package show

import (
	"slices"
	"strings"
	"testing"

	"isnad"
)

// The event of the title is explained, by all who explain what it tells, not another one.
func TestWhy(t *testing.T) {
	a := &isnad.Analysis{Article: isnad.Article{Title: "الوالي يزور تونس", Outlet: "صدى الساحل"}}
	a.Text = a.Article.Title + "\nزيارة الوالي تهدف إلى الدعم قبل موسم الزيتون في الجنوب.\nواعتقال سليم جاء بسبب التهريب."
	at := func(words string) isnad.Span {
		i := strings.Index(a.Text, words)
		return isnad.Span{Start: i, End: i + len(words)}
	}
	a.Entities = []isnad.Entity{{ID: "n1", Name: "الوالي"}, {ID: "n2", Name: "تونس"}, {ID: "n3", Name: "سليم"}}
	a.Events = []isnad.Event{
		{ID: "e1", Type: "CONSULT", Trigger: at("يزور"), Actors: []string{"n1"}, Recipients: []string{"n2"}},
		{ID: "e2", Type: "CONSULT", Trigger: at("زيارة"), Actors: []string{"n1"}},
		{ID: "e3", Type: "COERCE", Trigger: at("اعتقال"), Recipients: []string{"n3"}},
	}
	a.Claims = []isnad.Claim{{ID: "c1", Cue: at("تهدف"), Content: []isnad.Span{at("الدعم")}, Sources: []isnad.Link{{Name: "النقابة", Kind: isnad.Organization}}}}
	a.Explanations = []isnad.Explanation{
		{Content: []isnad.Span{at("الدعم")}, Claim: "c1", Event: "e2"},
		{Content: []isnad.Span{at("تهدف إلى الدعم")}, Event: "e1"},
		{Content: []isnad.Span{at("التهريب")}, Event: "e3"},
		{Content: []isnad.Span{at("التهريب")}},
	}
	v := mainWhy(a)
	if v == nil || v.event.ID != "e1" || len(v.explanations) != 2 || len(v.whole) != 1 {
		t.Fatalf("%+v", v)
	}
	w, err := wordsOf("en")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range v.explanations {
		who, kind, says, n := w.whyCells(a, claimNumbers(a), x)
		got = append(got, strings.Join([]string{who, kind, says}, " | "))
		if (n > 0) != (x.Claim != "") {
			t.Errorf("claim %d of %+v", n, x)
		}
	}
	want := []string{"صدى الساحل ← النقابة | organization | الدعم", "صدى الساحل (the narrator) | media | تهدف إلى الدعم"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	a.Explanations = a.Explanations[2:]
	if v := mainWhy(a); v == nil || v.event != nil || len(v.whole) != 2 {
		t.Errorf("an arrest that is told once in passing: %+v", v)
	}
	a.Explanations = nil
	if v := mainWhy(a); v != nil {
		t.Errorf("explains %+v", v.event)
	}
}
