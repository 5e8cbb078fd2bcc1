package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// mediumOf is the outlet whose sources an unnamed source is: «مصادر نوفا».
func (t *teller) mediumOf(s *source) []isnad.Link {
	if s.kind != isnad.Unnamed {
		return nil
	}
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		m, ok := exact(&t.r.media.Names, t.d, i, inMedia)
		if ok && i+m.Words <= s.npEnd && (m.Value.Standalone || t.d.toks[i-1].IsQuoteMark() && s.number == lexicon.Plural) {
			medium := outletSource(m, i)
			return t.addLink(nil, t.discourse.link(&medium, false))
		}
		n, ok := exact(&t.r.nouns.Forms, t.d, i, inNouns)
		if ok && n.Value.Kind == isnad.Media && i == s.npFirst+1 {
			medium := t.r.nounSource(t.d, i, s.npEnd, n)
			l := t.discourse.resolve(&medium)
			if medium.role && l.Name == t.discourse.link(&medium, false).Name {
				return nil // «مصادر الجريدة», where none was named: the article's own
			}
			return t.addLink(nil, l)
		}
		if of, ok := t.r.mediumAt(t.d, i, s.npEnd); ok && (t.d.is(i-1, "ب") || of.cut > 0 && strings.HasPrefix(t.d.toks[i].Norm, "ب")) {
			return t.addLink(nil, t.discourse.resolve(&of)) // «مصادر خاصة بقناة العربية»
		}
	}
	return nil
}

// medium is the outlet that carried the words: «قال لوكالة نوفا»، «في تصريح لموقع …».
func (t *teller) medium(c *candidate) ([]isnad.Link, bool) {
	d, from, hi := t.d, c.end, c.mark
	if c.carrier.kind != "" {
		return t.addLink(nil, t.discourse.resolve(&c.carrier)), true
	}
	switch {
	case c.title:
		from, hi = c.subject.npEnd, c.first // «مسؤول لرويترز: …»
	case c.before:
		hi = min(t.hi, c.end+30)
	case c.prep && c.cue.Class == lexicon.VerbCue, c.answers:
		hi = min(t.hi, c.mark+4)
	}
	for i := from; i < hi; i++ {
		if d.toks[i].Kind == punctKind && !d.toks[i].IsQuoteMark() && !d.is(i, "(") || c.hasSubj && i >= c.subject.npFirst && i < c.subject.npEnd {
			continue
		}
		if c.hasSubj && i == c.subject.npEnd && (c.subject.kind == isnad.Document || c.subject.kind == isnad.Media) {
			continue // «مسح لرويترز», «البوابة الإلكترونية لصحيفة الأهرام» are one name
		}
		if c.cue.Is(lexicon.ToldTo) {
			if s, ok := t.r.mediumAt(d, i, hi); ok && s.cut == 0 {
				if d.fn[i-1]&lexicon.Preposition != 0 {
					i = s.npEnd - 1 // «أفادت القناة نقلا عن رويترز بأن»
					continue
				}
				return t.addLink(nil, t.discourse.resolve(&s)), true
			}
		}
		if !t.r.toWhom(d, i, lexicon.ToWhom, lexicon.OnAir) {
			continue
		}
		s, ok := t.r.mediumAt(d, i, hi)
		if !ok {
			s, ok = t.r.unlistedOutlet(d, i, hi)
		}
		if !ok {
			continue
		}
		l := t.discourse.resolve(&s)
		if s.role && !l.Implicit && s.npEnd == s.npFirst+1 {
			continue // «توجهت فرقتان للموقع»; «قال للصحيفة» without one is the article's own
		}
		own := s.number != lexicon.Plural && !d.is(i-2, "لما") && !d.is(i-2, "ما")
		return t.addLink(nil, l), own // «لوسائل إعلام» and «وفقا لما نقلته الوكالة» carry no further words
	}
	if m, ok := t.mediumBehind(c); ok {
		return m, true
	}
	return t.mediumBefore(c)
}

// maxMediumBehind bounds how far behind a quotation the outlet stands that it was said to.
const maxMediumBehind = 12

// mediumBehind: «قال فلان: "…"، في تصريحات لصحيفة …».
func (t *teller) mediumBehind(c *candidate) ([]isnad.Link, bool) {
	d := t.d
	if c.kind != lexicon.Quoted || c.before || c.prep || c.body < 1 || c.body >= len(d.toks) {
		return nil, false
	}
	q := d.quoteOf[c.body]
	if q < 0 || q == c.quote || !d.quotes[q].Closed {
		return nil, false
	}
	i := d.quotes[q].Close + 1
	if i < t.hi && t.r.isComma(d, i) {
		i++
	}
	if i+2 >= t.hi || !t.r.functions.Serves(d.toks[i].Norm, lexicon.During) || d.fn[i+1]&lexicon.SpeechNoun == 0 {
		return nil, false
	}
	end := min(t.hi, i+maxMediumBehind)
	for i += 2; i < end && d.toks[i].Kind != punctKind; i++ {
		if s, ok := t.r.mediumAt(d, i, end); ok && t.r.toWhom(d, i, lexicon.ToWhom, lexicon.OnAir) {
			return t.addLink(nil, t.discourse.resolve(&s)), true
		}
	}
	return nil, false
}

// maxBefore bounds how far before a cue stands what the words are spoken in.
const maxBefore = 16

// mediumBefore: «وفي حديث لـ«الشرق الأوسط»، قال …».
func (t *teller) mediumBefore(c *candidate) ([]isnad.Link, bool) {
	d := t.d
	if t.r.pointsAtWords(d, c.end) {
		return t.mediumOfWords(c)
	}
	if c.hasSubj && c.subject.kind == isnad.Document && c.subject.npEnd <= c.first {
		if medium := t.mediumHaving(&c.subject); medium != nil {
			return medium, true
		}
	}
	for i := c.first - 1; i > max(0, c.first-maxBefore) && d.sentOf[i] == d.sentOf[c.first]; i-- {
		w := strings.TrimPrefix(d.toks[i].Norm, "و")
		if !(d.joins(i-1, lexicon.During) && t.r.functions.Word(w)&lexicon.SpeechNoun != 0) && !d.serves(i, lexicon.Question) {
			continue // «وردا على سؤال لرويترز، قال»
		}
		if t.turnsBetween(i, c.first) {
			return nil, false // «… في بيان نشرته رويترز، لكن خبراء شككوا»
		}
		if medium := t.mediumBetween(i+1, c.first, false); medium != nil {
			return medium, true
		}
	}
	return t.mediumOpening(c)
}

// mediumOpening is the paper with which the sentence opens and in which somebody writes: «وفي "المساء"، يرى سالم
// حداد أن».
func (t *teller) mediumOpening(c *candidate) ([]isnad.Link, bool) {
	d := t.d
	lo := d.sents[d.sentOf[c.first]].First
	if !c.hasSubj || c.subject.kind != isnad.Person {
		return nil, false
	}
	s, ok := t.mediumFirst(lo, c.first)
	if end := s.npEnd; !ok || end < c.first && !(end == c.first-1 && t.r.isComma(d, end)) {
		return nil, false
	}
	return t.addLink(nil, t.discourse.resolve(&s)), true
}

// mediumFirst is the outlet in which something stands, with which the tokens [lo, end) open: «وفي "المساء"، …».
func (t *teller) mediumFirst(lo, end int) (source, bool) {
	if end < lo+3 || strings.TrimPrefix(t.d.toks[lo].Norm, "و") != "في" {
		return source{}, false
	}
	return t.r.mediumAt(t.d, lo+1, end)
}

// mediumHaving: «حصلت رويترز على وثيقة تظهر أن»: who has the document that speaks.
func (t *teller) mediumHaving(paper *source) []isnad.Link {
	d := t.d
	for i := paper.npFirst - 2; i > 0 && i > paper.npFirst-maxCopy && d.sentOf[i] == d.sentOf[paper.npFirst]; i-- {
		if !d.joins(i-1, lexicon.Obtained) {
			continue
		}
		if s, ok := t.r.mediumAt(d, i, paper.npFirst); ok && s.npEnd == paper.npFirst-1 && d.is(s.npEnd, "علي") {
			return t.addLink(nil, t.discourse.resolve(&s))
		}
	}
	return nil
}

// mediumOfWords: «كتب مقالا في «الشرق الأوسط» قال فيه …»، «التصريحات التي أدلى بها لرويترز، وقال فيها …».
func (t *teller) mediumOfWords(c *candidate) ([]isnad.Link, bool) {
	d := t.d
	for i := c.first - 1; i >= max(0, c.first-maxIssued) && d.sentOf[i] == d.sentOf[c.first]; i-- {
		if noun := strings.TrimPrefix(d.toks[i].Norm, "ال"); t.r.isWords(d, i) || t.r.functions.Word(noun)&lexicon.SpeechNoun != 0 {
			if medium := t.mediumBetween(i+1, c.first, true); medium != nil {
				return medium, true
			}
			if medium := t.mediumPublishing(i); medium != nil {
				return medium, true
			}
			break
		}
	}
	if s, ok := t.mediumFirst(d.sents[d.sentOf[c.first]].First, c.first); ok && t.r.isComma(d, s.npEnd) {
		return t.addLink(nil, t.discourse.resolve(&s)), true
	}
	return nil, false
}

// mediumPublishing is the outlet that publishes the words at k: «نشرت صحيفة المساء مقالا للكاتب سالم حداد يرى فيه أن».
func (t *teller) mediumPublishing(k int) []isnad.Link {
	d := t.d
	for i := k - 1; i > 0 && i > k-maxSourceWords && d.sentOf[i] == d.sentOf[k]; i-- {
		if !d.joins(i-1, lexicon.Publishes) {
			continue
		}
		if s, ok := t.r.mediumAt(d, i, k); ok && s.npEnd == k {
			return t.addLink(nil, t.discourse.resolve(&s))
		}
		return nil
	}
	return nil
}

// mediumBetween is the outlet among the tokens [i, end) that something is spoken to or stands in. Where
// surely is set, a name that is a common word, too, is none: «رسالة للوطن قال فيها».
func (t *teller) mediumBetween(i, end int, surely bool) []isnad.Link {
	d := t.d
	for ; i < end; i++ {
		to := t.r.toWhom(d, i, lexicon.ToWhom) || d.is(i-1, "في") || strings.HasPrefix(d.toks[i].Norm, "ب")
		s, ok := t.r.mediumAt(d, i, end)
		if ok && surely && s.outlet != nil && !s.outlet.Standalone && s.npEnd == s.npFirst+1 {
			continue
		}
		if ok && to && s.role && s.npEnd == s.npFirst+1 && !t.discourse.resolve(&s).Implicit {
			return nil // «في اتصال بالجريدة», where none was named: the article's own
		}
		if ok && to {
			return t.addLink(nil, t.discourse.link(&s, false))
		}
	}
	return nil
}

// turnsBetween: the sentence turns to somebody else among the tokens [i, end).
func (t *teller) turnsBetween(i, end int) bool {
	for ; i < end; i++ {
		if t.d.serves(i, lexicon.Meanwhile) || t.d.serves(i, lexicon.Contrast) {
			return true
		}
	}
	return false
}

// toWhom: an outlet at i is one that was spoken to or that carried the words: «لرويترز»،
// «نقلتها رويترز», or behind a word with one of these uses: «مع رويترز»; not what
// is answered: «رده على خبر نشرته رويترز».
func (r *Reader) toWhom(d *doc, i int, behind ...lexicon.Use) bool {
	w := d.toks[i].Norm
	if strings.HasPrefix(w, "ل") && r.according(d, i-1) {
		return false
	}
	if strings.HasPrefix(w, "ب") && r.givenTo(d, i) {
		return true // «في اتصال هاتفي بهسبريس»
	}
	if d.is(i-1, "في") && r.givenTo(d, i-1) {
		return true // «في مقال نشره في صحيفة المساء»
	}
	return w != "ل" && (strings.HasPrefix(w, "ل") && w != "لل" || toLetter(d, i-1) || d.servesAny(i-1, behind...) || i > 0 && (d.fn[i-1]|r.functions.Word(strings.TrimPrefix(d.toks[i-1].Norm, "و")))&lexicon.Carrying != 0 && !d.is(i-3, "علي") || r.favoured(d, i) || r.airs(d, i) || r.hasCopy(d, i))
}

// favoured: «تصريح خص به رويترز»: the outlet at i got the words alone.
func (r *Reader) favoured(d *doc, i int) bool {
	return i > 1 && d.fn[i-2]&lexicon.Carrying != 0 && (d.is(i-1, "به") || d.is(i-1, "بها"))
}

// maxProgramme bounds how far before an outlet the programme is named that it puts on the air.
const maxProgramme = 7

// airs: «برنامج "كل يوم" من رويترز»: the outlet at i puts on the air what somebody spoke in.
func (r *Reader) airs(d *doc, i int) bool {
	if !d.is(i-1, "من") && !d.serves(i-1, lexicon.OnAir) {
		return false
	}
	for k := i - 2; k >= 0 && k > i-maxProgramme && d.sentOf[k] == d.sentOf[i]; k-- {
		if w := d.toks[k].Norm; r.functions.Serves(w, lexicon.Programme) || r.functions.Serves(strings.TrimPrefix(w, "ب"), lexicon.Programme) {
			return true
		}
	}
	return false
}

// according: the word at i says whose words are told: «وفقا لرويترز», which holds for its own sentence.
func (r *Reader) according(d *doc, i int) bool {
	if i < 0 || !d.mayHave(i, inCues) {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.PrepCue && f.Takes(lexicon.Li, lexicon.Noun) {
			return true
		}
	}
	return false
}

// maxCopy bounds how far behind an outlet's first word stands the copy that it has.
const maxCopy = 8

// hasCopy: «في بيان حصلت «الشرق الأوسط» على نسخة منه», «وثائق اطلعت عليها رويترز».
func (r *Reader) hasCopy(d *doc, i int) bool {
	if i > 1 && d.serves(i-1, lexicon.Upon) && d.serves(i-2, lexicon.Obtained) {
		return true
	}
	if !d.serves(i-1, lexicon.Obtained) {
		return false
	}
	for k := i + 1; k < len(d.toks) && k < i+maxCopy; k++ {
		if d.serves(k, lexicon.Copy) || r.functions.Serves(strings.TrimPrefix(d.toks[k].Norm, "ب"), lexicon.Copy) || d.serves(k, lexicon.Upon) {
			return true
		}
	}
	return false
}

// maxInterview bounds the words between an interview and the preposition before whom it is given to.
const maxInterview = 3

// interviews: whatever is named in quotation marks at i is spoken to: «قال لـ"…"», «في حديث خاص
// إلى "…"», «تصريح خص به "…"».
func (r *Reader) interviews(d *doc, i int) bool {
	if i > 0 && d.is(i-1, "ل") || r.favoured(d, i) {
		return true
	}
	if i == 0 || !d.serves(i-1, lexicon.ToWhom) {
		return false
	}
	return r.givenTo(d, i-1)
}

// givenTo: an interview is told of a few words before token i, where whom it is given to may stand: «في تصريح
// خاص لسونا».
func (r *Reader) givenTo(d *doc, i int) bool {
	for k := i - 1; k >= 0 && k >= i-maxInterview; k-- {
		if d.serves(k, lexicon.Interview) {
			return true
		}
	}
	return false
}

// unlistedOutlet: a single definite word that no list knows, behind ل and an interview, and before what is said, is an
// outlet's name: «قال المصدر في حديث للرشيد، إن».
func (r *Reader) unlistedOutlet(d *doc, i, hi int) (source, bool) {
	w := d.toks[i].Norm
	if d.toks[i].Kind == latinKind && i > 1 && toLetter(d, i-1) && (d.nameEnds(i-1) || r.givenTo(d, i-1) || d.has(i-2, inCues)) && i+1 < len(d.toks) && (d.fn[i+1]&lexicon.ThatWord != 0 || r.isComma(d, i+1)) {
		return source{kind: isnad.Media, first: i, end: i + 1, npFirst: i, npEnd: i + 1, number: lexicon.Singular, named: true, rule: "source.addressee"}, true // «قال للـMTV إن»
	}
	if !strings.HasPrefix(w, "لل") || len(w) < 12 || i+1 > hi || i+1 >= len(d.toks) || !r.isComma(d, i+1) && d.fn[i+1]&lexicon.ThatWord == 0 && !d.toks[i+1].IsQuoteMark() || !r.givenTo(d, i) {
		return source{}, false
	}
	for _, plural := range [...]string{"ين", "ات", "ون", "يه", "ه"} {
		if strings.HasSuffix(w, plural) {
			return source{}, false // «للصحافيين», «للقناة»
		}
	}
	_, noun := at(&r.nouns.Forms, d, i, inNouns)
	_, title := at(&r.titles.Forms, d, i, inTitles)
	_, polity := at(&r.polities.Names, d, i, inPolities)
	if noun || title || polity || d.serves(i, lexicon.Press) || r.functions.Word("ا"+w[2:]) != 0 || d.is(i, "للاعلام") || d.is(i, "للجمهور") {
		return source{}, false
	}
	return source{kind: isnad.Media, first: i, end: i + 1, cut: 1, npFirst: i, npEnd: i + 1, number: lexicon.Singular, named: true, rule: "source.addressee"}, true
}

// mediumAt reads an outlet at token i: listed, in quotation marks, or behind a head noun.
func (r *Reader) mediumAt(d *doc, i, hi int) (source, bool) {
	if d.toks[i].IsQuoteMark() {
		s, ok := r.quotedName(d, i, hi)
		if ok && s.kind == isnad.Organization && r.interviews(d, i) && r.mayBeOutlet(d, &s) {
			s.kind, s.rule = isnad.Media, "source.addressee"
		}
		return s, ok && s.kind == isnad.Media
	}
	if d.is(i, "(") {
		return r.bracketed(d, i, hi) // «لـ(الخليج)»
	}
	if d.fn[i]&(lexicon.OfNews|lexicon.Preposition) != 0 {
		return source{}, false
	}
	article := strings.HasPrefix(d.toks[i].Norm, "لل") // «للحياة» is the newspaper, «الحياة» may be life
	if body, ok := at(&r.nouns.Forms, d, i, inNouns); ok && body.Words > 1 && body.Value.Kind != isnad.Media {
		return source{}, false // «المتحدث الرسمي للهلال الأحمر»
	}
	if d.bodyCovers(i) {
		return source{}, false // «مركز كارنيغي للشرق الأوسط»
	}
	if m, ok := at(&r.media.Names, d, i, inMedia); ok && i+m.Words <= hi && (m.Value.Standalone || m.Cut > 0 && (article && !(i+m.Words < hi && r.definiteAdjective(d, i+m.Words)) || !article && r.givenTo(d, i))) {
		return outletSource(m, i), true
	}
	m, ok := at(&r.nouns.Forms, d, i, inNouns)
	if !ok || m.Value.Kind != isnad.Media || i+m.Words > hi {
		return source{}, false
	}
	s := r.nounSource(d, i, hi, m)
	for k := i; k < s.npEnd; k++ {
		if d.fn[k]&lexicon.Platform != 0 {
			return source{}, false
		}
	}
	return s, s.end > i+m.Words || s.role && m.Cut > 0
}
