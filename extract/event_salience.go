package extract

import (
	"slices"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// toldBefore is what was a candidate in the article already: a type, a lemma, or all of it.
type toldBefore struct {
	kind, lemma, actor string
}

// features appends the features of trigger k, whose parts, status and verdict these are.
func (e *eventReader) features(dst []uint16, k int, p *parts, status string, v verdict) []uint16 {
	t := &e.triggers[k]
	add := func(block, value int) { dst = append(dst, uint16(featureStart[block]+value)) }
	kind, shape, noun, before, side := indexOf(lexicon.EventTypes, t.Type), e.shapeOf(t), e.nounOf(t), e.beforeOf(k), partsOf(p)
	add(biasBlock, 0)
	add(verdictBlock, int(v)*len(shapeNames)+shape)
	add(typeBlock, kind)
	add(typeNounBlock, kind*len(nounNames)+noun)
	add(typeVerdictBlock, kind*len(verdictNames)+int(v))
	add(shapeBlock, shape)
	add(nounBlock, noun)
	add(beforeBlock, before*2+min(noun, 1))
	add(beforeDefiniteBlock, before*len(nounNames)+noun)
	add(partsBlock, side)
	add(partsShapeBlock, side*len(shapeNames)+shape)
	add(actorBlock, e.actorOf(p))
	add(statusBlock, indexOf(statusNames, status))
	add(whereBlock, e.whereOf(t))
	add(orderBlock, min(k, 3))
	add(againBlock, e.againOf(t, p))
	add(claimBlock, e.claimActOf(t))
	for flag, is := range e.flagsOf(k, p) {
		if is {
			add(flagBlock, flag)
		}
	}
	return dst
}

// indexOf is the place of a name in its list, the first if it is not there.
func indexOf(list []string, s string) int { return max(0, slices.Index(list, s)) }

func (e *eventReader) shapeOf(t *trigger) int {
	switch {
	case t.end > t.first+1 || t.tailEnd > 0:
		return 4
	case t.form.Shape == lexicon.Perfect:
		return 0
	case t.form.Shape == lexicon.Imperfect:
		return 1
	case t.participle:
		return 3
	}
	return 2
}

func (e *eventReader) nounOf(t *trigger) int {
	switch {
	case t.verb || t.participle:
		return 0
	case t.form.Suffixed:
		return 3
	case e.definite(t):
		return 2
	}
	return 1
}

// beforeOf is what stands before the trigger.
func (e *eventReader) beforeOf(k int) int {
	t := &e.triggers[k]
	name := func(s string) int { return indexOf(beforeNames, s) }
	i := t.first - 1
	if i < e.lo {
		return name("start")
	}
	tok := &e.d.toks[i]
	w := strings.TrimPrefix(tok.Norm, "و")
	prefix := cutPrefix(e.d.toks[t.first].Norm, t.cut)
	switch {
	case strings.HasSuffix(prefix, "ب"):
		return name("with")
	case strings.HasSuffix(prefix, "ل") || t.aim:
		return name("to")
	case e.at[i] >= 0:
		return name("name")
	case k > 0 && e.triggers[k-1].end > i:
		return name("trigger")
	case comma(tok.Norm):
		return name("comma")
	case e.d.governs(i)&lexicon.LightVerb != 0:
		return name("light")
	case e.d.governs(i)&lexicon.TakesPlace != 0:
		return name("place")
	case e.d.fn[i]&lexicon.Relative != 0:
		return name("relative")
	case e.d.fn[i]&lexicon.ThatWord != 0:
		return name("that")
	}
	switch {
	case e.d.joins(i, lexicon.Since):
		return name("since")
	case e.d.joins(i, lexicon.Throughout):
		return name("during")
	}
	switch w {
	case "في":
		return name("in")
	case "من", "عن":
		return name("of")
	case "الي", "علي":
		return name("to")
	}
	if e.d.fn[i] == 0 {
		return name("word")
	}
	return name("other")
}

// cutPrefix is the letters of the token before the trigger.
func cutPrefix(norm string, cut int) string {
	return norm[:len(norm)-len(cutLetters(norm, cut))]
}

func partsOf(p *parts) int {
	side := 0
	if len(p.actors) > 0 {
		side++
	}
	if len(p.recipients) > 0 {
		side += 2
	}
	return side
}

func (e *eventReader) actorOf(p *parts) int {
	switch {
	case len(p.actors) == 0:
		return 0
	case len(p.actors) > 1:
		return 6
	case e.isState[p.actors[0]]:
		return 2
	case e.isBody[p.actors[0]]:
		return 3
	case strings.HasPrefix(p.actors[0], "g"):
		return 4
	}
	for i := range e.actors {
		if a := &e.actors[i]; a.entity == p.actors[0] {
			if a.kind == isnad.PER {
				return 1
			}
			break
		}
	}
	return 5
}

// whereOf is the part of the article: the title, the first sentence of the body, …
func (e *eventReader) whereOf(t *trigger) int {
	n := int(e.d.sentOf[t.first])
	switch {
	case e.d.toks[t.first].Line == 0:
		return 0
	case n <= 1 || e.d.toks[e.d.sents[n-1].First].Line == 0:
		return 1
	case n < 5:
		return 2
	case n < 12:
		return 3
	}
	return 4
}

// againOf tells whether the article has told the like before, and notes it.
func (e *eventReader) againOf(t *trigger, p *parts) int {
	now := toldBefore{t.Type, t.Lemma, ""}
	if len(p.actors) > 0 {
		now.actor = p.actors[0]
	}
	again := 0
	for n, was := range [...]toldBefore{{kind: now.kind}, {lemma: now.lemma}, now} {
		if e.before[was] {
			again = n + 1
		}
		e.before[was] = true
	}
	return again
}

// claimActOf is the act of the innermost claim that the trigger stands in, from one on.
func (e *eventReader) claimActOf(t *trigger) int {
	n := e.claimAt(t)
	if n < 0 {
		return 0
	}
	return max(1, indexOf(featureBlocks[claimBlock].values, string(e.claims[n].Act)))
}

// flagsOf is what holds of trigger k, in the order of the flags.
func (e *eventReader) flagsOf(k int, p *parts) [flags]bool {
	t := &e.triggers[k]
	var f [flags]bool
	f[onlyFlag], f[borrowedFlag], f[filledFlag], f[placeFlag] = t.Only, p.borrowed, p.filled, p.place != ""
	f[timeFlag] = e.timeOf(t) != ""
	f[aimFlag], f[futureFlag] = t.aim, t.future
	f[conjoinedFlag] = strings.HasPrefix(e.d.toks[t.first].Norm, "و") && t.cut > 0
	f[takesPlaceFlag] = !t.verb && e.takesPlace(t)
	f[frameFlag] = len(t.Frames) > 0 && t.Frames[0] != "obj" && t.Frames[0] != "none" && e.frameAt(t, t.Frames[0], 8) >= 0
	_, f[cueFlag] = e.cueAt(t)
	f[nextSameFlag] = k+1 < len(e.triggers) && e.triggers[k+1].Type == t.Type && e.triggers[k+1].first < t.end+8
	f[nearFlag] = k > 0 && e.triggers[k-1].Type == t.Type && e.triggers[k-1].end+8 > t.first
	return f
}
