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
	others      []joint // who speak together with it
}

// maxSourceWords bounds how far a noun phrase is followed.
const maxSourceWords = 24

// sourceAt parses the noun phrase that begins at token lo, before hi. A clitic may stand
// before its first word where clitic is true (لوكالة، بمصادر).
func (r *Reader) sourceAt(d *doc, lo, hi int, clitic bool) (source, bool) {
	if s, ok := r.bracketed(d, lo, hi); ok && s.npEnd < len(d.toks) && d.fn[s.npEnd]&(lexicon.Preposition|lexicon.ThatWord) != 0 {
		return s, true
	}
	s, ok := r.phraseAtOnce(d, r.skipAdverbs(d, lo, hi), hi, clitic)
	if !ok {
		return s, false
	}
	r.nameBehind(d, &s, hi)
	return r.withOthers(d, s, hi), true
}

// nameBehind takes the name of somebody without one that a clause behind him tells: «رجل يدعى أحمد».
func (r *Reader) nameBehind(d *doc, s *source, hi int) {
	i := s.npEnd
	if r.isComma(d, i) && r.isCalled(d, i+1) {
		i++
	}
	if s.kind != isnad.Unnamed && s.kind != isnad.Person || s.number != lexicon.Singular || s.rule == "source.person" || i+1 >= hi {
		return
	}
	if !r.isCalled(d, i) && !(d.serves(i, lexicon.HisName) && (d.isName(i+1) || d.personBegins(i+1))) {
		return
	}
	end := r.nameEnd(d, i+1, r.phraseEnd(d, i+2, hi, isnad.Person))
	s.kind, s.first, s.end, s.cut, s.npEnd, s.role, s.named, s.rule = isnad.Person, i+1, end, 0, end, false, true, "source.person"
}

// phraseAtOnce is sourceAt where nothing may stand before the phrase: «وفقا لرويترز».
func (r *Reader) phraseAtOnce(d *doc, lo, hi int, clitic bool) (source, bool) {
	if lo >= hi || d.is(lo, godName) || d.is(lo, exalted) {
		return source{}, false
	}
	if s, ok := r.quotedName(d, lo, hi); ok {
		return s, true
	}
	if (d.serves(lo, lexicon.Demonstrative) || d.serves(lo, lexicon.Selfsame)) && lo+1 < hi && strings.HasPrefix(d.toks[lo+1].Norm, "ال") {
		if s, ok := r.listedSource(d, lo+1, hi, false); ok && s.role {
			s.npFirst = lo // «تلك المصادر»
			return s, true
		}
	}
	if d.serves(lo, lexicon.These) && !(lo+1 < hi && strings.HasPrefix(d.toks[lo+1].Norm, "ال")) {
		return source{kind: isnad.Group, first: lo, end: lo + 1, npFirst: lo, npEnd: lo + 1, number: lexicon.Plural, gender: lexicon.Masculine, named: true, role: true, head: "هؤلاء", rule: theseRule}, true
	}
	if d.is(lo, "ما") && lo+2 < hi && d.serves(lo+1, lexicon.SoCalled) {
		s, ok := r.phraseAtOnce(d, lo+2, hi, true)
		s.npFirst = lo // «ما يسمى اللجنة العليا»
		return s, ok
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
	if s, ok := r.latest(d, lo, hi, clitic); ok {
		return s, true
	}
	if s, ok := r.taggedBody(d, lo, hi, clitic); ok {
		return s, true
	}
	return r.nameSource(d, lo, hi, clitic)
}

// theseRule made a source of a pronoun that stands for several who were told of before.
const theseRule = "source.these"

// latest is a document behind the word that it is the newest: «وفقا لأحدث إحصاء».
func (r *Reader) latest(d *doc, lo, hi int, clitic bool) (source, bool) {
	w, cut := d.toks[lo].Norm, 0
	if rest, ok := strings.CutPrefix(w, "ل"); ok && clitic {
		w, cut = rest, 1
	}
	if w != "احدث" && w != "اخر" || lo+1 >= hi {
		return source{}, false
	}
	m, ok := exact(&r.nouns.Forms, d, lo+1, inNouns)
	if !ok || m.Value.Kind != isnad.Document || lo+1+m.Words > hi {
		return source{}, false
	}
	s := r.nounSource(d, lo+1, hi, m)
	s.first, s.npFirst, s.cut = lo, lo, cut
	return s, true
}

// taggedBody is a body that no list has, as the model of names found it: «حذر برنامج الأغذية
// العالمي من», where clitic allows it also behind و.
func (r *Reader) taggedBody(d *doc, lo, hi int, clitic bool) (source, bool) {
	e, ok := d.bodyAt(lo)
	if n := d.nameFrom(lo); !ok && clitic && n < len(d.tagged) && strings.HasPrefix(d.toks[lo].Norm, "و") {
		e = d.tagged[n]
		ok = e.First == lo && e.Cut == 1 && e.Type == isnad.ORG
	}
	if !ok || e.End > hi || e.End-lo < 2 || d.fn[lo]&lexicon.Preposition != 0 || d.has(lo, inCues) && r.ownWords(d, lo) {
		return source{}, false
	}
	end := r.adjectives(d, e.End, hi)
	return source{kind: isnad.Organization, first: lo, end: end, cut: e.Cut, npFirst: lo, npEnd: end, number: lexicon.Singular, named: true, rule: "source.body"}, true
}

// compatriot: «الأرجنتيني مارسيلو بييلسا»: a name behind whence its bearer comes.
func (r *Reader) compatriot(d *doc, lo, hi int) (source, bool) {
	if m, ok := exact(&r.polities.Adjectives, d, lo, inAdjectives); !ok || m.Words > 1 || !strings.HasPrefix(d.toks[lo].Norm, "ال") {
		return source{}, false
	}
	if lo+1 >= hi || d.toks[lo+1].Kind != wordKind || !d.personBegins(lo+1) && !d.isName(lo+1) && !r.startsName(d, lo, lo+1, hi) {
		return source{}, false
	}
	s, ok := r.nameSource(d, lo+1, hi, false)
	s.npFirst = lo
	s.titleTokens = [2]int{lo, lo + 1}
	return s, ok
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
	if r.deedOf(d, lo+1) || d.serves(lo+1, lexicon.Negator) || d.serves(lo+1, lexicon.SpeechOpener) || d.fn[lo+1]&lexicon.ThatWord != 0 {
		return source{}, false // «أعلنت «استشهادهم»», «قال «لم أذهب» بعد»
	}
	kind := isnad.Organization
	if w := d.toks[lo+1].Norm; end == lo+2 && (d.known[w] || r.given.Is(w)) {
		kind = isnad.Person
	}
	if noun, ok := exact(&r.nouns.Forms, d, lo+1, inNouns); ok && lo+1+noun.Words == end && noun.Value.Kind == isnad.State {
		kind = isnad.State // «"الخارجية": الحادث عرضي»
	}
	s := source{kind: kind, first: lo + 1, end: end, npFirst: lo, npEnd: end + 1, named: true, rule: "source.quoted"}
	if kind == isnad.Organization && end == lo+2 && strings.HasSuffix(d.toks[lo+1].Text, "ة") {
		s.gender, s.number = lexicon.Feminine, lexicon.Singular // «أعلن "البيعة"»: no subject
	}
	if m, ok := exact(&r.media.Names, d, lo+1, inMedia); ok && lo+1+m.Words == end {
		s.kind, s.outlet, s.rule = isnad.Media, m.Value, m.Value.Rule()
	}
	if s.npEnd < hi && r.definiteAdjective(d, s.npEnd) {
		s.npEnd = r.adjectives(d, s.npEnd, hi) // «"النهضة" التونسية»
	}
	return s, true
}

// bracketed is a listed outlet alone in brackets, as papers of Iraq and the Gulf name themselves: «علمت (المدى) أن».
func (r *Reader) bracketed(d *doc, lo, hi int) (source, bool) {
	if !d.is(lo, "(") || lo+2 >= hi {
		return source{}, false
	}
	m, ok := exact(&r.media.Names, d, lo+1, inMedia)
	if !ok || lo+1+m.Words >= hi || !d.is(lo+1+m.Words, ")") {
		return source{}, false
	}
	s := outletSource(m, lo+1)
	s.npFirst, s.npEnd = lo, s.npEnd+1
	return s, true
}

// listedSource is a phrase headed by an outlet, a title, a source noun, a country.
func (r *Reader) listedSource(d *doc, lo, hi int, clitic bool) (source, bool) {
	if m, ok := find(&r.media.Names, d, lo, hi, clitic, inMedia); ok && m.Value.Standalone {
		return outletSource(m, lo), true
	}
	if s, ok := r.honored(d, lo); ok {
		return s, true
	}
	if s, ok := r.quantified(d, lo, hi, clitic); ok {
		return s, true
	}
	noun, isNoun := find(&r.nouns.Forms, d, lo, hi, clitic, inNouns)
	if isNoun && noun.Words == 1 && r.kin(noun.Value.Lemma) && strings.HasSuffix(d.toks[lo].Text, "ه") {
		isNoun = false // «والده» is no «والدة»
	}
	if isNoun && noun.Words == 1 && noun.Value.Kind == isnad.Document && d.trait(lo, surelyVerb) && lo+1 < hi && (d.personBegins(lo+1) || r.titleAt(d, lo+1) || d.fn[lo+1]&lexicon.Quantifier != 0) {
		isNoun = false // «كتب سالم حداد تقريرا»: wrote, no books
	}
	title, isTitle := find(&r.titles.Forms, d, lo, hi, clitic, inTitles)
	if his, pronoun := strings.CutSuffix(d.toks[lo].Norm, "ه"); pronoun && strings.HasSuffix(d.toks[lo].Text, "ه") {
		if base, ok := r.nouns.Forms.Word(his); ok && isNoun && noun.Words == 1 && base != noun.Value {
			isNoun = false // «محاميه» is no «محامية»
		}
		if base, ok := r.titles.Forms.Word(his); ok && isTitle && title.Words == 1 {
			title.Value = base // «نائبه» is no «نائبة»
		}
	}
	polity, isPolity := find(&r.polities.Names, d, lo, hi, clitic, inPolities)
	if e, person := d.personAt(lo); isPolity && person && e.First == lo && e.Cut == 0 && e.End > lo+polity.Words && e.End <= hi {
		return r.nameSource(d, lo, hi, clitic) // «قال تشاد هاميل»
	}
	switch {
	case isPolity && (!isNoun || polity.Words >= noun.Words) && (!isTitle || polity.Words >= title.Words):
		end := lo + polity.Words
		end = r.adjectives(d, end, hi)
		kind := isnad.State
		if polity.Value.Kind == "union" {
			kind = isnad.Organization
		}
		return source{kind: kind, first: lo, end: end, cut: polity.Cut, npFirst: lo, npEnd: end, named: true,
			gender: polityGender(d, polity.Value, end-1), number: lexicon.Singular, rule: polity.Value.Rule(), polity: polity.Value, head: polity.Value.Name}, true
	case isTitle && (!isNoun || title.Words > noun.Words || noun.Value.Kind == isnad.Person || noun.Value.Kind == isnad.State && title.Words == noun.Words || title.Words == noun.Words && r.officeAt(d, lo+title.Words, hi)):
		return r.titleSource(d, lo, hi, title), true
	case isNoun && isTitle && title.Words == noun.Words && noun.Value.Kind == isnad.Organization:
		if s := r.titleSource(d, lo, hi, title); s.first > lo {
			return s, true // «اللواء فضل حسن» is no brigade
		}
		return r.nounSource(d, lo, hi, noun), true
	case isNoun:
		return r.nounSource(d, lo, hi, noun), true
	}
	return r.possessed(d, lo, hi, clitic)
}

// officeAt: an office stands at token i: «نائب حاكم المصرف» is no member of a parliament.
func (r *Reader) officeAt(d *doc, i, hi int) bool {
	m, ok := exact(&r.titles.Forms, d, i, inTitles)
	return ok && i+m.Words <= hi && m.Value.Kind == "office" && !strings.HasPrefix(d.toks[i].Norm, "ال")
}

// outletSource is a listed outlet that begins at token lo.
func outletSource(m lexicon.Match[*lexicon.Outlet], lo int) source {
	end := lo + m.Words
	return source{kind: isnad.Media, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, named: true,
		gender: lexicon.AnyGender, number: lexicon.Singular, rule: m.Value.Rule(), outlet: m.Value, head: m.Value.Name}
}

// polityGender: a country whose name ends like a feminine is one («فرنسا»، «السعودية»); others
// may be either («قال العراق»، «قالت مصر»), and so may seats («قال الإليزيه»).
func polityGender(d *doc, p *lexicon.Polity, last int) lexicon.Gender {
	w := d.toks[last].Norm
	if p.Country == nil && (strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ا")) {
		return lexicon.Feminine
	}
	return lexicon.AnyGender
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

// nameSource is a bare name: of a person known by first name, by an earlier full name, or
// by its look.
func (r *Reader) nameSource(d *doc, lo, hi int, clitic bool) (source, bool) {
	t := &d.toks[lo]
	known := r.given.Is(t.Norm) || d.known[t.Norm] || d.personBegins(lo) || r.givenAt(d, lo, hi)
	for _, f := range r.cuesAt(d, lo) {
		if f.Form.Shape == lexicon.Participle && !known && !strings.HasSuffix(t.Norm, "ون") {
			return source{}, false
		}
	}
	if writtenTanwin(t.Text) || !known && withItsOwn(t.Norm) {
		return source{}, false
	}
	if d.fn[lo] != 0 && !(known && d.fn[lo] == lexicon.VerbalNoun) || d.has(lo, inCues) && r.ownWords(d, lo) || !known && (r.deedOf(d, lo) || r.isVerb(d, lo) || d.trait(lo, cliticsBefore) || r.cliticName(d, lo)) {
		return source{}, false
	}
	end := r.phraseEnd(d, lo+1, hi, isnad.Person)
	s := source{kind: isnad.Person, first: lo, end: end, npFirst: lo, npEnd: end, number: lexicon.Singular, named: true, rule: "source.name"}
	if known {
		s.end = r.nameEnd(d, lo, end)
		s.rule = "source.person"
		return s, true
	}
	if r.theirs(d, lo) {
		s.kind, s.number, s.gender, s.rule = isnad.Group, lexicon.Plural, lexicon.Masculine, "source.theirs"
		s.end, s.npEnd = lo+1, lo+1
		return s, true
	}
	if first, last, ok := r.personName(d, lo, r.firstComma(d, lo, end)); ok && first > lo && end-lo >= 4 {
		s.first, s.end, s.titleTokens, s.rule = first, last, [2]int{lo, first}, "source.person"
		return s, true
	}
	if r.mute(d, lo, end) {
		return source{}, false
	}
	if name := r.nameEnd(d, lo, end); !strings.HasSuffix(t.Norm, "ون") && !r.doers(d, lo, end) && !r.commonHead(d, lo, end) && !strings.HasPrefix(t.Norm, "ال") && t.Kind == wordKind && (name-lo >= 2 && name-lo <= 4 || name == end) {
		s.end = name
		if name-lo >= 2 && d.isName(lo+1) {
			s.rule = "source.person"
		} else if r.bodyAlone(d, lo, name) {
			s.kind = isnad.Organization
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
	case d.serves(lo, lexicon.Demonstrative):
		s.kind, s.number, s.role = isnad.Group, lexicon.Plural, true
	case r.commonHead(d, lo, end) && strings.HasSuffix(t.Norm, "يو"), strings.HasSuffix(t.Norm, "ون") && len(t.Norm) >= 10, r.doers(d, lo, end):
		s.kind, s.number, s.gender = isnad.Group, lexicon.Plural, lexicon.Masculine
	case r.bodyAlone(d, lo, end), strings.HasPrefix(t.Norm, "ال") || t.Kind == latinKind && end-lo == 1 || r.commonHead(d, lo, end):
		s.kind = isnad.Organization
	}
	return s, true
}

// withItsOwn: ب and a noun with a pronoun tell how something is done: «يكشف بعدوانه».
func withItsOwn(norm string) bool {
	return len(norm) >= 12 && strings.HasPrefix(norm, "ب") && (strings.HasSuffix(norm, "ه") || strings.HasSuffix(norm, "ها") || strings.HasSuffix(norm, "هم"))
}

// mute: the phrase begins with a thing, or with how something is, that no place makes a body of («تعليم الطائف») and no
// name follows.
func (r *Reader) mute(d *doc, lo, end int) bool {
	if !d.trait(lo, saysNothing) || d.nameCovers(lo) || lo == 0 && d.trait(lo, definiteNoun) {
		return false // in a title a body is called by what it works at: «التنمية الاجتماعية: نتائج الترشيح»
	}
	if _, country := exact(&r.polities.Adjectives, d, lo, inAdjectives); country {
		return false // «كويتي يعترف»
	}
	if r.saysItself(d, lo) {
		return false
	}
	if first, _, ok := r.personName(d, lo, end); ok && first > lo {
		return false // «إداري الفريق سليمان العمار»
	}
	if lo+1 >= end {
		return true
	}
	_, polity := exact(&r.polities.Names, d, lo+1, inPolities)
	return !polity
}

// saysItself: a thing with the article stands behind a verb that agrees with it: «تشير الميزانية إلى أن», not «أعلن
// الموافقة», where who speaks is left out. What somebody draws to a matter is never who speaks: «لفت النظر إلى أن».
func (r *Reader) saysItself(d *doc, lo int) bool {
	if lo == 0 || !d.trait(lo, definiteNoun) || d.serves(lo, lexicon.Drawn) {
		return false
	}
	verb := strings.TrimPrefix(d.toks[lo-1].Norm, "و")
	feminine := strings.HasSuffix(verb, "ت") || strings.HasPrefix(verb, "ت")
	w := d.toks[lo].Norm
	return feminine == (strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") || strings.HasSuffix(d.toks[lo].Text, "ى") || thingsPlural(w))
}

// thingsPlural: a word with the article looks like a plural of things, which a feminine verb has: «الأنباء»,
// «المصادر», «الضغوط».
func thingsPlural(w string) bool {
	l := []rune(strings.TrimPrefix(w, "ال"))
	switch len(l) {
	case 4:
		return l[2] == 'و'
	case 5:
		return l[2] == 'ا' || l[0] == 'ا' && l[1] != 'ت' && l[3] == 'ا' // «الاتفاق» is none
	case 6:
		return l[2] == 'ا' && l[4] == 'ي'
	}
	return false
}

// bodyAlone: the model of names takes the word at lo, all of the phrase, for a body: «أوتشا».
func (r *Reader) bodyAlone(d *doc, lo, end int) bool {
	e, ok := d.bodyAt(lo)
	return ok && end == lo+1 && e.End == end
}

// theirs: «ناشروه», «مؤيدوها»: the plural of those who did something, with what they did it to.
func (r *Reader) theirs(d *doc, i int) bool {
	w := d.toks[i].Norm
	return len(w) >= 12 && (strings.HasSuffix(w, "وه") || strings.HasSuffix(w, "وها")) && !r.isVerb(d, i) && !d.isName(i)
}

// commonHead: an unknown word before a definite or proper one that is no first name: a feminine
// («خلية الإعلام»), or a plural («مسيحيو العراق»).
func (r *Reader) commonHead(d *doc, lo, end int) bool {
	t := &d.toks[lo]
	if lo+1 >= end || len(t.Norm) < 8 || r.given.Is(t.Norm) {
		return false
	}
	next := d.toks[lo+1].Norm
	_, polity := exact(&r.polities.Names, d, lo+1, inPolities)
	return strings.HasSuffix(t.Text, "ة") && strings.HasPrefix(next, "ال") || strings.HasSuffix(t.Norm, "يو") && (polity || strings.HasPrefix(next, "ال"))
}

// doers: a participle in the plural that a definite noun follows: «مصممو السيارة», «منظمو المهرجان».
func (r *Reader) doers(d *doc, lo, end int) bool {
	w := d.toks[lo].Norm
	return lo+1 < end && len(w) >= 10 && strings.HasPrefix(w, "م") && strings.HasSuffix(w, "و") && strings.HasPrefix(d.toks[lo+1].Norm, "ال") && !d.nameCovers(lo)
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
