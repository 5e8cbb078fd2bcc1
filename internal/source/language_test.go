package source

import "testing"

func TestLanguage(t *testing.T) {
	if _, err := readZones(zonesTSV); err != nil {
		t.Error(err)
	}
	for want, texts := range map[string][]string{
		"ar": {paragraph, "أعلن الرئیس الإیرانی أن بلاده ترید السلام، وقال فی کلمة له إن المفاوضات مستمرة منذ أسابیع",
			"التقى الوزير في تشيلي مدير شركة پيجو وزار مصنع گوگل في المدينة وقال إن العقد وقع أمس مع الشركة"},
		"fa":  {"رئیس جمهور ایران گفت که مذاکرات با طرف\u200cهای خارجی ادامه دارد و این کشور برای رسیدن به توافق آماده است"},
		"ur":  {"وزیر اعظم نے کہا ہے کہ حکومت عوام کے مسائل حل کرنے کے لیے تمام وسائل بروئے کار لائے گی اور اس میں کوئی کوتاہی نہیں ہوگی"},
		"ckb": {"سەرۆکی هەرێمی کوردستان ڕایگەیاند کە گفتوگۆکان لەگەڵ بەغدا بەردەوام دەبن و کێشەکان بە گفتوگۆ چارەسەر دەکرێن"},
		"ps":  {"د افغانستان د بهرنیو چارو وزارت ویلي چې له ګاونډیو هېوادونو سره ښې اړیکې غواړي او په دې برخه کې هڅې روانې دي"},
		"ug":  {"شىنجاڭ ئۇيغۇر ئاپتونوم رايونىنىڭ پايتەختى ئۈرۈمچىدە يېڭى بىر مەكتەپ ئېچىلدى ۋە ئوقۇغۇچىلار قوبۇل قىلىندى"},
		"en":  {"The minister said on Sunday that the talks with the neighbouring country would go on for another week in the capital"},
		"fr":  {"Le ministre a déclaré dimanche que les discussions avec le pays voisin se poursuivront pendant une semaine dans la capitale"},
		"de":  {"Der Minister sagte am Sonntag, dass die Gespräche mit dem Nachbarland noch eine Woche in der Hauptstadt weitergehen und nicht enden"},
		"es":  {"El ministro dijo el domingo que las conversaciones con el país vecino seguirán una semana más en la capital para llegar a un acuerdo"},
		"tr":  {"Bakan pazar günü yaptığı açıklamada komşu ülke ile görüşmelerin başkentte bir hafta daha süreceğini ve bunun için çalıştıklarını söyledi"},
		"ru":  {"Министр заявил в воскресенье, что переговоры с соседней страной продолжатся в столице ещё неделю, и это не последняя встреча"},
		"he":  {"שר החוץ אמר ביום ראשון כי השיחות עם המדינה השכנה יימשכו עוד שבוע בבירה"},
		"":    {"", "عاجل", "12345 67890 12345 67890 12345 67890"},
		"und": {"外交部长星期日表示与邻国的谈判将在首都再持续一周双方都希望达成协议并改善两国之间的关系和合作"},
	} {
		for _, text := range texts {
			if got := Language(text); got != want {
				t.Errorf("Language(%q) = %q, want %q", text, got, want)
			}
		}
	}
}

func TestNotArabicIsNoted(t *testing.T) {
	articles, told := read(t, Options{}, "a.txt", "خبر\nرئیس جمهور ایران گفت که مذاکرات با طرف\u200cهای خارجی ادامه دارد و این کشور برای رسیدن به توافق آماده است")
	if len(articles) != 1 || articles[0].Language != "fa" || len(told) != 1 || told[0] != `a.txt: its language is "fa", not Arabic: little is found` {
		t.Errorf("%+v, told %q", articles[0], told)
	}
}
