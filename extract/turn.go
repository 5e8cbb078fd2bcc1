package extract

import (
	"strings"

	"isnad/lexicon"
)

// maxAmong bounds the words on one of those who were told of.
const maxAmong = 12

// amongFrom is the token from which one of those who were told of is told of in the clause that the relative pronoun at i
// opens: «وشكك خبراء في جدواها، ومنهم فلان الذي قال»; i where none is.
func (t *teller) amongFrom(i, lo int) int {
	for k := i - 1; k > lo && k > i-maxAmong; k-- {
		if t.d.toks[k].Kind == punctKind || t.d.fn[k]&lexicon.ThatWord != 0 {
			break
		}
		if t.d.serves(k, lexicon.OneAmong) && t.r.isComma(t.d, k-1) {
			return k
		}
	}
	return i
}

// atTheTime: «في الوقت الذي تحدثت فيه مصادر عن»: what stands before the verb at i opens a clause of its own.
func atTheTime(d *doc, i int) bool {
	return i > 2 && i+1 < len(d.toks) && d.is(i-1, "الذي") && d.is(i-2, "الوقت") && d.is(i-3, "في") && d.is(i+1, "فيه")
}

// othersFrom is where the narrator turns to what others do or say, among the tokens [i, end): «…، فيما يربطها آخرون بالأزمة»; end
// where he does not.
func (t *teller) othersFrom(i, end int) int {
	for ; i+2 < end; i++ {
		if t.d.spelt[i].uses.Has(lexicon.Meanwhile) && t.d.is(i+2, "اخرون") && t.d.quoteOf[i] < 0 {
			return i
		}
	}
	return end
}

// rivalFrom: a title ends with what another does about what c says: «الشرطة تعلن السيطرة على المدينة والجيش
// ينفي»; the end of the title where it does not.
func (t *teller) rivalFrom(c *candidate) int {
	for verb := t.hi - 1; verb > c.body+1; verb-- {
		acts := verb == t.hi-1 && t.r.isVerb(t.d, verb) && (strings.HasPrefix(t.d.toks[verb].Norm, "ي") || strings.HasPrefix(t.d.toks[verb].Norm, "ت")) || verb == t.hi-1 && strings.HasPrefix(t.d.toks[verb].Norm, "تت")
		if !acts && (!t.d.has(verb, inCues) || !t.r.tellsNow(t.d, verb)) {
			continue
		}
		if i := t.joinedBefore(verb, c.body); i > c.body {
			return i
		}
	}
	return t.hi
}

// maxRival bounds the words that name the rival in a title.
const maxRival = 4

// joinedBefore is the token, behind lo, with the و that joins who the verb at token verb tells of; -1 where none does.
func (t *teller) joinedBefore(verb, lo int) int {
	d := t.d
	for i := verb - 1; i > lo && i >= verb-maxRival && d.toks[i].Kind == wordKind && (d.fn[i] == 0 || d.toks[i].Norm == "و"); i-- {
		host, joined := strings.CutPrefix(d.toks[i].Norm, "و")
		if !joined || t.r.isVerb(d, i) {
			continue
		}
		noun, listed := at(&t.r.nouns.Forms, d, i, inNouns)
		polity, country := at(&t.r.polities.Names, d, i, inPolities)
		if listed && noun.Cut > 0 || country && polity.Cut > 0 || host == "" || verb == i+1 && strings.HasPrefix(host, "ال") {
			return i
		}
	}
	return -1
}

// tellsNow: a verb in the imperfect that may attribute stands at token i: «تنفي», «يحذرون من».
func (r *Reader) tellsNow(d *doc, i int) bool {
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.VerbCue && f.Form.Shape == lexicon.Imperfect && f.cut == 0 && !f.Form.Suffixed {
			return true
		}
	}
	return false
}
