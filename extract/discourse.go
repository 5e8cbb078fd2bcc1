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
	persons  []person
	scanned  int          // tokens whose persons are known
	outer    []isnad.Link // chain of a claim that only introduces the next one
}

type speaker struct {
	source   source
	chain    []isnad.Link
	carried  bool // a medium stands before the speaker and goes on carrying his words
	sentence int
}

// person is somebody named in full.
type person struct {
	name        string
	first, end  int
	titleTokens [2]int
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
	return cleanName(span.In(s.d.text))
}

// cleanName drops quotation marks, brackets and line feeds.
func cleanName(name string) string {
	var b strings.Builder
	for _, t := range arabic.Tokenize(nil, name) {
		if t.Kind == punctKind && t.Norm != "-" && t.Norm != "." {
			continue
		}
		if b.Len() > 0 && !t.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(name[t.Start:t.End])
	}
	return b.String()
}

// resolve makes the link of a source: a short name is listed by its full one, a definite
// role by the one who holds it.
func (s *discourse) resolve(src *source) isnad.Link {
	l := s.link(src, false)
	if src.kind == isnad.Person && !src.role {
		if p, ok := s.fullName(l.Name, src.first); ok {
			l.Name = p.name
		}
		s.remember(src, l.Name)
		return l
	}
	if !src.role {
		return l
	}
	if p, ok := s.holder(src); ok {
		l.Name, l.Kind, l.Implicit = p.name, isnad.Person, true
		l.Mention = s.d.span(p.first, p.end)
		return l
	}
	if sp, ok := s.sameHead(src); ok {
		last := sp.chain[len(sp.chain)-1]
		last.Implicit = true
		return last
	}
	return l
}

// remember keeps a person's name for later short forms.
func (s *discourse) remember(src *source, name string) {
	s.persons = append(s.persons, person{name: name, first: src.first, end: src.end, titleTokens: src.titleTokens})
}

// fullName finds the longer name of somebody named before whose words hold this one's.
func (s *discourse) fullName(name string, at int) (person, bool) {
	words := strings.Fields(arabic.Fold(name))
	for i := range s.persons {
		p := &s.persons[i]
		full := strings.Fields(arabic.Fold(p.name))
		if len(full) > len(words) && len(words) > 0 && subset(words, full) {
			return *p, true
		}
	}
	return person{}, false
}

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

// holder finds who bears the role: the last person whose title has its head word, and
// every other word that they both tell.
func (s *discourse) holder(src *source) (person, bool) {
	s.scan(src.npFirst)
	head := roleHead(s.d.toks[src.npFirst].Norm)
	best, score := person{}, 0
	for i := range s.persons {
		p := &s.persons[i]
		n := s.roleOverlap(p, src, head)
		if n >= score && n > 0 {
			best, score = *p, n
		}
	}
	return best, score > 0
}

func roleHead(w string) string {
	w = strings.TrimPrefix(strings.TrimPrefix(w, "و"), "ال")
	return w
}

func (s *discourse) roleOverlap(p *person, src *source, head string) int {
	n, has := 0, false
	for i := p.titleTokens[0]; i < p.titleTokens[1]; i++ {
		w := roleHead(s.d.toks[i].Norm)
		has = has || w == head
		for j := src.npFirst + 1; j < src.npEnd; j++ {
			if roleHead(s.d.toks[j].Norm) == w && len(w) > 4 {
				n++
			}
		}
	}
	if !has {
		return 0
	}
	return n + 1
}

// scan learns the titled persons of the text before token end.
func (s *discourse) scan(end int) {
	for i := s.scanned; i < end; i++ {
		if s.d.toks[i].Kind != wordKind {
			continue
		}
		m, ok := s.r.titles.Forms.At(s.d.toks, i)
		if !ok {
			continue
		}
		src := s.r.titleSource(s.d, i, int(s.d.sents[s.d.sentOf[i]].End), m)
		if src.first > src.npFirst {
			s.persons = append(s.persons, person{name: cleanName(s.d.span(src.first, src.end).In(s.d.text)), first: src.first, end: src.end, titleTokens: src.titleTokens})
			i = src.end - 1
		}
	}
	s.scanned = max(s.scanned, end)
}

// sameHead finds the last speaker whose phrase has the same head noun (الوكالة، المصادر).
func (s *discourse) sameHead(src *source) (speaker, bool) {
	for i := len(s.speakers) - 1; i >= 0; i-- {
		sp := &s.speakers[i]
		if sp.source.kind == src.kind && (sp.source.head == src.head || src.kind == isnad.Media) {
			return *sp, true
		}
	}
	return speaker{}, false
}

// spoke remembers a speaker with his chain.
func (s *discourse) spoke(src source, chain []isnad.Link, carried bool) {
	s.speakers = append(s.speakers, speaker{source: src, chain: chain, carried: carried, sentence: s.sentence})
}

// carriedMedium is the medium that goes on carrying the words of the one who spoke last.
func (s *discourse) carriedMedium(l *isnad.Link) []isnad.Link {
	if len(s.speakers) == 0 {
		return nil
	}
	last := &s.speakers[len(s.speakers)-1]
	n := len(last.chain)
	if !last.carried || n < 2 || !sameName(last.chain[n-1].Name, l.Name) {
		return nil
	}
	return implicit(last.chain[:n-1])
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
	if c.cue.Passive && c.cue.Form.Shape == lexicon.Perfect && c.cue.Class == lexicon.VerbCue && len(s.speakers) == 0 {
		return nil, false
	}
	if sp, ok := s.lastAgreeing(c.cue.Form, len(t.d.toks)); ok && len(outer) == 0 {
		if sp.sentence == s.sentence || !t.namedBetween(c, sp, lo) {
			chain := implicit(sp.chain)
			medium, carried := t.medium(c)
			if len(medium) > 0 && len(chain) == 1 {
				chain = append(medium, chain...)
			}
			s.spoke(sp.source, chain, carried || sp.carried)
			return append(chain, t.origins(c)...), true
		}
	}
	if src, ok := t.named(c, lo); ok {
		l := s.resolve(&src)
		l.Implicit = true
		chain := t.addLink(append([]isnad.Link{}, outer...), l)
		if len(chain) > 0 {
			s.spoke(src, chain, false)
			return chain, true
		}
	}
	return nil, false
}

// lastAgreeing is the last speaker that a form agrees with.
func (s *discourse) lastAgreeing(f lexicon.Form, before int) (speaker, bool) {
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-6; i-- {
		if agrees(f, &s.speakers[i].source) {
			return s.speakers[i], true
		}
	}
	return speaker{}, false
}

// namedBetween: for a participle that hangs on a sentence told by the narrator, the
// subject of that sentence comes before an earlier speaker.
func (t *teller) namedBetween(c *candidate, sp speaker, lo int) bool {
	if c.cue.Form.Shape != lexicon.Participle {
		return false
	}
	_, ok := t.named(c, lo)
	return ok
}

// named is the first source named in the sentence before the cue that agrees with it,
// else the first of the sentence before.
func (t *teller) named(c *candidate, lo int) (source, bool) {
	if s, ok := t.firstSource(lo, c.first, c.cue.Form); ok {
		return s, true
	}
	if n := t.d.sentOf[c.first]; n > 0 {
		prev := t.d.sents[n-1]
		return t.firstSource(prev.First, prev.End, c.cue.Form)
	}
	return source{}, false
}

func (t *teller) firstSource(lo, hi int, f lexicon.Form) (source, bool) {
	for i := lo; i < hi; i++ {
		if s, ok := t.r.listedOrNamed(t.d, i, hi); ok {
			if agrees(f, &s) && (s.kind != isnad.Document || s.number == lexicon.Singular) {
				return s, true
			}
			i = max(i, s.npEnd-1)
		}
	}
	return source{}, false
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
