package show

import (
	"strings"
	"testing"

	"isnad"
)

func TestHits(t *testing.T) {
	a := &isnad.Article{ID: "x1", Title: "عودة الميناء", Body: "عاد  الميناء إلى\x1b[31m العمل", Outlet: "صدى", Published: "2026-03-14T08:00:00Z"}
	text := a.Text()
	at := func(s string) isnad.Span {
		i := strings.LastIndex(text, s)
		return isnad.Span{Start: i, End: i + len(s)}
	}
	hit := Hit{Article: a, Snippet: isnad.Span{Start: len(a.Title) + 1, End: len(text)}, Marks: []isnad.Span{at("الميناء"), at("العمل")}}
	claim := hit
	claim.Analysis = &isnad.Analysis{Article: *a, Text: text}
	claim.Claim = &isnad.Claim{Act: isnad.Say, Certainty: isnad.Possible, Mode: isnad.Indirect, Sources: []isnad.Link{{Name: "الوالي", Kind: isnad.Person}}}
	for _, c := range []struct {
		o    Options
		hits []Hit
		want string
	}{
		{Options{Language: "en", Width: 60}, []Hit{hit}, "Hits (1)\n\nعودة الميناء\n  صدى · 2026-03-14 08:00 · x1\n  عاد الميناء إلى[31m العمل\n"},
		{Options{Language: "ar", Width: 60}, []Hit{claim},
			"النتائج (1)\n\nعودة الميناء\n  صدى · 2026-03-14 08:00 · x1\n  صدى ← الوالي\n  قول · محتمل\n  عاد الميناء إلى[31m العمل\n"},
		{Options{Language: "en", Width: 60, Color: true}, []Hit{hit}, "\x1b[1;36mالميناء\x1b[0m إلى[31m \x1b[1;36mالعمل\x1b[0m"},
		{Options{Language: "en", Width: 60, Bidi: Isolates}, []Hit{hit}, "  \u2067عاد الميناء إلى[31m العمل\u2069\n"},
	} {
		out, err := Hits(nil, c.o, "1", c.hits)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(out), c.want) {
			t.Errorf("%+v: %q has not %q", c.o, out, c.want)
		}
	}
}
