package change

import (
	"fmt"
	"strings"
	"testing"
)

// written is what differs in short: [gone], {come}.
func written(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%d-%d:", l.Before, l.After)
		for _, p := range l.Parts {
			b.WriteString(map[Kind]string{Same: " " + p.Text, Gone: " [" + p.Text + "]", Come: " {" + p.Text + "}"}[p.Kind])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestBetween(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"أ ب\nج", "أ  ب \n\nج\n", ""},
		{"قال الوالي إن الميناء يعود غدا.\nانتهى", "قال الوالي إن الميناء قد يعود بعد غد.\nانتهى", "1-1: قال الوالي إن الميناء {قد} يعود [غدا.] {بعد غد.}\n"},
		{"عنوان\nأول\nثان", "عنوان\nجديد كله\nأول\nثان", "0-2: {جديد كله}\n"},
		{"عنوان\nأول\nثان", "عنوان\nثان", "2-0: [أول]\n"},
		{"ق ك ل", "م ن ه", "1-0: [ق ك ل]\n0-1: {م ن ه}\n"},
		// The line that has most of its words is the one that was changed, not the one in its place.
		{"عنوان\nعاد الميناء إلى العمل اليوم", "عنوان\nخبر آخر تماما\nعاد الميناء إلى العمل أمس", "0-2: {خبر آخر تماما}\n2-3: عاد الميناء إلى العمل [اليوم] {أمس}\n"},
		{"بلغ العدد 1200 قتيل", "بلغ العدد 1800 قتيل", "1-1: بلغ العدد [1200] {1800} قتيل\n"},
		{"", "نص", "0-1: {نص}\n"},
		{"نص", "", "1-0: [نص]\n"},
	} {
		if got := written(Between(c.before, c.after)); got != c.want {
			t.Errorf("between %q and %q:\n%swant\n%s", c.before, c.after, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	if come, gone := Words(Between("ا ب ج د ه", "ا ب ج ح ط ه")); come != 2 || gone != 1 {
		t.Errorf("%d words came and %d are gone, want 2 and 1", come, gone)
	}
}

// What is too much to align is told as a whole, and soon.
func TestLongTexts(t *testing.T) {
	var a, b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&a, "سطر %d من الأول\n", i)
		fmt.Fprintf(&b, "آخر %d في الثاني\n", i)
	}
	if got := Between(a.String(), b.String()); len(got) != 6000 {
		t.Errorf("%d lines, want 6000", len(got))
	}
	first, second := "بداية "+strings.Repeat("كلمة أولى ", 2000), "بداية "+strings.Repeat("أخرى كلمة ", 2000)
	if got := Between(first, second); len(got) == 0 {
		t.Error("two long lines are the same")
	}
}

// Both texts can be put together again from what differs and what does not.
func FuzzBetween(f *testing.F) {
	f.Add("أ ب\nج د\nه", "أ ب\nج ز\nه و")
	f.Add("", "\x00 \xff\n\r\n")
	f.Add("أ أ أ\nأ أ", "أ\nأ أ أ أ")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 4000 {
			return
		}
		old, now := map[int]string{}, map[int]string{}
		for _, l := range Between(before, after) {
			var a, b []string
			for _, p := range l.Parts {
				if p.Kind != Come {
					a = append(a, p.Text)
				}
				if p.Kind != Gone {
					b = append(b, p.Text)
				}
			}
			if l.Before > 0 {
				old[l.Before] = strings.Join(a, " ")
			}
			if l.After > 0 {
				now[l.After] = strings.Join(b, " ")
			}
		}
		left, right := rest(before, old, t), rest(after, now, t)
		if left != right {
			t.Errorf("%q and %q are the same but for what differs: %q, %q", before, after, left, right)
		}
	})
}

// rest is a text without the lines that differ, which are to be what they are said to be.
func rest(text string, differ map[int]string, t *testing.T) string {
	var out []string
	for _, l := range linesOf(text) {
		words := strings.Join(l.words, " ")
		said, ok := differ[l.number]
		if !ok {
			out = append(out, words)
		} else if said != words {
			t.Errorf("line %d is %q, and is said to be %q", l.number, words, said)
		}
	}
	return strings.Join(out, "\n")
}
