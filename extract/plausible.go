package extract

import (
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/lexicon"
)

// plausible rejects readings of a word as a cue that its place in the sentence speaks
// against: a finite verb behind a preposition, an adjective spelt like a participle, an
// impersonal hedge.
func (r *Reader) plausible(d *doc, c *candidate, lo int) bool {
	switch {
	case c.prep || c.label || c.title:
		return true
	case c.cue.Class == lexicon.NounCue:
		return r.plausibleNoun(d, c, lo)
	case c.cue.Form.Shape == lexicon.Participle:
		return r.plausibleParticiple(d, c, lo)
	case c.cue.Form.Shape == lexicon.Masdar:
		return r.plausibleMasdar(d, c, lo)
	}
	return r.plausibleVerb(d, c, lo)
}

// plausibleNoun: a report noun attributes only where no cue verb has it as its subject or
// object («كشفت تقارير عن»), and it does not say where somebody spoke («في تصريحات»).
func (r *Reader) plausibleNoun(d *doc, c *candidate, lo int) bool {
	if c.kind == lexicon.Quoted || c.mark > c.end+6 || c.quote >= 0 && d.quotes[c.quote].Closed {
		return false
	}
	if c.first == lo || c.cut > 0 {
		return c.first > lo || c.kind == lexicon.That
	}
	if noun, ok := at(&r.nouns.Forms, d, c.first-1, inNouns); ok && noun.Value.Kind == isnad.Media {
		return false // «وكالة أنباء»
	}
	if d.fn[c.first-1]&lexicon.Preposition != 0 {
		return d.serves(c.first-1, lexicon.Amid)
	}
	if strings.HasPrefix(d.toks[c.first].Norm, "ال") && d.toks[c.first-1].Kind == wordKind && d.fn[c.first-1] == 0 && !r.isVerb(d, c.first-1) {
		return false // «كشف حقيقة الأنباء عن»: what is true of them is told, not what they say
	}
	return len(r.cuesAt(d, c.first-1)) == 0
}

// plausibleParticiple: a participle that attributes hangs on its sentence behind a comma;
// without one only before أن, a colon or a quotation, in the accusative.
func (r *Reader) plausibleParticiple(d *doc, c *candidate, lo int) bool {
	w := c.cue.Form.Word
	if strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ان") || strings.HasSuffix(w, "ات") {
		return false
	}
	if c.kind != lexicon.That && cutLetters(d.toks[c.first].Norm, c.cut) == "متابعه" {
		return false // «متابعة: …» heads what follows, «متابعة الملف» is a noun
	}
	if c.first == lo {
		return c.kind != lexicon.Noun || c.mark == c.end && r.verbalNoun(d.toks[c.mark].Norm)
	}
	if c.cut > 0 && !accusativeParticiple(w) {
		return false // «الأداء جيد ومطمئن»
	}
	before := &d.toks[c.first-1]
	if before.Kind == punctKind && before.Norm != "(" && !before.IsQuoteMark() || c.cut > 0 {
		return c.kind != lexicon.Noun || c.mark <= c.end+8
	}
	if d.fn[c.first-1]&(lexicon.Preposition|lexicon.Relative|lexicon.ThatWord|lexicon.Auxiliary) != 0 || d.serves(c.first-1, lexicon.Copula) {
		return false
	}
	if d.trait(c.first-1, surelyVerb) && !c.cue.Is(lexicon.PlainSaying) {
		return false // «يتضمن هاتفا "…"»
	}
	if r.tellsBefore(d, c.first-1) && !before.IsQuoteMark() && !c.cue.Is(lexicon.PlainSaying) {
		return false
	}
	accusative := accusativeParticiple(w)
	if accusative && d.serves(c.end, lexicon.HimSelf) {
		return true // «القرار معتبرا إياه خطأ», «معتبرة إياها خطأ»
	}
	if c.kind == lexicon.Noun {
		if r.verbalNoun(d.toks[c.mark].Norm) && c.mark == c.end {
			return strings.HasSuffix(w, "ا") || strings.HasPrefix(before.Norm, "ال") && r.stances[d.toks[c.mark].Norm] == nil // «… والمشاكل مؤكدا وجود», «… الوسائل مؤكدة استمرار»
		}
		return strings.HasSuffix(w, "ا") && beforeDeed(wordPrep(d.toks[c.mark].Norm)) && c.mark <= c.end+4
	}
	_, _, prep := d.prepAt(c.end)
	return accusative && (c.mark == c.end || c.mark == c.end+1 && prep)
}

// tellsBefore: token i may be a cue, and not only by the looks of an adjective: «مطمئن».
func (r *Reader) tellsBefore(d *doc, i int) bool {
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape != lexicon.Participle || accusativeParticiple(f.Form.Word) {
			return true
		}
	}
	return false
}

// accusativeParticiple: مؤكدا، لافتة، مشيرين: as a participle is written that hangs on a sentence.
func accusativeParticiple(w string) bool {
	return strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "ة") || strings.HasSuffix(w, "ين")
}

// plausibleMasdar: a definite or suffixed verbal noun attributes before أن, a colon or a
// quotation, or where a verb of repeating governs it («جدد المطالبة بـ»).
func (r *Reader) plausibleMasdar(d *doc, c *candidate, lo int) bool {
	if c.kind == lexicon.That && c.mark > c.end && r.isComma(d, c.end) {
		return false // «لم يقر النسخة الأخيرة للاتفاق، ويبدو أن»
	}
	announced := c.kind != lexicon.Noun || d.is(c.mark, "عن")
	if announced && !c.cue.Form.Suffixed && !c.cue.Form.Definite && c.cue.Form.Word[:2] != "ب" {
		s, ok := r.sourceAt(d, c.end, c.mark, false)
		if !ok || s.npEnd != c.mark && !(s.npEnd == c.mark-1 && r.isComma(d, s.npEnd) && c.kind == lexicon.That) || s.rule == "source.name" {
			return false
		}
		c.subject, c.hasSubj = s, true
		return true
	}
	if c.first > lo && d.serves(c.first-1, lexicon.BringsAbout) {
		c.passive = c.kind == lexicon.That && c.mark <= c.end+2 && !(c.first-1 > lo && d.fn[c.first-2]&lexicon.ClauseStart != 0)
		return c.passive // «تم الإبلاغ بأن»
	}
	if c.quote >= 0 && c.cue.Form.Word == "بالتأكيد" {
		return false // «"نعتقد بالتأكيد أنه"»: certainly
	}
	if c.kind != lexicon.Noun {
		_, cut, prep := d.prepAt(c.end)
		if c.kind == lexicon.Quoted && d.is(c.end, "في") && r.speechPhrase(d, c.end) && c.mark <= c.end+6 {
			return true // «بالقول في رسالة نصية: "…"»
		}
		return c.mark <= c.end+2 && (c.mark == c.end || !prep || cut == 0) // not «الدعوة بزعم أن»
	}
	if strings.HasPrefix(c.cue.Form.Word, "لل") {
		return c.mark == c.end && c.cue.Act == isnad.Demand // «تظاهروا للمطالبة بـ»
	}
	for i := c.first - 1; i >= lo && i > c.first-10; i-- {
		if d.fn[i]&lexicon.Renewing == 0 && r.functions.Word(strings.TrimPrefix(d.toks[i].Norm, "و"))&lexicon.Renewing == 0 {
			continue
		}
		if s, ok := r.sourceAt(d, i+1, c.first, false); ok {
			c.subject, c.hasSubj = s, true
		}
		return true
	}
	return false
}

// plausibleVerb: a finite verb opens its clause, or its subject stands right before or
// right behind it.
func (r *Reader) plausibleVerb(d *doc, c *candidate, lo int) bool {
	if c.cue.Is(lexicon.OnlyLabels) {
		return false // «سمى الرئيس وزيرا»
	}
	if c.cue.Is(lexicon.FoundIn) && !d.is(c.end, "في") {
		return r.foundInIt(d, c, lo)
	}
	charges(d, c)
	c.passive = r.isPassive(d, c)
	if r.tellsNothing(d, c, lo) {
		return false
	}
	subject, after := r.subjectAfter(d, c)
	after, ok := r.subjectFits(d, c, lo, &subject, after)
	return ok && r.stands(d, c, lo, &subject, after)
}

// charges makes a verb of directing accuse where charges stand between it and what they are of: «وجه النائب اتهامات
// للحكومة بإخفاء الأرقام» is no order.
func charges(d *doc, c *candidate) {
	if !c.cue.Is(lexicon.Directs) {
		return
	}
	for i := c.end; i < c.mark; i++ {
		if d.serves(i, lexicon.Directed) {
			accuses := *c.cue.Cue
			accuses.Act = isnad.Accuse
			c.cue.Cue = &accuses
			return
		}
	}
}

// foundInIt: «أصدرت اللجنة بيانا جاء فيه أن»: the words are found in what the pronoun behind the verb stands for.
func (r *Reader) foundInIt(d *doc, c *candidate, lo int) bool {
	if c.end >= len(d.toks) || !strings.HasPrefix(d.toks[c.end].Norm, "فيه") || c.first == lo || d.toks[c.first-1].Kind != wordKind {
		return false
	}
	c.cue.Form.Gender, c.cue.Form.Number = lexicon.AnyGender, lexicon.AnyNumber
	return true // «أصدرت اللجنة بيانا جاء فيه أن»: whoever issued it says so
}

// tellsNothing: the verb, by its form and what stands right beside it, tells nothing, whoever its subject is.
func (r *Reader) tellsNothing(d *doc, c *candidate, lo int) bool {
	form := c.cue.Form
	if c.passive && c.relays() && c.kind != lexicon.That && c.end < len(d.toks) && !d.is(c.end, "عن") {
		return true // «نُقلت الوثائق إلى»
	}
	if form.Number == lexicon.Dual && form.Shape == lexicon.Perfect && strings.HasSuffix(d.toks[c.first].Norm, "ردا") && d.is(c.end, "علي") {
		return true // «ردا على سؤال» is rather a verbal noun
	}
	if r.isCalled(d, c.first) {
		return true // «ويدعى أحمد»: is called so
	}
	if c.cut > 0 && r.comesIn(d, c.first, lo) {
		return true
	}
	if c.kind == lexicon.Quoted && c.mark > c.end+1 && !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && !c.cue.Takes(lexicon.NoPrep, lexicon.That) && r.verbalNoun(d.toks[c.end].Norm) {
		return true // «يواصلون تلقي التمويل، والنتيجة واضحة: …»
	}
	if c.first > lo && d.serves(c.first-1, lexicon.BringsAbout) {
		return true // «تم نشر الضباط»
	}
	if form.Person == 1 || form.Suffixed && strings.HasSuffix(d.span(c.first, c.end).In(d.text), "ة") {
		return true
	}
	if c.relative && c.kind == lexicon.Noun && !form.Suffixed && !r.deniedDeed(d, c) && !r.speaksOf(d, c, lo) && !r.warnsOf(d, c, lo) || form.Suffixed && c.cue.Act != isnad.Assess && c.kind != lexicon.That && !r.addressed(d, c) && !r.tellsQuoted(d, c) {
		return true
	}
	return false
}

// subjectFits: the verb tells something by its subject, or without one. It answers too whether the subject stands
// behind the verb, which after says at first: what stands there may not speak, while one before it does.
func (r *Reader) subjectFits(d *doc, c *candidate, lo int, subject *source, after bool) (behind, ok bool) {
	form := c.cue.Form
	if after && c.kind == lexicon.Noun && c.cue.Narrator == isnad.Endorsing && subject.rule == "source.name" && subject.end > subject.first+1 && strings.HasPrefix(d.toks[subject.first+1].Norm, "ال") && wordPrep(d.toks[c.mark].Norm) == lexicon.NoPrep {
		return false, false // «وثقت كاميرات المراقبة اعتداء شاب»
	}
	if !after && c.quote >= 0 && r.firstPerson(d, c.first) {
		return false, false
	}
	if c.cue.Is(lexicon.HeldFor) && form.Shape == lexicon.Imperfect && !form.Suffixed && d.serves(c.end, lexicon.InWords) && !r.saysWithin(d, c, lo) {
		return false, false // «في وقت يعتبر فيه الماء نادرا»
	}
	impersonal := form.Shape == lexicon.Imperfect && form.Gender == lexicon.Masculine && form.Number == lexicon.Singular
	if impersonal && !after && r.passiveReading(d, c.first) && (c.relative || !r.subjectStands(d, c, lo)) {
		return false, false
	}
	if after && !r.speaks(subject, c) {
		if s, stands := r.subjectBefore(d, c.first, lo); !stands || !r.trusted(&s) {
			return false, false
		}
		after = false // «المتحدث فلان وصف العقوبات بأنها»: what is described stands behind the verb
	}
	if after && subject.rule == "source.name" && r.functions.Word(strings.TrimPrefix(d.toks[c.first].Norm, "و"))&lexicon.Preposition != 0 {
		return false, false // «وعقب تخرجه»
	}
	if c.cue.Is(lexicon.ToldTo) && form.Shape == lexicon.Imperfect && d.is(c.end, "من") {
		return false, false // «تبلغ من العمر»
	}
	if strings.Contains(form.Word, "بلغ") && r.measure(d, c.end) {
		return false, false // «يبلغ عدد السكان»
	}
	if !after && c.kind == lexicon.That && c.mark == c.end+1 && d.serves(c.end, lexicon.Demonstrative) {
		return false, false // «يبين هذا أن»: a matter shows it
	}
	if !after && c.cue.Is(lexicon.OfPaper) && form.Shape == lexicon.Imperfect && form.Gender == lexicon.Feminine && !r.subjectStands(d, c, lo) && !r.hasAntecedent(d, c, lo) {
		return false, false // «تبين أن»: it turned out
	}
	if !after && c.kind != lexicon.Quoted && c.mark > c.end+6 && !r.bridged(d, c, c.mark) && !r.subjectStands(d, c, lo) {
		return false, false
	}
	return after, true
}

// stands: the verb stands where a clause begins or goes on, by what is before it.
func (r *Reader) stands(d *doc, c *candidate, lo int, subject *source, after bool) bool {
	form := c.cue.Form
	if c.first == lo || c.cut > 0 {
		return true
	}
	before := &d.toks[c.first-1]
	f := d.fn[c.first-1]
	if form.Shape == lexicon.Perfect && r.finiteAt(d, c.first-1, lo) {
		return false // «رفض طلب الوزير»
	}
	if c.cut == 0 && r.ofMatter(d, c, lo) || f&lexicon.Preposition != 0 && !c.before || before.Norm == "لا" {
		return false
	}
	if r.hadSaid(d, c, lo) || !after && r.topicBefore(d, c, lo) {
		return true
	}
	if after && r.trusted(subject) && r.afterTelling(d, c) {
		return true // «بعد أن كشف الوزير عن»
	}
	if !after && d.is(c.first-1, "ما") && c.cut == 0 && form.Shape == lexicon.Imperfect && form.Gender == lexicon.Masculine && !form.Suffixed {
		return false // «لم تجد اللجنة ما يفيد بوجود خلل»
	}
	if !after && r.wasTold(d, c) {
		return false
	}
	if after && subject.rule == "source.theirs" && c.kind == lexicon.That && c.mark == c.end+1 {
		return true
	}
	if f&lexicon.ThatWord != 0 && r.addsThen(d, c) {
		return true
	}
	if f&lexicon.ThatWord != 0 {
		return strings.HasSuffix(before.Norm, "ه") || strings.HasSuffix(before.Norm, "ها") || strings.HasSuffix(before.Norm, "هم")
	}
	if before.Kind == punctKind || f&(lexicon.Setting|lexicon.Same|lexicon.ClauseStart|lexicon.Auxiliary|lexicon.Relative|lexicon.Adverb) != 0 || before.Norm == "ما" || d.serves(c.first-1, lexicon.Except) {
		return true
	}
	if c.kind == lexicon.Quoted && d.is(c.mark, ":") && c.mark <= c.end+8 || c.cue.Is(lexicon.PlainSaying) && c.kind == lexicon.That && (c.mark == c.end || after && c.mark == subject.npEnd) {
		return true
	}
	if r.saysWithin(d, c, lo) {
		return true
	}
	if f&lexicon.SpeechNoun != 0 && c.end < len(d.toks) && d.fn[c.end]&lexicon.Adverb != 0 {
		return true // «بيانا أكدت فيه أن»
	}
	if after && r.tellsOfNoun(d, c, subject) {
		return true
	}
	if after && subject.rule != "source.name" && !(form.Shape == lexicon.Imperfect && f == 0 && !strings.HasPrefix(before.Norm, "ال")) {
		return d.fn[c.first]&lexicon.Preposition == 0
	}
	return r.subjectStands(d, c, lo)
}

// tellsOfNoun: «عقار يعتقد الأطباء أنه آمن»: a verb and who tells stand behind an indefinite noun, and what is told of that
// begins with its pronoun.
func (r *Reader) tellsOfNoun(d *doc, c *candidate, s *source) bool {
	if c.kind != lexicon.That || c.mark != s.npEnd || !r.trusted(s) || c.cue.Form.Shape != lexicon.Imperfect || c.cut > 0 {
		return false
	}
	w := strings.TrimPrefix(d.toks[c.mark].Norm, "ب")
	return w == "انه" || w == "انها" || w == "انهم" || w == "انهما"
}

// saidBetween: somebody plainly says something in [i, end).
func (r *Reader) saidBetween(d *doc, i, end int) bool {
	for ; i < end; i++ {
		for _, f := range r.cuesAt(d, i) {
			if f.Is(lexicon.PlainSaying) {
				return true
			}
		}
	}
	return false
}

// isCalled: «رجل يدعى أحمد»: the passive of another verb that is spelt alike, before a name.
func (r *Reader) isCalled(d *doc, i int) bool {
	return i+1 < len(d.toks) && strings.HasSuffix(d.toks[i].Text, "دعى") && (d.isName(i+1) || d.personBegins(i+1))
}

// afterTelling: «بعد أن كشف الوزير عن الخطة»: what comes before it is the narrator's.
func (r *Reader) afterTelling(d *doc, c *candidate) bool {
	return c.cue.Form.Shape == lexicon.Perfect && c.cue.Act == isnad.Say && c.quote < 0 && d.is(c.first-1, "ان") && d.is(c.first-2, "بعد")
}

// wasTold: «الشركات أبلغت بالجدول»: a verb of telling with no one who is told is a passive.
func (r *Reader) wasTold(d *doc, c *candidate) bool {
	return c.cue.Is(lexicon.ToldTo) && c.cue.Form.Shape == lexicon.Perfect && !c.cue.Form.Suffixed && !c.cue.Takes(lexicon.An, lexicon.Noun) &&
		c.kind == lexicon.Noun && c.mark == c.end && c.bodyCut == 1 && strings.HasPrefix(d.toks[c.end].Norm, "ب")
}

// addsThen: «، قبل أن يستدرك: "…"», «، قبل أن يضيف أن»: whoever spoke goes on.
func (r *Reader) addsThen(d *doc, c *candidate) bool {
	if !r.beforeThat(d, c.first-1) {
		return false
	}
	if c.kind == lexicon.Quoted {
		return c.mark <= c.end+1
	}
	return c.kind == lexicon.That && c.mark <= c.end+1 && r.isComma(d, c.first-3) && d.serves(c.first, lexicon.GoesOnTelling)
}

// beforeThat: «قبل أن»، «ثم بعد أن» ends at token i: what follows is told behind what stands before.
func (r *Reader) beforeThat(d *doc, i int) bool {
	return i > 0 && d.is(i, "ان") && d.is(i-1, "قبل")
}

// maxTopic bounds the words on what is spoken of, before the cue, and on who has said something.
const maxTopic = 16

// topicBefore: the sentence opens with what is spoken of: «وفيما يخص الملعب أشار إلى أنه جاهز». Who speaks
// is the one who spoke before.
func (r *Reader) topicBefore(d *doc, c *candidate, lo int) bool {
	if c.kind != lexicon.That || c.mark > c.end+1 || c.cue.Form.Shape != lexicon.Perfect || c.first > lo+maxTopic || c.first < lo+3 || !d.joins(lo, lexicon.Topic) {
		return false
	}
	for i := lo + 2; i < c.first; i++ {
		if d.toks[i].Kind == punctKind || d.fn[i]&(lexicon.ThatWord|lexicon.ClauseStart) != 0 || r.isVerb(d, i) {
			return false
		}
	}
	return true
}

// hadSaid: «سبق لمجلة المساء أن كشفت عن الصفقة»: who says it stands between the two.
func (r *Reader) hadSaid(d *doc, c *candidate, lo int) bool {
	if c.cue.Form.Shape != lexicon.Perfect || !d.is(c.first-1, "ان") {
		return false
	}
	for k := c.first - 2; k >= lo && k > c.first-maxTopic; k-- {
		if !d.serves(k, lexicon.Had) {
			continue
		}
		if k == c.first-2 {
			s, after := r.subjectAfter(d, c)
			return after && r.trusted(&s) // «سبق أن اتهم الوزير خصومه»
		}
		s, ok := r.listedSource(d, k+1, c.first-1, true)
		if !ok && d.known[cutLetters(d.toks[k+1].Norm, 1)] {
			s, ok = r.sourceAt(d, k+1, c.first-1, true)
			s.cut = 1 // «سبق لسعيد أن نفى»
		}
		if ok = ok && strings.HasPrefix(d.toks[k+1].Norm, "ل") && s.npEnd == c.first-1; ok {
			c.subject, c.hasSubj = s, true
		}
		return ok
	}
	return false
}

// measure: token i is what reaches a number, and tells nobody anything.
func (r *Reader) measure(d *doc, i int) bool {
	return d.serves(i, lexicon.Measure)
}

// finiteAt: token i may be a verb that tells, in the perfect, and stands where a clause begins.
func (r *Reader) finiteAt(d *doc, i, lo int) bool {
	if i > lo && d.toks[i-1].Kind != punctKind && d.fn[i-1]&(lexicon.ThatWord|lexicon.ClauseStart|lexicon.Auxiliary) == 0 {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.VerbCue && f.Form.Shape == lexicon.Perfect && f.Form.Person == 3 && !f.Form.Suffixed {
			return true
		}
	}
	return false
}

// tellsQuoted: the pronoun of the verb is the quotation before it, or whom it is told to: «"…"، هذا
// ما قالته الوزيرة», «أخبرني الوزير: "…"».
func (r *Reader) tellsQuoted(d *doc, c *candidate) bool {
	return c.kind == lexicon.Quoted && (c.cue.Is(lexicon.ToldTo) || c.before && d.is(c.first-1, "ما"))
}

// addressed: the pronoun of the verb is whom it turns against («حذرها من»، «اتهمه بـ», «اتهمته النيابة بـ»).
func (r *Reader) addressed(d *doc, c *candidate) bool {
	switch c.cue.Act {
	case isnad.Warn, isnad.Demand, isnad.Accuse:
	default:
		return false
	}
	if c.kind != lexicon.Noun || strings.HasSuffix(c.cue.Form.Word, "ني") {
		return false // «دعاني إلى»
	}
	if c.mark == c.end {
		return true
	}
	s, ok := r.sourceAt(d, c.end, c.mark, false)
	return ok && s.npFirst == c.end && s.npEnd == c.mark && s.rule != "source.name"
}

// ofMatter: «الأمر الذي يؤكد»، «هذا لا ينفي»: what tells is a matter, not somebody.
func (r *Reader) ofMatter(d *doc, c *candidate, lo int) bool {
	i := c.first - 1
	if c.relative {
		return i-1 >= lo && d.is(i-1, "الامر")
	}
	return i >= lo && d.serves(i, lexicon.Demonstrative) && c.cue.Form.Shape == lexicon.Imperfect
}

// deniedDeed: «الذي ينفي ارتكاب أي خطأ».
func (r *Reader) deniedDeed(d *doc, c *candidate) bool {
	if c.cue.Act == isnad.Assess && c.cue.Takes(lexicon.Bi, lexicon.Noun) {
		return true // «التي وصفت المشروع بأنه»
	}
	if c.cue.Act == isnad.Accuse && c.cue.Takes(lexicon.Bi, lexicon.Noun) && c.bodyCut > 0 {
		return true // «البيان الذي اتهم رجل الأعمال بإدارة الشبكة»
	}
	return c.cue.Act != isnad.Say && c.mark == c.end && r.verbalNoun(d.toks[c.mark].Norm)
}

// hasAntecedent: who says it is the noun that the clause of the cue describes.
func (r *Reader) hasAntecedent(d *doc, c *candidate, lo int) bool {
	if !c.relative {
		return false
	}
	_, ok := r.antecedent(d, c, lo)
	return ok
}

// speaksOf: «الدكتور فلان، والذي أكد على أهمية المشروع»: a person is told of who stresses something.
func (r *Reader) speaksOf(d *doc, c *candidate, lo int) bool {
	if c.cue.Act != isnad.Say || !beforeDeed(wordPrep(d.toks[c.mark].Norm)) || c.mark > c.end+2 {
		return false
	}
	s, ok := r.antecedent(d, c, lo)
	return ok && s.kind == isnad.Person
}

// warnsOf: «النائب فلان، الذي حذر من طرد السكان»: a person is told of who warns of a deed, or asks for one.
func (r *Reader) warnsOf(d *doc, c *candidate, lo int) bool {
	if c.cue.Act == isnad.Say || c.mark != c.end || c.body >= len(d.toks) || !r.verbalNoun(cutLetters(d.toks[c.body].Norm, c.bodyCut)) {
		return false
	}
	for i := d.sents[d.sentOf[c.first]].First; int(i) < c.first; i++ {
		if d.fn[i]&lexicon.ThatWord != 0 || d.quoteOf[i] >= 0 {
			return false // within what somebody else says
		}
	}
	s, ok := r.antecedent(d, c, lo)
	return ok && s.kind == isnad.Person
}

// firstPerson: the word can be read as «I» or «we»: in a quotation «اعتقد» is the speaker.
func (r *Reader) firstPerson(d *doc, i int) bool {
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Person == 1 {
			return true
		}
	}
	return false
}

// comesIn: «ورد» at token i says of the paper right before it, in which somebody speaks, that it came in:
// «ذكر الوزير في بيان ورد لوكالة».
func (r *Reader) comesIn(d *doc, i, lo int) bool {
	if !d.is(i, "ورد") || i+1 >= len(d.toks) || !strings.HasPrefix(d.toks[i+1].Norm, "ل") && !d.is(i+1, "الي") && !d.has(i+1, inMedia) {
		return false // «نشرت بيانا ورد الوزير»
	}
	if i == lo || d.toks[i-1].Kind != wordKind || d.fn[i-1]&lexicon.SpeechNoun == 0 && !r.documentAt(d, i-1, i) {
		return false
	}
	if i-1 > lo && d.is(i-2, "في") {
		return true
	}
	for k := lo; k < i-1; k++ {
		if d.has(k, inCues) && r.tellsBefore(d, k) {
			return true
		}
	}
	return false
}

// passiveReading: some reading of token i can be impersonal (يذكر أن، يعتقد أن).
func (r *Reader) passiveReading(d *doc, i int) bool {
	for _, f := range r.cuesAt(d, i) {
		if f.Is(lexicon.MaybePassive) && !hollow(f.Form.Word) {
			return true
		}
	}
	return false
}

// hollow: يقول، يشير: the long vowel before the last letter shows the active voice.
func hollow(imperfect string) bool {
	l := []rune(imperfect)
	return len(l) == 4 && (l[2] == 'و' || l[2] == 'ي')
}

// isPassive: the verb is a row of its own for the passive (أفيد، قيل), or its first letter
// is written with damma.
func (r *Reader) isPassive(d *doc, c *candidate) bool {
	if c.cue.Is(lexicon.OnlyPassive) {
		return true
	}
	word := d.toks[c.first].Text
	at := letterOffset(word, c.cut)
	_, size := utf8.DecodeRuneInString(word[at:])
	return c.cue.Is(lexicon.MaybePassive) && c.cue.Form.Shape == lexicon.Perfect && c.cue.Form.Person == 3 && strings.HasPrefix(word[at+size:], "ُ")
}

func (r *Reader) subjectStands(d *doc, c *candidate, lo int) bool {
	_, ok := r.subjectBefore(d, c.first, lo)
	return ok
}

// speaks: the subject is somebody who can say something. An unknown definite noun behind
// a verb that also states facts («بينت المعارك»، «تؤكد الأرقام») is not.
func (r *Reader) speaks(s *source, c *candidate) bool {
	if s.rule != "source.name" || s.kind != isnad.Organization {
		return true
	}
	return c.cue.Narrator == isnad.Neutral && c.cue.Act != isnad.Assess && c.cue.Form.Shape == lexicon.Perfect || c.kind == lexicon.Quoted
}
