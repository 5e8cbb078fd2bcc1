package trace

import (
	"slices"
	"testing"

	"isnad"
)

// A text has its agency from a copy that names it: of the whole, or of a passage that stood in it first.
func TestCreditsOfCopies(t *testing.T) {
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	docs := []*Document{
		document("1", "صدى البرقاء", "2026-03-01T06:00:00Z", "انهيار جسر", "انهار جسر الصفصاف في مدينة البرقاء صباح اليوم."),
		document("2", "مرصد الساحل", "2026-03-01T07:00:00Z", "انهيار جسر", "البرقاء - رويترز: انهار جسر الصفصاف في مدينة البرقاء صباح اليوم."),
		document("3", "منبر الوادي", "2026-03-01T08:00:00Z", "جسر ينهار", "أعلنت البلدية أن جسر الصفصاف في مدينة البرقاء انهار صباح اليوم."),
	}
	for _, test := range []struct {
		why    string
		copies []isnad.Copies
		want   []string
	}{
		{"no copies", nil, []string{"", "رويترز", ""}},
		{"a whole copy", []isnad.Copies{{Articles: []string{"1", "2"}, Kind: isnad.WholeCopy, Agency: "رويترز"}}, []string{"رويترز", "رويترز", ""}},
		{"passages, first in the first", []isnad.Copies{{Articles: []string{"1", "2", "3"}, Kind: isnad.PassagesCopy, Agency: "رويترز"}}, []string{"رويترز", "رويترز", ""}},
		{"a copy that stands elsewhere", []isnad.Copies{{Articles: []string{"9", "3"}, Kind: isnad.WholeCopy, Agency: "واس"}}, []string{"", "رويترز", "واس"}},
	} {
		if got := tracer.credits(test.copies, docs); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.why, got, test.want)
		}
	}
}
