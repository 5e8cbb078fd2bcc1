package extract

import (
	"slices"
	"strings"
	"testing"
)

// Who takes part, where syntax alone shows it: gender, apposition, what a noun is of.
func TestPartsBySyntax(t *testing.T) {
	r, l := eventReaders(t)
	for _, c := range []struct{ name, sentence, want string }{
		{"members of what stands behind two nouns", "قصفت [GPE:تركيا] عناصر تنظيم \"[ORG:داعش]\" قرب الحدود.",
			"ASSAULT قصفت تركيا > داعش @ actual"},
		{"members who die in an attack", "قتل عدد من عناصر تنظيم [ORG:داعش] في غارات ل[ORG:حلف الناتو] ليلا.",
			"ASSAULT غارات حلف الناتو > داعش @ actual"},
		{"no title begins behind a verb", "اعتقلت [GPE:إسرائيل] الناشط [PER:سامي الطاهر].",
			"COERCE اعتقلت إسرائيل > سامي الطاهر @ actual"},
		{"a feminine verb has no man as its subject", "داهمت [ORG:الشرطة التونسية] الحي واعتقلت الشاب [PER:سامي الطاهر].",
			"COERCE اعتقلت الشرطة التونسية > سامي الطاهر @ actual"},
		{"joined to a noun it is one", "أعلنت [ORG:حركة الشباب] تحرير المدينة وطرد [ORG:داعش].",
			"ASSAULT طرد حركة الشباب > داعش @ actual"},
		{"an office of many words, a comma before the name", "التقى وزير الدولة لشؤون البيئة والمياه والغابات بالحكومة، [PER:سامي الطاهر]، أمس الرئيس [PER:قيس سعيد].",
			"CONSULT التقى سامي الطاهر+قيس سعيد >  @ actual"},
		{"bodies between office and name", "التقى سفير [GPE:إيران] لدى [ORG:الأمم المتحدة] [PER:سامي الطاهر] الرئيس [PER:قيس سعيد].",
			"CONSULT التقى سامي الطاهر+قيس سعيد >  @ actual"},
		{"a counterpart behind a place", "استقبل [PER:سامي الطاهر]، ظهر اليوم، ب[FAC:مطار قرطاج]، نظيره الليبي، [PER:فرج القماطي].",
			"CONSULT استقبل سامي الطاهر+فرج القماطي >  @مطار قرطاج actual"},
		{"who is exposed", "قال [PER:سامي الطاهر] إن [GPE:أوكرانيا] تعرضت لهجوم من [GPE:روسيا].",
			"ASSAULT هجوم روسيا > أوكرانيا @ actual"},
		{"the host of a visit told again", "زار [PER:سامي الطاهر] [GPE:تونس] أمس. ووصف مراقبون زيارة [PER:سامي الطاهر] بالناجحة.",
			"CONSULT زيارة سامي الطاهر > تونس @ actual"},
		{"people who are not named condemn", "أدانت منظمات حقوقية دولية تجاهل [ORG:الاتحاد الأوروبي] للأزمة.",
			"ACCUSE أدانت منظمات حقوقية دولية > الاتحاد الأوروبي @ actual"},
		{"whom help is for", "وعد [PER:سامي الطاهر] بإغاثة الشعب اليمني في [GPE:اليمن].",
			"AID إغاثة  > اليمن @اليمن actual"},
		{"a pair with a comma before the particle", "أكد البيان أن رئيس الجمهورية [PER:قيس سعيد]، قد استقبل [PER:سامي الطاهر].",
			"CONSULT استقبل قيس سعيد+سامي الطاهر >  @ actual"},
	} {
		if have := told(t, r, l, c.sentence); !slices.Contains(have, c.want) {
			t.Errorf("%s: %s\n have %q\n want %q", c.name, c.sentence, have, c.want)
		}
	}
}

// Who does not take part: what is told beside the event is somebody else's.
func TestNoPartsBySyntax(t *testing.T) {
	r, l := eventReaders(t)
	for _, c := range []struct{ name, sentence, begins string }{
		{"a source that is not named", "التقى [PER:قيس سعيد] الوفد ب[GPE:تونس]. ورفض المصدر إدانة [GPE:فرنسا].", "REJECT رفض قيس سعيد"},
		{"who tells of the dead", "أعلنت [ORG:الشرطة التونسية] مقتل ثلاثة مدنيين في قصف قرب [GPE:صفاقس].", "ASSAULT قصف الشرطة التونسية"},
		{"raids that hit, told by a verb and its noun", "شنت [GPE:تركيا] غارات استهدفت مواقع [ORG:داعش].", "ASSAULT استهدفت"},
		{"raids that hit", "استهدفت الغارات مواقع تابعة ل[ORG:داعش] في [GPE:سوريا].", "ASSAULT استهدفت"},
	} {
		for _, have := range told(t, r, l, c.sentence) {
			if strings.HasPrefix(have, c.begins) {
				t.Errorf("%s: %s\n have %q", c.name, c.sentence, have)
			}
		}
	}
}
