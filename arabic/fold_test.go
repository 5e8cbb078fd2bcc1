package arabic

import (
	"testing"
	"unicode/utf8"
)

// foldCases are what is written, and what it is matched as.
var foldCases = []struct{ name, in, want string }{
	{"nothing", "", ""},
	{"bare letters stay", "كتب", "كتب"},
	{"hamza on alef", "أإآٱا", "ااااا"},
	{"hamza on waw and yeh", "مسؤول وهيئة", "مسوول وهييه"},
	{"hamza alone stays", "بناء", "بناء"},
	{"alef maqsura and teh marbuta", "مستشفى مدينة", "مستشفي مدينه"},
	{"tatweel", "قـــال", "قال"},
	{"vowels, shadda, dagger alef", "مُدَرِّسٌ هٰذا", "مدرس هذا"},
	{"Koranic marks", "قۖالۗ", "قال"},
	{"Persian letters", "گچپژکی", "كجبزكي"},
	{"Urdu and Kurdish letters", "ہھےۆە", "ههيوه"},
	{"Eastern digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"},
	{"Persian digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"},
	{"presentation forms", "ﻣﺪﻳﻨﺔ", "مدينه"},
	{"ligatures", "ﻻ ﻷ ﷲ", "لا لا الله"},
	{"isolated marks of presentation", "قﹷال", "قال"},
	{"zero-width marks", "قا\u200cل\u200b \u200dو\ufeff", "قال و"},
	{"direction marks", "\u200fقال\u200e \u202bنعم\u202c \u2067لا\u2069\u061c", "قال نعم لا"},
	{"soft hyphen", "قا\u00adل", "قال"},
	{"Latin capitals", "NATO Äö", "nato Äö"},
	{"signs stay", "«قال»، ٪؟", "«قال»، ٪؟"},
	{"bytes that are no UTF-8 stay", "ق\xffال\xd9", "ق\xffال\xd9"},
	{"NUL stays", "\x00", "\x00"},
}

func TestFold(t *testing.T) {
	for _, c := range foldCases {
		if got := Fold(c.in); got != c.want {
			t.Errorf("%s: %q folds to %q, want %q", c.name, c.in, got, c.want)
		}
		if got := FoldMap(c.in).Text; got != c.want {
			t.Errorf("%s: %q folds with a map to %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestFoldMapFindsSource(t *testing.T) {
	for _, c := range []struct {
		text, find string
		want       string // of the source
	}{
		{"قَالَ المُدَرِّسُ إنّه", "المدرس", "المُدَرِّسُ"},
		{"قـــال", "ال", "ال"},
		{"قـــال", "ق", "قـــ"},
		{"عام ٢٠١٤م", "2014", "٢٠١٤"},
		{"في ﻣﺪﻳﻨﺔ", "مدينه", "ﻣﺪﻳﻨﺔ"},
		{"ﷲ أكبر", "الله", "ﷲ"},
		{"ﷲ أكبر", "اكبر", "أكبر"},
		{"\u200fقال", "قال", "قال"},
		{"ق\xffال", "\xff", "\xff"},
	} {
		f := FoldMap(c.text)
		at := indexOf(f.Text, c.find)
		if at < 0 {
			t.Errorf("%q does not hold %q", f.Text, c.find)
			continue
		}
		start, end := f.Source(at, at+len(c.find))
		if got := c.text[start:end]; got != c.want {
			t.Errorf("%q of %q comes from %q, want %q", c.find, c.text, got, c.want)
		}
	}
}

func indexOf(s, find string) int {
	for i := range s {
		if len(s)-i >= len(find) && s[i:i+len(find)] == find {
			return i
		}
	}
	return -1
}

// seeds adds the texts of all tables to a fuzz test, and fails if there are few.
func seeds(f *testing.F) {
	n := 0
	add := func(s string) {
		f.Add(s)
		n++
	}
	for _, c := range foldCases {
		add(c.in)
	}
	for _, c := range tokenCases {
		add(c.text)
	}
	for _, c := range cutCases {
		add(c)
	}
	for _, c := range stemCases {
		add(c)
	}
	if n < 150 {
		f.Fatalf("only %d seeds", n)
	}
}

func FuzzFold(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		folded := FoldMap(text)
		if again := Fold(text); again != folded.Text {
			t.Fatalf("%q folds to %q and with a map to %q", text, again, folded.Text)
		}
		if twice := Fold(folded.Text); twice != folded.Text && utf8.ValidString(text) {
			t.Errorf("%q folds to %q and that to %q", text, folded.Text, twice)
		}
		if len(folded.from) != len(folded.Text)+1 {
			t.Fatalf("%d offsets for %d bytes", len(folded.from), len(folded.Text))
		}
		last := 0
		for i := range folded.Text {
			start, end := folded.Source(i, len(folded.Text))
			if start < last || end != len(text) || start >= end {
				t.Fatalf("byte %d of %q comes from [%d, %d) of %q", i, folded.Text, start, end, text)
			}
			if utf8.ValidString(text) && !utf8.RuneStart(text[start]) {
				t.Fatalf("byte %d of %q comes from inside a rune of %q", i, folded.Text, text)
			}
			last = start
		}
	})
}

// Text that folds to itself is not copied; what is copied is as FoldMap has it.
func TestFoldAsMapped(t *testing.T) {
	for _, text := range []string{"", "وزير", "وزيرة", "قال إن bbc", "قال BBC", "«قال»", "قـال", "٢٤", "24", "\xd8", "ق\xd8", "\xd8q", "ﷲ", "\u200fقال", "\ufffd", "\xff", "،؛؟"} {
		if have, want := Fold(text), FoldMap(text).Text; have != want {
			t.Errorf("Fold(%q) is %q, FoldMap has %q", text, have, want)
		}
	}
	if n := testing.AllocsPerRun(10, func() { Fold("وزير الخارجيه") }); n != 0 {
		t.Errorf("folding what is folded makes %v allocations", n)
	}
}
