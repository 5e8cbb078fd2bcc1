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
	handed   handed
	outer    []isnad.Link // chain of a claim that only introduces candidate outerOf
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

// handed is who tells what another says, as the text last told with a preposition: «ذكرت رويترز نقلا عن مصدر أن».
type handed struct {
	origin string       // whose words they are
	by     []isnad.Link // through whom they came
	since  int          // how many had spoken then
}

// handedOn is through whom the words of l came lately, if nobody else has spoken since.
func (s *discourse) handedOn(l *isnad.Link) []isnad.Link {
	h := &s.handed
	if h.origin == "" || !sameName(h.origin, s.whoseOne(l.Name)) {
		return nil
	}
	for _, sp := range s.speakers[h.since:] {
		if n := len(sp.chain); n > 0 && !sameName(sp.chain[n-1].Name, h.origin) && !sameName(sp.chain[n-1].Name, h.by[0].Name) {
			return nil
		}
	}
	return implicit(h.by)
}

// whoseOne is of whom somebody is one: «أحد الدبلوماسيين» is one of «دبلوماسيين أوروبيين»; else the name itself.
func (s *discourse) whoseOne(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	if ok && strings.HasPrefix(rest, "ال") && s.r.functions.Serves(arabic.Fold(first), lexicon.OneOf) {
		return rest
	}
	return name
}

// link makes the link of a source as it stands.
func (s *discourse) link(src *source, implicit bool) isnad.Link {
	d := s.d
	first, end := src.first, src.end
	if end <= first {
		first, end = src.npFirst, src.npEnd // the name was given to what stands behind the phrase
	}
	span := d.span(first, end)
	span.Start += letterOffset(d.text[span.Start:span.End], src.cut)
	l := isnad.Link{Kind: src.kind, Mention: span, Implicit: implicit, Rule: src.rule}
	l.Name = s.listName(src, span)
	return l
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
	if speaking, ok := s.holderSpeaking(src); held && ok {
		p = speaking
	}
	if held && s.alone(src) && s.unknownCountry(&p, src) {
		if last, ok := s.lastSpoken(src); ok {
			return last
		}
	}
	if held && (src.kind == isnad.Person || src.kind == isnad.Unnamed) {
		l.Name, l.Kind, l.Implicit = p.name, isnad.Person, true
		l.Mention = s.d.span(p.first, p.end)
		return l
	}
	if src.kind == isnad.Person && s.alone(src) || s.anySpeaker(src) {
		if p, ok := s.lastSpoken(src); ok {
			return p
		}
	}
	if outlet, ok := s.laterOutlet(src); ok {
		return outlet
	}
	if sp, ok := s.sameHead(src); ok && (src.kind != isnad.Person || src.npEnd == src.npFirst+1 && !s.servesUnder(sp.chain[len(sp.chain)-1].Name, src)) {
		last := sp.chain[len(sp.chain)-1]
		last.Implicit = true
		return last
	}
	if p, ok := s.lastBody(src); ok {
		return p
	}
	if p, ok := s.agencyOf(src); ok {
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
		from, to := s.roleOf(src.npFirst, src.npEnd)
		if before := s.link(&named, true); src.kind != isnad.Person || from >= to && !s.foreign(before.Name, src) {
			l = before
		}
	}
	return l
}

// alone: a role without anything that tells it from another's: «المدرب»، «المدرب الأرجنتيني».
func (s *discourse) alone(src *source) bool {
	if i := src.npEnd; i+1 < len(s.d.toks) && s.d.fn[i]&lexicon.Preposition != 0 && s.d.fn[i+1]&lexicon.NamedAfter != 0 {
		return false // «الباحثة في معهد الشرق الأوسط»
	}
	i := src.npFirst + 1
	if s.d.servesAny(src.npFirst, lexicon.Selfsame, lexicon.Demonstrative) {
		i++ // «ذات المسؤول»
	}
	for ; i < src.npEnd; i++ {
		if _, country := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives); !country && s.d.fn[i]&lexicon.Same == 0 {
			return false
		}
	}
	return true
}

// anySpeaker: «ذات المسؤول», «المتحدث»: the word alone stands for a person who has just spoken, whatever he
// is called, unless one of whom no more is told has spoken.
func (s *discourse) anySpeaker(src *source) bool {
	if !s.r.functions.Serves(arabic.Fold(src.head), lexicon.AnySpeaker) || !s.alone(src) && !s.ofOneWord(src) {
		return false
	}
	for i := range s.speakers {
		if sp := &s.speakers[i].source; strings.TrimSuffix(roleHead(roleWord(sp.head)), "ة") == strings.TrimSuffix(src.head, "ة") && sp.npEnd > sp.npFirst+1 {
			return false // «المتحدث باسم الجيش»
		}
	}
	return true
}

// ofOneWord: one adjective tells what sort somebody is, and not who: «المسؤول الحكومي».
func (s *discourse) ofOneWord(src *source) bool {
	w := s.d.toks[src.npEnd-1].Norm
	return src.npEnd == src.npFirst+2 && strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه"))
}

// lastSpoken is the last speaker, if it is a person who was named and who may have the role: of its
// gender and country, without a title that would tell him from it. «الشاب» may be said of any.
func (s *discourse) lastSpoken(src *source) (isnad.Link, bool) {
	g := src.gender
	title, listed := exact(&s.r.titles.Forms, s.d, src.npFirst, inTitles)
	if s.d.serves(src.npFirst, lexicon.Departed) {
		return isnad.Link{}, false // «الراحل» spoke before all who speak of him
	}
	ofAny := listed && title.Value.Kind == "honorific" || s.anySpeaker(src) || s.d.serves(src.npFirst, lexicon.Anybody)
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-3; i-- {
		sp := &s.speakers[i]
		n := len(sp.chain)
		if g != lexicon.AnyGender && sp.source.gender != lexicon.AnyGender && sp.source.gender != g {
			continue
		}
		if n > 0 && sp.source.head == src.head && sp.chain[n-1].Kind == isnad.Unnamed {
			return isnad.Link{}, false // «قال رجل … وأضاف الرجل»
		}
		if n > 0 && sp.chain[n-1].Kind == isnad.Person && (ofAny || sp.source.titleTokens[1] == 0) {
			last := sp.chain[n-1]
			if s.foreign(last.Name, src) || !ofAny && s.servesUnder(last.Name, src) {
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
		if !s.d.serves(i, lexicon.Describing) && s.d.fn[i]&lexicon.Same == 0 {
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
	if src.kind != isnad.Unnamed || src.number != lexicon.Singular || len(s.speakers) == 0 {
		return isnad.Link{}, false
	}
	if !s.r.functions.Serves(src.head, lexicon.Anonymous) {
		return s.lastOfficial(src)
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
		if src.kind == isnad.Person && strings.HasPrefix(d.toks[i].Norm, "ال") && !strings.HasPrefix(d.toks[i-1].Norm, "ال") && s.r.titleAt(d, i-1) {
			continue // «نائب الوزير فلان»
		}
		if src.kind == isnad.Person && m.Value.Number == lexicon.Plural && strings.HasPrefix(d.toks[i].Norm, "ال") {
			continue // «الوزراء خطة العمل»: no adjective tells who they are
		}
		end := int(d.sents[d.sentOf[i]].End)
		n := s.r.nounSource(d, i, end, m)
		if n.kind != isnad.Person {
			n.end = s.r.untilTitle(d, i+m.Words, n.end)
			n.npEnd = min(n.npEnd, n.end)
		}
		if !n.role && n.end > i+m.Words && n.kind == src.kind && !describedOnly(d, &n, i+m.Words) {
			return n, true
		}
	}
	return source{}, false
}

// untilTitle is where the name of a body ends before the title and name of a person: «المتحدث باسم الجيش العميد
// فلان» names no army otherwise.
func (r *Reader) untilTitle(d *doc, from, end int) int {
	for i := from; i < end; i++ {
		m, ok := exact(&r.titles.Forms, d, i, inTitles)
		if ok && m.Value.Name && m.Value.Number == lexicon.Singular && strings.HasPrefix(d.toks[i].Norm, "ال") && r.givenBehind(d, i+m.Words) {
			return i
		}
	}
	return end
}

// givenBehind: a person's name begins at i, or is tagged there.
func (r *Reader) givenBehind(d *doc, i int) bool {
	return i < len(d.toks) && (d.isName(i) || r.givenAt(d, i, len(d.toks)))
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
	if src.kind == isnad.Unnamed && src.npEnd > src.npFirst+1 {
		if sp, told := s.sameSort(src); told {
			return sp, true
		}
	}
	return s.speakers[i], true
}

// maxSameSort bounds how many speakers back the one is sought whom an adjective tells from the others.
const maxSameSort = 12

// sameSort is the last speaker without a name whose phrase has the adjective of the role: «مصدر سوري … المصدر السوري»,
// whoever without a name spoke between.
func (s *discourse) sameSort(src *source) (speaker, bool) {
	of, definite := strings.CutPrefix(s.d.toks[src.npFirst+1].Norm, "ال")
	if !definite {
		return speaker{}, false
	}
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxSameSort; i-- {
		sp := &s.speakers[i]
		if sp.source.kind != isnad.Unnamed || len(sp.chain) == 0 || sp.source.role {
			continue
		}
		for k := sp.source.npFirst + 1; k < sp.source.npEnd; k++ {
			if s.d.toks[k].Norm == of {
				return *sp, true
			}
		}
	}
	return speaker{}, false
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
	if by := s.handedOn(l); by != nil {
		return by
	}
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		last := &s.speakers[i]
		n := len(last.chain)
		if n == 0 {
			continue
		}
		if told := last.chain[n-1].Name; sameName(told, s.whoseOne(l.Name)) || sameName(strings.ReplaceAll(told, " و", " "), l.Name) {
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
