package cases

import (
	"fmt"
	"testing"

	"isnad"
)

// Many copies of one text leave whoever says it in other words his place among the origins.
func TestCopiesOutweighNobody(t *testing.T) {
	texts := []string{"صدى البرقاء|أكد محافظ البرقاء نبيل الهادي أن جسر الصفصاف في مدينة البرقاء سقط بعد أمطار غزيرة."}
	for i := range 12 {
		texts = append(texts, fmt.Sprintf("صحيفة %d|أعلن وزير النقل سامي النجار انهيار جسر الصفصاف في مدينة البرقاء بسبب الأمطار الغزيرة.", i))
	}
	all, r := tell(t, texts...)
	if got := largest(t, r.Inside(all, nil, make([]string, len(texts)))); len(got.Members) != len(texts) || got.Independent != 2 || got.Grade != isnad.Corroborated {
		t.Errorf("%d members, %d origins: %q", len(got.Members), got.Independent, got.Reason)
	}
}
