package extract

import (
	"strings"
	"testing"

	"isnad"
)

// marked makes an article of one sentence whose names stand in brackets with their type:
// «زار [PER:السيسي] [GPE:فرنسا]».
func marked(t *testing.T, sentence string) (*isnad.Article, []isnad.Mention) {
	t.Helper()
	var text strings.Builder
	var mentions []isnad.Mention
	for {
		before, rest, found := strings.Cut(sentence, "[")
		text.WriteString(before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		kind, name, ok := strings.Cut(name, ":")
		if !ok {
			t.Fatalf("no type in [%s]", name)
		}
		start := len("\n") + text.Len()
		text.WriteString(name)
		mentions = append(mentions, isnad.Mention{Span: isnad.Span{Start: start, End: start + len(name)}, Type: isnad.EntityType(kind), Entity: name})
		sentence = after
	}
	return &isnad.Article{ID: "a", Body: text.String(), Published: "2024-05-06"}, mentions
}

// told writes the events of a sentence: type trigger actors > recipients @place status.
func told(t *testing.T, r *Reader, l *eventLexicon, sentence string) []string {
	t.Helper()
	a, mentions := marked(t, sentence)
	d := r.newDoc(a)
	_, times := r.figures.read(d)
	var out []string
	read := &isnad.Analysis{Claims: r.claims(d), Mentions: mentions, Entities: entitiesOf(mentions), Times: times}
	l.events(d, read)
	names := map[string]string{}
	for _, e := range read.Entities {
		names[e.ID] = e.Name
	}
	side := func(ids []string) string {
		var s []string
		for _, id := range ids {
			s = append(s, names[id])
		}
		return strings.Join(s, "+")
	}
	for _, e := range read.Events {
		out = append(out, strings.Join([]string{e.Type, e.Trigger.In(d.text), side(e.Actors), ">", side(e.Recipients), "@" + e.Place, e.Status}, " "))
	}
	return out
}

func eventReaders(t testing.TB) (*Reader, *eventLexicon) {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r, r.happened
}

func TestEvents(t *testing.T) {
	r, l := eventReaders(t)
	cases := []struct {
		name, sentence string
		want           []string
	}{
		{"verb, subject, object", "هاجم [ORG:الجيش السوداني] [ORG:قوات الدعم السريع] في [GPE:أم درمان].",
			[]string{"ASSAULT هاجم الجيش السوداني > قوات الدعم السريع @أم درمان actual"}},
		{"subject before the verb", "[GPE:تركيا] تعتقل عناصر من [ORG:داعش].",
			[]string{"COERCE تعتقل تركيا > داعش @ actual"}},
		{"meeting", "التقى وزير الخارجية [PER:أيمن الصفدي] نظيره [PER:هاكان فيدان] في [GPE:عمان].",
			[]string{"CONSULT التقى أيمن الصفدي+هاكان فيدان >  @عمان actual"}},
		{"both sides", "انطلقت المحادثات بين [ORG:حركة فتح] و[ORG:حركة حماس] في [GPE:القاهرة].",
			[]string{"CONSULT المحادثات حركة فتح+حركة حماس >  @القاهرة actual"}},
		{"noun with light verb", "شنت مقاتلات [ORG:التحالف العربي] غارات على [ORG:الحوثيين].",
			[]string{"ASSAULT غارات التحالف العربي > الحوثيين @ actual"}},
		{"relative clause", "أسفرت الغارات التي شنتها طائرات [ORG:سلاح الجو الإسرائيلي] عن دمار.",
			[]string{"ASSAULT الغارات سلاح الجو الإسرائيلي >  @ actual"}},
		{"future", "سيزور [PER:عبد المجيد تبون] [GPE:فرنسا] قريبا.",
			[]string{"CONSULT يزور عبد المجيد تبون > فرنسا @فرنسا planned"}},
		{"denied", "لم يهاجم [ORG:حزب الله] [ORG:الجيش اللبناني].",
			[]string{"ASSAULT يهاجم حزب الله > الجيش اللبناني @ denied"}},
		{"possible", "قد يزور [PER:محمد شياع السوداني] [GPE:تركيا].",
			[]string{"CONSULT يزور محمد شياع السوداني > تركيا @تركيا possible"}},
		{"perfect with قد", "كان [PER:قيس سعيد] قد زار [GPE:الصين].",
			[]string{"CONSULT زار قيس سعيد > الصين @الصين actual"}},
		{"demand", "دعا [PER:أنطونيو غوتيريش] [GPE:إسرائيل] إلى ضبط النفس.",
			[]string{"REQUEST دعا أنطونيو غوتيريش > إسرائيل @ actual"}},
		{"agent of a passive", "قتل القيادي [PER:صالح العاروري] في [GPE:بيروت] على يد [ORG:الجيش الإسرائيلي].",
			[]string{"ASSAULT قتل الجيش الإسرائيلي > صالح العاروري @بيروت actual"}},
		{"one side and the other", "اندلعت اشتباكات بين [ORG:الجيش الليبي] و[ORG:قوة الردع] من جهة و[ORG:داعش] من جهة أخرى.",
			[]string{"ASSAULT اشتباكات الجيش الليبي+قوة الردع > داعش @ actual"}},
		{"forces by whom they follow", "قصفت القوات الموالية لـ[PER:حفتر] مطار [GPE:معيتيقة].",
			[]string{"ASSAULT قصفت حفتر >  @معيتيقة actual"}},
		{"subject inside the phrase", "قدم [PER:سعد الحريري] استقالته.",
			[]string{"CONCEDE استقالته سعد الحريري >  @ actual"}},
		{"other side of a meeting in passing", "قال [PER:عبد اللطيف رشيد] خلال لقائه [PER:مسعود بارزاني] إن الحوار مستمر.",
			[]string{"CONSULT لقائه عبد اللطيف رشيد+مسعود بارزاني >  @ actual"}},
		{"agent of a noun behind ل", "أصيب ثلاثة في هجوم جديد ل[ORG:حركة الشباب].",
			[]string{"ASSAULT هجوم حركة الشباب >  @ actual"}},
		{"whose agent is another", "استعادت [ORG:قوات الدرك] المدعومة من قبل [GPE:فرنسا] بلدة [GPE:كيدال].",
			[]string{"ASSAULT استعادت قوات الدرك >  @كيدال actual"}},
		{"setting before the object", "اعتقلت [ORG:الشرطة التركية] خلال الأيام الماضية ناشطين في [GPE:أنقرة].",
			[]string{"COERCE اعتقلت الشرطة التركية > ناشطين @أنقرة actual"}},
		{"title before the object, commas between", "استقبل [PER:تميم بن حمد] في [FAC:قصر البحر] أمس، وزير الخارجية ب[GPE:إيران] [PER:عباس عراقجي].",
			[]string{"CONSULT استقبل تميم بن حمد+عباس عراقجي >  @قصر البحر actual"}},
		{"title that goes on behind the name", "اهتمت الصحف بزيارة [PER:فيصل بن فرحان] ولي العهد النائب الأول لرئيس [ORG:مجلس التعاون] ل[GPE:الأردن].",
			[]string{"CONSULT زيارة فيصل بن فرحان > الأردن @الأردن actual"}},
		{"statement as a subject", "التقى [PER:قيس سعيد] [PER:عبد المجيد تبون]. ودعا البيان [GPE:فرنسا] إلى الاعتذار.",
			[]string{"REQUEST دعا قيس سعيد+عبد المجيد تبون > فرنسا @ actual"}},
		{"whose deed is rejected", "رفضت [GPE:الصين] العقوبات الأميركية.",
			[]string{"REJECT رفضت الصين > أمريكا @ actual"}},
		{"the speaker is the subject", "أعلنت [ORG:وزارة الدفاع التركية] أنها قصفت مواقع [ORG:حزب العمال الكردستاني].",
			[]string{"ASSAULT قصفت وزارة الدفاع التركية > حزب العمال الكردستاني @ actual"}},
		{"whose the noun is", "تصدى [ORG:الجيش اللبناني] ل[ORG:جبهة النصرة] التي كثفت هجماتها.",
			[]string{"ASSAULT هجماتها جبهة النصرة >  @ actual"}},
		{"those for whom others stand", "اجتمع [PER:برهم صالح] مع ممثلين عن [ORG:حزب الدعوة].",
			[]string{"CONSULT اجتمع برهم صالح+حزب الدعوة >  @ actual"}},
		{"denial is no banishment", "نفت [GPE:الجزائر] أنها قصفت [GPE:المغرب].",
			[]string{"REJECT نفت الجزائر >  @ actual"}},
		{"two of them", "نفذ [ORG:سلاح الجو الأردني] غارتين على [ORG:داعش].",
			[]string{"ASSAULT غارتين سلاح الجو الأردني > داعش @ actual"}},
		{"a role without a name", "انتقد وزير الخارجية الفرنسي [ORG:حلف الناتو].",
			[]string{"ACCUSE انتقد وزير الخارجية الفرنسي > حلف الناتو @ actual"}},
		{"names inside a title are not actors", "التقى وزير خارجية [GPE:فرنسا] [PER:جان نويل بارو] [PER:عقيلة صالح] أمس.",
			[]string{"CONSULT التقى جان نويل بارو+عقيلة صالح >  @ actual"}},
		{"who is told something owns nothing", "أوضحت [ORG:حركة الشباب] لـ«[ORG:الراية]» أن قواتها دخلت بلدة [GPE:أفجوي].",
			[]string{"ASSAULT دخلت حركة الشباب >  @أفجوي actual"}},
		{"a pronoun is the object", "دافع المحامي عن [PER:سعد الحريري] الذي اتهمته [ORG:حركة أمل] بالفساد.",
			[]string{"ACCUSE اتهمته حركة أمل > سعد الحريري @ actual"}},
		{"whose deed is condemned, told by a clause", "أدانت [GPE:مصر] هجوما شنته [ORG:قوات الدعم السريع] أمس.",
			[]string{"ACCUSE أدانت مصر > قوات الدعم السريع @ actual"}},
		{"whose deed is rejected, not where", "أكدت [GPE:مصر] رفضها للتدخل الإيراني في شؤون [GPE:العراق].",
			[]string{"REJECT رفضها مصر > إيران @العراق actual"}},
		{"a setting is carried by no verb", "أجرى [PER:قيس سعيد] محادثات مع [PER:عبد المجيد تبون] خلال زيارة ل[PER:محمد المنفي] إلى [GPE:تونس].",
			[]string{"CONSULT زيارة محمد المنفي > تونس @تونس actual"}},
		{"members of a body in quotation marks", "اعتقلت [GPE:تركيا] عناصر من \"[ORG:داعش]\".",
			[]string{"COERCE اعتقلت تركيا > داعش @ actual"}},
		{"the body, not whom it follows", "[ORG:المقاومة الشعبية] الموالية ل[PER:هادي] هاجمت [ORG:الحوثيين].",
			[]string{"ASSAULT هاجمت المقاومة الشعبية > الحوثيين @ actual"}},
		{"the other side of what is concluded", "أبرمت [GPE:باكستان] صفقة مع [GPE:الصين].",
			[]string{"AGREE أبرمت باكستان+الصين >  @ actual"}},
		{"moved, and far from somewhere", "نقل [ORG:الجيش السوداني] قواته بعيدا عن [GPE:الخرطوم] إلى [GPE:كسلا].",
			[]string{"MOBILIZE نقل الجيش السوداني >  @ actual"}},
		{"the verb before carries another noun", "أعلن [PER:سامي الطاهر] مشاركة بلاده في غارات [ORG:التحالف العربي] ضد [ORG:داعش].",
			[]string{"ASSAULT غارات التحالف العربي > داعش @ actual"}},
		{"no genitive of an object with nunation", "أجرى [PER:قيس سعيد] اتصالا أمس بفخامة الرئيس [PER:عبد المجيد تبون].",
			[]string{"CONSULT اتصالا قيس سعيد+عبد المجيد تبون >  @ actual"}},
		{"what for is no owner", "شن [ORG:سلاح الجو الأردني] غارة للدفاع عن [ORG:الجيش الحر].",
			[]string{"ASSAULT غارة سلاح الجو الأردني >  @ actual"}},
		{"whom the actors follow is no owner", "استعادت [ORG:المقاومة الشعبية] الموالية ل[PER:هادي] مبنى قديما.",
			[]string{"ASSAULT استعادت المقاومة الشعبية >  @ actual"}},
		{"members of a body, counted", "قتل [ORG:الجيش الصومالي] أكثر من 40 عنصرا من [ORG:حركة الشباب].",
			[]string{"ASSAULT قتل الجيش الصومالي > حركة الشباب @ actual"}},
		{"who leads is no side", "انسحب [ORG:حزب اليسار] من الائتلاف بقيادة [PER:سامي الطاهر].",
			[]string{"RETREAT انسحب حزب اليسار > الائتلاف @ actual"}},
		{"praised for how he leads", "أشاد [PER:سامي الطاهر] بقيادة [PER:مازن الراشد] للحوار.",
			[]string{"SUPPORT أشاد سامي الطاهر > مازن الراشد @ actual"}},
		{"a side of a country does nothing", "وقع الهجوم الذي نفذته شمال [GPE:الكاميرون] [ORG:بوكو حرام].",
			[]string{"ASSAULT الهجوم بوكو حرام >  @ actual"}},
		{"asked for by whom", "جاءت القمة بناء على طلب من [GPE:الأردن].",
			[]string{"REQUEST طلب الأردن >  @ actual"}},
		{"whom the noun asks", "أكد النائب الطلب من [GPE:الأردن] فتح الحدود.",
			[]string{"REQUEST الطلب  > الأردن @ actual"}},
		{"the object, not what a noun behind it is against", "قاتل [ORG:حزب الله] [ORG:جبهة النصرة] قبل الحرب ضد [ORG:داعش].",
			[]string{"ASSAULT قاتل حزب الله > جبهة النصرة @ actual"}},
		{"against whom another noun is", "هدد [ORG:حركة الشباب] بحملة عسكرية جوية ضد [GPE:كينيا].",
			[]string{"THREATEN هدد حركة الشباب >  @ actual"}},
		{"between two who were named before", "هاجم [ORG:الجيش السوداني] [ORG:قوات الدعم السريع]. وتستمر اشتباكات عنيفة بين الطرفين في مدينة [GPE:الأبيض].",
			[]string{"ASSAULT اشتباكات الجيش السوداني > قوات الدعم السريع @الأبيض actual"}},
		{"a body in a province, and another", "[ORG:المقاومة الشعبية] في محافظة [GPE:لحج] و[ORG:الجيش الوطني] هاجما [ORG:الحوثيين].",
			[]string{"ASSAULT هاجما الجيش الوطني+المقاومة الشعبية > الحوثيين @ actual"}},
		{"the place that sees a protest", "شهدت مدينة [GPE:صفاقس] مظاهرات حاشدة.",
			[]string{"PROTEST مظاهرات حاشدة  >  @صفاقس actual"}},
		{"people of a place who protest", "كان عشرات اللاجئين من [GPE:حمص] قد احتشدوا خارج المقر.",
			[]string{"PROTEST احتشدوا عشرات اللاجئين >  @ actual"}},
		{"a preposition with a pronoun governs no name", "أسفرت الهجمات التي قامت بها [ORG:حركة الشباب] عن دمار.",
			[]string{"ASSAULT الهجمات حركة الشباب >  @ actual"}},
		{"joined over a place", "شنت [GPE:تركيا] ضربات على معسكرات [ORG:حزب العمال الكردستاني] في [GPE:العراق] ومقاتلي تنظيم [ORG:داعش].",
			[]string{"ASSAULT ضربات تركيا > حزب العمال الكردستاني+داعش @العراق actual"}},
		{"no name behind a comma and another verb", "استولى [ORG:داعش] على عدد من البلدات، وقتل [PER:سامي الطاهر].",
			[]string{"ASSAULT استولى داعش >  @ actual"}},
		{"from whom a place is taken", "انتزعت [ORG:المقاومة الشعبية] محافظة [GPE:لحج] جنوب البلاد بالكامل من مقاتلي [ORG:الحوثيين].",
			[]string{"ASSAULT انتزعت المقاومة الشعبية > الحوثيين @لحج actual"}},
		{"a quotation is no title", "وقال \"[PER:سامي الطاهر]\": \"[ORG:قوات الدرك] تصدت لهجوم [ORG:حركة الشباب]\".",
			[]string{"ASSAULT تصدت قوات الدرك > حركة الشباب @ actual"}},
		{"a guest of a town is its country's", "جاءت زيارة الوزير [PER:سامي الطاهر] أمس إلى [GPE:لحج].",
			[]string{"CONSULT زيارة سامي الطاهر >  @لحج actual"}},
		{"whom a pronoun asks", "حذرت [GPE:فرنسا] [PER:حفتر] أمس وطلبت منه طرد [ORG:قوات الدرك].",
			[]string{"REQUEST طلبت منه فرنسا > حفتر @ actual"}},
		{"whose the thing is", "كثف [ORG:حزب العمال الكردستاني] هجماته بعد أن شنت [GPE:تركيا] غارات على مواقعه.",
			[]string{"ASSAULT غارات تركيا > حزب العمال الكردستاني @ actual"}},
		{"accused are those of the event before", "خطفت [ORG:حركة الشباب] [PER:سامي الطاهر] في [GPE:كسلا]، متهمة إياه بالتجسس عليها.",
			[]string{"ACCUSE متهمة حركة الشباب > سامي الطاهر @ actual"}},
		{"whose a pronoun behind «in it» is", "تلقى [PER:قيس سعيد] اتصالا من [PER:عبد المجيد تبون] عبر فيه عن إدانته للحرب.",
			[]string{"ACCUSE إدانته عبد المجيد تبون >  @ actual"}},
		{"held to have done it", "تحدث [PER:سامي الطاهر] عن الهجوم الذي نسب إلى تنظيم [ORG:داعش].",
			[]string{"ASSAULT الهجوم داعش >  @ actual"}},
		{"who dies in it", "كان [PER:سامي الطاهر] الذي قتل في هجوم ل[ORG:حركة الشباب] محاميا.",
			[]string{"ASSAULT هجوم حركة الشباب > سامي الطاهر @ actual"}},
		{"whom its verb hits", "شن [ORG:سلاح الجو الأردني] غارات ليلية، استهدفت مواقع [ORG:داعش].",
			[]string{"ASSAULT غارات سلاح الجو الأردني > داعش @ actual"}},
		{"who is spied for", "كشف [PER:سامي الطاهر] عن تجسس ل[GPE:إيران] في المدينة.",
			[]string{"COERCE تجسس إيران >  @ actual"}},
		{"the verb goes on with who did the one before", "داهم [ORG:الجيش السوداني] المدينة وشن حملة اعتقالات في صفوف [ORG:قوات الدعم السريع].",
			[]string{"COERCE حملة اعتقالات الجيش السوداني > قوات الدعم السريع @ actual"}},
		{"two with the verb between", "[PER:قيس سعيد] يلتقي و[PER:عبد المجيد تبون] في [GPE:تونس].",
			[]string{"CONSULT يلتقي قيس سعيد+عبد المجيد تبون >  @تونس actual"}},
		{"what a deed of nobody is not pledged to", "تعهد [PER:سامي الطاهر] بعدم استخدام [ORG:الجيش السوداني].",
			[]string{"AGREE تعهد سامي الطاهر >  @ actual"}},
		{"to say nothing is refused to nobody", "رفض [PER:سامي الطاهر] أمام [ORG:مجلس النواب] التعليق.",
			[]string{"REJECT رفض سامي الطاهر >  @ actual"}},
		{"titles in a row", "اهتمت الصحف بزيارة ولي العهد النائب الثاني لرئيس [ORG:مجلس الوزراء] وزير الدفاع [PER:محمد بن سلمان] ل[GPE:تونس].",
			[]string{"CONSULT زيارة محمد بن سلمان > تونس @تونس actual"}},
		{"for whom members act", "انتهى اجتماع نواب \"[ORG:حزب اليسار]\".",
			[]string{"CONSULT اجتماع حزب اليسار >  @ actual"}},
		{"the clause is about whom it opens with", "قال الكاتب إن [ORG:حركة أمل]، المعروفة بمواقفها، تقف إلى جانب رئيس الوزراء، [PER:سعد الحريري].",
			[]string{"SUPPORT تقف إلى جانب حركة أمل > سعد الحريري @ actual"}},
		{"officials of a country", "أجرى [PER:قيس سعيد] محادثات مع عدد من المسؤولين الأردنيين.",
			[]string{"CONSULT محادثات قيس سعيد+الأردن >  @ actual"}},
		{"officials of a body", "التقى [PER:قيس سعيد] بعض القيادات في حزب [ORG:النهضة].",
			[]string{"CONSULT التقى قيس سعيد+النهضة >  @ actual"}},
		{"who visits, behind adjectives", "تحدث الموقع عن الزيارة المفاجئة للرئيس [PER:رجب طيب أردوغان] ل[GPE:فرنسا].",
			[]string{"CONSULT الزيارة رجب طيب أردوغان > فرنسا @فرنسا actual"}},
		{"whose deed is rejected, told by a noun", "أكدت [GPE:مصر] رفضها تدخل [GPE:إيران] في شؤون [GPE:اليمن].",
			[]string{"REJECT رفضها مصر > إيران @اليمن actual"}},
		{"the object right before «to»", "دعا [PER:سامي الطاهر]، في أول خطاب له بعد انتخابه، مقاتلي [ORG:حركة الشباب] إلى الهدوء.",
			[]string{"REQUEST دعا سامي الطاهر > حركة الشباب @ actual"}},
		{"between it and another", "هاجمت [ORG:حركة الشباب] المقر، ووقعت اشتباكات بينها وبين [ORG:الجيش الصومالي].",
			[]string{"ASSAULT اشتباكات حركة الشباب > الجيش الصومالي @ actual"}},
		{"whose deed is condemned, told before", "شنت [GPE:تركيا] قصفا على القرية. وأدان [PER:سامي الطاهر] هذا القصف.",
			[]string{"ACCUSE أدان سامي الطاهر > تركيا @ actual"}},
		{"the medium before the object", "اتهم [PER:سامي الطاهر] في مقابلة مع صحيفة [ORG:الراية] [PER:قيس سعيد] بالخيانة.",
			[]string{"ACCUSE اتهم سامي الطاهر > قيس سعيد @ actual"}},
		{"a prince who is called like a people", "قال الأمير [PER:تركي الطاهر] إن بلاده لن تتسامح مع أحد.",
			[]string{"CONCEDE تتسامح  >  @ denied"}},
		{"a diplomat of that people", "قال دبلوماسي تركي إن بلاده لن تتسامح مع أحد.",
			[]string{"CONCEDE تتسامح تركيا >  @ denied"}},
		{"an adjective that is an everyday word", "قال رئيس الوحدة المالية [PER:سامي الطاهر] إن بلاده لن تتسامح مع أحد.",
			[]string{"CONCEDE تتسامح  >  @ denied"}},
		{"a body whose class word a list has with its name", "واتهمت منظمة [ORG:العفو الدولية] [GPE:إيران] بتعذيب السجناء.",
			[]string{"ACCUSE اتهمت العفو الدولية > إيران @ actual"}},
		{"talks with a country by which a paper's name begins", "بدأت [GPE:مصر] محادثات مع [GPE:روسيا].",
			[]string{"CONSULT محادثات مصر+روسيا >  @ actual"}},
		{"a cue that begins with و", "وقال الوزير إن الوضع صعب. وصفت [ORG:حركة الشباب] القرار بأنه خطير.", nil},
		{"a wish", "استقبل الملك أيده الله الوفد.", nil},
		{"the authorities in a country", "أشاد [PER:سامي الطاهر] بالجهات الأمنية في [GPE:فرنسا].",
			[]string{"SUPPORT أشاد سامي الطاهر > فرنسا @فرنسا actual"}},
		{"asked for by whom, a verb before", "نفذ [ORG:الجيش السوداني] العملية بطلب من [GPE:مصر].",
			[]string{"REQUEST طلب مصر >  @ actual"}},
		{"the speaker whose name is left out met", "قال [PER:قيس سعيد] إن الحوار مستمر. وأضاف أمس خلال لقائه [PER:مسعود بارزاني] إن القرار قريب.",
			[]string{"CONSULT لقائه قيس سعيد+مسعود بارزاني >  @ actual"}},
		{"no names", "زار الوزير المصنع صباحا.", nil},
	}
	for _, c := range cases {
		have := told(t, r, l, c.sentence)
		for _, want := range c.want {
			found := false
			for _, h := range have {
				found = found || h == want
			}
			if !found {
				t.Errorf("%s: %s\n have %q\n want %q", c.name, c.sentence, have, want)
			}
		}
		if c.name == "no names" && len(have) > 0 {
			t.Errorf("%s: have %q", c.name, have)
		}
	}
}

// What is no event: words of many senses, a name that is kept back, the title at the end.
func TestNoEvents(t *testing.T) {
	r, l := eventReaders(t)
	for _, c := range []struct{ name, sentence, trigger string }{
		{"particle", "فقد زار [PER:قيس سعيد] [GPE:الصين].", "فقد"},
		{"achieves", "حققت [GPE:اليابان] نموا كبيرا هذا العام.", "حققت"},
		{"club", "تعاقد نادي [ORG:الوحدة] مع [PER:سامي الطاهر].", "نادي"},
		{"gives another verb", "هاجمت [ORG:حركة الشباب] بغطاء وفرته طائرات [ORG:سلاح الجو الكيني].", "فرته"},
		{"passes on", "كتب الموقع ذلك نقلا عن [ORG:حلف الناتو] قرب [GPE:بروكسل].", "نقلا"},
		{"passes on, the one who does between", "ونقلت [ORG:الراية] أمس عن [ORG:حلف الناتو] في [GPE:بروكسل] خبر الانسحاب.", "نقلت"},
		{"a front between two provinces", "دارت معارك على الحدود بين محافظتي [GPE:تعز] و[GPE:لحج].", "معارك"},
		{"a show", "شارك آلاف السكان في تظاهرة ثقافية ب[GPE:تونس].", "تظاهرة"},
		{"a course of work", "خرج مئات الطلاب في [GPE:صفاقس] يحتفون بمسيرته الفنية.", "مسيرته"},
		{"things are no crowd", "تجمعت مئات الشاحنات في [GPE:طرابلس].", "تجمعت"},
		{"who has arms closes no road in protest", "قطعت الشرطة الطريق إلى [GPE:البصرة].", "قطعت"},
		{"an interview", "قال [PER:سامي الطاهر] في اتصال مع وكالة [ORG:الراية] إن القرار قريب.", "اتصال"},
		{"ascribes", "عزت [ORG:حركة فتح] أسباب التأجيل إلى [GPE:إسرائيل].", "عزت"},
		{"keeps the name back", "قال مسؤول في [ORG:حلف الناتو] طلب عدم نشر اسمه إن القرار قريب.", "طلب"},
	} {
		for _, have := range told(t, r, l, c.sentence) {
			if strings.Contains(have, " "+c.trigger+" ") {
				t.Errorf("%s: %s\n have %q", c.name, c.sentence, have)
			}
		}
	}
	title := "تركيا تقصف مواقع حزب العمال الكردستاني"
	a := r.Analyze(&isnad.Article{ID: "a", Title: title, Body: "قال السكان إن الليل كان هادئا في الجبل وإن الطريق مفتوح.\nاقرأ أيضا: " + title})
	if len(a.Events) != 1 {
		t.Errorf("the title at the end is told again: %v", a.Events)
	}
}

// A role tells the person to whom the article gives it, before and behind.
func TestRolesInEvents(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ name, title, body, want string }{
		{"in the title", "قائد القوات البرية الليبية يزور بلغراد", "التقى قائد القوات البرية الليبية الفريق سامي الطاهر وزير الدفاع في بلغراد أمس.", "سامي الطاهر"},
		{"a title of two words", "رئيس الوزراء البريطاني يزور القاهرة", "زار رئيس الوزراء البريطاني ديفيد كاميرون القاهرة أمس.", "ديفيد كاميرون"},
		{"another's role", "وزير الخارجية الصيني يزور القاهرة", "زار رئيس الوزراء البريطاني ديفيد كاميرون القاهرة أمس.", "وزير الخارجية الصيني"},
	} {
		a := r.Analyze(&isnad.Article{ID: "a", Title: c.title, Body: c.body})
		names := map[string]string{}
		for _, e := range a.Entities {
			names[e.ID] = e.Name
		}
		have := ""
		if len(a.Events) > 0 && len(a.Events[0].Actors) == 1 {
			have = names[a.Events[0].Actors[0]]
		}
		if have != c.want {
			t.Errorf("%s: have %q, want %q", c.name, have, c.want)
		}
	}
}

// FuzzEvents takes every third word for a name: triggers stay inside the text, and nothing
// panics.
func FuzzEvents(f *testing.F) {
	r, l := eventReaders(f)
	f.Add("شنت القوات غارات على حلب والتقى السيسي نظيره قبل ذلك")
	f.Add("للأردن و")
	f.Fuzz(func(t *testing.T, s string) {
		a := &isnad.Article{Body: s}
		d := r.newDoc(a)
		var mentions []isnad.Mention
		for i := range d.toks {
			if i%3 == 0 {
				mentions = append(mentions, isnad.Mention{Span: d.span(i, i+1), Type: isnad.ORG, Entity: d.toks[i].Text})
			}
		}
		read := &isnad.Analysis{Mentions: mentions, Entities: entitiesOf(mentions)}
		l.events(d, read)
		for _, e := range read.Events {
			if e.Trigger.Start < 0 || e.Trigger.End > len(d.text) || e.Trigger.Len() <= 0 {
				t.Errorf("trigger %v of %q", e.Trigger, s)
			}
		}
	})
}

// entitiesOf lists the entities that mentions stand for, each by its name.
func entitiesOf(mentions []isnad.Mention) []isnad.Entity {
	var out []isnad.Entity
	seen := map[string]bool{}
	for _, m := range mentions {
		if !seen[m.Entity] {
			seen[m.Entity] = true
			out = append(out, isnad.Entity{ID: m.Entity, Type: m.Type, Name: m.Entity})
		}
	}
	return out
}
