package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// doerAt reads the noun of people or of a body at token i as an actor of its own, where it is the subject of
// the verb before it and nothing names who it is: «أدانت منظمات حقوقية», «دعا مدير العمليات».
func (e *eventReader) doerAt(i int, byKey map[string]int) (actor, bool) {
	noun, ok := exact(&e.l.nouns.Forms, e.d, i, inNouns)
	if !ok || e.at[i] >= 0 || e.d.mayHave(i, inTriggers) || len(e.readings(i)) > 0 || !e.behindFinite(i, noun.Value.Gender) {
		return actor{}, false
	}
	switch noun.Value.Kind {
	case isnad.Document, isnad.Media, isnad.Unnamed:
		return actor{}, false
	}
	if e.namedIn(i+1, i+noun.Words) {
		return actor{}, false // the list knows «منظمة العفو الدولية», whose name begins behind its class word
	}
	end := e.phraseEnd(i, i+noun.Words)
	if end == i+1 && strings.HasPrefix(e.d.toks[i].Norm, "ال") {
		return actor{}, false // «رفض المجلس»: one that was told of before
	}
	if name := e.nameOf(end); name < e.hi && e.at[name] >= 0 && e.actors[e.at[name]].prefix == "" {
		return actor{}, false
	}
	if _, named := e.namedBehind(end); named {
		return actor{}, false
	}
	a := actor{first: i, end: end, kind: isnad.ORG, span: e.d.span(i, end)}
	if a.entity = e.bodyOf(end); a.entity == "" {
		a.entity = e.newGroup(a.span, i, end, 0, byKey)
	}
	return a, true
}

// namedIn reports whether a name stands on one of the tokens [i, end).
func (e *eventReader) namedIn(i, end int) bool {
	for ; i < min(end, e.hi); i++ {
		if e.at[i] >= 0 {
			return true
		}
	}
	return false
}

// bodyOf is the body that the noun before token i is of: «الأمانة العامة لمنظمة [X]».
func (e *eventReader) bodyOf(i int) string {
	if i+1 < e.hi && e.at[i] < 0 && e.marks(i, "li") && e.at[i+1] >= 0 && e.actors[e.at[i+1]].kind == isnad.ORG {
		return e.actors[e.at[i+1]].entity
	}
	return e.belongs(i)
}

// behindFinite reports whether a finite verb that can tell of an event, or carry one, stands before the noun of that
// gender at token i, a numeral at most between, and no subject before it.
func (e *eventReader) behindFinite(i int, gender lexicon.Gender) bool {
	if i--; i > e.lo && e.d.toks[i].Kind == arabic.Number {
		i--
	}
	if i < e.lo || e.at[i] >= 0 || e.nominal(i) || !e.tellsVerb(i, gender) {
		return false
	}
	return i == e.lo || strings.HasPrefix(e.d.toks[i].Norm, "و") || e.d.fn[i-1] != 0 || e.d.toks[i-1].Kind == arabic.Punct
}

// tellsVerb reports whether token i can be a finite verb of the list of triggers, or one that carries a noun, with
// a subject of that gender behind it.
func (e *eventReader) tellsVerb(i int, gender lexicon.Gender) bool {
	w := strings.TrimPrefix(e.d.toks[i].Norm, "و")
	feminine := strings.HasSuffix(w, "ت") || strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "ست")
	if feminine && gender == lexicon.Masculine || !feminine && gender == lexicon.Feminine {
		return false
	}
	if e.d.governs(i)&lexicon.LightVerb != 0 {
		return true
	}
	for _, f := range e.readings(i) {
		if f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect {
			return !f.Form.Suffixed && !isDeed[f.Type] // «وقتل بعض الأجانب»: whom it befalls
		}
	}
	return false
}

// phraseEnd is the token behind the adjectives or the genitive of the noun whose words are [i, from).
func (e *eventReader) phraseEnd(i, from int) int {
	definite := strings.HasPrefix(e.d.toks[i].Norm, "ال")
	end := from
	for end < e.hi && end < from+3 {
		t := &e.d.toks[end]
		article := strings.HasPrefix(t.Norm, "ال")
		if t.Kind != arabic.Word || e.at[end] >= 0 || e.d.fn[end]&^lexicon.Adjective != 0 || len(e.readings(end)) > 0 {
			break
		}
		if article != definite && !(article && end == from) || !article && !adjectival(t.Norm) || article && definite && e.d.has(end, inNouns|inTitles) {
			break
		}
		definite = definite || article
		end++
	}
	return end
}

// nameless reports whether the word behind a verb, or behind a numeral there, is a noun of people, of a body or of
// what tells, so that the verb has its subject and nobody told before is it: «رفض المصدر».
func (e *eventReader) nameless(t *trigger) bool {
	i := t.end
	if i < e.hi && e.d.toks[i].Kind == arabic.Number {
		i++
	}
	if i >= e.hi || e.at[i] >= 0 {
		return false
	}
	verb, noun := e.genderOf(t), lexicon.AnyGender
	if m, ok := exact(&e.l.nouns.Forms, e.d, i, inNouns); ok {
		noun = m.Value.Gender
	} else if m, ok := exact(&e.l.titles.Forms, e.d, i, inTitles); ok {
		noun = m.Value.Gender
	} else {
		return false
	}
	return verb == lexicon.AnyGender || noun == lexicon.AnyGender || verb == noun
}
