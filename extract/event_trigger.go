package extract

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// trigger is a stretch of tokens that is read as telling of an event.
type trigger struct {
	*lexicon.Trigger
	form          lexicon.Form
	first, end    int // tokens
	cut           int // letters of the first that are clitics
	tail, tailEnd int // tokens of the rest of a phrase whose subject stands inside it
	future        bool
	aim           bool
	verb          bool // a finite verb, or a phrase that begins with one
	participle    bool
}

// readings gives what token i may be as a trigger.
func (e *eventReader) readings(i int) []lexicon.TriggerForm {
	if known := e.d.spelt[i].told; known != nil {
		return known.triggers
	}
	return nil
}

// findTriggers finds the triggers of the sentence; words of names are none.
func (e *eventReader) findTriggers() {
	e.triggers = e.triggers[:0]
	for i := e.lo; i < e.hi && e.d.toks[i].Start < e.titleAgain; i++ {
		if e.at[i] >= 0 || len(e.readings(i)) == 0 && !e.d.mayHave(i, inTriggers) || e.inTail(i) {
			continue
		}
		if m, ok := e.phraseAt(i); ok {
			first := e.d.toks[i].Norm
			t := trigger{Trigger: m.Value, first: i, end: i + m.Words, cut: m.Cut}
			t.verb = e.finite(first, m.Cut) && !e.gathering(&t)
			e.triggers = append(e.triggers, t)
			i += m.Words - 1
			continue
		}
		if t, ok := e.splitTrigger(i); ok {
			e.triggers = append(e.triggers, t)
			continue
		}
		if t, ok := e.wordTrigger(i); ok {
			e.triggers = append(e.triggers, t)
		}
	}
}

// isDeed has the types of events that nobody does by saying something.
var isDeed = map[string]bool{"AID": true, "ASSAULT": true, "COERCE": true, "MOBILIZE": true, "PROTEST": true, "RETREAT": true, "SANCTION": true}

// homograph reports whether the trigger is a word of many senses that tells a deed in one of
// them: without those whom the deed is done to it is most often another word («فقد زار»,
// «تحقيق الفوز»). What is said may be said to nobody.
func (e *eventReader) homograph(t *trigger) bool {
	return t.Only && (isDeed[t.Type] || t.Type == "COOPERATE" || t.Type == "CONCEDE") && (t.verb || !t.form.Suffixed)
}

// onlySays: the trigger is the cue of a claim, so that it is no deed: «نقلت الوكالة عن»,
// «نفى أنه».
func (e *eventReader) onlySays(t *trigger) bool {
	c, ok := e.cueAt(t)
	return ok && (c.Act == isnad.Say || c.Act == isnad.Deny)
}

// relays: the word can be one of telling, and «عن» behind it brings from whom it is passed
// on, so that it is no deed even where no claim is read of it: «نقلا عن [X]», «ونقل أمس عن
// [X]»; not «نقل قواته بعيدا عن [X]».
func (e *eventReader) relays(t *trigger) bool {
	if t.Takes("an") || len(e.d.told(t.first).cues) == 0 {
		return false
	}
	i := e.frameAt(t, "an", 5)
	return i == t.end || i > t.end && !strings.HasSuffix(e.d.toks[i-1].Norm, "ا")
}

// phraseAt finds the phrase of several words that begins at token i.
func (e *eventReader) phraseAt(i int) (m lexicon.Match[*lexicon.Trigger], ok bool) {
	if m, ok = at(&e.l.triggers.Phrases, e.d, i, inTriggers); ok && i+m.Words > e.hi {
		return e.l.triggers.Phrases.At(e.d.toks[:e.hi], i) // a shorter one
	}
	return m, ok
}

// splitTrigger reads a phrase that begins with the verb at token i and has its subject
// inside: «سحبت [الكويت] سفيرها». What it is named by is the rest.
func (e *eventReader) splitTrigger(i int) (trigger, bool) {
	if !e.d.mayHave(i, inSplits) {
		return trigger{}, false
	}
	w, cut := e.d.toks[i].Norm, 0
	var list []lexicon.SplitTrigger
	if e.d.has(i, inSplits) {
		list = e.l.triggers.Split(w)
	} else if rest, ok := strings.CutPrefix(w, "و"); ok {
		list, cut = e.l.triggers.Split(rest), 1
	}
	if len(list) == 0 || e.nominal(i) || !e.finite(w, cut) {
		return trigger{}, false
	}
	named := false
	for j := i + 1; j < e.hi && j < i+12 && !stops(e.d, j) && e.d.fn[j]&lexicon.Relative == 0; j++ {
		named = named || e.at[j] >= 0 || e.adjective(j) != ""
		if !named || e.at[j] >= 0 {
			continue
		}
		for _, p := range list {
			if n := len(p.Rest); matchWords(e.d.toks[:e.hi], j, p.Rest) && !e.tells(i, p.Type) {
				return trigger{Trigger: p.Trigger, first: i, end: i + 1, cut: cut, tail: j, tailEnd: j + n, verb: true}, true
			}
		}
	}
	return trigger{}, false
}

// tells reports whether token i alone is a verb of the type already.
func (e *eventReader) tells(i int, kind string) bool {
	for _, f := range e.readings(i) {
		if f.Type == kind && (f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect) {
			return true
		}
	}
	return false
}

// inTail reports whether token i is in the rest of a phrase that was read.
func (e *eventReader) inTail(i int) bool {
	for k := len(e.triggers) - 1; k >= 0 && e.triggers[k].first > i-32; k-- {
		if i >= e.triggers[k].tail && i < e.triggers[k].tailEnd {
			return true
		}
	}
	return false
}

// finite reports whether the first word of a phrase, clitics cut, is a verb with a
// subject of its own.
func (e *eventReader) finite(norm string, cut int) bool {
	w := cutLetters(norm, cut)
	for _, f := range e.l.triggers.Of(w) {
		if f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect {
			return true
		}
	}
	return e.l.words.Of(w)&lexicon.LightVerb != 0 || e.l.verbs[w] || w == "يقف" || w == "تقف"
}

// gathering reports whether the phrase is a noun of protest that looks like a verb of two: «شهدت المدينة تجمعا حاشدا».
func (e *eventReader) gathering(t *trigger) bool {
	return t.Type == "PROTEST" && strings.HasSuffix(e.d.toks[t.first].Norm, "عا")
}

// isCue: the whole of token i, with the و that it begins with, is the cue of a claim.
func (e *eventReader) isCue(i int) bool {
	n := e.cueOf[i]
	return n >= 0 && strings.HasPrefix(e.d.toks[i].Norm, "و") && e.claims[n].Cue.Start == e.d.toks[i].Start
}

// wordTrigger reads token i as a trigger of one word.
func (e *eventReader) wordTrigger(i int) (trigger, bool) {
	forms := e.readings(i)
	if len(forms) == 0 {
		return trigger{}, false
	}
	if i+1 < e.hi && e.d.toks[i+1].Norm == "الله" {
		return trigger{}, false // «أيده الله» is a wish
	}
	nominal := e.nominal(i)
	best, found := trigger{}, false
	score := -1
	for _, f := range forms {
		t := trigger{Trigger: f.Trigger, form: f.Form, first: i, end: i + 1, cut: f.Cut, future: f.Future, aim: f.Aim}
		t.verb = f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect
		t.participle = f.Form.Shape == lexicon.Participle
		if t.participle && !e.circumstance(&t) {
			continue
		}
		if (t.Type == "REQUEST" || t.Type == "REJECT") && e.keepsName(i) {
			continue
		}
		if f.Cut > 0 && (e.ministry(i) || e.isCue(i)) || f.Form.Number == lexicon.Dual && e.d.is(i, "ردا") {
			continue // «وزارته» is no visit, «وصفت» has no «صفت», «ردا على سؤال» is no blow
		}
		if f.Form.Shape == lexicon.Perfect && f.Cut == 0 && e.behindVerb(i) {
			continue // «يظهر خطف»: two verbs do not follow each other
		}
		if t.verb && (nominal || f.Form.Suffixed && !t.Takes("obj")) || isDeed[t.Type] && (e.onlySays(&t) || e.relays(&t)) {
			continue // «وفرته» is no «فر»: nobody flees somebody
		}
		if t.Type == "CONSULT" && e.withMedium(&t) || t.Type == "SUPPORT" && e.ascribes(&t) {
			continue
		}
		if !t.verb && (i > e.lo && e.d.governs(i-1)&lexicon.StateWord != 0 || t.Type == "PROTEST" && e.isShow(i)) {
			continue
		}
		if s := e.fit(&t); s > score {
			best, score, found = t, s, true
		}
	}
	return best, found
}

// ministry reports whether the word at token i is a ministry with a pronoun: «وزارته», «ووزارتها».
func (e *eventReader) ministry(i int) bool {
	w := e.d.toks[i].Norm
	return strings.HasPrefix(w, "وزارت") || strings.HasPrefix(w, "ووزارت")
}

// withMedium reports whether the meeting or the call is an interview: «في اتصال مع وكالة [X]».
func (e *eventReader) withMedium(t *trigger) bool {
	i := e.frameAt(t, "maa", 4)
	if i < 0 || t.verb || i+1 >= e.hi {
		return false
	}
	if n := e.at[i+1]; n >= 0 && (e.actors[n].kind == isnad.GPE || e.isState[e.actors[n].entity]) {
		return false // «محادثات مع [روسيا]», by which a paper's name begins too
	}
	return e.d.serves(i+1, lexicon.MediaNoun) || e.d.has(i+1, inMedia)
}

// ascribes reports whether the verb says to what something is due rather than that it consoles: «عزت
// الصحيفة أسباب ذلك إلى».
func (e *eventReader) ascribes(t *trigger) bool {
	return t.verb && t.Lemma == "عزى" && e.frameAt(t, "ila", 10) >= 0
}

// isShow reports whether the word behind token i makes a show or a course of it: «تظاهرة ثقافية»,
// «مسيرته الفنية».
func (e *eventReader) isShow(i int) bool {
	return i+1 < e.hi && e.d.governs(i+1)&lexicon.ShowWord != 0
}

// keepsName reports whether what is asked or refused at token i is only that a name be told:
// «مصدر طلب عدم كشف هويته».
func (e *eventReader) keepsName(i int) bool {
	for j := i + 1; j < e.hi && j < i+5; j++ {
		if e.d.spelt[j].uses.Has(lexicon.KeptBack) {
			return true
		}
	}
	return false
}

// nominal reports whether token i can be no verb: a preposition stands before it, or it
// has the article.
func (e *eventReader) nominal(i int) bool {
	if i > e.lo+1 && e.d.toks[i-1].IsQuoteMark() {
		i-- // «في "تجمع العلماء"»
	}
	if i == e.lo {
		return false
	}
	if w := &e.d.toks[i-1]; strings.HasPrefix(w.Text, "ال") && w.Norm != "الاف" && e.d.fn[i-1]&lexicon.Preposition == 0 {
		return false // «المئات نزلوا»
	}
	return e.d.fn[i-1]&(lexicon.Preposition|lexicon.Quantifier) != 0 && !e.d.serves(i-1, lexicon.NoPreposition)
}

// behindVerb reports whether the word before token i is a verb in the imperfect, so that the token
// is its subject or object and no verb in the perfect.
func (e *eventReader) behindVerb(i int) bool {
	if i--; i > e.lo && e.d.toks[i].IsQuoteMark() {
		i--
	}
	if i < e.lo || e.at[i] >= 0 || e.d.has(i, inTitles|inAdjectives) || e.d.fn[i] != 0 {
		return false
	}
	w := e.d.toks[i].Norm
	return (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "وي")) && (e.l.verbs[w] || e.d.mayHave(i, inCues))
}

// circumstance reports whether a participle tells what the subject does beside: «مشيدا
// بدور», «داعية إلى»; others name people.
func (e *eventReader) circumstance(t *trigger) bool {
	w := e.d.toks[t.first].Norm
	if strings.HasPrefix(cutLetters(w, t.cut), "ال") || t.first == e.lo {
		return false
	}
	prev := e.d.toks[t.first-1].Norm
	apart := comma(prev) || t.cut > 0 || e.d.toks[t.first-1].IsQuoteMark() || len(t.Frames) > 0 && t.end < e.hi && e.marks(t.end, t.Frames[0])
	return apart && (strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ة") || strings.HasSuffix(w, "ين"))
}

// fit tells how well the words behind a reading suit it: its preposition first.
func (e *eventReader) fit(t *trigger) int {
	score := 1
	if t.verb && (e.nounWithPronoun(t) || e.joinsNoun(t)) {
		return 0
	}
	if t.verb {
		score += 2
		if t.march() {
			n, crowd := e.crowd(t)
			if crowd = crowd && e.takesToStreets(t, n); !crowd && e.goes(t) {
				return 0
			}
			if crowd {
				score += 8
			}
		}
	}
	if e.crowdShuts(t) {
		score += 8
	}
	for n, frame := range t.Frames {
		if frame == "none" || frame == "obj" {
			if n == 0 {
				score++
			}
			continue
		}
		if e.frameAt(t, frame, 8) >= 0 {
			return score + 4 - min(n, 2)
		}
	}
	return score
}

// nounWithPronoun reports whether the verb and its pronoun are spelt like a noun of event with one, and
// stand where a noun does, behind a noun or a name: «أكدت [X] رفضها».
func (e *eventReader) nounWithPronoun(t *trigger) bool {
	i := t.first - 1
	if !t.form.Suffixed || t.cut > 0 || i <= e.lo || e.d.fn[i] != 0 || e.d.toks[i].Kind != wordKind || pronounOf(e.d.toks[t.first].Norm) == "" {
		return false
	}
	for _, f := range e.readings(t.first) {
		if f.Form.Shape == lexicon.Masdar && f.Form.Suffixed && f.Type == t.Type {
			return true
		}
	}
	return false
}

// joinsNoun reports whether «و» joins the word, which can be a verb and a noun of event, to a noun of event with
// its genitive: «تعلن تحرير [X] وطرد [Y]».
func (e *eventReader) joinsNoun(t *trigger) bool {
	if t.cut != 1 || len(e.triggers) == 0 || t.form.Shape != lexicon.Perfect || t.form.Suffixed {
		return false
	}
	last := &e.triggers[len(e.triggers)-1]
	if last.verb || last.participle || last.form.Definite || last.end >= t.first || last.end+4 < t.first || e.governorBetween(last.end, t.first) {
		return false
	}
	for i := last.end; i < t.first; i++ {
		if e.d.toks[i].Kind == arabic.Punct && !e.d.toks[i].IsQuoteMark() {
			return false
		}
	}
	return slices.ContainsFunc(e.readings(t.first), func(f lexicon.TriggerForm) bool { return f.Form.Shape == lexicon.Masdar && f.Type == t.Type })
}

// frameAt is the token behind the trigger that begins what the frame marks, within a
// number of tokens; -1 if there is none.
func (e *eventReader) frameAt(t *trigger, frame string, reach int) int {
	for i := t.end; i < e.hi && i < t.end+reach; i++ {
		if stops(e.d, i) {
			return -1
		}
		if e.marks(i, frame) {
			return i
		}
	}
	return -1
}

var frameWords = map[string][]string{
	"ila": {"إلى", "الى", "إلي", "الي", "لدى"}, "an": {"عن"}, "ala": {"على", "علي"}, "min": {"من"},
	"maa": {"مع"}, "fi": {"في"}, "didd": {"ضد", "بحق"}, "bayna": {"بين"},
}

// longestFrame is how long these are, with «و» before them.
const longestFrame = len("ولدى")

// marks reports whether token i is the preposition of the frame, or has it as a clitic.
func (e *eventReader) marks(i int, frame string) bool {
	text, letter := e.d.toks[i].Text, ""
	switch frame {
	case "bi":
		letter = "ب"
	case "li":
		letter = "ل"
	default:
		if len(text) > longestFrame {
			return false
		}
		behindAnd := strings.TrimPrefix(text, "و")
		for _, w := range frameWords[frame] {
			if text == w || behindAnd == w {
				return true
			}
		}
		return false
	}
	if n := e.at[i]; n >= 0 {
		return strings.HasSuffix(e.actors[n].prefix, letter) && e.actors[n].first == i
	}
	return strings.HasPrefix(text, letter) && len(text) > 6 && text != "بعد" && text != "بين"
}

// stops reports whether a clause ends before token i.
func stops(d *doc, i int) bool {
	switch d.toks[i].Norm {
	case ".", "!", "؟", "?", "؛", ";", ":":
		return true
	}
	return d.fn[i]&(lexicon.ClauseStart|lexicon.ThatWord) != 0
}

// lasts reports whether the verb stands in the imperfect in a relative clause, where it
// describes more than it tells: «المدينة التي يسيطر عليها».
func (e *eventReader) lasts(t *trigger) bool {
	return t.form.Shape == lexicon.Imperfect && !t.future && t.first > e.lo && e.d.fn[t.first-1]&lexicon.Relative != 0 &&
		!(t.first > e.lo+1 && e.d.toks[t.first-2].Norm == "الوقت")
}
