package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// crowd is the public group that is the subject of the verb: «تجمع أمس مئات المتظاهرين».
// Such a subject makes a protest of a verb of many senses.
func (e *eventReader) crowd(t *trigger) (int, bool) {
	if t.form.Number == lexicon.Plural {
		return e.crowdBefore(t)
	}
	aside := false // behind a preposition that tells where
	for i := t.end; i < e.hi && i < t.end+8; i++ {
		if n := e.at[i]; n >= 0 {
			a := &e.actors[n]
			if !a.public && e.governed(int(n), t.end) {
				i = a.end - 1
				continue // «تجمع أمام [X] عشرات»
			}
			if w, ok := e.d.groupAt(a.first); aside && !(ok && w.Class == lexicon.CountGroup) {
				return 0, false
			}
			return int(n), a.public && a.prefix == "" && !strings.HasSuffix(e.d.toks[a.first].Norm, "ين") && !e.countsThings(a)
		}
		if stops(e.d, i) || len(e.readings(i)) > 0 || e.d.fn[i]&(lexicon.Relative|lexicon.Auxiliary) != 0 ||
			e.d.fn[i]&lexicon.Preposition != 0 && aside && !countsPeople(e.d.toks[i].Norm) && e.d.toks[i].Norm != "في" {
			return 0, false
		}
		aside = aside || e.d.fn[i]&lexicon.Preposition != 0 && !countsPeople(e.d.toks[i].Norm)
	}
	return 0, false
}

// countsThings reports whether what the actor's number counts is no people: «مئات السيارات».
func (e *eventReader) countsThings(a *actor) bool {
	w, ok := e.d.groupAt(a.first)
	if !ok || w.Class != lexicon.CountGroup || a.end < a.first+2 {
		return false
	}
	_, people := e.d.groupAt(a.end - 1)
	return !people && strings.HasSuffix(e.d.toks[a.end-1].Norm, "ات")
}

// countsPeople reports whether the preposition can stand between a verb and a number of people:
// «نحو مئة متظاهر», «عدد من الطلاب».
func countsPeople(w string) bool { return w == "نحو" || w == "من" || w == "بين" }

// crowdBefore is the actor before the verb, if it is a public group.
func (e *eventReader) crowdBefore(t *trigger) (int, bool) {
	for i := t.first - 1; i >= e.lo && i > t.first-12; i-- {
		if n := e.at[i]; n >= 0 {
			if a := &e.actors[n]; !a.public && a.kind != isnad.PER && a.kind != isnad.ORG && e.governed(int(n), e.lo) {
				i = a.first
				continue // «مئات اللاجئين من [X] احتشدوا»
			}
			return int(n), e.actors[n].public
		}
		if stops(e.d, i) {
			return 0, false
		}
	}
	return 0, false
}

// takesToStreets reports whether a verb of going, whose subject is the crowd n, tells of a protest: they are called
// protesters, or it is said that they go into the street or what for.
func (e *eventReader) takesToStreets(t *trigger, n int) bool {
	if !e.goes(t) {
		return true
	}
	if e.areProtesters(n) {
		return true
	}
	for k := range e.triggers {
		if n := &e.triggers[k]; n.first < t.first && n.Type == "PROTEST" && !n.Only {
			return true
		}
	}
	for i := t.end; i < e.hi && i < t.end+2*partReach; i++ {
		if e.protestNoun(i) || e.demands(i) || i < t.end+partReach/2 && e.d.joins(i, lexicon.Street) {
			return true
		}
		if e.d.toks[i].Kind == arabic.Punct && stops(e.d, i) || e.otherVerb(i) {
			return false
		}
	}
	return false
}

// celebrates reports whether a crowd comes together to pray, to see or to meet somebody, and not to protest.
func (e *eventReader) celebrates(t *trigger) bool {
	if t.Takes("didd") {
		return false
	}
	for i := t.end; i < e.hi && i < t.end+partReach && !stops(e.d, i); i++ {
		if e.demands(i) {
			return false
		}
		if e.d.joins(i, lexicon.Festive) {
			return true
		}
	}
	return false
}

// gathers reports whether the verb has the feminine before it as its subject, so that it is another verb: «منصة تجمع
// الرواد».
func (e *eventReader) gathers(t *trigger) bool {
	i := t.first - 1
	return t.cut == 0 && i >= e.lo && e.d.is(t.first, "تجمع") && (e.d.fn[i] == 0 && strings.HasSuffix(e.d.toks[i].Norm, "ه") || e.d.is(i, "ان"))
}

// pretends reports whether the verb tells that somebody feigns something: «يتظاهر بالعداء».
func (e *eventReader) pretends(t *trigger) bool {
	return t.Lemma == "تظاهر" && t.verb && t.end < e.hi && e.at[t.end] < 0 && strings.HasPrefix(e.d.toks[t.end].Norm, "بال") && !e.d.is(t.end, "بالامس") && !e.d.is(t.end, "بالقرب")
}

// demands reports whether token i tells what for a crowd comes together: «للمطالبة», «تطالب».
func (e *eventReader) demands(i int) bool {
	if e.d.joins(i, lexicon.CrowdAim) {
		return true
	}
	for _, f := range e.readings(i) {
		if (f.Type == "REQUEST" || f.Type == "ACCUSE" || f.Type == "REJECT") && f.Form.Shape == lexicon.Imperfect && f.Cut == 0 {
			return true
		}
	}
	return false
}

// crowdShuts reports whether a crowd is the subject of the verb and shuts a road or the like: «أغلق محتجون الطريق».
func (e *eventReader) crowdShuts(t *trigger) bool {
	if !e.shuts(t) || !e.shutsPassage(t) {
		return false
	}
	n, crowd := e.crowd(t)
	return crowd && !e.knownProtesters(n) && !e.countsArmed(n) && (t.CAMEO == "144" || e.areProtesters(n))
}

// countsArmed reports whether those who are counted bear arms: «مئات المسلحين».
func (e *eventReader) countsArmed(n int) bool {
	w, ok := e.d.groupAt(e.actors[n].end - 1)
	return ok && w.Class == lexicon.ArmedGroup
}

// shuts reports whether the trigger is a verb of shutting, burning or storming, which protests only in a crowd.
func (e *eventReader) shuts(t *trigger) bool {
	return t.verb && t.Only && t.Takes("obj") && (t.CAMEO == "144" || t.CAMEO == "145")
}

// areProtesters reports whether a word of the crowd n says that they protest.
func (e *eventReader) areProtesters(n int) bool {
	for i := e.actors[n].first; i < e.actors[n].end; i++ {
		if e.d.joins(i, lexicon.Protester) {
			return true
		}
	}
	return false
}

// knownProtesters reports whether the crowd n is called the protesters, whose protest was told of: what they do in it is
// no other one.
func (e *eventReader) knownProtesters(n int) bool {
	i := e.actors[n].first
	return e.d.serves(i, lexicon.Protester) && strings.HasPrefix(e.d.toks[i].Norm, "ال")
}

// shutsPassage reports whether a road or the like is what the verb shuts.
func (e *eventReader) shutsPassage(t *trigger) bool {
	for i := t.end; i < e.hi && i < t.end+8 && !stops(e.d, i); i++ {
		if e.d.serves(i, lexicon.Passage) {
			return true
		}
	}
	return false
}

// bars reports whether the way that is cut is that to an end, no road: «قطع الطريق على خصومه».
func (e *eventReader) bars(t *trigger) bool {
	for i := t.first; i < e.hi && i < t.end+8; i++ {
		if e.d.is(i, "الطريق") {
			return i+1 < e.hi && (e.marks(i+1, "ala") || e.d.is(i+1, "امام"))
		}
	}
	return false
}

// goes reports whether the verb is one of going, which protests only in a crowd: «نزل», «توجه».
func (e *eventReader) goes(t *trigger) bool { return t.verb && t.march() && t.Only && t.Takes("ila") }

// protestNoun reports whether token i is a noun of protest: «خرجوا في مسيرة».
func (e *eventReader) protestNoun(i int) bool {
	for _, f := range e.readings(i) {
		if f.Type == "PROTEST" && f.Form.Shape == lexicon.Masdar && !f.Only {
			return true
		}
	}
	return e.d.toks[i].Norm == "مسيره" || e.d.toks[i].Norm == "مسيرات"
}

// crowdAt reads the people at token i, who are in no list of groups, as a crowd behind a verb of protest: «احتج
// سائقو الحافلات», «تظاهر نحو 400 متقاعد».
func (e *eventReader) crowdAt(i int, byKey map[string]int) (actor, bool) {
	end := e.crowdEnd(i)
	if end == i || !e.behindProtest(i, e.d.has(i, inNouns)) && !e.beforeProtest(i, end) {
		return actor{}, false
	}
	a := actor{first: i, end: end, kind: isnad.ORG, public: true, span: e.d.span(i, end)}
	a.entity = e.newGroup(a.span, i, end, 0, byKey)
	return a, true
}

// tellsProtest reports whether a word of the sentence can tell of a protest.
func (e *eventReader) tellsProtest() bool {
	for i := e.lo; i < e.hi; i++ {
		for _, f := range e.readings(i) {
			if f.Type == "PROTEST" {
				return true
			}
		}
	}
	return false
}

// crowdEnd is the token behind a noun of many people at token i and what qualifies it, or i.
func (e *eventReader) crowdEnd(i int) int {
	t := &e.d.toks[i]
	if (t.Kind == arabic.Number || e.d.serves(i, lexicon.RoundNumber)) && i+1 < e.hi {
		next := &e.d.toks[i+1]
		if g, ok := e.d.groupAt(i + 1); ok && !public(g.Class) || e.d.serves(i+1, lexicon.NoCrowd) || next.Kind != arabic.Word || e.at[i+1] >= 0 || e.d.fn[i+1] != 0 || strings.HasPrefix(next.Norm, "ال") {
			return i
		}
		return i + 2
	}
	if t.Kind != arabic.Word || len(e.readings(i)) > 0 {
		return i
	}
	if e.d.serves(i, lexicon.CrowdNoun) {
		return e.phraseEnd(i, i+1)
	}
	noun, ok := exact(&e.l.nouns.Forms, e.d, i, inNouns)
	switch {
	case ok && e.d.functions.Serves(arabic.Fold(noun.Value.Lemma), lexicon.NoCrowd):
	case ok && noun.Value.Kind == isnad.Group && noun.Value.Number == lexicon.Plural:
		return e.phraseEnd(i, i+noun.Words)
	case strings.HasSuffix(t.Norm, "ون") && len(t.Norm) > 10 && e.d.fn[i] == 0 && !e.l.verbs[t.Norm]:
		return e.phraseEnd(i, i+1)
	}
	return i
}

// behindProtest reports whether a finite verb of protest stands before token i, a time or «about» at most between; one of
// shutting or storming only before people that are listed: «أغلقت 20 محلا».
func (e *eventReader) behindProtest(i int, listed bool) bool {
	for i--; i >= e.lo && (e.d.serves(i, lexicon.About) || e.d.serves(i, lexicon.DayBetween) || e.moreThan(i)); i-- {
	}
	if i < e.lo || e.at[i] >= 0 || e.nominal(i) {
		return false
	}
	if e.d.governs(i)&lexicon.TakesPlace != 0 {
		return e.protestBehind(i) // «شارك 300 شخص في مظاهرة»
	}
	for _, f := range e.readings(i) {
		if f.Type == "PROTEST" && (f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect) && !f.Form.Suffixed && (listed || f.CAMEO != "144" && f.CAMEO != "145") {
			return true
		}
	}
	return false
}

// beforeProtest reports whether a verb of protest in the plural stands behind the people who are counted from token i to
// end: «كان نحو 400 متقاعد قد تظاهروا».
func (e *eventReader) beforeProtest(i, end int) bool {
	if e.d.toks[i].Kind != arabic.Number {
		return false
	}
	for i = end; i < e.hi && i < end+8 && !stops(e.d, i); i++ {
		for _, f := range e.readings(i) {
			if f.Type == "PROTEST" && f.Form.Number == lexicon.Plural && f.Form.Person == 3 && f.Form.Shape == lexicon.Perfect {
				return true
			}
		}
	}
	return false
}

// protestBehind reports whether a noun of protest stands behind token i.
func (e *eventReader) protestBehind(i int) bool {
	for to := i + 14; i < e.hi && i < to && !stops(e.d, i); i++ {
		if e.protestNoun(i) {
			return true
		}
	}
	return false
}

// moreThan reports whether token i belongs to «أكثر من».
func (e *eventReader) moreThan(i int) bool {
	return e.d.is(i, "اكثر") || e.d.is(i, "من") && e.d.is(i-1, "اكثر")
}

// whoMakes adds the crowd that is the subject of the verb by which the noun takes place: «سير المئات مظاهرة».
func (e *eventReader) whoMakes(t *trigger, p *parts) {
	if len(p.actors) > 0 || !t.march() {
		return
	}
	for i := t.first - 1; i >= e.lo && i >= t.first-12 && !stops(e.d, i); i-- {
		if e.at[i] >= 0 || !e.carriesProtest(i, t) {
			continue
		}
		verb := &trigger{Trigger: t.Trigger, first: i, end: i + 1, verb: true}
		if strings.HasSuffix(e.d.toks[i].Norm, "وا") || strings.HasSuffix(e.d.toks[i].Norm, "ون") {
			verb.form.Number = lexicon.Plural
		}
		if n, ok := e.crowd(verb); ok && e.actors[n].first < t.first {
			e.joined(&p.actors, n)
		}
		return
	}
}
