package extract

import (
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// group is people who act in the article and are not named: «مسلحون», «القوات الحكومية».
type group struct {
	name  string
	kind  isnad.EntityType
	spans []isnad.Span
}

// groupID is what the group n is called until the article's entities are known.
func groupID(n int) string { return "g" + strconv.Itoa(n) }

// isGroup reports whether the entity is one who is not named.
func (e *eventReader) isGroup(entity string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(entity, "g"))
	return err == nil && strings.HasPrefix(entity, "g") && e.groups[n].kind == isnad.ORG
}

// addGroups lays groups over the tokens of the sentences that can tell of an event. A
// group that stands for somebody who is named is a further mention of them.
func (e *eventReader) addGroups(peopled []bool) {
	known := e.nameHeads()
	var found []actor
	byKey := map[string]int{}
	called := nominals{body: map[string]string{}, person: map[string]string{}}
	for n := range e.d.sents {
		if !peopled[n] || !e.mayTell(n) {
			continue
		}
		s := e.d.sents[n]
		e.lo, e.hi = s.First, s.End
		e.addTitles()
		crowds := e.tellsProtest()
		for i := s.First; i < s.End; i++ {
			if e.at[i] >= 0 {
				continue
			}
			var a actor
			ok := false
			if e.d.mayHave(i, inTitles) {
				a, ok = e.roleAt(i, byKey)
			}
			if !ok {
				a, ok = e.officialsAt(i)
			}
			if !ok {
				a, ok = e.counterpartAt(i)
			}
			if !ok && e.d.spelt[i].group != nil {
				a, ok = e.groupAt(i, known, byKey)
			}
			if !ok {
				a, ok = e.nominalAt(i, &called)
			}
			if !ok && crowds && e.d.spelt[i].group == nil {
				a, ok = e.crowdAt(i, byKey)
			}
			if !ok && e.d.has(i, inNouns) && e.d.spelt[i].group == nil {
				a, ok = e.doerAt(i, byKey)
			}
			if ok {
				found = append(found, a)
				i = a.end - 1
			}
		}
	}
	e.actors = append(e.actors, found...)
	slices.SortStableFunc(e.actors, func(a, b actor) int { return a.first - b.first })
	e.actors = outside(e.actors)
	e.place()
}

// mayTell reports whether some word of the sentence is in the list of triggers.
func (e *eventReader) mayTell(n int) bool {
	for i := e.d.sents[n].First; i < e.d.sents[n].End; i++ {
		if e.at[i] < 0 && (e.d.mayHave(i, inTriggers) || len(e.readings(i)) > 0) {
			return true
		}
	}
	return false
}

// nameHeads tells who is named behind a noun of a group: the noun alone can stand for
// them («ميليشيات الحوثي», then «الميليشيات»). Two who are called so are told apart by nothing.
func (e *eventReader) nameHeads() map[*lexicon.Group]string {
	known := map[*lexicon.Group]string{}
	learn := func(i int, entity string) {
		w, ok := e.d.groupAt(i)
		if !ok || w.Class != lexicon.ArmedGroup {
			return
		}
		if have, ok := known[w.Group]; ok && have != entity {
			entity = ""
		}
		known[w.Group] = entity
	}
	for _, a := range e.actors {
		if a.kind == isnad.GPE || a.kind == isnad.FAC || a.kind == isnad.LOC {
			continue
		}
		learn(a.first, a.entity)
		if a.prefix == "" && a.first > 0 && e.d.sentOf[a.first-1] == e.d.sentOf[a.first] && e.at[a.first-1] < 0 {
			learn(a.first-1, a.entity)
		}
	}
	return known
}

// groupAt reads the noun at token i with what qualifies it.
func (e *eventReader) groupAt(i int, known map[*lexicon.Group]string, byKey map[string]int) (actor, bool) {
	w, ok := e.d.groupAt(i)
	if !ok || w.Class == lexicon.GroupLabel || i > e.lo && w.Cut == 0 && e.d.has(i-1, inTitles) {
		return actor{}, false // «قائد القوات» is one person
	}
	if i+1 < e.hi && strings.HasPrefix(e.d.toks[i+1].Norm, "المرافق") {
		return actor{}, false // «الوفد المرافق له» comes with somebody
	}
	end, bare := e.groupEnd(i, &w)
	named := e.nameOf(end)
	if named < e.hi && e.at[named] >= 0 && e.actors[e.at[named]].prefix == "" && end == i+1 && !w.Definite && !w.Owned && !public(w.Class) {
		return actor{}, false // what follows names them
	}
	if last := end; last < e.hi && e.at[last] >= 0 && e.d.serves(last-1, lexicon.Loyal) || last+1 < e.hi && e.at[last+1] >= 0 && e.d.serves(last, lexicon.Loyal) {
		return actor{}, false // whom they follow acts: «قوات موالية لحفتر»
	}
	if w.Class == lexicon.StateBody && !w.Definite && !w.Owned && end == i+1 {
		return actor{}, false // «تشكيل حكومة»: one that is not there yet
	}
	a := actor{first: i, end: end, kind: isnad.ORG, public: public(w.Class), span: e.d.span(i, end)}
	a.span.Start = behind(e.d.text, e.d.toks[i], w.Cut)
	a.prefix = e.d.text[e.d.toks[i].Start:a.span.Start]
	if w.Definite && w.Prefix != 0 && strings.HasSuffix(a.prefix, "ل") {
		a.prefix = "ل"
	}
	if body := e.officialsOf(i, end, named, &w); body >= 0 {
		a.entity, a.end, a.public = e.actors[body].entity, e.actors[body].end, false
		return a, true
	}
	switch {
	case w.Owned:
		a.entity = e.ownerBefore(i)
	case e.belongs(end) != "":
		a.entity = e.belongs(end)
	case w.Class == lexicon.StateBody && w.Definite && e.stateIn(i, end) != "":
		a.entity = e.stateIn(i, end)
	case bare && w.Definite:
		a.entity = known[w.Group]
	}
	if a.entity == "" {
		if w.Owned {
			return actor{}, false
		}
		a.entity = e.newGroup(a.span, i, end, w.Cut, byKey)
	}
	return a, true
}

// nameOf is the first token from i on that can name those whom the noun before it is of: what stands
// behind the nouns of other groups and a quotation mark: «عناصر تنظيم "[X]"».
func (e *eventReader) nameOf(i int) int {
	for n := 0; i+1 < e.hi && n < 2 && e.at[i] < 0; n++ {
		if w, ok := e.d.groupAt(i); !ok || w.Class != lexicon.ArmedGroup || w.Definite || w.Owned || w.Cut > 0 {
			break
		}
		i++
	}
	if i+1 < e.hi && e.d.toks[i].IsQuoteMark() {
		i++
	}
	return i
}

// stateIn is the country whose authorities the group is: «السلطات المحلية في [X]».
func (e *eventReader) stateIn(i, end int) string {
	switch w := e.d.toks[i].Norm; {
	case !strings.HasSuffix(w, "سلطات") && !strings.HasSuffix(w, "اجهزه"):
		return ""
	case end+1 >= e.hi || e.d.toks[end].Norm != "في" || e.at[end+1] < 0:
		return ""
	}
	if who := e.actors[e.at[end+1]].entity; e.isState[who] {
		return who
	}
	return ""
}

// officialsOf is the body that the nouns of officials at token i act for, or -1: «نواب [الحزب]», «وزراء
// خارجية [المجلس]».
func (e *eventReader) officialsOf(i, end, named int, w *lexicon.GroupWord) int {
	if named < e.hi && e.at[named] < 0 {
		named++
	}
	if w.Definite || w.Owned || named >= e.hi || named > end+2 || e.at[named] < 0 || !e.d.functions.Serves(cutLetters(e.d.toks[i].Norm, w.Cut), lexicon.OfficialsOf) {
		return -1
	}
	if a := &e.actors[e.at[named]]; a.kind == isnad.ORG && a.first == named && a.prefix == "" {
		return int(e.at[named])
	}
	return -1
}

// public reports whether those of the class bear no arms.
func public(c lexicon.GroupClass) bool { return c == lexicon.PublicGroup || c == lexicon.CountGroup }

// groupEnd is the token behind the noun at i and its adjectives or genitive; bare where
// these tell nothing of who it is.
func (e *eventReader) groupEnd(i int, w *lexicon.GroupWord) (end int, bare bool) {
	bare = true
	for end = i + 1; end < e.hi && end <= i+3; end++ {
		t := &e.d.toks[end]
		if w.Class == lexicon.CountGroup && (end == i+1 || end == i+2 && e.countAt(i+1)) && t.Norm == "من" && end+1 < e.hi && e.at[end+1] < 0 && e.d.toks[end+1].Kind == arabic.Word {
			bare = false
			end++ // «مئات من الطلاب», «عشرات الآلاف من الطلاب»
			continue
		}
		if w.Class == lexicon.CountGroup && end == i+1 && e.at[end] < 0 && e.countAt(end) {
			continue
		}
		if w.Owned || t.Kind != arabic.Word || e.at[end] >= 0 || e.d.fn[end]&^lexicon.Adjective != 0 {
			break
		}
		next, isGroup := e.d.groupAt(end)
		definite := strings.HasPrefix(t.Norm, "ال")
		switch {
		case definite && isGroup && next.Class != lexicon.GroupLabel && (w.Definite || end > i+1):
			return end, bare
		case definite:
		case w.Definite || end > i+1 || len(e.readings(end)) > 0 || !adjectival(t.Norm):
			return end, bare
		}
		bare = bare && isGroup && next.Class == lexicon.GroupLabel
	}
	return end, bare
}

// countAt reports whether token i is a noun of so many: «عشرات الآلاف».
func (e *eventReader) countAt(i int) bool {
	w, ok := e.d.groupAt(i)
	return ok && w.Class == lexicon.CountGroup
}

// adjectival reports whether the word has the ending of an adjective of a group.
func adjectival(w string) bool {
	return strings.HasSuffix(w, "يه") || strings.HasSuffix(w, "يون") || strings.HasSuffix(w, "يين") || strings.HasPrefix(w, "م") && (strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين"))
}

// ownerBefore is the actor named last before the pronoun at token i, in its sentence; in a
// clause before its own, one that no preposition governs: «قال [X] لـ[Y] إن قواته».
func (e *eventReader) ownerBefore(i int) string {
	own := true
	for j := i - 1; j >= e.lo; j-- {
		own = own && e.d.fn[j]&lexicon.ThatWord == 0
		if n := e.at[j]; n >= 0 && e.acts(int(n)) && (own || !e.governed(int(n), e.lo)) {
			return e.actors[n].entity
		}
	}
	return ""
}

// belongs is the body that the group before token i is of: «عناصر من حماس».
func (e *eventReader) belongs(i int) string {
	if i >= e.hi {
		return ""
	}
	if n := e.at[i]; n >= 0 && strings.Contains(e.actors[n].prefix, "ل") && e.actors[n].kind != isnad.GPE {
		return e.actors[n].entity
	}
	next := e.nameOf(i + 1) // «عناصر من تنظيم "[X]"»
	if w := e.d.toks[i].Norm; (w == "من" || w == "في") && next < e.hi && e.at[next] >= 0 {
		if a := &e.actors[e.at[next]]; a.kind == isnad.ORG {
			return a.entity
		}
	}
	return ""
}

// newGroup is the group that is called by these words.
func (e *eventReader) newGroup(span isnad.Span, first, end, cut int, byKey map[string]int) string {
	var key strings.Builder
	for i := first; i < end; i++ {
		w := e.d.toks[i].Norm
		if i == first {
			w = cutLetters(w, cut)
		}
		w = strings.TrimPrefix(strings.TrimPrefix(w, "ال"), "ل")
		key.WriteString(strings.TrimSuffix(strings.TrimSuffix(w, "ون"), "ين") + " ")
	}
	n, ok := byKey[key.String()]
	if !ok {
		n = len(e.groups)
		byKey[key.String()] = n
		name := cleanName(span.In(e.d.text))
		if cut > 0 && strings.HasPrefix(cutLetters(e.d.toks[first].Norm, cut-1), "لل") {
			name = "ا" + name // «للمسلحين» is المسلحين
		}
		e.groups = append(e.groups, group{name: name, kind: isnad.ORG})
	}
	if g := &e.groups[n]; strings.HasSuffix(g.name, "ين") && strings.HasSuffix(span.In(e.d.text), "ون") && cut == 0 {
		g.name = cleanName(span.In(e.d.text))
	}
	e.groups[n].spans = append(e.groups[n].spans, span)
	return groupID(n)
}

// keepGroups makes entities and mentions of the groups that take part in an event.
func (e *eventReader) keepGroups(out *isnad.Analysis) {
	if len(e.groups) == 0 {
		return
	}
	id := map[string]string{}
	for n := range e.groups {
		id[groupID(n)] = ""
	}
	added := len(out.Mentions)
	name := func(s side) {
		for i, entity := range s {
			have, isGroup := id[entity]
			if !isGroup {
				continue
			}
			if have == "" {
				n, _ := strconv.Atoi(entity[1:])
				g := &e.groups[n]
				have = entityID(len(out.Entities) + 1)
				id[entity] = have
				out.Entities = append(out.Entities, isnad.Entity{ID: have, Type: g.kind, Name: g.name})
				for _, span := range g.spans {
					out.Mentions = append(out.Mentions, isnad.Mention{Span: span, Type: g.kind, Form: "nominal", Entity: have, Rule: "group"})
				}
			}
			s[i] = have
		}
	}
	for i := range e.out {
		e.out[i].Actors, e.out[i].Recipients = slices.Clone(e.out[i].Actors), slices.Clone(e.out[i].Recipients)
		name(e.out[i].Actors)
		name(e.out[i].Recipients)
	}
	if len(out.Mentions) > added {
		sortMentions(out.Mentions)
	}
}

// outside leaves out the actors that stand inside another one before them, in the order of
// the text.
func outside(actors []actor) []actor {
	kept := actors[:0]
	for _, a := range actors {
		if n := len(kept) - 1; n < 0 || a.first >= kept[n].end {
			kept = append(kept, a)
		}
	}
	return kept
}
