package cases

import (
	"slices"
	"testing"

	"isnad/lexicon"
)

// Every row of scopes.tsv is at work in its own example, and not in the other.
func TestScopesOfRows(t *testing.T) {
	r := newReader(t)
	part := func(text string) bool {
		return slices.ContainsFunc(r.extents(text), func(x extent) bool { return x.scope != lexicon.AnyScope })
	}
	for _, row := range r.scopes.Rows {
		if !part(row.Fields[2]) {
			t.Errorf("%s.tsv:%d: not found in %q", row.File, row.Line, row.Fields[2])
		}
		if part(row.Fields[3]) {
			t.Errorf("%s.tsv:%d: found in %q", row.File, row.Line, row.Fields[3])
		}
	}
}

func TestExtents(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string][]string{
		"اجتمع كل من الوزير والسفير":      {"والسفير"},
		"أغلقت غالبية المصانع في المدينة": {"غالبية المصانع", "المدينة"},
		"أغلق الكثير من المصانع":          {"الكثير من المصانع"},
		"عاد كل":    nil,
		"":          nil,
		"أصيب معظم": nil,
		"احترقت بعض بيوت القرية وكافة الحقول": {"القرية", "وكافة الحقول"},
	} {
		var got []string
		for _, x := range r.extents(text) {
			got = append(got, x.words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestBetweenQuotations(t *testing.T) {
	pairs := func(a, b string) [][2]int {
		return inOrder(len(a), len(b), func(i, j int) bool { return a[i] == b[j] })
	}
	if got := pairs("abcd", "bxde"); !slices.Equal(got, [][2]int{{1, 0}, {3, 2}}) {
		t.Errorf("%v", got)
	}
	if got := pairs("", "a"); got != nil {
		t.Errorf("%v", got)
	}
	for words, want := range map[[2]string]bool{
		{"ولازلنا", "ومازلنا"}: true, {"خاطئ", "خاطىء"}: true, {"بنغلاديشية", "بنغلادشية"}: true,
		{"حلفائنا", "الأصدقاء"}: false, {"وأينما", "ومهما"}: false, {"", "من"}: false,
	} {
		if got := spelt(words[0], words[1]); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func newReader(t *testing.T) *Reader {
	t.Helper()
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}
