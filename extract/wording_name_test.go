package extract

import "testing"

// TestNamesKeptBack: who wants no name says nothing by that; a body's whole name before what it denies.
func TestNamesKeptBack(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"وبحسب مهندس يعمل في المحطة منذ عام 2009 واشترط عدم ذكر اسمه، فإن المشغلين أمروا بتجاوز الحمل.", []said{{"بحسب", "المشغلين أمروا بتجاوز الحمل", "مهندس:unnamed", ""}}},
		{"نفت وزارة التموين والتجارة الداخلية ما تردد على مواقع التواصل بشأن نقص القمح، مؤكدة أن الاحتياطي آمن.", []said{{"نفت", "ما تردد على مواقع التواصل بشأن نقص القمح", "وزارة التموين والتجارة الداخلية:state", "deny"}, {"مؤكدة", "الاحتياطي آمن", "~وزارة التموين والتجارة الداخلية:state", ""}}},
		{"ويرى زميله رشيد قاسي أن السبب الأول هو غياب الصيانة.", []said{{"يرى", "السبب الأول هو غياب الصيانة", "رشيد قاسي:person", "assess purpose"}}},
	})
}

// TestPurposeIsNoName: a body that was named before, called by its class, ends before what something was done for.
func TestPurposeIsNoName(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"قالت منظمة مراقبة السجون إن الحراس مسلحون. واستخدم الحراس الغاز وفق المنظمة لقمع الاحتجاجات.", []said{
			{"قالت", "الحراس مسلحون", "منظمة مراقبة السجون:organization", ""}, {"وفق", "استخدم الحراس الغاز", "~منظمة مراقبة السجون:organization", ""}}},
		{"استخدم الحراس الغاز وفق المنظمة العربية لمراقبة السجون.", []said{{"وفق", "استخدم الحراس الغاز", "المنظمة العربية لمراقبة السجون:organization", ""}}},
	})
}
