package extract

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// objects reads what the trigger's frames mark behind token from.
func (e *eventReader) objects(t *trigger, p *parts, from int) {
	if e.pronounFrame(t, p) || e.refusesWord(t) {
		return
	}
	if n, ok := e.objectNext(t, from); ok {
		e.receive(t, p, n)
		return
	}
	if n, ok := e.doerNext(t, from); ok {
		e.receive(t, p, n)
		return
	}
	for _, frame := range t.Frames {
		switch frame {
		case "none":
			return
		case "obj":
			if n, ok := e.objectAt(t, from, p); ok {
				e.receive(t, p, n)
				return
			}
			if n, ok := e.objectBefore(t, from, p); ok {
				e.receive(t, p, n)
				return
			}
		case "bayna":
			if e.between(t, p) {
				return
			}
		default:
			if n, ok := e.marked(t, p, frame, from); ok {
				e.receive(t, p, n)
				return
			}
		}
	}
}

// leads reports whether the word before actor n makes of it who leads or attends, who is no
// side: «الائتلاف بقيادة [X]»; the words up to token from are part of something else: «أشاد بقيادة
// [X]».
func (e *eventReader) leads(n, from int) bool {
	for i := e.actors[n].first - 1; i > from && i > e.actors[n].first-5 && e.at[i] < 0; i-- {
		if e.d.joins(i, lexicon.Leading) {
			return true
		}
		if e.d.fn[i] != 0 || e.d.toks[i].Kind != arabic.Word {
			return false
		}
	}
	return false
}

// receive adds actor n and those joined to it to the recipients.
func (e *eventReader) receive(t *trigger, p *parts, n int) {
	var s side
	p.filled = true
	n = e.head(n)
	first := &e.actors[n]
	e.joined(&s, n)
	if first.kind == isnad.FAC || first.kind == isnad.LOC || first.kind == isnad.GPE && !e.isState[first.entity] {
		if p.place == "" {
			p.place = first.entity
		}
		if country := e.capital[first.entity]; country != nil && e.visit(t) {
			p.recipients.add(e.state(country))
			return
		}
		if e.placeOnly(t) {
			return
		}
	}
	if strings.HasPrefix(t.CAMEO, "042") && e.isState[first.entity] && p.place == "" {
		p.place = first.entity
	}
	p.recipients.add(s...)
}

// visit reports whether the trigger tells a visit, whose host is whose capital is visited;
// who only arrives somewhere is nobody's guest.
func (e *eventReader) visit(t *trigger) bool {
	return strings.HasPrefix(t.CAMEO, "042") && (!t.verb || t.Frames[0] == "obj")
}

// placeOnly: in a fight or on a journey a town is where it happens, and suffers nothing
// itself.
func (e *eventReader) placeOnly(t *trigger) bool {
	switch t.Type {
	case "ASSAULT", "CONSULT", "MOBILIZE", "RETREAT", "PROTEST", "COERCE", "COOPERATE", "AGREE":
		return true
	}
	return false
}

// objectAt is the first name behind token from that no preposition governs and that is
// not the actor.
func (e *eventReader) objectAt(t *trigger, from int, p *parts) (int, bool) {
	for i := from; i < e.hi && i < from+10; i++ {
		if e.d.fn[i]&lexicon.Preposition != 0 && !e.d.joins(i, lexicon.WithPronoun) {
			if end := e.settingEnd(i); end > i {
				from = max(from, end-5)
				i = end - 1
				continue
			}
			return e.objectBehind(i, p)
		}
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || i > from && e.otherVerb(i) {
			return 0, false
		}
		if end := e.aside(i); end > i {
			i = end
			from = max(from, i-9)
			continue
		}
		n := e.at[i]
		if n < 0 && i >= t.end && len(e.readings(i)) > 0 {
			return 0, false // the object is what another trigger tells: «رفض إدانة موسكو»
		}
		if n < 0 {
			if e.d.toks[i].Kind == arabic.Punct && !e.d.toks[i].IsQuoteMark() && !comma(e.d.toks[i].Norm) && !bracket(e.d.toks[i].Norm) {
				return 0, false
			}
			continue
		}
		if k := e.head(int(n)); k != int(n) && !p.actors.has(e.actors[k].entity) {
			return k, true
		}
		if e.actors[n].prefix == "" && !p.actors.has(e.actors[n].entity) && !(i > from && e.forTitle(i-1)) {
			return int(n), true
		}
		if a := &e.actors[n]; strings.HasSuffix(a.prefix, "ب") && !e.acts(int(n)) && i > from {
			i = a.end - 1 // «استقبل [X] أمس بقصر [Y] [Z]»
			from = max(from, i-5)
			continue
		}
		if strings.ContainsAny(e.actors[n].prefix, "بل") || i > from && e.forTitle(i-1) {
			return 0, false
		}
		i = e.actors[n].end - 1
	}
	return 0, false
}

// forTitle reports whether token i is a title behind «ل»: «النائب الثاني لرئيس [X]».
func (e *eventReader) forTitle(i int) bool {
	return strings.HasPrefix(e.d.toks[i].Norm, "ل") && e.d.mayHave(i, inTitles) && !e.d.has(i, inTitles)
}

// doerNext is whose deed is refused or condemned, where its noun stands right behind the trigger: «رفضها
// تدخل [X] في شؤون [Y]».
func (e *eventReader) doerNext(t *trigger, from int) (int, bool) {
	if t.verb || t.Type != "REJECT" && t.Type != "ACCUSE" || from+1 >= e.hi || e.at[from] >= 0 || e.d.toks[from].Kind != arabic.Word || e.d.fn[from] != 0 && e.d.fn[from]&lexicon.VerbalNoun == 0 ||
		e.marks(from, "li") || e.marks(from, "bi") || strings.HasPrefix(e.d.toks[from].Norm, "ال") {
		return 0, false
	}
	n := e.at[from+1]
	return int(n), n >= 0 && e.actors[n].first == from+1 && e.actors[n].prefix == "" && e.acts(int(n))
}

// objectBefore is the object of a verb that stands right before «إلى», far behind it: «دعا [X]، في أول خطاب
// له، مقاتلي [Y] إلى».
func (e *eventReader) objectBefore(t *trigger, from int, p *parts) (int, bool) {
	if !t.verb || !t.Takes("ila") {
		return 0, false
	}
	for i := from + 1; i < e.hi && i < from+2*partReach && !stops(e.d, i); i++ {
		if e.at[i] >= 0 || !e.marks(i, "ila") {
			continue
		}
		n := e.at[i-1]
		return int(n), n >= 0 && e.actors[n].first > from && !p.actors.has(e.actors[n].entity) && !e.governed(int(n), from)
	}
	return 0, false
}

// objectNext is the name that stands right behind the subject of a verb that takes an object or a
// preposition: «قاتل [X] [Y] في الحرب ضد [Z]».
func (e *eventReader) objectNext(t *trigger, from int) (int, bool) {
	if !t.verb || !t.Takes("obj") || from <= t.end || from >= e.hi {
		return 0, false
	}
	n := e.at[from]
	return int(n), n >= 0 && e.actors[n].first == from && e.actors[n].prefix == "" && e.acts(int(n)) && e.head(int(n)) == int(n)
}

// opposed reads «بين X وY من جهة وZ من جهة أخرى», where n is Y and s the first side.
func (e *eventReader) opposed(t *trigger, p *parts, n int, s side) bool {
	for i := e.actors[n].end; i+1 < e.hi && i < e.actors[n].end+4; i++ {
		if e.d.toks[i].Norm != "من" || !strings.HasPrefix(e.d.toks[i+1].Norm, "جه") && !strings.HasPrefix(e.d.toks[i+1].Norm, "جان") {
			continue
		}
		for j := i + 2; j < e.hi && j < i+8; j++ {
			if m := e.at[j]; m >= 0 {
				p.filled = true
				p.actors.add(s...)
				if e.mutual(t) {
					e.joined(&p.actors, int(m))
				} else {
					e.joined(&p.recipients, int(m))
				}
				return true
			}
		}
	}
	return false
}

func bracket(w string) bool { return w == "(" || w == ")" || w == "[" || w == "]" }

// marked is the name behind the preposition of a frame.
func (e *eventReader) marked(t *trigger, p *parts, frame string, from int) (int, bool) {
	for i := from; i < e.hi && i < from+partReach; i++ {
		if stops(e.d, i) || i > from && e.otherVerb(i) {
			return 0, false
		}
		if !e.marks(i, frame) || e.titled(from, i) {
			continue
		}
		if e.nearer(t, i, frame) || e.d.toks[i].Norm == "بعدم" {
			return 0, false
		}
		if n, ok := e.ownerOfThing(t, p, i+1); ok {
			return n, true
		}
		for j := i; j < e.hi && j < i+6; j++ {
			if n := e.at[j]; n >= 0 {
				return int(n), !e.leads(int(n), i)
			}
			if j > i && e.andVerb(j) {
				break // «على عدد من البلدات، وقتل [X]»
			}
			if j > i && j < i+3 && (t.Type == "REJECT" || t.Type == "ACCUSE") && e.adjective(j) != "" {
				return 0, false // «للتدخل الإيراني في شؤون [X]»
			}
			if j > i && (stops(e.d, j) || e.d.fn[j]&(lexicon.Preposition|lexicon.Relative) != 0 && !standsFor(e.d.toks[j-1].Norm, e.d.toks[j].Norm) || e.d.toks[j].Norm == ".") {
				break
			}
		}
		if frame != "bi" && frame != "li" {
			return 0, false
		}
	}
	return 0, false
}

// andVerb reports whether token i is a verb that «و» joins to the one before.
func (e *eventReader) andVerb(i int) bool {
	return e.otherVerb(i) && strings.HasPrefix(e.d.toks[i].Norm, "و") && e.readings(i)[0].Cut > 0
}

// nearer reports whether another noun of event stands right before token i, an adjective at
// most between, that takes the preposition there as its own: «سيطر … وتسع غارات جوية ضد [X]».
func (e *eventReader) nearer(t *trigger, i int, frame string) bool {
	if frame != "maa" && frame != "ala" && frame != "didd" {
		return false
	}
	for k := range e.triggers {
		o := &e.triggers[k]
		if o.first >= t.end && o.end <= i && o.end+2 >= i && !o.verb && o.Takes(frame) && o.Type != t.Type {
			return true
		}
	}
	return false
}

// standsFor reports whether the two words bring those for whom others stand: «ممثلين عن
// [المحتجين]», «عدد من [النواب]».
func standsFor(w, preposition string) bool {
	return preposition == "عن" && strings.HasPrefix(w, "ممثل") || preposition == "من" && (strings.HasPrefix(w, "عدد") || strings.HasPrefix(w, "كل"))
}

// titled reports whether the words from behind an actor up to token i are a title that goes
// on there: «[X] النائب الثاني لرئيس».
func (e *eventReader) titled(from, i int) bool {
	if e.at[i] >= 0 || from == e.lo || e.at[from-1] < 0 {
		return false
	}
	title := false
	for j := from; j < i; j++ {
		if e.at[j] >= 0 || e.d.fn[j]&breaksPhrase != 0 && !strings.HasPrefix(e.d.toks[j].Norm, "ال") || e.d.toks[j].Kind != arabic.Word {
			return false
		}
		title = title || e.d.has(j, inTitles)
	}
	return title
}

// between reads «بين X وY»: in a fight the first is the actor, else both are.
func (e *eventReader) between(t *trigger, p *parts) bool {
	for i := t.end; i < e.hi && i < t.end+10; i++ {
		if stops(e.d, i) {
			return false
		}
		if w := e.d.toks[i].Norm; i+1 < e.hi && (w == "بينها" || w == "بينه" || w == "بينهم") && e.d.toks[i+1].Norm == "وبين" {
			return e.itAndOther(t, p, i)
		}
		if !e.marks(i, "bayna") {
			continue
		}
		if e.bothNamedBefore(i + 1) {
			return (t.Type == "ASSAULT" || i < t.end+4 && !e.governorBetween(t.end, i)) && e.betweenBoth(t, p)
		}
		var s side
		for j := i + 1; j < e.hi && j < i+8; j++ {
			if n := e.at[j]; n >= 0 {
				s = nil // «الرئيسين المصري X والروسي Y»: the names, not the countries
				if e.opposed(t, p, e.joined(&s, int(n)), s) {
					return true
				}
				break
			}
			if who := e.adjective(j); who != "" {
				s.add(who)
			} else if m, ok := at(&e.l.polities.Adjectives, e.d, j, inAdjectives); ok {
				s.add(e.state(m.Value))
			}
		}
		if len(s) == 0 || t.Type == "ASSAULT" && e.onlyPlaces(s) {
			return false
		}
		p.filled = len(s) > 1
		if t.Type == "ASSAULT" && len(s) > 1 {
			p.actors.add(s[0])
			p.recipients.add(s[1:]...)
		} else {
			p.actors.add(s...)
		}
		return true
	}
	return false
}

// itAndOther reads «بينها وبين [X]» at token i: whom the pronoun stands for, and the other.
func (e *eventReader) itAndOther(t *trigger, p *parts, i int) bool {
	one, ok := e.referent(t.first, pronounOf(e.d.toks[i].Norm), p)
	other, named := e.nameWithin(i+2, 5)
	if !ok || !named || e.actors[one].entity == e.actors[other].entity {
		return false
	}
	p.filled = true
	p.actors.add(e.actors[one].entity)
	if e.mutual(t) {
		e.joined(&p.actors, other)
	} else {
		e.joined(&p.recipients, other)
	}
	return true
}

// bothNamedBefore reports whether the word at token i stands for two who were named before, so that
// nothing behind it says who they are: «بين الطرفين في [X]», not «بين الرئيسين التركي [X] و…».
func (e *eventReader) bothNamedBefore(i int) bool {
	if i >= e.hi || !e.d.serves(i, lexicon.TwoNamed) {
		return false
	}
	for j := i + 1; j < e.hi && j < i+3; j++ {
		if e.d.fn[j]&lexicon.Preposition != 0 {
			return true
		}
		if _, ok := at(&e.l.polities.Adjectives, e.d, j, inAdjectives); ok || e.at[j] >= 0 {
			return false
		}
	}
	return true
}

// governorBetween reports whether a preposition stands among the tokens [from, to).
func (e *eventReader) governorBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if e.d.fn[i]&lexicon.Preposition != 0 || conjoined(e.d.toks[i].Norm) {
			return true
		}
	}
	return false
}

// betweenBoth reads «بين الطرفين»: in a fight those who fought in the event before, else the two who
// acted together last.
func (e *eventReader) betweenBoth(t *trigger, p *parts) bool {
	if t.Type == "ASSAULT" {
		p.actors.add(e.lastFight.actors...)
		p.recipients.add(e.lastFight.recipients...)
		p.filled = len(p.actors) > 0
	} else {
		p.actors.add(e.lastPair...)
		p.borrowed = len(p.actors) > 0
	}
	return len(p.actors) > 0
}

// onlyPlaces reports whether all of the side are places that are no country and no capital: «معارك …
// على الحدود بين محافظتي [X] و[Y]».
func (e *eventReader) onlyPlaces(s side) bool {
	for _, who := range s {
		if e.isState[who] || e.capital[who] != nil {
			return false
		}
		for i := range e.actors {
			if a := &e.actors[i]; a.entity == who && (a.kind == isnad.PER || a.kind == isnad.ORG) {
				return false
			}
		}
		if strings.HasPrefix(who, "g") {
			return false
		}
	}
	return true
}

// settle puts the sides in order: nobody is on both, and in a meeting or an agreement all
// are actors.
func (e *eventReader) settle(t *trigger, p *parts) {
	if e.mutual(t) {
		for _, r := range p.recipients {
			if !(e.isPlace(r) && strings.HasPrefix(t.CAMEO, "042")) {
				p.actors.add(r)
			}
		}
	}
	var kept side
	for _, r := range p.recipients {
		if !p.actors.has(r) {
			kept.add(r)
		}
	}
	p.recipients = kept
	if len(p.recipients) == 0 && (t.Type == "ASSAULT" || t.Type == "COERCE") {
		e.owner(t, p)
	}
	if p.place == "" {
		p.place = e.placeOf(t)
	}
	if t.Type == "PROTEST" && p.recipients.has(p.place) && e.onlyWithin(p.place) {
		p.recipients = slices.DeleteFunc(p.recipients, func(r string) bool { return r == p.place }) // «مظاهرة في [X]»
	}
}

// onlyWithin reports whether the sentence names the place only as where something happens.
func (e *eventReader) onlyWithin(place string) bool {
	for n := range e.actors {
		if a := &e.actors[n]; a.first >= e.lo && a.first < e.hi && a.entity == place && !e.in(n) && !strings.HasSuffix(a.prefix, "ب") {
			return false
		}
	}
	return true
}

// isPlace reports whether the entity is a country, a region or a town.
func (e *eventReader) isPlace(entity string) bool {
	if e.isState[entity] {
		return true
	}
	for i := range e.actors {
		if a := &e.actors[i]; a.entity == entity {
			return a.kind == isnad.GPE
		}
	}
	return false
}

// mutual reports whether both sides of the event are actors.
func (e *eventReader) mutual(t *trigger) bool {
	switch t.Type {
	case "CONSULT":
		return true
	case "AGREE", "COOPERATE":
		return t.Takes("maa") || t.Takes("bayna")
	}
	return false
}

// follows reports whether the word before token i tells whom people follow, so that what stands
// behind it is no side of its own: «القوات الموالية ل[X]».
func (e *eventReader) follows(i int) bool {
	return i > e.lo+1 && e.d.serves(i-1, lexicon.Loyal) && (e.at[i-1] >= 0 || e.at[i-2] >= 0)
}

// owner adds whom the thing that is hit, or the person who is taken, belongs to: «مواقع
// لتنظيم داعش», «عناصر من حماس», «تحرير الموصل من داعش».
func (e *eventReader) owner(t *trigger, p *parts) {
	from := max(t.end, t.tailEnd)
	near := from + 12
	if p.place != "" {
		from = max(from, e.placeEnd(p.place, from)) // «انتزعت القوات محافظة [X]، جنوب البلاد، من [Y]»
	}
	for i := from; i < e.hi && i < from+12; i++ {
		if stops(e.d, i) || i > from && e.otherVerb(i) || e.d.fn[i]&lexicon.Relative != 0 {
			return
		}
		if !e.marks(i, "li") && !e.marks(i, "min") && !e.marks(i, "didd") || i >= near && !e.marks(i, "min") {
			continue
		}
		if e.cliticTrigger(i) || e.follows(i) || i+1 < e.hi && e.byWhom(i) {
			continue // «للدفاع عن [X]», «الموالية ل[X]», «المدعومة من قبل [X]»
		}
		for j := i; j < e.hi && j < i+4; j++ {
			n := e.at[j]
			if n < 0 {
				if j > i && e.d.fn[j]&lexicon.Preposition != 0 && !strings.Contains(e.d.toks[j-1].Norm, "انتما") {
					break // but «لانتمائهم إلى [X]»
				}
				continue
			}
			a := &e.actors[n]
			if (a.kind == isnad.ORG || a.kind == isnad.PER) && !p.actors.has(a.entity) {
				e.joined(&p.recipients, int(n))
			}
			return
		}
	}
}

// placeEnd is the token behind the first mention of the place within reach behind token from, or from.
func (e *eventReader) placeEnd(place string, from int) int {
	for i := from; i < e.hi && i < from+partReach; i++ {
		if n := e.at[i]; n >= 0 && e.actors[n].entity == place {
			return e.actors[n].end
		}
	}
	return from
}
