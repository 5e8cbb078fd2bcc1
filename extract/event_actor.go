package extract

import (
	"slices"
	"sort"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// actor is a named mention as tokens.
type actor struct {
	first, end int
	kind       isnad.EntityType
	entity     string
	prefix     string // clitics before the name in its first token
	span       isnad.Span
	public     bool // people who are not named and bear no arms
}

// actorsOf appends the named mentions, laid over the tokens; weapons act in no event.
func actorsOf(out []actor, d *doc, mentions []isnad.Mention) []actor {
	for _, m := range mentions {
		if m.Type == isnad.EQP {
			continue
		}
		first := sort.Search(len(d.toks), func(i int) bool { return d.toks[i].End > m.Span.Start })
		end := first
		for end < len(d.toks) && d.toks[end].Start < m.Span.End {
			end++
		}
		if end == first {
			continue
		}
		prefix := ""
		if at := d.toks[first].Start; at < m.Span.Start {
			prefix = d.text[at:m.Span.Start]
		} else if d.toks[first].Text != "" && strings.HasPrefix(d.toks[first].Norm, "لل") {
			prefix = "ل"
		}
		out = append(out, actor{first: first, end: end, kind: m.Type, entity: m.Entity, prefix: prefix, span: m.Span})
	}
	slices.SortStableFunc(out, func(a, b actor) int { return a.first - b.first })
	return out
}

// learnCountries finds the entities that are countries, so that an adjective can stand
// for one: «الغارات التركية».
func (e *eventReader) learnCountries(entities []isnad.Entity) {
	e.country, e.isState, e.capital = map[*lexicon.Polity]string{}, map[string]bool{}, map[string]*lexicon.Polity{}
	var toks []arabic.Token
	for i := range entities {
		entity := &entities[i]
		toks = arabic.Tokenize(toks[:0], entity.Name)
		if len(toks) == 0 {
			continue
		}
		m, ok := e.l.polities.Names.Exact(toks, 0)
		if !ok || m.Words != len(toks) || m.Value.Kind == "seat" {
			continue
		}
		if m.Value.Kind == "capital" {
			e.capital[entity.ID] = m.Value.Country
			continue
		}
		e.country[m.Value] = entity.ID
		e.isState[entity.ID] = m.Value.Kind == "country" || m.Value.Kind == "union"
	}
}

// adjective is the entity of the country whose adjective token i is, or "".
func (e *eventReader) adjective(i int) string {
	if e.at[i] >= 0 {
		return ""
	}
	if m, ok := exact(&e.l.polities.Adjectives, e.d, i, inAdjectives); ok && m.Words == 1 {
		return e.state(m.Value)
	}
	return ""
}

// state is the entity of a country; one that the article has only as an adjective is an
// entity without mentions: «الحكومتين العراقية والتركية». «المالية» alone names none.
func (e *eventReader) state(p *lexicon.Polity) string {
	if id, ok := e.country[p]; ok || p.Kind != "country" || p.Common {
		return id
	}
	id := groupID(len(e.groups))
	e.groups = append(e.groups, group{name: p.Name, kind: isnad.GPE})
	e.country[p], e.isState[id] = id, true
	return id
}

// governed reports whether a preposition stands before the noun phrase that ends with
// actor n: in it, or before its title.
func (e *eventReader) governed(n int, from int) bool {
	a := &e.actors[n]
	if a.first > from && e.d.serves(a.first-1, lexicon.Loyal) {
		return false
	}
	if strings.ContainsAny(a.prefix, "بكل") {
		return true
	}
	reach := 3
	for i := a.first - 1; i >= from && i >= a.first-reach; i-- {
		if m := e.at[i]; m >= 0 && e.head(int(m)) == n {
			reach = min(a.first-e.actors[m].first+3, maxTitle) // «من الأمين العام للأمم المتحدة [X]»
			continue
		}
		if e.at[i] >= 0 || e.d.toks[i].Kind == arabic.Punct && !e.d.toks[i].IsQuoteMark() || e.d.fn[i]&lexicon.ThatWord != 0 {
			return false
		}
		if e.d.fn[i]&lexicon.Preposition != 0 && !e.d.serves(i, lexicon.NoPreposition) && !e.d.joins(i, lexicon.WithPronoun) || e.d.toks[i].Norm == "ل" || e.d.toks[i].Norm == "ب" {
			return true
		}
		if w, ok := e.d.groupAt(i); e.cliticTrigger(i) || e.forTitle(i) || ok && w.Prefix != 0 && !w.Definite {
			return true // «بزيارة [X]», «لتنظيم [X]»
		}
		if w := e.d.toks[i].Text; i > from && (strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "بال")) {
			return true
		}
	}
	return false
}

// maxTitle bounds how long the words before a name that belong to it may be.
const maxTitle = 12

// head goes from a name that stands inside a title to the person who bears it: «وزير
// خارجية فرنسا جان إيف لودريان» is the last.
func (e *eventReader) head(n int) int {
	for n+1 < len(e.actors) {
		a, b := &e.actors[n], &e.actors[n+1]
		if a.first > e.lo && e.isVerb(a.first-1) {
			return n // «خطفت [X] الصحفي [Y]»: no title begins with a name
		}
		if a.kind == isnad.PER || a.kind == isnad.FAC || a.kind == isnad.LOC || b.kind != isnad.PER || b.prefix != "" || b.first-a.end > 3 || b.first >= e.hi {
			return n
		}
		for i := a.end; i < b.first; i++ {
			if conjoined(e.d.toks[i].Norm) || e.d.joins(i, lexicon.Leading) || e.d.fn[i]&(lexicon.Preposition|lexicon.ThatWord|lexicon.ClauseStart|lexicon.Relative) != 0 || len(e.readings(i)) > 0 ||
				e.d.toks[i].Kind == arabic.Punct && !comma(e.d.toks[i].Norm) && !e.d.toks[i].IsQuoteMark() {
				return n
			}
		}
		n++
	}
	return n
}

// isVerb reports whether token i is a verb in all that is known of it.
func (e *eventReader) isVerb(i int) bool {
	return e.at[i] < 0 && (e.otherVerb(i) || e.l.verbs[e.d.toks[i].Norm]) && !e.d.has(i, inTitles)
}

// conjoined reports whether «و» joins the word to what stands before it.
func conjoined(w string) bool {
	if !strings.HasPrefix(w, "و") || len(w) <= 8 {
		return false
	}
	for _, word := range []string{"وزير", "وزرا", "وزار", "وكال", "وكيل", "وسيط", "والي"} {
		if strings.HasPrefix(w, word) {
			return false
		}
	}
	return true
}

// breaksPhrase has the functions of words that no noun phrase has inside.
const breaksPhrase = lexicon.Preposition | lexicon.ThatWord | lexicon.ClauseStart | lexicon.Relative | lexicon.Auxiliary | lexicon.Particle | lexicon.Adverb

func comma(w string) bool { return w == "،" || w == "," }

// maxSide bounds how many are joined on one side.
const maxSide = 24

// joined appends the actors that «و» joins to actor n, n among them, and gives the last. A place
// may stand between them: «[X] في [Y] و[Z]».
func (e *eventReader) joined(s *side, n int) int {
	n = e.whole(e.head(n))
	s.add(e.actors[n].entity)
	for m := n + 1; m < len(e.actors) && len(*s) < maxSide; m++ {
		from, b := e.actors[n].end, &e.actors[m]
		if m+1 < len(e.actors) && e.placedAt(m, from) && e.andAt(b.end) && (e.actors[m+1].kind == isnad.PER || e.actors[m+1].kind == isnad.ORG) {
			from, m = b.end, m+1
			b = &e.actors[m]
		}
		if b.first >= e.hi || b.first-from > 6 || !e.bridge(from, b.first, b.prefix) {
			break
		}
		n = e.whole(e.head(m))
		s.add(e.actors[n].entity)
		m = n
	}
	return n
}

// placedAt reports whether actor m is a place that «في» puts right behind token from.
func (e *eventReader) placedAt(m, from int) bool {
	a := &e.actors[m]
	return from+1 < e.hi && e.d.toks[from].Norm == "في" && a.first <= from+2 && (a.kind == isnad.GPE || a.kind == isnad.LOC || a.kind == isnad.FAC)
}

// andAt reports whether «و» begins the word at token i.
func (e *eventReader) andAt(i int) bool {
	if i >= e.hi {
		return false
	}
	if n := e.at[i]; n >= 0 {
		return strings.HasPrefix(e.actors[n].prefix, "و")
	}
	return conjoined(e.d.toks[i].Norm)
}

// whole goes from people to the body that they are of, if the two are one: «عناصر من
// [حماس]» acts for it.
func (e *eventReader) whole(n int) int {
	a := &e.actors[n]
	if n+1 < len(e.actors) && a.first < e.actors[n+1].first && e.actors[n+1].entity == a.entity && e.actors[n+1].first <= a.end+2 && e.actors[n+1].first < e.hi {
		return n + 1
	}
	return n
}

// bridge reports whether the tokens [from, to) join two names: و before the second or
// before its title, no verb and no preposition between them.
func (e *eventReader) bridge(from, to int, prefix string) bool {
	and := strings.HasPrefix(prefix, "و")
	for i := from; i < to; i++ {
		t := &e.d.toks[i]
		switch {
		case t.Kind == arabic.Punct && !comma(t.Norm) && !t.IsQuoteMark() && t.Norm != "-" && t.Norm != "/":
			return false
		case e.d.fn[i]&(lexicon.Preposition|lexicon.ThatWord|lexicon.ClauseStart|lexicon.Relative|lexicon.Auxiliary) != 0:
			return false
		case len(e.readings(i)) > 0 || e.l.verbs[t.Norm] && !e.d.has(i, inAdjectives) && !e.d.has(i, inTitles):
			return false
		case t.Kind == arabic.Word && (conjoined(t.Norm) || len(t.Norm) == 8 && strings.HasPrefix(t.Norm, "و") && !e.d.has(i, inTitles)):
			and = true
		}
	}
	return and
}
