package web

import (
	"slices"
	"strings"
	"testing"
)

func TestCompared(t *testing.T) {
	for _, c := range []struct{ told, retelling, added, missing string }{
		{"ما لا يقل عن 1800 عسكري", "1800 عسكري", "", "ما لا يقل عن"},
		{"1800 عسكري أجنبي", "نحو ألفي عسكري أجنبي", "نحو ألفي", "1800"},
		{"إنّ الميناء يعود", "ان الميناء «يعود»", "", ""},
		{"", "الميناء", "", ""},
		{"أ ب ج", "ج ب أ", "ج ب", "ب ج"},
	} {
		words, missing := compared(c.told, c.retelling)
		var added []string
		for _, w := range words {
			if w.New {
				added = append(added, w.Text)
			}
		}
		if got := strings.Join(added, " "); got != c.added {
			t.Errorf("%q against %q adds %q, want %q", c.retelling, c.told, got, c.added)
		}
		if got := strings.Join(missing, " "); got != c.missing {
			t.Errorf("%q against %q lacks %q, want %q", c.retelling, c.told, got, c.missing)
		}
		if got, want := plain(words), strings.Join(strings.Fields(clean(c.retelling)), " "); got != want {
			t.Errorf("the words are %q, want %q", got, want)
		}
	}
	long := strings.Repeat("كلمة ", mostWords+1)
	if words, missing := compared(long, long); len(words) != 1 || missing != nil {
		t.Errorf("a long text is cut into %d words", len(words))
	}
}

func TestSnippet(t *testing.T) {
	text := "عنوان\n" + strings.Repeat("كلام ", 100) + "الميناء" + strings.Repeat(" كلام", 100)
	marks, ok := wordsIn(text, []string{"ميناء"})
	if !ok {
		t.Fatal("the word is not found")
	}
	words := snippet(text, marks)
	if i := slices.IndexFunc(words, func(w word) bool { return w.New }); i < 0 || words[i].Text != "ميناء" {
		t.Errorf("the snippet is %+v", words)
	}
	if got := plain(snippet("عنوان", nil)); got != "عنوان" && got != "" {
		t.Errorf("of a title alone: %q", got)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"أ\u202eب\u2066ج\u2069": "أبج", "سطر\nسطر\tو": "سطر سطر و", "\x00\x07\ufeff": "", "نص عادي": "نص عادي", "\xff\xfe": "",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzCompared(f *testing.F) {
	f.Add("ما لا يقل عن 1800", "1800")
	f.Add("\u202e", "\x00 \xff")
	f.Fuzz(func(t *testing.T, told, retelling string) {
		words, _ := compared(told, retelling)
		if got, want := strings.Join(strings.Fields(plain(words)), " "), strings.Join(strings.Fields(clean(retelling)), " "); got != want {
			t.Errorf("%q comes out as %q", want, got)
		}
	})
}
