package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// phraseEnd follows a noun phrase from token i: adjectives, genitives, quoted names,
// appositions behind a comma; up to a preposition, a verb, a relative clause.
func (r *Reader) phraseEnd(d *doc, i, hi int, kind isnad.Kind) int {
	limit := min(hi, i+maxSourceWords)
	if kind == isnad.Organization && r.purposeBehind(d, i, limit) {
		return i
	}
	for i < limit {
		t := &d.toks[i]
		if e, ok := d.personAt(i); ok && kind == isnad.Person && e.First == i && e.Cut == 0 && e.End-i >= 2 && e.End <= limit {
			i = e.End
			continue
		}
		switch {
		case t.Norm == "ل" && i+1 < limit && d.toks[i+1].IsQuoteMark():
			s, ok := r.quotedName(d, i+1, limit)
			if !ok || s.kind == isnad.Media || s.npEnd >= limit || !r.givenAt(d, s.npEnd, limit) {
				return i // whom it was said to
			}
			i = s.npEnd
		case t.IsQuoteMark():
			q := d.quoteOf[i]
			if q < 0 || d.quotes[q].Open != i || d.quotes[q].Close > i+7 || d.quotes[q].Close >= limit || r.spokenTo(d, i+1) {
				return i
			}
			if kind != isnad.Media && d.quotes[q].Close == i+2 && r.verbalNoun(d.toks[i+1].Norm) {
				return i // «أعلنت الوزارة «تحييد» 14 عنصرا»
			}
			if kind != isnad.Media && d.quotes[q].Close > i+2 && strings.HasPrefix(d.toks[i-1].Norm, "ال") && r.deedsAt(d, i+1) {
				return i // «استنكرت نقابة الأطباء «الاعتداءات المتكررة» على»
			}
			if i = d.quotes[q].Close + 1; i < limit && (d.trait(i, pronounBehind) || kind != isnad.Person && r.besidesQuoted(d, i)) {
				return i // «جماعة "أنصار الشريعة" مسؤوليتها»
			}
		case t.Norm == "(":
			next := d.afterParenthesis(i, limit)
			if next == i+1 || d.tellsMore(i+1) {
				return i
			}
			i = next
		case kind == isnad.Media && d.is(i, "ام") && i > 0 && d.is(i-1, "اف"):
			i++ // «إذاعة حياة إف إم»
		case t.Norm == "،" || t.Norm == ",":
			if !r.apposition(d, i+1, limit, kind) {
				return i
			}
			i++
		case t.Kind == numberKind && i > 0 && d.is(i-1, "القناه"):
			if i++; kind == isnad.Media {
				return r.adjectives(d, i, limit) // «القناة 13 الإسرائيلية»
			}
		case t.Kind == numberKind && kind == isnad.Media && i > 0 && r.headsName(d, i-1):
			i++ // «موقع 24 الإخباري»
		case t.Kind == punctKind || t.Kind == numberKind:
			if t.Norm == "." && i+1 < len(d.toks) && d.toks[i+1].Norm == "." {
				return i // «وقال الوزير.. إن»
			}
			short := r.initialEnds(d, i+1)
			if t.Norm == "/" && kind == isnad.Person && i > 0 && r.honors(d, i-1) {
				i++ // «الأستاذ / محمد الضويان»
				continue
			}
			if t.Norm != "." && t.Norm != "-" || !t.Glued || i+1 >= limit || !d.toks[i+1].Glued && !short {
				return i
			}
			i++
		case d.serves(i, lexicon.ToThem) && i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "الم"):
			if i++; i < limit && d.fn[i] == 0 && strings.HasSuffix(d.toks[i].Norm, "يا") {
				i++ // «عدد من المقبوض عليهم», «الحكومة المعترف بها دوليا»
			}
		case kind == isnad.Organization && d.trait(i, pronounBehind) && d.nameEnds(i):
			return i // «تنظيم داعش مسؤوليته»
		case kind == isnad.Person && d.trait(i, pronounBehind) && i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال") && !d.nameCovers(i):
			return i // «رئيس الحكومة خصومه»
		case kind == isnad.Person && d.is(i, "بنت") && r.childOf(d, i):
			i += 2
		case kind == isnad.Person && d.is(i, "اول") && r.rankOfTwo(d, i-1):
			i++ // «عضو المجلس الفريق أول شمس الدين حداد»
		case r.definiteBehind(d, i, kind), r.endsPhrase(d, i, kind), r.accusative(d, i), r.newPhrase(d, i, kind), r.otherActor(d, i, kind), i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال") && r.verbalNoun(t.Norm) && !d.personBegins(i):
			return i
		default:
			i++
		}
	}
	return i
}

// purposeBehind: behind a body that was named before, and is called by its class alone, what something was done for
// stands: «استخدمت الغاز وفق المنظمة لقمع الاحتجاجات». One that has no name yet may be called by its purpose.
func (r *Reader) purposeBehind(d *doc, i, hi int) bool {
	if i < 1 || i+1 >= hi {
		return false
	}
	purpose, ok := strings.CutPrefix(d.toks[i].Norm, "ل")
	class, definite := strings.CutPrefix(d.toks[i-1].Norm, "ال")
	if !ok || !definite || strings.HasPrefix(purpose, "ل") || !strings.HasPrefix(d.toks[i+1].Norm, "ال") || !d.functions.Serves(class, lexicon.ClassNoun) {
		return false
	}
	for k := range i - 1 {
		if d.toks[k].Norm == class {
			return true
		}
	}
	return false
}

// definiteBehind: behind a word with the article, which governs no genitive, stands a noun with the article: it
// begins what is done or said («أدان الحزب الحاكم القرار»). A title goes on («العميد الركن»), what is behind a
// title or a first name is rather a name («الرئيس الأسد»). A plural of people is no adjective of one thing («دعت
// الوزارة المواطنين»).
func (r *Reader) definiteBehind(d *doc, i int, kind isnad.Kind) bool {
	w := d.toks[i].Norm
	if i == 0 || !strings.HasPrefix(w, "ال") || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	people := len(w) > 12 && strings.HasSuffix(w, "ين") && (strings.HasSuffix(d.toks[i-1].Norm, "يه") || d.has(i-1, inNouns) && strings.HasSuffix(d.toks[i-1].Norm, "ه")) && kind != isnad.Group
	if !d.trait(i, definiteNoun) && (!people || r.titleAt(d, i)) || r.titleAt(d, i-1) && d.isName(i) || d.spelt[i-1].given != 0 {
		return false
	}
	covered := d.coveredTo(i - 1)
	return covered <= i || covered == i+1 && d.trait(i, definiteNoun) // the model took it into the name
}

// titleAt: a title or role begins at token i.
func (r *Reader) titleAt(d *doc, i int) bool {
	_, title := exact(&r.titles.Forms, d, i, inTitles)
	return title
}

// deedsAt: a definite verbal noun stands at i, or several deeds: «الاعتداء», «الاعتداءات».
func (r *Reader) deedsAt(d *doc, i int) bool {
	bare, definite := strings.CutPrefix(d.toks[i].Norm, "ال")
	return definite && !d.nameCovers(i) && (r.verbalNoun(bare) || r.verbalNoun(strings.TrimSuffix(bare, "ات")))
}

// spokenTo: an outlet at i, behind a quotation mark, is whom somebody spoke to: «قال سالم " للجزيرة "».
func (r *Reader) spokenTo(d *doc, i int) bool {
	m, ok := at(&r.media.Names, d, i, inMedia)
	return ok && m.Cut > 0 && strings.HasPrefix(d.toks[i].Norm, "ل")
}

// besidesQuoted: behind a name in quotation marks an indefinite noun belongs to it no longer: «سجلت
// شركة "آبل" زيادة». Its adjectives are definite.
func (r *Reader) besidesQuoted(d *doc, i int) bool {
	t := &d.toks[i]
	return t.Kind == wordKind && d.fn[i]&^lexicon.VerbalNoun == 0 && !strings.HasPrefix(t.Norm, "ال") && !strings.HasPrefix(t.Norm, "و") && !d.trait(i, cliticsBefore) && d.spelt[i].given == 0
}

// apposition: behind the comma stands a title or a first name that belongs to the person
// before it («وزير البيشمركة، مصطفى سيد قادر»).
func (r *Reader) apposition(d *doc, i, hi int, kind isnad.Kind) bool {
	if kind != isnad.Person && kind != isnad.Unnamed || i >= hi {
		return false
	}
	if d.isName(i) || d.personBegins(i) {
		return true
	}
	if q := d.quoteOf[i]; d.toks[i].IsQuoteMark() && q >= 0 && d.quotes[q].Open == i && d.quotes[q].Closed && d.quotes[q].Close < hi {
		return r.personQuoted(d, i+1, d.quotes[q].Close) // «المتحدث باسم الجيش، "سالم حداد"، إن»
	}
	if m, whence := exact(&r.polities.Adjectives, d, i, inAdjectives); whence && m.Words == 1 && strings.HasPrefix(d.toks[i].Norm, "ال") && i+1 < hi && d.personBegins(i+1) && !d.nameEnds(i-1) {
		return true // «مدرب الفريق، البرتغالي جوزيه كوستا»
	}
	if m, ok := exact(&r.titles.Forms, d, i, inTitles); ok && i+m.Words < hi || d.serves(i, lexicon.InCharge) {
		return true
	}
	return r.foreignName(d, i, hi) || r.definiteName(d, i, hi)
}

// definiteName: a word with the article and one or two without it that no list knows stand between commas,
// behind which what is said follows: «الأمين العام للاتحاد، الميلودي بوراس، أن».
func (r *Reader) definiteName(d *doc, i, hi int) bool {
	if i+3 >= hi || !strings.HasPrefix(d.toks[i].Norm, "ال") || !r.isComma(d, i-1) || !r.foreignName(d, i+1, hi) && !r.childOf(d, i+1) {
		return false
	}
	if _, noun := at(&r.nouns.Forms, d, i, inNouns); noun || d.fn[i] != 0 {
		return false
	}
	for k := i + 2; k < i+4 && k+1 < len(d.toks); k++ {
		if r.isComma(d, k) {
			next := k + 1
			return d.fn[next]&(lexicon.ThatWord|lexicon.Preposition|lexicon.Adverb) != 0 || d.toks[next].IsQuoteMark()
		}
	}
	return false
}

// childOf: «بنت مكناس», «ولد حداد»: a name goes on with whose child somebody is.
func (r *Reader) childOf(d *doc, i int) bool {
	return i+1 < len(d.toks) && (d.is(i, "بن") || d.is(i, "بنت") || d.is(i, "ولد")) && d.toks[i+1].Kind == wordKind && d.fn[i+1] == 0
}

// foreignName: one to four words that no list knows and that a comma or the end closes:
// «المتحدث باسم البيت الأبيض، جوش إرنست،».
func (r *Reader) foreignName(d *doc, i, hi int) bool {
	for n := 0; n <= 4; n, i = n+1, i+1 {
		if i >= hi || r.isComma(d, i) {
			return n > 0
		}
		t := &d.toks[i]
		if n > 0 && r.childOf(d, i) {
			continue
		}
		if t.Kind != wordKind || d.fn[i] != 0 || d.trait(i, cliticsBefore) || r.isVerb(d, i) || n == 0 && strings.HasPrefix(t.Norm, "ال") {
			return false
		}
		if _, noun := at(&r.nouns.Forms, d, i, inNouns); noun {
			return false
		}
	}
	return false
}

// endsPhrase tells whether a noun phrase ends before the word at token i.
func (r *Reader) endsPhrase(d *doc, i int, kind isnad.Kind) bool {
	w := d.toks[i].Norm
	f := d.fn[i]
	switch {
	case f&lexicon.Preposition != 0:
		if d.is(i, "علي") && (d.is(i+1, "هامش") || i+1 < len(d.toks) && d.serves(i+1, lexicon.Tongue)) {
			return true // «قال الوزير على هامش المؤتمر»
		}
		if d.is(i, "علي") && r.inCharge(d, i-1) {
			return false // «سفير مطلع على الوثيقة»
		}
		if kind == isnad.Document && d.is(i, "عن") && d.serves(i-1, lexicon.IssuedBy) {
			return false // «بيان صادر عن الوزارة»
		}
		inside := kind == isnad.Unnamed || kind == isnad.Person || kind == isnad.Document || kind == isnad.Group || kind == isnad.Organization
		return !(inside && d.serves(i, lexicon.Joining) && i+1 < len(d.toks) && (d.fn[i+1] == 0 || r.settingIsName(d, i+1)) && !r.speechPhrase(d, i))
	case i > 0 && strings.HasSuffix(d.toks[i-1].Norm, "ون") && (strings.HasSuffix(w, "ات") || strings.HasSuffix(w, "ا") && len(w) >= 8) && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "و") && !strings.HasPrefix(w, "ب") && (kind == isnad.Group || kind == isnad.Unnamed) && !d.nameCovers(i):
		return true // «نشر ناشطون تسجيلات»: no genitive stands behind the ن
	case strings.HasPrefix(w, "ف") && r.answersAsFor(d, i):
		return true // «أما الحركة فرحبت»
	case r.keptBack(d, i):
		return true // «مصرفي فضل حجب اسمه»
	case w == "جمله" && d.is(i+1, "وتفصيلا"):
		return true // «نفاه المدير جملة وتفصيلا»
	case (w == "البالغ" || w == "البالغه") && d.is(i+1, "من") && d.is(i+2, "العمر"):
		return true // «اللاعب البالغ من العمر 31 عاما»
	case w == "عمره" || w == "عمرها" || d.serves(i, lexicon.HisName):
		return true // «مدرس عمره 34 عاما»
	case i > 0 && w == "ما" && (strings.HasPrefix(d.toks[i-1].Norm, "ال") || kind != isnad.Media && kind != isnad.Person && i+1 < len(d.toks) && d.toks[i+1].Kind == wordKind && d.fn[i+1]&(lexicon.Preposition|lexicon.ThatWord) == 0):
		return true // «نفت الوزارة ما تردد», «نفت مصادر أمنية ما راج», «وصفت حركة حماس ما حدث»
	case d.serves(i, lexicon.Seated):
		return true // «المعهد ومقره واشنطن»
	case i+1 < len(d.toks) && r.functions.Serves(w, lexicon.Demonstrative) && (!strings.HasPrefix(d.toks[i+1].Norm, "ال") || r.completeAt(d, i)):
		return true // «نفى مكتب الوزير ذلك جملة وتفصيلا», «رفض المتحدث هذه التهم»
	case strings.HasPrefix(w, "ال") && kind != isnad.Media && kind != isnad.Document && d.has(i, inCues) && r.completeAt(d, i) && !d.nameCovers(i) && r.toldOf(d, i):
		return true // «رفض الجيش الاتهامات»
	case strings.HasPrefix(w, "ب") && r.functions.Serves(w[2:], lexicon.Demonstrative):
		return true // «قال الوزير بهذه المناسبة»
	case (kind == isnad.Person || kind == isnad.Unnamed) && d.serves(i, lexicon.Press) && r.whatHeIs(d, i-1):
		return true // «قال المتحدث للصحفيين»
	case r.pastSeason(d, i) > i:
		return true // «قال مكتب الاحتياط الشهر الماضي»
	case w == "الله" && i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال"):
		return true
	case d.serves(i, lexicon.Provided), f&(lexicon.Particle|lexicon.Whole) != 0, d.has(i, inCues) && (r.ownWords(d, i) || r.whileSpeaking(d, i)):
		return true
	case kind != isnad.Media && kind != isnad.Document && (r.standsAlone(d, i) || r.outletHead(d, i)):
		return true
	case f&lexicon.ThatWord != 0 && r.inOutlet(d, i), (kind == isnad.Person || kind == isnad.Media) && r.firstOfItsKind(d, i):
		return false // «شبكة سي إن إن»
	case f&(lexicon.Relative|lexicon.ThatWord|lexicon.ClauseStart|lexicon.Auxiliary|lexicon.Adverb) != 0:
		return true
	case r.isVerb(d, i):
		return !r.namesSite(d, i)
	}
	if kind == isnad.Unnamed && d.is(i+1, "عدم") {
		return true // «مصدر فضل عدم الكشف عن هويته»
	}
	if strings.HasPrefix(w, "بال") && (kind == isnad.Person || kind == isnad.Unnamed || kind == isnad.Group) && r.telling(d, i) {
		return true // «اكتفى الوزير بالإشارة إلى أن»
	}
	if kind == isnad.Document && (d.fn[i]&lexicon.Carrying != 0 || r.obtained(d, i, len(d.toks))) {
		return true // «صور بثتها القناة», «وثائق شحن حصل عليها الموقع»
	}
	if kind == isnad.Document && strings.HasPrefix(w, "ل") && len(w) > 2 {
		return false // «استطلاع لرويترز»
	}
	return r.cliticEnds(d, i)
}

// settingIsName: the word at i, which often tells only on what occasion something is said, is described as a body is:
// «القيادي في الإطار التنسيقي», not «في الإطار ذاته».
func (r *Reader) settingIsName(d *doc, i int) bool {
	return d.fn[i] == lexicon.Setting && strings.HasPrefix(d.toks[i].Norm, "ال") && r.definiteAdjective(d, i+1) && d.fn[i+1]&lexicon.Same == 0 && !d.serves(i+1, lexicon.SettingKind)
}

// completeAt: what ends before token i takes no genitive: a definite noun or a name.
func (r *Reader) completeAt(d *doc, i int) bool {
	return i > 0 && (strings.HasPrefix(d.toks[i-1].Norm, "ال") || d.nameEnds(i) || d.isName(i-1))
}

// telling: a verbal noun before إلى or على and أن is what somebody does with words: «بالإشارة إلى أن».
func (r *Reader) telling(d *doc, i int) bool {
	return i+2 < len(d.toks) && beforeDeed(wordPrep(d.toks[i+1].Norm)) && d.fn[i+2]&lexicon.ThatWord != 0
}

// maxKeptBack bounds the words between «فضل» and what is kept back.
const maxKeptBack = 5

// keptBack: the word at i, a name by its looks, says that somebody wants to remain without one.
func (r *Reader) keptBack(d *doc, i int) bool {
	if !d.is(i, "فضل") && !d.is(i, "فضلت") && !d.is(i, "اثر") {
		return false
	}
	for k := i + 1; k < len(d.toks) && k < i+maxKeptBack; k++ {
		if d.serves(k, lexicon.KeptBack) {
			return true
		}
	}
	return false
}

// namesSite: «موقع تتبع السفن»: a verbal noun spelt like a verb says what an outlet is for.
func (r *Reader) namesSite(d *doc, i int) bool {
	if i == 0 || i+1 >= len(d.toks) || len(d.toks[i].Norm) != 8 || !strings.HasPrefix(d.toks[i].Norm, "ت") || !strings.HasPrefix(d.toks[i+1].Norm, "ال") || strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	noun, ok := at(&r.nouns.Forms, d, i-1, inNouns)
	return ok && noun.Value.Kind == isnad.Media && noun.Words == 1
}

// whatHeIs: the word at i, an adjective of country apart, is what a person is: «المتحدث»، «مسؤول أميركي».
func (r *Reader) whatHeIs(d *doc, i int) bool {
	if _, whence := exact(&r.polities.Adjectives, d, i, inAdjectives); whence && i > 0 {
		i--
	}
	if noun, ok := at(&r.nouns.Forms, d, i, inNouns); ok && noun.Words == 1 {
		return noun.Value.Kind == isnad.Person || noun.Value.Kind == isnad.Unnamed
	}
	m, title := at(&r.titles.Forms, d, i, inTitles)
	return title && m.Words == 1
}

// rankOfTwo: a rank of more than one word begins at i: «الفريق أول».
func (r *Reader) rankOfTwo(d *doc, i int) bool {
	if i < 0 {
		return false
	}
	m, ok := exact(&r.titles.Forms, d, i, inTitles)
	return ok && m.Words > 1 && m.Value.Kind == "rank"
}

// firstOfItsKind: «مدير الفريق الأول»: the ordinal belongs to the noun before it, no day.
func (r *Reader) firstOfItsKind(d *doc, i int) bool {
	if !d.is(i, "الاول") && !d.is(i, "الاولي") || i == 0 || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	_, noun := exact(&r.nouns.Forms, d, i-1, inNouns)
	title := r.titleAt(d, i-1)
	return noun || title
}

// whileSpeaking: what a speaker does as he speaks follows without a comma: «نفى المعهد مؤكدا أن».
func (r *Reader) whileSpeaking(d *doc, i int) bool {
	if !strings.HasSuffix(d.toks[i].Norm, "ا") || d.nameCovers(i) || d.serves(i, lexicon.InCharge) {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape == lexicon.Participle && f.cut == 0 && strings.HasSuffix(f.Form.Word, "ا") {
			return true
		}
	}
	return false
}

// newPhrase: behind a definite word an indefinite noun, and behind an indefinite adjective
// a definite one, begin another phrase. Persons' names are no such words.
func (r *Reader) newPhrase(d *doc, i int, kind isnad.Kind) bool {
	if i == 0 || kind == isnad.Person || d.toks[i].Kind != wordKind || d.toks[i-1].Kind != wordKind || kind == isnad.Unnamed && (r.unlistedName(d, i) || r.entitles(d, i-1)) {
		return false
	}
	w, before := d.toks[i].Norm, d.toks[i-1].Norm
	if strings.HasPrefix(w, "ال") {
		_, adjective := exact(&r.polities.Adjectives, d, i-1, inAdjectives)
		if strings.HasPrefix(before, "لل") {
			m, noun := exact(&r.nouns.Forms, d, i, inNouns)
			return noun && (m.Value.Kind == isnad.State || m.Value.Kind == isnad.Organization)
		}
		return adjective && !strings.HasPrefix(before, "ال") || kind != isnad.Unnamed && d.nameEnds(i) && !strings.HasPrefix(before, "ال") && !strings.HasSuffix(w, "ي") && !strings.HasSuffix(w, "يه") && !r.definiteAdjective(d, i)
	}
	if strings.HasPrefix(w, "ل") && !strings.HasPrefix(w, "لا") && strings.HasSuffix(w, "ي") && len(w) >= 12 && i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ال") {
		return false // «النقابة الوطنية لسائقي الأجرة»
	}
	_, place := exact(&r.polities.Names, d, i-1, inPolities)
	place = place || d.nameEnds(i) && r.verbalNoun(w) // «قوات أمن الجيزة إجراءات»
	if (!place || writtenTanwin(d.toks[i-1].Text)) && !strings.HasPrefix(before, "ال") || d.fn[i]&^(lexicon.Pointing|lexicon.VerbalNoun|lexicon.SpeechNoun) != 0 || d.spelt[i].given != 0 || d.trait(i, cliticsBefore) {
		return false
	}
	if _, polity := exact(&r.polities.Names, d, i, inPolities); polity || d.bodyCovers(i) {
		return false
	}
	_, medium := exact(&r.media.Names, d, i, inMedia)
	return !medium && len(w) >= 6
}

// accusative: an indefinite accusative behind a definite word begins something else
// («العلماء دليلا»).
func (r *Reader) accusative(d *doc, i int) bool {
	w := d.toks[i].Norm
	if i > 0 && r.inAccusative(d, i-1) {
		return false // «مسؤولاً ليبياً رفيعاً»
	}
	if i > 0 && len(w) >= 8 && writtenTanwin(d.toks[i].Text) && !strings.HasPrefix(w, "و") {
		return true // «سجلت شركة سابك للبتروكيماويات ارتفاعاً»
	}
	if i == 0 || len(w) < 8 || !strings.HasSuffix(w, "ا") || strings.HasPrefix(w, "ال") || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return !polity && !d.isName(i) && !d.known[w]
}

// writtenTanwin: the word is written with the sign of an indefinite accusative, as no name is: «ليبياً».
func writtenTanwin(text string) bool {
	return strings.HasSuffix(text, "اً") || strings.HasSuffix(text, "ًا")
}

// inAccusative: the noun of a source at i, or the adjectives behind it, are an indefinite accusative.
func (r *Reader) inAccusative(d *doc, i int) bool {
	for ; i > 0 && strings.HasSuffix(d.toks[i].Norm, "ا") && !strings.HasPrefix(d.toks[i].Norm, "ال"); i-- {
		if noun, ok := at(&r.nouns.Forms, d, i, inNouns); ok && (noun.Value.Kind == isnad.Unnamed || noun.Value.Kind == isnad.Person) {
			return true
		}
	}
	return false
}

// otherActor: behind a body's name and its adjective stands a person or a place that is no
// part of it, but the object («اتهم الحزب الكردي أنقرة»).
func (r *Reader) otherActor(d *doc, i int, kind isnad.Kind) bool {
	if i == 0 || kind == isnad.Person || !strings.HasPrefix(d.toks[i-1].Norm, "ال") && !strings.HasPrefix(d.toks[i-1].Norm, "لل") {
		return false
	}
	if d.personBegins(i) && r.titled(d, i-1) {
		return false // «إدارة الرئيس الأميركي جورج بوش»
	}
	if d.known[d.toks[i].Norm] && !strings.HasPrefix(d.toks[i].Norm, "ال") {
		return kind == isnad.Organization || kind == isnad.State || kind == isnad.Media
	}
	_, adjective := exact(&r.polities.Adjectives, d, i-1, inAdjectives)
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return adjective && polity
}

// titled: a title ends at token i, adjectives apart.
func (r *Reader) titled(d *doc, i int) bool {
	for i > 0 && r.definiteAdjective(d, i) {
		i--
	}
	_, title := at(&r.titles.Forms, d, i, inTitles)
	return title
}

// standsAlone: an outlet that is known by its name alone, and heads no other noun.
func (r *Reader) standsAlone(d *doc, i int) bool {
	m, ok := exact(&r.media.Names, d, i, inMedia)
	return ok && m.Value.Standalone && !r.headsName(d, i-1) && !writtenTanwin(d.toks[i].Text)
}

// outletHead: «أفاد مصدر تركي وكالة فرانس برس»: an outlet with its head noun, behind a word that
// heads no name.
func (r *Reader) outletHead(d *doc, i int) bool {
	noun, ok := exact(&r.nouns.Forms, d, i, inNouns)
	if !ok || noun.Value.Kind != isnad.Media || i+noun.Words >= len(d.toks) || i == 0 || r.headsName(d, i-1) && !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	_, medium := exact(&r.media.Names, d, i+noun.Words, inMedia)
	return medium
}

// speechPhrase: «في تصريح»، «في مؤتمر صحفي».
func (r *Reader) speechPhrase(d *doc, i int) bool {
	return i+1 < len(d.toks) && d.fn[i+1]&lexicon.SpeechNoun != 0
}

// cliticEnds: a conjunction that joins no noun, or a ل that opens a prepositional phrase.
func (r *Reader) cliticEnds(d *doc, i int) bool {
	w := d.toks[i].Norm
	if rest, ok := strings.CutPrefix(w, "و"); ok && len(rest) > 4 && !d.isName(i) {
		if strings.HasPrefix(rest, "ال") || r.given.Is(rest) {
			return false
		}
		if _, listed := exact(&r.nouns.Forms, d, i, inNouns); listed {
			return false
		}
		if _, joined := at(&r.titles.Forms, d, i, inTitles); joined {
			return false
		}
		if _, joined := at(&r.nouns.Forms, d, i, inNouns); joined {
			return false
		}
		return len(r.cues.Of(rest)) > 0 || r.functions.Word(rest) != 0
	}
	if strings.HasPrefix(w, "ل") {
		m, ok := at(&r.media.Names, d, i, inMedia)
		n, okNoun := at(&r.nouns.Forms, d, i, inNouns)
		if okNoun && n.Words > 1 && n.Value.Kind != isnad.Media {
			return false // «المتحدث الرسمي للهلال الأحمر»
		}
		ok = ok && (m.Value.Standalone || !r.ofWhat(d, i, i+m.Words))
		return ok && m.Cut > 0 || okNoun && n.Cut > 0 && n.Value.Kind == isnad.Media || toLetter(d, i)
	}
	return false
}

// ofWhat: what begins at i and goes on at next tells of what an office or body is, and is no newspaper
// that is spelt alike: «الأمين العام للاتحاد العام».
func (r *Reader) ofWhat(d *doc, i, next int) bool {
	return i > 1 && next < len(d.toks) && strings.HasPrefix(d.toks[next].Norm, "ال") &&
		strings.HasPrefix(d.toks[i-1].Norm, "ال") && strings.HasPrefix(d.toks[i-2].Norm, "ال")
}

// isVerb: a cue verb in a finite form, or a word that looks like an imperfect.
func (r *Reader) isVerb(d *doc, i int) bool {
	t := d.spelt[i].traits
	switch {
	case t&surelyVerb != 0, t&verbBehindComma != 0 && (d.is(i-1, "،") || d.is(i-1, ",")):
		return true
	case t&(verbOrName|verbOrAdjective) == 0 || d.nameCovers(i) || d.known[strings.TrimPrefix(d.toks[i].Norm, "و")]:
		return false
	}
	_, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return t&verbOrName != 0 || !adjective
}

// verbTraits is what isVerb asks of a folded word.
func (r *Reader) verbTraits(norm string) (t trait) {
	w := strings.TrimPrefix(norm, "و")
	if rest, ok := strings.CutPrefix(w, "في"); ok && len(w) >= 10 && !r.given.Is(w) && r.verbs["ي"+rest] {
		return surelyVerb // «فيذكر»
	}
	for _, f := range r.cues.Of(norm) {
		switch {
		case f.Form.Suffixed:
		case f.Form.Shape == lexicon.Perfect, f.Form.Shape == lexicon.Imperfect:
			return surelyVerb
		case f.Form.Shape == lexicon.Participle:
			t = verbBehindComma
		}
	}
	switch {
	case r.verbs[w], r.verbs[norm]: // «وصلت» is no «صلت»
		return surelyVerb
	case r.given.Is(w), r.given.Is(norm), len(w) < 8:
	case strings.HasPrefix(w, "سي"), strings.HasPrefix(w, "ست"):
		if arabic.Segment(w).Count > 0 {
			t |= verbOrName
		}
	case strings.HasPrefix(w, "ي") && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ين") && r.functions.Word(w) == 0:
		t |= verbOrAdjective
	}
	return t
}

// cutLetters drops n letters (of two bytes, as folded Arabic has) from the front.
func cutLetters(w string, n int) string {
	if 2*n > len(w) {
		return w
	}
	return w[2*n:]
}
