package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// antecedent adds the name that the relative clause of the verb depends on: «الحوثيون
// الذين قصفوا».
func (e *eventReader) antecedent(t *trigger, p *parts) bool {
	if t.form.Suffixed || e.d.serves(t.end, lexicon.Resuming) {
		return false
	}
	who := e.relativeHead(t.first-1, 3)
	p.actors.add(who)
	return who != ""
}

// relativeHead is who stands within so many tokens before the relative pronoun at token i,
// or "".
func (e *eventReader) relativeHead(i, reach int) string {
	if i < e.lo || e.d.fn[i]&lexicon.Relative == 0 {
		return ""
	}
	if comma(e.d.toks[max(i-1, e.lo)].Norm) {
		i--
	}
	for j := i - 1; j >= e.lo && j >= i-reach; j-- {
		if n := e.at[j]; n >= 0 {
			if !e.acts(int(n)) {
				return ""
			}
			return e.actors[n].entity
		}
		if who := e.adjective(j); who != "" {
			return who
		}
	}
	return ""
}

// undergone adds to whom a verb with a pronoun as its object is done: whom its relative
// clause is about, or who is named right before it: «[X] الذي اتهمه [Y]».
func (e *eventReader) undergone(t *trigger, p *parts) {
	i := t.first - 1
	for i >= e.lo && e.d.fn[i]&lexicon.Auxiliary != 0 {
		i--
	}
	if who := e.relativeHead(i, 1); who != "" && !p.actors.has(who) {
		p.recipients.add(who)
		p.filled = true
	}
}

// ownerOf is who a relative clause is about, where its verb has the noun with their pronoun as
// its object: «المتمردين الذين جددوا أمس هجماتهم».
func (e *eventReader) ownerOf(t *trigger) string {
	if t.verb || !t.form.Suffixed {
		return ""
	}
	for i := t.first - 1; i > e.lo && i >= t.first-4; i-- {
		if e.at[i] >= 0 || stops(e.d, i) || comma(e.d.toks[i].Norm) {
			return ""
		}
		if e.d.fn[i]&lexicon.Relative == 0 {
			continue
		}
		if n := e.at[i-1]; n >= 0 && e.acts(int(n)) {
			return e.actors[n].entity
		}
		return ""
	}
	return ""
}

// speakerBefore adds who says the claim, where its pronoun stands before the verb: «قالت
// الوزارة إنها نفذت».
func (e *eventReader) speakerBefore(t *trigger, p *parts) bool {
	i := t.first - 1
	for i >= e.lo && (e.d.fn[i]&lexicon.Auxiliary != 0 || e.d.governs(i)&lexicon.DeniedEvent != 0 || e.d.toks[i].Norm == "سوف" || e.d.toks[i].Norm == "قد") {
		i--
	}
	if i < e.lo || !e.d.serves(i, lexicon.SaysItself) {
		return false
	}
	who := e.firstPerson(t)
	if len(who) == 0 {
		return false
	}
	p.actors.add(who...)
	return true
}

// both adds the two of «الجانبان», by their adjectives or as the event before had them.
func (e *eventReader) both(t *trigger, p *parts) bool {
	before := t.first - 1
	for before > e.lo && (e.d.fn[before]&lexicon.Auxiliary != 0 || e.d.toks[before].Norm == "قد") {
		before--
	}
	for _, i := range []int{before, t.end, t.end + 1} {
		if i < e.lo || i >= e.hi || !e.d.serves(i, lexicon.TwoNamed) {
			continue
		}
		for j := i + 1; j < e.hi && j < i+3; j++ {
			w := e.d.toks[j].Norm
			if m, ok := e.l.polities.Adjectives.At(e.d.toks[:e.hi], j); ok {
				p.actors.add(e.state(m.Value))
			} else if !strings.HasPrefix(w, "و") {
				break
			}
		}
		if len(p.actors) == 0 && len(e.lastPair) == 2 {
			p.actors.add(e.lastPair...)
		}
		return len(p.actors) > 0
	}
	return false
}

// bearer goes from a body in a title to the person before it: «بيتر مورير رئيس اللجنة», and
// from whom a body follows to the body: «[المقاومة] الموالية ل[X]».
func (e *eventReader) bearer(n int) int {
	if first := e.actors[n].first; first > e.lo+1 && e.d.serves(first-1, lexicon.Loyal) && e.at[first-2] >= 0 {
		if b := e.at[first-2]; e.actors[b].kind == isnad.ORG {
			return int(b)
		}
	}
	if n == 0 || e.actors[n].kind == isnad.PER {
		return n
	}
	a, b := &e.actors[n-1], &e.actors[n]
	if a.kind != isnad.PER || a.first < e.lo || b.first-a.end < 1 || b.first-a.end > 4 || strings.HasPrefix(b.prefix, "و") {
		return n
	}
	for i := a.end; i < b.first; i++ {
		if stops(e.d, i) || e.d.fn[i]&(lexicon.Preposition|lexicon.ThatWord|lexicon.Relative) != 0 || strings.HasPrefix(e.d.toks[i].Norm, "و") && len(e.d.toks[i].Norm) > 8 ||
			len(e.readings(i)) > 0 {
			return n
		}
	}
	return n - 1
}

// clause reads the relative clause that tells the parts of a noun: «غارات شنتها مقاتلات
// فرنسا», «الهجمات التي استهدفت بغداد», «محادثات جمعت X وY». The verb of the clause is
// then no event of its own. It reports whether there is one.
func (e *eventReader) clause(t *trigger, p *parts) bool {
	relative := false
	for i := t.end; i < e.hi && i < t.end+5; i++ {
		if n := e.at[i]; n >= 0 || stops(e.d, i) || e.d.fn[i]&lexicon.Preposition != 0 {
			return false
		}
		relative = relative || e.d.fn[i]&lexicon.Relative != 0
		w := e.d.toks[i].Norm
		suffixed := strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "ه")
		switch {
		case e.d.serves(i, lexicon.Gathering):
			return e.gathered(i, p)
		case e.claimed(t, i, p):
			return true
		case e.d.governs(i)&lexicon.LightVerb != 0 && (relative || suffixed) && !t.verb:
			return e.clauseVerb(t, i, suffixed || relative, p)
		case e.sameType(t, i) && (relative || suffixed):
			return e.clauseVerb(t, i, suffixed, p)
		}
	}
	return false
}

// gathered adds all who are named behind «جمعت» up to the end of the clause.
func (e *eventReader) gathered(i int, p *parts) bool {
	for j := i + 1; j < e.hi && j < i+30; j++ {
		if w := e.d.toks[j].Norm; stops(e.d, j) || j > i+1 && e.otherVerb(j) || len(p.actors) > 1 && (comma(w) || e.d.fn[j]&lexicon.Preposition != 0 && w != "مع") ||
			len(p.actors) > 0 && e.at[j] < 0 && (e.d.fn[j]&lexicon.Auxiliary != 0 || e.l.verbs[w] && !e.d.has(j, inTitles) && !e.d.has(j, inAdjectives)) {
			break
		}
		if n := e.at[j]; n >= 0 {
			k := e.head(int(n))
			if e.actors[k].kind != isnad.FAC && e.actors[k].kind != isnad.LOC && !e.in(k) {
				p.actors.add(e.actors[k].entity)
			}
			j = e.actors[k].end - 1
		}
	}
	return len(p.actors) > 0
}

// in reports whether «في» governs actor k.
func (e *eventReader) in(k int) bool {
	first := e.actors[k].first
	return first > e.lo && (e.d.toks[first-1].Norm == "في" || first-1 > e.lo && e.d.toks[first-2].Norm == "في")
}

// clauseVerb reads the verb at token i as the carrier of the noun before it.
func (e *eventReader) clauseVerb(t *trigger, i int, done bool, p *parts) bool {
	verb := &trigger{Trigger: t.Trigger, first: i, end: i + 1, verb: true}
	e.consumed = max(e.consumed, i+1)
	from := i + 1
	if done {
		if n, ok := e.subjectAfter(verb); ok {
			from = e.actors[e.joined(&p.actors, n)].end
		} else if who := e.adjectiveAfter(i+1, 4); who != "" {
			p.actors.add(who)
		}
	}
	verb.Trigger = t.Trigger
	if n, ok := e.objectAt(verb, from, p); ok && !done {
		e.receive(t, p, n)
	} else {
		e.objects(verb, p, from)
	}
	return len(p.actors)+len(p.recipients) > 0 || p.place != ""
}

// sameType reports whether token i is a verb of the type of the trigger.
func (e *eventReader) sameType(t *trigger, i int) bool {
	for _, f := range e.readings(i) {
		if f.Type == t.Type && (f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect) {
			return true
		}
	}
	return false
}

// topic adds the name that opens the clause of a verb behind words between commas: «إن [X]، المعروفة
// بمواقفها، تقف».
func (e *eventReader) topic(t *trigger, p *parts) bool {
	i := t.first - 1
	if i <= e.lo || !comma(e.d.toks[i].Norm) || t.cut > 0 || t.form.Number == lexicon.Plural || t.end == t.first+1 && t.end < e.hi && e.at[t.end] >= 0 {
		return false
	}
	first := e.lo
	for i--; i > e.lo; i-- {
		if e.d.fn[i]&lexicon.ThatWord != 0 {
			first = i + 1
			break
		}
		if stops(e.d, i) || e.otherVerb(i) {
			return false
		}
	}
	if first < e.hi && e.d.toks[first].IsQuoteMark() {
		first++
	}
	n := e.at[first]
	if first == e.lo || n < 0 || e.actors[n].first != first || e.actors[n].prefix != "" || !e.acts(int(n)) {
		return false
	}
	e.joined(&p.actors, int(n))
	return true
}

// writtenBefore reports whether the verb tells what something written says, which stands before it:
// «أصدر [X] قرارا يطلب».
func (e *eventReader) writtenBefore(t *trigger) bool {
	for i := t.first - 1; i >= e.lo && i >= t.first-3; i-- {
		if e.at[i] >= 0 || stops(e.d, i) {
			return false
		}
		if e.d.governs(i)&lexicon.WrittenWord != 0 {
			return true
		}
	}
	return false
}
