package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// veiled is an identity that nobody names, as one teller describes it.
type veiled struct {
	id    int
	words []string // stems of how it is described, sorted; none of «مصادر»
}

// unnamed gives the identity of a source that nobody names: those whom one teller describes in the same
// words are one, «مصادر طبية» and «مصدر أمني» are two. «المصدر نفسه» is who told just before.
func (ids *identities) unnamed(doc, claim int, l isnad.Link) int {
	described := ids.description(l.Name)
	if len(described) == 0 && definite(l.Name) {
		if before := ids.unnamedBefore(doc, claim); before >= 0 {
			return ids.of(doc, before)
		}
	}
	teller := ids.teller(doc, ids.docs[doc].Claims[claim].Sources) + ":" + kindOfHidden(l.Kind)
	key := "hidden:" + teller + ":" + strings.Join(described, " ")
	i, known := ids.byKey[key]
	if !known {
		i = ids.enter(key, l, false)
		ids.veiled[teller] = append(ids.veiled[teller], veiled{i, described})
	}
	return i
}

// mostBefore is how many claims before «المصدر نفسه» he told something.
const mostBefore = 3

// unnamedBefore is the next claim before one that nobody who is named tells, -1 where none is near.
func (ids *identities) unnamedBefore(doc, claim int) int {
	claims := ids.docs[doc].Claims
	for c := claim - 1; c >= max(0, claim-mostBefore); c-- {
		if s := claims[c].Sources; len(s) > 0 && (s[len(s)-1].Kind == isnad.Unnamed || s[len(s)-1].Kind == isnad.Group) {
			return c
		}
	}
	return -1
}

// The word for a source, which tells nothing of it, as stems.
var source, sources = arabic.Stem("مصدر"), arabic.Stem("مصادر")

// description is what a name tells of a source beside that it is one, as stems.
func (ids *identities) description(name string) (out []string) {
	toks := arabic.Tokenize(nil, name)
	for i := range toks {
		host := bare(toks[i].Norm)
		if toks[i].Kind == arabic.Punct || ids.r.functions.Word(host)&^contentFunctions != 0 {
			continue
		}
		if s := arabic.Stem(host); s != source && s != sources {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mostVeiled bounds the descriptions of one teller that are compared.
const mostVeiled = 300

// settleUnnamed joins those whom one teller describes in fewer words to the only ones that he describes in
// these and more.
func (ids *identities) settleUnnamed() {
	for _, all := range ids.veiled {
		if len(all) > mostVeiled {
			continue
		}
		slices.SortStableFunc(all, func(a, b veiled) int { return len(b.words) - len(a.words) })
		for n := range all {
			if fuller, only := ids.fuller(&all[n], all[:n]); only {
				ids.join(fuller, all[n].id)
			}
		}
	}
}

// fuller is who is described in all words of one and more, and whether that is one alone.
func (ids *identities) fuller(v *veiled, others []veiled) (root int, only bool) {
	root = -1
	for i := range others {
		if len(v.words) > 0 && !within(v.words, others[i].words) {
			continue
		}
		if r := ids.find(others[i].id); root >= 0 && r != root {
			return -1, false
		} else {
			root = r
		}
	}
	return root, root >= 0
}
