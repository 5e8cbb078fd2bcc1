package cases

import (
	"cmp"
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
	bodyOf map[int]int           // identity → its body
	veiled map[string][]veiled   // by teller
	spoken []string              // by article: the body for which it names a spokesman
	office map[string]string     // person's key → the name of the body in whose name he speaks
	held   map[string]holder     // office, as stems → who holds it
	roles  map[string][][]string // person's key → offices, as stems
}

// body is the words that tell a named identity from others.
type body struct {
	words []string // in their order
	stems []string
	id    int
	told  int // how many claims end with it
}

func newIdentities(r *Reader, docs []*isnad.Analysis) *identities {
	ids := &identities{r: r, docs: docs, byKey: map[string]int{}, bodyOf: map[int]int{}, veiled: map[string][]veiled{}, office: map[string]string{}, held: map[string]holder{}, roles: map[string][][]string{}}
	for _, a := range docs {
		ids.offices(a)
		ids.officesByRole(a)
		ids.holders(a)
	}
	for _, a := range docs {
		ids.spoken = append(ids.spoken, ids.speaksFor(a))
	}
	if most := ids.mostly(); most != "" {
		for d := range ids.spoken {
			ids.spoken[d] = cmp.Or(ids.spoken[d], most)
		}
	}
	for d, a := range docs {
		for c := range a.Claims {
			ids.of(d, c)
		}
	}
	ids.settle()
	ids.settleUnnamed()
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
// told apart by who tells of them, and in which words.
func (ids *identities) of(doc, claim int) int {
	a := ids.docs[doc]
	chain := a.Claims[claim].Sources
	if len(chain) == 0 {
		return -1
	}
	last := chain[len(chain)-1]
	if at := ids.pointedAt(doc, claim); at != claim {
		return ids.of(doc, at)
	}
	if last.Kind == isnad.Media {
		if o := ids.r.media.ByName(last.Name); o != nil {
			return ids.enter("media:"+o.Latin, last, true)
		}
	}
	last = ids.who(doc, claim, last)
	words := ids.words(last)
	if ids.hidden(last, words) {
		return ids.unnamed(doc, claim, last)
	}
	return ids.named(last, words)
}

// pointedAt gives the claim whose source the source of a claim points back at, the claim itself where it
// points at none: «وأفاد البيان» at what was told of just before, «وتابع المصدر نفسه» at whoever told it.
func (ids *identities) pointedAt(doc, claim int) int {
	claims := ids.docs[doc].Claims
	for claim > 0 && len(claims[claim-1].Sources) > 0 {
		last, before := end(claims[claim].Sources), end(claims[claim-1].Sources)
		document := last.Kind == isnad.Document && (before.Kind != isnad.Document || len(ids.words(before)) > 0) && len(ids.words(last)) == 0 && definite(last.Name)
		if !document && !ids.same(last) {
			break
		}
		claim--
	}
	return claim
}

// end is whom a chain comes from.
func end(chain []isnad.Link) isnad.Link { return chain[len(chain)-1] }

// same reports whether a source is no more than one that was told of: «المصدر نفسه»، «ذات المصادر».
func (ids *identities) same(l isnad.Link) bool {
	return slices.ContainsFunc(strings.Fields(arabic.Fold(l.Name)), func(w string) bool { return ids.r.functions.Word(w)&lexicon.Same != 0 })
}

// who is whose word a source gives: the body of a spokesman or of its people, the person whom a
// document quotes or who holds the office, or the source itself.
func (ids *identities) who(doc, claim int, l isnad.Link) isnad.Link {
	if q, ok := ids.quotedIn(doc, l); ok {
		l = q
	}
	if b, ok := ids.bodyOfThose(doc, l); ok {
		return b
	}
	if b := ids.meant(doc, l); b.Name != l.Name {
		return b
	}
	if h, ok := ids.served(l); ok {
		return h
	}
	if h, ok := ids.incumbent(doc, claim, l); ok {
		return ids.meant(doc, h)
	}
	return l
}

// meant is whose word a source gives: the body of a spokesman, or the source itself.
func (ids *identities) meant(doc int, l isnad.Link) isnad.Link {
	body, speaks := ids.inName(ids.docs[doc], l)
	if body == "" && speaks {
		body = ids.spoken[doc]
	}
	if body == "" {
		body = ids.office[strings.Join(ids.words(l), " ")]
	}
	if body != "" {
		l.Name, l.Kind = body, isnad.State
	}
	return l
}

// called is how a source is called where it stands alone: an outlet as the article calls it, a spokesman by
// the body in whose name he speaks, and by his own name, if that is said.
func (ids *identities) called(doc int, l isnad.Link) string {
	if l.Kind == isnad.Media {
		words := strings.Trim(l.Mention.In(ids.docs[doc].Text), "«»\"“”() ")
		if o := ids.r.media.ByName(words); o != nil && o == ids.r.media.ByName(l.Name) {
			return words
		}
	}
	body := ids.meant(doc, l).Name
	person := ids.personIn(doc, l.Mention)
	if l.Kind == isnad.Person && ids.spokesman(l.Name) < 0 {
		person = l.Name
	}
	if body == l.Name || person == "" || strings.Contains(body, person) {
		return body
	}
	return body + " (" + person + ")"
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

// named gives the identity of a named source, known by its words.
func (ids *identities) named(l isnad.Link, words []string) int {
	key := "named:" + strings.Join(words, " ")
	if l.Kind == isnad.Person {
		key = "person:" + strings.Join(words, " ")
	}
	i, known := ids.byKey[key]
	if !known {
		i = ids.enter(key, l, true)
		ids.bodies = append(ids.bodies, body{words: words, stems: stems(words), id: i})
		ids.bodyOf[i] = len(ids.bodies) - 1
	}
	ids.bodies[ids.bodyOf[i]].told++
	return i
}

// maySpell reports whether copies of one text may mean one by two names: two bodies, or two persons who have
// a name in common («كي مون»، «جي مون»). A person and a body are left two, each may say the same.
func (ids *identities) maySpell(i, k int) bool {
	a, b := ids.find(i), ids.find(k)
	x, y := ids.all[a].kind == isnad.Person, ids.all[b].kind == isnad.Person
	if !x && !y {
		return true
	}
	m, named := ids.bodyOf[a]
	n, other := ids.bodyOf[b]
	return x && y && named && other && slices.ContainsFunc(ids.bodies[m].words, func(w string) bool { return slices.Contains(ids.bodies[n].words, w) })
}

// words are the folded words that tell a source from others: without titles of speech,
// documents and function words. Whoever speaks in the name of a body is known by the body.
func (ids *identities) words(l isnad.Link) []string {
	var out []string
	toks := arabic.Tokenize(nil, l.Name)
	speaks := false
	for i := range toks {
		if toks[i].Kind == arabic.Punct || len(toks[i].Text) <= len("و") {
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
		if n := len(out); n > 0 && servant[out[n-1]] {
			out[n-1] += arabic.Fold(toks[i].Text[seg.HostStart:seg.HostEnd]) // عبد القادر is عبدالقادر
			continue
		}
		out = append(out, host)
	}
	return out
}

// servant are the words that are written with the name behind them or apart.
var servant = map[string]bool{"عبد": true}

// descriptive reports whether a word may be an adjective of relation.
func descriptive(host string) bool {
	return strings.HasSuffix(host, "ي") || strings.HasSuffix(host, "يه")
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
