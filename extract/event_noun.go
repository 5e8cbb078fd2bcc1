package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// nounParts reads the parts of a noun of event: genitive, adjective, «بين X وY», the
// subject of the verb that carries it.
func (e *eventReader) nounParts(t *trigger, p *parts) {
	if t.Takes("bayna") && e.between(t, p) {
		return
	}
	from := t.end
	if e.clause(t, p) {
		return
	}
	if who := e.tellerInIt(t); who != "" {
		p.actors = side{who}
	}
	n, genitive := e.genitive(t)
	if genitive {
		from = e.actors[e.head(n)].end
	}
	carried := (!genitive || len(p.actors) > 0 || !e.doneBy(t, n)) && e.carrier(t, p)
	switch {
	case !genitive:
		if !carried {
			e.adjectives(t, p)
		}
	case carried || e.suffers(t, n) || !e.acts(e.head(n)):
		e.receive(t, p, n)
	default:
		from = e.actors[e.joined(&p.actors, n)].end
	}
	if e.visit(t) && !carried && !genitive && len(p.actors) == 0 && e.agentBehind(t, p) {
		from = e.actorEnd(p, t.end) // «الزيارة المفاجئة للرئيس [X] ل[Y]»
	}
	asked := t.Type == "REQUEST" && !carried && !genitive && !t.form.Suffixed && !t.form.Definite && t.end < e.hi && e.marks(t.end, "min") && e.agentBehind(t, p)
	if len(p.recipients) == 0 && !asked {
		e.objects(t, p, from)
	}
	if len(p.actors) == 0 && e.agentBehind(t, p) && len(p.recipients) == 0 {
		e.objects(t, p, e.actorEnd(p, t.end))
	}
	if len(p.actors) == 0 && e.mutual(t) && len(p.recipients) == 1 && !genitive {
		e.borrow(t, p) // «قال [X] خلال لقائه [Y]»
	}
	if len(p.actors) == 0 && t.first > e.lo && strings.HasPrefix(e.d.toks[t.first-1].Norm, "قيام") {
		e.borrow(t, p) // «قبل قيامهم باقتحام»
	}
	if len(p.actors) == 0 && (t.form.Suffixed || t.aim || e.placeOnly(t) && t.Type != "PROTEST" && p.place != "" && len(p.recipients) == 0) {
		e.borrow(t, p)
	}
	e.whoMakes(t, p)
	if len(p.actors) == 0 && t.Type == "REQUEST" {
		p.actors.add(e.firstPerson(t)...)
	}
}

// genitive is the name that depends on the noun directly, behind a title at most.
func (e *eventReader) genitive(t *trigger) (int, bool) {
	if t.form.Definite || t.form.Suffixed || nunated(e.d.toks[t.first].Text) || t.march() && t.end > t.first+1 {
		return 0, false
	}
	for i := t.end; i < e.hi && i < t.end+6; i++ {
		if n := e.at[i]; n >= 0 {
			ok := e.actors[n].prefix == ""
			return int(n), ok
		}
		if i > t.end && e.d.toks[i].Norm == "من" && e.soMany(i-1) {
			continue // «ترحيل المزيد من [X]»
		}
		if e.d.toks[i].Kind == arabic.Punct && !e.d.toks[i].IsQuoteMark() || e.otherVerb(i) && i > t.end || e.cliticTrigger(i) ||
			e.d.fn[i]&(lexicon.Preposition|lexicon.Relative|lexicon.ThatWord|lexicon.ClauseStart) != 0 {
			return 0, false
		}
	}
	return 0, false
}

// cliticTrigger reports whether token i is a noun of event behind a preposition that is written
// with it: «لقصف».
func (e *eventReader) cliticTrigger(i int) bool {
	for _, f := range e.readings(i) {
		if f.Cut > 0 && f.Form.Shape == lexicon.Masdar && !strings.HasPrefix(e.d.toks[i].Norm, "و") {
			return true
		}
	}
	return false
}

// doneBy reports whether the genitive of a noun that takes no object is who does it, whatever
// verb stands before: «أعلن [X] مشاركته في غارات [Y]».
func (e *eventReader) doneBy(t *trigger, n int) bool {
	switch t.Type {
	case "ASSAULT", "REQUEST", "RETREAT":
		return t.end == t.first+1 && !t.Takes("obj") && !e.suffers(t, n) && e.acts(e.head(n))
	}
	return false
}

// nunated reports whether the noun has the ending of an indefinite object, so that no genitive
// depends on it: «اتصالا أمس ب[X]».
func nunated(w string) bool {
	return strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "اً") || strings.HasSuffix(w, "ًا")
}

// suffers reports whether the genitive of the noun is who the event befalls.
func (e *eventReader) suffers(t *trigger, n int) bool {
	a := &e.actors[e.head(n)]
	if a.kind == isnad.FAC || a.kind == isnad.LOC || a.kind == isnad.GPE && (t.Type == "ASSAULT" || t.CAMEO == "042") {
		return true
	}
	return t.Frames[0] == "obj" || a.public && (t.Type == "ASSAULT" || t.Type == "COERCE")
}

// carrier adds the subject of the light verb that carries the noun: «شنت مقاتلات فرنسا
// غارات». It reports whether there is one.
func (e *eventReader) carrier(t *trigger, p *parts) bool {
	if t.first > e.lo && !t.form.Suffixed && e.d.serves(t.first-1, lexicon.Occasion) {
		return false // «أجرى محادثات خلال زيارة»
	}
	if t.Type == "REQUEST" && strings.HasSuffix(cutPrefix(e.d.toks[t.first].Norm, t.cut), "ب") {
		return false // «نفذ العملية بطلب من [X]»
	}
	for i := t.first - 1; i >= max(e.lo, e.carrierFrom) && i >= t.first-14; i-- {
		if stops(e.d, i) {
			return false
		}
		if e.d.joins(i, lexicon.Suffering) && e.isCause(t) {
			return false // «أعلن [X] مقتل ثلاثة في غارة»
		}
		if e.d.governs(i)&lexicon.LightVerb == 0 {
			continue
		}
		if e.d.serves(i+1, lexicon.Resuming) && e.relativeBefore(i) {
			return false // «الغارات التي قامت بها [X] تأتي بناء على طلب»: carries another noun
		}
		verb := &trigger{Trigger: t.Trigger, first: i, end: i + 1, verb: true}
		if len(p.actors) > 0 || e.speakerBefore(verb, p) {
			return true
		}
		if n, ok := e.subjectAfter(verb); ok && e.actors[n].first < t.first {
			e.joined(&p.actors, n)
			return true
		}
		if e.subjectBefore(verb, p) {
			return true
		}
		if rest, and := strings.CutPrefix(e.d.toks[i].Norm, "و"); and && e.l.words.Of(rest)&lexicon.LightVerb != 0 && e.lastOf == int(e.d.sentOf[e.lo]) && len(e.last) > 0 {
			p.actors.add(e.last...) // «وشنت حملة اعتقالات»
			return true
		}
		if who := e.adjectiveAfter(i+1, min(t.first-i-1, 5)); who != "" {
			p.actors.add(who)
		}
		return len(p.actors) > 0
	}
	return false
}

// relativeBefore reports whether the word before token i begins a relative clause.
func (e *eventReader) relativeBefore(i int) bool {
	return i > e.lo && e.d.fn[i-1]&lexicon.Relative != 0
}

// soMany reports whether the word at token i says how many of those behind «من» are meant.
func (e *eventReader) soMany(i int) bool { return e.d.serves(i, lexicon.SoMany) }

// adjectives adds the countries whose adjectives the noun has: «المباحثات المصرية
// الفرنسية».
func (e *eventReader) adjectives(t *trigger, p *parts) {
	for i := t.end; i < e.hi && i < t.end+5; i++ {
		m, ok := at(&e.l.polities.Adjectives, e.d, i, inAdjectives)
		switch {
		case e.at[i] >= 0 || stops(e.d, i) || e.d.fn[i]&(lexicon.Preposition|lexicon.Relative) != 0 || e.marks(i, "li") || e.marks(i, "bi"):
			return
		case ok && i > t.end && e.ofItsObject(t):
			p.recipients.add(e.state(m.Value))
			return
		case ok:
			p.actors.add(e.state(m.Value))
		case i == t.end && e.otherNoun(t, i):
			return // «طلب وساطة عمانية»
		case len(p.actors) > 0 && e.d.toks[i].Norm != "-":
			return
		}
	}
}

// ofItsObject reports whether the word behind a noun that takes an object is that object, so that an
// adjective behind both tells whom it befalls: «إغاثة الشعب اليمني», not «غارة جوية تركية».
func (e *eventReader) ofItsObject(t *trigger) bool {
	return t.Frames[0] == "obj" && !e.mutual(t) && t.end == t.first+1 && !t.form.Suffixed && !e.definite(t) && !nunated(e.d.toks[t.first].Text) &&
		strings.HasPrefix(e.d.toks[t.end].Norm, "ال") && !e.d.has(t.end, inAdjectives)
}

// otherNoun reports whether the feminine word at token i cannot be an adjective of the trigger, which
// is a masculine noun in the singular.
func (e *eventReader) otherNoun(t *trigger, i int) bool {
	w := e.d.toks[t.first].Norm
	return t.end == t.first+1 && strings.HasSuffix(e.d.toks[i].Text, "ة") && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !strings.HasSuffix(w, "ا") && t.form.Number != lexicon.Plural
}
