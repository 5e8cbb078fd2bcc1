package extract

import (
	"slices"
	"testing"
)

// Who is exposed to something suffers it, and what he is exposed to is no plan.
func TestExposed(t *testing.T) {
	r, l := eventReaders(t)
	for sentence, want := range map[string]string{
		"تعرضت [FAC:سفارة السويد] لهجوم من قبل محتجين.":             "ASSAULT هجوم محتجين >  @سفارة السويد actual",
		"تعرض الوزير [PER:سامي الطاهر] أمس لاعتداء في [GPE:باريس].": "ASSAULT اعتداء  > سامي الطاهر @باريس actual",
		"تعرضت [ORG:حركة الشباب] أمس لقصف من [ORG:الجيش الصومالي].": "ASSAULT قصف الجيش الصومالي > حركة الشباب @ actual",
		"استعرضت [GPE:قطر] الترتيب لزيارة [GPE:عمان].":              "CONSULT زيارة قطر > الأردن @عمان planned",
	} {
		if have := told(t, r, l, sentence); !slices.Contains(have, want) {
			t.Errorf("%s: have %q, want %q", sentence, have, want)
		}
	}
}
