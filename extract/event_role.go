package extract

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// office is a role as its words without article, and the country that it is of, if it is
// said: «وزير الخارجية الروسي» is وزير، خارجي of Russia.
type office struct {
	words []string
	of    *lexicon.Polity
}

// holder is a person of the article and an office that it gives him.
type holder struct {
	entity string
	office
}

const (
	maxRoleToks   = 12 // tokens of a role
	maxTitleWords = 3  // of a title in the list, behind its first
)

// roleAt reads the role at token i whose bearer is not named beside it: the person to whom
// the article gives it elsewhere, else somebody who is called by it. Names inside the role
// are no actors of their own.
func (e *eventReader) roleAt(i int, byKey map[string]int) (actor, bool) {
	m, end, ok := e.titleAt(i)
	if !ok || end == i+1 || m.Cut == 0 && e.goesOnFrom(i-1) {
		return actor{}, false
	}
	if _, named := e.namedBehind(end); named {
		return actor{}, false
	}
	a := actor{first: i, end: end, kind: isnad.PER, span: e.d.span(i, end)}
	a.span.Start = behind(e.d.text, e.d.toks[i], m.Cut)
	a.prefix = e.d.text[e.d.toks[i].Start:a.span.Start]
	if m.Cut > 0 && strings.HasPrefix(cutLetters(e.d.toks[i].Norm, m.Cut-1), "لل") {
		a.prefix = "ل"
	}
	who := e.officeOf(e.d.toks[i:end], m.Cut)
	if a.entity = e.holderOf(who); a.entity == "" {
		if who.of == nil && end == i+m.Words || m.Value.Lemma == "سفير" {
			return actor{}, false // «عودة السفير»: who sends him acts
		}
		a.entity = e.newGroup(a.span, i, end, m.Cut, byKey)
		n := len(e.groups) - 1
		if a.entity == groupID(n) {
			e.groups[n].kind = isnad.PER
		}
	}
	return a, true
}

// titleAt is the title at token i, and the token behind the role that begins with it.
func (e *eventReader) titleAt(i int) (m lexicon.Match[*lexicon.Title], end int, ok bool) {
	m, ok = at(&e.l.titles.Forms, e.d, i, inTitles)
	if !ok || m.Value.Number != lexicon.Singular || !e.rules(m.Value) || i+m.Words > e.hi || strings.HasSuffix(e.d.toks[i].Norm, "ا") || e.apposed(i) {
		return m, i, false
	}
	return m, e.officeEnd(i + m.Words), true
}

// addTitles makes titles of the sentence parts of the persons who are named behind them.
func (e *eventReader) addTitles() {
	for i := e.hi - 1; i >= e.lo; i-- {
		if e.at[i] >= 0 || !e.d.mayHave(i, inTitles) || e.forTitle(i) && e.titleGoesOn(i) {
			continue
		}
		if m, end, ok := e.titleAt(i); ok {
			n, named := e.namedBehind(end)
			if !named {
				n, named = e.namedBehindComma(i)
			}
			if named {
				e.withTitle(n, i, m.Cut)
			}
		} else if n, cut, ok := e.deputyAt(i); ok {
			e.withTitle(n, i, cut)
		}
	}
}

// titleGoesOn reports whether a title right before token i, an ordinal at most between, goes on there:
// «النائب الأول لرئيس».
func (e *eventReader) titleGoesOn(i int) bool {
	for j := i - 1; j >= e.lo && j >= i-2; j-- {
		if e.at[j] >= 0 || e.d.toks[j].Kind != arabic.Word || e.d.fn[j]&^lexicon.Adjective != 0 {
			return false
		}
		if e.d.mayHave(j, inTitles) {
			return true
		}
	}
	return false
}

// deputyAt is the person of whose titles a title at token i that rules nothing is one more, the letters
// before it counted: «[ولي العهد] النائب الأول لرئيس الوزراء وزير الدفاع [X]».
func (e *eventReader) deputyAt(i int) (n, cut int, ok bool) {
	m, found := at(&e.l.titles.Forms, e.d, i, inTitles)
	if !found || m.Value.Number != lexicon.Singular || e.apposed(i) {
		return 0, 0, false
	}
	for j := i + m.Words; j < e.hi && j < i+m.Words+maxTitleWords+2; j++ {
		if n := e.at[j]; n >= 0 && e.actors[n].kind == isnad.PER {
			return int(n), m.Cut, j == e.actors[n].first && j > i+m.Words && e.d.has(j, inTitles) && e.actors[n].prefix == ""
		}
		if t := &e.d.toks[j]; t.Kind != arabic.Word || e.at[j] < 0 && (e.d.fn[j]&^lexicon.Adjective != 0 || conjoined(t.Norm) || e.l.verbs[t.Norm] || len(e.readings(j)) > 0) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// rules reports whether who has the title decides for others, so that what he does is done
// by him and not by whom he speaks or works for.
func (e *eventReader) rules(t *lexicon.Title) bool {
	head, _, _ := strings.Cut(t.Lemma, " ")
	switch t.Kind {
	case "royal":
		return t.Of || t.Lemma == "ملك"
	case "rank":
		return head == "قائد" || head == "رئيس"
	case "office":
		return e.d.functions.Serves(arabic.Fold(head), lexicon.Ruling)
	}
	return false
}

// apposed reports whether the role at token i is one of a person who is named before it,
// other titles at most between: «[X] النائب الثاني لرئيس الوزراء».
func (e *eventReader) apposed(i int) bool {
	for j := i - 1; j >= e.lo && j > i-maxRoleToks; j-- {
		if n := e.at[j]; n >= 0 && e.actors[n].kind == isnad.PER {
			return true
		}
		if w := e.d.toks[j].Norm; e.d.toks[j].Kind != arabic.Word && !comma(w) || e.d.fn[j]&breaksPhrase != 0 && !strings.HasPrefix(w, "ال") || conjoined(w) || !e.d.has(j, inTitles) && (e.l.verbs[w] || len(e.readings(j)) > 0) {
			return false
		}
	}
	return false
}

// goesOnFrom reports whether the noun at token i goes on in the role behind it: «نائب رئيس
// الوزراء», «مستشار الملك أمير المنطقة».
func (e *eventReader) goesOnFrom(i int) bool {
	if i < e.lo || e.at[i] >= 0 || e.d.toks[i].Kind != arabic.Word || e.d.has(i, inAdjectives) {
		return false
	}
	if m, ok := at(&e.l.titles.Forms, e.d, i, inTitles); ok {
		return m.Value.Kind != "honorific" && m.Value.Kind != "royal"
	}
	w := e.d.toks[i].Norm
	return e.d.fn[i] == 0 && !e.l.verbs[w] && !e.l.verbs[strings.TrimPrefix(w, "و")] && len(e.readings(i)) == 0 && !e.d.mayHave(i, inCues)
}

// officeEnd is the token behind the rest of a role: its genitives, adjectives and names.
func (e *eventReader) officeEnd(from int) int {
	construct := !strings.HasPrefix(e.d.toks[from-1].Norm, "ال") // another noun without article may follow
	end, headed := from, construct
	for end < e.hi && end < from+maxRoleToks {
		t := &e.d.toks[end]
		if n := e.at[end]; n >= 0 {
			a := &e.actors[n]
			if a.kind == isnad.PER || a.first == end && a.prefix == "" && !construct || a.first < from-maxTitleWords || a.prefix != "" && (construct || e.at[end-1] >= 0 || a.prefix != "ل" && a.prefix != "ب") {
				break
			}
			end, construct = a.end, false
			continue
		}
		if t.Kind != arabic.Word || e.d.fn[end]&^lexicon.Adjective != 0 || e.l.verbs[t.Norm] && !e.d.has(end, inAdjectives) {
			break
		}
		definite := strings.HasPrefix(t.Norm, "ال") || construct && end == from && e.d.has(end, inAdjectives)
		if !definite && (!construct || len(e.readings(end)) > 0 || clitic(t.Norm) || e.d.has(end, inTitles)) {
			break
		}
		if _, group := e.d.groupAt(end); definite && !construct && (group || !headed && !e.d.has(end, inAdjectives)) {
			break
		}
		construct = construct && !definite
		end++
	}
	return end
}

// clitic reports whether a conjunction or a preposition with the article begins the word.
func clitic(w string) bool {
	return conjoined(w) || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "و") && len(w) <= 8
}

// namedBehind reports whether the person who bears the role that ends before token i is
// named there, another title at most between, and who it is.
func (e *eventReader) namedBehind(i int) (int, bool) {
	for j, to := i, i+5; j < e.hi && j < to; j++ {
		if n := e.at[j]; n >= 0 && e.actors[n].kind == isnad.PER {
			return int(n), e.actors[n].prefix == ""
		}
		t := &e.d.toks[j]
		if e.d.fn[j]&lexicon.Preposition != 0 && j+1 < e.hi && e.at[j+1] >= 0 && e.actors[e.at[j+1]].kind != isnad.PER {
			j = e.actors[e.at[j+1]].end - 1 // «المبعوث الخاص إلى اليمن [X]»
			to = j + 3
			continue
		}
		if t.Kind == arabic.Punct && !t.IsQuoteMark() && !(j == i && comma(t.Norm)) || e.d.fn[j]&^lexicon.Adjective != 0 || conjoined(t.Norm) || e.l.verbs[t.Norm] {
			return 0, false
		}
	}
	return 0, false
}

// namedBehindComma is the person who is named behind the comma that ends the long title at token i: «وزير الشؤون
// الخارجية والمغتربين لدى [X]، [Y]».
func (e *eventReader) namedBehindComma(i int) (int, bool) {
	for i++; i+1 < e.hi; i++ {
		n := e.at[i]
		switch {
		case n >= 0 && e.actors[n].kind == isnad.PER:
			return 0, false
		case n >= 0:
			i = e.actors[n].end - 1
		case comma(e.d.toks[i].Norm):
			n = e.at[i+1]
			return int(n), n >= 0 && e.actors[n].kind == isnad.PER && e.actors[n].prefix == ""
		case e.d.toks[i].Kind != arabic.Word || e.d.fn[i]&^(lexicon.Adjective|lexicon.Preposition) != 0 || e.l.verbs[e.d.toks[i].Norm] && !e.d.has(i, inAdjectives|inTitles) || e.otherVerb(i):
			return 0, false
		}
	}
	return 0, false
}

// withTitle makes the title that begins at token i part of the person n.
func (e *eventReader) withTitle(n, i, cut int) {
	a := &e.actors[n]
	a.first, a.prefix = i, e.d.text[e.d.toks[i].Start:behind(e.d.text, e.d.toks[i], cut)]
	if cut > 0 && strings.HasPrefix(cutLetters(e.d.toks[i].Norm, cut-1), "لل") {
		a.prefix = "ل"
	}
	for j := i; j < a.end; j++ {
		e.at[j] = int32(n)
	}
}

// officeOf is the role that the words tell; letters of the first are cut.
func (e *eventReader) officeOf(toks []arabic.Token, cut int) office {
	var o office
	for i := 0; i < len(toks); i++ {
		if toks[i].Kind != arabic.Word {
			continue
		}
		m, ok := e.l.polities.Adjectives.Exact(toks, i)
		if !ok {
			m, ok = e.l.polities.Names.At(toks, i)
		}
		if ok && i > 0 {
			o.of = m.Value
			if o.of.Country != nil {
				o.of = o.of.Country
			}
			i += m.Words - 1
			continue
		}
		o.words = append(o.words, roleStem(strings.TrimPrefix(cutLetters(toks[i].Norm, cutOf(i, 0, cut)), "ال")))
	}
	return o
}

// holderOf is the only person of the article who holds the office, or "".
func (e *eventReader) holderOf(o office) string {
	if e.holders == nil {
		e.learnHolders()
	}
	who := ""
	for _, h := range e.holders {
		if !h.is(o) || who == h.entity {
			continue
		}
		if who != "" {
			return ""
		}
		who = h.entity
	}
	return who
}

// learnHolders reads the roles of the article's persons.
func (e *eventReader) learnHolders() {
	e.holders = []holder{}
	for i := range e.entities {
		entity := &e.entities[i]
		if entity.Type != isnad.PER {
			continue
		}
		for _, role := range entity.Roles {
			if o := e.officeOf(arabic.Tokenize(nil, role), 0); len(o.words) > 0 {
				e.holders = append(e.holders, holder{entity.ID, o})
			}
		}
	}
}

// is reports whether two roles can be one: the words of the shorter one are in the longer
// one, they are of one country, and more than the head is the same.
func (o office) is(p office) bool {
	a, b := o.words, p.words
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || o.words[0] != p.words[0] || o.of != nil && p.of != nil && o.of != p.of {
		return false
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 1 || o.of != nil && o.of == p.of
}

// counterpartAt reads «نظيره الإيطالي» at token i, where no name follows: the only person of the article to whom it
// gives an office of that country.
func (e *eventReader) counterpartAt(i int) (actor, bool) {
	if !e.d.trait(i, counterparts) || i+1 >= e.hi {
		return actor{}, false
	}
	prefix, _ := counterpartWord(e.d.toks[i].Norm)
	m, ok := exact(&e.l.polities.Adjectives, e.d, i+1, inAdjectives)
	if !ok {
		return actor{}, false
	}
	a := actor{first: i, end: i + 1 + m.Words, kind: isnad.PER, prefix: prefix, span: e.d.span(i, i+1+m.Words)}
	if n, named := e.namedBehind(a.end); named {
		e.withTitle(n, i, len([]rune(prefix)))
		return actor{}, false
	}
	a.entity = e.officialOf(m.Value)
	return a, a.entity != ""
}

// counterpartWord tells whether a folded word says whose counterpart somebody is, and its clitics.
func counterpartWord(norm string) (prefix string, ok bool) {
	if at := strings.Index(norm, "نظير"); at > 0 && at <= 4 {
		norm, prefix = norm[at:], norm[:at]
	}
	return prefix, norm == "نظيره" || norm == "نظيرته" || norm == "نظيرها"
}

// officialOf is the only person of the article with an office of the country, or "".
func (e *eventReader) officialOf(p *lexicon.Polity) string {
	if e.holders == nil {
		e.learnHolders()
	}
	who := ""
	for _, h := range e.holders {
		if h.of != p || h.entity == who {
			continue
		}
		if who != "" {
			return ""
		}
		who = h.entity
	}
	return who
}
