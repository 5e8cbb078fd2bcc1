package extract

import (
	"sort"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// aside is the token that ends the words between dashes that begin at token i, else i:
// «الملك - حفظه الله -».
func (e *eventReader) aside(i int) int {
	if dash(e.d.toks[i].Norm) {
		for j := i + 1; j < e.hi && j < i+7; j++ {
			if dash(e.d.toks[j].Norm) {
				return j
			}
		}
	}
	return i
}

func dash(w string) bool { return w == "-" || w == "–" || w == "ـ" }

// objectBehind is the person whose title stands behind a comma, a setting before it: «استقبل
// [X] في قصره أمس، وزير الخارجية [Y]».
func (e *eventReader) objectBehind(i int, p *parts) (int, bool) {
	for to := i + 14; i < e.hi && i < to && !comma(e.d.toks[i].Norm); i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || e.otherVerb(i) {
			return 0, false
		}
	}
	for j := i + 1; j < e.hi && j < i+14; j++ {
		if stops(e.d, j) || comma(e.d.toks[j].Norm) || e.d.fn[j]&breaksPhrase != 0 || len(e.readings(j)) > 0 || j == i+1 && conjoined(e.d.toks[j].Norm) {
			return 0, false
		}
		n := e.at[j]
		if n < 0 || e.actors[n].prefix != "" || p.actors.has(e.actors[n].entity) {
			continue
		}
		if a := &e.actors[n]; a.kind == isnad.PER || a.kind == isnad.ORG && e.head(int(n)) == int(n) {
			return int(n), e.d.has(i+1, inTitles) || a.first == i+1 && a.kind == isnad.PER && a.end > a.first+1 && a.prefix == ""
		}
	}
	return 0, false
}

// settingEnd is the token behind the time or the place that the preposition at token i
// brings, else i: «اعتقلت القوات خلال الأيام الماضية في [رام الله] ناشطين».
func (e *eventReader) settingEnd(i int) int {
	if i+1 >= e.hi {
		return i
	}
	from := e.d.toks[i+1].Start
	if n := sort.Search(len(e.times), func(n int) bool { return e.times[n].Span.End > from }); n < len(e.times) && e.times[n].Span.Start <= from {
		for i++; i < e.hi && e.d.toks[i].Start < e.times[n].Span.End; i++ {
		}
		return i
	}
	if !e.marks(i, "fi") && e.d.toks[i].Norm != "خلال" && e.d.toks[i].Norm != "بعد" {
		return i
	}
	run := i + 1
	for run < e.hi && e.at[run] < 0 && e.d.fn[run] == 0 && strings.HasPrefix(e.d.toks[run].Norm, "ال") && len(e.readings(run)) == 0 {
		run++
	}
	if run > i+1 && run < e.hi && e.at[run] >= 0 && e.actors[e.at[run]].prefix == "" {
		return run // «خلال الساعات الماضية [عشرات الشبان]»
	}
	if e.d.fn[i+1]&lexicon.SpeechNoun != 0 && i+2 < e.hi && (e.d.toks[i+2].Norm == "مع" || e.marks(i+2, "li")) {
		if n, ok := e.nameWithin(i+2, 4); ok && e.actors[n].kind == isnad.ORG {
			return e.actors[n].end // «في مقابلة مع صحيفة [X]»
		}
	}
	for j := i + 1; j < e.hi && j < i+4; j++ {
		if n := e.at[j]; n >= 0 {
			if a := &e.actors[n]; a.kind == isnad.GPE || a.kind == isnad.FAC || a.kind == isnad.LOC || a.kind == isnad.ORG && e.d.serves(a.first, lexicon.House) {
				return a.end
			}
			return i
		}
	}
	return i
}

// ofWhose takes the country whose deed is rejected or condemned, or whose help is asked
// for, by its adjective: «رفض التدخل الإيراني», «ندد بالغارات الأميركية».
func (e *eventReader) ofWhose(t *trigger, p *parts) {
	if len(p.recipients) > 0 || t.Type != "REJECT" && t.Type != "ACCUSE" && (t.Type != "REQUEST" || t.Frames[0] != "min") {
		return
	}
	from := e.actorEnd(p, t.end)
	if t.Type != "REQUEST" {
		if e.doerOf(from, p); len(p.recipients) > 0 {
			return
		}
	}
	for i := from; i < e.hi && i < from+6; i++ {
		if e.at[i] >= 0 || stops(e.d, i) || e.otherVerb(i) && i > from || e.d.fn[i]&(lexicon.Preposition|lexicon.Relative) != 0 && i > from+1 {
			return
		}
		if who := e.adjective(i); who != "" && (i > from || t.end > t.first+1) && !p.actors.has(who) {
			p.recipients.add(who)
			p.filled = true
			return
		}
	}
}

// doerOf takes who did the deed that a noun near token from tells, as the one whom it is
// held against: «أدانت الحكومة هجوما شنته [X]».
func (e *eventReader) doerOf(from int, p *parts) {
	for k := range e.triggers {
		next := &e.triggers[k]
		if next.first < from || next.verb || next.participle {
			continue
		}
		if next.first > from+3 || e.clauseBetween(from, next.first) {
			return
		}
		deed := parts{}
		e.carrierFrom = from // what stands before does not carry it
		e.nounParts(next, &deed)
		e.carrierFrom = 0
		if e.late && len(deed.actors) == 0 && next.first <= from+1 && (e.definite(next) || next.first > e.lo && this(e.d.toks[next.first-1].Norm)) {
			deed = parts{actors: e.doneBefore(next)} // «ندين هذا القصف»
		}
		for _, who := range deed.actors {
			if !deed.borrowed && !p.actors.has(who) {
				p.recipients.add(who)
				p.filled = true
			}
		}
		return
	}
}

func this(w string) bool { return w == "هذا" || w == "هذه" }

// doneBefore is who did what was told last by the same word.
func (e *eventReader) doneBefore(t *trigger) side {
	for k := len(e.sides) - 1; k >= 0; k-- {
		if s := &e.sides[k]; s.Lemma == t.Lemma && s.Type == t.Type && len(s.actors) > 0 {
			return s.actors
		}
	}
	return nil
}
