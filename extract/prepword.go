package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// ofBody: the ل at j belongs to the name of the body that speaks («المنظمة التونسية لحماية
// المسافر»), since another preposition of the cue follows.
func (r *Reader) ofBody(d *doc, c *candidate, j, hi int) bool {
	s, ok := r.sourceAt(d, c.end, hi, false)
	if !ok || j >= s.npEnd {
		return false
	}
	if body, listed := at(&r.nouns.Forms, d, j, inNouns); s.kind == isnad.Person && s.titleTokens[1] > 0 {
		return listed && body.Cut > 0 && (body.Value.Kind == isnad.Organization || body.Value.Kind == isnad.State)
	}
	if s.kind != isnad.Organization && s.kind != isnad.State {
		return false
	}
	for k := j + 1; k < hi && k < j+12; k++ {
		if prep, _, ok := d.prepAt(k); ok && prep != lexicon.Li && c.cue.Takes(prep, lexicon.Noun) {
			return true
		}
	}
	return false
}

// namedAli: علي behind a title of one person is a name, where no definite word follows: «الطبيب علي
// موسى».
func (r *Reader) namedAli(d *doc, i int) bool {
	if !d.is(i, "علي") || strings.HasSuffix(d.toks[i].Text, "ى") || i+1 >= len(d.toks) || d.toks[i+1].Kind != wordKind || strings.HasPrefix(d.toks[i+1].Norm, "ال") || d.fn[i+1] != 0 {
		return false
	}
	m, title := exact(&r.titles.Forms, d, i-1, inTitles)
	return title && m.Words == 1 && m.Value.Name && !r.verbalNoun(d.toks[i+1].Norm)
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

// prepAt is prepWord of token i, which is no preposition where a name begins there: «قال علي
// لاريجاني».
func (d *doc) prepAt(i int) (prep lexicon.Prep, cut int, ok bool) {
	if e, ok := d.personAt(i); ok && d.fn[i] == 0 && (e.First < i || d.personBegins(i)) {
		return 0, 0, false
	}
	return prepWord(d.toks[i].Norm)
}

// wordPrep is the preposition that a word is on its own, or NoPrep.
func wordPrep(w string) lexicon.Prep {
	if prep, cut, ok := prepWord(w); ok && cut == 0 {
		return prep
	}
	return lexicon.NoPrep
}

// nounFollows: the preposition at j opens the complement, not a phrase of place, time or
// medium between the cue and it.
func (r *Reader) nounFollows(d *doc, c *candidate, j, cut, hi int) bool {
	if cut > 0 {
		w := d.toks[j].Norm
		if d.is(j, "بما") && (d.is(j+1, "في") || d.serves(j+1, lexicon.InWords)) {
			return false // «بما فيها»
		}
		if c.cue.Act == isnad.Demand && d.pastPlace(j, hi+1) > j {
			return false // «تستعجل التحريات بالجيزة»
		}
		if r.pointsAt(d, c, j, hi) {
			return true
		}
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
		if r.functions.Word(host)&(lexicon.SpeechNoun|lexicon.Adverb|lexicon.ThatWord) != 0 && !r.deedAsked(d, c, r.functions.Word(host), j+1, hi) {
			return false
		}
		if n, ok := at(&r.nouns.Forms, d, j, inNouns); ok && n.Cut > 0 && c.cue.Act == isnad.Say && (n.Value.Kind == isnad.State || n.Value.Kind == isnad.Organization) {
			return false // «المتحدث بوزارة الداخلية»
		}
		_, polity := at(&r.polities.Names, d, j, inPolities)
		m, medium := at(&r.media.Names, d, j, inMedia)
		if medium && m.Cut > 0 && m.Value.Standalone && r.givenTo(d, j) {
			return false // «أفاد في اتصال هاتفي بهسبريس أن»
		}
		return !polity && !(medium && m.Cut > 0) || c.cue.Takes(lexicon.Bi, lexicon.Noun) && strings.HasPrefix(w, "ب") && !polity
	}
	if j+1 >= hi {
		return false
	}
	if d.fn[j+1]&lexicon.ThatWord != 0 || d.serves(j+1, lexicon.Tongue) {
		return false
	}
	return d.fn[j+1]&(lexicon.SpeechNoun|lexicon.Adverb) == 0 || d.is(j, "عن") || r.deedAsked(d, c, d.fn[j+1], j+2, hi)
}

// deedAsked: a noun of speech before token i is what is demanded, threatened or promised, and not in what it is:
// «طالبت بتعليق الاتفاق», «دعا إلى تعليق عضويتها».
func (r *Reader) deedAsked(d *doc, c *candidate, noun lexicon.Function, i, hi int) bool {
	return c.cue.Act != isnad.Say && noun&lexicon.VerbalNoun != 0 && i < hi && d.toks[i].Kind == wordKind && d.fn[i]&lexicon.Preposition == 0
}

// pointsAt: «ندد الحزب بهذا القرار»: a word that points at the matter stands behind the preposition, and
// no setting («بهذا الخصوص»).
func (r *Reader) pointsAt(d *doc, c *candidate, j, hi int) bool {
	if c.cue.Act != isnad.Condemn && c.cue.Act != isnad.Praise || j+1 >= hi || d.fn[j+1]&lexicon.Setting != 0 {
		return false
	}
	return r.functions.Serves(cutLetters(d.toks[j].Norm, 1), lexicon.Demonstrative) && (d.toks[j+1].IsQuoteMark() || strings.HasPrefix(d.toks[j+1].Norm, "ال"))
}

// inCharge: المشرف، والمشرف: what stands behind the preposition that follows belongs to the word.
func (r *Reader) inCharge(d *doc, i int) bool {
	return d.joins(i, lexicon.InCharge)
}

// citing: the preposition at j belongs to the cue before it: «نقلا عن».
func (r *Reader) citing(d *doc, j int) bool {
	if j > 0 && r.inCharge(d, j-1) {
		return true // «السفيرة المشرفة على القطاع»
	}
	if j > 0 && d.is(j, "عن") && d.serves(j-1, lexicon.IssuedBy) {
		return true // «بيان صادر عن الوزارة»
	}
	if j == 0 || !d.has(j-1, inCues) {
		return false
	}
	for _, f := range r.cuesAt(d, j-1) {
		if f.Class == lexicon.PrepCue {
			return true
		}
	}
	return false
}

// forWhom: the باسم of «المتحدث باسم»، «الناطقة باسم».
func (r *Reader) forWhom(d *doc, j int) bool {
	if !d.is(j, "باسم") {
		return false
	}
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		_, title := at(&r.titles.Forms, d, k, inTitles)
		_, noun := at(&r.nouns.Forms, d, k, inNouns)
		if title || noun {
			return true
		}
	}
	return false
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
