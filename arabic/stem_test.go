package arabic

import (
	"strings"
	"testing"
)

// stemCases are forms that share a stem, which the other rows do not have.
var stemCases = []string{
	"قال قالت قالوا يقول تقول وقال سيقول يقولون قلت",
	"كان كانت كانوا يكون تكون ستكون وكان يكن كنت",
	"أعلن أعلنت أعلنوا يعلن تعلن وأعلن سيعلن يعلنون",
	"أضاف أضافت يضيف وأضاف", "إضافة والإضافة إضافات",
	"استطاع استطاعت يستطيع تستطيع يستطيعون",
	"انتقد انتقدت ينتقد تنتقد وانتقد",
	"وصل وصلت يصل تصل وصلوا", "دعا دعت يدعو تدعو دعوا", "رأى رأت يرى ترى يرون",
	"تحدث تحدثت يتحدث تتحدث", "حدث حدثت يحدث",
	"مدينة المدينة مدن المدن مدينتهم للمدينة بالمدينة مدينتين",
	"شركة شركات الشركات شركتها وشركاتهم للشركات",
	"وزير الوزير وزراء والوزراء وزيرة لوزير", "وزارة الوزارات بوزارته",
	"سياسة سياسات السياسة", "سياسي السياسية السياسيين سياسيون سياسيا",
	"مسؤول المسؤولين مسؤولون مسؤولة للمسؤولين",
	"جديد الجديدة جديدا جدد", "لبنان ولبنان", "سوريا بسوريا", "سوري السورية السوريين",
	"قانون القانون قوانين", "عضو أعضاء الأعضاء أعضائه", "إعلام الإعلام", "مستوى مستواه المستوى",
	"كبير كبيرة كبار الكبير", "دولة الدول دولتين", "حق حقوق حقوقهم",
}

func TestStem(t *testing.T) {
	of := map[string]string{}
	for _, row := range stemCases {
		words := strings.Fields(row)
		stem := Stem(words[0])
		if other, taken := of[stem]; taken {
			t.Errorf("%s and %s share the stem %s", words[0], other, stem)
		}
		of[stem] = words[0]
		for _, w := range words[1:] {
			if got := Stem(w); got != stem {
				t.Errorf("stem of %s is %s, of %s %s", w, got, words[0], stem)
			}
		}
	}
}

func TestStemIsFolded(t *testing.T) {
	for _, word := range []string{"", "NATO", "٢٠١٤", "مُدَرِّسَة", "الآن", "ﻣﺪﻳﻨﺔ", "أب", strings.Repeat("وال", 40)} {
		if got := Stem(word); got != Fold(got) {
			t.Errorf("stem of %q is %q", word, got)
		}
	}
	if got := Stem("NATO"); got != "nato" {
		t.Errorf("stem of NATO is %q", got)
	}
}

// The rows of the lists are its tests: both words have one stem.
func TestStemKeepsToLists(t *testing.T) {
	rows := 0
	for _, table := range []string{stemsTable, verbsTable} {
		for line := range strings.Lines(table) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if line[0] == '#' || len(f) == 3 && f[0] == "i" {
				continue
			}
			rows++
			from, to := f[len(f)-2], f[len(f)-1]
			if isCut(from) || isCut(to) {
				continue // it looks as if it had a clitic when it stands alone
			}
			if a, b := Stem(from), Stem(to); a != b {
				t.Errorf("stems of %s and %s are %s and %s", from, to, a, b)
			}
		}
	}
	if rows < 500 {
		t.Errorf("only %d rows", rows)
	}
}

func isCut(word string) bool {
	s := Segment(word)
	return s.Count > 0 || s.HasPronoun(word)
}
