package extract

import (
	"slices"
	"strings"
	"testing"
)

// What crowds do that protests, and what looks like it.
func TestCrowds(t *testing.T) {
	r, l := eventReaders(t)
	for _, c := range []struct {
		sentence string
		want     string // how the first protest begins, "" where none is told
	}{
		{"احتج سائقو سيارات الأجرة في [GPE:نواكشوط] على رفع أسعار الوقود.", "PROTEST احتج سائقو"},
		{"أضرب أساتذة الجامعات عن التعليم يوما كاملا.", "PROTEST أضرب أساتذة الجامعات"},
		{"تظاهر نحو 400 متقاعد أمام البرلمان.", "PROTEST تظاهر 400 متقاعد"},
		{"وكان نحو 400 متقاعد قد تظاهروا أمام البرلمان.", "PROTEST تظاهروا 400 متقاعد"},
		{"تجمع أمام [FAC:السفارة السويدية] عشرات الغاضبين.", "PROTEST تجمع عشرات الغاضبين"},
		{"آلاف اليمنيين يتظاهرون في [GPE:تعز].", "PROTEST يتظاهرون آلاف اليمنيين"},
		{"وقال شهود إن المئات نزلوا إلى الشارع ليلا.", "PROTEST نزلوا المئات"},
		{"سار آلاف الأردنيين في شوارع [GPE:عمان].", "PROTEST سار آلاف الأردنيين"},
		{"جاب المحتجون أحياء [GPE:سوسة].", "PROTEST جاب المحتجون"},
		{"أغلق محتجون غاضبون الطريق الدولي قرب [GPE:البصرة].", "PROTEST أغلق محتجون"},
		{"حاصر عشرات المحتجين منزل الوزير في [GPE:بغداد].", "PROTEST حاصر عشرات المحتجين"},
		{"أثار مقتل الشاب احتجاجات واسعة.", "PROTEST احتجاجات واسعة"},
		{"انطلقت بعد صلاة العصر مظاهرة باتجاه مقر الولاية.", "PROTEST مظاهرة"},
		{"شهدت ساحة الحرية وسط [GPE:طرابلس] تجمعا حاشدا.", "PROTEST تجمعا حاشدا"},
		{"قام الطلاب بتنظيم مظاهرة في [GPE:تونس].", "PROTEST"},
		{"سير المئات من أبناء دارفور مظاهرة في [GPE:لندن].", "PROTEST مظاهرة المئات من أبناء"},
		{"شارك نحو 300 شخص في مظاهرة في [GPE:بغداد].", "PROTEST مظاهرة 300 شخص"},
		{"نفذ أكثر من ألف شخص اعتصاما في [GPE:اللاذقية].", "PROTEST اعتصاما ألف شخص"},
		{"تجمهر الناس في الشارع الرئيسي ب[GPE:صيدا].", "PROTEST تجمهر الناس"},
		{"سار عشرات الآلاف من المتظاهرين في [GPE:أنقرة].", "PROTEST سار عشرات الآلاف من المتظاهرين"},
		{"أقفل شبان غاضبون الطريق قرب [GPE:صيدا].", "PROTEST أقفل شبان"},
		{"التزم المحامون في [GPE:المغرب] بإضراب وطني.", "PROTEST إضراب"},
		{"المزارعون في [GPE:بلجيكا] و[GPE:فرنسا] يواصلون الاحتجاج على الأسعار.", "PROTEST الاحتجاج"},

		{"تظاهر الطلاب في [GPE:تونس] احتجاجا على قانون عام 1979.", "PROTEST تظاهر الطلاب"},
		{"تحول اعتصام الطلاب في [GPE:تونس] إلى مظاهرة.", "PROTEST"},
		{"وقد اندلعت مظاهرات في [GPE:القاهرة].", "PROTEST مظاهرات"},

		{"خرج المصلون من المسجد في [GPE:القاهرة].", ""},
		{"يخرج الطلاب من مدارسهم في [GPE:الجزائر].", ""},
		{"تجمع الآلاف في ساحة الحرم ب[GPE:مكة] لأداء صلاة العيد.", ""},
		{"بدأ [PER:سامي الطاهر] مسيرته في نادي [ORG:الترجي].", ""},
		{"قطع [ORG:الاتحاد الأوروبي] الطريق أمام التصعيد في [GPE:سوريا].", ""},
		{"هذا القانون يجرم قطع الطرق في [GPE:المغرب].", ""},
		{"قامت [ORG:الشرطة التونسية] بقمع المظاهرات في [GPE:تونس].", ""},
		{"منعت [ORG:الشرطة التونسية] تنظيم أي مسيرة.", ""},
		{"أصيب [PER:سامي الطاهر] خلال مظاهرة شهدتها [GPE:غزة].", ""},
		{"دخلت هدنة [GPE:غزة] حيز التنفيذ بعد أيام من الاحتجاجات.", ""},
		{"رفضت المحكمة الإفراج عن ناشطين شاركوا في الاحتجاجات ب[GPE:تونس].", ""},
		{"المنصة التي شهدت أولى الاحتجاجات في [GPE:تونس] هدمت.", ""},
		{"كانت [GPE:مصر] تشهد مظاهرات كل عام.", ""},
		{"أقر [ORG:البرلمان الجزائري] قانونا ينظم المظاهرات.", ""},
		{"يتحدث الفيلم عن مظاهرات خرجت في [GPE:باريس].", ""},
		{"أثار القرار احتجاج المدرب [PER:سامي الطاهر].", ""},
		{"دعا [PER:سامي الطاهر] إلى مقاطعة البضائع الفرنسية.", ""},
		{"ينافق النظام في [GPE:إيران] ويتظاهر بالعداء.", ""},
		{"قطع 4 مسلحين الطريق قرب [GPE:بغداد].", ""},
		{"أغلقت [ORG:أمانة جدة] 250 محلا.", ""},
		{"في أكتوبر 2000 اندلعت احتجاجات في [GPE:الناصرة].", ""},
		{"قد تندلع مظاهرات في [GPE:القاهرة] إذا رفعت الأسعار.", ""},
		{"كلما اندلعت احتجاجات في [GPE:طهران] زاد عدد الجنود.", ""},
		{"لو خرجت مظاهرات في [GPE:موسكو] لما انتهت.", ""},
		{"تعود القضية إلى مظاهرات شهدتها [GPE:تعز].", ""},
		{"اقتصرت مظاهرات أمس على حي المنصورة.", ""},
	} {
		have := ""
		for _, e := range told(t, r, l, c.sentence) {
			if strings.HasPrefix(e, "PROTEST") {
				have = e
				break
			}
		}
		if (have == "") != (c.want == "") || !strings.HasPrefix(have, c.want) {
			t.Errorf("%s: have %q, want %q", c.sentence, have, c.want)
		}
	}
}

// The country that a protest takes place in is not whom it is against.
func TestProtestAgainst(t *testing.T) {
	r, l := eventReaders(t)
	for sentence, want := range map[string]string{
		"مظاهرة في [GPE:تونس].":                "PROTEST مظاهرة  >  @تونس actual",
		"مظاهرة في [GPE:تونس] ضد [GPE:فرنسا].": "PROTEST مظاهرة  > فرنسا @تونس actual",
	} {
		if have := told(t, r, l, sentence); !slices.Contains(have, want) {
			t.Errorf("%s: have %q, want %q", sentence, have, want)
		}
	}
}

// What those protest for who were told of is no second protest.
func TestOneProtest(t *testing.T) {
	r, l := eventReaders(t)
	const sentence = "تظاهر مئات الطلاب في [GPE:تونس] احتجاجا على غلاء الكتب."
	n := 0
	for _, e := range told(t, r, l, sentence) {
		if strings.HasPrefix(e, "PROTEST") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%s: %d protests", sentence, n)
	}
}

// A protest that is only to come is told as planned.
func TestProtestsToCome(t *testing.T) {
	r, l := eventReaders(t)
	for sentence, want := range map[string]string{
		"ستشهد [GPE:تونس] مظاهرات غدا.":                            "planned",
		"من المقرر أن ينظم المحامون اعتصاما في [GPE:تونس].":        "planned",
		"دعت [ORG:حركة النهضة] أنصارها إلى التظاهر في [GPE:تونس].": "planned",
		"سير الطلاب مظاهرات في [GPE:تونس].":                        "actual",
		"نظم المحامون اعتصاما في [GPE:تونس].":                      "actual",
	} {
		have := told(t, r, l, sentence)
		if !slices.ContainsFunc(have, func(e string) bool { return strings.HasPrefix(e, "PROTEST") && strings.HasSuffix(e, want) }) {
			t.Errorf("%s: have %q, want %s", sentence, have, want)
		}
	}
}
