package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// implied is the chain of a cue without a subject: the last speaker who agrees with it,
// else the source that the sentence, or the ones before it, name.
func (t *teller) implied(c *candidate, outer []isnad.Link, lo int) ([]isnad.Link, bool) {
	s := &t.discourse
	if src, ok := t.sender(c, lo); ok {
		return append(append([]isnad.Link{}, outer...), s.resolve(&src)), true
	}
	if len(outer) > 0 {
		return outer, true
	}
	if t.narrates(c) {
		return nil, false
	}
	if c.cue.Is(lexicon.HeldFor) && c.kind == lexicon.Noun && c.cue.Form.Shape == lexicon.Imperfect && c.cue.Form.Gender == lexicon.Masculine && !c.cue.Form.Suffixed && c.first <= lo+1 {
		return nil, false // «ويعتبر السجن جزيرة»: nobody is said to hold it
	}
	if src, ok := t.broughtTo(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	if src, ok := t.byWords(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	if src, ok := t.paperTold(c, lo); ok {
		chain, ok := t.namedHere(c, &src, lo)
		return append(t.published(lo, src.npFirst), chain...), ok
	}
	if src, ok := t.conceding(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	if src, ok := t.toldNothing(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	if src, ok := t.commenting(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	if c.cue.Class == lexicon.PhraseCue && c.cue.Form.Number == lexicon.AnyNumber && strings.HasSuffix(t.d.toks[c.end-1].Norm, "هم") {
		c.cue.Form.Number = lexicon.Plural // «نشر ناشطون صورا تظهر، بحسب قولهم، لحظة القصف»
	}
	if sp, ok := s.lastAgreeing(c.cue.Form); ok {
		if sp.sentence == s.sentence || !t.namesSubject(c, lo) && !t.actedBefore(c, sp) {
			chain := implicit(sp.chain)
			medium, carried := t.medium(c)
			if len(medium) > 0 && len(chain) == 1 {
				chain = append(medium, chain...)
			}
			s.spoke(sp.source, chain, carried || sp.carried)
			links, _ := t.origins(c)
			return withOrigins(chain, links), true
		}
	}
	if src, ok := t.named(c, lo); ok {
		return t.namedHere(c, &src, lo)
	}
	return nil, false
}

// narrates: outside of quotation marks «يمكن القول إن» and «نعتقد أن» are the narrator's own words, whoever spoke last.
func (t *teller) narrates(c *candidate) bool {
	if c.quote >= 0 || c.label {
		return false
	}
	form := c.cue.Form
	if form.Shape == lexicon.Imperfect {
		return form.Person == 1
	}
	i := c.first - 1
	if i > 0 && t.d.fn[i]&lexicon.Preposition != 0 {
		i-- // «لا بد من القول إن»
	}
	return form.Shape == lexicon.Masdar && strings.HasPrefix(t.d.toks[c.first].Norm, "ال") && i >= 0 && t.d.joins(i, lexicon.MayBeSaid)
}

// maxComment bounds the words between who comments on what was said and what he says himself.
const maxComment = 16

// commenting is who takes up what the sentence has said and goes on: «… وهو ما نفاه المدير، وقال إن»,
// «الأمر الذي أكده الوزير، مضيفا أن».
func (t *teller) commenting(c *candidate, lo int) (source, bool) {
	d := t.d
	for i := c.first - 2; i > lo+1 && i > c.first-maxComment; i-- {
		if !t.takesUp(i-1) || !strings.HasSuffix(d.toks[i].Norm, "ه") {
			continue
		}
		for _, f := range t.r.cuesAt(d, i) {
			if f.cut > 0 || !f.Form.Suffixed || f.Form.Shape != lexicon.Perfect {
				continue
			}
			s, ok := t.r.sourceAt(d, i+1, c.first, false)
			return s, ok && s.npFirst == i+1 && agrees(c.cue.Form, &s) && s.rule != "source.name"
		}
	}
	return source{}, false
}

// takesUp: the relative at i stands for all that was said: «وهو ما»، «هذا ما»، «الأمر الذي».
func (t *teller) takesUp(i int) bool {
	switch before := strings.TrimPrefix(t.d.toks[i-1].Norm, "و"); {
	case t.d.is(i, "ما"):
		return before == "هو" || t.r.functions.Serves(before, lexicon.Demonstrative)
	case t.d.is(i, "الذي"):
		return before == "الامر"
	}
	return false
}

// conceding is whom the sentence concedes something of before he speaks: «رغم أن الوزير لم يحدد
// موعدا، إلا أنه قال إن».
func (t *teller) conceding(c *candidate, lo int) (source, bool) {
	if c.first < lo+4 || t.d.fn[c.first-1]&lexicon.ThatWord == 0 {
		return source{}, false
	}
	for i := max(lo+1, c.first-maxLookBack); i < c.first-1; i++ {
		if t.d.fn[i]&lexicon.ThatWord == 0 {
			continue
		}
		if !t.d.joins(i-1, lexicon.Concession) && !(t.d.is(i-1, "من") && i > lo+1 && t.d.joins(i-2, lexicon.Concession)) {
			continue
		}
		s, ok := t.sourceFrom(i+1, c.first)
		return s, ok && agrees(c.cue.Form, &s)
	}
	return source{}, false
}

// toldNothing is of whom the sentence says that he did not tell something, before the turn to what he does tell:
// «لم ينف الوزير الخبر، لكنه شدد على أن».
func (t *teller) toldNothing(c *candidate, lo int) (source, bool) {
	if c.first < lo+4 || c.quote >= 0 || !strings.HasPrefix(t.d.toks[c.first-1].Norm, "لكنه") && !(t.d.fn[c.first-1]&lexicon.ThatWord != 0 && (t.d.is(c.first-2, "الا") || t.d.is(c.first-2, "غير"))) {
		return source{}, false
	}
	for i := max(lo+1, c.first-maxLookBack); i+1 < c.first; i++ {
		if !t.d.serves(i-1, lexicon.VerbNegation) || t.d.toks[i].Kind != wordKind {
			continue
		}
		s, ok := t.r.sourceAt(t.d, i+1, c.first, false)
		if ok && t.r.trusted(&s) && agrees(c.cue.Form, &s) {
			return s, true
		}
	}
	return source{}, false
}

// namedHere is the chain of a cue whose sentence names its source src elsewhere, with the
// outlet that goes on carrying his words.
func (t *teller) namedHere(c *candidate, src *source, lo int) ([]isnad.Link, bool) {
	s := &t.discourse
	l := s.resolve(src)
	l.Implicit = true
	medium, carried := t.medium(c)
	if len(medium) == 0 {
		medium = s.carriedMedium(&l, t.spokenOn(c, lo))
		carried = len(medium) > 0
	}
	chain := t.addLink(medium, l)
	if len(chain) == 0 {
		return nil, false
	}
	s.spoke(*src, chain, carried)
	return chain, true
}

// maxAgreeing bounds how many speakers back the one is sought who goes on speaking.
const maxAgreeing = 6

// lastAgreeing is the last speaker that a form agrees with.
func (s *discourse) lastAgreeing(f lexicon.Form) (speaker, bool) {
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxAgreeing; i-- {
		if agrees(f, &s.speakers[i].source) {
			return s.speakers[i], true
		}
	}
	return speaker{}, false
}

// maxLookBack bounds how many tokens before a cue its source is sought where no subject
// stands with it, so that a sentence without end is not read again for each of its cues.
const maxLookBack = 400

// settledAfter is how many tokens behind its first a source no longer depends on: where it
// may go on further, its reading holds for every cue behind it.
const settledAfter = 2 * maxSourceWords

// sourceFrom is listedOrNamed, and remembers what does not depend on where the search ends: the
// cues of one sentence look for their sources in the same words.
func (t *teller) sourceFrom(i, hi int) (source, bool) {
	if i+settledAfter > hi {
		return t.r.listedOrNamed(t.d, i, hi)
	}
	switch n := t.found[i]; {
	case n > 0:
		return t.sources[n-1], true
	case n < 0:
		return source{}, false
	}
	s, ok := t.r.listedOrNamed(t.d, i, hi)
	switch {
	case !ok:
		t.found[i] = -1
	case s.npEnd < i+settledAfter:
		t.sources = append(t.sources, s)
		t.found[i] = int32(len(t.sources))
	}
	return s, ok
}

// actedBefore: the sentence before, in which nobody spoke, is about what a person did, who goes
// on to speak: «وانتقل الحاكم فلان إلى المدينة. وقال في مؤتمر صحفي …».
func (t *teller) actedBefore(c *candidate, last speaker) bool {
	n := t.d.sentOf[c.first]
	if n == 0 || last.sentence >= int(n)-1 {
		return false
	}
	prev := t.d.sents[n-1]
	if t.d.toks[prev.First].Line == 0 {
		return false
	}
	s, ok := t.firstSubject(prev.First, min(prev.End, prev.First+10), c.cue.Form)
	return ok && s.kind == isnad.Person && t.d.personBegins(s.first) && s.npFirst <= prev.First+4
}

// namesSubject: the sentence of a cue without a subject names one before it, who comes before an
// earlier speaker: «اجتمع الوزير بالسفير، وأكد أن», «وقتل الجنود …، مؤكدا أن».
// Those who are not told from others (البعض، الكثير من) come before nobody.
func (t *teller) namesSubject(c *candidate, lo int) bool {
	s, ok := t.firstSubject(t.pastQuestion(lo, c.first), c.first, c.cue.Form)
	return ok && s.kind != isnad.Group && (s.kind != isnad.Unnamed || s.number == lexicon.Singular && !s.role && t.nameless(&s, c.cue.Form, lo))
}

// maxQuestion bounds the words before the question that an answer opens with.
const maxQuestion = 4

// pastQuestion steps over what somebody was asked, up to the comma before the cue at token first: «وردا على سؤال عما إذا
// كان سيلتقي الوزير، قال»; lo where he was not.
func (t *teller) pastQuestion(lo, first int) int {
	for i := lo; i < lo+maxQuestion && i < first; i++ {
		if !t.d.serves(i, lexicon.Question) {
			continue
		}
		if t.r.isComma(t.d, first-1) {
			return first - 1
		}
		return lo
	}
	return lo
}

// nameless: somebody without a name, told of by a noun that hides who he is, acts at the head of the sentence that
// begins at lo: «يتساءل مرجع حكومي عن الخطة، ويجيب».
func (t *teller) nameless(s *source, f lexicon.Form, lo int) bool {
	i := s.npFirst - 1
	stands := i >= lo && i < lo+6 && (t.verbAt(i) || t.opensWithVerb(i, lo))
	if f.Shape == lexicon.Participle && i > lo && i < lo+3 && t.d.fn[i]&lexicon.ThatWord != 0 {
		stands = t.d.serves(i-1, lexicon.Contrast) // «غير أن دبلوماسيا غربيا رفض الوصف، قائلا»
	}
	return stands && s.titleTokens[1] == 0 && t.d.has(s.npFirst, inNouns) && !strings.HasPrefix(t.d.toks[s.npFirst].Norm, "ال")
}

// broughtTo is who stands right before «إلى القول إن»: «ما دفع الوزير إلى القول إن», «اضطرت الشركة إلى الاعتراف بأن».
func (t *teller) broughtTo(c *candidate, lo int) (source, bool) {
	to := c.first - 1
	if c.cue.Form.Shape != lexicon.Masdar || c.kind != lexicon.That || to <= lo || !t.d.is(to, "الي") {
		return source{}, false
	}
	for from := max(lo, to-maxSourceWords); from < to; from++ {
		if s, ok := t.r.listedOrNamed(t.d, from, to); ok && s.npFirst == from && s.npEnd == to && s.kind != isnad.Document && s.kind != isnad.Media {
			return s, true
		}
	}
	return source{}, false
}

// named is the first subject in the sentence before the cue that agrees with it, else the first of
// the sentence before. Whoever else is named there, as an object or behind a preposition or a noun, is
// more often told of than telling: then nobody is known to say it.
func (t *teller) named(c *candidate, lo int) (source, bool) {
	if s, ok := t.joinedSubject(c, lo); ok {
		return s, true
	}
	if s, ok := t.firstSubject(lo, c.first, c.cue.Form); ok {
		return s, true
	}
	if n := int(t.d.sentOf[c.first]); n > 0 && !t.d.byline(n-1) {
		prev := t.d.sents[n-1]
		s, ok := t.firstSubject(prev.First, prev.End, c.cue.Form)
		unlikely := c.cue.Form.Gender == lexicon.Feminine && s.kind == isnad.Person && s.gender == lexicon.AnyGender
		return s, ok && !unlikely
	}
	return source{}, false
}

// maxJoined bounds the words between a verb with its subject and the verb that is joined to it.
const maxJoined = 14

// joinedSubject is the subject of the verb that the cue is joined to: «وكانت فرنسا قد انسحبت، وحاولت الحكومة
// إخفاء الأمر وزعمت أن». A verb that is itself joined behind a comma has taken the place of the first.
func (t *teller) joinedSubject(c *candidate, lo int) (source, bool) {
	d := t.d
	if c.cut == 0 || c.first-1 <= lo || d.toks[c.first-1].Kind == punctKind {
		return source{}, false
	}
	for i := c.first - 2; i > lo && i > c.first-maxJoined; i-- {
		if d.toks[i].Kind == punctKind && !t.r.isComma(d, i) || d.fn[i]&lexicon.ThatWord != 0 {
			return source{}, false
		}
		if !t.r.isComma(d, i-1) || !strings.HasPrefix(d.toks[i].Norm, "و") || !t.r.isVerb(d, i) && !strings.HasSuffix(d.toks[i].Norm, "ت") {
			continue
		}
		s, ok := t.sourceFrom(i+1, c.first)
		return s, ok && s.kind != isnad.Document && agrees(c.cue.Form, &s)
	}
	return source{}, false
}

// firstSubject is the first source of the tokens [lo, hi) that agrees with a verb's form and stands
// where a subject does: «اجتمع الوزير بالسفير، وأكد أن».
func (t *teller) firstSubject(lo, hi int, f lexicon.Form) (source, bool) {
	lo = t.pastPlaceline(lo, hi)
	for i := max(lo, hi-maxLookBack); i < hi; i++ {
		s, ok := t.sourceFrom(i, hi)
		if !ok {
			continue
		}
		if t.datelined(&s, lo, hi) || i > lo && t.d.trait(i, pronounBehind) && t.r.kin(s.head) {
			continue // «توفي والده قبل عام، وقال إن»
		}
		if who, ok := t.whoseWords(&s, i, lo); ok && agrees(f, &who) {
			return who, true
		}
		if agrees(f, &s) && t.subjectPlace(i, lo, s.cut) && (s.kind != isnad.Document || t.heads(i, lo)) && (s.kind != isnad.Unnamed || s.number == lexicon.Plural || s.role || t.nameless(&s, f, lo)) {
			return s, true
		}
		i = max(i, s.npEnd-1)
	}
	return source{}, false
}

// whoseWords is the person whose words stand where a subject does: «أثارت تصريحات وزير العدل فلان جدلا، بعدما قال إن».
func (t *teller) whoseWords(s *source, i, lo int) (source, bool) {
	if s.kind != isnad.Document || t.d.fn[i]&lexicon.SpeechNoun == 0 || i+1 >= s.npEnd || !t.subjectPlace(i, lo, s.cut) {
		return source{}, false
	}
	who, ok := t.r.phraseAtOnce(t.d, i+1, s.npEnd, false)
	return who, ok && who.kind == isnad.Person && !who.role && who.npFirst == i+1 && who.rule != "source.name" && (who.titleTokens[1] > 0 || t.d.personBegins(who.first))
}

// pastPlaceline steps over where a report comes from, and from whom, at the head of a paragraph, before its first verb:
// «القاهرة - رويترز: وصل الوزير», «بغداد/ المدى».
func (t *teller) pastPlaceline(lo, hi int) int {
	d := t.d
	if lo >= hi || lo > 0 && d.toks[lo-1].Line == d.toks[lo].Line || d.toks[lo].Line == 0 {
		return lo
	}
	m, place := exact(&t.r.polities.Names, d, lo, inPolities)
	if !place || lo+m.Words >= hi || !dateline(d.toks[lo+m.Words].Norm) {
		return lo
	}
	end := lo
	for i := lo + m.Words; i < min(hi, lo+maxDateline) && !t.r.isVerb(d, i); i++ {
		if w := d.toks[i].Norm; w == ")" || w != "،" && w != "(" && dateline(w) {
			end = i + 1
		}
	}
	return end
}

// datelined: a country alone between signs, behind a place, is where the report comes from: «الرمادي، العراق، 26 نوفمبر».
func (t *teller) datelined(s *source, lo, hi int) bool {
	return s.polity != nil && s.npFirst > lo && s.npFirst < lo+maxDateline && s.npEnd < hi && t.r.isComma(t.d, s.npFirst-1) && t.d.toks[s.npEnd].Kind == punctKind
}

// maxNear bounds how many sentences back the only person is sought who may say what is quoted.
const maxNear = 3

// onlyPerson is the chain of a quotation whose speaker is left out and nobody stands where a subject does: the only person
// whom the sentences right before it name («كان نجل السيدة كارتر مريضا. وصرحت قائلة: "…"»), or nobody.
func (t *teller) onlyPerson(c *candidate) []isnad.Link {
	s, d := &t.discourse, t.d
	f := c.cue.Form
	if f.Person != 3 || f.Number != lexicon.Singular || f.Shape == lexicon.Masdar {
		return []isnad.Link{}
	}
	from := d.sents[max(0, int(d.sentOf[c.first])-maxNear)].First
	found := -1
	for i := s.before(c.first) - 1; i >= 0 && s.persons[i].first >= from; i-- {
		if d.byline(int(d.sentOf[s.persons[i].first])) {
			continue
		}
		if found >= 0 && !sameName(s.persons[i].name, s.persons[found].name) {
			return []isnad.Link{}
		}
		found = i
	}
	if found < 0 {
		return []isnad.Link{}
	}
	p := &s.persons[found]
	l := isnad.Link{Kind: isnad.Person, Name: p.name, Mention: d.span(p.first, p.end), Implicit: true, Rule: "source.only"}
	if full, ok := s.fullName(p.name); ok {
		l.Name = full.name
	}
	return []isnad.Link{l}
}

// heads: a noun phrase at i heads the sentence, auxiliaries apart: «وكانت حصيلة سابقة».
func (t *teller) heads(i, lo int) bool {
	return i == lo || i == lo+1 && (t.d.fn[lo]&lexicon.Auxiliary != 0 || t.d.mayHave(lo, inCues) && t.verbAt(lo))
}

// subjectPlace: a noun phrase at i, of whose first word so many letters are no part, stands where a
// subject does: first, behind a sign or a verb, or behind a word that opens the clause and is no
// preposition.
func (t *teller) subjectPlace(i, lo, cut int) bool {
	d := t.d
	if i == lo || d.toks[i-1].Kind == punctKind {
		return true
	}
	if behindLetter(d.toks[i].Norm, cut) {
		return false
	}
	w := d.toks[i-1].Norm
	switch bare := strings.TrimPrefix(w, "و"); {
	case t.r.functions.Word(bare)&lexicon.Preposition != 0:
		return false
	case i-1 == lo, d.fn[i-1]&(lexicon.ClauseStart|lexicon.Auxiliary|lexicon.ThatWord) != 0:
		return true
	case strings.HasSuffix(w, "ت") && !strings.HasPrefix(w, "ال"):
		return true
	}
	return t.verbAt(i-1) || t.opensWithVerb(i-1, lo)
}

// verbAt: the word at i is a finite verb of a list or stands behind a negation, and is no verbal noun
// that is spelt alike behind a preposition: «بعد رفع».
func (t *teller) verbAt(i int) bool {
	if i > 0 && t.d.fn[i-1]&lexicon.Preposition != 0 {
		return false
	}
	if t.r.verbs[strings.TrimPrefix(t.d.toks[i].Norm, "و")] || i > 0 && t.d.joins(i-1, lexicon.Negator) {
		return true // «لم ينف»
	}
	for _, f := range t.r.cuesAt(t.d, i) {
		if f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect {
			return true
		}
	}
	return false
}

// behindLetter: the letters cut off the word are more than a conjunction: «للوزير», «وبالوزير».
func behindLetter(w string, cut int) bool {
	return cut > 1 || cut == 1 && !strings.HasPrefix(w, "و") && !strings.HasPrefix(w, "ف")
}

// opensWithVerb: the word at i opens a clause behind a sign or a connective, and looks like no noun:
// «من جانبه، رفع أمين المدينة».
func (t *teller) opensWithVerb(i, lo int) bool {
	d := t.d
	w, joined := strings.CutPrefix(d.toks[i].Norm, "و")
	if joined && arabic.Segment(d.toks[i].Text).Count == 0 {
		w, joined = d.toks[i].Norm, false // «وسائل»
	}
	if !joined && i > lo && d.toks[i-1].Kind != punctKind && d.fn[i-1]&(lexicon.ClauseStart|lexicon.Auxiliary|lexicon.ThatWord) == 0 {
		return false
	}
	known := (d.fn[i] | t.r.functions.Word(w)) &^ lexicon.VerbalNoun // «رفع» is spelt like its noun
	if strings.HasPrefix(w, "ال") || known != 0 || verbalShape(w) || strings.HasSuffix(d.toks[i].Text, "ة") || d.nameCovers(i) {
		return false
	}
	_, noun := at(&t.r.nouns.Forms, d, i, inNouns)
	_, title := at(&t.r.titles.Forms, d, i, inTitles)
	return !noun && !title
}
