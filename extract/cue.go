package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
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
	relayed  bool // نقل … قوله: the verbal noun of saying stands before the words
	quote    int32
}

// maxReach bounds how many tokens behind its cue a complement may begin.
const maxReach = 60

// cueReading is one way to read a token as a cue.
type cueReading struct {
	lexicon.CueForm
	cut int // letters before it that are a conjunction
}

// cuesAt gives the readings of token i as a cue, with and without a conjunction before it.
func (r *Reader) cuesAt(d *doc, i int) []cueReading {
	t := &d.toks[i]
	if t.Kind != wordKind || !d.mayHave(i, inCues) {
		return nil
	}
	out := appendReadings(nil, r.cues.Of(t.Norm), t, 0)
	for _, conjunction := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(t.Norm, conjunction); ok && len(rest) >= 4 {
			out = appendReadings(out, r.cues.Of(rest), t, 1)
		}
	}
	return out
}

// appendReadings appends the forms that the token writes, not those that only fold alike.
func appendReadings(dst []cueReading, forms []lexicon.CueForm, t *arabic.Token, cut int) []cueReading {
	for _, f := range forms {
		if arabic.SameLetters(t.Text, f.Form.Word, cut) {
			dst = append(dst, cueReading{f, cut})
		}
	}
	return dst
}

// phraseAt is the cue of several words that begins at token i.
func (r *Reader) phraseAt(d *doc, i int) (lexicon.Phrase, int, bool) {
	t := &d.toks[i]
	if t.Kind != wordKind || !d.mayHave(i, inPhrases) {
		return lexicon.Phrase{}, 0, false
	}
	for cut, w := range []string{t.Norm, strings.TrimPrefix(t.Norm, "و")} {
		for _, p := range r.cues.Phrases(w) {
			if matchWords(d.toks, i+1, p.Words[1:]) {
				return p, cut, true
			}
		}
		if !strings.HasPrefix(t.Norm, "و") {
			break
		}
	}
	return lexicon.Phrase{}, 0, false
}

func matchWords(toks []arabic.Token, i int, words []string) bool {
	for n, w := range words {
		if i+n >= len(toks) || toks[i+n].Norm != w {
			return false
		}
	}
	return true
}

// candidates finds the cues of the tokens [lo, hi) of one sentence with what they
// introduce, in the order of the text.
func (r *Reader) candidates(d *doc, lo, hi int) []candidate {
	var out []candidate
	if d.toks[lo].Line == 0 {
		if c, ok := r.titleColon(d, lo, hi); ok {
			return append(out, c)
		}
	}
	for i := lo; i < hi; i++ {
		if c, ok := r.best(d, r.cuesAt(d, i), i, lo, hi); ok {
			out = append(out, c)
			continue
		}
		if c, ok := r.saidBefore(d, i, lo, hi); ok {
			out = append(out, c)
			i = c.end - 1
			continue
		}
		if p, cut, ok := r.phraseAt(d, i); ok {
			c := candidate{cue: lexicon.CueForm{Cue: p.Cue}, first: i, end: i + len(p.Words), cut: cut, quote: d.quoteOf[i]}
			if r.complete(d, &c, hi) {
				out = append(out, c)
				i = c.end - 1
			}
		}
	}
	return r.prune(d, out)
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
	case r.negated(d, c.first, lo), c.cue.Form.Shape == lexicon.Imperfect && c.cut == 0 && c.first > lo && d.is(c.first-1, "قد"):
		return WhyNegated
	case !r.complete(d, c, hi):
		return WhyNoContent
	case !r.plausible(d, c, lo):
		return WhyPlace
	}
	return ""
}

// negated: «لم يؤكد», «لا يقول»: nobody said it.
func (r *Reader) negated(d *doc, i, lo int) bool {
	if i <= lo {
		return false
	}
	switch strings.TrimPrefix(d.toks[i-1].Norm, "و") {
	case "لم", "لن", "دون", "عدم":
		return true
	}
	return false
}

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
	c.relative = c.first > 0 && d.fn[c.first-1]&lexicon.Relative != 0
	if r.labelled(d, c, hi) {
		return true
	}
	if c.cue.Form.Shape == lexicon.Masdar && !r.masdarCue(d, c) {
		return false
	}
	return r.complement(d, c, min(hi, c.first+maxReach)) || r.quotedBefore(d, c)
}

// masdarCue: a verbal noun attributes when it carries its speaker (قوله) or stands for
// the verb (بالقول، القول، المطالبة بـ).
func (r *Reader) masdarCue(d *doc, c *candidate) bool {
	if c.cue.Form.Suffixed || c.cue.Form.Definite {
		return true
	}
	if c.cue.Act == isnad.Say && c.cue.Takes(lexicon.An, lexicon.Noun) {
		return true // «إعلان الجامعة عن امتلاكها»
	}
	if c.first > 0 && d.fn[c.first-1]&lexicon.Preposition != 0 && c.cue.Act == isnad.Say && c.cue.Takes(lexicon.NoPrep, lexicon.That) {
		return true // «على الرغم من قول علماء إن»
	}
	return strings.HasPrefix(c.cue.Form.Word, "بال")
}

// complement scans behind a verb for what it governs: a clause with أن, a colon or a
// quotation, a phrase behind the verb's preposition; else a bare noun phrase.
func (r *Reader) complement(d *doc, c *candidate, hi int) bool {
	stop := hi
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
			if prep, cut, ok := prepWord(d.toks[min(j+1, hi-1)].Norm); ok && cut > 0 && c.cue.Takes(prep, lexicon.Noun) && r.nounFollows(d, c, j+1, cut, hi) {
				c.bodyCut = cut // «توعد الرئيس «بهزيمة الإرهاب»»
				return accept(c, lexicon.Noun, j, j+1)
			}
			if c.relayed || r.isSpeech(d, c, int(q), hi) {
				return accept(c, lexicon.Quoted, j, j+1)
			}
			if d.quotes[q].Closed {
				j = d.quotes[q].Close
			}
		case t.Norm == ":":
			if (c.relayed || takesAny(c.cue.Cue, lexicon.Quoted)) && !(t.Glued && j > 0 && d.toks[j-1].Kind == numberKind) && j+1 < hi {
				return accept(c, lexicon.Quoted, j, r.pastMark(d, j+1, hi))
			}
			return r.bareNoun(d, c, j)
		case t.Norm == "(":
			j = d.afterParenthesis(j, stop) - 1
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
	if c.cue.Lemma == "قال" && c.end < hi && r.opensSpeech(d, c.end) {
		return accept(c, lexicon.Quoted, c.end, c.end)
	}
	return r.bareNoun(d, c, stop)
}

// opensSpeech: behind قال with its subject left out, a word that begins a sentence: «وقال لم
// نتلق أي خطاب».
func (r *Reader) opensSpeech(d *doc, i int) bool {
	switch d.toks[i].Norm {
	case "كان", "كانت", "لا", "لم", "لن", "نحن", "ليس", "لقد", "سوف", "لدينا", "هناك":
		return true
	}
	return false
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
	w := d.toks[j].Norm
	if c.relays() && r.ownWords(d, j) {
		c.relayed = true
		return false, false
	}
	if d.fn[j]&lexicon.ThatWord != 0 {
		prep, free := r.prepBefore(d, j)
		suffixed := c.cue.Form.Suffixed && c.cue.Form.Shape != lexicon.Masdar && prep != lexicon.Bi && prep != lexicon.NoPrep
		takes := c.cue.Takes(prep, lexicon.That) || prep != lexicon.NoPrep && takesAny(c.cue.Cue, lexicon.That) || r.bridged(d, c, j)
		if c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && c.cue.Form.Shape != lexicon.Participle && j > c.end+8 && !r.bridged(d, c, j) {
			return true, r.bareNoun(d, c, j)
		}
		if free && takes && takesAny(c.cue.Cue, lexicon.That) && !suffixed && j+1 < hi {
			return true, accept(c, lexicon.That, j, j+1)
		}
		if !free {
			return false, false
		}
		return true, r.bareNoun(d, c, j)
	}
	if prep, cut, is := prepWord(w); is && c.cue.Takes(prep, lexicon.Noun) && !(prep == lexicon.Li && r.ofBody(d, c, j, hi)) && !(c.relays() && r.relayAhead(d, j, hi)) && r.nounFollows(d, c, j, cut, hi) && (r.bridged(d, c, j) || r.governs(d, prep, j, hi)) {
		c.kind, c.mark, c.body, c.bodyCut = lexicon.Noun, j, j+1, 0
		if cut > 0 {
			c.body, c.bodyCut = j, cut
		}
		return true, true
	}
	if j > c.end && r.breaks(d, c, j) {
		return true, r.bareNoun(d, c, j)
	}
	return false, false
}

// governs: على، عن and إلى before a verbal noun or a judgement are what the verb governs,
// however long its subject and setting are («أكد الوزير في اجتماعه الذي عقده أمس على
// أهمية»).
func (r *Reader) governs(d *doc, prep lexicon.Prep, j, hi int) bool {
	if prep != lexicon.Ala && prep != lexicon.An && prep != lexicon.Ila || j+1 >= hi {
		return false
	}
	w := d.toks[j+1].Norm
	return r.stances[w] != nil || d.fn[j+1]&(lexicon.VerbalNoun|lexicon.Needed) != 0
}

// headsQuotedName: the word before a quotation is one that a name in quotation marks stands
// with: صحيفة، حزب، لـ.
func (r *Reader) headsQuotedName(d *doc, i int) bool {
	if len(d.toks[i].Norm) <= 2 || d.fn[i]&lexicon.Preposition != 0 {
		return true
	}
	if _, noun := at(&r.nouns.Forms, d, i, inNouns); noun {
		return true
	}
	_, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return adjective
}

// relays: a verb that carries another's words: «نقلت رويترز عن مسؤول قوله إن».
func (c *candidate) relays() bool {
	return c.cue.Class == lexicon.VerbCue && c.cue.Takes(lexicon.An, lexicon.That)
}

// ownWords: قوله، تأكيدها: the verbal noun of saying with its speaker.
func (r *Reader) ownWords(d *doc, j int) bool {
	for _, f := range r.cues.Of(d.toks[j].Norm) {
		if f.Form.Shape == lexicon.Masdar && (f.Form.Suffixed || f.Form.Definite && f.Lemma == "قال") && takesAny(f.Cue, lexicon.That) {
			return true
		}
	}
	return false
}

// relayAhead: behind «عن فلان» comes قوله or أن.
func (r *Reader) relayAhead(d *doc, j, hi int) bool {
	for k := j + 1; k < hi && k < j+30; k++ {
		if r.ownWords(d, k) || d.fn[k]&lexicon.ThatWord != 0 || d.is(k, ":") {
			return true
		}
	}
	return false
}

// ofBody: the ل at j belongs to the name of the body that speaks («المنظمة التونسية لحماية
// المسافر»), since another preposition of the cue follows.
func (r *Reader) ofBody(d *doc, c *candidate, j, hi int) bool {
	s, ok := r.sourceAt(d, c.end, hi, false)
	if !ok || s.kind != isnad.Organization && s.kind != isnad.State || j >= s.npEnd {
		return false
	}
	for k := j + 1; k < hi && k < j+12; k++ {
		if prep, _, ok := prepWord(d.toks[k].Norm); ok && prep != lexicon.Li && c.cue.Takes(prep, lexicon.Noun) {
			return true
		}
	}
	return false
}

// bridged: between the cue and the preposition of its complement stands nothing but the
// subject, adverbs and settings. A verb that asks or accuses has an object there too.
func (r *Reader) bridged(d *doc, c *candidate, j int) bool {
	switch c.cue.Act {
	case isnad.Demand, isnad.Accuse, isnad.Warn:
		return true
	}
	i := c.end
	if s, ok := r.sourceAt(d, i, j, false); ok {
		i = s.npEnd
	}
	for i < j {
		next := r.skipPhrases(d, i, j)
		if next == i {
			break
		}
		i = next
	}
	return j-i <= 1
}

// prepBefore is the preposition that the أن at j stands behind; free is false where some
// other word governs it (بعد أن، يمكن أن).
func (r *Reader) prepBefore(d *doc, j int) (lexicon.Prep, bool) {
	if strings.HasPrefix(d.toks[j].Norm, "ب") {
		return lexicon.Bi, true
	}
	if j == 0 {
		return lexicon.NoPrep, true
	}
	before := d.toks[j-1].Norm
	if prep, cut, ok := prepWord(before); ok && cut == 0 {
		if before == "الي" && j > 1 && d.fn[j-2]&lexicon.Governor != 0 {
			return prep, false
		}
		return prep, true
	}
	return lexicon.NoPrep, d.fn[j-1]&lexicon.Governor == 0
}

// prepWord reads a word as a preposition that cues govern; cut says how many letters of a
// longer word are the preposition.
func prepWord(w string) (prep lexicon.Prep, cut int, ok bool) {
	switch w {
	case "الي":
		return lexicon.Ila, 0, true
	case "من":
		return lexicon.Min, 0, true
	case "عن":
		return lexicon.An, 0, true
	case "علي":
		return lexicon.Ala, 0, true
	case "في":
		return lexicon.Fi, 0, true
	case "حول":
		return lexicon.Hawl, 0, true
	case "ب":
		return lexicon.Bi, 0, true
	case "ل":
		return lexicon.Li, 0, true
	}
	if len(w) >= 6 {
		switch {
		case strings.HasPrefix(w, "ب"):
			return lexicon.Bi, 1, true
		case strings.HasPrefix(w, "ل"):
			return lexicon.Li, 1, true
		}
	}
	return 0, 0, false
}

// nounFollows: the preposition at j opens the complement, not a phrase of place, time or
// medium between the cue and it.
func (r *Reader) nounFollows(d *doc, c *candidate, j, cut, hi int) bool {
	if cut > 0 {
		w := d.toks[j].Norm
		if r.forWhom(d, j) || r.deedAhead(d, c, j, hi) || arabic.Fold(w) == "" || d.fn[j] != 0 {
			return false
		}
		s := arabic.Segment(d.toks[j].Text)
		if s.Count == 0 || r.given.Is(w) {
			return false
		}
		host := cutLetters(w, 1)
		if strings.HasPrefix(w, "لل") {
			host = "ال" + cutLetters(w, 2)
		}
		if r.functions.Word(host)&(lexicon.SpeechNoun|lexicon.Adverb|lexicon.ThatWord) != 0 {
			return false
		}
		if n, ok := at(&r.nouns.Forms, d, j, inNouns); ok && n.Cut > 0 && c.cue.Act == isnad.Say && (n.Value.Kind == isnad.State || n.Value.Kind == isnad.Organization) {
			return false // «المتحدث بوزارة الداخلية»
		}
		_, polity := at(&r.polities.Names, d, j, inPolities)
		m, medium := at(&r.media.Names, d, j, inMedia)
		return !polity && !(medium && m.Cut > 0) || c.cue.Takes(lexicon.Bi, lexicon.Noun) && strings.HasPrefix(w, "ب") && !polity
	}
	if j+1 >= hi {
		return false
	}
	if d.fn[j+1]&lexicon.ThatWord != 0 {
		return false
	}
	if d.fn[j+1]&(lexicon.SpeechNoun|lexicon.Adverb) != 0 && d.toks[j].Norm != "عن" {
		return false
	}
	return true
}

// forWhom: the باسم of «المتحدث باسم»، «الناطقة باسم».
func (r *Reader) forWhom(d *doc, j int) bool {
	if !d.is(j, "باسم") || j == 0 {
		return false
	}
	_, title := at(&r.titles.Forms, d, j-1, inTitles)
	_, noun := at(&r.nouns.Forms, d, j-1, inNouns)
	return title || noun
}

// deedAhead: the ب at j stands within the subject, since what is asked or promised follows as
// a verbal noun («طالب رئيس اللجنة بالغرفة بإعادة السوق»).
func (r *Reader) deedAhead(d *doc, c *candidate, j, hi int) bool {
	w := d.toks[j].Norm
	if j == c.end || !strings.HasPrefix(w, "ب") || r.verbalNoun(cutLetters(w, 1)) {
		return false
	}
	if noun, ok := at(&r.nouns.Forms, d, j, inNouns); !strings.HasPrefix(w, "بال") && (!ok || noun.Value.Kind != isnad.State && noun.Value.Kind != isnad.Organization) {
		return false
	}
	for k := j + 1; k < hi && k < j+14 && d.toks[k].Kind == wordKind && d.fn[k]&lexicon.ThatWord == 0; k++ {
		if next := d.toks[k].Norm; len(next) > 8 && strings.HasPrefix(next, "ب") && r.verbalNoun(cutLetters(next, 1)) {
			return true
		}
	}
	return false
}

// breaks: at j a new clause with its own cue begins, so that what follows is no longer
// governed by this one. A verb without conjunction behind an indefinite noun only
// describes it («مصادر رفضت الكشف عن هويتها»).
func (r *Reader) breaks(d *doc, c *candidate, j int) bool {
	before := &d.toks[j-1]
	comma := before.Kind == punctKind && !before.IsQuoteMark()
	for _, f := range r.cuesAt(d, j) {
		if f.Class != lexicon.VerbCue || f.Form.Suffixed || !takesAny(f.Cue, lexicon.That) {
			continue
		}
		switch f.Form.Shape {
		case lexicon.Perfect, lexicon.Imperfect:
			owns := f.Form.Shape == lexicon.Imperfect && j+1 < len(d.toks) && (d.is(j+1, ":") || d.fn[j+1]&lexicon.ThatWord != 0)
			if owns {
				_, owns = r.subjectBefore(d, j, c.end)
			}
			if owns || f.Lemma == "قال" && f.Form.Shape == lexicon.Perfect && !r.describes(d, j) || f.cut > 0 || comma && hasVerbSign(f.Form) || d.fn[j-1]&lexicon.ClauseStart != 0 {
				return true
			}
		case lexicon.Participle:
			if comma && !d.is(j+1, ":") && f.Lemma != "قال" {
				return true
			}
		}
	}
	return false
}

// hasVerbSign: the form can hardly be a noun.
func hasVerbSign(f lexicon.Form) bool {
	return f.Shape == lexicon.Imperfect || f.Gender == lexicon.Feminine
}

// ownThat: a cue at j in a relative clause («الذي قالت إنه»، «ما ذكر أنه») takes the أن
// that follows it at once; the token of that أن, or j.
func (r *Reader) ownThat(d *doc, j int) int {
	if j == 0 || d.fn[j-1]&lexicon.Relative == 0 && !d.is(j-1, "ما") && !r.describes(d, j) {
		return j
	}
	for k := j + 1; k < len(d.toks) && k < j+3; k++ {
		if d.fn[k]&lexicon.ThatWord == 0 {
			continue
		}
		prep, _ := r.prepBefore(d, k)
		for _, f := range r.cuesAt(d, j) {
			if f.Takes(prep, lexicon.That) && f.Form.Shape != lexicon.Participle {
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
	if before.Kind != wordKind || strings.HasPrefix(before.Norm, "ال") || d.fn[j-1] != 0 || r.given.Is(before.Norm) || d.known[before.Norm] {
		return false
	}
	noun, ok := at(&r.nouns.Forms, d, j-1, inNouns)
	return ok && noun.Value.Kind == isnad.Document
}

// isSpeech tells a quotation that is what the cue introduces from a name in quotation
// marks before it.
func (r *Reader) isSpeech(d *doc, c *candidate, q, hi int) bool {
	if !takesAny(c.cue.Cue, lexicon.Quoted) && !takesAny(c.cue.Cue, lexicon.Noun) {
		return false
	}
	quote := d.quotes[q]
	words := quote.Close - quote.Open - 1
	if c.cue.Act == isnad.Accuse && quote.Closed && quote.Close+1 < hi && strings.HasPrefix(d.toks[quote.Close+1].Norm, "ب") {
		return false // who is accused stands in quotation marks
	}
	if words < 1 || c.cue.Act == isnad.Assess && c.cue.Takes(lexicon.NoPrep, lexicon.Noun) && quote.Open != c.end {
		return false
	}
	if !takesAny(c.cue.Cue, lexicon.Quoted) && (quote.Open != c.end || words < 3) {
		return false
	}
	if words >= 6 {
		return true
	}
	if m, ok := exact(&r.media.Names, d, quote.Open+1, inMedia); ok && m.Words == words {
		return false
	}
	if words <= 2 && quote.Open != c.end {
		return false
	}
	if words >= 3 && quote.Open > c.end && !r.headsQuotedName(d, quote.Open-1) {
		return true
	}
	for j := quote.Close + 1; j < min(hi, quote.Close+25); j++ {
		if d.is(j, ":") || d.fn[j]&lexicon.ThatWord != 0 {
			return false
		}
	}
	return words >= 3
}
