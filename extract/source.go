package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// source is a noun phrase that can be a link of a chain.
type source struct {
	kind        isnad.Kind
	first, end  int // tokens of the words that name it
	cut         int // letters of the first token that are clitics before it
	nameFirst   int // tokens of the name alone, where it is set apart: «نوفا»
	nameEnd     int
	npFirst     int // tokens of the whole noun phrase, titles included
	npEnd       int
	gender      lexicon.Gender
	number      lexicon.Number
	named       bool // names somebody or something, does not only point at it
	role        bool // a definite role that points at somebody named elsewhere
	head        string
	rule        string
	outlet      *lexicon.Outlet
	polity      *lexicon.Polity
	titleTokens [2]int
}

// maxSourceWords bounds how far a noun phrase is followed.
const maxSourceWords = 24

// sourceAt parses the noun phrase that begins at token lo, before hi. A clitic may stand
// before its first word where clitic is true (لوكالة، بمصادر).
func (r *Reader) sourceAt(d *doc, lo, hi int, clitic bool) (source, bool) {
	lo = r.skipAdverbs(d, lo, hi)
	if lo >= hi || d.is(lo, "الله") {
		return source{}, false
	}
	if s, ok := r.quotedName(d, lo, hi); ok {
		return s, true
	}
	if d.toks[lo].Kind == numberKind {
		return r.quantified(d, lo, hi, clitic)
	}
	if d.toks[lo].Kind != wordKind && d.toks[lo].Kind != latinKind {
		return source{}, false
	}
	if s, ok := r.listedSource(d, lo, hi, clitic); ok {
		return s, true
	}
	if s, ok := r.compatriot(d, lo, hi); ok {
		return s, true
	}
	return r.nameSource(d, lo, hi, clitic)
}

// compatriot: «الأرجنتيني مارسيلو بييلسا»: a name behind whence its bearer comes.
func (r *Reader) compatriot(d *doc, lo, hi int) (source, bool) {
	if m, ok := exact(&r.polities.Adjectives, d, lo, inAdjectives); !ok || m.Words > 1 || !strings.HasPrefix(d.toks[lo].Norm, "ال") {
		return source{}, false
	}
	if lo+1 >= hi || !d.personBegins(lo+1) && !r.given.Is(d.toks[lo+1].Norm) && !r.startsName(d, lo, lo+1, hi) {
		return source{}, false
	}
	s, ok := r.nameSource(d, lo+1, hi, false)
	s.npFirst = lo
	s.titleTokens = [2]int{lo, lo + 1}
	return s, ok
}

// skipAdverbs passes what may stand between a verb and its subject: commas, days,
// parentheses.
func (r *Reader) skipAdverbs(d *doc, i, hi int) int {
	for i < hi {
		t := &d.toks[i]
		switch {
		case t.Norm == "(":
			i = d.afterParenthesis(i, hi)
		case t.Kind == punctKind && !t.IsQuoteMark():
			i++
		case r.pastMedium(d, i, hi) > i:
			i = r.pastMedium(d, i, hi)
		case d.is(i, "اول") && i+2 < hi && d.is(i+1, "من") && d.is(i+2, "امس"):
			i += 3
		case d.fn[i]&lexicon.Adverb != 0 && !(i+1 < hi && d.toks[i+1].Norm == ":"):
			i++
		default:
			return i
		}
	}
	return i
}

// pastMedium steps over «لـ«الشرق الأوسط»»، «لوكالة نوفا» and «في تصريح صحفي» between a verb and its
// subject; i where none begins there.
func (r *Reader) pastMedium(d *doc, i, hi int) int {
	w := d.toks[i].Norm
	if w == "ل" && i+1 < hi && d.toks[i+1].IsQuoteMark() {
		if s, ok := r.quotedName(d, i+1, hi); ok {
			return s.npEnd
		}
		return i
	}
	if strings.HasPrefix(w, "ل") {
		if s, ok := r.mediumAt(d, i, hi); ok && s.cut > 0 {
			return s.npEnd
		}
		return i
	}
	if next := r.pastSetting(d, i, hi); next > i {
		return next
	}
	if w != "في" || !r.speechPhrase(d, i) {
		return i
	}
	for j := i + 2; j < hi && j < i+14; j++ {
		if d.toks[j].Norm == "،" || d.toks[j].Norm == "," {
			return j + 1
		}
		if r.verbalNoun(d.toks[j].Norm) {
			return j
		}
		if next := r.pastMedium(d, j, hi); next > j {
			return next
		}
	}
	return i
}

// pastSetting steps over «في هذا الصدد»، «في السياق ذاته»، «في وقت سابق».
func (r *Reader) pastSetting(d *doc, i, hi int) int {
	if d.toks[i].Norm != "في" {
		return i
	}
	for j := i + 1; j < hi && j <= i+2; j++ {
		if d.fn[j]&lexicon.Setting == 0 {
			continue
		}
		j++
		if j < hi && (d.fn[j]&lexicon.Same != 0 || d.is(j, "سابق") || d.is(j, "لاحق") || d.is(j, "متصل") || d.is(j, "اخر")) {
			j++
		}
		return j
	}
	return i
}

// firstComma is the first comma of the tokens [i, end), or end.
func (r *Reader) firstComma(d *doc, i, end int) int {
	for ; i < end; i++ {
		if r.isComma(d, i) {
			return i
		}
	}
	return end
}

func (r *Reader) isComma(d *doc, i int) bool {
	return i >= 0 && i < len(d.toks) && (d.toks[i].Norm == "،" || d.toks[i].Norm == ",")
}

// afterParenthesis is the token behind the closing one, or the next if it does not close
// within a few words.
func (d *doc) afterParenthesis(i, hi int) int {
	for j := i + 1; j < hi && j < i+12; j++ {
		if d.toks[j].Norm == ")" {
			return j + 1
		}
	}
	return i + 1
}

// quotedName is a name in quotation marks that stands alone: «داعش»، "رويترز".
func (r *Reader) quotedName(d *doc, lo, hi int) (source, bool) {
	if !d.toks[lo].IsQuoteMark() {
		return source{}, false
	}
	q := d.quoteOf[lo]
	if q < 0 || d.quotes[q].Open != lo || !d.quotes[q].Closed || d.quotes[q].Close > lo+6 || d.quotes[q].Close >= hi || lo+1 >= d.quotes[q].Close {
		return source{}, false
	}
	end := d.quotes[q].Close
	kind := isnad.Organization
	if w := d.toks[lo+1].Norm; end == lo+2 && (d.known[w] || r.given.Is(w)) {
		kind = isnad.Person
	}
	s := source{kind: kind, first: lo + 1, end: end, npFirst: lo, npEnd: end + 1, named: true, rule: "source.quoted"}
	if m, ok := exact(&r.media.Names, d, lo+1, inMedia); ok && lo+1+m.Words == end {
		s.kind, s.outlet, s.rule = isnad.Media, m.Value, m.Value.Rule()
	}
	return s, true
}

// listedSource is a phrase headed by an outlet, a title, a source noun, a country.
func (r *Reader) listedSource(d *doc, lo, hi int, clitic bool) (source, bool) {
	if m, ok := find(&r.media.Names, d, lo, hi, clitic, inMedia); ok && m.Value.Standalone {
		end := lo + m.Words
		return source{kind: isnad.Media, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, named: true,
			gender: lexicon.AnyGender, number: lexicon.Singular, rule: m.Value.Rule(), outlet: m.Value, head: m.Value.Name}, true
	}
	if s, ok := r.honored(d, lo); ok {
		return s, true
	}
	if s, ok := r.quantified(d, lo, hi, clitic); ok {
		return s, true
	}
	noun, isNoun := find(&r.nouns.Forms, d, lo, hi, clitic, inNouns)
	title, isTitle := find(&r.titles.Forms, d, lo, hi, clitic, inTitles)
	polity, isPolity := find(&r.polities.Names, d, lo, hi, clitic, inPolities)
	switch {
	case isPolity && (!isNoun || polity.Words >= noun.Words) && (!isTitle || polity.Words >= title.Words):
		end := lo + polity.Words
		end = r.adjectives(d, end, hi)
		kind := isnad.State
		if polity.Value.Kind == "union" {
			kind = isnad.Organization
		}
		return source{kind: kind, first: lo, end: end, cut: polity.Cut, npFirst: lo, npEnd: end, named: true,
			gender: r.polityGender(d, end-1), number: lexicon.Singular, rule: polity.Value.Rule(), polity: polity.Value, head: polity.Value.Name}, true
	case isTitle && (!isNoun || title.Words > noun.Words || noun.Value.Kind == isnad.Person || noun.Value.Kind == isnad.State && title.Words == noun.Words):
		return r.titleSource(d, lo, hi, title), true
	case isNoun && isTitle && title.Words == noun.Words && noun.Value.Kind == isnad.Organization:
		if s := r.titleSource(d, lo, hi, title); s.first > lo {
			return s, true // «اللواء فضل حسن» is no brigade
		}
		return r.nounSource(d, lo, hi, noun), true
	case isNoun:
		return r.nounSource(d, lo, hi, noun), true
	}
	return r.possessed(d, lo, hi)
}

// polityGender: a place whose name ends like a feminine is one («فرنسا»، «السعودية»); others
// may be either («قال العراق»، «قالت مصر»).
func (r *Reader) polityGender(d *doc, last int) lexicon.Gender {
	w := d.toks[last].Norm
	if strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ا") {
		return lexicon.Feminine
	}
	return lexicon.AnyGender
}

// possessed: a source noun with a pronoun: «مصادرها»، «عائلته».
func (r *Reader) possessed(d *doc, lo, hi int) (source, bool) {
	text := d.toks[lo].Text
	s := arabic.Segment(text)
	if s.Count > 0 || !s.HasPronoun(text) {
		return source{}, false
	}
	host := arabic.Fold(text[:s.HostEnd])
	noun, ok := r.nouns.Forms.Word(host)
	if !ok && strings.HasSuffix(host, "ت") {
		noun, ok = r.nouns.Forms.Word(strings.TrimSuffix(host, "ت") + "ه")
	}
	if !ok || noun.Kind == isnad.Document || noun.Kind == isnad.Media {
		return source{}, false
	}
	end := r.phraseEnd(d, lo+1, hi, noun.Kind)
	return source{kind: noun.Kind, first: lo, end: end, npFirst: lo, npEnd: end, gender: noun.Gender, number: noun.Number, head: noun.Lemma, rule: noun.Rule(), named: true}, true
}

// honoredHead is the head of «معاليه»، «سموه»: whoever spoke last.
const honoredHead = "#"

// honored: «معاليه»، «سموه»: a pronoun for a person of rank.
func (r *Reader) honored(d *doc, lo int) (source, bool) {
	if d.fn[lo]&lexicon.Honored == 0 {
		return source{}, false
	}
	return source{kind: isnad.Person, first: lo, end: lo + 1, npFirst: lo, npEnd: lo + 1, role: true, number: lexicon.Singular, head: honoredHead, rule: "source.honored"}, true
}

// quantified: «عدد من السفراء»، «أحد المسؤولين»: a part of what follows, without names.
func (r *Reader) quantified(d *doc, lo, hi int, clitic bool) (source, bool) {
	w := d.toks[lo].Norm
	each := w == "كل" && d.is(lo+1, "من")
	if d.fn[lo]&lexicon.Quantifier == 0 && d.toks[lo].Kind != numberKind && !each {
		return source{}, false
	}
	next := r.pastShare(d, lo+1, hi)
	if next < hi && d.is(next, "من") {
		next++
	}
	if next >= hi || d.toks[next].Kind != wordKind {
		return source{}, false
	}
	s, ok := r.listedSource(d, next, hi, false)
	if !ok {
		if d.fn[next] != 0 || r.isVerb(d, next) || next == lo+1 && !strings.HasPrefix(d.toks[next].Norm, "ال") {
			return source{}, false
		}
		end := r.phraseEnd(d, next+1, hi, isnad.Group)
		s = source{kind: isnad.Group, npEnd: end, number: lexicon.Plural, named: true, rule: "source.part"}
	}
	if each {
		s.npFirst, s.number = lo, lexicon.AnyNumber
		return s, true
	}
	s.first, s.npFirst, s.cut, s.role = lo, lo, 0, false
	s.end = s.npEnd
	switch {
	case w == "احد" || w == "احدي":
		s.number = lexicon.Singular
		if s.kind == isnad.Person || s.kind == isnad.Group {
			s.kind = isnad.Unnamed
		}
	case s.kind == isnad.Person:
		s.kind, s.number = isnad.Group, lexicon.Plural
	}
	s.gender = lexicon.AnyGender
	if s.number == lexicon.Plural {
		s.number = lexicon.AnyNumber
	}
	return s, true
}

// pastShare steps over what stands between a number and what it is a part of: «52٪ فقط من
// المشاركين».
func (r *Reader) pastShare(d *doc, i, hi int) int {
	for i < hi && (d.is(i, "%") || d.is(i, "٪") || d.is(i, "فقط")) {
		i++
	}
	if i+1 < hi && d.is(i, "في") && (d.is(i+1, "الميه") || d.is(i+1, "المايه")) {
		i += 2
	}
	return i
}

func find[T any](p *lexicon.Phrases[T], d *doc, lo, hi int, clitic bool, list listed) (lexicon.Match[T], bool) {
	m, ok := exact(p, d, lo, list)
	if !ok && clitic {
		m, ok = at(p, d, lo, list)
	}
	return m, ok && lo+m.Words <= hi
}

// adjectives passes definite adjectives behind a name: الولايات المتحدة الأمريكية.
func (r *Reader) adjectives(d *doc, i, hi int) int {
	for i < hi {
		m, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
		if !ok {
			return i
		}
		i += m.Words
	}
	return i
}

// nounSource reads the phrase behind a source noun, and what it turns out to be.
func (r *Reader) nounSource(d *doc, lo, hi int, m lexicon.Match[*lexicon.SourceNoun]) source {
	noun := m.Value
	definite := strings.HasPrefix(cutLetters(d.toks[lo].Norm, m.Cut), "ال")
	end := lo + m.Words
	if outlet, ok := r.outletBehind(d, end, hi); ok && noun.Kind == isnad.Media {
		end = r.adjectives(d, outlet, hi)
		if end < hi && d.fn[end]&lexicon.OfNews != 0 {
			end = r.adjectives(d, end+1, hi) // «وكالة بلومبرغ للأنباء الاقتصادية»
		}
	} else if !definite || !r.otherSource(d, end, hi) {
		end = r.phraseEnd(d, end, hi, noun.Kind)
	}
	s := source{kind: noun.Kind, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, gender: noun.Gender, number: noun.Number,
		head: noun.Lemma, rule: noun.Rule(), named: true}
	if noun.Number == lexicon.Dual && strings.HasSuffix(d.toks[lo].Norm, "ا") && !(lo+1 < hi && strings.HasPrefix(d.toks[lo+1].Norm, "ال")) {
		s.number = lexicon.Singular // «مسؤولا» is two only before a genitive
	}
	s.role = noun.Naming != lexicon.NamesItself && definite && r.onlyPoints(d, lo+m.Words, end, noun)
	if noun.Kind == isnad.Media {
		r.nameMedium(d, &s, lo+m.Words)
	}
	if noun.Kind == isnad.Person || noun.Naming == lexicon.NeedsName {
		if first, last, ok := r.personName(d, lo+m.Words, end); ok && noun.Number != lexicon.Plural && noun.Lemma != "مصدر" {
			s.kind, s.first, s.end, s.cut = isnad.Person, first, last, 0
			s.titleTokens = [2]int{lo, first}
		} else if noun.Kind == isnad.Person && !definite {
			s.kind = isnad.Unnamed
			if noun.Number == lexicon.Plural {
				s.kind = isnad.Group
			}
		}
	}
	return s
}

// outletBehind: an outlet's name, in quotation marks or not, behind its head noun («صحيفة
// المصري اليوم»); the token behind it.
func (r *Reader) outletBehind(d *doc, i, hi int) (int, bool) {
	if i >= hi {
		return i, false
	}
	if d.toks[i].IsQuoteMark() {
		s, ok := r.quotedName(d, i, hi)
		return s.npEnd, ok
	}
	m, ok := exact(&r.media.Names, d, i, inMedia)
	return i + m.Words, ok && i+m.Words <= hi
}

// otherSource: behind a definite noun another definite one begins, so that it is the
// object and no part of the subject («دعا البيان الحكومة»).
func (r *Reader) otherSource(d *doc, i, hi int) bool {
	if i >= hi || !strings.HasPrefix(d.toks[i].Norm, "ال") {
		return false
	}
	m, ok := exact(&r.nouns.Forms, d, i, inNouns)
	return ok && m.Value.Kind != isnad.Unnamed && m.Value.Kind != isnad.Person
}

// onlyPoints: behind a definite noun stands nothing, «نفسه», or, for one person, adjectives
// alone («المسؤول الهندي»): it points at somebody told of before.
func (r *Reader) onlyPoints(d *doc, i, end int, noun *lexicon.SourceNoun) bool {
	for ; i < end; i++ {
		w := d.toks[i].Norm
		if d.fn[i]&lexicon.Same != 0 {
			continue
		}
		if d.fn[i]&lexicon.Preposition != 0 {
			return true
		}
		single := noun.Number == lexicon.Singular && (noun.Kind == isnad.Person || noun.Kind == isnad.Unnamed)
		if !single || !strings.HasPrefix(w, "ال") {
			return false
		}
	}
	return true
}

// nameMedium narrows «وكالة الأنباء الإيطالية “نوفا”» to the outlet: what stands in quotation
// marks, else a listed name right behind the head noun, or the longest one in the phrase.
func (r *Reader) nameMedium(d *doc, s *source, from int) {
	for i := from; i < s.end; i++ {
		if !d.toks[i].IsQuoteMark() {
			continue
		}
		if q, ok := r.quotedName(d, i, s.end); ok {
			s.nameFirst, s.nameEnd = q.first, q.end
			if m, ok := exact(&r.media.Names, d, q.first, inMedia); ok && q.first+m.Words == q.end {
				s.outlet = m.Value
			}
			return
		}
	}
	if m, ok := exact(&r.media.Names, d, from, inMedia); ok && from < s.end && from+m.Words <= s.end {
		s.outlet = m.Value
		return
	}
	if m, ok := exact(&r.media.Names, d, s.npFirst, inMedia); ok && s.npFirst+m.Words <= s.end {
		s.outlet = m.Value // «وكالة الأنباء الفرنسية»
	}
}

// titleSource reads a person behind a title, or a role.
func (r *Reader) titleSource(d *doc, lo, hi int, m lexicon.Match[*lexicon.Title]) source {
	definite := false
	for i := lo; i < lo+m.Words; i++ {
		definite = definite || strings.HasPrefix(cutLetters(d.toks[i].Norm, m.Cut), "ال") || strings.HasPrefix(d.toks[i].Norm, "ال")
	}
	end := r.phraseEnd(d, lo+m.Words, hi, isnad.Person)
	s := source{kind: isnad.Person, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, gender: m.Value.Gender, number: m.Value.Number,
		head: m.Value.Lemma, rule: m.Value.Rule(), named: true}
	if first, last, ok := r.personName(d, lo, end); ok && m.Value.Number != lexicon.Plural {
		if m.Value.Number == lexicon.Dual && last < end && strings.HasPrefix(d.toks[last].Norm, "و") && r.given.Is(d.toks[last].Norm[2:]) {
			last = r.nameEnd(d, last, end) // «الوزيران فلان وفلان»
		}
		s.first, s.end, s.cut = first, last, 0
		s.titleTokens = [2]int{lo, first}
		if last < end && d.toks[last].Kind == wordKind && d.fn[last]&lexicon.Preposition == 0 {
			if _, title := exact(&r.titles.Forms, d, last, inTitles); !title {
				s.npEnd = last // what stands behind the name is no part of the phrase
			}
		}
		return s
	}
	s.titleTokens = [2]int{lo, end}
	of := end > lo+m.Words && !r.isAdjective(d, lo+m.Words) && !r.bareRelation(d, lo+m.Words, end)
	switch {
	case d.is(lo+1, "باسم") && !strings.HasPrefix(cutLetters(d.toks[lo].Norm, m.Cut), "ال") && m.Value.Number == lexicon.Singular:
		s.kind = isnad.Unnamed // «متحدث باسم الشرطة»
	case definite || of:
		s.role = true
	case m.Value.Number == lexicon.Plural:
		s.kind = isnad.Group
	default:
		s.kind = isnad.Unnamed
	}
	return s
}

// bareRelation: an adjective without article ends the phrase: «متحدث رئاسي».
func (r *Reader) bareRelation(d *doc, i, end int) bool {
	w := d.toks[i].Norm
	return i+1 == end && len(w) >= 8 && !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه"))
}

func (r *Reader) isAdjective(d *doc, i int) bool {
	_, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return ok && !strings.HasPrefix(d.toks[i].Norm, "ال")
}

// nameSource is a bare name: of a person known by first name, by an earlier full name, or
// by its look.
func (r *Reader) nameSource(d *doc, lo, hi int, clitic bool) (source, bool) {
	t := &d.toks[lo]
	known := r.given.Is(t.Norm) || d.known[t.Norm] || d.personBegins(lo)
	for _, f := range r.cuesAt(d, lo) {
		if f.Form.Shape == lexicon.Participle && !known && !strings.HasSuffix(t.Norm, "ون") {
			return source{}, false
		}
	}
	if strings.HasSuffix(t.Text, "ًا") || strings.HasSuffix(t.Text, "اً") {
		return source{}, false
	}
	if d.fn[lo] != 0 || d.has(lo, inCues) && r.ownWords(d, lo) || !known && (r.deedOf(d, lo) || r.isVerb(d, lo) || clitics(t.Text) || r.cliticName(d, lo)) {
		return source{}, false
	}
	end := r.phraseEnd(d, lo+1, hi, isnad.Person)
	s := source{kind: isnad.Person, first: lo, end: end, npFirst: lo, npEnd: end, number: lexicon.Singular, named: true, rule: "source.name"}
	if known {
		s.end = r.nameEnd(d, lo, end)
		s.rule = "source.person"
		return s, true
	}
	if first, last, ok := r.personName(d, lo, r.firstComma(d, lo, end)); ok && first > lo && end-lo >= 4 {
		s.first, s.end, s.titleTokens, s.rule = first, last, [2]int{lo, first}, "source.person"
		return s, true
	}
	if name := r.nameEnd(d, lo, end); !strings.HasSuffix(t.Norm, "ون") && !strings.HasPrefix(t.Norm, "ال") && t.Kind == wordKind && (name-lo >= 2 && name-lo <= 4 || name == end) {
		s.end = name
		if name-lo >= 2 && r.given.Is(d.toks[lo+1].Norm) {
			s.rule = "source.person"
		}
		return s, true
	}
	if first, last, ok := r.personName(d, lo, end); ok && first > lo {
		s.first, s.end, s.titleTokens, s.rule = first, last, [2]int{lo, first}, "source.person"
		return s, true
	}
	if end-lo > 6 {
		s.end = end
		s.kind = isnad.Unnamed
	}
	switch {
	case isDemonstrative(t.Norm):
		s.kind, s.number, s.role = isnad.Group, lexicon.Plural, true
	case strings.HasSuffix(t.Norm, "ون") && len(t.Norm) >= 10:
		s.kind, s.number, s.gender = isnad.Group, lexicon.Plural, lexicon.Masculine
	case strings.HasPrefix(t.Norm, "ال") || t.Kind == latinKind && end-lo == 1:
		s.kind = isnad.Organization
	}
	return s, true
}

// deedOf: «تطرقهم»، «فخره»: a verbal noun or judgement with a pronoun is nobody's name.
func (r *Reader) deedOf(d *doc, i int) bool {
	w := d.toks[i].Norm
	s := arabic.Segment(w)
	if !s.HasPronoun(w) || s.HostStart > 0 {
		return false
	}
	host := w[:s.HostEnd]
	return r.stances[host] != nil || r.verbalNoun(w) || r.functions.Word(host)&lexicon.VerbalNoun != 0
}

// cliticName: the unknown word at i is rather a clitic and a name that the article knows, or
// an adverbial («بجدية شديدة»), than a name.
func (r *Reader) cliticName(d *doc, i int) bool {
	w := d.toks[i].Norm
	if len(w) < 6 || w[:2] != "ل" && w[:2] != "ب" && w[:2] != "و" && w[:2] != "ف" {
		return false
	}
	return d.known[w[2:]] || arabic.Segment(w).Count > 0 && i+1 < len(d.toks) && strings.HasSuffix(d.toks[i+1].Norm, "ه")
}

// clitics: the word surely begins with و ف ب ك or ل that are words of their own.
func clitics(written string) bool {
	s := arabic.Segment(written)
	return s.Count > 0 && s.Sure
}

// phraseEnd follows a noun phrase from token i: adjectives, genitives, quoted names,
// appositions behind a comma; up to a preposition, a verb, a relative clause.
func (r *Reader) phraseEnd(d *doc, i, hi int, kind isnad.Kind) int {
	limit := min(hi, i+maxSourceWords)
	for i < limit {
		t := &d.toks[i]
		switch {
		case t.Norm == "ل" && i+1 < limit && d.toks[i+1].IsQuoteMark():
			s, ok := r.quotedName(d, i+1, limit)
			if !ok || s.kind == isnad.Media || s.npEnd >= limit || !r.givenAt(d, s.npEnd, limit) {
				return i // whom it was said to
			}
			i = s.npEnd
		case t.IsQuoteMark():
			q := d.quoteOf[i]
			if q < 0 || d.quotes[q].Open != i || d.quotes[q].Close > i+7 || d.quotes[q].Close >= limit {
				return i
			}
			i = d.quotes[q].Close + 1
		case t.Norm == "(":
			next := d.afterParenthesis(i, limit)
			if next == i+1 {
				return i
			}
			i = next
		case t.Norm == "،" || t.Norm == ",":
			if !r.apposition(d, i+1, limit, kind) {
				return i
			}
			i++
		case t.Kind == punctKind || t.Kind == numberKind:
			short := t.Norm == "." && t.Glued && i > 0 && len(d.toks[i-1].Norm) == 2 // «د. عزام»
			if t.Norm != "." && t.Norm != "-" || !t.Glued || i+1 >= limit || !d.toks[i+1].Glued && !short {
				return i
			}
			i++
		case r.endsPhrase(d, i, kind), r.accusative(d, i), r.newPhrase(d, i, kind), r.otherActor(d, i, kind), r.verbalNoun(t.Norm) && i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال"):
			return i
		default:
			i++
		}
	}
	return i
}

// apposition: behind the comma stands a title or a first name that belongs to the person
// before it («وزير البيشمركة، مصطفى سيد قادر»).
func (r *Reader) apposition(d *doc, i, hi int, kind isnad.Kind) bool {
	if kind != isnad.Person && kind != isnad.Unnamed || i >= hi {
		return false
	}
	if r.given.Is(d.toks[i].Norm) {
		return true
	}
	if m, ok := exact(&r.titles.Forms, d, i, inTitles); ok && i+m.Words < hi {
		return true
	}
	return r.foreignName(d, i, hi)
}

// foreignName: one to four words that no list knows and that a comma or the end closes:
// «المتحدث باسم البيت الأبيض، جوش إرنست،».
func (r *Reader) foreignName(d *doc, i, hi int) bool {
	for n := 0; n <= 4; n, i = n+1, i+1 {
		if i >= hi || r.isComma(d, i) {
			return n > 0
		}
		t := &d.toks[i]
		if t.Kind != wordKind || d.fn[i] != 0 || clitics(t.Text) || r.isVerb(d, i) || n == 0 && strings.HasPrefix(t.Norm, "ال") {
			return false
		}
		if _, noun := at(&r.nouns.Forms, d, i, inNouns); noun {
			return false
		}
	}
	return false
}

// endsPhrase tells whether a noun phrase ends before the word at token i.
func (r *Reader) endsPhrase(d *doc, i int, kind isnad.Kind) bool {
	w := d.toks[i].Norm
	f := d.fn[i]
	switch {
	case f&lexicon.Preposition != 0:
		inside := kind == isnad.Unnamed || kind == isnad.Person || kind == isnad.Document || kind == isnad.Group || kind == isnad.Organization
		return !(inside && (w == "في" || w == "من" || w == "علي") && i+1 < len(d.toks) && d.fn[i+1] == 0 && !r.speechPhrase(d, i))
	case w == "الله" && i > 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال"):
		return true
	case f&(lexicon.Particle|lexicon.Whole) != 0, d.has(i, inCues) && r.ownWords(d, i):
		return true
	case kind != isnad.Media && kind != isnad.Document && r.standsAlone(d, i):
		return true
	case w == "باسم" || w == "لدي":
		return false
	case f&(lexicon.Relative|lexicon.ThatWord|lexicon.ClauseStart|lexicon.Auxiliary|lexicon.Adverb) != 0:
		return true
	case r.isVerb(d, i):
		return true
	}
	return r.cliticEnds(d, i)
}

// newPhrase: behind a definite word an indefinite noun, and behind an indefinite adjective
// a definite one, begin another phrase. Persons' names are no such words.
func (r *Reader) newPhrase(d *doc, i int, kind isnad.Kind) bool {
	if i == 0 || kind == isnad.Person || d.toks[i].Kind != wordKind || d.toks[i-1].Kind != wordKind {
		return false
	}
	w, before := d.toks[i].Norm, d.toks[i-1].Norm
	if strings.HasPrefix(w, "ال") {
		_, adjective := exact(&r.polities.Adjectives, d, i-1, inAdjectives)
		if strings.HasPrefix(before, "لل") {
			m, noun := exact(&r.nouns.Forms, d, i, inNouns)
			return noun && (m.Value.Kind == isnad.State || m.Value.Kind == isnad.Organization)
		}
		return adjective && !strings.HasPrefix(before, "ال")
	}
	if _, place := exact(&r.polities.Names, d, i-1, inPolities); !place && !strings.HasPrefix(before, "ال") || d.fn[i] != 0 || r.given[w] != 0 || clitics(d.toks[i].Text) {
		return false
	}
	if _, polity := exact(&r.polities.Names, d, i, inPolities); polity {
		return false
	}
	_, medium := exact(&r.media.Names, d, i, inMedia)
	return !medium && len(w) >= 6
}

// accusative: an indefinite accusative behind a definite word begins something else
// («العلماء دليلا»).
func (r *Reader) accusative(d *doc, i int) bool {
	w := d.toks[i].Norm
	if i == 0 || len(w) < 8 || !strings.HasSuffix(w, "ا") || strings.HasPrefix(w, "ال") || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return !polity && !r.given.Is(w) && !d.known[w]
}

// otherActor: behind a body's name and its adjective stands a person or a place that is no
// part of it, but the object («اتهم الحزب الكردي أنقرة»).
func (r *Reader) otherActor(d *doc, i int, kind isnad.Kind) bool {
	if i == 0 || kind == isnad.Person || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	if d.known[d.toks[i].Norm] && !strings.HasPrefix(d.toks[i].Norm, "ال") {
		return kind == isnad.Organization || kind == isnad.State || kind == isnad.Media
	}
	_, adjective := exact(&r.polities.Adjectives, d, i-1, inAdjectives)
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return adjective && polity
}

// standsAlone: an outlet that is known by its name alone, and heads no other noun.
func (r *Reader) standsAlone(d *doc, i int) bool {
	m, ok := exact(&r.media.Names, d, i, inMedia)
	return ok && m.Value.Standalone && !r.headsName(d, i-1)
}

// speechPhrase: «في تصريح»، «في مؤتمر صحفي».
func (r *Reader) speechPhrase(d *doc, i int) bool {
	return i+1 < len(d.toks) && d.fn[i+1]&lexicon.SpeechNoun != 0
}

// cliticEnds: a conjunction that joins no noun, or a ل that opens a prepositional phrase.
func (r *Reader) cliticEnds(d *doc, i int) bool {
	w := d.toks[i].Norm
	if rest, ok := strings.CutPrefix(w, "و"); ok && len(rest) > 4 && !r.given.Is(w) {
		if strings.HasPrefix(rest, "ال") || r.given.Is(rest) {
			return false
		}
		if _, listed := exact(&r.nouns.Forms, d, i, inNouns); listed {
			return false
		}
		if _, joined := at(&r.titles.Forms, d, i, inTitles); joined {
			return false
		}
		if _, joined := at(&r.nouns.Forms, d, i, inNouns); joined {
			return false
		}
		return len(r.cues.Of(rest)) > 0 || r.functions.Word(rest) != 0
	}
	if strings.HasPrefix(w, "ل") {
		m, ok := at(&r.media.Names, d, i, inMedia)
		n, okNoun := at(&r.nouns.Forms, d, i, inNouns)
		return ok && m.Cut > 0 || okNoun && n.Cut > 0 && n.Value.Kind == isnad.Media || w == "ل"
	}
	return false
}

// isVerb: a cue verb in a finite form, or a word that looks like an imperfect.
func (r *Reader) isVerb(d *doc, i int) bool {
	w := strings.TrimPrefix(d.toks[i].Norm, "و")
	for _, f := range r.cues.Of(d.toks[i].Norm) {
		if !f.Form.Suffixed && (f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect || f.Form.Shape == lexicon.Participle && (d.is(i-1, "،") || d.is(i-1, ","))) {
			return true
		}
	}
	if r.verbs[w] {
		return true
	}
	if r.given.Is(w) || d.known[w] || len(w) < 8 {
		return false
	}
	if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") && arabic.Segment(w).Count > 0 {
		return arabic.Segment(w).Count > 0
	}
	if !strings.HasPrefix(w, "ي") || strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ين") {
		return false
	}
	_, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return !adjective && r.functions.Word(w) == 0
}

// cutLetters drops n letters (of two bytes, as folded Arabic has) from the front.
func cutLetters(w string, n int) string {
	if 2*n > len(w) {
		return w
	}
	return w[2*n:]
}
