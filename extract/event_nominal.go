package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
)

// nominals remembers by what nouns the article has called those whom it names, up to where
// it has been read: «حزب اليسار», then «الحزب»; «الرئيس السيسي», then «الرئيس».
type nominals struct {
	body, person map[string]string // the noun without article: the entity that it stood with last
	next         int               // the first actor that has not been noted
}

// nominalAt reads token i as a noun with the article that stands for somebody who has
// been named: an actor like any other.
func (e *eventReader) nominalAt(i int, n *nominals) (actor, bool) {
	for ; n.next < len(e.actors) && e.actors[n.next].first < i; n.next++ {
		e.callsAs(&e.actors[n.next], n)
	}
	t := &e.d.toks[i]
	if t.Kind != arabic.Word {
		return actor{}, false
	}
	a := actor{first: i, end: i + 1, kind: isnad.ORG, span: e.d.span(i, i+1)}
	w, cut := strings.TrimPrefix(t.Norm, "و"), 0
	if len(w) < len(t.Norm) {
		cut = 1
	}
	switch {
	case w == "بلاده" || w == "بلادها":
		a.entity = e.countryBefore(i)
	case strings.HasPrefix(w, "ال"):
		w = strings.TrimPrefix(w, "ال")
	case strings.HasPrefix(w, "لل"):
		w, cut, a.prefix = strings.TrimPrefix(w, "لل"), cut+1, "ل"
	case strings.HasPrefix(w, "بال"):
		w, cut, a.prefix = strings.TrimPrefix(w, "بال"), cut+1, "ب"
	default:
		return actor{}, false
	}
	if a.entity == "" {
		if a.entity = n.body[w]; a.entity == "" {
			a.entity, a.kind = n.person[w], isnad.PER
		}
	}
	if a.entity == "" || e.qualified(i) || len(e.readings(i)) > 0 {
		return actor{}, false
	}
	a.span.Start = behind(e.d.text, *t, cut)
	if cut > 0 && a.prefix == "" {
		a.prefix = "و"
	}
	return a, true
}

// callsAs notes the nouns that stand with a name.
func (e *eventReader) callsAs(a *actor, n *nominals) {
	note := func(in map[string]string, i int) {
		w := strings.TrimPrefix(e.d.toks[i].Norm, "و")
		for _, clitic := range []string{"لل", "بال", "ال"} {
			w = strings.TrimPrefix(w, clitic)
		}
		if len(w) >= 6 {
			in[w] = a.entity
		}
	}
	before := a.first - 1
	near := before >= 0 && e.d.sentOf[before] == e.d.sentOf[a.first] && e.at[before] < 0 && e.d.toks[before].Kind == arabic.Word && a.prefix == "" && e.d.fn[before] == 0
	switch a.kind {
	case isnad.ORG:
		if a.end > a.first+1 {
			note(n.body, a.first)
		} else if near && len(e.readings(before)) == 0 {
			note(n.body, before)
		}
	case isnad.PER:
		for i := before; near && i >= 0 && i > a.first-7 && e.d.sentOf[i] == e.d.sentOf[a.first]; i-- {
			if e.d.toks[i].Kind != arabic.Word || e.d.fn[i] != 0 || len(e.readings(i)) > 0 {
				return
			}
			if e.d.has(i, inTitles) {
				note(n.person, i)
			}
		}
	}
}

// qualified reports whether what follows the noun says who it is: an adjective, a name.
func (e *eventReader) qualified(i int) bool {
	for j := i + 1; j < e.hi && j < i+7; j++ {
		if e.at[j] >= 0 {
			return e.actors[e.at[j]].prefix == ""
		}
		w := e.d.toks[j].Norm
		if j == i+1 && strings.HasPrefix(w, "ال") && e.d.fn[j] == 0 {
			return true
		}
		if e.d.toks[j].Kind != arabic.Word || e.d.fn[j] != 0 || len(e.readings(j)) > 0 {
			return false
		}
	}
	return false
}

// countryBefore is the country that was named last before token i, or that an adjective
// stands for, in its sentence: «قال المتحدث الصيني إن بلاده».
func (e *eventReader) countryBefore(i int) string {
	for j := i - 1; j >= e.lo; j-- {
		if n := e.at[j]; n >= 0 && e.isState[e.actors[n].entity] {
			return e.actors[n].entity
		} else if n >= 0 && e.actors[n].kind == isnad.PER {
			continue // «الأمير تركي» is no Turk
		}
		if m, ok := at(&e.l.polities.Adjectives, e.d, j, inAdjectives); ok && e.state(m.Value) != "" {
			return e.state(m.Value)
		}
	}
	return ""
}
