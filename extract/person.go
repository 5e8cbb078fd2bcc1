package extract

import (
	"sort"
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// person is somebody whom the article names in full, with the titles that stand with the
// name.
type person struct {
	name       string
	first, end int       // tokens of the name
	titles     [2][2]int // tokens of the titles before and behind it
	words      []string  // of the name, folded, without article
}

// learnPersons finds the persons that the article names in full, and the words of their
// names, before anything is attributed: a short name may come before the full one.
func (s *discourse) learnPersons() {
	d := s.d
	d.known = map[string]bool{}
	for i := 0; i < len(d.toks); i++ {
		if d.toks[i].Kind != wordKind {
			continue
		}
		if m, ok := at(&s.r.titles.Forms, d, i, inTitles); ok && !s.r.namesPlace(d, i) {
			src := s.r.titleSource(d, i, int(d.sents[d.sentOf[i]].End), m)
			if src.first > src.npFirst {
				if src.end-src.first >= 2 && d.fn[src.first] == 0 && (s.r.given[d.toks[src.first].Norm] != 0 || m.Value.Kind == "rank") {
					d.titled = append(d.titled, [2]int{src.first, src.end})
				}
				s.addPerson(src.first, src.end, [2]int{src.npFirst, src.first})
				i = src.end - 1
				continue
			}
		}
		if first, end, ok := s.fullNameAt(i); ok {
			s.addPerson(first, end, [2]int{})
			i = end - 1
		}
	}
	s.learned = len(s.persons)
}

// fullNameAt: a known first name with a further name behind it.
func (s *discourse) fullNameAt(i int) (first, end int, ok bool) {
	d, r := s.d, s.r
	if e, ok := d.personAt(i); ok && e.First == i && e.Cut == 0 && e.End-i >= 2 && !r.speaksTo(d, i, e.End) {
		return i, e.End, true
	}
	if i+1 >= len(d.toks) || d.spelt[i].given&lexicon.GivenName == 0 || !r.givenAt(d, i, i+1) || r.namesPlace(d, i) {
		return 0, 0, false
	}
	next := &d.toks[i+1]
	if next.Kind != wordKind || next.Line != d.toks[i].Line || d.fn[i+1] != 0 {
		return 0, 0, false
	}
	if !d.isName(i+1) && (strings.HasPrefix(next.Norm, "ال") || d.trait(i+1, cliticsBefore) || strings.HasSuffix(next.Norm, "ه")) {
		return 0, 0, false
	}
	end = r.nameEnd(d, i, int(d.sents[d.sentOf[i]].End))
	return i, end, end-i >= 2
}

// speaksTo: in a title, a surname and ل with another before a colon are two persons: «أردوغان لروحاني: …».
func (r *Reader) speaksTo(d *doc, i, end int) bool {
	return d.toks[i].Line == 0 && end == i+2 && end < len(d.toks) && d.is(end, ":") && strings.HasPrefix(d.toks[i+1].Norm, "ل") && !r.given.Is(d.toks[i].Norm)
}

// namesPlace: the name at i is that of a building or body («مستشفى الملك فهد»).
func (r *Reader) namesPlace(d *doc, i int) bool {
	return i > 0 && d.trait(i-1, namesBehind)
}

// before is how many persons were learned whose names end by token i.
func (s *discourse) before(i int) int {
	return sort.Search(s.learned, func(n int) bool { return s.persons[n].end > i })
}

// addPerson remembers the name in the tokens [first, end) with the titles before it and the
// one behind it: «وزير الخارجية محمد علي»، «محمد علي، وزير الخارجية».
func (s *discourse) addPerson(first, end int, before [2]int) {
	d := s.d
	p := person{name: cleanName(d.span(first, end).In(d.text)), first: first, end: end}
	p.titles[0] = before
	at, limit := end, int(d.sents[d.sentOf[first]].End)
	if at < limit && (d.toks[at].Norm == "،" || d.toks[at].Norm == ",") {
		at++
	}
	if at < limit && d.toks[at].Kind == wordKind {
		if m, ok := exact(&s.r.titles.Forms, d, at, inTitles); ok && at+m.Words <= limit {
			p.titles[1] = [2]int{at, s.r.phraseEnd(d, at+m.Words, limit, "person")}
		}
	}
	p.words = nameWords(p.name)
	s.index(&p, len(s.persons))
	s.persons = append(s.persons, p)
	for i := first; i < end; i++ {
		if w := d.toks[i].Norm; len(w) > 4 && d.fn[i] == 0 {
			if _, noun := exact(&s.r.nouns.Forms, d, i, inNouns); !noun {
				d.known[w] = true
			}
		}
	}
}

// nameWords is the words of a name as they are compared.
func nameWords(name string) []string {
	words := strings.Fields(arabic.Fold(name))
	for i, w := range words {
		words[i] = strings.TrimPrefix(w, "ال")
	}
	return words
}

// index files person n under each word of the name and of the titles.
func (s *discourse) index(p *person, n int) {
	if s.byWord == nil {
		s.byWord, s.byTitle = map[string][]int{}, map[string][]int{}
	}
	for _, w := range p.words {
		s.byWord[w] = appendOnce(s.byWord[w], n)
	}
	for _, t := range p.titles {
		for i := t[0]; i < t[1]; i++ {
			w := s.roleWordAt(i)
			s.byTitle[w] = appendOnce(s.byTitle[w], n)
		}
	}
}

// appendOnce keeps a list in which a person stands once, however often his name has a word.
func appendOnce(list []int, n int) []int {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}

// maxNamesakes bounds how many persons that share a word are compared.
const maxNamesakes = 64

// fullName finds the first full name that holds the words of this one; ok is false where
// none is longer.
func (s *discourse) fullName(name string) (person, bool) {
	words := nameWords(name)
	if len(words) == 0 {
		return person{}, false
	}
	same := s.byWord[words[len(words)-1]]
	for _, n := range same[:min(len(same), maxNamesakes)] {
		if p := &s.persons[n]; len(p.words) > len(words) && subset(words, p.words) {
			return *p, true
		}
	}
	return person{}, false
}

// subset: every word stands among the others, articles apart.
func subset(words, of []string) bool {
	for _, w := range words {
		found := false
		for _, f := range of {
			found = found || strings.TrimPrefix(f, "ال") == strings.TrimPrefix(w, "ال")
		}
		if !found {
			return false
		}
	}
	return true
}

// holder finds who bears a role: the person whose titles have its head word and most of
// its other words; before the role if one is there, the last of them.
func (s *discourse) holder(src *source) (person, bool) {
	head := s.officeHead(src)
	best, score := person{}, 0
	same := s.byTitle[head]
	for _, i := range same[:min(len(same), maxNamesakes)] {
		p := &s.persons[i]
		if p.first > src.npFirst && score > 0 {
			break
		}
		if n := s.roleOverlap(p, src, head); n >= score && n > 0 {
			best, score = *p, n
		}
	}
	return best, score > 0
}

// holderSpeaking is the last speaker among those who bear a bare role: «الوزير» is rather the minister who spoke than one whom
// the article has named since.
func (s *discourse) holderSpeaking(src *source) (person, bool) {
	if src.npEnd != src.npFirst+1 {
		return person{}, false
	}
	head := s.officeHead(src)
	same := s.byTitle[head]
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxAgreeing; i-- {
		chain := s.speakers[i].chain
		if len(chain) == 0 || chain[len(chain)-1].Kind != "person" {
			continue
		}
		for _, n := range same[:min(len(same), maxNamesakes)] {
			if p := &s.persons[n]; p.name == chain[len(chain)-1].Name && p.first < src.npFirst && s.roleOverlap(p, src, head) > 0 {
				return *p, true
			}
		}
	}
	return person{}, false
}

// officeHead is the first word of a role behind honorifics («معالي وزير الخارجية»).
func (s *discourse) officeHead(src *source) string {
	for i := src.npFirst; i < src.npEnd; i++ {
		m, ok := at(&s.r.titles.Forms, s.d, i, inTitles)
		if !ok || m.Value.Kind != "honorific" && !strings.HasPrefix(m.Value.Lemma, "صاحب") || i+m.Words >= src.npEnd {
			return s.roleWordAt(i)
		}
		i += m.Words - 1
	}
	return s.roleWordAt(src.npFirst)
}

// roleWordAt is the word at i, of a role, without the letters before it: وزير of «والوزير», and of «وزير».
func (s *discourse) roleWordAt(i int) string {
	w := s.d.toks[i].Norm
	if s.d.trait(i, cliticsBefore) {
		w = strings.TrimPrefix(w, "و")
	}
	return roleHead(w)
}

// roleHead is a word of a role without its article. Who speaks for somebody is called one thing and another.
func roleHead(w string) string {
	w = strings.TrimPrefix(w, "ال")
	if rest, ok := strings.CutPrefix(w, "ناطق"); ok {
		return "متحدث" + rest
	}
	return w
}

// isFormer reports whether a role says that it is a former one.
func isFormer(s *discourse, src *source) bool {
	for i := src.npFirst; i < src.npEnd; i++ {
		if s.r.functions.Serves(s.roleWordAt(i), lexicon.Former) {
			return true
		}
	}
	return false
}

// roleStem is what هندي، هندية and الهند have in common.
func roleStem(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "ه"), "ي")
}

// headsTitle: a title begins with the word at i, or one ends before it: not «نائب الرئيس», «محامي المتهم».
func (s *discourse) headsTitle(first, i int) bool {
	if i == first {
		return i == 0 || !strings.HasPrefix(s.d.toks[i].Norm, "ال") || strings.HasPrefix(s.d.toks[i-1].Norm, "ال") || !s.r.titleAt(s.d, i-1)
	}
	if strings.HasPrefix(s.d.toks[i].Norm, "و") || s.d.toks[i-1].Kind != wordKind {
		return true
	}
	return strings.HasPrefix(s.d.toks[i-1].Norm, "ال") || !strings.HasPrefix(s.d.toks[i].Norm, "ال") && s.d.fn[i-1]&lexicon.Preposition != 0
}

// servesUnder: a title of the person of this name has the role within it, which is then another's: «نائب الوزير» is
// not «الوزير».
func (s *discourse) servesUnder(name string, src *source) bool {
	head := s.officeHead(src)
	for _, n := range s.byTitle[head] {
		if p := &s.persons[n]; p.name == name {
			return true
		}
	}
	return false
}

// foreign: the article gives the person of this name a title of another country than the role's:
// «الرئيس الروماني» is not «الرئيس الفرنسي فلان».
func (s *discourse) foreign(name string, src *source) bool {
	for i := src.npFirst + 1; i < src.npEnd; i++ {
		m, country := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives)
		if !country {
			continue
		}
		for n := range s.persons {
			if p := &s.persons[n]; p.name == name && s.otherCountry(p, m.Value) {
				return true
			}
		}
	}
	return false
}

// unknownCountry: the role is of a country, and no title of the person says of which he is: «الوزير اللبناني» may be another
// than «الوزير سالم حداد».
func (s *discourse) unknownCountry(p *person, src *source) bool {
	if src.npEnd != src.npFirst+2 {
		return false
	}
	m, country := exact(&s.r.polities.Adjectives, s.d, src.npFirst+1, inAdjectives)
	if !country {
		return false
	}
	for _, t := range p.titles {
		for i := t[0]; i < t[1]; i++ {
			of, adjective := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives)
			if !adjective {
				of, adjective = at(&s.r.polities.Names, s.d, i, inPolities)
			}
			if adjective && of.Value == m.Value {
				return false
			}
		}
	}
	return true
}

// otherCountry: a title of the person is of a country, and none of this one.
func (s *discourse) otherCountry(p *person, of *lexicon.Polity) bool {
	other := false
	for _, t := range p.titles {
		for i := t[0]; i < t[1]; i++ {
			m, ok := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives)
			if !ok {
				m, ok = at(&s.r.polities.Names, s.d, i, inPolities)
			}
			if ok && m.Value == of {
				return false
			}
			other = other || ok
		}
	}
	return other
}

// otherHead: the title is رئيس of something at i that is no state, and the role is «الرئيس» of a country.
func (s *discourse) otherHead(src *source, i int) bool {
	w := s.roleWordAt(i)
	if s.roleWordAt(src.npFirst) != "رييس" || src.npEnd != src.npFirst+2 || !strings.HasPrefix(s.d.toks[i].Norm, "ال") && s.d.fn[i]&lexicon.NamedAfter == 0 && !s.d.has(i, inNouns) {
		return false
	}
	if _, country := exact(&s.r.polities.Adjectives, s.d, src.npFirst+1, inAdjectives); !country {
		return false
	}
	_, country := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives)
	return !country && !s.r.functions.Serves(w, lexicon.OfState) && !s.r.functions.Serves(w, lexicon.Former)
}

// roleOverlap counts the words that a person's titles share with a role; 0 where they
// have another head, or the role tells a word (a country) that the titles lack.
func (s *discourse) roleOverlap(p *person, src *source, head string) int {
	n, has, former, foreign := 2, false, false, 0
	said, of := map[string]bool{}, map[*lexicon.Polity]bool{}
	for _, t := range p.titles {
		for i := t[0]; i < t[1]; i++ {
			w := s.roleWordAt(i)
			if w == head && i+1 < t[1] && s.otherHead(src, i+1) {
				return 0
			}
			has = has || w == head && s.headsTitle(t[0], i)
			said[roleStem(w)] = true
			former = former || s.r.functions.Serves(w, lexicon.Former)
			if m, country := exact(&s.r.polities.Adjectives, s.d, i, inAdjectives); country {
				foreign++
				of[m.Value] = true
			}
			if m, country := at(&s.r.polities.Names, s.d, i, inPolities); country {
				foreign++
				of[m.Value] = true
			}
		}
	}
	if !has || s.ofOtherBody(p, src, said) {
		return 0
	}
	for j := src.npFirst + 1; j < src.npEnd; j++ {
		w := roleStem(s.roleWordAt(j))
		if len(w) <= 4 {
			continue
		}
		m, country := exact(&s.r.polities.Adjectives, s.d, j, inAdjectives)
		if said[w] || country && of[m.Value] {
			n += 2
			if country {
				foreign = 0
			}
		} else if country && len(of) > 0 {
			return 0 // «السفير القطري» is not the one of China
		} else if country && len(said) > 2 {
			n -= 2
		}
	}
	if former && !isFormer(s, src) {
		n--
	}
	if foreign > 0 {
		n-- // «وزير الخارجية» alone is rather the one without another country
	}
	return max(n, 0)
}

// ofOtherBody: a role tells of whom or what, and a person's titles tell of another: «رئيس بلدية المنستير» is not who
// is mayor of another town. said are the words of the titles. A class word alone («المتحدث باسم الوزارة») may stand for
// the body that the titles name.
func (s *discourse) ofOtherBody(p *person, src *source, said map[string]bool) bool {
	from, end := s.roleOf(src.npFirst, src.npEnd)
	if from >= end || s.d.toks[src.npFirst].Line == 0 || s.d.trait(end-1, pronounBehind) {
		return false // a title says it shorter, and so does «رئيس بلديتها»
	}
	for from+1 < end && roleStem(s.roleWordAt(from)) == "عام" {
		from++ // «مدير عام الديوان»
	}
	class := s.d.joins(from, lexicon.BodyClass)
	switch told := said[roleStem(s.roleWordAt(from))]; {
	case class && from+1 == end:
		return !told && s.otherSort(p, from)
	case !class && told:
		return false
	}
	if class && said[roleStem(s.roleWordAt(from))] {
		from++
	}
	same := 0
	for i := from; i < end; i++ {
		if said[roleStem(s.roleWordAt(i))] {
			same++
		}
	}
	if same > 1 || said[roleStem(s.roleWordAt(from))] || said[roleStem(s.roleWordAt(end-1))] {
		return false
	}
	for _, t := range p.titles {
		i, to := s.roleOf(t[0], t[1])
		if i+1 == to && s.d.joins(i, lexicon.BodyClass) {
			continue
		}
		for ; i < to; i++ {
			if w := s.roleWordAt(i); len(w) > 4 && !s.tells(src, w) {
				return true
			}
		}
	}
	return false
}

// otherSort: of the class word at i and the one that begins what the person's titles tell of, one is of a state: «رئيس الحكومة»
// is no «رئيس حركة».
func (s *discourse) otherSort(p *person, i int) bool {
	for _, t := range p.titles {
		if k, to := s.roleOf(t[0], t[1]); k < to && s.d.joins(k, lexicon.BodyClass) {
			return s.d.joins(i, lexicon.StateClass) != s.d.joins(k, lexicon.StateClass)
		}
	}
	return false
}

// roleOf is what of the role at [first, end) tells of whom or what it is: behind a head without article, or behind
// «باسم»; no further than a preposition.
func (s *discourse) roleOf(first, end int) (from, to int) {
	from = first + 1
	if strings.HasPrefix(s.d.toks[first].Norm, "ال") {
		for from < end && !s.d.serves(from, lexicon.Titled) {
			from++
		}
	}
	if from < end && s.d.serves(from, lexicon.Titled) {
		from++
	}
	for to = from; to < end && s.d.fn[to]&lexicon.Preposition == 0; to++ {
	}
	return from, to
}

// tells reports whether a role has the word.
func (s *discourse) tells(src *source, word string) bool {
	for j := src.npFirst + 1; j < src.npEnd; j++ {
		if roleStem(s.roleWordAt(j)) == roleStem(word) {
			return true
		}
	}
	return false
}
