package lexicon

import "testing"

// Words that tell the same are known as they are written, and others that look like them are not.
func TestSenseOfWords(t *testing.T) {
	s, err := LoadSynonyms()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"اصابت":  "injured",  // إصابتهم
		"مسلحي":  "gunman",   // مسلحي التنظيم
		"زيارات": "visit",    // of a verbal noun
		"دمروا":  "destroy",  // a verb in its forms
		"طالبات": "student",  // listed
		"طالبان": "movement", // and no two students
		"الي":    "",         // إلى, once taken for آلية
		"جامعات": "",         // no mosques
		"رحله":   "",         // a journey, no expulsion
		"عيد":    "",         // behind و it is no وعيد
		"دورات":  "",
		"قبل":    "",
	} {
		name := ""
		if f := s.Of(word); f.Sense != nil {
			name = f.Name
		}
		if name != want {
			t.Errorf("%s: %q, want %q", word, name, want)
		}
	}
}
