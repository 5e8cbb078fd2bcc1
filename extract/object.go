package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// bareNoun tries the noun phrase that a verb governs without a preposition: behind its
// subject, or right behind it where the subject is left out. stop is where the search for
// another complement ended.
func (r *Reader) bareNoun(d *doc, c *candidate, stop int) bool {
	describes := c.cue.Act == isnad.Assess && c.cue.Takes(lexicon.Bi, lexicon.Noun) && !c.cue.Form.Suffixed
	shows := c.cue.Is(lexicon.OfPaper) && c.quote < 0 && !c.cue.Form.Suffixed && r.documentAt(d, c.end, stop)
	held := c.cue.Is(lexicon.HeldFor) && c.cue.Form.Suffixed // «وعدها خطوة جيدة»
	if held && !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) {
		return r.heldRightBehind(d, c, stop)
	}
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && !describes && !shows && !c.cue.Is(lexicon.Rejects) || c.end >= stop {
		return false
	}
	if c.cue.Form.Shape == lexicon.Masdar && !strings.HasPrefix(c.cue.Form.Word, "ب") {
		return false
	}
	if c.cue.Is(lexicon.Blames) && !r.blames(d, c.end+1, stop) && !r.blamesBehind(d, c.end+1, stop) {
		return false
	}
	if c.cue.Is(lexicon.Renews) {
		return r.renewed(d, c, stop)
	}
	if c.cue.Is(lexicon.Rejects) {
		return r.rejected(d, c, stop)
	}
	object := r.skipPhrases(d, c.end, stop)
	_, stands := r.subjectBefore(d, c.first, d.sents[d.sentOf[c.first]].First)
	if s, ok := r.sourceAt(d, c.end, stop, false); ok && !stands && !(c.cue.Class == lexicon.PhraseCue && d.fn[c.end-1]&lexicon.Preposition != 0) && r.trusted(&s) && !(c.cue.Act == isnad.Demand && c.cut > 0 && d.serves(c.end, lexicon.Addressed)) && c.cue.Form.Shape != lexicon.Participle && !tellsSubject(c.cue.Form) && !r.deed(d, c, &s) && !(s.rule == "source.name" && r.isObject(d, c, &s)) && !otherGender(c, &s) && !(describes && r.describedBy(d, s.npEnd, stop)) && !r.heldItself(d, c, &s, stop) {
		r.giveBackStance(d, &s)
		if r.addresses(c) && c.cue.Act == isnad.Demand {
			r.giveBackAddressee(d, &s)
		}
		if c.cue.Is(lexicon.HeldFor | lexicon.Blames) {
			r.giveBackHeld(d, &s, stop)
		}
		if c.cue.Act == isnad.Condemn || c.cue.Act == isnad.Praise {
			r.giveBackQuoted(d, &s)
		}
		if c.cue.Is(lexicon.Blames) && s.npEnd < stop && d.serves(s.npEnd, lexicon.Responsibility) {
			return accept(c, lexicon.Noun, c.end, s.npFirst) // «كما حملت واشنطن المسؤولية»: who is blamed
		}
		c.subject, c.hasSubj = s, true
		if next := r.skipPhrases(d, s.npEnd, stop); next >= stop || !r.objectAt(d, c, next) {
			if r.giveBack(d, &s); s.npEnd == c.subject.npEnd {
				r.giveBackNoun(d, &s)
			}
			c.subject = s
		}
		object = r.skipPhrases(d, s.npEnd, stop)
		if aside := s.npEnd; aside < stop && r.isComma(d, aside) && r.pastAside(d, c, aside, stop) > aside {
			object = r.pastAside(d, c, aside, stop) + 1 // «انتقد النائب، عبر حسابه في منصة «إكس»، تأخر المشاريع»
		}
		if next := r.pastRelative(d, s.npEnd, stop); c.cue.Is(lexicon.Blames) && next > object && r.blames(d, next, stop) {
			object = next
		}
		if next := max(r.pastApposition(d, s.npEnd, stop), r.pastRelative(d, s.npEnd, stop)); next > object && (r.verbalNoun(d.toks[next].Norm) || r.stances[d.toks[next].Norm] != nil) {
			object = next
		}
	}
	if c.hasSubj && c.cue.Act == isnad.Say && object < stop {
		object = r.stanceAhead(d, object, stop)
	}
	if c.cue.Act == isnad.Demand && object < stop && (!r.verbalNoun(d.toks[object].Norm) || d.serves(object, lexicon.Addressed)) {
		object = r.askedFor(d, object, stop)
	}
	if object >= stop || !r.objectAt(d, c, object) || r.passiveJudgement(d, c, object) {
		c.hasSubj = false
		return false
	}
	return accept(c, lexicon.Noun, object, object)
}

// heldRightBehind: what a thing is held for stands right behind the verb that has the thing for its pronoun, in quotation
// marks or in the accusative: «رحب بالخطوة، وعدها «تقدما»».
func (r *Reader) heldRightBehind(d *doc, c *candidate, stop int) bool {
	i := c.end
	if i >= stop {
		return false
	}
	if q := d.quoteOf[i]; d.toks[i].IsQuoteMark() && q >= 0 && d.quotes[q].Open == i && d.quotes[q].Closed {
		return accept(c, lexicon.Noun, i, i+1)
	}
	return r.heldAs(d, i) && accept(c, lexicon.Noun, i, i)
}

// otherGender: a body cannot be the subject of the verb before it: «أيد حركة المقاطعة», «وناشد الحكومة التدخل».
func otherGender(c *candidate, s *source) bool {
	f := c.cue.Form
	if f.Person != 3 || f.Gender != lexicon.Masculine || s.gender != lexicon.Feminine || s.outlet != nil {
		return false
	}
	demanded := c.cue.Act == isnad.Demand && (s.kind == isnad.State || s.number == lexicon.Plural && s.kind == isnad.Organization)
	return demanded || s.number == lexicon.Singular && s.kind == isnad.Organization
}

// renewed: «جدد الوزير التزام بلاده»، «مجددا دعم الحكومة»: the noun of stance behind the verb or behind its
// subject is what is told.
func (r *Reader) renewed(d *doc, c *candidate, stop int) bool {
	if _, _, phrase := r.phraseAt(d, c.first); phrase {
		return false // «تجدد رفضها» is a cue of its own
	}
	object := c.end
	if s, ok := r.sourceAt(d, c.end, stop, false); ok && c.cue.Form.Shape != lexicon.Participle && r.stances[d.toks[c.end].Norm] == nil && r.trusted(&s) {
		r.giveBackStance(d, &s)
		if r.giveBack(d, &s); s.npEnd == stop {
			r.giveBackNoun(d, &s)
		}
		c.subject, c.hasSubj = s, true
		object = r.skipPhrases(d, s.npEnd, stop)
	}
	if object >= stop || r.stances[d.toks[object].Norm] == nil {
		c.hasSubj = false
		return false
	}
	return accept(c, lexicon.Noun, object, object)
}

// rejected: «رفض المدير هذه المزاعم»، «رافضة اتهامات المعارضة»: what others say, behind the verb or behind its
// subject, is what somebody rejects. Else he refuses to do something.
func (r *Reader) rejected(d *doc, c *candidate, stop int) bool {
	object := c.end
	if s, ok := r.sourceAt(d, c.end, stop, false); ok && c.cue.Form.Shape != lexicon.Participle && !r.toldOf(d, c.end) && r.trusted(&s) {
		r.giveBackNoun(d, &s)
		c.subject, c.hasSubj = s, true
		object = r.skipAdverbs(d, s.npEnd, stop)
	}
	if object >= stop || !r.toldOf(d, object) {
		c.hasSubj = false
		return false
	}
	return accept(c, lexicon.Noun, object, object)
}

// toldOf: at i stands a noun of what others say, or a word that points at one: «هذه الاتهامات».
func (r *Reader) toldOf(d *doc, i int) bool {
	if d.serves(i, lexicon.Demonstrative) {
		i++
	}
	if i >= len(d.toks) {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.NounCue && f.cut == 0 {
			return true
		}
	}
	return false
}

// maxStanceAhead bounds the words of an apposition or relative clause between a subject and what
// he stresses.
const maxStanceAhead = 14

// stanceAhead passes an apposition or a relative clause at i that more is told of the subject in:
// «أكد ممثل البحرين الذي رأست دولته الاجتماع أهمية»; i where no word of stance or need ends it.
func (r *Reader) stanceAhead(d *doc, i, hi int) int {
	if d.fn[i]&lexicon.Relative == 0 && !strings.HasPrefix(d.toks[i].Norm, "ال") || r.stances[d.toks[i].Norm] != nil || d.fn[i]&lexicon.Needed != 0 {
		return i
	}
	for k := i + 1; k < hi && k < i+maxStanceAhead; k++ {
		w := d.toks[k].Norm
		switch {
		case d.fn[k]&lexicon.ThatWord != 0, d.toks[k].IsQuoteMark():
			return i
		case strings.HasPrefix(w, "ال"), d.fn[k-1]&lexicon.Preposition != 0:
		case r.stances[w] != nil, d.fn[k]&lexicon.Needed != 0:
			return k
		}
	}
	return i
}

// maxApposition bounds the words between commas that tell more of a subject.
const maxApposition = 12

// pastApposition steps over what stands between commas behind a subject: «كتائب القسام، الجناح
// العسكري لحركة حماس، استهداف»; i where nothing does.
func (r *Reader) pastApposition(d *doc, i, hi int) int {
	if i+1 >= hi || !r.isComma(d, i) {
		return i
	}
	for k := i + 1; k+1 < hi && k < i+maxApposition; k++ {
		switch {
		case r.isComma(d, k):
			return k + 1
		case r.isVerb(d, k), d.fn[k]&lexicon.ThatWord != 0:
			return i
		}
	}
	return i
}

// pastRelative steps over a relative clause behind a subject, to the comma that ends it: «أكد المركز الذي
// يدير الملاجئ، إقامة»; i where none stands there.
func (r *Reader) pastRelative(d *doc, i, hi int) int {
	if i >= hi || d.fn[i]&lexicon.Relative == 0 {
		return i
	}
	for k := i + 1; k+1 < hi && k < i+maxApposition; k++ {
		switch {
		case r.isComma(d, k):
			return k + 1
		case d.fn[k]&lexicon.ThatWord != 0, d.has(k, inCues) && r.tellsBefore(d, k):
			return i
		}
	}
	return i
}

// documentAt: a document stands at i: what it shows is told.
func (r *Reader) documentAt(d *doc, i, hi int) bool {
	s, ok := r.sourceAt(d, i, hi, false)
	return ok && s.kind == isnad.Document
}

// askedFor passes the addressee at i: «ناشد والد الرهينة محتجزيه إطلاق سراحه».
func (r *Reader) askedFor(d *doc, i, stop int) int {
	for k := i + 1; k < stop && k < i+6; k++ {
		if d.toks[k].Kind != wordKind || d.fn[k-1]&lexicon.Preposition != 0 {
			return i
		}
		deed, definite := strings.CutPrefix(d.toks[k].Norm, "ال")
		if r.verbalNoun(deed) && (!definite || strings.HasPrefix(d.toks[k-1].Norm, "ال")) {
			return k // «ناشدت أطراف النزاع السماح بـ»
		}
	}
	return i
}

// giveBack parts a subject from an object that was taken for a part of it: a definite noun
// behind an adjective of country («أدان الرئيس الفرنسي الهجوم»).
func (r *Reader) giveBack(d *doc, s *source) {
	for i := s.npFirst + 1; i+1 < s.npEnd; i++ {
		if strings.HasPrefix(d.toks[i].Norm, "ال") && r.objectPlural(d, i+1) && (i >= s.end-1 || s.kind != isnad.Person && r.deedsAt(d, i+1)) {
			s.npEnd = i + 1
			s.end = min(s.end, s.npEnd)
			return
		}
		if !r.parted(d, i) || !strings.HasPrefix(d.toks[i+1].Norm, "ال") {
			continue
		}
		if !r.definiteAdjective(d, i+1) && (d.trait(i+1, definiteNoun) || !r.titleAt(d, i+1) && !d.personBegins(i+1)) {
			s.npEnd = i + 1
			s.end = min(s.end, s.npEnd)
			return
		}
	}
}

// giveBackQuoted parts a body from what stands in quotation marks and is condemned: a phrase of its own
// behind a definite noun, with nothing behind it that could be the object: «أدان الاتحاد "الحملة الممنهجة"
// ضد النقابيين», not «أدانت الحركة "الشعبية لتحرير السودان" الهجوم».
func (r *Reader) giveBackQuoted(d *doc, s *source) {
	for open := s.npFirst + 1; open < s.npEnd; open++ {
		if !d.toks[open].IsQuoteMark() || d.quoteOf[open] < 0 {
			continue
		}
		next := d.quotes[d.quoteOf[open]].Close + 1
		if open+3 >= next || next > s.npEnd || !strings.HasPrefix(d.toks[open-1].Norm, "ال") && !d.nameEnds(open) || !strings.HasPrefix(d.toks[open+1].Norm, "ال") || d.nameCovers(open+1) {
			return
		}
		if next < len(d.toks) && d.toks[next].Kind == wordKind && d.fn[next]&(lexicon.Preposition|lexicon.Relative) == 0 {
			return
		}
		s.npEnd, s.end = open, min(s.end, open)
		return
	}
}

// giveBackStance parts a role from the need or wish that it speaks of («أكد المبعوث الأممي
// الحاجة إلى»).
func (r *Reader) giveBackStance(d *doc, s *source) {
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		bare := strings.TrimPrefix(d.toks[i].Norm, "ال")
		if s.rule != "source.quoted" && d.quoteOf[i] != d.quoteOf[s.npFirst] || i == s.npFirst+1 && r.heads(d, s) {
			continue // «حركة الأمل»
		}
		if i < s.first || d.nameCovers(i) {
			continue // «قائد قوات الدعم السريع فلان»
		}
		if (d.fn[i]&lexicon.Needed != 0 || r.stances[bare] != nil && d.toks[i].Norm != bare) && !r.givenAt(d, i, s.npEnd) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// passiveJudgement: «تعتبر السعودية أول بؤرة»: nobody is said to hold it. Somebody who holds a
// thing for something tells both, the thing definite.
func (r *Reader) passiveJudgement(d *doc, c *candidate, object int) bool {
	if c.cue.Form.Suffixed || c.cue.Form.Shape != lexicon.Imperfect || !c.cue.Is(lexicon.HeldFor) {
		return false
	}
	_, polity := exact(&r.polities.Names, d, object, inPolities)
	w := d.toks[object].Norm
	return !polity && !strings.HasPrefix(w, "ال") && !d.serves(object, lexicon.Demonstrative) && !r.given.Is(w)
}

// heldItself: «واعتبر القرار خطوة ضرورية»: the thing is what is held for something, and who holds
// it is left out.
func (r *Reader) heldItself(d *doc, c *candidate, s *source, stop int) bool {
	if !c.cue.Is(lexicon.HeldFor) || s.kind != isnad.Document || s.npEnd >= stop {
		return false
	}
	w := d.toks[s.npEnd].Norm
	return len(w) >= 8 && !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "ه"))
}

// describedBy: the بـ of «وصف … بـ» stands at i, so that what stands before it is what is
// described, and the subject is left out.
func (r *Reader) describedBy(d *doc, i, stop int) bool {
	if i >= stop {
		return i < len(d.toks) && strings.HasPrefix(d.toks[i].Norm, "ب")
	}
	prep, _, ok := d.prepAt(i)
	return ok && prep == lexicon.Bi
}

// giveBackNoun parts a role or body from the object behind it: a verbal noun («شجب المجلس
// الاعتداء»), or an indefinite noun behind a definite one («انتقد النائب تأخر المشروع»).
func (r *Reader) giveBackNoun(d *doc, s *source) {
	if s.kind == isnad.Person && !s.role {
		r.giveBackDeed(d, s)
		return
	}
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		w := d.toks[i].Norm
		if d.nameCovers(i) && i > s.npFirst && d.nameFrom(i) == d.nameFrom(i-1) {
			continue // «حركة المقاومة الإسلامية»
		}
		if d.bodyBegins(i) {
			continue // «قائد قوات الدعم السريع»
		}
		if strings.HasPrefix(w, "ل") && d.trait(i, cliticsBefore) {
			continue // «النقابة الوطنية لسائقي الأجرة»
		}
		bare, definite := strings.CutPrefix(w, "ال")
		behind := strings.HasPrefix(d.toks[i-1].Norm, "ال") || strings.HasSuffix(d.toks[i-1].Norm, "ون") // a plural that no genitive follows
		if s.kind == isnad.Document && i > s.npFirst+1 && (strings.HasSuffix(d.toks[i-1].Norm, "ه") || strings.HasSuffix(d.toks[i-1].Norm, "ي") && !strings.HasPrefix(d.toks[i-1].Norm, "ال")) {
			behind, bare = true, strings.TrimSuffix(bare, "ا") // «أظهرت بيانات رسمية تراجعا»
		}
		if i == s.npFirst+1 && definite && r.heads(d, s) {
			continue // «حركة المقاومة»
		}
		own := d.trait(i, pronounBehind)
		if own && r.stances[w] != nil || r.verbalNoun(bare) && (definite || behind || own) || behind && !definite && !d.nameCovers(i) && r.newPhrase(d, i, isnad.Group) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// heads: the phrase begins with a noun without article that a genitive follows: «حركة», «وزارة».
func (r *Reader) heads(d *doc, s *source) bool {
	w := cutLetters(d.toks[s.npFirst].Norm, s.cut)
	return s.rule != "source.name" && s.polity == nil && s.outlet == nil && !strings.HasPrefix(w, "ال") && !strings.HasSuffix(w, "ون")
}

// giveBackHeld parts who holds a thing for something from the thing, a definite noun behind a
// definite one: «اعتبر زعيم الحزب الخطوة انتهاكا». Where the phrase reaches to the preposition at
// stop, the thing is in it: «وصف الوزير الهجوم بأنه».
func (r *Reader) giveBackHeld(d *doc, s *source, stop int) {
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		if i <= s.first || !r.otherThing(d, i) {
			continue
		}
		if hi := min(stop, i+maxHeld); s.npEnd == stop || r.heldFor(d, i+1, hi) || r.blames(d, i+1, hi) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// paperOf: a document is what the feminine verb speaks of, where it is no feminine: «ووصفت التقرير بأنه مختلق».
func paperOf(c *candidate, s *source) bool {
	form := c.cue.Form
	return s.kind == isnad.Document && s.number == lexicon.Singular && s.gender == lexicon.Masculine && form.Person == 3 && form.Gender == lexicon.Feminine && form.Number == lexicon.Singular
}

// takesThing: what «عزا … إلى» traces back, and what «وصف … بـ» describes, stands before the
// preposition at token to and is said too.
func (r *Reader) takesThing(d *doc, c *candidate, to int) {
	if c.cue.Form.Suffixed || c.cue.Form.Shape == lexicon.Masdar {
		return
	}
	i := r.skipPhrases(d, c.end, to)
	if c.cue.Form.Shape == lexicon.Participle {
		r.takeFrom(d, c, i, to)
		return
	}
	if s, ok := r.sourceAt(d, i, to, false); ok && r.trusted(&s) && !tellsSubject(c.cue.Form) && !r.deed(d, c, &s) && !paperOf(c, &s) {
		before := s.npEnd
		if r.giveBack(d, &s); s.npEnd == before {
			r.giveBackNoun(d, &s)
		}
		if s.npEnd == before {
			r.giveBackHeld(d, &s, to)
		}
		if i := s.npFirst + 1; c.cue.Is(lexicon.TracesBack) && s.npEnd == to && i+1 == to && s.number == lexicon.Plural && strings.HasPrefix(d.toks[i].Norm, "ال") {
			s.npEnd, s.end = i, min(s.end, i) // «ويعزو تجار الارتفاع إلى»
		}
		if s.kind == isnad.Person && !s.role && s.npEnd == to && s.end < to && d.toks[s.end].Kind == wordKind && !r.personTitle(d, s.end) && !r.definiteAdjective(d, s.end) {
			s.npEnd = s.end
		}
		c.subject, c.hasSubj = s, true
		i = r.skipPhrases(d, s.npEnd, to)
	}
	r.takeFrom(d, c, i, to)
}

// takeFrom lets the content begin at token i, where a thing stands before token to.
func (r *Reader) takeFrom(d *doc, c *candidate, i, to int) {
	if i < to && d.toks[i].Kind == wordKind && d.fn[i]&(lexicon.Preposition|lexicon.Relative) == 0 && !d.serves(i, lexicon.HimSelf) {
		c.body, c.bodyCut = i, 0
		if c.cue.Is(lexicon.TracesBack) {
			c.mark = i // nothing of the subject reaches to إلى
		}
	}
}

// definiteAdjective: السعودي، العربية، المنعقد: an adjective with the article, which goes on with the noun before it.
func (r *Reader) definiteAdjective(d *doc, i int) bool {
	return d.trait(i, definiteAdjective) || r.bodyAdjective(d, i)
}

// bodyAdjective: السعودي، العربية، الدولي: a definite adjective of a country, or as bodies have them.
func (r *Reader) bodyAdjective(d *doc, i int) bool {
	_, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return (ok || d.fn[i]&lexicon.Adjective != 0) && strings.HasPrefix(d.toks[i].Norm, "ال")
}

// parted: token i ends a noun phrase with an adjective, and what follows is rather a noun.
func (r *Reader) parted(d *doc, i int) bool {
	return r.bodyAdjective(d, i) || d.trait(i, definiteAdjective) && i+1 < len(d.toks) && d.trait(i+1, definiteNoun)
}

// hasGenitive: a number or a definite noun follows token i, of which a verbal noun is told: «أعلنت الشركة
// تعليق الرحلات»; not «تسجيل صوتي».
func (r *Reader) hasGenitive(d *doc, i int) bool {
	if i+1 >= len(d.toks) {
		return false
	}
	next := &d.toks[i+1]
	return next.Kind == numberKind || next.Kind == wordKind && (strings.HasPrefix(next.Norm, "ال") || d.trait(i+1, pronounBehind) || strings.HasPrefix(next.Norm, "حال"))
}

// announcer: in a title, who announces stands before the verb: «قطر تعلن التوصل إلى اتفاق».
func (r *Reader) announcer(d *doc, c *candidate) bool {
	s, ok := r.subjectBefore(d, c.first, d.sents[d.sentOf[c.first]].First)
	return ok && r.trusted(&s)
}

// deed: what stands behind the verb is what is done («أعلن إدارة المرفق») and not a body that is
// called so («أعلنت إدارة النادي التعاقد»).
func (r *Reader) deed(d *doc, c *candidate, s *source) bool {
	body := s.kind == isnad.State || s.kind == isnad.Organization
	_, listed := exact(&r.nouns.Forms, d, s.npFirst, inNouns)
	_, named := d.bodyAt(s.npFirst)
	if n := d.nameFrom(s.npFirst + 1); n < len(d.tagged) {
		e := d.tagged[n]
		// «أعلن تنظيم داعش مسؤوليته»: what it takes on bears its pronoun
		named = named || e.First == s.npFirst+1 && e.Type == isnad.ORG && (e.Head > 0 || e.End < len(d.toks) && d.trait(e.End, pronounBehind))
	}
	body = body && (s.gender == lexicon.Feminine && c.cue.Form.Gender == lexicon.Feminine || listed && (named || r.addresses(c)))
	people := s.rule != "source.name" && s.number == lexicon.Plural && (s.kind == isnad.Group || s.kind == isnad.Unnamed)
	if next := s.npFirst + 1; s.kind == isnad.Document && next < s.npEnd && !strings.HasPrefix(d.toks[next].Norm, "ال") {
		w := d.toks[next].Norm
		if strings.HasSuffix(w, "ي") || strings.HasPrefix(w, "ل") && d.trait(next, cliticsBefore) {
			return false // «توقع تقرير أممي نمو الاقتصاد», «توقع تقرير للبنك الدولي»
		}
	}
	return !body && !people && r.verbalNoun(d.toks[s.npFirst].Norm)
}

// trusted: the phrase surely names a source, so that what stands behind it can be the
// object.
func (r *Reader) trusted(s *source) bool {
	return s.rule != "source.name" || s.kind == isnad.Person && s.end-s.first >= 2
}

// skipPhrases passes adverbs and prepositional phrases of place, time and medium between
// a subject and its object.
func (r *Reader) skipPhrases(d *doc, i, hi int) int {
	i = r.skipAdverbs(d, i, hi)
	if i+1 < hi && strings.HasPrefix(d.toks[i].Norm, "ل") && d.trait(i, cliticsBefore) && r.verbalNoun(d.toks[i+1].Norm) {
		return i + 1 // «أكد لأرسنال تمسكه»
	}
	for next := r.pastPlaces(d, i, hi); next > i; next = r.pastPlaces(d, i, hi) {
		i = next
	}
	for i+1 < hi && d.fn[i]&lexicon.Preposition != 0 {
		i += 2
		for i < hi && d.toks[i].Kind != punctKind && !r.verbalNoun(d.toks[i].Norm) && d.fn[i]&lexicon.Preposition == 0 && !r.otherNoun(d, i) {
			i++
		}
		i = r.skipAdverbs(d, i, hi)
	}
	return i
}

// pastPlaces steps over a place behind ب, or a division of the land with its name: «بمحافظة العلا
// بالمدينة, تنفيذ»; i where none stands there.
func (r *Reader) pastPlaces(d *doc, i, hi int) int {
	if next := d.pastPlace(i, hi); next > i {
		return r.skipAdverbs(d, next, hi)
	}
	if i+2 < hi && d.serves(i, lexicon.Division) && (d.nameCovers(i+1) || strings.HasPrefix(d.toks[i+1].Norm, "ال")) {
		return r.skipAdverbs(d, max(i+2, d.coveredTo(i+1)), hi)
	}
	return i
}

// objectAt: what stands at i can be the content of this cue. A verb of saying announces a
// happening (a verbal noun); a verb that judges, denies or demands may take any noun.
func (r *Reader) objectAt(d *doc, c *candidate, i int) bool {
	t := &d.toks[i]
	if t.IsQuoteMark() {
		_, stands := r.subjectBefore(d, c.first, d.sents[d.sentOf[c.first]].First)
		return i == c.end || c.hasSubj || stands
	}
	if sixthForm(t.Norm) && c.hasSubj && i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ال") {
		return true // «توقع فارس تزايد الأضرار»
	}
	if c.hasSubj && c.cue.Act == isnad.Deny && d.trait(i, pronounBehind) && i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ب") {
		return true // «نفى المتحدث علمه بالأمر»
	}
	if t.Kind != wordKind || d.fn[i]&lexicon.VerbalNoun == 0 && r.isVerb(d, i) {
		return false
	}
	if r.stances[t.Norm] != nil || d.fn[i]&lexicon.Needed != 0 {
		return true
	}
	if d.is(i, "ما") && i+1 < len(d.toks) && d.toks[i+1].Kind == wordKind && (c.hasSubj || c.cue.Form.Shape == lexicon.Participle && i == c.end) {
		return c.cue.Act == isnad.Deny || c.cue.Act == isnad.Condemn // «نفت الوزارة ما تردد»
	}
	if d.is(i, "اي") {
		return c.cue.Act != isnad.Say // «استبعدت الوزيرة أي مشاركة»
	}
	f := d.fn[i]
	if c.cue.Act != isnad.Say || c.hasSubj && r.verbalNoun(t.Norm) && r.hasGenitive(d, i) {
		f &^= lexicon.SpeechNoun
	}
	if f&^(lexicon.VerbalNoun|lexicon.Pointing) != 0 || f&lexicon.Pointing != 0 && (c.cue.Act == isnad.Say || !d.serves(i, lexicon.Demonstrative)) {
		return false
	}
	if r.verbalNoun(t.Norm) || c.hasSubj && d.trait(i, pronounBehind) && i+1 < len(d.toks) && d.is(i+1, "عن") || c.hasSubj && len(t.Norm) >= 10 && strings.HasSuffix(t.Norm, "ا") && !strings.HasPrefix(t.Norm, "ال") {
		return true
	}
	if c.cue.Act == isnad.Say {
		if bare, definite := strings.CutPrefix(t.Norm, "ال"); definite && r.announced(bare) && (c.hasSubj && r.trusted(&c.subject) || t.Line == 0 && r.announcer(d, c)) {
			return true // «أكد الرئيس التنفيذي فلان التوصل لاتفاق»
		}
		construct := i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ال") && !strings.HasPrefix(t.Norm, "ال") && !strings.HasPrefix(t.Norm, "و") && !r.given.Is(t.Norm)
		if construct && !c.hasSubj && i == c.end {
			s, stands := r.subjectBefore(d, c.first, d.sents[d.sentOf[c.first]].First)
			return stands && r.trusted(&s) // «مجلس الأمن كان قد أعلن حالة الطوارئ»
		}
		return c.hasSubj && c.subject.rule != "source.name" && construct
	}
	return c.cue.Form.Shape != lexicon.Masdar
}
