package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

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
	if quote.Open > c.end && r.personQuoted(d, quote.Open+1, quote.Close) {
		return false // «قال البائع "سالم بن فهد": "…"»
	}
	if quote.Open > c.end && d.serves(quote.Open-1, lexicon.Titled) {
		return false // «رده على خبر بعنوان "…"»
	}
	if words <= maxOutletWords && quote.Closed && quote.Open > c.end && r.interviews(d, quote.Open) {
		return false // «أكد، في حديث إلى "صوت بلادي الحرة"، أن»
	}
	if c.cue.Is(lexicon.PlainSaying) && quote.Closed && words >= 3 && quote.Open > c.end+1 && r.speechPhrase(d, quote.Open-2) && r.hangsAt(d, quote.Close+1, hi) {
		return true // «قال الوزير في بيان "…" مضيفا أن»
	}
	if words <= 6 && quote.Closed && quote.Open > c.end && quote.Close+1 < hi && d.toks[quote.Close+1].Kind == wordKind && r.headsQuotedName(d, quote.Open-1) {
		return false // «أعلنت جماعة "نصرة الإسلام والمسلمين" مسؤوليتها»
	}
	if quote.Open > c.end+1 && r.deedQuoted(d, c, quote.Open) {
		return false
	}
	if words >= 6 {
		return true
	}
	if m, ok := exact(&r.media.Names, d, quote.Open+1, inMedia); ok && m.Words == words {
		return false
	}
	if words <= 2 && quote.Open != c.end {
		return c.cue.Is(lexicon.PlainSaying) && quote.Closed && r.utters(d, quote.Open+1) && !r.headsQuotedName(d, quote.Open-1)
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

// hangsAt: a participle that tells more begins at token i: «مضيفا أن».
func (r *Reader) hangsAt(d *doc, i, hi int) bool {
	if i >= hi {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape == lexicon.Participle && accusativeParticiple(f.Form.Word) {
			return true
		}
	}
	return false
}

// utters: the word at i begins a short saying and no name: «لا أعرف»، «سننتصر».
func (r *Reader) utters(d *doc, i int) bool {
	return d.serves(i, lexicon.Negator) || r.functions.Serves(d.toks[i].Norm, lexicon.SpeechOpener) || !d.nameCovers(i) && r.isVerb(d, i)
}

// deedQuoted: behind the subject a deed is told, of which the quotation at open is a part: «أعلن الحزب قصف مواقع
// "دعما للشعب"».
func (r *Reader) deedQuoted(d *doc, c *candidate, open int) bool {
	if c.cue.Act != isnad.Say || !c.cue.Takes(lexicon.NoPrep, lexicon.Noun) || c.cue.Form.Shape == lexicon.Masdar || c.cue.Form.Shape == lexicon.Participle || d.toks[open-1].Kind != wordKind || d.fn[open-1]&lexicon.SpeechNoun != 0 {
		return false
	}
	s, ok := r.sourceAt(d, c.end, open, false)
	if !ok || !r.trusted(&s) {
		return false
	}
	i := r.skipPhrases(d, s.npEnd, open)
	if i < open && r.isComma(d, i) && i > s.npEnd {
		i++ // «أعلن الحزب في بيان، قصف "المستعمرة"»
	}
	return i < open && d.toks[i].Kind == wordKind && r.verbalNoun(d.toks[i].Norm) && d.fn[i]&lexicon.SpeechNoun == 0
}

// maxOutletWords bounds the words of an outlet's name in quotation marks.
const maxOutletWords = 4

// personQuoted: the tokens [i, end) are a person's name, titles apart: "الدكتور سالم حداد".
func (r *Reader) personQuoted(d *doc, i, end int) bool {
	for i < end {
		m, title := exact(&r.titles.Forms, d, i, inTitles)
		if !title || d.personBegins(i) {
			break
		}
		i += m.Words
	}
	e, ok := d.personAt(i)
	return ok && e.First == i && e.End >= end
}

// resumes: between commas stand nothing but a finite cue and its subject, and a quotation goes on
// behind: «…»، قال فلان، «…».
func (r *Reader) resumes(d *doc, c *candidate, hi int) bool {
	if c.cut > 0 || c.first == 0 || !r.isComma(d, c.first-1) || c.cue.Form.Shape != lexicon.Perfect && c.cue.Form.Shape != lexicon.Imperfect {
		return false
	}
	s, ok := r.sourceAt(d, c.end, hi, false)
	return ok && s.npFirst == c.end && s.npEnd+1 < hi && r.isComma(d, s.npEnd) && d.toks[s.npEnd+1].IsQuoteMark()
}

// endsSaying: «"…"، قائلا.»: a participle that plainly tells, and nothing behind it.
func (r *Reader) endsSaying(d *doc, c *candidate) bool {
	return c.cue.Is(lexicon.PlainSaying) && accusativeParticiple(c.cue.Form.Word) && r.isComma(d, c.first-1) && (c.end >= len(d.toks) || d.is(c.end, ".") || d.toks[c.end].Line != d.toks[c.first].Line)
}

// quotedBefore: «…»، قال فلان. The quotation right before the cue is its content.
func (r *Reader) quotedBefore(d *doc, c *candidate) bool {
	if !c.cue.Takes(lexicon.NoPrep, lexicon.Quoted) || c.cue.Form.Shape == lexicon.Masdar || c.cue.Form.Shape == lexicon.Participle && !r.endsSaying(d, c) {
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
