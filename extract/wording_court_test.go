package extract

import "testing"

// TestSaidOfSource: more is told of a source that a preposition names before what is said begins.
func TestSaidOfSource(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"ووفق المعطيات التي جمعها المحققون، فإن السارق فر إلى الغابة.", []said{{"وفق", "السارق فر إلى الغابة", "المعطيات:document", ""}}},
		{"وبحسب التصريحات التي أدلى بها سالم حداد، فإن المصنع سيغلق.", []said{{"بحسب", "المصنع سيغلق", "سالم حداد:person", ""}}},
		{"وبحسب الرواية الرسمية، فإن المصنع سيغلق.", []said{{"بحسب", "المصنع سيغلق", "الرواية الرسمية:document", ""}}},
		{"وأفاد مصدر أمني في اتصال هاتفي بهسبريس أن الطريق مقطوعة.", []said{{"أفاد", "الطريق مقطوعة", "هسبريس:media < مصدر أمني:unnamed", ""}}},
		{"وفي بيان توصلت هسبريس بنسخة منه، قالت النقابة إن الإضراب قائم.", []said{{"قالت", "الإضراب قائم", "هسبريس:media < النقابة:organization", ""}}},
		{"وعلمت «الشروق» من مصادر موثوقة أن الوزير سيقال.", []said{{"علمت", "الوزير سيقال", "الشروق:media < مصادر موثوقة:unnamed", ""}}},
	})
}

// TestWhoeverSpoke: «المتحدث» and «المسؤول» alone stand for a person who has just spoken, unless another is called so.
func TestWhoeverSpoke(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"كشف محافظ البنك، سالم حداد، عن ارتفاع الأسعار. وقال ذات المسؤول إن النمو بطيء. وأشار المتحدث إلى أن الكتلة كبيرة.", []said{{"كشف", "ارتفاع الأسعار", "سالم حداد:person", ""}, {"قال", "النمو بطيء", "~سالم حداد:person", ""}, {"أشار", "الكتلة كبيرة", "~سالم حداد:person", ""}}},
		{"قال مسؤول أمني إن الطريق آمن. وقال الوزير سالم حداد إن العمل مستمر. وأضاف المسؤول أن الحراس هناك.", []said{{"قال", "الطريق آمن", "مسؤول أمني:unnamed", ""}, {"قال", "العمل مستمر", "سالم حداد:person", ""}, {"أضاف", "الحراس هناك", "~مسؤول أمني:unnamed", ""}}},
	})
}

// TestAnsweredAnew: a sentence that begins with «وهو ما» answers what the one before it told.
func TestAnsweredAnew(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"قال شهود عيان إن المستشفى مغلق. وهو الأمر الذي كذبه العريبي جملة وتفصيلا.", []said{{"قال", "المستشفى مغلق", "شهود عيان:group", ""}, {"كذبه", "المستشفى مغلق", "العريبي:person", "deny"}}},
		{"قال شهود عيان إن المستشفى مغلق. الأمر الذي كذبته الوزارة.", []said{{"قال", "المستشفى مغلق", "شهود عيان:group", ""}, {"كذبته", "المستشفى مغلق", "الوزارة:state", "deny"}}},
		{"انخفضت الأسعار في الأسواق هذا الأسبوع. وهو ما أكده التاجر سالم حداد لرويترز.", []said{{"أكده", "انخفضت الأسعار في الأسواق هذا الأسبوع", "رويترز:media < سالم حداد:person", ""}}},
	})
}

// TestCondemnedInQuotes: what is condemned stands in quotation marks behind a definite subject, or is told by a plural.
func TestCondemnedInQuotes(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وأدان الاتحاد العام التونسي للشغل \"الحملة الممنهجة\" ضد النقابيين.", []said{{"أدان", "\"الحملة الممنهجة\" ضد النقابيين", "الاتحاد العام التونسي للشغل:organization", "mixed condemn"}}},
		{"وأدانت الحركة \"الشعبية لتحرير السودان\" الهجوم على المدينة.", []said{{"أدانت", "الهجوم على المدينة", "الحركة الشعبية لتحرير السودان:organization", "condemn"}}},
		{"واستنكرت نقابة الأطباء الاعتداءات المتكررة على الأطقم الطبية.", []said{{"استنكرت", "الاعتداءات المتكررة على الأطقم الطبية", "نقابة الأطباء:organization", "condemn"}}},
	})
}

// TestPleaded: what is pleaded for before a court.
func TestPleaded(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"من جهته، نفى دفاع المتهمة، المحامي سالم حداد، علم موكلته بالشحنة، ملتمسا متابعتها في حالة سراح.", []said{{"نفى", "علم موكلته بالشحنة", "سالم حداد:person", "deny"}, {"ملتمسا", "متابعتها في حالة سراح", "~سالم حداد:person", "demand"}}},
	})
}
