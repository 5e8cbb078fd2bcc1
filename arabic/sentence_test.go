package arabic

import "testing"

// Points end sentences, but not within abbreviations, numbers and addresses.
func TestSentenceEnds(t *testing.T) {
	for text, want := range map[string]int{
		"وصل الوفد. وغادر الوزير.":                           2,
		"التفاصيل في http://t.co/abc منشورة. وغادر الوزير.":  2,
		"نشر الموقع www.example.org الخبر.":                  1,
		"قال د. سامي إن السعر 5.400 دينار وفق أ.ف.ب أمس.":    1,
		"هل وصل الوفد؟ وصل.":                                 2,
		"اشترى الجيش طائرات MiG. وغادر الوزير. بدأ التدريب.": 3,
	} {
		toks := Tokenize(nil, "عنوان\n"+text)
		if have := len(Sentences(nil, toks, nil)) - 1; have != want {
			t.Errorf("%q has %d sentences, want %d", text, have, want)
		}
	}
}
