package web

import (
	"strings"
	"testing"

	"isnad"
)

// reporting is an article whose text holds events: type, trigger, actors and recipients.
func reporting(id, text string, events ...[4]string) *isnad.Analysis {
	a := &isnad.Analysis{Text: text}
	a.Article.ID = id
	name := func(n string) []string {
		if n == "" {
			return nil
		}
		for _, e := range a.Entities {
			if e.Name == n {
				return []string{e.ID}
			}
		}
		e := isnad.Entity{ID: "e" + digits(len(a.Entities)+1), Name: n}
		a.Entities = append(a.Entities, e)
		return []string{e.ID}
	}
	for _, e := range events {
		at := strings.Index(text, e[1])
		a.Events = append(a.Events, isnad.Event{Type: e[0], Trigger: isnad.Span{Start: at, End: at + len(e[1])}, Actors: name(e[2]), Recipients: name(e[3]), Status: "actual"})
	}
	return a
}

func TestForemostEvent(t *testing.T) {
	visit := [4]string{"CONSULT", "زار", "الوزير", "المدينة"}
	for _, c := range []struct {
		name        string
		articles    []*isnad.Analysis
		copies      []isnad.Copies
		kind, words string
		count       int
	}{
		{
			"what most tell, in the words of a lead",
			[]*isnad.Analysis{
				reporting("a", "عنوان\nاحتج العمال أمس. زار الوزير المدينة اليوم.", [4]string{"PROTEST", "احتج", "العمال", ""}, visit),
				reporting("b", "عنوان آخر\nزار الوزير المدينة صباحا. وعاد.", visit),
			}, nil, "CONSULT", "زار الوزير المدينة صباحا.", 2,
		},
		{
			"copies tell it once",
			[]*isnad.Analysis{
				reporting("a", "عنوان\nاحتج العمال أمس.", [4]string{"PROTEST", "احتج", "العمال", ""}),
				reporting("b", "عنوان\nاحتج العمال أمس.", [4]string{"PROTEST", "احتج", "العمال", ""}),
				reporting("c", "عنوان\nزار الوزير المدينة.", visit),
				reporting("d", "خبر\nزار الوزير المدينة ليلا.", visit),
			}, []isnad.Copies{{Articles: []string{"a", "b"}, Kind: isnad.WholeCopy}}, "CONSULT", "زار الوزير المدينة.", 2,
		},
		{
			"what one of many tells is not the story's",
			[]*isnad.Analysis{
				reporting("a", "عنوان\nأول الخبر. ثانيه."), reporting("b", "عنوان\nزار الوزير المدينة.", visit),
				reporting("c", "عنوان\nنص."), reporting("d", "عنوان\nنص."),
			}, nil, "", "أول الخبر.", 0,
		},
	} {
		trace, read := &isnad.Trace{Copies: c.copies}, make(map[string]*isnad.Analysis)
		for _, a := range c.articles {
			trace.Articles = append(trace.Articles, isnad.StoryArticle{ID: a.Article.ID})
			read[a.Article.ID] = a
		}
		got := foremostEvent(trace, read)
		if got == nil || got.Type != c.kind || got.Words != c.words || got.Articles != c.count {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if got := foremostEvent(&isnad.Trace{}, nil); got != nil {
		t.Errorf("a story without articles is about %+v", got)
	}
}

func TestLeadOf(t *testing.T) {
	for text, want := range map[string]string{
		"عنوان\nأنقرة - مراسلنا\nقال وزير الزراعة إن موسم القمح سيكون أفضل من سابقه. وأضاف.": "قال وزير الزراعة إن موسم القمح سيكون أفضل من سابقه.",
		"عنوان\nقصير.\nقصير آخر.": "قصير.",
		"عنوان": "",
	} {
		if got := leadOf(text); got != want {
			t.Errorf("the lead of %q is %q", text, got)
		}
	}
}

// Names out of articles stand apart in plain text, and a line runs in the direction of the page.
func TestCitationDirection(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	denied := &isnad.Case{Grade: isnad.Disputed, Origins: []isnad.Origin{{Name: "المدير", Kind: isnad.Person}}, Deniers: []isnad.Origin{{Name: "النقابة", Kind: isnad.Organization}}}
	if got := joined(all["en"].reason(denied, 0)); got != "\u2068المدير\u2069 say so; denied by \u2068النقابة\u2069." {
		t.Errorf("%q", got)
	}
	if a, e := all["ar"].lineMark(), all["en"].lineMark(); a != "\u200f" || e != "\u200e" {
		t.Errorf("%q, %q", a, e)
	}
}

func TestReason(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	apart := strings.NewReplacer("\u2068", "", "\u2069", "")
	named, unnamed := isnad.Origin{Name: "أ", Kind: isnad.Person}, isnad.Origin{Name: "ب", Kind: isnad.Unnamed}
	for _, c := range []struct {
		c      isnad.Case
		copies int
		want   string
	}{
		{isnad.Case{Grade: isnad.SingleOrigin, Origins: []isnad.Origin{named, unnamed}}, 2, "Everybody who names a source goes back to one: أ; 2 of them copies."},
		{isnad.Case{Grade: isnad.Disputed, Origins: []isnad.Origin{named, unnamed}, Deniers: []isnad.Origin{{Name: "ج", Kind: isnad.State}}}, 0, "أ and ب say so; denied by ج."},
		{isnad.Case{Grade: isnad.Disputed}, 0, "Its figures cannot all be right."},
		{isnad.Case{Grade: isnad.NoOrigin}, 0, "Told without saying who says so."},
		{isnad.Case{Grade: isnad.Corroborated, Origins: []isnad.Origin{named, named, named, named, named, named}}, 0, "Said by, none having it from another: أ, أ, أ, أ and 2 more."},
	} {
		if got := apart.Replace(joined(all["en"].reason(&c.c, c.copies))); got != c.want {
			t.Errorf("%s: %q, want %q", c.c.Grade, got, c.want)
		}
	}
	mixed := isnad.Case{Origins: []isnad.Origin{named, unnamed}}
	if got := all["en"].origins(&mixed); got != "one named origin and one unnamed origin" {
		t.Errorf("origins: %q", got)
	}
}

func TestTooDifferent(t *testing.T) {
	for told, want := range map[string]bool{"قال الوزير إن العدد 1800": false, "نص آخر لا يشبه شيئا": true} {
		words, _ := compared("قال الوزير أمس إن العدد 1800", told)
		if got := tooDifferent(words); got != want {
			t.Errorf("%q: %v", told, got)
		}
	}
}
