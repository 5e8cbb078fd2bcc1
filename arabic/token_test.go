package arabic

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// tokenCases are texts with their tokens: norm/kind, + before a glued one, and a bar
// where a new line begins.
var tokenCases = []struct{ name, text, want string }{
	{"nothing", "", ""},
	{"white space only", " \t\u00a0\n", ""},
	{"words and a sign", "قال الوزير، أمس.", "قال/w الوزير/w +،/p امس/w +./p"},
	{"marks and tatweel", "قَالَ مـــرة", "قال/w مره/w"},
	{"a mark alone is a sign", "\u064e قال", "\u064e/p قال/w"},
	{"numbers with separators", "5.400 1,800 ٥٫٤ ١٬٢٠٠", "5.400/n 1,800/n 5.4/n 1,200/n"},
	{"a stop behind a number is no separator", "في 2014. ثم", "في/w 2014/n +./p ثم/w"},
	{"number glued to letters", "في2014م", "في/w +2014/n +م/w"},
	{"per cent", "٣٫٥٪", "3.5/n +٪/p"},
	{"Latin with digits", "F16 وNATO", "f16/l و/w +nato/l"},
	{"quotation marks", "«قال “نعم”»", "«/p +قال/w “/p +نعم/w +”/p +»/p"},
	{"lines", "عنوان\nنص\r\nآخر", "عنوان/w | نص/w | اخر/w"},
	{"line separators", "ا\u2028ب\u2029ج", "ا/w | ب/w | ج/w"},
	{"zero-width inside a word", "مي\u200cرود", "ميرود/w"},
	{"direction mark between", "قال\u200f:\u200f نعم", "قال/w +:/p نعم/w"},
	{"abbreviation", "د. أحمد", "د/w +./p احمد/w"},
	{"presentation forms", "ﻓﻲ ﻣﺪﻳﻨﺔ", "في/w مدينه/w"},
	{"emoji and other scripts", "👍🏽 日本 ἀρχή", "👍/p +🏽/p 日本/l ἀρχή/l"},
	{"bytes that are no UTF-8", "قا\xff\xfeل", "قا/w +\xff/p +\xfe/p +ل/w"},
	{"NUL", "قال\x00نعم", "قال/w +\x00/p +نعم/w"},
}

func TestTokenize(t *testing.T) {
	for _, c := range tokenCases {
		if got := describe(Tokenize(nil, c.text)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func describe(tokens []Token) string {
	var out []string
	line := int32(0)
	for _, t := range tokens {
		for ; line < t.Line; line++ {
			out = append(out, "|")
		}
		glued := ""
		if t.Glued {
			glued = "+"
		}
		out = append(out, fmt.Sprintf("%s%s/%c", glued, t.Norm, "wnlp"[t.Kind]))
	}
	return strings.Join(out, " ")
}

func TestTokenizeAppends(t *testing.T) {
	before := []Token{{Start: 7, End: 9, Norm: "x"}}
	got := Tokenize(before, "قال")
	if len(got) != 2 || got[0] != before[0] || got[1].Norm != "قال" {
		t.Errorf("got %v", got)
	}
}

func FuzzTokenize(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		given := strings.Clone(text)
		end, line := 0, int32(0)
		for _, token := range Tokenize(nil, text) {
			if token.Start < end || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token [%d, %d) behind %d in %d bytes", token.Start, token.End, end, len(text))
			}
			if token.Glued && token.Start == 0 {
				t.Error("the first token is glued")
			}
			if token.Norm == "" || token.Line < line || token.Kind > Punct {
				t.Errorf("token %+v", token)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[token.Start]) || token.End < len(text) && !utf8.RuneStart(text[token.End])) {
				t.Errorf("token %+v is not on the bounds of runes of %q", token, text)
			}
			if token.Kind == Word && Fold(text[token.Start:token.End]) != token.Norm {
				t.Errorf("token %q folds to %q, has %q", text[token.Start:token.End], Fold(text[token.Start:token.End]), token.Norm)
			}
			end, line = token.End, token.Line
		}
		if text != given {
			t.Error("the text was changed")
		}
	})
}

func FuzzSegment(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, word string) {
		for _, s := range append(Readings(nil, word), Segment(word)) {
			at := 0
			for _, end := range append(s.Proclitics[:s.Count:s.Count], s.HostEnd, len(word)) {
				if end < at || end > len(word) {
					t.Fatalf("%q: %+v", word, s)
				}
				if utf8.ValidString(word) && end < len(word) && !utf8.RuneStart(word[end]) {
					t.Fatalf("%q: %+v cuts a rune", word, s)
				}
				at = end
			}
			if got := strings.Join(s.Parts(nil, word), ""); got != word {
				t.Fatalf("%q in parts is %q", word, got)
			}
		}
		stem, s := AppendAnalysis(nil, word)
		if string(stem) != Stem(word) || s != Segment(word) {
			t.Errorf("%q: stem %q and %q, %v and %v", word, stem, Stem(word), s, Segment(word))
		}
		if Fold(Stem(word)) != Stem(word) && utf8.ValidString(word) {
			t.Errorf("%q: stem %q is not folded", word, Stem(word))
		}
	})
}
