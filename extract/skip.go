package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// skipAdverbs passes what may stand between a verb and its subject: commas, days,
// parentheses.
func (r *Reader) skipAdverbs(d *doc, i, hi int) int {
	for i < hi {
		t := &d.toks[i]
		switch {
		case t.Norm == "(":
			i = d.afterParenthesis(i, hi)
		case t.Kind == punctKind && !t.IsQuoteMark():
			i++
		case i+2 < hi && d.serves(i, lexicon.Aside) && strings.HasPrefix(d.toks[i+1].Norm, "ال"):
			i += 2 // «أدانت الوزارة، بأشد العبارات، الهجوم»
		case t.Kind == numberKind && d.pastDate(i, hi) > i:
			i = d.pastDate(i, hi)
		case r.pastMedium(d, i, hi) > i:
			i = r.pastMedium(d, i, hi)
		case r.pastSeason(d, i) > i && r.pastSeason(d, i) <= hi:
			i = r.pastSeason(d, i)
		case d.is(i, "اول") && i+2 < hi && d.is(i+1, "من") && d.is(i+2, "امس"):
			i += 3
		case d.fn[i]&lexicon.Adverb != 0 && !(i+1 < hi && d.toks[i+1].Norm == ":"):
			i++
		default:
			return i
		}
	}
	return i
}

// pastDate steps over «10 جانفي 2018», «11 من تموز», «5 أكتوبر/تشرين الأول الماضي»; i where none stands.
func (d *doc) pastDate(i, hi int) int {
	k := i + 1
	if k < hi && d.is(k, "من") {
		k++
	}
	if k >= hi || len(d.toks[i].Norm) > 2 || !d.dated(k, "month") {
		return i
	}
	for k++; k < hi; k++ {
		year := d.toks[k].Kind == numberKind && len(d.toks[k].Norm) == 4
		if d.toks[k].Norm != "/" && !year && !d.dated(k, "month") && !d.dated(k, "rel") && !(d.is(k, "الاول") || d.is(k, "الثاني")) {
			break
		}
	}
	return k
}

// dated: the whole word at i is one of dates of this class, or begins one.
func (d *doc) dated(i int, class string) bool {
	if d.readings[i].cut > 0 {
		return false
	}
	for k := range d.readings[i].phrases {
		if d.readings[i].phrases[k].class == class {
			return true
		}
	}
	return false
}

// pastSeason steps over «الشهر الماضي» and «مطلع الأسبوع الحالي»; i where neither begins there.
func (r *Reader) pastSeason(d *doc, i int) int {
	k := i
	if d.serves(k, lexicon.Edge) {
		k++
	}
	if d.serves(k, lexicon.Season) && d.serves(k+1, lexicon.Lately) {
		return k + 2
	}
	return i
}

// pastMedium steps over «لـ«الشرق الأوسط»»، «لوكالة نوفا» and «في تصريح صحفي» between a verb and its
// subject; i where none begins there.
func (r *Reader) pastMedium(d *doc, i, hi int) int {
	w := d.toks[i].Norm
	if w == "ل" && i+1 < hi && d.toks[i+1].IsQuoteMark() {
		if s, ok := r.quotedName(d, i+1, hi); ok {
			return s.npEnd
		}
		return i
	}
	if strings.HasPrefix(w, "ل") {
		if s, ok := r.mediumAt(d, i, hi); ok && s.cut > 0 {
			return s.npEnd
		}
		return i
	}
	if next := r.pastSetting(d, i, hi); next > i {
		return next
	}
	if w != "في" || !r.speechPhrase(d, i) {
		return i
	}
	for j := i + 2; j < hi && j < i+14; j++ {
		if d.toks[j].Norm == "،" || d.toks[j].Norm == "," {
			return j + 1
		}
		if s, ok := r.mediumAt(d, j, hi); ok && d.fn[j-1]&lexicon.Carrying != 0 {
			j = s.npEnd - 1 // «في مقابلة أجرتها معه إذاعة المساء»
			continue
		}
		if r.verbalNoun(d.toks[j].Norm) || r.personTitle(d, j) {
			return j
		}
		if next := r.pastSetting(d, j, hi); next > j {
			j = next - 1
			continue
		}
		if next := r.pastMedium(d, j, hi); next > j {
			return next
		}
	}
	return i
}

// personTitle: an office begins at i, behind no noun that it could belong to: «في تصريح صحفي
// وزير النقل».
func (r *Reader) personTitle(d *doc, i int) bool {
	m, ok := exact(&r.titles.Forms, d, i, inTitles)
	if body, listed := exact(&r.nouns.Forms, d, i-1, inNouns); listed && (body.Value.Kind == isnad.Organization || body.Value.Kind == isnad.State) {
		return false // «في تصريح من مجلس النواب»
	}
	return ok && m.Value.Kind == "office" && d.fn[i-1]&lexicon.SpeechNoun == 0 && !strings.HasPrefix(d.toks[i-1].Norm, "ال")
}

// pastSetting steps over «في هذا الصدد»، «في السياق ذاته»، «في وقت سابق»، «بهذه المناسبة».
func (r *Reader) pastSetting(d *doc, i, hi int) int {
	if w := d.toks[i].Norm; w != "في" && !(strings.HasPrefix(w, "ب") && r.functions.Serves(w[2:], lexicon.Demonstrative)) {
		return i
	}
	for j := i + 1; j < hi && j <= i+2; j++ {
		if d.fn[j]&lexicon.Setting == 0 {
			continue
		}
		j++
		if j < hi && (d.fn[j]&lexicon.Same != 0 || d.serves(j, lexicon.SettingKind)) {
			j++
		}
		return j
	}
	return i
}

// firstComma is the first comma of the tokens [i, end), or end.
func (r *Reader) firstComma(d *doc, i, end int) int {
	for ; i < end; i++ {
		if r.isComma(d, i) {
			return i
		}
	}
	return end
}

func (r *Reader) isComma(d *doc, i int) bool {
	return i >= 0 && i < len(d.toks) && (d.toks[i].Norm == "،" || d.toks[i].Norm == ",")
}

// tellsMore: what stands in brackets from token i on says more of who was named and is no name of his:
// «الشبكة (غير حكومية)», «المرصد (مقره لندن)», «سعاد (17 عاما)».
func (d *doc) tellsMore(i int) bool {
	return i < len(d.toks) && (d.toks[i].Kind == numberKind && d.serves(i+1, lexicon.YearUnit) || d.fn[i]&lexicon.Preposition != 0 || d.serves(i, lexicon.Seated))
}

// afterParenthesis is the token behind the closing one, or the next if it does not close
// within a few words.
func (d *doc) afterParenthesis(i, hi int) int {
	for j := i + 1; j < hi && j < i+12; j++ {
		if d.toks[j].Norm == ")" {
			return j + 1
		}
	}
	return i + 1
}
