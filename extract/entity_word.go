package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// shortWords is the words of a name as short names are told by them: without article,
// without class word before one that stands alone, plurals in one ending.
func (c *coreference) shortWords(key string, kind isnad.EntityType) []string {
	words := strings.Fields(key)
	for i, w := range words {
		words[i] = bareWord(w)
	}
	if kind != isnad.ORG {
		return words
	}
	if len(words) > 2 && words[0] == "قوات" && words[1] == "مسلحه" {
		words = words[1:]
		words[0] = "جيش"
	} else if len(words) == 2 && words[0] == "قوات" && words[1] == "مسلحه" {
		return []string{"جيش"}
	}
	if len(words) == 2 && c.d.functions.Serves(words[0], lexicon.NameClass) {
		words = words[1:]
	}
	if len(words) == 1 {
		words[0] = stemOfMany(words[0])
	}
	return words
}

// bareWord is a folded word of a name without article.
func bareWord(w string) string {
	if rest := strings.TrimPrefix(w, "ال"); len(rest) > 4 {
		return rest
	}
	return w
}

// stemOfMany is what الحوثي، الحوثية، الحوثيون and الحوثيين have in common.
func stemOfMany(w string) string {
	for _, ending := range []string{"يون", "يين", "ون", "ين", "يه", "ي"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 6 {
			return rest
		}
	}
	return w
}

// capitalRule says what a capital stands for.
type capitalRule uint8

const (
	asPlace capitalRule = iota
	asState
)

// readCapital tells whether a capital stands for its government: it does where it acts or
// is dealt with, not where something happens in it, comes to it or is described by it.
func (c *coreference) readCapital(n *name) capitalRule {
	d := c.d
	if n.first == 0 || d.toks[n.first-1].Line != d.toks[n.first].Line {
		if n.end < len(d.toks) && dateline(d.toks[n.end].Norm) {
			return asPlace
		}
		return c.actsBehind(n)
	}
	before := &d.toks[n.first-1]
	prefix := cutPrefixOf(d, n)
	if strings.HasSuffix(prefix, "ب") {
		return asPlace
	}
	switch {
	case d.joins(n.first-1, lexicon.DealtWith):
		return asState
	case d.fn[n.first-1]&lexicon.Preposition != 0:
		return asPlace
	}
	if strings.HasSuffix(prefix, "و") || before.Norm == "و" {
		if k := c.nameBefore(); k != nil && k.form != nil && k.end >= n.first-1 && k.kind == isnad.GPE {
			if k.form.polity != nil && !k.form.city {
				return asState
			}
			return asPlace
		}
	}
	if c.r.isVerb(d, n.first-1) || d.mayHave(n.first-1, inCues) {
		return asState
	}
	return c.actsBehind(n)
}

// actsBehind: a verb stands right behind the name.
func (c *coreference) actsBehind(n *name) capitalRule {
	if i := n.end; i < len(c.d.toks) && c.d.toks[i].Kind == wordKind && (c.r.isVerb(c.d, i) || c.d.has(i, inCues)) && c.d.toks[i].Line == c.d.toks[n.first].Line {
		return asState
	}
	return asPlace
}

// nameBefore is the name that stands before the one being read, if any.
func (c *coreference) nameBefore() *name {
	if c.at == 0 {
		return nil
	}
	return &c.names[c.at-1]
}

// dateline: the sign ends the place of a report.
func dateline(w string) bool {
	switch w {
	case "-", ":", "(", "/", "،", "–", "—", "_":
		return true
	}
	return false
}

// cutPrefixOf is the clitics before a name.
func cutPrefixOf(d *doc, n *name) string {
	return d.toks[n.first].Norm[:2*min(n.cut, len(d.toks[n.first].Norm)/2)]
}
