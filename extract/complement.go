package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// bareNoun tries the noun phrase that a verb governs without a preposition: behind its
// subject, or right behind it where the subject is left out. stop is where the search for
// another complement ended.
func (r *Reader) bareNoun(d *doc, c *candidate, stop int) bool {
	describes := c.cue.Act == isnad.Assess && c.cue.Takes(lexicon.Bi, lexicon.Noun) && !c.cue.Form.Suffixed
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && !describes || c.end >= stop {
		return false
	}
	if c.cue.Form.Shape == lexicon.Masdar && !strings.HasPrefix(c.cue.Form.Word, "ب") {
		return false
	}
	object := r.skipPhrases(d, c.end, stop)
	_, stands := r.subjectBefore(d, c.first, max(0, c.first-14))
	if s, ok := r.sourceAt(d, c.end, stop, false); ok && !stands && r.trusted(&s) && c.cue.Form.Shape != lexicon.Participle && !r.verbalNoun(d.toks[s.npFirst].Norm) && !(describes && r.describedBy(d, s.npEnd, stop)) {
		r.giveBackStance(d, &s)
		if next := r.skipPhrases(d, s.npEnd, stop); next >= stop || !r.objectAt(d, c, next) {
			before := s.npEnd
			if r.giveBack(d, &s); s.npEnd == before {
				r.giveBackNoun(d, &s)
			}
		}
		c.subject, c.hasSubj = s, true
		object = r.skipPhrases(d, s.npEnd, stop)
	}
	if c.cue.Act == isnad.Demand && object < stop && !r.objectAt(d, c, object) {
		object = r.askedFor(d, object, stop)
	}
	if object >= stop || !r.objectAt(d, c, object) || r.passiveJudgement(d, c, object) {
		c.hasSubj = false
		return false
	}
	return accept(c, lexicon.Noun, object, object)
}

// askedFor passes the addressee at i: «ناشد والد الرهينة محتجزيه إطلاق سراحه».
func (r *Reader) askedFor(d *doc, i, stop int) int {
	for k := i + 1; k < stop && k < i+6; k++ {
		if d.toks[k].Kind != wordKind || d.fn[k-1]&lexicon.Preposition != 0 {
			return i
		}
		if r.verbalNoun(d.toks[k].Norm) {
			return k
		}
	}
	return i
}

// giveBack parts a subject from an object that was taken for a part of it: a definite noun
// behind an adjective of country («أدان الرئيس الفرنسي الهجوم»).
func (r *Reader) giveBack(d *doc, s *source) {
	for i := s.npFirst + 1; i+1 < s.npEnd; i++ {
		if strings.HasPrefix(d.toks[i].Norm, "ال") && r.objectPlural(d, i+1) && i >= s.end-1 {
			s.npEnd = i + 1
			return
		}
		if !r.definiteAdjective(d, i) || !strings.HasPrefix(d.toks[i+1].Norm, "ال") {
			continue
		}
		if !r.definiteAdjective(d, i+1) {
			s.npEnd = i + 1
			s.end = min(s.end, s.npEnd)
			return
		}
	}
}

// giveBackStance parts a role from the need or wish that it speaks of («أكد المبعوث الأممي
// الحاجة إلى»).
func (r *Reader) giveBackStance(d *doc, s *source) {
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		bare := strings.TrimPrefix(d.toks[i].Norm, "ال")
		if (d.fn[i]&lexicon.Needed != 0 || r.stances[bare] != nil && d.toks[i].Norm != bare) && !r.givenAt(d, i, s.npEnd) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// objectPlural: a definite plural that is no source: الانتهاكات.
func (r *Reader) objectPlural(d *doc, i int) bool {
	w := d.toks[i].Norm
	if !strings.HasPrefix(w, "ال") || !strings.HasSuffix(w, "ات") || len(w) < 14 {
		return false
	}
	_, noun := exact(&r.nouns.Forms, d, i, inNouns)
	return !noun
}

// passiveJudgement: «تعتبر السعودية أول بؤرة»: nobody is said to hold it. Somebody who holds a
// thing for something tells both, the thing definite.
func (r *Reader) passiveJudgement(d *doc, c *candidate, object int) bool {
	if c.cue.Form.Suffixed || c.cue.Form.Shape != lexicon.Imperfect || c.cue.Lemma != "اعتبر" && c.cue.Lemma != "عد" {
		return false
	}
	_, polity := exact(&r.polities.Names, d, object, inPolities)
	w := d.toks[object].Norm
	return !polity && !strings.HasPrefix(w, "ال") && !isDemonstrative(w) && !r.given.Is(w)
}

// describedBy: the بـ of «وصف … بـ» stands at i, so that what stands before it is what is
// described, and the subject is left out.
func (r *Reader) describedBy(d *doc, i, stop int) bool {
	if i >= stop {
		return i < len(d.toks) && strings.HasPrefix(d.toks[i].Norm, "ب")
	}
	prep, _, ok := prepWord(d.toks[i].Norm)
	return ok && prep == lexicon.Bi
}

// giveBackNoun parts a role or body from the object behind it: a verbal noun («شجب المجلس
// الاعتداء»), or an indefinite noun behind a definite one («انتقد النائب تأخر المشروع»).
func (r *Reader) giveBackNoun(d *doc, s *source) {
	if s.kind == isnad.Person && !s.role {
		return
	}
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		w := d.toks[i].Norm
		bare, definite := strings.CutPrefix(w, "ال")
		behind := strings.HasPrefix(d.toks[i-1].Norm, "ال")
		if r.verbalNoun(bare) && (definite || behind) || behind && !definite && r.newPhrase(d, i, isnad.Group) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// definiteAdjective: السعودي، العربية، الدولي.
func (r *Reader) definiteAdjective(d *doc, i int) bool {
	_, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return (ok || d.fn[i]&lexicon.Adjective != 0) && strings.HasPrefix(d.toks[i].Norm, "ال")
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
	if i+1 < hi && strings.HasPrefix(d.toks[i].Norm, "ل") && clitics(d.toks[i].Text) && r.verbalNoun(d.toks[i+1].Norm) {
		return i + 1 // «أكد لأرسنال تمسكه»
	}
	for i+1 < hi && d.fn[i]&lexicon.Preposition != 0 {
		i += 2
		for i < hi && d.toks[i].Kind != punctKind && !r.verbalNoun(d.toks[i].Norm) && d.fn[i]&lexicon.Preposition == 0 {
			i++
		}
		i = r.skipAdverbs(d, i, hi)
	}
	return i
}

// objectAt: what stands at i can be the content of this cue. A verb of saying announces a
// happening (a verbal noun); a verb that judges, denies or demands may take any noun.
func (r *Reader) objectAt(d *doc, c *candidate, i int) bool {
	t := &d.toks[i]
	if t.IsQuoteMark() {
		_, stands := r.subjectBefore(d, c.first, max(0, c.first-14))
		return i == c.end || c.hasSubj || stands
	}
	if t.Kind != wordKind || d.fn[i]&lexicon.VerbalNoun == 0 && r.isVerb(d, i) {
		return false
	}
	if r.stances[t.Norm] != nil || d.fn[i]&lexicon.Needed != 0 {
		return true
	}
	f := d.fn[i]
	if c.cue.Act != isnad.Say {
		f &^= lexicon.SpeechNoun
	}
	if f&^(lexicon.VerbalNoun|lexicon.Pointing) != 0 || f&lexicon.Pointing != 0 && (c.cue.Act == isnad.Say || !isDemonstrative(t.Norm)) {
		return false
	}
	if r.verbalNoun(t.Norm) || c.hasSubj && len(t.Norm) >= 10 && strings.HasSuffix(t.Norm, "ا") && !strings.HasPrefix(t.Norm, "ال") {
		return true
	}
	if c.cue.Act == isnad.Say {
		construct := i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ال") && !strings.HasPrefix(t.Norm, "ال") && !r.given.Is(t.Norm)
		return c.hasSubj && c.subject.rule != "source.name" && construct
	}
	return c.cue.Form.Shape != lexicon.Masdar
}

func isDemonstrative(w string) bool {
	return w == "هذا" || w == "هذه" || w == "ذلك" || w == "تلك" || w == "هولاء"
}

// verbalNoun tells whether a folded word without article has the shape of a verbal noun
// of a derived form, or is listed as one.
func (r *Reader) verbalNoun(w string) bool {
	if r.functions.Word(w)&lexicon.VerbalNoun != 0 {
		return true
	}
	if strings.HasPrefix(w, "ال") || r.given.Is(w) {
		return false
	}
	if s := arabic.Segment(w); s.HasPronoun(w) && s.HostStart == 0 {
		host := w[:s.HostEnd]
		if t, ok := strings.CutSuffix(host, "ت"); ok {
			host = t + "ه"
		}
		return len(host) > 6 && host != w && r.verbalNoun(host)
	}
	l := []rune(w)
	n := len(l)
	switch {
	case n >= 5 && n <= 7 && l[0] == 'ا' && l[n-2] == 'ا': // إطلاق، انسحاب، استشهاد
		return true
	case n == 5 && l[0] == 'ت' && l[3] == 'ي': // تدمير
		return true
	case n == 6 && l[0] == 'م' && l[2] == 'ا' && l[5] == 'ه': // مهاجمة
		return true
	case n == 5 && l[0] == 'ا' && l[2] == 'ا' && l[4] == 'ه': // إصابة، إقامة
		return true
	case n == 7 && l[0] == 'ا' && l[1] == 'س' && l[2] == 'ت' && l[6] == 'ه': // استعادة
		return true
	}
	return false
}

// quotedBefore: «…»، قال فلان. The quotation right before the cue is its content.
func (r *Reader) quotedBefore(d *doc, c *candidate) bool {
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Quoted) || c.cue.Form.Shape == lexicon.Masdar {
		return false
	}
	i := c.first - 1
	for i > 0 && (d.toks[i].Kind == punctKind && !d.toks[i].IsQuoteMark() && d.toks[i].Norm != ":" || d.fn[i]&lexicon.Pointing != 0) {
		i--
	}
	if i < 2 || !d.toks[i].IsQuoteMark() || d.toks[i].Line != d.toks[c.first].Line {
		return false
	}
	q := d.quoteOf[i]
	if q < 0 || d.quotes[q].Close != i || i-d.quotes[q].Open < 4 {
		return false
	}
	c.before = true
	return accept(c, lexicon.Quoted, c.end, d.quotes[q].Open+1)
}

// labelled: «ما سماه …»، «ما وصفته الحكومة بـ…»: the label is the content.
func (r *Reader) labelled(d *doc, c *candidate, hi int) bool {
	if c.first == 0 || !c.cue.Form.Suffixed || c.cue.Form.Shape == lexicon.Masdar || c.cue.Act != isnad.Assess {
		return false
	}
	switch d.toks[c.first-1].Norm {
	case "ما", "بما", "لما", "مما", "فيما":
	default:
		return false
	}
	limit := min(hi, c.end+20)
	i := c.end
	if c.cue.Takes(lexicon.Bi, lexicon.Noun) {
		for ; i < limit; i++ {
			if prep, cut, ok := prepWord(d.toks[i].Norm); ok && prep == lexicon.Bi {
				c.label = true
				c.kind, c.mark, c.body, c.bodyCut = lexicon.Noun, i, i, cut
				if cut == 0 {
					c.body = r.pastMark(d, i+1, limit)
				}
				return c.body < limit
			}
		}
		return false
	}
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) {
		return false
	}
	if s, ok := r.sourceAt(d, c.end, limit, false); ok && r.trusted(&s) && s.npEnd < limit && c.cue.Form.Person == 3 {
		if next := r.skipAdverbs(d, s.npEnd, limit); next < limit && (d.toks[next].IsQuoteMark() || r.objectAt(d, c, next)) {
			c.subject, c.hasSubj = s, true
			i = next
		}
	}
	c.label = true
	return accept(c, lexicon.Noun, i, r.pastMark(d, i, limit))
}

// completePrep reads the source behind a cue that is a preposition or a phrase (بحسب، نقلا
// عن، على حد قول); the content is the sentence that it stands in.
func (r *Reader) completePrep(d *doc, c *candidate, hi int) bool {
	c.prep = true
	i := c.end
	if i >= hi {
		return c.cue.Class == lexicon.PhraseCue
	}
	if c.cue.Takes(lexicon.NoPrep, lexicon.That) {
		return r.completeAsVerb(d, c, hi)
	}
	clitic := false
	switch {
	case c.cue.Takes(lexicon.An, lexicon.Noun) && d.is(i, "عن"), c.cue.Takes(lexicon.Ila, lexicon.Noun) && d.is(i, "الي"), c.cue.Takes(lexicon.Li, lexicon.Noun) && d.is(i, "ل"):
		i++
	case c.cue.Takes(lexicon.Li, lexicon.Noun) && strings.HasPrefix(d.toks[i].Norm, "ل"):
		clitic = true
	case c.cue.Takes(lexicon.NoPrep, lexicon.Noun):
	default:
		return c.cue.Class == lexicon.PhraseCue
	}
	s, ok := r.sourceAt(d, i, min(hi, i+maxSourceWords), clitic)
	if who, is := r.whoseWords(d, i, hi); is {
		s, ok = who, true
	}
	if !ok || s.npFirst > i {
		return c.cue.Class == lexicon.PhraseCue
	}
	if s.rule == "source.name" && !(s.kind == isnad.Person && r.given.Is(d.toks[s.first].Norm)) {
		return c.cue.Class == lexicon.PhraseCue
	}
	c.subject, c.hasSubj = s, true
	c.mark = r.pastDescription(d, &s, hi)
	c.body = c.mark
	return true
}

// pastDescription steps over what describes an unnamed source: «مصدر لم يذكر اسمه، …».
func (r *Reader) pastDescription(d *doc, s *source, hi int) int {
	i := s.npEnd
	if s.kind != isnad.Unnamed || i >= hi || !d.is(i, "لم") && !r.isVerb(d, i) {
		return i
	}
	if comma := r.firstComma(d, i, min(hi, i+10)); comma < min(hi, i+10) {
		return comma
	}
	return i
}

// whoseWords: behind «وفق تصريحات» the source is whoever made them, not the words.
func (r *Reader) whoseWords(d *doc, i, hi int) (source, bool) {
	if i+1 >= hi || d.fn[i]&lexicon.Spoken == 0 {
		return source{}, false
	}
	s, ok := r.sourceAt(d, i+1, min(hi, i+1+maxSourceWords), false)
	if !ok || s.kind != isnad.Person && s.kind != isnad.Unnamed && s.kind != isnad.Group || s.rule == "source.name" {
		return source{}, false
	}
	s.npFirst = i
	return s, true
}

// completeAsVerb: «حسبما أضاف ياسين»، «وفق ما ذكرت الوكالة»: the verb belongs to the cue
// and its subject is the source.
func (r *Reader) completeAsVerb(d *doc, c *candidate, hi int) bool {
	for _, f := range r.cuesAt(d, c.end) {
		if f.Class != lexicon.VerbCue || f.Form.Shape != lexicon.Perfect && f.Form.Shape != lexicon.Imperfect {
			continue
		}
		form := c.cue
		c.cue = f.CueForm
		c.cue.Form.Suffixed = form.Form.Suffixed
		c.end++
		c.mark, c.body = c.end, c.end
		if s, ok := r.sourceAt(d, c.end, min(hi, c.end+maxSourceWords), false); ok && s.rule != "source.name" {
			c.subject, c.hasSubj = s, true
			c.mark, c.body = s.npEnd, s.npEnd
		}
		return c.hasSubj || c.end < hi && d.toks[c.end].Kind == punctKind
	}
	return false
}

// saidBefore: «…، كما ذكر التلفزيون الرسمي.»: the clause before is what the verb behind
// كما tells.
func (r *Reader) saidBefore(d *doc, i, lo, hi int) (candidate, bool) {
	if !d.is(i, "كما") || i+2 >= hi || i == lo {
		return candidate{}, false
	}
	for _, f := range r.cuesAt(d, i+1) {
		if f.cut > 0 || f.Class != lexicon.VerbCue || f.Form.Shape != lexicon.Perfect && f.Form.Shape != lexicon.Imperfect || !f.Takes(lexicon.NoPrep, lexicon.That) {
			continue
		}
		s, ok := r.sourceAt(d, i+2, hi, false)
		if !ok || s.npEnd < hi && d.toks[s.npEnd].Kind != punctKind {
			continue
		}
		return candidate{cue: f.CueForm, first: i + 1, end: i + 2, subject: s, hasSubj: true, prep: true, mark: s.npEnd, body: s.npEnd, clause: i, quote: d.quoteOf[i]}, true
	}
	return candidate{}, false
}

// titleColon: «فلان: …» in the title; the colon is the cue.
func (r *Reader) titleColon(d *doc, lo, hi int) (candidate, bool) {
	for i := lo; i < hi && i < lo+9; i++ {
		if len(r.verbsAt(d, i)) > 0 || d.toks[i].Norm == "؟" || d.fn[i]&lexicon.Heading != 0 {
			return candidate{}, false
		}
		if d.toks[i].Norm != ":" || i == lo || i+2 >= hi {
			continue
		}
		s, ok := r.sourceAt(d, lo, i, false)
		if !ok || r.skipAdverbs(d, s.npEnd, i) < i && !strings.HasPrefix(d.toks[s.npEnd].Norm, "ل") || s.npFirst > lo {
			return candidate{}, false
		}
		if s.rule == "source.name" && !r.given.Is(d.toks[lo].Norm) && !d.known[d.toks[lo].Norm] {
			return candidate{}, false
		}
		if s.polity != nil && s.kind == isnad.State && r.aboutPlace(d, i+1) {
			return candidate{}, false // «تركيا: إبطال مفعول عبوة»
		}
		c := candidate{cue: lexicon.CueForm{Cue: titleCue}, first: i, end: i + 1, subject: s, hasSubj: true, title: true, quote: -1}
		c.clause = lo
		ok = accept(&c, lexicon.Quoted, i, r.pastMark(d, i+1, hi))
		return c, ok
	}
	return candidate{}, false
}

// aboutPlace: what follows a country's name and a colon is news of it, not its words: it
// begins with an indefinite noun.
func (r *Reader) aboutPlace(d *doc, i int) bool {
	t := &d.toks[i]
	return t.Kind == numberKind || t.Kind == wordKind && d.fn[i]&^lexicon.VerbalNoun == 0 && !strings.HasPrefix(t.Norm, "ال") && !r.isVerb(d, i) && !strings.HasPrefix(t.Norm, "ن")
}

// titleCue is the colon behind a name in a title.
var titleCue = &lexicon.Cue{Class: lexicon.VerbCue, Lemma: ":", Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral}

// verbsAt is the finite readings of token i as a cue.
func (r *Reader) verbsAt(d *doc, i int) []lexicon.CueForm {
	var out []lexicon.CueForm
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.VerbCue && (f.Form.Shape == lexicon.Perfect && f.Form.Gender == lexicon.Feminine || f.Form.Shape == lexicon.Imperfect) {
			out = append(out, f.CueForm)
		}
	}
	return out
}
