package extract

import (
	"strconv"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// nameForm is one way in which the article writes a name. Forms of one thing are joined
// to a tree, whose root is the first of them that the article has.
type nameForm struct {
	key     string
	words   []string // of the key, each without article, behind class words
	whole   []string // of the key, each without article
	head    string   // the class word that stood before it, or that it begins with
	kind    isnad.EntityType
	count   int
	first   int // the name that has it first
	text    string
	polity  *lexicon.Polity
	entry   *lexicon.Identity
	parent  *nameForm
	id      int       // of a root: the number of its entity, from 1
	fullest *nameForm // of a root
	roles   []string  // of a root
}

// root is the form that stands for all those joined.
func (f *nameForm) root() *nameForm {
	for f.parent != nil {
		if f.parent.parent != nil {
			f.parent = f.parent.parent
		}
		f = f.parent
	}
	return f
}

// coreference finds which names of an article stand for the same.
type coreference struct {
	r        *Reader
	d        *doc
	names    []name
	forms    []*nameForm
	roots    []*nameForm
	nominals []isnad.Mention
}

func (c *coreference) resolve() {
	c.gather()
	c.identify()
	c.joinShort()
	c.number()
}

// gather finds the forms: names written alike and of one type are one.
func (c *coreference) gather() {
	type typed struct {
		key  string
		kind isnad.EntityType
	}
	byKey := map[typed]*nameForm{}
	for i := range c.names {
		n := &c.names[i]
		k := typed{nameKey(c.d, n), n.kind}
		f := byKey[k]
		if f == nil {
			f = &nameForm{key: k.key, kind: n.kind, first: i, text: written(c.d, n)}
			f.whole = strings.Fields(k.key)
			for j, w := range f.whole {
				f.whole[j] = bareWord(w)
			}
			f.words = f.whole
			byKey[k] = f
			c.forms = append(c.forms, f)
		}
		f.count++
		n.form = f
	}
}

// bareWord is a folded word of a name without article.
func bareWord(w string) string {
	if rest := strings.TrimPrefix(w, "ال"); len(rest) > 4 {
		return rest
	}
	return w
}

// identify joins the forms that the lists know as names of one thing.
func (c *coreference) identify() {
	polities, entries := map[*lexicon.Polity]*nameForm{}, map[*lexicon.Identity]*nameForm{}
	for _, f := range c.forms {
		n := &c.names[f.first]
		if m, ok := at(&c.r.polities.Names, c.d, n.first, inPolities); ok && m.Words == n.end-n.first && f.kind != isnad.PER {
			f.polity = m.Value
			if old := polities[f.polity]; old != nil {
				c.join(old, f)
			} else {
				polities[f.polity] = f
			}
			continue
		}
		if f.entry = c.r.namer.known.Find(f.key, f.kind); f.entry == nil {
			continue
		}
		if old := entries[f.entry]; old != nil {
			c.join(old, f)
		} else {
			entries[f.entry] = f
		}
	}
}

// join makes two forms those of one thing.
func (c *coreference) join(a, b *nameForm) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	if b.first < a.first {
		a, b = b, a
	}
	b.parent = a
}

// joinShort joins short names to the full ones: those that hold their words.
func (c *coreference) joinShort() {
	byWord := map[string][]*nameForm{}
	for _, f := range c.forms {
		for _, w := range f.words {
			byWord[w] = append(byWord[w], f)
		}
	}
	for _, f := range c.forms {
		if long := c.longer(f, byWord); long != nil {
			c.join(long, f)
		}
	}
}

// longer is the form that f is short for: of those before it the last, else the first.
func (c *coreference) longer(f *nameForm, byWord map[string][]*nameForm) *nameForm {
	same := byWord[f.words[len(f.words)-1]]
	var best *nameForm
	for _, g := range same[:min(len(same), maxNamesakes)] {
		if g == f || g.kind != f.kind || len(g.words) <= len(f.words) || !c.shortens(f, g) {
			continue
		}
		if best == nil || g.first < f.first {
			best = g
		}
	}
	return best
}

// shortens reports whether f can be short for g.
func (c *coreference) shortens(f, g *nameForm) bool {
	switch f.kind {
	case isnad.PER:
		return subset(f.words, g.words) && f.words[len(f.words)-1] != g.words[0]
	case isnad.ORG, isnad.FAC:
		if f.entry != nil && g.entry != nil || f.polity != nil {
			return false
		}
		return f.words[0] == g.words[0] && subset(f.words, g.words)
	}
	return false
}

// number gives the roots their numbers, in the order of the text, and their fullest form.
func (c *coreference) number() {
	for _, f := range c.forms {
		r := f.root()
		if r.fullest == nil || len(f.words) > len(r.fullest.words) {
			r.fullest = f
		}
	}
	for i := range c.names {
		if r := c.names[i].form.root(); r.id == 0 {
			c.roots = append(c.roots, r)
			r.id = len(c.roots)
		}
	}
}

// result writes mentions and entities.
func (c *coreference) result() ([]isnad.Mention, []isnad.Entity) {
	mentions := make([]isnad.Mention, 0, len(c.names)+len(c.nominals))
	for i := range c.names {
		n := &c.names[i]
		mentions = append(mentions, isnad.Mention{Span: n.span, Type: n.kind, Form: "named", Entity: entityID(n.form.root().id), Rule: "tagger"})
	}
	if len(c.nominals) > 0 {
		mentions = append(mentions, c.nominals...)
		sortMentions(mentions)
	}
	entities := make([]isnad.Entity, len(c.roots))
	for i, f := range c.roots {
		entities[i] = isnad.Entity{ID: entityID(f.id), Type: f.kind, Name: f.fullest.text}
	}
	return mentions, entities
}

func entityID(n int) string { return "n" + strconv.Itoa(n) }

// joinLinks ties the tellers of claims to the entities that they are.
func joinLinks(a *isnad.Analysis) {}

// joinEvents lists in each claim the events that it tells.
func joinEvents(a *isnad.Analysis) {}
