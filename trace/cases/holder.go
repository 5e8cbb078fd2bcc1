package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// holder is who holds an office, as far as the articles of a story say it.
type holder struct {
	person  string // the fullest name
	key     string // its words
	several bool   // others hold an office of this name too
}

// officeLeast is how many words an office must have to be somebody's own: «وزير الدفاع», not «الوزير».
const officeLeast = 2

// holders finds which persons hold which offices, by the roles that an article gives them.
func (ids *identities) holders(a *isnad.Analysis) {
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type != isnad.PER {
			continue
		}
		person := isnad.Link{Name: e.Name, Kind: isnad.Person}
		key := strings.Join(ids.words(person), " ")
		for _, role := range e.Roles {
			office := stems(ids.words(isnad.Link{Name: role, Kind: isnad.Person}))
			if len(office) < officeLeast || key == "" {
				continue
			}
			ids.roles[key] = append(ids.roles[key], office)
			at := strings.Join(office, " ")
			switch h, known := ids.held[at]; {
			case !known || len(key) > len(h.key) && samePerson(h.key, key):
				ids.held[at] = holder{person: e.Name, key: key, several: h.several}
			case !samePerson(h.key, key):
				h.several = true
				ids.held[at] = h
			}
		}
	}
}

// samePerson reports whether the words of one name are all in the other.
func samePerson(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return within(x, y) || within(y, x)
}

// incumbent is the person whom a source calls by his office alone: «وزير الدفاع» where an article of
// the story names him with it.
func (ids *identities) incumbent(doc, claim int, l isnad.Link) (isnad.Link, bool) {
	if l.Kind != isnad.Person && l.Kind != isnad.Unnamed || ids.personIn(doc, l.Mention) != "" {
		return l, false
	}
	office := stems(ids.words(l))
	if len(office) < officeLeast {
		return l, false
	}
	if h, known := ids.held[strings.Join(office, " ")]; known && !h.several {
		l.Name, l.Kind = h.person, isnad.Person
		return l, true
	}
	if l.Kind != isnad.Person {
		return l, false
	}
	return ids.namedNext(doc, claim, l)
}

// bureau is what serves who holds an office.
const bureau = "مكتب"

// served is who holds the office whose bureau tells: «مكتب رئيس الوزراء»، «بيان عن مكتب رئيس الوزراء».
func (ids *identities) served(l isnad.Link) (isnad.Link, bool) {
	words := ids.words(l)
	at := slices.Index(words, bureau)
	if at < 0 || at > 0 && l.Kind != isnad.Document || len(words)-at <= officeLeast {
		return l, false
	}
	h, known := ids.held[strings.Join(stems(words[at+1:]), " ")]
	if !known || h.several {
		return l, false
	}
	l.Name, l.Kind = h.person, isnad.Person
	return l, true
}

// namedNext is who speaks next, where an article begins with the office alone and then names the
// man with no more than his rank: «أعلن وزير الدفاع … وصرح الجنرال فلان».
func (ids *identities) namedNext(doc, claim int, l isnad.Link) (isnad.Link, bool) {
	a := ids.docs[doc]
	for i := claim + 1; i < len(a.Claims); i++ {
		chain := a.Claims[i].Sources
		if len(chain) == 0 || chain[len(chain)-1].Mention == l.Mention {
			continue
		}
		next := chain[len(chain)-1]
		if next.Kind != isnad.Person || next.Implicit || next.Mention.Start-l.Mention.End > farthest || ids.personIn(doc, next.Mention) == "" {
			return l, false
		}
		for k := range a.Entities {
			e := &a.Entities[k]
			if e.Type != isnad.PER || e.Name != next.Name {
				continue
			}
			if len(e.Roles) == 0 || slices.ContainsFunc(e.Roles, func(role string) bool { return len(strings.Fields(role)) > 1 }) {
				return l, false
			}
			return next, ids.firstNamed(a, e.ID) >= l.Mention.End
		}
		return l, false
	}
	return l, false
}

// farthest is how many bytes stand between an office and the name of who holds it.
const farthest = 700

// firstNamed is where an article first names an entity.
func (ids *identities) firstNamed(a *isnad.Analysis, entity string) int {
	for _, m := range a.Mentions {
		if m.Entity == entity {
			return m.Span.Start
		}
	}
	return -1
}

// personIn is the last person named in a stretch, empty where there is none.
func (ids *identities) personIn(doc int, s isnad.Span) (name string) {
	a := ids.docs[doc]
	for _, m := range a.Mentions {
		if m.Type == isnad.PER && m.Span.Start >= s.Start && m.Span.End <= s.End {
			name = m.Span.In(a.Text)
		}
	}
	return name
}

// quotedIn is the person whose words a document passes on, where the two were read as one source:
// «نقل البيان قول فلان».
func (ids *identities) quotedIn(doc int, l isnad.Link) (isnad.Link, bool) {
	person := ids.personIn(doc, l.Mention)
	if l.Kind != isnad.Document || person == "" {
		return l, false
	}
	before, _, found := strings.Cut(l.Name, person)
	if !found {
		return l, false
	}
	toks := arabic.Tokenize(nil, before)
	for i := 1; i < len(toks); i++ {
		if ids.r.functions.Word(bare(toks[i].Norm))&lexicon.Spoken != 0 {
			l.Name, l.Kind = person, isnad.Person
			return l, true
		}
	}
	return l, false
}

// bodyOfThose is the body whose people a source is: «متمردو حركة كذا».
func (ids *identities) bodyOfThose(doc int, l isnad.Link) (isnad.Link, bool) {
	if l.Kind != isnad.Group {
		return l, false
	}
	first, rest, found := strings.Cut(l.Name, " ")
	if !found || !ids.r.armed[bare(arabic.Fold(first))] {
		return l, false
	}
	a := ids.docs[doc]
	for _, m := range a.Mentions {
		if m.Type == isnad.ORG && m.Span.Start > l.Mention.Start && m.Span.Start < l.Mention.End && namesBody(rest, m.Span.In(a.Text)) {
			l.Name, l.Kind = rest, isnad.Organization
			return l, true
		}
	}
	return l, false
}

// namesBody reports whether words begin with the name of a body, or are it with what kind of body it is before it:
// «حركة» and the name of the movement.
func namesBody(words, name string) bool {
	_, behind, _ := strings.Cut(words, " ")
	return strings.HasPrefix(words, name) || behind == name
}

// speaksAs reports whether a person holds an office of a body: who is told of as «كبير مسؤولي
// السفارة» and the embassy are one, and a minister is one with his ministry, a president with his
// presidency.
func (ids *identities) speaksAs(person, body int) bool {
	b, known := ids.bodyOf[body]
	p, named := ids.bodyOf[person]
	if !known || !named || ids.all[person].kind != isnad.Person || ids.all[body].kind == isnad.Person || len(ids.bodies[b].stems) < officeLeast {
		return false
	}
	want := slices.Clone(ids.bodies[b].stems)
	for i, s := range want {
		if head, ok := heads[s]; ok {
			want[i] = head
		}
	}
	return slices.ContainsFunc(ids.roles[strings.Join(ids.bodies[p].words, " ")], func(role []string) bool { return within(want, role) })
}

// heads are who heads a ministry and a presidency, as stems.
var heads = map[string]string{arabic.Stem("وزاره"): arabic.Stem("وزير"), arabic.Stem("رئاسه"): arabic.Stem("رئيس")}
