package show

import (
	"strings"
	"testing"

	"isnad"
)

// sample is an article with everything that a renderer has to cope with: a claim in
// the title, a chain of three, an unnamed origin, contents one inside the other and
// broken ones, hedges, markup and terminal commands in the text.
func sample(t *testing.T) *isnad.Analysis {
	article := isnad.Article{
		ID:        "=sample",
		Title:     "والي صفاقس: الميناء يعود إلى العمل غدا",
		Outlet:    "صدى الساحل",
		URL:       "https://example.org/a?x=1&y=<2>",
		Published: "2026-03-14",
		Body: "نقلت إذاعة الجهة عن مصدر مسؤول طلب عدم ذكر اسمه أن العطل قد يتجدد خلال أسبوع، و\"الوضع <b>هش</b>\".\n" +
			"وزعمت النقابة أن الوزير قال إن نحو 1800 عامل لم يتقاضوا أجورهم منذ يناير.\x1b[31m\n\n" +
			"وأكد المدير سمير العش، متحدثا إلى الصحفيين، أن الإصلاح انتهى.\n",
	}
	a := &isnad.Analysis{Article: article, Text: article.Text()}
	at := func(words string) isnad.Span {
		i := strings.Index(a.Text, words)
		if i < 0 {
			t.Fatalf("%q is not in the sample", words)
		}
		return isnad.Span{Start: i, End: i + len(words)}
	}
	person := func(name string) isnad.Link { return isnad.Link{Name: name, Kind: isnad.Person} }
	a.Claims = []isnad.Claim{
		{
			ID: "c1", Cue: at(":"), Content: []isnad.Span{at("الميناء يعود إلى العمل غدا")}, Mode: isnad.Indirect,
			Act: isnad.Pledge, Certainty: isnad.Certain, Narrator: isnad.Neutral, Rule: "claim.title",
			Sources: []isnad.Link{{Name: "والي صفاقس", Kind: isnad.State, Mention: at("والي صفاقس")}},
		},
		{
			ID: "c2", Cue: at("نقلت"), Content: []isnad.Span{at("العطل قد يتجدد خلال أسبوع"), at("الوضع <b>هش</b>")},
			Mode: isnad.Mixed, Act: isnad.Assess, Certainty: isnad.Possible, Narrator: isnad.Neutral, Rule: "cues/نقل",
			Sources: []isnad.Link{{Name: "إذاعة الجهة", Kind: isnad.Media}, {Name: "مصدر مسؤول", Kind: isnad.Unnamed}},
		},
		{
			ID: "c3", Cue: at("زعمت"), Content: []isnad.Span{at("الوزير قال إن نحو 1800 عامل لم يتقاضوا أجورهم منذ يناير")},
			Mode: isnad.Indirect, Act: isnad.Accuse, Certainty: isnad.Certain, Narrator: isnad.Distancing, Rule: "cues/زعم",
			Sources: []isnad.Link{{Name: "النقابة", Kind: isnad.Organization}},
		},
		{
			ID: "c4", Cue: at("قال"), Content: []isnad.Span{at("نحو 1800 عامل لم يتقاضوا أجورهم منذ يناير")},
			Mode: isnad.Indirect, Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral, Rule: "cues/قال",
			Sources: []isnad.Link{{Name: "النقابة", Kind: isnad.Organization}, person("الوزير")},
		},
		{
			ID: "c5", Cue: at("أكد"), Content: []isnad.Span{at("الإصلاح انتهى")}, Mode: isnad.Indirect, Purpose: true,
			Act: isnad.Say, Certainty: isnad.Probable, Narrator: isnad.Endorsing, Rule: "cues/أكد",
		},
	}
	a.Quantities = []isnad.Quantity{
		{
			ID: "q1", Span: at("نحو 1800 عامل"), Min: isnad.Bound{Value: 1800, Set: true}, Max: isnad.Bound{Value: 1800, Set: true},
			Approx: true, Unit: "person", Of: "عامل", Claim: "c4", Rule: "quantity.count",
		},
	}
	a.Times = []isnad.Time{{Span: at("غدا"), Value: "2026-03-15", Rule: "time.deictic"}, {Span: at("يناير"), Value: "2026-01", Rule: "time.month"}}
	return a
}
