package query

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"isnad"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{"السعودية", "السعودية"},
		{"السعودية، إيران", "السعودية AND إيران"},
		{"وزير الخارجية", "وزير AND الخارجية"},
		{`"وزير الخارجية"`, `"وزير الخارجية"`},
		{"«وزير الخارجية» أو “وزير الدفاع”", `"وزير الخارجية" OR "وزير الدفاع"`},
		{"نفط AND غاز OR ماء", "(نفط AND غاز) OR ماء"},
		{"نفط و غاز أو ماء", "(نفط AND غاز) OR ماء"},
		{"نفط (غاز OR ماء)", "نفط AND (غاز OR ماء)"},
		{"a OR (b OR c)", "a OR b OR c"},
		{"a (b c)", "a AND b AND c"},
		{"-نفط غاز", "NOT نفط AND غاز"},
		{"غاز ليس نفط", "غاز AND NOT نفط"},
		{"NOT NOT نفط", "نفط"},
		{"نفط - غاز", "نفط AND غاز"},
		{"F-16 كوفيد-19", `"F 16" AND "كوفيد 19"`},
		{"10:30", `"10 30"`},
		{"قال: نعم", "قال AND نعم"},
		{"outlet:سبق", "outlet:سبق"},
		{"مصدر: رويترز", "source:رويترز"},
		{`source:"وزارة الخارجية"`, `source:"وزارة الخارجية"`},
		{"source:(رويترز OR «فرانس برس»)", `source:رويترز OR source:"فرانس برس"`},
		{"act:deny", "act:deny"},
		{"فعل:نفي", "act:deny"},
		{"-act:(deny OR accuse)", "NOT (act:deny OR act:accuse)"},
		{"فيه:مجهول", "has:unnamed"},
		{"certainty:مرجح", "certainty:probable"},
		{"since:2015 until:2015-08", "since:2015 AND until:2015-08"},
		{"منذ:٢٠١٥-٠٨-٠١", "since:2015-08-01"},
		{"quantity>1000", "quantity>1000"},
		{"عدد≥١٬٠٠٠", "quantity>=1٬000"},
		{"quantity> 5", "quantity>5"},
		{"quantity:100..200", "quantity:100..200"},
		{"quantity:..200", "quantity:..200"},
		{"quantity=7", "quantity=7"},
		{"~مدرسة", "~مدرسة"},
		{"actor:~سوري", "actor:~سوري"},
		{"نفط in:claims", "in:claims AND نفط"},
		{"في:أقوال", "in:claims"},
		{"in:claims (a OR b)", "in:claims AND (a OR b)"},
		{`"و" "OR"`, `"و" AND "OR"`},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
			continue
		}
		if got := q.String(); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.query, got, c.want)
		}
	}
}

func TestErrorsPointAtTheColumn(t *testing.T) {
	for _, c := range []struct {
		query  string
		column int
		says   string
	}{
		{"نفط)", 4, "nothing was opened"},
		{"غاز (نفط", 5, "never closed"},
		{"نفط \"غاز ماء", 5, "never closed"},
		{"نفط OR", 7, "ends where a word"},
		{"OR نفط", 1, "joins two things"},
		{"نفط ()", 6, "before this parenthesis"},
		{"نفط لون:أحمر", 5, "no field «لون»"},
		{"https://example.org", 1, "quotation marks"},
		{"act:shout", 5, "accuse, assess"},
		{"act:", 1, "wants a value"},
		{"source: (outlet:سبق)", 10, "within that of source"},
		{"منذ:أمس", 5, "is no date"},
		{"until:2015-13", 7, "is no date"},
		{"quantity>كثير", 1, "a number is wanted"},
		{"quantity<>5", 1, "compares nothing"},
		{"act>5", 1, "cannot be compared"},
		{"quantity:9..3", 10, "at least 9 and at most 3"},
		{"نفط > 5", 5, "belongs to the name"},
		{"~\"وزير النفط\"", 2, "single word"},
		{"~F-16", 2, "single word"},
		{"نفط OR in:claims", 8, "whole query"},
		{"in:claims in:articles", 11, "whole query"},
		{"نفط «»", 5, "no word between"},
		{strings.Repeat("(", MaxDepth+1) + "نفط", MaxDepth + 1, "nested"},
		{strings.Repeat("نفط ", MaxTerms+1), 4*MaxTerms + 1, "more than 64"},
		{strings.Repeat("ن", MaxLength+1), 1, "2001 signs"},
	} {
		_, err := Parse(c.query)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%q: error %v", c.query, err)
			continue
		}
		if e.Column != c.column || !strings.Contains(e.Message, c.says) {
			t.Errorf("%q: column %d, %q; want column %d, %q", c.query, e.Column, e.Message, c.column, c.says)
		}
	}
}

func TestPeriodsAndAmounts(t *testing.T) {
	q, err := Parse("until:2015-12 quantity>=5 quantity<10")
	if err != nil {
		t.Fatal(err)
	}
	all := q.Root.(And)
	if to := all[0].(Period).To.Format("2006-01-02"); to != "2016-01-01" {
		t.Errorf("until December reaches to %s", to)
	}
	for _, c := range []struct {
		a      Amount
		lo, hi float64
		want   bool
	}{
		{all[1].(Amount), 5, 5, true}, {all[1].(Amount), 4, 4.9, false}, {all[1].(Amount), 1, 6, true},
		{all[2].(Amount), 10, 10, false}, {all[2].(Amount), 9, 12, true},
	} {
		if got := c.a.Holds(c.lo, c.hi); got != c.want {
			t.Errorf("%+v holds %v to %v: %v", c.a, c.lo, c.hi, got)
		}
	}
}

func TestFieldsTable(t *testing.T) {
	if len(Fields()) != 13 || Fields()[0] != "act" {
		t.Errorf("fields %v", Fields())
	}
	if got := Values(Certainty); !reflect.DeepEqual(got, []string{"certain", "possible", "probable"}) {
		t.Errorf("values of certainty: %v", got)
	}
	for _, bad := range []string{"act\t-\n", "b\t-\tb\na\t-\ta\n", "a\t-\tx\nb\t-\tx\n"} {
		if _, err := readVocabulary(bad); err == nil || !strings.Contains(err.Error(), "fields.tsv:") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

// FuzzParse holds that every query is read or refused with a place in it, and that what is
// written of a query is read as the same.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`نفط (غاز OR -"وزير النفط") act:deny since:2015-08 quantity>1,000`, "in:claims source:(a OR ~b)", "«a", "NOT ( - ",
		"quantity:..5 عدد≤٥", "~ ~x -~y", "a:b", "outlet::x", "\xff\"\xff\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		if err != nil {
			e, ok := errors.AsType[*Error](err)
			if !ok {
				t.Fatalf("%q: %v", text, err)
			}
			if e.Column < 1 || e.Column > utf8.RuneCountInString(text)+1 || e.Span.Start > e.Span.End || e.Span.End > len(text) {
				t.Fatalf("%q: %+v lies outside", text, e)
			}
			return
		}
		written := q.String()
		again, err := Parse(written)
		if err != nil {
			if utf8.RuneCountInString(written) > MaxLength || strings.Contains(err.Error(), "nested") {
				return
			}
			t.Fatalf("%q is written as %q: %v", text, written, err)
		}
		if again.String() != written || again.Scope != q.Scope {
			t.Fatalf("%q: %q is read as %q", text, written, again.String())
		}
		if q.Root != nil {
			inside(t, text, q.Root)
		}
	})
}

// inside checks that positions lie in the text, and those of parts within those of wholes.
func inside(t *testing.T, text string, n Node) {
	whole := isnad.Span{End: len(text)}
	var kids []Node
	switch n := n.(type) {
	case And:
		kids = n
	case Or:
		kids = n
	case Not:
		kids = []Node{n.Node}
	case Words:
		if len(n.Words) == 0 {
			t.Fatalf("%q: words without a word", text)
		}
	}
	if !whole.Contains(n.Pos()) || n.Pos().Len() < 0 {
		t.Fatalf("%q: %T at %v", text, n, n.Pos())
	}
	for _, k := range kids {
		if !n.Pos().Contains(k.Pos()) {
			t.Fatalf("%q: %T at %v holds %T at %v", text, n, n.Pos(), k, k.Pos())
		}
		inside(t, text, k)
	}
}
