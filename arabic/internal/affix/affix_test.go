package affix

import (
	"bytes"
	"strings"
	"testing"
)

func TestSpell(t *testing.T) {
	for _, c := range []struct {
		word, want string
		at         int // byte of the second letter
	}{
		{"قال", "قال", 2},
		{"قَال", "قال", 4},
		{"ٱلكتاب", "الكتاب", 2},
		{"مدینه", "مدينه", 2},
		{"ﻻ", "لا", 0},
		{"\u200fق\u200cل", "قل", 8},
		{"ؤئءإأآةى", "ؤئءإأآةى", 2},
	} {
		var w Word
		if !w.Spell(c.word) {
			t.Errorf("%q is not spelled", c.word)
			continue
		}
		var got []rune
		for _, l := range w.Letters[:w.Len] {
			got = append(got, rune(l)+0x600)
		}
		if string(got) != c.want || int(w.At[1]) != c.at || int(w.At[w.Len]) != len(c.word) {
			t.Errorf("%q is spelled %q at %v", c.word, string(got), w.At[:w.Len+1])
		}
	}
	for _, word := range []string{"", "NATO", "قال!", "٣", "َ", "\xd9", strings.Repeat("ب", MaxLetters+1), strings.Repeat("ـ", 5000)} {
		var w Word
		if w.Spell(word) {
			t.Errorf("%q is spelled", word)
		}
	}
}

func TestCuts(t *testing.T) {
	for word, want := range map[string]string{
		"قال":     "قال",
		"وقال":    "وقال و+قال",
		"له":      "له ل+ه",
		"مدرسة":   "مدرسة",
		"سيكون":   "سيكون س+يكون",
		"سلام":    "سلام",
		"وبها":    "وبها و+بها وب+ها و+ب+ها",
		"كتابهما": "كتابهما ك+تابهما كتاب+هما ك+تاب+هما",
	} {
		var w Word
		w.Spell(word)
		var got []string
		for _, c := range w.Cuts(nil) {
			var parts []string
			for i := range c.Lo {
				parts = append(parts, word[2*i:2*i+2])
			}
			parts = append(parts, word[2*c.Lo:2*c.Hi])
			if c.Hi < w.Len {
				parts = append(parts, word[2*c.Hi:])
			}
			got = append(got, strings.Join(parts, "+"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: cuts %v, want %s", word, got, want)
		}
	}
}

func TestModelIsKept(t *testing.T) {
	m := &Model{Lexicon: NewLexicon(2), Weights: make([]float32, 1<<FeatureBits)}
	e := Entry{Whole: 3, Article: 15, Host: 7, Flags: Listed | Known, Cut: 14, Enc: 11}
	m.Lexicon.Put(0, e)
	m.Lexicon.Put(77, Entry{Whole: 1})
	m.Weights[5] = -1.5
	var file bytes.Buffer
	if err := m.Encode(&file, "for a test"); err != nil {
		t.Fatal(err)
	}
	got, err := Decode(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if found := got.Lexicon.Find(0); found == nil || *found != e || got.Lexicon.Find(78) != nil || got.Weights[5] != -1.5 {
		t.Errorf("entry %v, weight %v", found, got.Weights[5])
	}
	for name, data := range map[string][]byte{
		"empty": nil, "another file": []byte("isnad tagger 1\n\n"), "cut": file.Bytes()[:file.Len()-1], "header only": []byte(magic),
	} {
		if _, err := Decode(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
