package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// discourse remembers who has been named and who spoke, so that what is left out can be
// filled in.
type discourse struct {
	r        *Reader
	d        *doc
	sentence int
	speakers []speaker
	last     map[speakerKey]int // the last speaker of each sort, and of each head noun
	person   int                // the last speaker who is a person, or -1
	persons  []person
	learned  int              // how many of them stand in the order of the text: see learnPersons
	byWord   map[string][]int // persons by each word of their names
	byTitle  map[string][]int // and of their titles
	outer    []isnad.Link     // chain of a claim that only introduces candidate outerOf
	outerOf  int
}

// speakerKey is what tells a speaker who is meant again («الوكالة») from others: sort and
// head noun, or the sort alone.
type speakerKey struct {
	kind isnad.Kind
	head string
	any  bool // whatever the head
}

// speaker is who said something, with those who passed it on.
type speaker struct {
	source   source
	chain    []isnad.Link
	carried  bool // a medium stands before the speaker and goes on carrying his words
	beside   bool // told of in a relative clause or a label, while another goes on
	aside    bool // told of by a preposition alone («بحسب المصادر»), for one sentence
	sentence int
}

// link makes the link of a source as it stands.
func (s *discourse) link(src *source, implicit bool) isnad.Link {
	d := s.d
	span := d.span(src.first, src.end)
	span.Start += letterOffset(d.text[span.Start:span.End], src.cut)
	l := isnad.Link{Kind: src.kind, Mention: span, Implicit: implicit, Rule: src.rule}
	l.Name = s.listName(src, span)
	return l
}

// listName is the source as one would list it.
func (s *discourse) listName(src *source, span isnad.Span) string {
	if src.outlet != nil && src.kind == isnad.Media {
		return src.outlet.Name
	}
	if src.polity != nil && src.polity.Country != nil && src.polity.Kind == "capital" {
		return src.polity.Country.Name
	}
	if src.rule == godRule {
		return scriptureName(s.d, src)
	}
	if src.nameEnd > 0 {
		return cleanName(s.d.span(src.nameFirst, src.nameEnd).In(s.d.text))
	}
	name := cleanName(span.In(s.d.text))
	if src.kind == isnad.Unnamed && src.number == lexicon.Singular && strings.HasSuffix(s.d.toks[src.first].Norm, "ا") {
		name = nominative(name, src.head)
	}
	if src.cut > 0 && strings.HasPrefix(s.d.toks[src.first].Norm[2*src.cut-2:], "لل") {
		name = "ا" + name // «للتلفزيون» is التلفزيون
	}
	return name
}

// nominative is the name without the endings of an indefinite accusative: «مسؤولا عسكريا في بنغازي» is listed
// as «مسؤول عسكري في بنغازي». The adjectives behind the head have its ending; where it has none, or the
// letter is its own, the name stays.
func nominative(name, head string) string {
	words := strings.Split(name, " ")
	if host, ok := withoutTanwin(words[0]); !ok || arabic.Fold(host) != strings.TrimSuffix(arabic.Fold(roleWord(head)), "ان") {
		return name
	}
	for i, w := range words {
		host, ok := withoutTanwin(w)
		if !ok {
			break
		}
		words[i] = host
	}
	return strings.Join(words, " ")
}

// withoutTanwin cuts the alef of an indefinite accusative, with or without its vowel sign.
func withoutTanwin(w string) (string, bool) {
	for _, ending := range [...]string{"اً", "ًا", "ا"} {
		if host, ok := strings.CutSuffix(w, ending); ok && !strings.HasPrefix(w, "ال") {
			return host, true
		}
	}
	return w, false
}

// cleanName drops quotation marks, brackets and line feeds.
func cleanName(name string) string {
	if isClean(name) {
		return name
	}
	var b strings.Builder
	apart := false // a sign that was dropped stood here
	for _, t := range arabic.Tokenize(nil, name) {
		if t.Kind == punctKind && !strings.Contains("-.%٪", t.Norm) {
			apart = true
			continue
		}
		if b.Len() > 0 && (apart || !t.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		apart = false
	}
	return b.String()
}

// isClean: letters without marks and single spaces between them, as in most names.
func isClean(name string) bool {
	space := true
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case c == ' ' && !space:
			space = true
			i++
		case c == 0xD8 && i+1 < len(name) && name[i+1] >= 0xA1 && name[i+1] <= 0xBA,
			c == 0xD9 && i+1 < len(name) && name[i+1] >= 0x81 && name[i+1] <= 0x8A: // U+0621 to U+063A, U+0641 to U+064A
			space = false
			i += 2
		default:
			return false
		}
	}
	return !space
}

// resolve makes the link of a source: a short name is listed by its full one, a definite
// role by the one who holds it.
func (s *discourse) resolve(src *source) isnad.Link {
	if len(src.others) > 0 {
		return s.linkTogether(src)
	}
	l := s.link(src, false)
	if src.kind == isnad.Person && !src.role && src.rule != godRule {
		if p, ok := s.fullName(l.Name); ok {
			l.Name = p.name
		} else if src.rule == "source.name" && src.end-src.first > 1 || src.titleTokens[1] > 0 {
			s.addPerson(src.first, src.end, src.titleTokens)
		}
		return l
	}
	if !src.role {
		return l
	}
	switch {
	case src.head == honoredHead:
		return s.lastPerson(l, src)
	case src.rule == theseRule:
		return s.lastSeveral(l)
	}
	if src.head == latterHead {
		if n := s.before(src.npFirst); n > 0 {
			p := &s.persons[n-1]
			l.Name, l.Implicit, l.Mention = p.name, true, s.d.span(p.first, p.end)
		}
		return l
	}
	p, held := s.holder(src)
	if held && p.first > src.npFirst {
		_, earlier := s.sameHead(src)
		held = !earlier || src.kind != isnad.Person || src.npEnd > src.npFirst+1
	}
	if held && (src.kind == isnad.Person || src.kind == isnad.Unnamed) {
		l.Name, l.Kind, l.Implicit = p.name, isnad.Person, true
		l.Mention = s.d.span(p.first, p.end)
		return l
	}
	if src.kind == isnad.Person && s.alone(src) {
		if p, ok := s.lastSpoken(src); ok {
			return p
		}
	}
	if sp, ok := s.sameHead(src); ok && (src.kind != isnad.Person || src.npEnd == src.npFirst+1) {
		last := sp.chain[len(sp.chain)-1]
		last.Implicit = true
		return last
	}
	if p, ok := s.lastBody(src); ok {
		return p
	}
	named, ok := s.namedBefore(src)
	if !ok && src.kind == isnad.Media && s.theSame(src) {
		if outlet, carried := s.lastOutlet(src); carried {
			return outlet
		}
	}
	if !ok {
		if p, told := s.lastTold(src); told {
			return p
		}
	}
	if ok {
		if before := s.link(&named, true); src.kind != isnad.Person || !s.foreign(before.Name, src) {
			l = before
		}
	}
	return l
}

// lastSeveral is whom «هؤلاء» stands for: the last speakers who were several, or the word itself.
func (s *discourse) lastSeveral(l isnad.Link) isnad.Link {
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		sp := &s.speakers[i]
		if n := len(sp.chain); n > 0 && sp.source.number == lexicon.Plural && sp.chain[n-1].Kind != isnad.Document && sp.chain[n-1].Kind != isnad.Media {
			l = sp.chain[n-1]
			l.Implicit = true
			return l
		}
	}
	return l
}

// theSame: a word of the phrase says that it is the one told of before: «الصحيفة ذاتها», «ذات الصحيفة».
func (s *discourse) theSame(src *source) bool {
	for i := src.npFirst; i <= src.npEnd && i < len(s.d.toks); i++ {
		if s.d.fn[i]&lexicon.Same != 0 || s.r.serves(s.d, i, lexicon.Selfsame) {
			return true
		}
	}
	return false
}

// lastOutlet is the outlet that carried the last words, for «الصحيفة ذاتها» where no outlet with that noun was named:
// an agency for «الوكالة», none for a paper.
func (s *discourse) lastOutlet(src *source) (isnad.Link, bool) {
	agency := strings.HasPrefix(src.head, "وكال")
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		for _, l := range s.speakers[i].chain {
			if l.Kind != isnad.Media {
				continue
			}
			if known := s.r.media.ByName(l.Name); known != nil && (known.Kind == "agency") != agency {
				continue
			}
			l.Implicit = true
			return l, true
		}
	}
	return isnad.Link{}, false
}

// alone: a role without anything that tells it from another's: «المدرب»، «المدرب الأرجنتيني».
func (s *discourse) alone(src *source) bool {
	for i := src.npFirst + 1; i < src.npEnd; i++ {
		if _, country := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives); !country {
			return false
		}
	}
	return true
}

// lastSpoken is the last speaker, if it is a person who was named and who may have the role: of its
// gender and country, without a title that would tell him from it. «الشاب» may be said of any.
func (s *discourse) lastSpoken(src *source) (isnad.Link, bool) {
	g := src.gender
	title, listed := exact(&s.r.titles.Forms, s.d, src.npFirst, inTitles)
	ofAny := listed && title.Value.Kind == "honorific"
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-3; i-- {
		sp := &s.speakers[i]
		n := len(sp.chain)
		if g != lexicon.AnyGender && sp.source.gender != lexicon.AnyGender && sp.source.gender != g {
			continue
		}
		if n > 0 && sp.chain[n-1].Kind == isnad.Person && (ofAny || sp.source.titleTokens[1] == 0) {
			last := sp.chain[n-1]
			if s.foreign(last.Name, src) {
				continue
			}
			last.Implicit = true
			return last, true
		}
	}
	return isnad.Link{}, false
}

// lastBody is the last body that spoke, for a bare role of one that the article names by no such noun:
// «قالت حركة الأمل … وأضاف الحزب».
func (s *discourse) lastBody(src *source) (isnad.Link, bool) {
	if src.kind != isnad.Organization || src.number != lexicon.Singular {
		return isnad.Link{}, false
	}
	for i := src.npFirst + 1; i < src.npEnd && s.d.fn[i]&lexicon.Preposition == 0; i++ {
		if !s.r.serves(s.d, i, lexicon.Describing) && s.d.fn[i]&lexicon.Same == 0 {
			return isnad.Link{}, false // «الشركة الكويتية» may be another
		}
	}
	if _, named := s.namedBefore(src); named {
		return isnad.Link{}, false
	}
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-3; i-- {
		sp := &s.speakers[i]
		if n := len(sp.chain); n > 0 && sp.chain[n-1].Kind == isnad.Organization && !sp.source.role && sp.source.number == lexicon.Singular {
			last := sp.chain[n-1]
			last.Implicit = true
			return last, true
		}
	}
	return isnad.Link{}, false
}

// lastTold is the last speaker, for «المصدر» where no source without a name has spoken: «أفاد البلاغ …،
// يضيف المصدر ذاته».
func (s *discourse) lastTold(src *source) (isnad.Link, bool) {
	if src.kind != isnad.Unnamed || src.number != lexicon.Singular || !s.r.functions.Serves(src.head, lexicon.Anonymous) || len(s.speakers) == 0 {
		return isnad.Link{}, false
	}
	chain := s.speakers[len(s.speakers)-1].chain
	if len(chain) == 0 {
		return isnad.Link{}, false
	}
	last := chain[len(chain)-1]
	last.Implicit = true
	return last, true
}

// lastPerson is whom an honorific pronoun stands for: the last person who spoke, else the
// last one named with a title.
func (s *discourse) lastPerson(l isnad.Link, src *source) isnad.Link {
	if s.person >= 0 {
		chain := s.speakers[s.person].chain
		last := chain[len(chain)-1]
		last.Implicit = true
		return last
	}
	for i := s.before(src.npFirst) - 1; i >= 0; i-- {
		if p := &s.persons[i]; p.titles[0][1] > 0 {
			l.Name, l.Implicit, l.Mention = p.name, true, s.d.span(p.first, p.end)
			return l
		}
	}
	return l
}

// maxNamedBefore bounds how many tokens back a body's name is sought.
const maxNamedBefore = 400

// namedBefore finds the last phrase before a bare role («المنظمة») that has its head noun
// and names the body.
func (s *discourse) namedBefore(src *source) (source, bool) {
	d := s.d
	for i := src.npFirst - 1; i > 0 && i > src.npFirst-maxNamedBefore; i-- {
		if d.toks[i].Kind != wordKind {
			continue
		}
		m, ok := at(&s.r.nouns.Forms, d, i, inNouns)
		if !ok || m.Value.Lemma != src.head {
			continue
		}
		if before, ok := at(&s.r.nouns.Forms, d, i-1, inNouns); ok && before.Words > 1 && before.Value == m.Value {
			continue // the second word of «البنك المركزي»
		}
		end := int(d.sents[d.sentOf[i]].End)
		if n := s.r.nounSource(d, i, end, m); !n.role && n.end > i+m.Words && n.kind == src.kind && !describedOnly(d, &n, i+m.Words) {
			return n, true
		}
	}
	return source{}, false
}

// describedOnly: nothing but an adjective without article stands behind the head noun at i-1:
// «جماعة إرهابية» names none.
func describedOnly(d *doc, s *source, i int) bool {
	w := d.toks[i].Norm
	return s.kind == isnad.Organization && s.end == i+1 && !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "يه") || strings.HasSuffix(w, "ي"))
}

// sameHead finds the last speaker whose phrase has the same head noun (الوكالة، المصادر).
func (s *discourse) sameHead(src *source) (speaker, bool) {
	key := speakerKey{kind: src.kind, head: src.head}
	if src.kind == isnad.Media || s.r.functions.Serves(src.head, lexicon.Anonymous) {
		key = speakerKey{kind: src.kind, any: true}
	}
	i, ok := s.last[key]
	if !ok && src.kind == isnad.Person {
		i, ok = s.last[speakerKey{kind: isnad.Unnamed, head: roleWord(src.head)}]
	}
	if !ok {
		return speaker{}, false
	}
	return s.speakers[i], true
}

// roleWord is the first word of a role: «متحدث» of «متحدث باسم».
func roleWord(head string) string {
	word, _, _ := strings.Cut(head, " ")
	return word
}

// spoke remembers a speaker with his chain.
func (s *discourse) spoke(src source, chain []isnad.Link, carried bool) {
	if src.rule == godRule {
		return
	}
	if len(chain) > 0 {
		s.last[speakerKey{kind: src.kind, head: src.head}] = len(s.speakers)
		s.last[speakerKey{kind: src.kind, any: true}] = len(s.speakers)
		if src.kind == isnad.Unnamed {
			s.last[speakerKey{kind: src.kind, head: roleWord(src.head)}] = len(s.speakers)
		}
		if chain[len(chain)-1].Kind == isnad.Person {
			s.person = len(s.speakers)
		}
	}
	s.speakers = append(s.speakers, speaker{source: src, chain: chain, carried: carried, sentence: s.sentence})
}

// spokeLast is the last speaker if src names it; nil if another is, or none: God's words make no speaker.
func (s *discourse) spokeLast(src *source) *speaker {
	n := len(s.speakers)
	if n == 0 || s.speakers[n-1].source.first != src.first {
		return nil
	}
	return &s.speakers[n-1]
}

// goesOn: whoever tells that another one says something goes on speaking, if it is a person:
// «قال الوزير إن الحزب يتوقع … وأضاف أن».
func (s *discourse) goesOn(outer []isnad.Link) {
	if n := len(outer); n == 0 || outer[n-1].Kind != isnad.Person {
		return
	}
	for i := len(s.speakers) - 2; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		if sp := s.speakers[i]; len(sp.chain) == len(outer) && sp.chain[len(outer)-1].Name == outer[len(outer)-1].Name {
			s.spoke(sp.source, sp.chain, sp.carried)
			return
		}
	}
}

// backToMain lets whoever spoke earlier in the sentence go on, behind one who was only told of in a
// relative clause: «أشاد المدير بالمدرب الذي كشف عن ارتياحه. وأضاف».
func (s *discourse) backToMain() {
	if n := len(s.speakers); n > 1 && s.speakers[n-2].sentence == s.sentence {
		main := s.speakers[n-2]
		s.spoke(main.source, main.chain, main.carried)
	}
}

// maxCarried is how many speakers back a medium goes on carrying somebody's words.
const maxCarried = 4

// carriedMedium is the medium that goes on carrying the words of one who spoke lately: until they are
// spoken on another occasion, or another speaks whose words are not told through him and nothing says
// that the occasion is the first one.
func (s *discourse) carriedMedium(l *isnad.Link, on occasion) []isnad.Link {
	if on == another {
		return nil
	}
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		last := &s.speakers[i]
		n := len(last.chain)
		if n == 0 {
			continue
		}
		if told := last.chain[n-1].Name; sameName(told, l.Name) || sameName(strings.ReplaceAll(told, " و", " "), l.Name) {
			if last.aside && n < 2 {
				continue
			}
			if !last.carried || n < 2 {
				return nil
			}
			return implicit(last.chain[:n-1])
		}
		if on != theFirst && !last.beside && !tellsOf(last, l) {
			return nil
		}
	}
	return nil
}

// tellsOf: the words of the other came through l, who tells of him and goes on.
func tellsOf(other *speaker, l *isnad.Link) bool {
	for _, teller := range other.chain[:len(other.chain)-1] {
		if sameName(teller.Name, l.Name) {
			return true
		}
	}
	return false
}

// agrees tells whether a cue's form can have this source as its subject.
func agrees(f lexicon.Form, s *source) bool {
	g, n := s.gender, s.number
	if s.kind == isnad.Media && s.outlet != nil && g == lexicon.AnyGender && s.outlet.Kind != "site" {
		g = lexicon.Feminine
	}
	if n == lexicon.Plural && g == lexicon.Feminine {
		n = lexicon.Singular
	}
	if f.Gender != lexicon.AnyGender && g != lexicon.AnyGender && f.Gender != g {
		return false
	}
	return f.Number == lexicon.AnyNumber || n == lexicon.AnyNumber || f.Number == n
}

// implied is the chain of a cue without a subject: the last speaker who agrees with it,
// else the source that the sentence, or the ones before it, name.
func (t *teller) implied(c *candidate, outer []isnad.Link, lo int) ([]isnad.Link, bool) {
	s := &t.discourse
	if len(outer) > 0 {
		return outer, true
	}
	if c.cue.Is(lexicon.HeldFor) && c.kind == lexicon.Noun && c.cue.Form.Shape == lexicon.Imperfect && c.cue.Form.Gender == lexicon.Masculine && !c.cue.Form.Suffixed && c.first <= lo+1 {
		return nil, false // «ويعتبر السجن جزيرة»: nobody is said to hold it
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
		if !t.r.functions.Serves(strings.TrimPrefix(t.d.toks[i-1].Norm, "و"), lexicon.Concession) && !(t.d.is(i-1, "من") && i > lo+1 && t.r.functions.Serves(strings.TrimPrefix(t.d.toks[i-2].Norm, "و"), lexicon.Concession)) {
			continue
		}
		s, ok := t.sourceFrom(i+1, c.first)
		return s, ok && agrees(c.cue.Form, &s)
	}
	return source{}, false
}

// deniesVerb: the folded word is a negation before a finite verb.
func deniesVerb(norm string) bool {
	switch norm {
	case "لم", "ولم", "لن", "ولن", "لا", "ولا":
		return true
	}
	return false
}

// toldNothing is of whom the sentence says that he did not tell something, before the turn to what he does tell:
// «لم ينف الوزير الخبر، لكنه شدد على أن».
func (t *teller) toldNothing(c *candidate, lo int) (source, bool) {
	if c.first < lo+4 || c.quote >= 0 || !strings.HasPrefix(t.d.toks[c.first-1].Norm, "لكنه") && !(t.d.fn[c.first-1]&lexicon.ThatWord != 0 && (t.d.is(c.first-2, "الا") || t.d.is(c.first-2, "غير"))) {
		return source{}, false
	}
	for i := max(lo+1, c.first-maxLookBack); i+1 < c.first; i++ {
		if !deniesVerb(t.d.toks[i-1].Norm) || t.d.toks[i].Kind != wordKind {
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
	s, ok := t.firstSubject(lo, c.first, c.cue.Form)
	return ok && s.kind != isnad.Group && s.kind != isnad.Unnamed
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
	if n := t.d.sentOf[c.first]; n > 0 {
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
	for i := max(lo, hi-maxLookBack); i < hi; i++ {
		s, ok := t.sourceFrom(i, hi)
		if !ok {
			continue
		}
		if agrees(f, &s) && t.subjectPlace(i, lo, s.cut) && (s.kind != isnad.Document || t.heads(i, lo)) && (s.kind != isnad.Unnamed || s.number == lexicon.Plural || s.role) {
			return s, true
		}
		i = max(i, s.npEnd-1)
	}
	return source{}, false
}

// heads: a noun phrase at i heads the sentence, auxiliaries apart: «وكانت حصيلة سابقة».
func (t *teller) heads(i, lo int) bool {
	return i == lo || i == lo+1 && t.d.fn[lo]&lexicon.Auxiliary != 0
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
	if t.r.verbs[strings.TrimPrefix(t.d.toks[i].Norm, "و")] || i > 0 && t.r.functions.Serves(strings.TrimPrefix(t.d.toks[i-1].Norm, "و"), lexicon.Negator) {
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

// sameName: one name's words, articles apart, hold the other's.
func sameName(a, b string) bool {
	x, y := strings.Fields(arabic.Fold(a)), strings.Fields(arabic.Fold(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return subset(x, y)
}
