package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// pronounOf is the pronoun of the third person that the word ends with, or "".
func pronounOf(w string) string {
	for _, p := range [...]string{"هما", "هم", "ها", "ه"} {
		if strings.HasSuffix(w, p) {
			return p
		}
	}
	return ""
}

// agrees reports whether the pronoun can stand for the actor.
func (e *eventReader) agrees(pronoun string, a *actor) bool {
	head := cutLetters(e.d.toks[a.first].Norm, len([]rune(a.prefix)))
	many := strings.HasSuffix(head, "ون") || strings.HasSuffix(head, "ين") && a.kind == isnad.ORG
	switch {
	case a.kind == isnad.PER:
		return pronoun == "ه" || pronoun == "ها"
	case a.public || many:
		return pronoun == "هم"
	case a.kind == isnad.GPE:
		if e.d.functions.Serves(head, lexicon.MasculineCountry) {
			return pronoun == "ه"
		}
		return pronoun == "ها"
	case strings.HasSuffix(head, "ه") || strings.HasSuffix(head, "ات"):
		return pronoun == "ها"
	case a.end == a.first+1 && !strings.HasPrefix(head, "ال"):
		return pronoun == "ه" || pronoun == "ها" // «داعش» is a body of either gender
	}
	return pronoun == "ه"
}

// referent is who a pronoun stands for: the nearest before token i that agrees with it and is no actor
// of the event.
func (e *eventReader) referent(i int, pronoun string, p *parts) (int, bool) {
	for i--; i >= e.lo; i-- {
		n := e.at[i]
		if n < 0 {
			continue
		}
		a := &e.actors[n]
		i = max(a.first, e.lo)
		if e.acts(int(n)) && !e.isGroup(a.entity) && !p.actors.has(a.entity) && e.agrees(pronoun, a) {
			return int(n), true
		}
	}
	return 0, false
}

// referred adds whom the pronoun behind a verb stands for, and reports whether there is one.
func (e *eventReader) referred(t *trigger, p *parts) bool {
	pronoun := pronounOf(e.d.toks[t.first].Norm)
	if pronoun == "" || !t.Takes("obj") || e.d.fn[max(t.first-1, e.lo)]&lexicon.Relative != 0 {
		return false
	}
	n, ok := e.referent(t.first, pronoun, p)
	if !ok || t.Only {
		return false
	}
	p.recipients.add(e.actors[n].entity)
	p.filled = true
	return true
}

// pronounFrame adds whom a preposition of the trigger's frames with a pronoun stands for: «طلب منه»,
// «متهما إياه». It reports whether there is one.
func (e *eventReader) pronounFrame(t *trigger, p *parts) bool {
	for i := max(t.first+1, t.end-1); i < e.hi && i < t.end+2; i++ {
		w := strings.TrimPrefix(e.d.toks[i].Norm, "و")
		if strings.HasPrefix(w, "ايا") && len(w) > 6 && pronounOf(w) != "" {
			if e.lastRecipientsOf == int(e.d.sentOf[e.lo]) {
				for _, r := range e.lastRecipients {
					if !p.actors.has(r) {
						p.recipients.add(r)
					}
				}
			}
			return true
		}
		if !e.d.joins(i, lexicon.WithPronoun) || t.end == t.first+1 && !e.framed(t, w) {
			if e.at[i] >= 0 || e.d.fn[i] != 0 {
				return false
			}
			continue
		}
		if e.relativeBefore(t.first) {
			return false
		}
		n, ok := e.referent(t.first, pronounOf(w), p)
		if !ok || t.Only {
			return false
		}
		e.receive(t, p, n)
		return true
	}
	return false
}

// framed reports whether the preposition of the word, which ends with a pronoun, is in the trigger's
// frames.
func (e *eventReader) framed(t *trigger, w string) bool {
	for _, frame := range t.Frames {
		for _, f := range frameWords[frame] {
			if len(w) > len(f)+4 {
				continue
			}
			if folded := arabic.Fold(f); strings.HasPrefix(w, folded[:len(folded)-2]) {
				return true
			}
		}
		if frame == "bi" && strings.HasPrefix(w, "به") || frame == "li" && strings.HasPrefix(w, "له") {
			return true
		}
	}
	return false
}

// toAnother has the types whose deed is done to another than oneself.
var toAnother = map[string]bool{"ASSAULT": true, "COERCE": true, "ACCUSE": true, "REJECT": true, "THREATEN": true, "SANCTION": true}

// ownerOfThing is whose the thing at token i is, by the pronoun that it has: «غارات على مواقعه».
func (e *eventReader) ownerOfThing(t *trigger, p *parts, i int) (int, bool) {
	if !toAnother[t.Type] || i >= e.hi || e.at[i] >= 0 || i+1 < e.hi && e.at[i+1] >= 0 && e.actors[e.at[i+1]].prefix == "" {
		return 0, false
	}
	w := e.d.toks[i].Text
	pronoun := pronounOf(w)
	if pronoun == "" || len(w) < 10 || strings.HasPrefix(w, "ال") || strings.HasSuffix(w, "اه") || e.d.fn[i] != 0 || len(e.readings(i)) > 0 {
		return 0, false
	}
	return e.referent(t.first, pronoun, p)
}

// tellerInIt is who says or does in something told before what a noun with a pronoun tells: «اتصالا من
// [X] جدد خلاله ترحيبه».
func (e *eventReader) tellerInIt(t *trigger) string {
	for i := t.first - 1; t.form.Suffixed && i > e.lo && i >= t.first-4; i-- {
		if e.at[i] >= 0 || stops(e.d, i) || comma(e.d.toks[i].Norm) {
			return ""
		}
		if e.d.serves(i, lexicon.InIt) {
			return e.nearest(i)
		}
	}
	return ""
}

// host adds who is visited, where only the guest is told again: «وصل [X] إلى [Y] في زيارة», «انتهت زيارة [X]».
func (e *eventReader) host(t *trigger, p *parts) {
	if t.verb || !strings.HasPrefix(t.CAMEO, "042") || len(p.actors) != 1 {
		return
	}
	for k := len(e.sides) - 1; k >= 0; k-- {
		s := &e.sides[k]
		if strings.HasPrefix(s.CAMEO, "042") && len(s.recipients) > 0 && len(s.actors) > 0 && s.actors[0] == p.actors[0] {
			p.recipients.add(s.recipients...)
			return
		}
	}
}

// nearest is who stands nearest before token i and is a person or a body.
func (e *eventReader) nearest(i int) string {
	for i--; i >= e.lo; i-- {
		if n := e.at[i]; n >= 0 && e.acts(int(n)) {
			return e.actors[e.bearer(int(n))].entity
		}
	}
	return ""
}
