package extract

import "testing"

// TestInterviews: who answers is named once, before the first question; his answers are his, whatever they tell of others,
// and questions are nobody's claims.
func TestInterviews(t *testing.T) {
	checkReadings(t, nil, []claimCase{
		{"التقت الصحيفة القيادي سالم حداد وكان هذا الحوار:\nس: هل وافقتم؟\nج: قدمنا ملاحظاتنا. وقالت الحكومة إنها تدرسها.\nس: تتحدث موسكو عن الحرب، ما رأيك؟\nج: لا نخشاها.", []said{{":", "قدمنا ملاحظاتنا. وقالت الحكومة إنها تدرسها", "~سالم حداد:person", ""}, {":", "لا نخشاها", "~سالم حداد:person", ""}}},
		{"حاورت المجلة الكاتبة هدى ناصر في بيتها.\n* ما دور الصحافة؟\n- أعتقد أنها تراجعت.\n* وهل تعود؟\n- ستعود.", []said{{"-", "أعتقد أنها تراجعت", "~هدى ناصر:person", "assess"}, {"-", "ستعود", "~هدى ناصر:person", ""}}},
		{"هل تعود الحرب؟\n- غارة في الجنوب.\nهل يعود السلام؟\n- مؤتمر في الشمال.", nil},
	})
}
