package web

import (
	"strings"
	"testing"

	"isnad"
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
	text := "عنوان\nقال الوالي إن الميناء يعود"
	at := strings.Index(text, "ميناء")
	f := finding{Analysis: &isnad.Analysis{Text: text}, Marks: []isnad.Span{{Start: at, End: at + len("ميناء")}}, Snippet: isnad.Span{Start: strings.Index(text, "الوالي"), End: len(text)}}
	words := snippet(f)
	if len(words) != 3 || words[0].Text != "الوالي إن ال" || words[1].Text != "ميناء" || !words[1].New || words[2].Text != " يعود" {
		t.Errorf("the snippet is %+v", words)
	}
	for _, text := range []string{"عنوان", "عنوان\n", "", "عنوان\n" + strings.Repeat("كلمة ", 500)} {
		if got := plain(snippet(finding{Analysis: &isnad.Analysis{Text: text}})); len(got) > around {
			t.Errorf("of %d bytes %d are shown", len(text), len(got))
		}
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
