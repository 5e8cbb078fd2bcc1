package tagger

import (
	"strings"
	"testing"

	"isnad"
	"isnad/arabic"
)

func TestBodyIsCompleted(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text string
		end  int // where the name that the model found ends; it begins the text
		want string
	}{
		{"وزارة الزراعة والموارد المائية والصيد البحري تنفي", 2, "وزارة الزراعة والموارد المائية والصيد البحري"},
		{"وزارة الشؤون البلدية والقروية والإسكان أمس", 3, "وزارة الشؤون البلدية والقروية والإسكان"},
		{"الهيئة العامة للطيران المدني والحكومة", 2, "الهيئة العامة للطيران المدني"},
		{"المركز الوطني للنخيل والتمور يفتح", 3, "المركز الوطني للنخيل والتمور"},
		{"النقابة الوطنية لسائقي الأجرة تنتقد", 2, "النقابة الوطنية لسائقي الأجرة"},
		{"الهيئة العليا لحماية المستهلك والتاجر", 2, "الهيئة العليا لحماية المستهلك"},
		{"الهيئة العليا لصحيفة المساء", 2, "الهيئة العليا"},
		{"وزارة الدفاع والرئيس", 2, "وزارة الدفاع"},
		{"وزارة الخارجية للعلاقات الثنائية", 2, "وزارة الخارجية"}, // the end of a deputy's title
		{"الصندوق الدولي والمدفوعات المعلقة", 2, "الصندوق الدولي"},
		{"الجيش الوطني للدفاع عن المدينة", 2, "الجيش الوطني"}, // no institution
		{"وزارة الزراعة", 2, "وزارة الزراعة"},
		{"وزارة الزراعة\nوالصناعة", 2, "وزارة الزراعة"},
	} {
		toks := arabic.Tokenize(nil, c.text)
		e := m.completeBody(toks, Entity{End: c.end, Type: isnad.ORG})
		if got := e.Span(c.text, toks).In(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFieldTableIsChecked(t *testing.T) {
	for _, table := range []string{"fields\tزراعة\n", "# a comment\nfield\t\n", "field زراعة\n"} {
		if _, err := parseFields("fields.tsv", table); err == nil || !strings.Contains(err.Error(), "fields.tsv:") {
			t.Errorf("%q: %v", table, err)
		}
	}
}
