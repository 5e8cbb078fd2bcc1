package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// candidate is a place where a cue and what it may introduce were found.
type candidate struct {
	cue      lexicon.CueForm
	first    int // tokens of the cue
	end      int
	cut      int // letters of the first token that are a conjunction
	kind     lexicon.Complement
	before   bool // the content stands before the cue: «…»، قال فلان
	mark     int  // token that opens the complement: أن، colon, quotation mark, preposition; first token of the content else
	body     int  // first token of the content
	bodyCut  int  // letters of that token that are the preposition
	subject  source
	hasSubj  bool
	clause   int  // where the clause of the cue begins: what another claim's content stops at
	relative bool // behind الذي, ما
	label    bool // ما سماه، ما وصفه بـ
	title    bool // «فلان: …»
	prep     bool // a preposition: the content is its host
	passive  bool // «اُتهم»، «أفيد بأن»: nobody is named who says it
	answers  bool // «وهو ما نفاه فلان»: what was told before it is what it tells
	relayed  bool // نقل … قوله: the verbal noun of saying stands before the words
	quote    int32

	relayedAs *lexicon.Cue // the verbal noun before what is relayed, where that is a deed: «نقلت عن مسؤول نفيه وجود قوات»

	carrier source // the outlet that a title names before whom it quotes: «رويترز عن مسؤول: …»; without kind if none

	relayedOf source // whose words a preposition's verb relays, where relayed is set
}

// maxReach bounds how many tokens behind its cue a complement may begin.
const maxReach = 60

// candidates finds the cues of the tokens [lo, hi) of one sentence with what they
// introduce, in the order of the text. They are appended to out.
func (r *Reader) candidates(out []candidate, d *doc, lo, hi int) []candidate {
	if d.toks[lo].Line == 0 {
		if turn, ok := r.titleTurn(d, lo, hi); ok {
			return r.candidates(r.candidates(out, d, lo, turn), d, turn, hi)
		}
		if c, ok := r.titleColon(d, lo, hi); ok {
			return append(out, r.within(d, c, hi))
		}
	} else if from, ok := r.bulletin(d, lo, hi); ok {
		if c, ok := r.titleColon(d, from, hi); ok {
			return append(out, r.within(d, c, hi))
		}
	}
	for i := lo; i < hi; i++ {
		s := d.spelt[i]
		if s.told == nil && !s.uses.Has(lexicon.As) && s.lists&(inPhrases|inPhrases<<behindClitic) == 0 {
			continue // most words: they begin none of the following
		}
		if forms := r.cuesAt(d, i); len(forms) > 0 {
			if c, ok := r.answersTold(d, forms, i, lo, hi); ok {
				out = append(out, c)
				i = c.subject.npEnd - 1
				continue
			}
			if c, ok := r.saidAside(d, i, lo, hi); ok {
				out = append(out, c)
				continue
			}
			if c, ok := r.best(d, forms, i, lo, hi); ok {
				out = append(out, c)
				continue
			}
		}
		if c, ok := r.saidBefore(d, i, lo, hi); ok {
			out = append(out, c)
			i = c.end - 1
			continue
		}
		if p, cut, ok := r.phraseAt(d, i); ok && !(i > lo && d.serves(i-1, lexicon.Comment)) && !(i == lo && d.is(i, "كما") && r.wordsAhead(d, i+len(p.Words), hi)) {
			c := candidate{cue: lexicon.CueForm{Cue: p.Cue, Form: r.hanging(d, i)}, first: i, end: i + len(p.Words), cut: cut, quote: d.quoteOf[i]}
			if r.complete(d, &c, hi) {
				out = append(out, c)
				i = c.end - 1
			}
		}
	}
	return r.prune(d, out)
}

// within is what somebody says in that which an outlet tells behind a colon, and nothing else: «رويترز: الوزير يؤكد أن»,
// or behind the country where he does: «السودان: الأمم المتحدة تحذر من مجاعة»; c where it tells more or another thing.
func (r *Reader) within(d *doc, c candidate, hi int) candidate {
	place := c.subject.kind == isnad.State && r.countryAt(d, c.subject.first) && !r.countryAt(d, c.body)
	if c.subject.kind != isnad.Media && !place || c.carrier.kind != "" {
		return c
	}
	for i := c.body + 1; i < min(hi, c.body+maxSourceWords); i++ {
		forms := r.cuesAt(d, i)
		if len(forms) == 0 {
			continue
		}
		said, ok := r.best(d, forms, i, c.body, hi)
		if !ok || said.cue.Form.Shape != lexicon.Imperfect || !place && said.kind != lexicon.That && said.kind != lexicon.Quoted {
			continue
		}
		if s, ok := r.subjectBefore(d, i, c.body); ok && s.npFirst == c.body {
			if said.subject, said.hasSubj = s, true; !place {
				said.carrier = c.subject
			}
			return said
		}
	}
	return c
}

// countryAt: a country is named at token i, not by its capital.
func (r *Reader) countryAt(d *doc, i int) bool {
	m, ok := exact(&r.polities.Names, d, i, inPolities)
	return ok && m.Value.Kind == "country"
}

// maxWordsAhead bounds how far behind «كما نقل عن» the verbal noun of saying stands.
const maxWordsAhead = 10

// wordsAhead: the verbal noun of saying follows token i, so that the verb before it relays what stands behind
// that: «كما نقل عن مصدر قوله إن».
func (r *Reader) wordsAhead(d *doc, i, hi int) bool {
	for hi = min(hi, i+maxWordsAhead); i < hi; i++ {
		if r.ownWords(d, i) {
			return true
		}
	}
	return false
}

// hanging is the form of the participle that a cue of several words begins with, so that it hangs
// on its sentence as one does: «معربة عن قلقها»; none where it begins with another word.
func (r *Reader) hanging(d *doc, i int) lexicon.Form {
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape == lexicon.Participle && accusativeParticiple(f.Form.Word) {
			return f.Form
		}
	}
	w := strings.TrimPrefix(d.toks[i].Text, "و")
	switch {
	case !strings.HasPrefix(w, "م"):
	case strings.HasSuffix(w, "ا"):
		return lexicon.Form{Word: w, Shape: lexicon.Participle, Person: 3, Gender: lexicon.Masculine, Number: lexicon.Singular} // «ملقيا باللوم على»
	case strings.HasSuffix(w, "ة"):
		return lexicon.Form{Word: w, Shape: lexicon.Participle, Person: 3, Gender: lexicon.Feminine, Number: lexicon.Singular}
	}
	return lexicon.Form{}
}

// best takes the cueReading of the cue whose complement begins nearest.
func (r *Reader) best(d *doc, forms []cueReading, i, lo, hi int) (candidate, bool) {
	var best candidate
	found := false
	for _, f := range forms {
		c := candidate{cue: f.CueForm, first: i, end: i + 1, cut: f.cut, quote: d.quoteOf[i]}
		if why := r.refuses(d, &c, lo, hi); why != "" {
			d.lose(&c, why)
			continue
		}
		if found && c.body >= best.body {
			d.lose(&c, WhyOther)
			continue
		}
		if found {
			d.lose(&best, WhyOther)
		}
		best, found = c, true
	}
	return best, found
}

// refuses completes a reading and says why it is none, or "".
func (r *Reader) refuses(d *doc, c *candidate, lo, hi int) string {
	switch {
	case r.negated(d, c.first, lo), c.cue.Form.Shape == lexicon.Imperfect && c.cut == 0 && c.first > lo && d.serves(c.first-1, lexicon.Perhaps):
		return WhyNegated
	case !r.complete(d, c, hi):
		return WhyNoContent
	case !r.plausible(d, c, lo), r.comesOf(d, c, lo), r.keepsName(d, c), r.byline(d, c, hi), r.looksLikeVerb(d, c):
		return WhyPlace
	}
	return ""
}

// comesOf: «يرجع ذلك إلى ضعف الطلب», «يرجع السبب إلى»: a thing comes of another, and nobody traces it back, unless
// somebody has just spoken.
func (r *Reader) comesOf(d *doc, c *candidate, lo int) bool {
	return c.cue.Is(lexicon.ComesOf) && c.cue.Form.Shape == lexicon.Imperfect && !c.cue.Form.Suffixed && c.end < len(d.toks) &&
		(d.serves(c.end, lexicon.Demonstrative) && !d.trait(c.end+1, pronounBehind) || d.trait(c.end, saysNothing)) && !r.saidBetween(d, lo, c.first)
}

// byline: «كتب: سالم حداد»: a name, and nothing else, behind the colon tells who wrote the article.
func (r *Reader) byline(d *doc, c *candidate, hi int) bool {
	if c.kind != lexicon.Quoted || c.mark != c.end || !d.is(c.mark, ":") || c.cue.Form.Shape != lexicon.Perfect {
		return false
	}
	e, ok := d.personAt(c.body)
	return ok && e.First == c.body && e.End >= hi
}

// looksLikeVerb: no verb but a word that is spelt like one: «بينهم نساء», «عدا الجمعة», «ملعب نادي الاتحاد».
func (r *Reader) looksLikeVerb(d *doc, c *candidate) bool {
	t, form := &d.toks[c.first], c.cue.Form
	if form.Shape != lexicon.Perfect || strings.Contains(t.Text, "ّ") {
		return false
	}
	host := cutLetters(t.Norm, c.cut)
	if next := c.end; next < len(d.toks) && d.serves(c.first, lexicon.Obtained) && (d.serves(next, lexicon.Upon) || d.is(next, "علي")) {
		return true // «اطلع عليها»
	}
	return form.Suffixed && strings.HasPrefix(host, "بينه") || host == "عدا" || strings.HasSuffix(t.Text, "ي") && d.has(c.first, inNouns)
}

// keepsName: «اشترط عدم ذكر اسمه», «طلب ألا ينشر اسمه»: says nothing but that he wants no name.
func (r *Reader) keepsName(d *doc, c *candidate) bool {
	if c.body >= len(d.toks) || !d.is(c.body, "عدم") && !d.is(c.body, "الا") && !r.negated(d, c.body+1, c.body) {
		return false
	}
	for k := c.body + 1; k < len(d.toks) && k < c.body+5; k++ {
		if d.serves(k, lexicon.KeptBack) {
			return true
		}
	}
	return false
}

// negated: «لم يؤكد», «لا يقول»: nobody said it.
func (r *Reader) negated(d *doc, i, lo int) bool {
	if i > lo+2 && d.serves(i-1, lexicon.Perhaps) && d.fn[i-2]&lexicon.Auxiliary != 0 {
		i -= 2 // «لم تكن قد لاحظت»
	}
	if i <= lo {
		return false
	}
	w := d.toks[i-1].Norm
	return d.joins(i-1, lexicon.Negator) || strings.HasPrefix(w, "ف") && r.functions.Serves(w[len("ف"):], lexicon.Negator)
}

// doneByOther: the verb goes on with what the clause before it tells of somebody else: «أضاف المدير
// أن الشرطة قدمت إلى المكان وهددت باعتقاله».
func (r *Reader) doneByOther(d *doc, before, c *candidate) bool {
	a, b := before.cue.Form, c.cue.Form
	if before.kind != lexicon.That || c.kind != lexicon.Noun || before.prep || c.cut == 0 || c.prep || c.hasSubj || before.quote != c.quote || d.toks[c.first-1].Kind == punctKind {
		return false
	}
	if a.Person != 3 || b.Person != 3 || a.Gender == lexicon.AnyGender || b.Gender == lexicon.AnyGender || a.Gender == b.Gender || b.Number != lexicon.Singular {
		return false
	}
	_, own := r.subjectAfter(d, c)
	return !own
}

// maxOpening bounds how many words into a quotation the telling of another begins that may be all
// that it says: «قال الوزير: "الرئيس طلب …"».
const maxOpening = 8

// goesOnWithin: a verb in the imperfect goes on with what a clause says that was told in the perfect:
// «قالت الوزارة إن التصريحات تعكس حجم الخلاف، وتعبر عن ضعف».
func (r *Reader) goesOnWithin(d *doc, before, c *candidate) bool {
	if before.kind == lexicon.That && !before.prep && !c.prep && !c.hasSubj && c.quote == before.quote && c.cue.Form.Person == 3 && c.first-1 > before.body && (d.is(c.first-1, "بل") || d.is(c.first-1, "وانما") || d.is(c.first-1, "انما")) {
		_, own := r.subjectAfter(d, c)
		return !own // «قال إن الرئيس لم يوقع وإنما أكد أن»
	}
	a, b := before.cue.Form, c.cue.Form
	if before.kind != lexicon.That || c.kind != lexicon.Noun || before.prep || c.prep || c.cut == 0 || c.hasSubj || before.quote != c.quote || d.sentOf[before.first] != d.sentOf[c.first] {
		return false
	}
	if a.Shape != lexicon.Perfect || b.Shape != lexicon.Imperfect || a.Person != 3 || b.Person != 3 {
		return false
	}
	_, own := r.subjectAfter(d, c)
	return !own
}

// quotedTelling: the quotation that the cue before opens goes on to tell what others say. It stays
// one claim of its speaker: «أضاف الرئيس "جئنا أمس، وقال لنا الحراس إن …"».
func (r *Reader) quotedTelling(d *doc, before, c *candidate) bool {
	if before.body < 1 || c.label || c.relative && c.cue.Form.Suffixed && c.cue.Act == isnad.Assess || !d.toks[before.body-1].IsQuoteMark() {
		return false
	}
	q := d.quoteOf[before.body-1]
	if q < 0 || q == before.quote || d.quotes[q].Open != before.body-1 || !d.quotes[q].Closed || c.first >= d.quotes[q].Close {
		return false
	}
	if c.cue.Is(lexicon.OnlyPassive) || c.cue.Form.Shape == lexicon.Masdar && c.kind == lexicon.That && r.ofSelf(d, c.mark) {
		return true // «قال الوزير: "يقال إن المشروع تعثر وهذا غير صحيح"»
	}
	f := c.cue.Form
	if c.cue.Class == lexicon.PhraseCue && !c.prep && f.Word == "" && c.first > before.body {
		return true // «قال: "أعرفه ولا أعتقد أنه يكذب"»
	}
	if c.relative && c.first > before.body+1 && f.Shape != lexicon.Participle {
		return true // «"لبنان الذي أكد أن … يدعو"»
	}
	if r.saysMore(d, c, int(q)) {
		return true
	}
	if c.first > before.body+maxOpening || r.severalSentences(d, int(q)) {
		return f.Shape != lexicon.Participle // «مشيرا إلى»: the narrator's, behind a mark put wrong
	}
	if f.Person != 3 || f.Shape != lexicon.Perfect && f.Shape != lexicon.Imperfect || c.hasSubj || c.relative || c.prep || c.passive {
		return false
	}
	_, own := r.subjectAfter(d, c)
	return !own && (c.kind == lexicon.Noun && r.goesOnIn(d, c, int(q)) || !r.subjectStands(d, c, d.quotes[q].Open+1))
}

// saysMore: before the cue and its subject the quotation has said something else: «"هذه أول مرة تعترف الدول بحقنا"»,
// «"يمكن القول إن"». Only what stands at its beginning may be all that it says.
func (r *Reader) saysMore(d *doc, c *candidate, q int) bool {
	if c.cue.Form.Shape == lexicon.Participle || c.label || c.prep || d.is(c.first-1, ".") {
		return false
	}
	lo := d.quotes[q].Open + 1
	for lo < c.first && (d.fn[lo]&lexicon.ThatWord != 0 || d.serves(lo, lexicon.Perhaps) || d.is(lo, "لقد") || d.toks[lo].Kind == punctKind) {
		lo++
	}
	if c.first == lo {
		return false
	}
	s, before := r.subjectBefore(d, c.first, lo)
	return !before || s.npFirst > lo
}

// goesOnIn: the quotation says more than what the verb at the cue asks for or tells: «"البرلمان طلب كشف ذممه ولم يستجب"».
func (r *Reader) goesOnIn(d *doc, c *candidate, q int) bool {
	for i := c.body + 1; i < d.quotes[q].Close; i++ {
		if strings.HasPrefix(d.toks[i].Norm, "و") && r.conjoinedVerb(d, i) {
			return true
		}
	}
	return false
}

// toldWithin: the cue stands within a quotation that is a part of what the cue before it tells, and does
// not open it: «قالت الوكالة إن القرار "يضر بالناس، ويطالب بعضهم بإلغائه"».
func (r *Reader) toldWithin(d *doc, before, c *candidate) bool {
	if before.kind != lexicon.That || before.prep || before.before || c.prep || c.label || c.quote < 0 || c.quote == before.quote || c.cue.Form.Shape == lexicon.Participle {
		return false
	}
	q := d.quotes[c.quote]
	return q.Closed && q.Open > before.body && c.first > q.Open+1 && c.first < q.Open+maxWithin && d.outer[c.quote] == c.quote &&
		d.sentOf[q.Open] == d.sentOf[before.first] && d.sentOf[q.Close] == d.sentOf[before.first] && !d.toks[q.Open].Glued && !r.unsureQuote(d, before.body, q.Open)
}

// maxWithin bounds how far behind the mark a cue stands that a quotation surely holds.
const maxWithin = 40

// unsureQuote: another quotation mark that pairs with none stands in [i, end), so that this pairing may
// be a wrong one, too.
func (r *Reader) unsureQuote(d *doc, i, end int) bool {
	for ; i < end; i++ {
		if d.toks[i].IsQuoteMark() && (d.quoteOf[i] < 0 || !d.quotes[d.quoteOf[i]].Closed) {
			return true
		}
	}
	return false
}

// ofSelf: the أن at i has a pronoun of the first person: «للقول بأنني».
func (r *Reader) ofSelf(d *doc, i int) bool {
	w := d.toks[i].Norm
	return strings.HasSuffix(w, "ني") || strings.HasSuffix(w, "نا")
}

// severalSentences: a sentence or paragraph ends within the quotation.
func (r *Reader) severalSentences(d *doc, q int) bool {
	open, end := d.quotes[q].Open, d.quotes[q].Close
	if d.toks[open].Line != d.toks[end].Line {
		return true
	}
	for i := open + 1; i+2 < end; i++ {
		if d.is(i, ".") && !d.toks[i+1].Glued {
			return true
		}
	}
	return false
}

// wordedBehind: what the cue before speaks of stands behind it, and what is said of that only here:
// «عقب الوزير على "الخطاب" بقوله إن»، «وصف الوزير القرار بقوله». Its subject says it.
func (r *Reader) wordedBehind(d *doc, before, c *candidate) bool {
	if before.prep || before.label || before.before {
		return false
	}
	if r.wordsOfTopic(d, before, c) {
		if s, ok := r.subjectAfter(d, before); ok {
			c.subject, c.hasSubj = s, true
		}
		return true
	}
	if c.cue.Form.Shape != lexicon.Masdar || c.cue.Act != isnad.Say || !strings.HasPrefix(c.cue.Form.Word, "ب") {
		return false
	}
	if before.kind == lexicon.That || before.cue.Act != isnad.Assess && before.kind != lexicon.Quoted || d.sentOf[before.first] != d.sentOf[c.first] || c.quote != before.quote {
		return false
	}
	if s, ok := r.subjectAfter(d, before); ok {
		c.subject, c.hasSubj = s, true
	} else if before.hasSubj {
		c.subject, c.hasSubj = before.subject, true
	}
	return c.hasSubj
}

// maxTopicOf bounds the words on what somebody speaks of before what he says of it.
const maxTopicOf = 14

// wordsOfTopic: «تحدث الوزير عن الخطة قائلا: "…"»: the verb before tells only what somebody speaks of.
func (r *Reader) wordsOfTopic(d *doc, before, c *candidate) bool {
	return before.cue.Class == lexicon.VerbCue && before.cue.Act == isnad.Say && before.kind == lexicon.Noun && d.is(before.mark, "عن") &&
		c.cue.Is(lexicon.PlainSaying) && c.cue.Form.Shape == lexicon.Participle && c.first > before.body && c.first < before.body+maxTopicOf &&
		c.kind != lexicon.Noun && c.quote == before.quote && d.sentOf[before.first] == d.sentOf[c.first]
}

// namesTold: the noun of telling is what the cue before it denies or asks for: «نفى أنباء عن».
func namesTold(before, c *candidate) bool {
	if before.kind != lexicon.Noun || before.prep {
		return false
	}
	return c.cue.Class == lexicon.NounCue && c.first == before.body || before.cue.Act == isnad.Deny && c.first > before.body && c.first <= before.body+maxToldOf && (c.cue.Class == lexicon.NounCue || c.relative) && c.quote == before.quote
}

// maxToldOf bounds how far into what somebody denies the telling stands that he denies: «نفى صحة التقارير التي
// تحدثت عن».
const maxToldOf = 4

// toldThing: the noun of telling is the object of a verb within what the cue before says: «ذكرت القناة
// أن السلطات أصدرت تحذيرات من السيول». What is told stays one claim.
func (r *Reader) toldThing(d *doc, before, c *candidate) bool {
	if c.cue.Class != lexicon.NounCue || c.hasSubj || before.kind != lexicon.That || before.prep || before.quote != c.quote || c.first <= before.body+1 || c.cut > 0 {
		return false
	}
	for i := before.body; i < c.first; i++ {
		if d.toks[i].Kind == punctKind {
			return false
		}
	}
	return d.toks[c.first-1].Kind == wordKind && d.fn[c.first-1]&(lexicon.Existing|lexicon.ThatWord) == 0
}

// tellsAnew: between the cue before and what it seemed to introduce another verb begins, joined by و, which
// introduces the same: «رفض الوزير الاتهامات وقال إن», «رفض الوزير الاتهامات ووصفها بأنها». Who speaks is the subject of both.
func (r *Reader) tellsAnew(d *doc, before, c *candidate) bool {
	if before.prep || before.label || before.title || before.before || before.cue.Act == isnad.Say || c.cut == 0 || c.mark != before.mark || c.first < before.end || c.kind == lexicon.Noun || c.hasSubj {
		return false
	}
	if ofIt := c.cue.Form.Suffixed && c.mark == c.end && !before.cue.Takes(lexicon.NoPrep, lexicon.Noun); !ofIt && !c.cue.Is(lexicon.PlainSaying) {
		return false
	}
	s, ok := r.subjectAfter(d, before)
	if ok && s.npEnd > c.first {
		return false
	}
	if !ok {
		s, ok = r.subjectBefore(d, before.first, d.sents[d.sentOf[before.first]].First)
	}
	if _, own := r.subjectAfter(d, c); ok && !own {
		c.subject, c.hasSubj = s, true
	}
	return true
}

// goesOnAnew: what the cue before seemed to introduce belongs to the one that begins behind a comma and و, and the
// first has a noun of its own: «نفى المكتب هذه المزاعم، ووصفها بأنها كاذبة», «انتقدت المنظمة القرار ووصفته بأنه ظالم».
func (r *Reader) goesOnAnew(d *doc, before, c *candidate) bool {
	if before.prep || before.label || before.title || before.before || c.prep || c.cut == 0 || c.mark != before.mark || c.first <= before.end+1 || !r.isComma(d, c.first-1) && !(c.cue.Form.Suffixed && c.mark == c.end) || before.quote != c.quote {
		return false
	}
	if f := c.cue.Form; f.Shape != lexicon.Perfect && f.Shape != lexicon.Imperfect {
		return false
	}
	shorter := *before
	shorter.hasSubj = false
	object := shorter.end
	if s, ok := r.sourceAt(d, shorter.end, c.first, false); ok && r.trusted(&s) {
		shorter.subject, shorter.hasSubj, object = s, true, s.npEnd
	}
	demonstrative := object+1 < c.first-1 && d.serves(object, lexicon.Demonstrative)
	if !demonstrative && !(object < c.first && c.cue.Form.Suffixed && before.cue.Takes(lexicon.NoPrep, lexicon.Noun) && strings.HasPrefix(d.toks[object].Norm, "ال")) {
		return false
	}
	accept(&shorter, lexicon.Noun, object, object)
	*before = shorter
	return true
}

// prune drops what stands between another cue and its complement, where it belongs to the
// subject: «حذر فلان قائلا: …»، «قالت مصادر رفضت الكشف عن هويتها إن».
func (r *Reader) prune(d *doc, cands []candidate) []candidate {
	out := cands[:0]
	last := -1    // the last cue that is no preposition
	quoting := -1 // the last one that opens a quotation
	for _, c := range cands {
		if last >= 0 && r.tellsAnew(d, &out[last], &c) {
			d.lose(&out[last], WhyOther)
			out = append(out[:last], out[last+1:]...)
			last, quoting = -1, -1
		}
		if last >= 0 && r.goesOnAnew(d, &out[last], &c) {
			last = len(out)
			out = append(out, c)
			continue
		}
		if last >= 0 && !c.prep && !c.label && c.first >= out[last].end && c.first < out[last].mark {
			d.lose(&c, WhyInside)
			continue
		}
		if last >= 0 && (r.doneByOther(d, &out[last], &c) || r.goesOnWithin(d, &out[last], &c) || r.quotedTelling(d, &out[last], &c) || r.toldWithin(d, &out[last], &c) || r.toldThing(d, &out[last], &c) || namesTold(&out[last], &c)) || quoting >= 0 && quoting != last && !d.is(c.first-1, ".") && r.quotedTelling(d, &out[quoting], &c) {
			d.lose(&c, WhyInside)
			continue
		}
		if last >= 0 && c.cue.Class == lexicon.PhraseCue && c.cue.Act == isnad.Deny && out[last].kind != lexicon.Noun && c.first == out[last].body {
			d.lose(&c, WhyInside) // «قال: لا صحة لذلك»
			continue
		}
		if last >= 0 && r.wordedBehind(d, &out[last], &c) {
			d.lose(&out[last], WhyOther)
			out = append(out[:last], out[last+1:]...)
			quoting = -1
		}
		if !c.prep {
			last = len(out)
			if c.body > 0 && c.body-1 < len(d.toks) && d.toks[c.body-1].IsQuoteMark() {
				quoting = last
			}
		}
		out = append(out, c)
	}
	return out
}
