package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// identity is somebody who tells, as the articles of a story name him: all the names that
// are taken for one body or person.
type identity struct {
	name   string // the fullest that was met
	kind   isnad.Kind
	named  bool
	parent int // of the forest that joins identities; itself at a root
}

// identities numbers those who tell in a story.
type identities struct {
	r      *Reader
	docs   []*isnad.Analysis
	all    []identity
	byKey  map[string]int
	bodies []body
	office map[string]string // person's key → the name of the body in whose name he speaks
}

// body is the words that tell a named identity from others.
type body struct {
	words []string
	id    int
}

func newIdentities(r *Reader, docs []*isnad.Analysis) *identities {
	ids := &identities{r: r, docs: docs, byKey: map[string]int{}, office: map[string]string{}}
	for _, a := range docs {
		ids.offices(a)
	}
	return ids
}

// find gives the root of the identity.
func (ids *identities) find(i int) int {
	for ids.all[i].parent != i {
		ids.all[i].parent = ids.all[ids.all[i].parent].parent
		i = ids.all[i].parent
	}
	return i
}

// join makes two identities one; the named one stays its root, then the first.
func (ids *identities) join(i, j int) {
	i, j = ids.find(i), ids.find(j)
	if i == j {
		return
	}
	if !ids.all[i].named && ids.all[j].named || ids.all[i].named == ids.all[j].named && j < i {
		i, j = j, i
	}
	ids.all[j].parent = i
}

// of gives the identity of the origin of a chain, -1 where there is none. Unnamed sources are
// told apart by who tells of them.
func (ids *identities) of(doc, claim int) int {
	a := ids.docs[doc]
	chain := a.Claims[claim].Sources
	if len(chain) == 0 {
		return -1
	}
	last := chain[len(chain)-1]
	words := ids.words(last)
	if last.Kind == isnad.Document && len(words) == 0 && claim > 0 && definite(last.Name) {
		if before := a.Claims[claim-1].Sources; len(before) > 0 && before[len(before)-1].Kind != isnad.Document {
			return ids.of(doc, claim-1) // «وأفاد البيان»: what was told of just before
		}
	}
	if last.Kind == isnad.Media {
		if o := ids.r.media.ByName(last.Name); o != nil {
			return ids.enter("media:"+o.Latin, last, true)
		}
	}
	if ids.hidden(last, words) {
		return ids.enter("hidden:"+ids.teller(doc, chain)+":"+kindOfHidden(last.Kind), last, false)
	}
	if office, ok := ids.office[strings.Join(words, " ")]; ok {
		last.Name, last.Kind = office, isnad.State
		words = ids.words(last)
	}
	return ids.named(last, words)
}

// hidden reports whether a name names nobody: مصادر، شهود عيان، معلومات أولية، وسائل إعلام.
func (ids *identities) hidden(l isnad.Link, words []string) bool {
	switch l.Kind {
	case isnad.Unnamed, isnad.Group:
		return true
	case isnad.Document:
		hides := func(w string) bool { return ids.r.hiding[w] }
		return slices.ContainsFunc(words, hides) || !slices.ContainsFunc(words, func(w string) bool { return !descriptive(w) })
	case isnad.Media:
		return len(words) > 0 && slices.ContainsFunc(strings.Fields(arabic.Fold(l.Name))[:1], func(w string) bool { return ids.r.outlets[bare(w)] })
	}
	return len(words) == 0
}

// kindOfHidden keeps those who are many apart from those who hide.
func kindOfHidden(k isnad.Kind) string {
	if k == isnad.Group {
		return string(k)
	}
	return string(isnad.Unnamed)
}

// definite reports whether a name begins with the article.
func definite(name string) bool { return strings.HasPrefix(arabic.Fold(name), "ال") }

// teller is who tells of the origin: the link before it that is a medium, or the outlet.
func (ids *identities) teller(doc int, chain []isnad.Link) string {
	for i := len(chain) - 2; i >= 0; i-- {
		if chain[i].Kind == isnad.Media {
			return ids.outlet(chain[i].Name)
		}
	}
	return ids.outlet(ids.docs[doc].Article.Outlet)
}

// outlet is the name by which an outlet is known, whatever it is called here.
func (ids *identities) outlet(name string) string {
	if o := ids.r.media.ByName(name); o != nil {
		return o.Latin
	}
	return arabic.Fold(name)
}

// enter gives the identity of a key, new if it is not known.
func (ids *identities) enter(key string, l isnad.Link, named bool) int {
	i, ok := ids.byKey[key]
	if !ok {
		i = len(ids.all)
		ids.byKey[key] = i
		ids.all = append(ids.all, identity{name: l.Name, kind: l.Kind, named: named, parent: i})
	}
	return i
}

// named gives the identity of a named source: known under the same words, or under more or
// fewer of them where only one is.
func (ids *identities) named(l isnad.Link, words []string) int {
	key := "named:" + strings.Join(words, " ")
	i, known := ids.byKey[key]
	if known {
		return i
	}
	i = ids.enter(key, l, true)
	var same []int
	for _, b := range ids.bodies {
		if within(words, b.words) || within(b.words, words) {
			if root := ids.find(b.id); !slices.Contains(same, root) && (ids.all[root].kind == isnad.Person) == (l.Kind == isnad.Person) {
				same = append(same, root)
			}
		}
	}
	if len(same) == 1 {
		ids.join(same[0], i)
	}
	ids.bodies = append(ids.bodies, body{words, i})
	return i
}

// within reports whether all of the words of a are among those of b; a single word is not
// enough to know a person by.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}

// words are the folded words that tell a source from others: without titles of speech,
// documents and function words. Whoever speaks in the name of a body is known by the body.
func (ids *identities) words(l isnad.Link) []string {
	var out []string
	toks := arabic.Tokenize(nil, l.Name)
	speaks := false
	for i := range toks {
		if toks[i].Kind == arabic.Punct {
			continue
		}
		seg := arabic.Segment(toks[i].Text)
		host := bare(arabic.Fold(toks[i].Text[seg.HostStart:seg.HostEnd]))
		switch {
		case ids.r.functions.Serves(host, lexicon.Spokesman):
			speaks = true
			continue
		case ids.r.functions.Word(host)&(lexicon.SpeechNoun|lexicon.Spoken|lexicon.Preposition|lexicon.Quantifier) != 0,
			l.Kind == isnad.Document && ids.r.documents[host]:
			continue
		case speaks && seg.HostStart == 0 && len(out) == 0 && l.Kind == isnad.Person && descriptive(host):
			continue // المتحدث الأمني، الناطق الإعلامي
		case host == "اسم":
			continue
		}
		out = append(out, host)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// descriptive reports whether a word may be an adjective of relation.
func descriptive(host string) bool {
	return strings.HasSuffix(host, "ي") || strings.HasSuffix(host, "يه")
}

// offices finds who speaks in the name of which body: a person beside the word for a
// spokesman, and the body behind it.
func (ids *identities) offices(a *isnad.Analysis) {
	const reach = 60 // bytes between the parts: some six words
	for _, m := range a.Mentions {
		if m.Type != isnad.ORG && m.Type != isnad.GPE {
			continue
		}
		before := a.Text[max(0, m.Span.Start-reach):m.Span.Start]
		at := ids.spokesman(before)
		if at < 0 {
			continue
		}
		start := m.Span.Start - len(before) + at
		for _, p := range a.Mentions {
			near := p.Span.End <= start && start-p.Span.End < reach/2 || p.Span.Start >= m.Span.End && p.Span.Start-m.Span.End < reach/2 || p.Span.Start > start && p.Span.End < m.Span.Start
			if p.Type != isnad.PER || !near || strings.ContainsAny(a.Text[min(p.Span.Start, start):max(p.Span.End, m.Span.End)], ".\n") {
				continue
			}
			person := isnad.Link{Name: name(a, p), Kind: isnad.Person}
			if key := strings.Join(ids.words(person), " "); key != "" {
				if _, taken := ids.office[key]; !taken {
					ids.office[key] = name(a, m)
				}
			}
		}
	}
}

// spokesman gives where the last word for a spokesman stands, -1 if nowhere.
func (ids *identities) spokesman(text string) int {
	toks := arabic.Tokenize(nil, text)
	for i := len(toks) - 1; i >= 0; i-- {
		if ids.r.functions.Serves(bare(toks[i].Norm), lexicon.Spokesman) {
			return toks[i].Start
		}
	}
	return -1
}

// name is what a mention stands for, in full.
func name(a *isnad.Analysis, m isnad.Mention) string {
	for i := range a.Entities {
		if a.Entities[i].ID == m.Entity {
			return a.Entities[i].Name
		}
	}
	return m.Span.In(a.Text)
}
