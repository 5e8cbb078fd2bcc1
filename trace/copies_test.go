package trace

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad"
)

const (
	statement = "أعلنت إدارة الميناء أن الرافعة الثالثة توقفت عن العمل صباح أمس بسبب عطل في محركها الكهربائي، وأن فريقا من المهندسين وصل من العاصمة لإصلاحها، وأن السفن التي كانت تنتظر التفريغ حولت إلى الرصيف الجنوبي حتى يوم الخميس المقبل دون أن تتحمل شركاتها رسوما إضافية."
	lead      = "شهدت المدينة الساحلية حركة غير معتادة أمام بوابات المرفأ وتجمع عشرات السائقين منذ الفجر في انتظار خبر عن موعد عودة العمل."
	otherNews = "فاز فريق المدارس الثانوية بكأس الشطرنج بعد مباراة طويلة استمرت خمس ساعات وانتهت بتعادل في آخر نقلة قبل أن يحسمها الحكام بفارق الوقت لصالح الفريق الضيف."
)

func document(id, outlet, published, title, body string) *Document {
	a := &isnad.Analysis{Article: isnad.Article{ID: id, Outlet: outlet, Published: published, Title: title, Body: body}}
	a.Text = a.Article.Text()
	return NewDocument(a)
}

func copiesOf(t *testing.T, docs ...*Document) []isnad.Copies {
	t.Helper()
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return tracer.Story("s", docs, Around{}).Copies
}

func TestCopies(t *testing.T) {
	base := document("a", "الأولى", "2026-05-01", "عطل في الميناء", statement)
	for _, c := range []struct {
		name  string
		other *Document
		kind  isnad.CopyKind // empty: no copy
	}{
		{"same text", document("b", "الثانية", "2026-05-02", "عطل في الميناء", statement), isnad.WholeCopy},
		{"hamza, ta marbuta and marks spelt otherwise", document("b", "الثانية", "2026-05-02", "عطل في الميناء", strings.NewReplacer("أ", "ا", "ة", "ه", "،", "").Replace(statement)), isnad.WholeCopy},
		{"a lead put before it", document("b", "الثانية", "2026-05-02", "ازدحام أمام المرفأ", lead+"\n"+statement), isnad.WholeCopy},
		{"the end cut", document("b", "الثانية", "2026-05-02", "عطل", statement[:strings.Index(statement, " دون أن")]), isnad.WholeCopy},
		{"a passage of a longer report", document("b", "الثانية", "2026-05-02", "ازدحام", lead+"\n"+lead[:60]+statement+"\n"+otherNews+"\n"+strings.Repeat("كتب مراسل آخر عن شأن مختلف ", 5)), isnad.PassagesCopy},
		{"other news", document("b", "الثانية", "2026-05-02", "كأس الشطرنج", otherNews), ""},
		{"a sentence's worth of the same names", document("b", "الثانية", "2026-05-02", "رافعة", "قالت إدارة الميناء أن الرافعة الثالثة ستباع في مزاد علني بعد شهرين لمن يدفع أكثر من غيره من التجار."), ""},
		{"nothing but a title", document("b", "الثانية", "2026-05-02", "عطل في الميناء", ""), ""},
	} {
		got := copiesOf(t, base, c.other)
		switch {
		case c.kind == "" && len(got) > 0:
			t.Errorf("%s: taken for a copy: %+v", c.name, got)
		case c.kind != "" && (len(got) != 1 || got[0].Kind != c.kind || !slices.Equal(got[0].Articles, []string{"a", "b"})):
			t.Errorf("%s: %+v, want one group of kind %s, a first", c.name, got, c.kind)
		}
	}
}

func TestCopiesTellWhatWasAddedAndCut(t *testing.T) {
	a := document("a", "الأولى", "2026-05-01", "عطل", statement)
	end := strings.Index(statement, " حتى يوم")
	b := document("b", "الثانية", "2026-05-02", "عطل", lead+"\n"+statement[:end])
	got := copiesOf(t, a, b)
	if len(got) != 1 || len(got[0].Edits) != 1 {
		t.Fatalf("%+v, want one group with one edit", got)
	}
	e := got[0].Edits[0]
	if e.From != "a" || e.Article != "b" || len(e.Added) != 1 || len(e.Cut) != 1 {
		t.Fatalf("edit %+v", e)
	}
	if added := e.Added[0].In(b.Text); added != strings.TrimSuffix(lead, ".") {
		t.Errorf("added %q", added)
	}
	if cut := e.Cut[0].In(a.Text); cut != strings.TrimSuffix(strings.TrimSpace(statement[end:]), ".") {
		t.Errorf("cut %q", cut)
	}
}

func TestTheAgencyOfCopies(t *testing.T) {
	for _, c := range []struct{ head, foot, agency string }{
		{"الميناء - رويترز\n", "", "رويترز"},
		{"", "\n(أ ف ب)", "أ ف ب"},
		{"واس - الميناء:\n", "", "واس"},
		{"", "", ""},
	} {
		got := copiesOf(t, document("a", "الأولى", "2026-05-01", "عطل", c.head+statement+c.foot), document("b", "الثانية", "2026-05-02", "عطل", statement))
		if len(got) != 1 {
			t.Errorf("%+v: %+v", c, got)
			continue
		}
		if agency := got[0].Agency; (agency == "") != (c.agency == "") {
			t.Errorf("%q … %q: agency %q, want %q", c.head, c.foot, agency, c.agency)
		}
	}
}

func TestCopiesWithoutDatesAndFromTheFuture(t *testing.T) {
	got := copiesOf(t,
		document("undated", "الأولى", "", "عطل", statement),
		document("garbled", "الثانية", "قبل ساعة", "عطل", statement+" "+lead),
		document("future", "الثالثة", "2999-01-01", "عطل", statement+" وشكرا"),
		document("dated", "الرابعة", "2026-05-02", "عطل", statement))
	if len(got) != 1 || len(got[0].Articles) != 4 || got[0].Articles[0] != "dated" {
		t.Errorf("%+v, want one group of four, the one with a date first", got)
	}
}

// A story of very many copies takes no more comparing than one of few: texts of the same
// words are folded first, and of those that differ a bounded number is compared.
func TestManyCopiesOfOneText(t *testing.T) {
	var docs []*Document
	for i := range 3000 {
		docs = append(docs, document(fmt.Sprintf("x%04d", i), fmt.Sprint("صحيفة ", i%7), "2026-05-01", "عطل", statement))
	}
	got := copiesOf(t, docs...)
	if len(got) != 1 || len(got[0].Articles) != 3000 {
		t.Fatalf("%d groups, want one of 3000", len(got))
	}
	for i := range 1000 {
		docs = append(docs, document(fmt.Sprintf("y%04d", i), "الأولى", "2026-05-02", fmt.Sprint("نسخة ", i), statement+fmt.Sprint(" ", i)))
	}
	if got = copiesOf(t, docs...); len(got) == 0 || len(got[0].Articles) < 3000 {
		t.Errorf("%d groups, the largest should have all", len(got))
	}
}

// A text of another story is named among the copies, but no article of the story.
func TestCopiesElsewhere(t *testing.T) {
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	mine := []*Document{document("a", "الأولى", "2026-05-20", "عطل في الميناء", statement), document("b", "الثانية", "2026-05-21", "عطل", statement+" "+lead)}
	others := []*Document{document("old", "الثالثة", "2026-05-01", "عطل قديم", statement), document("x", "الثالثة", "2026-05-01", "كأس", otherNews), document("y", "الرابعة", "2026-05-02", "كأس", otherNews)}
	got := tracer.Story("s", mine, Around{Elsewhere: others})
	if len(got.Articles) != 2 || len(got.Copies) != 1 {
		t.Fatalf("%+v", got)
	}
	c := got.Copies[0]
	if !slices.Equal(c.Articles, []string{"old", "a", "b"}) || len(c.Elsewhere) != 1 || c.Elsewhere[0].ID != "old" || c.Elsewhere[0].Outlet != "الثالثة" || len(c.Edits) != 0 {
		t.Errorf("%+v", c)
	}
	if in := c.Within(); !slices.Equal(in, []string{"a", "b"}) {
		t.Errorf("of the story: %v", in)
	}
}

// A forecast in the words of the day before is no copy, if these words recur; one that differs in a
// word is, and so is what is told of on one day.
func TestFormulasAreNoCopies(t *testing.T) {
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	more := strings.Repeat("وفي الساحل الشرقي كلام لم يقله أحد من قبل عن رياح وأمواج ومراكب ", 4)
	first := document("a", "الأولى", "2026-05-01", "خبر", statement+" "+otherNews)
	for _, c := range []struct {
		name  string
		other *Document
		recur bool
		kind  isnad.CopyKind
	}{
		{"the next day", document("b", "الثانية", "2026-05-02", "غيره", statement+" "+more), true, ""},
		{"the next day, in words that do not recur", document("b", "الثانية", "2026-05-02", "غيره", statement+" "+more), false, isnad.PassagesCopy},
		{"on that day", document("b", "الثانية", "2026-05-01", "غيره", statement+" "+more), true, isnad.PassagesCopy},
		{"without a day", document("b", "الثانية", "", "غيره", statement+" "+more), true, isnad.PassagesCopy},
		{"nearly all", document("b", "الثانية", "2026-05-02", "غيره", statement+" "+otherNews+" شكرا"), true, isnad.WholeCopy},
	} {
		recur := func(marks []uint64) map[uint64]bool {
			out := make(map[uint64]bool)
			for _, m := range marks {
				out[m] = c.recur
			}
			return out
		}
		got := tracer.Story("s", []*Document{first, c.other}, Around{Recur: recur}).Copies
		if c.kind == "" && len(got) > 0 || c.kind != "" && (len(got) != 1 || got[0].Kind != c.kind) {
			t.Errorf("%s: %+v, want %q", c.name, got, c.kind)
		}
	}
}

func TestArticlesWithoutTextAreNoCopies(t *testing.T) {
	if got := copiesOf(t, document("a", "الأولى", "2026-05-01", "", ""), document("b", "الثانية", "2026-05-01", "", "")); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestStoryOfNothing(t *testing.T) {
	tracer, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if got := tracer.Story("s", nil, Around{}); len(got.Articles)+len(got.Copies) != 0 || got.Story.ID != "s" {
		t.Errorf("%+v", got)
	}
}
