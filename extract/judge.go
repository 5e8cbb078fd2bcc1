package extract

import (
	"strings"

	"sort"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// judge sets what the content tells of a claim: mode, certainty, act, purpose.
func (t *teller) judge(c *isnad.Claim) {
	c.Mode = t.mode(c)
	first, end := t.tokens(c.Content[0])
	if c.Act == isnad.Say {
		c.Act = t.act(first, end)
	}
	if c.Certainty == isnad.Certain {
		c.Certainty = t.hedge(first, end)
	}
	for _, s := range c.Content {
		first, end := t.tokens(s)
		c.Purpose = c.Purpose || t.purpose(first, end)
	}
}

// actReach is how many of the first words of a content can tell its act.
const actReach = 4

// act reads what a source does by saying it off the first words of the content.
func (t *teller) act(first, end int) isnad.Act {
	if first < end {
		word := t.d.toks[first].Norm
		if first > 0 && t.d.is(first-1, "عن") {
			word = strings.TrimPrefix(word, "ال") // «أعرب عن الأسف»
		}
		if s := t.r.stances[word]; s != nil && !(first > 0 && (t.d.is(first-1, "ان") || t.d.is(first-1, "بان"))) {
			return s.Act // but «قال إن دعم السكان أفشل المخطط»
		}
	}
	if t.calledOn(first, end) {
		return isnad.Demand
	}
	for i := first; i < end && i < first+actReach; i++ {
		if t.d.toks[i].Kind != wordKind {
			continue
		}
		if m, ok := t.r.acts.Exact(t.d.toks, i); ok && i+m.Words <= end && !(i > first && t.d.serves(i-1, lexicon.Denying)) {
			return m.Value.Act
		}
	}
	return isnad.Say
}

// calledOn: «على السلطات أن تكف»: what somebody should do.
func (t *teller) calledOn(first, end int) bool {
	d := t.d
	if first+3 >= end || !d.is(first, "علي") || !strings.HasPrefix(d.toks[first+1].Norm, "ال") || d.is(first+1, "الرغم") {
		return false
	}
	for i := first + 2; i < end && i < first+actReach+1; i++ {
		if d.fn[i]&lexicon.ThatWord != 0 {
			return d.is(i, "ان") && d.toks[i].Text != "إن" && d.fn[i-1]&lexicon.Preposition == 0
		}
	}
	return false
}

// tokens is the range of tokens that a span covers.
func (t *teller) tokens(s isnad.Span) (first, end int) {
	first = sort.Search(len(t.d.toks), func(i int) bool { return t.d.toks[i].End > s.Start })
	return first, max(first, t.tokenFrom(s.End))
}

// tokenFrom is the first token that begins at a byte or behind it.
func (t *teller) tokenFrom(at int) int {
	return sort.Search(len(t.d.toks), func(i int) bool { return t.d.toks[i].Start >= at })
}

// mode tells how much of the content stands in quotation marks; names in quotation marks
// are no quotation.
func (t *teller) mode(c *isnad.Claim) isnad.Mode {
	in, out := 0, 0
	for _, s := range c.Content {
		first, end := t.tokens(s)
		for i := first; i < end; i++ {
			if t.d.toks[i].Kind == punctKind {
				continue
			}
			if q := t.d.quoteOf[i]; q >= 0 && t.quotation(t.d.outer[q], c.Content[0].Start) {
				in++
			} else {
				out++
			}
		}
	}
	switch {
	case in == 0:
		return isnad.Indirect
	case out == 0:
		return isnad.Direct
	}
	return isnad.Mixed
}

// quotation: the marks hold speech, not a name. A quotation that is never closed counts
// for the claim that begins with it alone.
func (t *teller) quotation(q int32, content int) bool {
	d := t.d
	quote := d.quotes[q]
	if !quote.Closed && (quote.Open+1 >= len(d.toks) || d.toks[quote.Open+1].Start != content) {
		return false
	}
	if t.speech[q] == 0 {
		t.speech[q] = 1
		if t.holdsSpeech(&quote) {
			t.speech[q] = 2
		}
	}
	return t.speech[q] == 2
}

// speechWords is how many words in quotation marks are speech, whatever stands before them.
const speechWords = 4

// holdsSpeech: there are words enough in the quotation before one in Latin letters, or it is
// no outlet and stands behind no noun that heads a name: not «رويترز», nor حزب «النور».
func (t *teller) holdsSpeech(quote *arabic.Quote) bool {
	d, words := t.d, 0
	for i := quote.Open + 1; i < quote.Close && i < len(d.toks) && words < speechWords; i++ {
		if d.toks[i].Kind == latinKind {
			return false
		}
		if d.toks[i].Kind != punctKind {
			words++
		}
	}
	if words >= speechWords || quote.Open == 0 {
		return true
	}
	if _, medium := exact(&t.r.media.Names, d, quote.Open+1, inMedia); medium || d.isNameAlone(quote.Open+1, quote.Close) {
		return false // «صفوف "داعش"»
	}
	if t.r.isVerb(d, quote.Open+1) || d.serves(quote.Open+1, lexicon.Negator) || d.serves(quote.Open+1, lexicon.Denying) || words > 1 && d.serves(quote.Open+1, lexicon.Copula) {
		return true // «زيارة النواب "ليست حقا"»
	}
	return !t.r.headsName(d, quote.Open-1) || t.scare(quote.Open)
}

// scare: a single word without article stands in the marks that open at i, behind the noun of a document: no
// such thing is named so: «قرار "مسؤول"», «حصيلة "مؤقتة"».
func (t *teller) scare(i int) bool {
	d := t.d
	if i+2 >= len(d.toks) || !d.toks[i+2].IsQuoteMark() || strings.HasPrefix(d.toks[i+1].Norm, "ال") {
		return false
	}
	noun, ok := at(&t.r.nouns.Forms, d, i-1, inNouns)
	return ok && noun.Value.Kind == isnad.Document
}

// headsName: the word before a quotation heads a name in quotation marks: تنظيم، قوات، حزب.
func (r *Reader) headsName(d *doc, i int) bool {
	if _, noun := at(&r.nouns.Forms, d, i, inNouns); noun {
		return true
	}
	_, title := at(&r.titles.Forms, d, i, inTitles)
	return title
}

// hedge reads how sure the first words of the content are.
func (t *teller) hedge(first, end int) isnad.Certainty {
	for i := first; i < end && i < first+10; i++ {
		f := t.d.fn[i]
		if f&lexicon.PossibleWord != 0 && i > first && t.d.is(i-1, "لا") {
			continue // «لا يمكن»
		}
		if f&lexicon.PossibleWord != 0 && (!t.d.serves(i, lexicon.Perhaps) || t.imperfect(i+1) && !t.completed(i, first)) {
			return isnad.Possible
		}
		if f&lexicon.ProbableWord != 0 {
			return isnad.Probable
		}
	}
	return isnad.Certain
}

// maxCompleted bounds the words between كان and the قد that goes with it.
const maxCompleted = 5

// completed: the قد at i goes with a form of كان before it, so that a perfect stands behind it: «أن تكون المحكمة قد تلقت».
func (t *teller) completed(i, first int) bool {
	for k := i - 1; k >= max(first, i-maxCompleted); k-- {
		if t.d.joins(k, lexicon.HasBeen) {
			return true
		}
	}
	return false
}

// imperfect: the word at i has the shape of an imperfect verb.
func (t *teller) imperfect(i int) bool {
	if i >= len(t.d.toks) {
		return false
	}
	w := t.d.toks[i].Norm
	if strings.HasPrefix(w, "ت") && (len(w) >= 10 && strings.HasSuffix(w, "ت") && w != "تلتفت" || w == "تمت" || strings.HasSuffix(w, "وا")) {
		return false // «قد تغيرت», «قد تلقوا»
	}
	return len(w) >= 6 && (w[:2] == "ي" || w[:2] == "ت" || w[:2] == "ن")
}

// purpose: the content says why, what for, or what it means.
func (t *teller) purpose(first, end int) bool {
	for i := first; i < end; i++ {
		if t.d.toks[i].Kind != wordKind {
			continue
		}
		m, ok := at(&t.r.purposes.Forms, t.d, i, inPurposes)
		if ok && i+m.Words <= end && !t.otherSense(i, m.Cut) && !t.harm(first, i) || i > first && t.aim(i) {
			return true
		}
	}
	return false
}

// otherSense: a word that tells a purpose elsewhere tells none at token i: «أحيل للتحقيق» is no
// «لتحقيق», «رهن إشارة المحكمة» means nothing, «يشتبه في كونه» gives no cause.
func (t *teller) otherSense(i, cut int) bool {
	w := t.d.toks[i].Norm
	return cut > 0 && strings.HasPrefix(w, "لل") || t.d.is(i, "اشاره") && i > 0 && t.d.is(i-1, "رهن") ||
		strings.HasPrefix(w, "كون") && i > 0 && t.d.is(i-1, "في")
}

// harmReach is how many tokens before «بسبب» it may stand who was killed or hurt.
const harmReach = 12

// harm: token i is «بسبب» behind words of this content that tell of dead or wounded, whose cause explains
// nothing.
func (t *teller) harm(first, i int) bool {
	if !strings.HasPrefix(t.d.toks[i].Norm, "بسبب") {
		return false
	}
	for k := i - 1; k >= max(first, i-harmReach) && !ends(t.d.toks[k].Norm); k-- {
		if t.r.explained.Of(t.d.toks[k].Norm)&lexicon.Casualty != 0 {
			return true
		}
	}
	return false
}

// aim: «تحرك اللواء لفتح جبهة»: a verbal noun behind ل that no noun or verb before it governs.
func (t *teller) aim(i int) bool {
	w := t.d.toks[i].Norm
	if len(w) < 8 || w[:2] != "ل" || t.d.toks[i-1].Kind != punctKind {
		return false
	}
	host := cutLetters(w, 1)
	if strings.HasPrefix(w, "لل") {
		host = cutLetters(w, 2)
	}
	return t.r.verbalNoun(host) && t.d.trait(i, cliticsBefore)
}
