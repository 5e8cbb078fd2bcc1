package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad/internal/store/storetest"
)

// A text that comes again a month later begins another story; both name the other's article.
func TestCopiesInOtherStories(t *testing.T) {
	const text = `"title":"مدرسة الشراع تفتح أبوابها","body":"افتتحت مدرسة الشراع في حي المرجان أبوابها لمئة وعشرين تلميذا بعد ترميم دام عامين، وقالت مديرتها إن الفصول الجديدة جهزت بألواح شمسية وإن التسجيل يستمر حتى نهاية الشهر، وإن حافلة صغيرة ستنقل من يسكن بعيدا عن الحي كل صباح.","outlet":"صدى البرقاء"`
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		addText(t, a, `{"id":"1",`+text+`,"published":"2026-03-02T06:00:00Z"}`+"\n")
		addText(t, a, strings.ReplaceAll(`{"id":"2",`+text+`,"published":"2026-04-02T06:00:00Z"}`, "صدى البرقاء", "أخبار الوادي")+"\n")
		all, err := a.Stories(t.Context(), 0, 10)
		if err != nil || len(all) != 2 {
			t.Fatalf("%d stories, %v", len(all), err)
		}
		for i, other := range []string{all[1].Articles[0].ID, all[0].Articles[0].ID} {
			if len(all[i].Articles) != 1 || len(all[i].Copies) != 1 {
				t.Fatalf("story %d: %+v", i, all[i])
			}
			c := all[i].Copies[0]
			if !slices.Equal(c.Articles, []string{all[1].Articles[0].ID, all[0].Articles[0].ID}) || len(c.Elsewhere) != 1 || c.Elsewhere[0].ID != other {
				t.Errorf("story %d: %+v", i, c)
			}
		}
	})
}

// Forecasts that say other things in the words of every week are no copies of each other.
func TestFormulasInAnArchive(t *testing.T) {
	const says = "توقعت هيئة الرصد أن تكون السماء غائمة جزئيا على مرتفعات المرجان مع فرصة لتكون السحب الرعدية الممطرة وأن تنشط الرياح السطحية المثيرة للأتربة على الأجزاء الداخلية وأن يكون ارتفاع الموج من متر إلى متر ونصف وحالة البحر متوسطة إلى مائجة."
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		var lines strings.Builder
		for i, own := range []string{"ويكسو الضباب وادي الصفصاف فجرا ثم تنقشع الغيوم عن تلال البرقاء قبل الظهر", "وتهب عاصفة رملية على قرى الدانة وتغلق مدارسها يومين خوفا على صغارها", "وتسقط ثلوج خفيفة على قمة الندى لأول مرة منذ شتاء بعيد يذكره الشيوخ", "وتتدنى الحرارة ليلا في سهل الشراع حتى تتجمد سواقي المزارعين كلها"} {
			fmt.Fprintf(&lines, `{"id":"%d","title":"الطقس","body":"%s %s %s","outlet":"صحيفة %d","published":"2026-03-%02dT06:00:00Z"}`+"\n", i, says, own, strings.Repeat(own+" ثم ", 2), i, 2+3*i)
		}
		addText(t, a, lines.String())
		all, err := a.Stories(t.Context(), 0, 10)
		if err != nil || len(all) == 0 {
			t.Fatalf("%d stories, %v", len(all), err)
		}
		for _, s := range all {
			if len(s.Copies) > 0 {
				t.Errorf("%d articles, copies %+v", len(s.Articles), s.Copies)
			}
		}
	})
}
