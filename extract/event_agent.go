package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// agent reads who did it where a passive or a noun tells it behind «من قبل», «على يد»; the
// name that was taken for the subject is then whom it befell.
func (e *eventReader) agent(t *trigger, p *parts) {
	for i := t.end; i+2 < e.hi && i < t.end+14; i++ {
		if stops(e.d, i) || i > t.end && e.otherVerb(i) || !t.verb && comma(e.d.toks[i].Norm) {
			return
		}
		if !e.byWhom(i) || t.verb && i > t.end && passive(e.d.toks[i-1].Norm) {
			continue
		}
		for j := i + 2; j < e.hi && j < i+7; j++ {
			n := e.at[j]
			if n < 0 {
				continue
			}
			befallen := p.actors
			p.actors = nil
			e.joined(&p.actors, int(n))
			var kept side
			for _, r := range append(append(side{}, p.recipients...), befallen...) {
				if !p.actors.has(r) && !p.borrowed {
					kept.add(r)
				}
			}
			p.recipients, p.borrowed = kept, false
			return
		}
	}
}

// passive reports whether the word is a participle that has its own agent behind it:
// «القوات المدعومة من قبل إيران».
func passive(w string) bool {
	w = strings.TrimPrefix(w, "و")
	return strings.HasPrefix(w, "الم") || strings.HasPrefix(w, "م") && (strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ين"))
}

// agentBehind reads who did what a noun tells behind «ل» or «من», adjectives at most
// between: «هجوم جديد لحركة طالبان», «قصف من طائرات النظام».
func (e *eventReader) agentBehind(t *trigger, p *parts) bool {
	if t.form.Suffixed {
		return false
	}
	for i := t.end; i < e.hi && i < t.end+5; i++ {
		li, from := e.marks(i, "li"), e.marks(i, "min")
		if !li && !from {
			if e.at[i] >= 0 || e.d.fn[i]&^lexicon.Adjective != 0 || e.d.toks[i].Kind != arabic.Word || len(e.readings(i)) > 0 {
				return false
			}
			continue
		}
		if e.byWhom(i) || from && e.soMany(i-1) {
			return false
		}
		n, ok := e.nameWithin(i, 7)
		if !ok || !e.acts(e.head(n)) {
			return false
		}
		visitor := e.visit(t) && e.actors[e.head(n)].kind == isnad.PER
		asked := from && t.Type == "REQUEST" && i == t.end && !t.form.Definite // «بناء على طلب من [X]»
		if li && t.Takes("li") && !visitor || from && t.Takes("min") && !asked || li && !e.doneFor(t, i) && !visitor {
			return false
		}
		e.joined(&p.actors, n)
		return true
	}
	return false
}

// doneFor reports whether «ل» at token i behind a noun brings whose deed it is, where the noun does not take
// it for another: «تجسس ل[X]», «اجتماع ل[X]».
func (e *eventReader) doneFor(t *trigger, i int) bool {
	switch t.Type {
	case "ASSAULT":
		return true
	case "COERCE", "CONSULT", "MOBILIZE":
		w, group := e.d.groupAt(i)
		return e.late && !t.Takes("obj") && (e.at[i] >= 0 || e.forTitle(i) || group && w.Prefix != 0) // not «محادثات لإنهاء أزمة [X]»
	}
	return false
}

// nameWithin is the first actor within so many tokens from i on that nothing else governs.
func (e *eventReader) nameWithin(i, reach int) (int, bool) {
	for j := i; j < e.hi && j < i+reach; j++ {
		if n := e.at[j]; n >= 0 {
			return int(n), true
		}
		if j > i && (e.d.fn[j]&breaksPhrase != 0 || e.d.toks[j].Kind == arabic.Punct && !e.d.toks[j].IsQuoteMark()) {
			return 0, false
		}
	}
	return 0, false
}

// actorEnd is the token behind the first actor that stands behind token from.
func (e *eventReader) actorEnd(p *parts, from int) int {
	for i := from; i < e.hi; i++ {
		if n := e.at[i]; n >= 0 && p.actors.has(e.actors[n].entity) {
			return e.actors[n].end
		}
	}
	return from
}

// byWhom reports whether the word at token i and the one behind it stand before the agent of a passive.
func (e *eventReader) byWhom(i int) bool {
	if i+1 >= e.hi {
		return false
	}
	switch e.d.toks[i].Norm {
	case "من":
		return e.d.serves(i+1, lexicon.ByPart)
	case "علي":
		return e.d.serves(i+1, lexicon.ByHand)
	}
	return false
}
