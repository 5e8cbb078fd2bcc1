package extract

import "testing"

// TestHoldsHim: behind a participle a pronoun stands for what is held for something, and is no part of what is said.
func TestHoldsHim(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وندد سالم بن عمر بقطع الطريق معتبرا إياه \"عقابا جماعيا\".", []said{{"ندد", "قطع الطريق", "سالم بن عمر:person", "condemn"}, {"معتبرا", "عقابا جماعيا", "~سالم بن عمر:person", "direct assess purpose"}}},
		{"وأيدت الوزارة القرار، معتبرة إياه خطوة أولى.", []said{{"أيدت", "القرار", "الوزارة:state", "praise"}, {"معتبرة", "خطوة أولى", "~الوزارة:state", "assess"}}},
		{"واستقبل سالم بن عمر الوفد واصفا إياه بأنه شجاع.", []said{{"واصفا", "شجاع", "~سالم بن عمر:person", "assess"}}},
	})
}

// TestAsksBesides: what the speaker asks is no part of what he said.
func TestAsksBesides(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وأكد النائب سالم حداد أن الأسعار ارتفعت، متسائلا عن دور الرقابة.", []said{{"أكد", "الأسعار ارتفعت", "سالم حداد:person", ""}}},
		{"وأكد النائب سالم حداد أن المدير جاء متسائلا عن الكلفة.", []said{{"أكد", "المدير جاء متسائلا عن الكلفة", "سالم حداد:person", ""}}},
	})
}

// TestQuotedInStatement: behind the statement in which somebody speaks stand his words, though a word follows them at once.
func TestQuotedInStatement(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وقال المدير سمير حداد في بيان \"العمال تلقوا أجورهم كاملة\" مضيفا أن الإنتاج مستمر.", []said{
			{"قال", "العمال تلقوا أجورهم كاملة", "سمير حداد:person", "direct"}, {"مضيفا", "الإنتاج مستمر", "~سمير حداد:person", ""}}},
		{"وقال المدير سمير حداد في برنامج \"صباح الخير يا بلادي\" إن الإنتاج مستمر.", []said{{"قال", "الإنتاج مستمر", "سمير حداد:person", ""}}},
	})
}

// TestHadDone: who stands between كان and قد is the subject, whether a list has his name or not.
func TestHadDone(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"هذا وكانت رايس قد اتهمت الخرطوم بعرقلة القافلة.", []said{{"اتهمت", "عرقلة القافلة", "رايس:person", "accuse"}}},
		{"وكانت الحكومة قد اتهمت رايس بعرقلة القافلة.", []said{{"اتهمت", "عرقلة القافلة", "الحكومة:state", "accuse"}}},
	})
}

// TestOfficeEnding: «المنتهية ولايته» stands between an office and its holder.
func TestOfficeEnding(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وأكد رئيس الحكومة المنتهية ولايته سالم الشاهد أن الانتخابات ستجرى.", []said{{"أكد", "الانتخابات ستجرى", "سالم الشاهد:person", ""}}},
		{"ولفت أحد هؤلاء المسؤولين إلى أن الطائرات تهبط ليلا.", []said{{"لفت", "الطائرات تهبط ليلا", "أحد هؤلاء المسؤولين:unnamed", ""}}},
		{"وكان سالم بن عمر يردد دائما أن الصحفي شاهد.", []said{{"يردد", "الصحفي شاهد", "سالم بن عمر:person", ""}}},
	})
}

// TestTitleOfInterview: before the colon of a title may stand what somebody speaks in.
func TestTitleOfInterview(t *testing.T) {
	checkTitles(t, nil, []claimCase{
		{"سالم الحداد في حوار مع رويترز: لن أعود إلى الحكومة", []said{{":", "لن أعود إلى الحكومة", "رويترز:media < سالم الحداد:person", ""}}},
	})
}

// TestOutletTellsWhoSays: behind an outlet and a colon, who says something is told by the outlet, and says it.
func TestOutletTellsWhoSays(t *testing.T) {
	checkTitles(t, nil, []claimCase{
		{"رويترز: وزير النفط يؤكد أن الاتفاق قريب", []said{{"يؤكد", "الاتفاق قريب", "رويترز:media < وزير النفط:person", ""}}},
		{"رويترز: الاتفاق قريب", []said{{":", "الاتفاق قريب", "رويترز:media", ""}}},
	})
}

// TestBroughtToSay: who stands right before «إلى القول إن» says it.
func TestBroughtToSay(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"ودفع الغضب الشعبي وزير الداخلية كمال الفقي إلى القول إن الأمن مستتب.", []said{{"القول", "الأمن مستتب", "~كمال الفقي:person", ""}}},
		{"وأكد المدير سالم العياري أن الأرقام غائبة، وناشد الحكومة التدخل.", []said{{"أكد", "الأرقام غائبة", "سالم العياري:person", ""}, {"ناشد", "التدخل", "~سالم العياري:person", "demand"}}},
	})
}

// TestBetweenDashes: what is said aside between dashes, or of a paper between commas, does not part a verb from what it tells.
func TestBetweenDashes(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وأوضح الوزير سالم حداد - في جلسة حضرها النواب - أن المفاوضات مستمرة.", []said{{"أوضح", "المفاوضات مستمرة", "سالم حداد:person", ""}}},
		{"وذكرت هالة الطاهر - معلمة - أن الطريق بعيد.", []said{{"ذكرت", "الطريق بعيد", "هالة الطاهر:person", ""}}},
		{"وكشف بلاغ للنقابة، توصلت رويترز بنسخة منه، عن خوض إضراب وطني.", []said{{"كشف", "خوض إضراب وطني", "رويترز:media < بلاغ للنقابة:document", ""}}},
		{"وطبقا للمصادر فإن سالم حداد غادر البلاد.", []said{{"طبقا", "سالم حداد غادر البلاد", "المصادر:unnamed", ""}}},
		{"وأكد سامي فان غال أن الفريق جاهز.", []said{{"أكد", "الفريق جاهز", "سامي فان غال:person", ""}}},
		{"وأعلن اتحاد العمال تنظيم مسيرة غدا، وناشد لجان الأحياء الالتزام بالهدوء.", []said{{"أعلن", "تنظيم مسيرة غدا", "اتحاد العمال:organization", ""}, {"ناشد", "الالتزام بالهدوء", "~اتحاد العمال:organization", "demand"}}},
	})
}

// TestPlaceBeforeWhoSays: behind a country and a colon, who says something says it, and the country nothing.
func TestPlaceBeforeWhoSays(t *testing.T) {
	checkTitles(t, nil, []claimCase{
		{"السودان: الأمم المتحدة تحذر من مجاعة وشيكة", []said{{"تحذر", "مجاعة وشيكة", "الأمم المتحدة:organization", "warn"}}},
		{"روسيا: لن نقبل بشروط مسبقة", []said{{":", "لن نقبل بشروط مسبقة", "روسيا:state", ""}}},
	})
}
