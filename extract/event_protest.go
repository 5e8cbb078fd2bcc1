package extract

import (
	"strings"

	"isnad/lexicon"
)

// closedByForce reports whether a road or the like is closed by those who have arms or rule, which
// is no protest: «قطعت الشرطة الطريق».
func (e *eventReader) closedByForce(t *trigger, p *parts) bool {
	if t.CAMEO != "144" {
		return false
	}
	for i := range e.actors {
		a := &e.actors[i]
		if a.first < e.lo || a.end > e.hi || !p.actors.has(a.entity) {
			continue
		}
		if w, ok := e.d.groupAt(a.first); ok && (w.Class == lexicon.ArmedGroup || w.Class == lexicon.StateBody) {
			return true
		}
	}
	return false
}

// march reports whether the trigger is one of a demonstration, by its CAMEO code.
func (t *trigger) march() bool { return t.Type == "PROTEST" && (t.CAMEO == "140" || t.CAMEO == "141") }

// protests reports whether trigger k tells a protest, and not that one is spoken of: a
// verb does of itself, a noun where a verb of taking place or taking part is beside it
// («خرجت مظاهرات», «شارك في مسيرة») or where it is new and opens its sentence.
func (e *eventReader) protests(k int, status string) bool {
	t := &e.triggers[k]
	if status == deniedEvent || status == possibleEvent || e.behindRelative(t) || e.yearsAgo(t) {
		return false
	}
	if t.first > e.lo && e.d.toks[t.first-1].IsQuoteMark() && t.end < e.hi && !e.d.toks[t.end].IsQuoteMark() && !t.verb {
		return false // a name: «تجمع العلماء»
	}
	if t.verb {
		return t.form.Shape != lexicon.Imperfect || t.future || t.first <= e.lo+1 || t.cut > 0 || e.headline(t)
	}
	if e.onlyRecalled(t) || e.saysWhatFor(k) {
		return false
	}
	if i := e.carrierBefore(t); i >= 0 {
		return !e.relativeBefore(i) && !e.habitual(i) && !e.supposed(i) && !(e.definite(t) && e.describes(i)) && !e.objection(t, i)
	}
	if e.pointedAt(t) {
		return false
	}
	if e.carriedBehind(t) {
		return true
	}
	return !e.definite(t) && !t.form.Suffixed && t.first <= e.lo+1
}

// onlyRecalled reports whether what stands before the noun makes of the protest the setting of something else, or of
// what is done about it: «أصيب ثلاثة خلال مظاهرة», «قامت الشرطة بقمع مسيرة», and whether the noun is somebody's course:
// «بدأ مسيرته».
func (e *eventReader) onlyRecalled(t *trigger) bool {
	if t.Lemma == "مسيرة" && t.form.Suffixed && pronounOf(e.d.toks[t.first].Norm) != "هم" {
		return true
	}
	if e.oneOf(t) {
		return true
	}
	i := t.first - 1
	for i >= e.lo && e.d.serves(i, lexicon.ProtestsOf) {
		i--
	}
	if i >= e.lo && t.CAMEO == "143" && t.Takes("obj") && e.d.is(i, "الي") {
		return true // «دعا إلى مقاطعة البضائع»
	}
	if i < e.lo || t.cut > 0 {
		return false
	}
	if e.d.joins(i, lexicon.PutDown) && (e.definite(t) || t.end >= e.hi || e.d.governs(t.end)&lexicon.TakesPlace == 0) {
		return true // but not «فرقت مظاهرة نظمها طلاب»
	}
	return e.d.joins(i, lexicon.Occasion) || e.d.joins(i, lexicon.Since) || e.d.joins(i, lexicon.Throughout)
}

// saysWhatFor reports whether the noun only says what for those protest who were told of in the sentence: «تظاهروا
// احتجاجا على», «خرجوا للاحتجاج على».
func (e *eventReader) saysWhatFor(k int) bool {
	t := &e.triggers[k]
	if !e.protestingAt(t) && !t.aim {
		return false
	}
	for j := range k {
		if e.triggers[j].Type == "PROTEST" {
			return true
		}
	}
	return false
}

// takesPlace reports whether a verb of taking place or taking part has the noun as its
// subject or object, or follows it.
func (e *eventReader) takesPlace(t *trigger) bool {
	if i := e.carrierBefore(t); i >= 0 {
		return !e.relativeBefore(i) && !e.habitual(i) && !(e.definite(t) && e.describes(i)) && !e.objection(t, i)
	}
	return e.carriedBehind(t)
}

// carrierBefore is the token of the verb of taking place or taking part that has the noun as its subject or object, or -1.
func (e *eventReader) carrierBefore(t *trigger) int {
	for i := t.first - 1; i >= e.lo && i >= t.first-12; i-- {
		if e.carriesProtest(i, t) {
			return i
		}
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || e.d.governs(i)&lexicon.TakesPlace == 0 && (e.otherVerb(i) || (e.isVerb(i) || i == t.first-1 && e.d.fn[i] == 0 && e.at[i] < 0 && !strings.HasSuffix(e.d.toks[i].Norm, "ات")) && strings.HasSuffix(e.d.toks[i].Norm, "ت")) {
			break
		}
	}
	return -1
}

// carriedBehind reports whether a verb of taking place or taking part follows the noun.
func (e *eventReader) carriedBehind(t *trigger) bool {
	for i := t.end; i < e.hi && i < t.end+4; i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 {
			return false
		}
		if e.d.governs(i)&lexicon.TakesPlace != 0 {
			return true
		}
	}
	return false
}

// headline reports whether the subject of the verb opens the sentence: «آلاف اليمنيين يتظاهرون».
func (e *eventReader) headline(t *trigger) bool {
	n := e.at[max(t.first-1, 0)]
	return t.first > e.lo && n >= 0 && e.actors[n].public && e.actors[n].first == e.lo
}

// oneOf reports whether «من» or the like before the noun makes of it a part of something else: «بعد أيام من الاحتجاجات»,
// not «عدد من المظاهرات».
func (e *eventReader) oneOf(t *trigger) bool {
	i := t.first - 1
	if i <= e.lo || t.cut > 0 {
		return false
	}
	switch e.d.toks[i].Norm {
	case "من":
		return !e.soMany(i-1) && !e.d.serves(i-1, lexicon.ProtestsOf)
	case "علي", "مع", "ضد", "حول":
		return true
	case "عن":
		return t.march()
	}
	return false
}

// habitual reports whether the verb at token i tells what used to happen: «كانت [X] تشهد مظاهرات».
func (e *eventReader) habitual(i int) bool {
	if w := e.d.toks[i].Norm; !strings.HasPrefix(w, "ت") && !strings.HasPrefix(w, "ي") {
		return false
	}
	for j := i - 1; j >= e.lo && j >= i-4 && !stops(e.d, j); j-- {
		if strings.HasPrefix(strings.TrimPrefix(e.d.toks[j].Norm, "و"), "كان") && e.d.fn[j]&lexicon.Auxiliary != 0 {
			return true
		}
	}
	return false
}

// objection reports whether somebody's protest is what the verb at token i stirs up, no people's: «أثار القرار احتجاج
// المدرب».
func (e *eventReader) objection(t *trigger, i int) bool {
	w := e.d.toks[i].Norm
	return e.d.is(t.first, "احتجاج") && (strings.Contains(w, "ثار") || strings.Contains(w, "ثير"))
}

// describes reports whether the verb at token i tells more of the noun before it: «ناشطين شاركوا في الاحتجاجات», «قانونا
// ينظم المظاهرات».
func (e *eventReader) describes(i int) bool {
	if i <= e.lo {
		return false
	}
	w, verb := e.d.toks[i-1].Norm, e.d.toks[i].Norm
	if strings.HasSuffix(verb, "وا") {
		return strings.HasSuffix(w, "ين") && !strings.HasPrefix(w, "ال")
	}
	return (strings.HasPrefix(verb, "ي") || strings.HasPrefix(verb, "ت")) && e.at[i-1] < 0 && nunated(e.d.toks[i-1].Text)
}

// carriesProtest reports whether token i before the noun is a verb by which it takes place, or somebody takes part in it.
func (e *eventReader) carriesProtest(i int, t *trigger) bool {
	if e.d.joins(i, lexicon.Doing) {
		with := strings.HasSuffix(cutPrefix(e.d.toks[t.first].Norm, t.cut), "ب")
		return with || i == t.first-1 || strings.HasPrefix(e.d.toks[t.first-1].Norm, "ب") // «قاموا بتنظيم مظاهرة»
	}
	return e.d.governs(i)&lexicon.TakesPlace != 0
}

// demandsBehind reports whether it is told right behind the noun what for people come together.
func (e *eventReader) demandsBehind(t *trigger) bool {
	for i := t.end; i < e.hi && i < t.end+5 && !stops(e.d, i); i++ {
		if e.demands(i) {
			return true
		}
	}
	return false
}

// behindRelative reports whether the trigger stands in a relative clause, an auxiliary
// at most before it: «مجموعات كانت تتظاهر», «التي خرجت».
func (e *eventReader) behindRelative(t *trigger) bool {
	i := t.first - 1
	if !t.verb || t.cut > 0 || i < e.lo {
		return false
	}
	if strings.HasPrefix(e.d.toks[i].Norm, "كان") {
		return i > e.lo && e.at[i-1] >= 0
	}
	return e.d.fn[i]&lexicon.Relative != 0
}

// mayProtest reports whether token i can only tell of a protest.
func (e *eventReader) mayProtest(i int) bool {
	forms := e.readings(i)
	return len(forms) > 0 && forms[0].Type == "PROTEST" && !forms[0].Only
}

// freshProtest reports whether the noun tells of a new demonstration, which people of whom nothing else is told make:
// «انطلقت بعد الصلاة مظاهرة».
func (e *eventReader) freshProtest(t *trigger) bool {
	return !t.verb && t.march() && !t.Only && t.Takes("didd") && !t.form.Suffixed && !e.definite(t) && !e.protestingAt(t) && e.takesPlace(t)
}

// protestingAt reports whether the noun says only what for something is done: «استقالوا احتجاجا على».
func (e *eventReader) protestingAt(t *trigger) bool {
	return nunated(e.d.toks[t.first].Text) && t.end < e.hi && e.marks(t.end, "ala")
}
