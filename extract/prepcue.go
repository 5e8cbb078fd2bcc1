package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// completePrep reads the source behind a cue that is a preposition or a phrase (بحسب، نقلا
// عن، على حد قول); the content is the sentence that it stands in.
func (r *Reader) completePrep(d *doc, c *candidate, hi int) bool {
	c.prep, c.mark, c.body = true, c.end, c.end
	i := c.end
	if c.cue.Class == lexicon.PhraseCue && (c.cue.Act == isnad.Assess || strings.HasPrefix(d.toks[c.end-1].Norm, "ل")) && !r.thinksAside(d, c) {
		return false
	}
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
	read := r.sourceAt
	if clitic {
		read = r.phraseAtOnce
	}
	s, ok := read(d, i, min(hi, i+maxSourceWords), clitic)
	if !ok || s.rule == "source.name" {
		if people, is := r.peopleWho(d, i, min(hi, i+maxSourceWords), clitic); is {
			s, ok = people, true
		} else if name, is := r.knownBehind(d, i, min(hi, i+maxSourceWords)); is && clitic {
			s, ok = name, true
		}
	}
	if who, is := r.whoseWords(d, i, hi); is {
		s, ok = who, true
	}
	if !ok || s.npFirst > i {
		return c.cue.Class == lexicon.PhraseCue
	}
	if s.kind == isnad.Document && (d.serves(s.npFirst, lexicon.Norm) || d.is(c.end-1, "ذمه")) { // «أوقفوا على ذمة التحقيق»
		return false
	}
	if s.rule == "source.name" && !(s.kind == isnad.Person && d.isName(s.first)) {
		return c.cue.Class == lexicon.PhraseCue
	}
	c.subject, c.hasSubj = s, true
	c.mark = r.pastDescription(d, &s, hi)
	c.body = c.mark
	return true
}

// knownBehind is a person behind ل whom the article names elsewhere, or whose first word is a listed name: «وفقا لكروغمان».
func (r *Reader) knownBehind(d *doc, i, hi int) (source, bool) {
	name := cutLetters(d.toks[i].Norm, 1)
	if !d.known[name] && r.given[name]&(lexicon.GivenName|lexicon.FamilyName) == 0 {
		return source{}, false
	}
	end := i + 1
	for end < hi && d.toks[end].Kind == wordKind && (d.isName(end) || d.known[d.toks[end].Norm]) {
		end++
	}
	return source{kind: isnad.Person, first: i, end: end, cut: 1, npFirst: i, npEnd: end, number: lexicon.Singular, named: true, rule: "source.person"}, true
}

// thinksAside: «وبرأيه، …»، «ووفقا له، …»، «الحل، في نظره، بعيد»: what says whose view it is opens its sentence or stands
// behind a comma; elsewhere a verb takes it («أخذ الطبيب برأيه»).
func (r *Reader) thinksAside(d *doc, c *candidate) bool {
	return c.first == d.sents[d.sentOf[c.first]].First || d.toks[c.first-1].Kind == punctKind || d.fn[c.first-1]&(lexicon.ThatWord|lexicon.ClauseStart) != 0
}

// peopleWho are people told of by a definite participle in the plural that no list has: «وفقا للعاملين في المنجم».
// Broken plurals that end alike («المضامين») have an ا for their third letter, and duals of things end in تين.
func (r *Reader) peopleWho(d *doc, i, hi int, clitic bool) (source, bool) {
	host, definite := strings.CutPrefix(d.toks[i].Norm, "ال")
	cut := 0
	if clitic {
		host, definite = strings.CutPrefix(d.toks[i].Norm, "لل")
		cut = 1
	}
	l := []rune(host)
	if !definite || len(l) < 6 || !strings.HasSuffix(host, "ين") || strings.HasSuffix(host, "تين") || l[0] != 'م' && l[1] != 'ا' || len(l) == 6 && l[2] == 'ا' || d.nameCovers(i) {
		return source{}, false
	}
	end := r.phraseEnd(d, i+1, hi, isnad.Group)
	return source{kind: isnad.Group, first: i, end: end, cut: cut, npFirst: i, npEnd: end, gender: lexicon.Masculine, number: lexicon.Plural, named: true, rule: "source.people"}, true
}

// pastDescription steps over what describes an unnamed source or a document: «مصدر لم يذكر اسمه، …»,
// «وثائق اطلعت عليها رويترز، …».
func (r *Reader) pastDescription(d *doc, s *source, hi int) int {
	i := s.npEnd
	if s.kind == isnad.Person && !s.role && i < hi {
		return r.pastOffice(d, s, hi)
	}
	if i < hi && d.fn[i]&lexicon.Relative != 0 {
		return r.pastClause(d, i, hi)
	}
	if i+2 < hi && r.isComma(d, i) && s.kind == isnad.Document && r.obtained(d, i+1, hi) {
		i++ // «بحسب تقرير، اطلعت عليه رويترز، …»
	}
	if i >= hi || !r.describesSource(d, s, i) {
		return s.npEnd
	}
	end := min(hi, i+maxClause)
	if comma := r.firstComma(d, i, end); comma < end {
		return comma
	}
	for k := i; k < end; k++ {
		if d.serves(k, lexicon.HostOpener) {
			return k // «بحسب مسؤول تحدث لرويترز فإن»
		}
	}
	return s.npEnd
}

// obtained: the verb at i tells who has got the document before it: «اطلعت عليه رويترز», «حصلت رويترز على نسخة منه».
func (r *Reader) obtained(d *doc, i, hi int) bool {
	if !d.serves(i, lexicon.Obtained) {
		return false
	}
	for k := i + 1; k < min(hi, i+maxCopy) && !r.isComma(d, k); k++ {
		if d.servesAny(k, lexicon.Upon, lexicon.Copy) {
			return true
		}
	}
	return false
}

// maxClause bounds the words of a relative clause about a source that a preposition names.
const maxClause = 16

// pastClause steps over the relative clause at i that tells more of a source before the host: «وبحسب
// المعلومات التي حصلت عليها رويترز، فإن»; i where neither a sign nor the opening of the host ends it.
func (r *Reader) pastClause(d *doc, i, hi int) int {
	for k := i + 1; k < min(hi, i+maxClause); k++ {
		if r.isComma(d, k) || d.serves(k, lexicon.HostOpener) {
			return k
		}
	}
	return i
}

// describesSource: the word at i, behind an unnamed source or a document, begins a clause about it.
func (r *Reader) describesSource(d *doc, s *source, i int) bool {
	switch s.kind {
	case isnad.Unnamed, isnad.Group:
		masculine := s.gender == lexicon.Feminine && strings.HasPrefix(d.toks[i].Norm, "ي")
		return d.is(i, "لم") || r.isVerb(d, i) && !masculine // «وحسب مصادر نوفا يغطي المجمع»
	case isnad.Document:
		return d.serves(i, lexicon.Obtained) || d.fn[i]&lexicon.Carrying != 0 || (r.isVerb(d, i) || d.is(i, "صدر") || d.is(i, "صدرت")) && !strings.HasPrefix(cutLetters(d.toks[s.npFirst].Norm, s.cut), "ال") && r.firstComma(d, i, min(len(d.toks), i+10)) < min(len(d.toks), i+10)
	}
	return false
}

// maxOffice bounds the words on what somebody is behind his name.
const maxOffice = 14

// pastOffice steps over what a person is, behind his name, if a comma or the opening of the host ends
// it: «بحسب سالم حداد أستاذ الجغرافيا في الجامعة، فإن»; the end of the phrase where nothing does.
func (r *Reader) pastOffice(d *doc, s *source, hi int) int {
	i := s.npEnd
	title := r.titleAt(d, i)
	_, noun := exact(&r.nouns.Forms, d, i, inNouns)
	if !title && !noun && !d.is(i, "من") && !(d.fn[i]&lexicon.Preposition != 0 && i > s.end) {
		return i
	}
	for k := i + 1; k < min(hi, i+maxOffice); k++ {
		switch {
		case r.isComma(d, k), d.serves(k, lexicon.HostOpener):
			return k
		case r.isVerb(d, k), d.fn[k]&(lexicon.ThatWord|lexicon.Auxiliary) != 0:
			return i
		}
	}
	return i
}

// whoseWords: behind «وفق تصريحات» the source is whoever made them, not the words: «تصريحات الوزير»,
// «التصريحات التي أدلى بها الوزير».
func (r *Reader) whoseWords(d *doc, i, hi int) (source, bool) {
	if i+1 >= hi || d.fn[i]&lexicon.Spoken == 0 && r.functions.Word(strings.TrimPrefix(d.toks[i].Norm, "ال"))&lexicon.Spoken == 0 {
		return source{}, false
	}
	from := i + 1
	if d.fn[from]&lexicon.Relative != 0 {
		from++
	}
	if from+2 < hi && (d.is(from, "ادلي") || d.is(from, "ادلت") || d.is(from, "ادلوا")) && (d.is(from+1, "بها") || d.is(from+1, "به")) {
		from += 2
	} else if from = i + 1; strings.HasPrefix(d.toks[i].Norm, "ال") {
		return source{}, false // «بحسب الرواية الرسمية»
	}
	s, ok := r.sourceAt(d, from, min(hi, from+maxSourceWords), false)
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
		if f.Class != lexicon.VerbCue || f.cut > 0 || f.Form.Shape != lexicon.Perfect && f.Form.Shape != lexicon.Imperfect {
			continue
		}
		form := c.cue
		c.cue = f.CueForm
		c.cue.Form.Suffixed = form.Form.Suffixed
		c.end++
		c.mark, c.body = c.end, c.end
		if s, ok := r.sourceAt(d, c.end, min(hi, c.end+maxSourceWords), false); ok && s.rule != "source.name" {
			c.subject, c.hasSubj = s, true
			c.mark = r.pastTold(d, c, min(hi, s.npEnd+maxSourceWords))
			c.body = c.mark
		}
		return c.hasSubj || c.end < hi && d.toks[c.end].Kind == punctKind
	}
	return false
}

// pastTold steps over whom the source spoke to or has it from: «حسبما قال فلان لرويترز»، «بحسب
// ما نقلت الأناضول عن مصدر».
func (r *Reader) pastTold(d *doc, c *candidate, hi int) int {
	i := c.subject.npEnd
	if c.relays() && i+1 < hi && d.is(i, "عن") {
		if s, ok := r.sourceAt(d, i+1, hi, false); ok && s.npFirst == i+1 && s.rule != "source.name" {
			c.relayedOf, c.relayed = s, true
			return s.npEnd
		}
		return i
	}
	if s, ok := r.mediumAt(d, min(i, len(d.toks)-1), hi); i < hi && ok && r.toWhom(d, i, lexicon.ToWhom) {
		return s.npEnd
	}
	return i
}

// saidBefore: «…، كما ذكر التلفزيون الرسمي.»: the clause before is what the verb behind
// كما tells.
func (r *Reader) saidBefore(d *doc, i, lo, hi int) (candidate, bool) {
	if !d.serves(i, lexicon.As) || i+2 >= hi || i == lo {
		return candidate{}, false
	}
	for _, f := range r.cuesAt(d, i+1) {
		if f.cut > 0 || f.Class != lexicon.VerbCue || f.Is(lexicon.OnlyPassive) || f.Form.Shape != lexicon.Perfect && f.Form.Shape != lexicon.Imperfect || !f.Takes(lexicon.NoPrep, lexicon.That) || f.Act == isnad.Demand {
			continue // «كما دعا الوزير»: he does so besides
		}
		s, ok := r.sourceAt(d, i+2, hi, false)
		if !ok {
			continue
		}
		tail := r.tailEnd(d, s.npEnd, hi)
		if tail < hi && d.toks[tail].Kind != punctKind || tail+1 < hi && d.fn[tail+1]&lexicon.ThatWord != 0 {
			continue // «كما بين التقرير حينها، أن»
		}
		return candidate{cue: f.CueForm, first: i + 1, end: i + 2, subject: s, hasSubj: true, prep: true, mark: s.npEnd, body: s.npEnd, clause: i, quote: d.quoteOf[i]}, true
	}
	return candidate{}, false
}

// maxTail bounds the words that belong to the speaker of «كما تقول عضوة المجلس عن ولايتها».
const maxTail = 6

// tailEnd is the token behind the phrase with a preposition at i that ends its clause, and the words on when
// before it («كما أعلنت الشرطة السبت.»); i where none does.
func (r *Reader) tailEnd(d *doc, i, hi int) int {
	for i < hi && d.fn[i]&lexicon.Adverb != 0 {
		i++
	}
	if i >= hi || d.fn[i]&lexicon.Preposition == 0 {
		return i
	}
	for k := i + 1; k <= hi && k <= i+maxTail; k++ {
		if k == hi || d.toks[k].Kind == punctKind {
			return k
		}
		if d.fn[k]&(lexicon.ThatWord|lexicon.Relative|lexicon.ClauseStart) != 0 || r.isVerb(d, k) {
			return i
		}
	}
	return i
}
