package train

import (
	"strings"
	"testing"

	"isnad"
	"isnad/tagger"
)

// What a corpus marks by other guidelines is read by ours, and nothing else.
func TestSettle(t *testing.T) {
	m, err := tagger.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"قالت [ORG تونس] إنها ستشارك", "GPE تونس"},
		{"دعت [ORG المملكة] إلى اجتماع", "GPE المملكة"},
		{"فاز [ORG ليفربول] بهدفين", "ORG ليفربول"}, // a body, too
		{"اجتمع [ORG مجلس الوزراء]", "ORG مجلس الوزراء"},
		{"قرب [GPE شرق بغداد]", "GPE بغداد"},
		{"في [GPE شمال سيناء]", "GPE شمال سيناء"}, // a place of that name
		{"في [GPE جنوب السودان]", "GPE جنوب السودان"},
		{"محطة [FAC « براكة »]", "FAC براكة"},
	} {
		of := []sentence{mustParse(t, c.in)}
		if err := settlePlaces(of); err != nil {
			t.Fatal(err)
		}
		if err := settleSpans(of, m); err != nil {
			t.Fatal(err)
		}
		n := of[0].names[0]
		if got := string(n.types[0]) + " " + strings.Join(of[0].words[n.first:n.end], " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
}

// Names are read as CAraNER marks them: who acts is an organization, a title has no names.
func TestActing(t *testing.T) {
	a, err := newActing()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"قالت [GPE تونس] إنها ستشارك", "ORG"},
		{"دعت [GPE المملكة] إلى اجتماع", "ORG"},
		{"اجتمعوا في [GPE تونس] أمس", "LOC"},
		{"وصلوا ب[GPE تونس] أمس", "LOC"},
		{"شهدت [GPE سوسة] أمطارا", "LOC"}, // no country
		{"التقى أمير منطقة [GPE عسير] الأهالي", ""},
		{"قال وزير خارجية [GPE تونس] إن", ""},
		{"قال رئيس [ORG مجلس الوزراء] إن", ""},
		{"قال الرئيس في [ORG مجلس الوزراء] إن", "ORG"},
		{"استقبل الوزير [PER سامي] أمس", "PER"},
	} {
		e := lineOf(mustParse(t, c.in))
		first, end := e.tokens(e.names[0])
		x := tagger.Entity{First: first, End: end, Type: e.names[0].types[0]}
		if x.Type == isnad.GPE && strings.Contains(c.in, "ب[") {
			x.Cut = 1
		}
		if got := a.read(&e, x); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
}
