package tagger

import (
	_ "embed"
	"fmt"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// headClass says how a class word before a name is taken off it.
type headClass string

// The classes of heads.tsv.
const (
	headPlace headClass = "place" // محافظة عدن
	headBody  headClass = "body"  // تنظيم داعش
	headForce headClass = "force" // قوات حفتر
	headArms  headClass = "arms"  // طائرات ميغ 29
	headSide  headClass = "side"  // شرق ليبيا, but all of شمال سيناء
)

//go:embed data/heads.tsv
var headTable string

// parseHeads reads heads.tsv: folded class words with their class.
func parseHeads(name, table string) (map[string]headClass, error) {
	heads := map[string]headClass{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, word, ok := strings.Cut(line, "\t")
		switch headClass(class) {
		case headPlace, headBody, headForce, headArms, headSide:
		default:
			ok = false
		}
		if !ok || word == "" {
			return nil, fmt.Errorf("%s:%d: want a class (place, body, force, arms, side) and a word, got %q", name, n+1, line)
		}
		heads[arabic.Fold(word)] = headClass(class)
	}
	return heads, nil
}

// settle gives a name the span and type that it has by the guidelines: without class
// words and titles, and a place of the kind that the gazetteers know it as.
func (m *Model) settle(toks []arabic.Token, e Entity) Entity {
	e = m.behead(toks, m.cut(toks, e))
	if isPlace(e.Type) {
		if t := m.known(toks, e); isPlace(t) || e.Type == isnad.FAC && t == isnad.ORG {
			e.Type = t
		}
	}
	return e
}

// behead takes the class word off a name where the name stands without it: a mention is
// «عدن» of «محافظة عدن», but all of «منظمة الصحة العالمية».
func (m *Model) behead(toks []arabic.Token, e Entity) Entity {
	if e.End-e.First < 2 {
		return e
	}
	if e.Type == isnad.PER {
		return m.untitle(toks, e)
	}
	class, ok := m.head(&toks[e.First])
	if !ok {
		return e
	}
	rest := Entity{First: e.First + 1, End: e.End, Head: 1, Type: e.Type}
	known := m.known(toks, rest)
	switch class {
	case headPlace:
		if isPlace(e.Type) && (known != "" || !strings.HasPrefix(toks[rest.First].Norm, "ال")) {
			return m.cut(toks, rest)
		}
	case headSide:
		if known == isnad.GPE && m.known(toks, e) == "" {
			rest.Head, rest.Type = 0, known
			return m.cut(toks, rest)
		}
	case headArms:
		if e.Type == isnad.EQP {
			return m.cut(toks, rest)
		}
	case headBody:
		if e.Type == isnad.ORG && (known == isnad.ORG || m.within(toks, rest)&m.bodies != 0) {
			return m.cut(toks, rest)
		}
	case headForce:
		if known != "" && e.Type == isnad.ORG {
			rest.Type = known
			return m.cut(toks, rest)
		}
	}
	return e
}

// apart appends a name, or the two that it is: a body and a country that both are known,
// side by side as the subject and the object of a verb are («حملت حركة [حماس] [إسرائيل] …»);
// persons with و between them are as many («[سالم] و[ماجد]»).
func (m *Model) apart(dst []Entity, toks []arabic.Token, e Entity) []Entity {
	if e.Type == isnad.PER {
		return m.persons(dst, toks, e)
	}
	if e.Type != isnad.ORG || e.End-e.First < 2 || m.known(toks, e) != "" {
		return append(dst, e)
	}
	for at := e.First + 1; at < e.End; at++ {
		place := Entity{First: at, End: e.End, Type: isnad.GPE}
		if m.known(toks, place) != isnad.GPE {
			continue
		}
		body := m.behead(toks, Entity{First: e.First, End: at, Type: isnad.ORG, Head: e.Head, Cut: e.Cut})
		if m.known(toks, body) == isnad.ORG {
			return append(dst, body, place)
		}
	}
	return append(dst, e)
}

// persons appends the persons of a stretch: another begins with each known name behind و, and
// behind the place that ends a title («والي [صفاقس] [مراد كامل]»).
func (m *Model) persons(dst []Entity, toks []arabic.Token, e Entity) []Entity {
	if place := (Entity{First: e.First, End: e.First + 1, Type: isnad.GPE, Cut: e.Cut}); e.End-e.First > 1 && !m.seq.IsName(toks[e.First].Norm) && m.known(toks, place) == isnad.GPE {
		dst = append(dst, m.cut(toks, place))
		e = m.cut(toks, Entity{First: e.First + 1, End: e.End, Type: isnad.PER})
	}
	for i := e.First + 1; i < e.End; i++ {
		norm := toks[i].Norm
		name, and := strings.CutPrefix(norm, "و")
		if !and || len(name) < 6 || m.seq.IsName(norm) || !m.seq.IsName(name) || len(name) < 8 && seq.Clitics(norm) == 0 {
			continue
		}
		before := e
		before.End = i
		dst = append(dst, before)
		e = m.cut(toks, Entity{First: i, End: e.End, Type: isnad.PER})
	}
	return append(dst, e)
}

// head is the class of a class word, clitics before it or not.
func (m *Model) head(t *arabic.Token) (class headClass, ok bool) {
	class, ok = m.heads[t.Norm[seq.Clitics(t.Norm):]]
	if !ok {
		class, ok = m.heads[t.Norm]
	}
	return class, ok
}

// isClass reports whether what was found is nothing but a class word, which names nothing:
// «[تنظيم] داعش».
func (m *Model) isClass(toks []arabic.Token, e Entity) bool {
	if e.End-e.First > 1 || e.Type == isnad.PER || strings.HasPrefix(toks[e.First].Norm, "ال") {
		return false
	}
	_, is := m.head(&toks[e.First])
	return is && m.known(toks, e) == ""
}

// IsHead reports whether a token is a class word that may stand before the name of a place
// or a body: مدينة, شركة.
func (m *Model) IsHead(t *arabic.Token) bool {
	class, ok := m.head(t)
	return ok && (class == headPlace || class == headBody)
}

// IsSide reports whether a folded word is a side of the place that follows: شرق, شمالي.
func (m *Model) IsSide(norm string) bool { return m.heads[norm] == headSide }

// untitle takes titles off a person's name, and whom he speaks to: no person's name goes on
// over لل («قال سامي [للصحيفة]»).
func (m *Model) untitle(toks []arabic.Token, e Entity) Entity {
	for i := e.First + 1; i < e.End; i++ {
		if w := toks[i].Norm; len(w) > 8 && strings.HasPrefix(w, "لل") {
			e.End = i
		}
	}
	for again := true; again; {
		again = false
		m.seq.Lists.Find(toks[e.First:e.End], func(_, words int, lists uint64) {
			if lists&m.titles != 0 && !again && e.First+words < e.End {
				e.First += words
				again = true
			}
		})
	}
	return m.cut(toks, e)
}

func isPlace(t isnad.EntityType) bool {
	return t == isnad.GPE || t == isnad.LOC || t == isnad.FAC
}

// known is the type of a stretch that is wholly a name of the gazetteers, or of a
// person's names; empty for others.
func (m *Model) known(toks []arabic.Token, e Entity) (t isnad.EntityType) {
	if t = m.listed.of(m.within(toks, e)); t != "" || isPlace(e.Type) {
		return t
	}
	for _, tok := range toks[e.First:e.End] {
		if !m.seq.IsName(tok.Norm) || strings.HasPrefix(tok.Norm, "ال") {
			return ""
		}
	}
	return isnad.PER
}

// within gives the lists that have a stretch as a whole.
func (m *Model) within(toks []arabic.Token, e Entity) (in uint64) {
	m.seq.Lists.Find(toks[e.First:e.End], func(cut, words int, lists uint64) {
		if words == e.End-e.First && (cut == 0 || e.Cut > 0) {
			in |= lists
		}
	})
	return in
}

// listTypes are the lists of names of each type, as bits.
type listTypes []struct {
	lists uint64
	t     isnad.EntityType
}

func (l listTypes) of(lists uint64) isnad.EntityType {
	for _, x := range l {
		if lists&x.lists != 0 {
			return x.t
		}
	}
	return ""
}

// lists are the lists of names of one type.
func (l listTypes) lists(t isnad.EntityType) (lists uint64) {
	for _, x := range l {
		if x.t == t {
			lists |= x.lists
		}
	}
	return lists
}

// any are all lists of names.
func (l listTypes) any() (lists uint64) {
	for _, x := range l {
		lists |= x.lists
	}
	return lists
}
