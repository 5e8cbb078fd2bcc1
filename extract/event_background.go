package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// background reports whether trigger k of the sentence recalls, supposes or repeats an
// event more than it tells one: «جبهات القتال», «بعد تحرير عدن», «دون حدوث مواجهات».
func (e *eventReader) background(k int, p *parts, status string) bool {
	t := &e.triggers[k]
	switch {
	case t.Type == "PROTEST":
		return !e.protests(k, status) || e.closedByForce(t, p)
	case !t.verb && status == deniedEvent && !e.isDenied(t):
		return true
	case t.verb || t.Lemma == "مقتل قيادي":
		return e.carriesNext(k) || e.onlyResult(k) || e.goesOn(k)
	case t.participle:
		return false
	case len(p.actors) == 0:
		return e.definite(t) || t.Type == "ASSAULT" && !e.caused(t) && e.frameAt(t, "didd", 6) < 0 && e.frameAt(t, "ala", 6) < 0
	}
	return false
}

// isDenied reports whether somebody denies the event, rather than that it is told not to
// have happened.
func (e *eventReader) isDenied(t *trigger) bool {
	span := e.d.span(t.first, t.end)
	for _, i := range e.saidIn[e.d.sentOf[t.first]] {
		c := &e.claims[i]
		for _, s := range c.Content {
			if c.Act == isnad.Deny && s.Contains(span) {
				return true
			}
		}
	}
	return false
}

// definite reports whether the noun has the article, by which it points at what is known.
func (e *eventReader) definite(t *trigger) bool {
	w := cutLetters(e.d.toks[t.first].Norm, t.cut)
	return t.form.Definite || t.Type == "COOPERATE" && strings.HasPrefix(w, "ال")
}

// caused: the noun is the cause of what is told: «نتيجة قصف», «إثر هجوم».
func (e *eventReader) caused(t *trigger) bool {
	if t.first == e.lo {
		return false
	}
	after := e.d.is(t.first-1, "وبعد") || t.first-1 > e.lo && e.d.is(t.first-1, "بعد")
	return t.Type == "ASSAULT" && (after || e.d.joins(t.first-1, lexicon.Cause))
}

// carriesNext: the verb only carries the noun of event behind it: «أطلقت عملية», «فرضت
// حصارا».
func (e *eventReader) carriesNext(k int) bool {
	t := &e.triggers[k]
	if k+1 >= len(e.triggers) || t.tailEnd > 0 || t.end > t.first+1 || e.d.governs(t.first)&lexicon.LightVerb == 0 {
		return false
	}
	next := &e.triggers[k+1]
	return !next.verb && next.first < t.end+7 && !e.clauseBetween(t.end, next.first)
}

func (e *eventReader) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 {
			return true
		}
	}
	return false
}

// onlyResult: the verb tells what the attack beside it did: «قتل ثلاثة في غارة», «غارات
// استهدفت مواقع».
func (e *eventReader) onlyResult(k int) bool {
	t := &e.triggers[k]
	switch t.Lemma {
	case "قتل", "مقتل قيادي":
		for j := k + 1; j < len(e.triggers) && e.triggers[j].first < t.end+16; j++ {
			if n := &e.triggers[j]; n.Type == "ASSAULT" && !n.verb && e.isCause(n) {
				return true
			}
		}
	}
	return false
}

// deedDoes reports whether the subject of the verb is an attack or an arrest that is told beside it, so that the verb
// tells only whom it hit: «غارات استهدفت مواقع», «استهدفت الغارات مواقع».
func (e *eventReader) deedDoes(k int) bool {
	t := &e.triggers[k]
	switch t.Lemma {
	case "استهدف", "أوقع", "طال":
	default:
		return false
	}
	deed := func(n *trigger) bool {
		return (!n.verb || n.tailEnd > 0 || n.end > n.first+1) && (n.Type == "ASSAULT" || n.Type == "COERCE")
	}
	for j := k - 1; j >= 0 && e.triggers[j].first > t.first-14; j-- {
		if deed(&e.triggers[j]) {
			return true
		}
	}
	return k+1 < len(e.triggers) && e.triggers[k+1].first == t.end && deed(&e.triggers[k+1])
}

// isCause reports whether the noun is told as the cause or the setting of something: «في غارة»,
// «بغارة».
func (e *eventReader) isCause(t *trigger) bool {
	return e.bringsCause(t.first) || strings.HasSuffix(cutPrefix(e.d.toks[t.first].Norm, t.cut), "ب")
}

// bringsCause reports whether a word that brings a cause or a setting stands before token i.
func (e *eventReader) bringsCause(i int) bool {
	for j := i - 1; j >= e.lo && j >= i-2; j-- {
		if e.d.is(j, "في") || e.d.is(j, "خلال") || e.d.serves(j, lexicon.Cause) {
			return true
		}
	}
	return false
}

// goesOn: the verb says again what the one before it says («تندد وتشجب»), or what lasts
// in a relative clause («المناطق التي ما زالت القوات تسيطر عليها»).
func (e *eventReader) goesOn(k int) bool {
	t := &e.triggers[k]
	if k > 0 && e.triggers[k-1].end == t.first && e.triggers[k-1].Type == t.Type {
		return true
	}
	if t.form.Shape != lexicon.Imperfect || t.future || !e.d.serves(t.end, lexicon.Resuming) {
		return false
	}
	for i := t.first - 1; i >= e.lo && i >= t.first-6; i-- {
		if e.d.fn[i]&lexicon.Relative != 0 {
			return true
		}
	}
	return false
}
