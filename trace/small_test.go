package trace

import (
	"testing"

	"isnad"
	"isnad/extract"
)

// TestSmallArchive: where all articles are of one happening its words stand in all of them, and are no common
// words for that.
func TestSmallArchive(t *testing.T) {
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	fire := []isnad.Article{
		{ID: "1", Outlet: "السهل", Published: "2021-03-05T06:10:00Z", Title: "حريق كبير في مستودعات مرفأ الصنوبر", Body: "اندلع حريق كبير فجر الجمعة في مستودع للمواد الكيميائية بمرفأ الصنوبر. وقال الدفاع المدني إن الحريق أسفر عن مقتل أربعة عمال."},
		{ID: "2", Outlet: "النبض", Published: "2021-03-05T12:00:00Z", Title: "وزيرة الصحة: ستة قتلى في حريق المرفأ", Body: "أعلنت وزيرة الصحة هناء درويش ارتفاع حصيلة حريق مرفأ الصنوبر إلى ستة قتلى. وكشف مصدر أمني أن الحريق نجم عن تماس كهربائي داخل المستودع."},
		{ID: "3", Outlet: "الشرق", Published: "2021-03-06T05:00:00Z", Title: "نقابة عمال المرفأ: المستودع كان يضم مواد محظورة", Body: "قال رئيس نقابة عمال المرفأ سليم عازار إن المستودع كان يضم مواد محظورة خزنت منذ عامين. ونفت إدارة مرفأ الصنوبر ذلك."},
		{ID: "4", Outlet: "الأفق", Published: "2021-03-06T10:20:00Z", Title: "توقيف مدير المرفأ في قضية الحريق", Body: "أمر المدعي العام بتوقيف مدير مرفأ الصنوبر على ذمة التحقيق في الحريق الذي دمر المستودع."},
	}
	other := []isnad.Article{
		{ID: "5", Outlet: "السهل", Published: "2021-03-05T09:00:00Z", Title: "المنتخب يتأهل إلى نهائي البطولة", Body: "تأهل المنتخب إلى المباراة النهائية بعد فوزه بهدفين في ملعب العاصمة، وقال المدرب إن اللاعبين قدموا مباراة كبيرة."},
		{ID: "6", Outlet: "الشرق", Published: "2021-03-06T09:00:00Z", Title: "البنك المركزي يرفع سعر الفائدة", Body: "رفع البنك المركزي سعر الفائدة نصف نقطة، وقال المحافظ إن التضخم بلغ أعلى مستوى له منذ عشر سنوات."},
	}
	var read []*isnad.Analysis
	for _, list := range [][]isnad.Article{fire, other} {
		for i := range list {
			read = append(read, reader.Analyze(&list[i]))
		}
	}
	groups, _ := Group(read)
	size := map[int]int{}
	for _, g := range groups {
		size[len(g.Articles)]++
	}
	if size[4] != 1 || size[1] != 2 {
		t.Errorf("stories of these sizes: %v", size)
	}
}
