package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// complete finds the complement of a cue; false where it introduces nothing.
func (r *Reader) complete(d *doc, c *candidate, hi int) bool {
	if c.quote >= 0 && d.quotes[c.quote].Closed {
		hi = min(hi, d.quotes[c.quote].Close)
	}
	switch c.cue.Class {
	case lexicon.PrepCue:
		return r.completePrep(d, c, hi)
	case lexicon.PhraseCue:
		if d.fn[c.first]&lexicon.Preposition != 0 || !takesAnything(c.cue.Cue) {
			return r.completePrep(d, c, hi)
		}
	}
	c.relative = c.first > 0 && d.fn[c.first-1]&lexicon.Relative != 0 && !atTheTime(d, c.first)
	if r.labelled(d, c, hi) {
		return true
	}
	if c.cue.Form.Shape == lexicon.Masdar && !r.masdarCue(d, c) {
		return false
	}
	if r.resumes(d, c, hi) && r.quotedBefore(d, c) {
		return true
	}
	return r.complement(d, c, min(hi, c.first+maxReach)) || r.quotedBefore(d, c)
}

// complement scans behind a verb for what it governs: a clause with أن, a colon or a
// quotation, a phrase behind the verb's preposition; else a bare noun phrase.
func (r *Reader) complement(d *doc, c *candidate, hi int) bool {
	stop := hi
	if r.quotesBare(d, c, hi) {
		return accept(c, lexicon.Quoted, c.end, c.end)
	}
	if c.cue.Form.Shape == lexicon.Participle && c.cue.Is(lexicon.HeldFor) && c.end+1 < hi && d.serves(c.end, lexicon.HimSelf) {
		return accept(c, lexicon.Noun, c.end, r.pastMark(d, c.end+1, hi)) // «معتبرا إياه خطأ»
	}
	for j := c.end; j < stop; j++ {
		t := &d.toks[j]
		switch {
		case t.IsQuoteMark():
			q := d.quoteOf[j]
			if q < 0 {
				continue
			}
			if d.quotes[q].Open != j {
				return r.bareNoun(d, c, j)
			}
			if prep, cut, ok := d.prepAt(min(j+1, hi-1)); ok && cut > 0 && c.cue.Takes(prep, lexicon.Noun) && r.nounFollows(d, c, j+1, cut, hi) {
				c.bodyCut = cut // «توعد الرئيس «بهزيمة الإرهاب»»
				return accept(c, lexicon.Noun, j, j+1)
			}
			if c.relayed || r.isSpeech(d, c, int(q), hi) {
				return accept(c, lexicon.Quoted, j, j+1)
			}
			if d.quotes[q].Closed {
				j = d.quotes[q].Close
			}
		case t.Norm == ":" && d.serves(j-1, lexicon.Titled) && j+1 < stop && d.toks[j+1].IsQuoteMark() && d.quoteOf[j+1] >= 0 && d.quotes[d.quoteOf[j+1]].Closed:
			j = d.quotes[d.quoteOf[j+1]].Close // «ورشة بعنوان: "…"»
		case t.Norm == ":":
			if j == c.end && j+2 < hi && d.fn[j+1]&lexicon.ThatWord != 0 && c.cue.Takes(lexicon.NoPrep, lexicon.That) && c.cue.Form.Shape != lexicon.Masdar {
				return accept(c, lexicon.That, j+1, j+2) // «وبين: أن»
			}
			if (c.relayed || takesAny(c.cue.Cue, lexicon.Quoted)) && !r.clockColon(d, j) && j+1 < hi {
				if j+2 < hi && d.fn[j+1]&lexicon.ThatWord != 0 && takesAny(c.cue.Cue, lexicon.That) && !r.inOutlet(d, j+1) {
					return accept(c, lexicon.That, j+1, j+2) // «قال الوزير: إن»
				}
				return accept(c, lexicon.Quoted, j, r.pastMark(d, j+1, hi))
			}
			return r.bareNoun(d, c, j)
		case t.Norm == "(":
			j = d.afterParenthesis(j, stop) - 1
		case t.Norm == "،" && r.pastAside(d, c, j, stop) > j:
			j = r.pastAside(d, c, j, stop)
		case j > c.end+1 && r.isComma(d, j) && j+2 < hi && (d.is(j+1, "لكن") || d.is(j+1, "ولكن")):
			return r.bareNoun(d, c, j) // «اقترح انسحابا، لكن الوفد «رفض»»
		case j > c.end+1 && r.isComma(d, j) && r.goesOnSaying(d, j+1, hi) && r.bareNoun(d, c, j):
			return true // «نفى الوزير الاتهامات، قائلا إن القضية مسيسة»
		case j > c.end && t.Kind == punctKind && r.pastDashes(d, j, stop) > j:
			j = r.pastDashes(d, j, stop)
		case t.Kind != wordKind:
		case j > c.end && r.ownThat(d, j) > j:
			j = r.ownThat(d, j)
		default:
			done, ok := r.complementWord(d, c, j, hi)
			if done {
				return ok
			}
		}
	}
	if i := r.speechBehind(d, c, hi); i > c.end {
		return accept(c, lexicon.Quoted, i-1, i)
	}
	if c.cue.Is(lexicon.PlainSaying) && c.end < hi && d.serves(c.end, lexicon.SpeechOpener) {
		// «وقال لم نتلق أي خطاب»: its subject is left out
		return accept(c, lexicon.Quoted, c.end, c.end)
	}
	return r.bareNoun(d, c, stop)
}

// goesOnSaying: a participle at i goes on with what the subject of the verb before says: «قائلا إن».
func (r *Reader) goesOnSaying(d *doc, i, hi int) bool {
	if i >= hi {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape == lexicon.Participle && accusativeParticiple(f.Form.Word) && (takesAny(f.Cue, lexicon.That) || takesAny(f.Cue, lexicon.Quoted)) {
			return true
		}
	}
	return false
}

// pastDashes is the second of two dashes between which something is said aside, where أن follows it, or j: «وأوضح
// الوزير - ردا على سؤال طرحه النواب - أن».
func (r *Reader) pastDashes(d *doc, j, hi int) int {
	if r.isComma(d, j) || !r.setsApart(d, j) {
		return j
	}
	for k := j + 2; k+1 < hi && k < j+maxAside; k++ {
		if d.fn[k]&lexicon.ThatWord != 0 || d.is(k, ":") {
			return j
		}
		if r.setsApart(d, k) && !r.isComma(d, k) {
			if d.fn[k+1]&lexicon.ThatWord != 0 {
				return k
			}
			return j
		}
	}
	return j
}

// clockColon: the colon at j stands in a time of day: «في 10:15».
func (r *Reader) clockColon(d *doc, j int) bool {
	return d.toks[j].Glued && j > 0 && d.toks[j-1].Kind == numberKind && j+1 < len(d.toks) && d.toks[j+1].Kind == numberKind
}

// speechBehind is where words without marks begin behind who says them and a comma: «قالت اللجنة، لم يكن هناك أي بلاغ»;
// 0 where none do.
func (r *Reader) speechBehind(d *doc, c *candidate, hi int) int {
	if !c.cue.Is(lexicon.PlainSaying) || c.quote >= 0 || c.cue.Form.Shape != lexicon.Perfect && c.cue.Form.Shape != lexicon.Imperfect {
		return 0
	}
	s, ok := r.sourceAt(d, c.end, hi, false)
	if !ok || !r.trusted(&s) || s.npFirst != c.end || s.npEnd+3 >= hi || !r.isComma(d, s.npEnd) {
		return 0
	}
	if i := s.npEnd + 1; d.serves(i, lexicon.SpeechOpener) || d.serves(i, lexicon.VerbNegation) {
		return i
	}
	return 0
}

// quotesBare: «قائلا كنت في الجبل», «قائلة لن نرحل»: the words follow at once, without a sign.
func (r *Reader) quotesBare(d *doc, c *candidate, hi int) bool {
	return c.cue.Is(lexicon.PlainSaying) && c.cue.Form.Shape == lexicon.Participle && accusativeParticiple(c.cue.Form.Word) && c.end+1 < hi &&
		d.serves(c.end, lexicon.SpeechOpener)
}

// pastMark steps into a quotation that opens at i.
func (r *Reader) pastMark(d *doc, i, hi int) int {
	if i < hi && d.toks[i].IsQuoteMark() {
		return i + 1
	}
	return i
}

func accept(c *candidate, kind lexicon.Complement, mark, body int) bool {
	c.kind, c.mark, c.body = kind, mark, body
	return true
}

func takesAnything(c *lexicon.Cue) bool {
	return takesAny(c, lexicon.That) || takesAny(c, lexicon.Quoted) || takesAny(c, lexicon.Noun)
}

func takesAny(c *lexicon.Cue, k lexicon.Complement) bool {
	for p := lexicon.NoPrep; p <= lexicon.Hawl; p++ {
		if c.Takes(p, k) {
			return true
		}
	}
	return false
}

// complementWord judges the word at j: done says that the scan ends there.
func (r *Reader) complementWord(d *doc, c *candidate, j, hi int) (done, ok bool) {
	if c.relays() && r.ownWords(d, j) {
		c.relayed = true
		if deed := r.ownDeed(d, j); deed != nil && j+1 < hi && !d.serves(j+1, lexicon.Negator) && r.verbalNoun(d.toks[j+1].Norm) {
			c.relayedAs = deed
			return true, accept(c, lexicon.Noun, j, j+1) // «نسبت القناة إلى ضابط كبير ترجيحه استدعاء ألوية»
		}
		return false, false
	}
	if d.fn[j]&lexicon.ThatWord != 0 && r.inOutlet(d, j) {
		return false, false // «إن بي سي»، «سي إن إن»
	}
	if k := r.hangingBefore(d, c, j); k > c.end && r.bareNoun(d, c, k) {
		return true, true
	}
	if d.fn[j]&lexicon.ThatWord != 0 {
		prep, free := r.prepBefore(d, j)
		suffixed := c.cue.Form.Suffixed && c.cue.Form.Shape != lexicon.Masdar && prep != lexicon.Bi && prep != lexicon.NoPrep
		until := prep == lexicon.Ila && j > c.end && !c.cue.Takes(prep, lexicon.That) && !c.cue.Takes(prep, lexicon.Noun) && !r.isComma(d, j-2) // «إلى أن حصل»
		takes := !until && (c.relayed || c.cue.Takes(prep, lexicon.That) || prep != lexicon.NoPrep && takesAny(c.cue.Cue, lexicon.That) || r.bridged(d, c, j))
		if c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && c.cue.Form.Shape != lexicon.Participle && j > c.end+8 && !r.bridged(d, c, j) {
			return true, r.bareNoun(d, c, j)
		}
		if free && takes && !r.conditional(d, j) && !r.denied(c, prep) && (c.relayed || takesAny(c.cue.Cue, lexicon.That)) && !suffixed && j+1 < hi {
			accept(c, lexicon.That, j, j+1)
			if c.cue.Is(lexicon.Describes) {
				r.takesThing(d, c, j)
			}
			return true, true
		}
		if !free || r.conditional(d, j) {
			return false, false
		}
		return true, r.bareNoun(d, c, j)
	}
	if prep, cut, is := d.prepAt(j); is && !r.outOf(d, prep, j) && !r.citing(d, j) && !r.namedAli(d, j) && !(prep == lexicon.Li && j > c.end && d.fn[j-1]&lexicon.SpeechNoun != 0) && !r.ownMatter(d, c, j) && !r.whither(d, c, j, hi) && c.cue.Takes(prep, lexicon.Noun) && !(prep == lexicon.Li && r.ofBody(d, c, j, hi)) && !(c.relays() && r.relayAhead(d, c, j, hi)) && r.nounFollows(d, c, j, cut, hi) && (r.bridged(d, c, j) || r.governs(d, prep, j, hi)) {
		c.kind, c.mark, c.body, c.bodyCut = lexicon.Noun, j, j+1, 0
		if cut > 0 {
			c.body, c.bodyCut = j, cut
		}
		if c.cue.Is(lexicon.TracesBack | lexicon.Describes) {
			r.takesThing(d, c, j)
		}
		return true, true
	}
	if j > c.end && !r.comesIn(d, j, c.first) && r.breaks(d, c, j) {
		return true, r.bareNoun(d, c, j)
	}
	return false, false
}

// outOf: the من at j stands between how many and of whom: «حذر عدد من الخبراء من الجفاف».
func (r *Reader) outOf(d *doc, prep lexicon.Prep, j int) bool {
	return prep == lexicon.Min && j > 0 && d.is(j, "من") && d.fn[j-1]&lexicon.Quantifier != 0
}

// conditional: إن before a verb in the perfect is «if»: «مستعدة لإرسال فرق إن طلب منها ذلك». Most
// such words are nouns, too («إن طلب الإفلاس»), so that a preposition must follow.
func (r *Reader) conditional(d *doc, j int) bool {
	if d.toks[j].Text != "إن" || j+2 >= len(d.toks) || d.fn[j+2]&lexicon.Preposition == 0 {
		return false
	}
	for _, f := range r.cuesAt(d, j+1) {
		if f.cut == 0 && f.Form.Shape == lexicon.Perfect && !f.Form.Suffixed {
			return !d.nameCovers(j+1) && !r.ownWords(d, j+1)
		}
	}
	return false
}

// denied: the pronoun of the verb is what is denied, so that no clause with أن is: «وهو ما نفاه
// المعهد مؤكدا أن».
func (r *Reader) denied(c *candidate, prep lexicon.Prep) bool {
	return c.cue.Form.Suffixed && c.cue.Form.Shape != lexicon.Masdar && c.cue.Act == isnad.Deny && prep == lexicon.NoPrep
}

// inOutlet: token j is a word of an outlet's name of several words.
func (r *Reader) inOutlet(d *doc, j int) bool {
	for k := j; k >= 0 && k >= j-2; k-- {
		if !d.has(k, inMedia) {
			continue
		}
		if m, ok := exact(&r.media.Names, d, k, inMedia); ok && m.Words > 1 && k+m.Words > j {
			return true
		}
	}
	return false
}

// ownMatter: what stands before the preposition at j, with a pronoun behind it, is what is told:
// «أعلنت الجماعة مسؤوليتها عن الهجوم».
func (r *Reader) ownMatter(d *doc, c *candidate, j int) bool {
	return d.is(j, "عن") && j > c.end+1 && d.trait(j-1, pronounBehind) && c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && !d.nameCovers(j-1)
}

// hangingBefore is the participle right before the أن at j that this belongs to rather than to the cue,
// which may have a noun for a complement: «رأت فئة منح المدرب فرصة مؤكدة أن التغيير سيضر»; -1 where
// there is none.
func (r *Reader) hangingBefore(d *doc, c *candidate, j int) int {
	if d.fn[j]&lexicon.ThatWord == 0 || !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) || c.cue.Form.Shape != lexicon.Perfect && c.cue.Form.Shape != lexicon.Imperfect {
		return -1
	}
	k := j - 1
	prep, cut, is := d.prepAt(k)
	if is && cut == 0 {
		k--
	} else {
		prep, _ = r.prepBefore(d, j)
	}
	if k <= c.end || r.isComma(d, k-1) {
		return -1
	}
	for _, f := range r.cuesAt(d, k) {
		if f.cut == 0 && f.Form.Shape == lexicon.Participle && !f.Is(lexicon.PlainSaying) && f.Takes(prep, lexicon.That) && accusativeParticiple(f.Form.Word) {
			return k
		}
	}
	return -1
}

// maxWhither bounds how far behind whither somebody is sent stands what he is called upon to do.
const maxWhither = 16

// whither: the إلى at j tells whither an envoy is sent, since what is demanded stands behind another
// one: «دعا المبعوث الأممي إلى ليبيا الأطراف إلى وقف القتال».
func (r *Reader) whither(d *doc, c *candidate, j, hi int) bool {
	if c.cue.Act != isnad.Demand || !d.is(j, "الي") || j+1 >= hi {
		return false
	}
	if _, polity := exact(&r.polities.Names, d, j+1, inPolities); !polity {
		return false
	}
	for k := j + 2; k+1 < hi && k < j+maxWhither; k++ {
		if d.is(k, "الي") && (r.verbalNoun(d.toks[k+1].Norm) || d.fn[k+1]&(lexicon.ThatWord|lexicon.VerbalNoun) != 0) {
			return true
		}
	}
	return false
}

// governs: على، عن and إلى before a verbal noun or a judgement are what the verb governs,
// however long its subject and setting are («أكد الوزير في اجتماعه الذي عقده أمس على
// أهمية»).
func (r *Reader) governs(d *doc, prep lexicon.Prep, j, hi int) bool {
	if !beforeDeed(prep) || j+1 >= hi {
		return false
	}
	w := d.toks[j+1].Norm
	return r.stances[w] != nil || d.fn[j+1]&(lexicon.VerbalNoun|lexicon.Needed) != 0
}

// beforeDeed: a preposition that verbs of telling govern a deed or judgement with.
func beforeDeed(prep lexicon.Prep) bool {
	return prep == lexicon.Ala || prep == lexicon.An || prep == lexicon.Ila
}

// bridged: between the cue and the preposition of its complement stands nothing but the
// subject, adverbs and settings. A verb that asks or accuses has an object there too.
func (r *Reader) bridged(d *doc, c *candidate, j int) bool {
	switch c.cue.Act {
	case isnad.Demand, isnad.Accuse, isnad.Warn:
		return true
	}
	if c.cue.Is(lexicon.TracesBack) || j > c.end && r.isComma(d, j-1) {
		return true // what the comma ends describes the subject: «أكد الرئيس الذي زار القاهرة، أن»
	}
	i := c.end
	if s, ok := r.sourceAt(d, i, j, false); ok {
		i = s.npEnd
		if m, ok := exact(&r.media.Names, d, i, inMedia); ok && c.cue.Is(lexicon.ToldTo) {
			i += m.Words // «أفاد شهود هسبريس بسماع»
		}
	} else if d.is(i, "في") && r.speechPhrase(d, i) && j-i < maxSpeechPhrase {
		return true // «أكد في كلمة نشرتها مجلة أن»
	}
	for i < j {
		next := r.skipPhrases(d, i, j)
		if next == i {
			break
		}
		i = next
	}
	if r.isComma(d, i) {
		i++
	}
	if i > c.end+1 && i+2 < j && r.isComma(d, i-1) && (d.fn[i]&lexicon.Relative != 0 || d.serves(i, lexicon.WhoHeIs)) {
		return true // «أعلن ميراندا، وهو أحد القادة أنه سيترشح»
	}
	return j == i || j-i == 1 && !d.trait(i, surelyVerb) // not «أقر المجلس خطة على مراحل، تبدأ بفتح المعبر»
}

// maxSpeechPhrase bounds the words on what something was said in, between a cue and its complement.
const maxSpeechPhrase = 20

// prepBefore is the preposition that the أن at j stands behind; free is false where some
// other word governs it (بعد أن، يمكن أن).
func (r *Reader) prepBefore(d *doc, j int) (lexicon.Prep, bool) {
	if strings.HasPrefix(d.toks[j].Norm, "ب") {
		return lexicon.Bi, !(d.is(j-1, "علما") && r.isComma(d, j-2)) // «، علما بأن»
	}
	if j == 0 {
		return lexicon.NoPrep, true
	}
	if prep, cut, ok := d.prepAt(j - 1); ok && cut == 0 {
		if prep == lexicon.Ila && j > 1 && d.fn[j-2]&lexicon.Governor != 0 {
			return prep, false
		}
		return prep, true
	}
	return lexicon.NoPrep, d.fn[j-1]&lexicon.Governor == 0 || d.is(j-1, "بعد") && d.is(j-2, "فيما")
}

// breaks: at j a new clause with its own cue begins, so that what follows is no longer
// governed by this one. A verb without conjunction behind an indefinite noun only
// describes it («مصادر رفضت الكشف عن هويتها»).
func (r *Reader) breaks(d *doc, c *candidate, j int) bool {
	if _, named := d.personAt(j); named || d.isName(j) && d.isName(j-1) {
		return false // «قال كمال نصر»
	}
	if r.isCalled(d, j) {
		return false // «قال رجل يدعى أحمد إن»
	}
	before := &d.toks[j-1]
	comma := before.Kind == punctKind && !before.IsQuoteMark()
	for _, f := range r.cuesAt(d, j) {
		if f.Class != lexicon.VerbCue || f.Form.Suffixed || !takesAny(f.Cue, lexicon.That) && !(comma && takesAny(f.Cue, lexicon.Quoted) && r.saysAtOnce(d, j)) {
			continue
		}
		switch f.Form.Shape {
		case lexicon.Perfect, lexicon.Imperfect:
			owns := f.Form.Shape == lexicon.Imperfect && j+1 < len(d.toks) && (d.is(j+1, ":") || d.fn[j+1]&lexicon.ThatWord != 0)
			if owns {
				_, owns = r.subjectBefore(d, j, c.end)
			}
			if owns || comma && r.saysAtOnce(d, j) || d.is(j-1, "حين") && d.is(j-2, "في") || f.Is(lexicon.PlainSaying) && f.Form.Shape == lexicon.Perfect && !r.describes(d, j) || f.cut > 0 || comma && hasVerbSign(f.Form) || d.fn[j-1]&lexicon.ClauseStart != 0 {
				return true
			}
		case lexicon.Participle:
			refused := c.cue.Act == isnad.Condemn && !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && j > c.end+3
			refused = refused || c.cue.Act == isnad.Demand && c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && r.deedBetween(d, c.end+1, j)
			refused = refused || (c.cue.Act == isnad.Condemn || c.cue.Act == isnad.Deny) && d.serves(c.end, lexicon.Demonstrative) && j <= c.end+6 // «رفض هذا الوصف، قائلا إن»
			if comma && !d.is(j+1, ":") && (refused || !f.Is(lexicon.PlainSaying)) {
				return true // «رفض الوزير الاقتراح، قائلا إن»
			}
		}
	}
	return false
}

// deedBetween: a verbal noun stands before the comma at hi-1: «ناشدت الهيئة الطرفين فتح المعبر، قائلة».
func (r *Reader) deedBetween(d *doc, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if d.fn[i-1]&lexicon.Preposition == 0 && r.verbalNoun(d.toks[i].Norm) {
			return true
		}
	}
	return false
}

// saysAtOnce: the verb at j has its subject and أن right behind it: «زعم ترامب بأن».
func (r *Reader) saysAtOnce(d *doc, j int) bool {
	s, ok := r.sourceAt(d, j+1, min(len(d.toks), j+1+maxSourceWords), false)
	return ok && s.npFirst == j+1 && s.npEnd < len(d.toks) && d.fn[s.npEnd]&lexicon.ThatWord != 0 && s.rule != "source.name"
}

// hasVerbSign: the form can hardly be a noun.
func hasVerbSign(f lexicon.Form) bool {
	return f.Shape == lexicon.Imperfect || f.Gender == lexicon.Feminine
}

// ownThat: a cue at j in a relative clause («الذي قالت إنه»، «ما ذكر أنه») takes the أن
// that follows it at once; the token of that أن, or j.
func (r *Reader) ownThat(d *doc, j int) int {
	theirs := j+1 < len(d.toks) && r.theirs(d, j+1) // «مقطعا زعم ناشروه أنه»
	if j == 0 || d.fn[j-1]&lexicon.Relative == 0 && !d.is(j-1, "ما") && !r.describes(d, j) && !theirs {
		return j
	}
	for k := j + 1; k < len(d.toks) && k < j+3; k++ {
		if d.fn[k]&lexicon.ThatWord == 0 {
			continue
		}
		prep, _ := r.prepBefore(d, k)
		for _, f := range r.cuesAt(d, j) {
			if f.Takes(prep, lexicon.That) && f.Form.Shape != lexicon.Participle && !f.Form.Suffixed {
				return k
			}
		}
	}
	return j
}

// describes: the verb at j stands right behind an indefinite noun and describes it («وثيقة
// قالت إنها اطلعت عليها»).
func (r *Reader) describes(d *doc, j int) bool {
	before := &d.toks[j-1]
	if before.Kind != wordKind || strings.HasPrefix(before.Norm, "ال") || d.fn[j-1] != 0 || d.isName(j-1) || d.known[before.Norm] {
		return false
	}
	noun, ok := at(&r.nouns.Forms, d, j-1, inNouns)
	return ok && noun.Value.Kind == isnad.Document
}

// describesPaper: at i, behind the comma behind a document that follows the cue, begins a clause on who saw it or
// when it was made: «كشفت وثائق، اطلعت عليها رويترز، أن», «تظهر الرسائل، التي تعود إلى العام الماضي، أن».
func (r *Reader) describesPaper(d *doc, c *candidate, i int) bool {
	if i <= c.end+1 || !d.serves(i, lexicon.Obtained) && d.fn[i]&(lexicon.Carrying|lexicon.Relative) == 0 {
		return false
	}
	s, ok := r.sourceAt(d, c.end, i-1, false)
	return ok && s.kind == isnad.Document && s.npEnd == i-1
}

// maxPaperAside bounds the words of such a clause.
const maxPaperAside = 30

// pastPaper is the comma, behind the one at j, before the أن of what the document says; j where none is.
func (r *Reader) pastPaper(d *doc, c *candidate, j, hi int) int {
	for k := j + 2; k+1 < hi && k < j+maxPaperAside; k++ {
		if r.isComma(d, k) {
			if prep, _, ok := d.prepAt(k + 1); ok && prep != lexicon.NoPrep && c.cue.Takes(prep, lexicon.Noun) {
				return k // «كشف تقرير، حصلت رويترز على نسخة منه، عن خلاف»
			}
		}
		if d.fn[k+1]&lexicon.ThatWord != 0 && d.fn[k]&lexicon.Governor == 0 {
			if r.isComma(d, k) {
				return k
			}
			return j
		}
	}
	return j
}

// maxAside bounds the words between commas on where and when somebody spoke.
const maxAside = 18

// pastAside is the comma that closes what the one at j opens, if that begins with a preposition that the cue does
// not govern and what is told follows: «وعد الرئيس، لدى مخاطبته الجنود، بنصر قريب»; j where it is not so.
func (r *Reader) pastAside(d *doc, c *candidate, j, hi int) int {
	if j+2 >= hi || c.cue.Form.Shape == lexicon.Participle || c.cue.Form.Shape == lexicon.Masdar {
		return j
	}
	if r.describesPaper(d, c, j+1) {
		return r.pastPaper(d, c, j, hi)
	}
	if prep, _, ok := d.prepAt(j + 1); d.fn[j+1]&lexicon.Preposition == 0 && !d.serves(j+1, lexicon.OnAir) && !d.serves(j+1, lexicon.During) || ok && c.cue.Takes(prep, lexicon.Noun) {
		return j
	}
	for k := j + 2; k+1 < hi && k < j+maxAside; k++ {
		switch {
		case d.fn[k]&(lexicon.ThatWord|lexicon.ClauseStart) != 0, d.is(k, ":"):
			return j
		case r.isComma(d, k):
			prep, _, ok := d.prepAt(k + 1)
			if ok && c.cue.Takes(prep, lexicon.Noun) || d.fn[k+1]&lexicon.ThatWord != 0 || r.verbalNoun(d.toks[k+1].Norm) || d.is(k+1, "اي") {
				return k
			}
			return j
		}
	}
	return j
}
