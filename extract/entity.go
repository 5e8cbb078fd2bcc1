package extract

import (
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// nameForm is one way in which the article writes a name. Forms of one thing are joined
// to a tree, whose root is the first of them that the article has.
type nameForm struct {
	key     string
	words   []string // as short names are told by them
	kind    isnad.EntityType
	count   int
	first   int // the name that has it first
	text    string
	polity  *lexicon.Polity
	entry   *lexicon.Identity
	city    bool // of a capital: it is the town and no government
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

// join makes two forms those of one thing.
func join(a, b *nameForm) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	if b.first < a.first {
		a, b = b, a
	}
	b.parent = a
}

// coreference finds which names of an article stand for the same.
type coreference struct {
	r        *Reader
	d        *doc
	names    []name
	at       int // the name being read
	forms    []*nameForm
	roots    []*nameForm
	nominals []isnad.Mention
}

func (c *coreference) resolve() {
	c.gather()
	c.identify()
	c.joinShort()
	c.number()
	c.readRoles()
}

// gather finds the forms: names written alike and of one type are one; a capital that
// stands for its government is none with the town.
func (c *coreference) gather() {
	type typed struct {
		key   string
		kind  isnad.EntityType
		state bool
	}
	byKey := make(map[typed]*nameForm, len(c.names))
	for i := range c.names {
		n := &c.names[i]
		c.at = i
		k := typed{nameKey(c.d, n), n.kind, false}
		polity := c.polityOf(n)
		city := polity != nil && polity.Kind == "capital"
		if city && (polity.Country.Kind != "country" || arabic.Fold(polity.Name) != k.key) {
			polity, city = nil, false // the seat of a region, or a second one
		}
		if city {
			if k.state = c.readCapital(n) == asState; k.state {
				polity, city = polity.Country, false
			} else {
				polity = nil
			}
		}
		f := byKey[k]
		if f == nil {
			f = &nameForm{key: k.key, kind: n.kind, first: i, text: written(c.d, n), polity: polity, city: city}
			f.words = c.shortWords(k.key, n.kind)
			byKey[k] = f
			c.forms = append(c.forms, f)
		}
		f.count++
		n.form = f
	}
}

// polityOf is the country, region or capital whose name the whole of n is.
func (c *coreference) polityOf(n *name) *lexicon.Polity {
	if n.kind == isnad.PER {
		return nil
	}
	if m, ok := at(&c.r.polities.Names, c.d, n.first, inPolities); ok && m.Words == n.end-n.first {
		return m.Value
	}
	return nil
}

// identify joins the forms that are one thing by the lists, by their spelling without
// class word, article and ending, or as an abbreviation behind the full name.
func (c *coreference) identify() {
	polities, entries := map[*lexicon.Polity]*nameForm{}, map[*lexicon.Identity]*nameForm{}
	alike := make(map[string]*nameForm, len(c.forms))
	for _, f := range c.forms {
		if f.polity != nil {
			joinBy(polities, f.polity, f)
			continue
		}
		if f.kind != isnad.PER {
			if f.entry = c.r.namer.known.Find(f.key, f.kind); f.entry != nil {
				joinBy(entries, f.entry, f)
			}
		}
		if f.kind != isnad.GPE {
			joinBy(alike, string(f.kind)+" "+strings.Join(f.words, " "), f)
		}
	}
	c.kingdom()
	for i := 1; i < len(c.names); i++ {
		a, b := &c.names[i-1], &c.names[i]
		if a.kind == b.kind && b.cut == 0 && b.first == a.end+1 && c.d.is(a.end, "(") && c.d.is(b.end, ")") {
			join(a.form, b.form)
		}
	}
}

// joinBy joins a form to the one that has the same key.
func joinBy[K comparable](have map[K]*nameForm, key K, f *nameForm) {
	if old := have[key]; old != nil {
		join(old, f)
	} else {
		have[key] = f
	}
}

// kingdom reads «المملكة» as the kingdom that the article names most.
func (c *coreference) kingdom() {
	var kingdom, best *nameForm
	for _, f := range c.forms {
		if f.key == "المملكه" && f.kind == isnad.GPE && f.polity == nil {
			kingdom = f
		} else if f.polity != nil && f.polity.Kind == "country" && isKingdom(f.polity.ISO) && (best == nil || f.count > best.count) {
			best = f
		}
	}
	if kingdom != nil && best != nil {
		join(best, kingdom)
	}
}

func isKingdom(iso string) bool {
	switch iso {
	case "SA", "JO", "MA", "BH", "GB":
		return true
	}
	return false
}

// joinShort joins short names to the full ones: those that hold their words.
func (c *coreference) joinShort() {
	byWord := make(map[string][]*nameForm, 2*len(c.forms))
	for _, f := range c.forms {
		if len(f.words) < 2 {
			continue
		}
		for _, w := range f.words {
			byWord[w] = append(byWord[w], f)
		}
	}
	for _, f := range c.forms {
		if long := c.longer(f, byWord); long != nil {
			join(long, f)
		}
	}
}

// longer is the form that f is short for: the one that the article has most often, of
// those the first.
func (c *coreference) longer(f *nameForm, byWord map[string][]*nameForm) *nameForm {
	if len(f.words) == 0 {
		return nil
	}
	same := byWord[f.words[len(f.words)-1]]
	var best *nameForm
	for _, g := range same[:min(len(same), maxNamesakes)] {
		if g == f || g.kind != f.kind || len(g.words) <= len(f.words) || !c.shortens(f, g) {
			continue
		}
		if best == nil || g.count > best.count {
			best = g
		}
	}
	return best
}

// shortens reports whether f can be short for g.
func (c *coreference) shortens(f, g *nameForm) bool {
	if !subset(f.words, g.words) {
		return false
	}
	switch f.kind {
	case isnad.PER:
		return len(f.words) > 1 || f.words[0] != g.words[0]
	case isnad.ORG, isnad.FAC:
		if f.polity != nil || g.polity != nil {
			return false
		}
		if f.entry != nil && g.entry != nil && f.entry != g.entry && f.words[0] != "جيش" && (f.entry.ISO == "" || f.entry.ISO == g.entry.ISO) {
			return false
		}
		return f.words[0] == g.words[0] || c.d.functions.Serves(g.words[0], lexicon.NameClass) && prefixed(f.words, g.words[1:]) || len(f.words) > 1 && prefixed(f.words, g.words[min(2, len(g.words)):])
	}
	return false
}

// prefixed: the words are the first ones of a name.
func prefixed(words, of []string) bool {
	return len(words) <= len(of) && slices.Equal(words, of[:len(words)])
}

// number gives the roots their numbers, in the order of the text, and their fullest form.
func (c *coreference) number() {
	for _, f := range c.forms {
		r := f.root()
		if r.fullest == nil || fuller(f, r.fullest) {
			r.fullest = f
		}
		if r.polity == nil {
			r.polity = f.polity
		}
		if r.entry == nil {
			r.entry = f.entry
		}
	}
	for i := range c.names {
		if r := c.names[i].form.root(); r.id == 0 {
			c.roots = append(c.roots, r)
			r.id = len(c.roots)
		}
	}
}

// fuller reports whether f has more words than g, or the same in the nominative:
// «المتمردون الأكراد», not «المتمردين الأكراد». Of two names of a country that have no word in
// common, none is the fuller one, and it is the one that the article has oftener: «إيران»,
// not «الجمهورية الإسلامية».
func fuller(f, g *nameForm) bool {
	a, b := strings.Fields(f.key), strings.Fields(g.key)
	if f.polity != nil && g.polity == f.polity && f.count != g.count && !slices.ContainsFunc(f.words, func(w string) bool { return slices.Contains(g.words, w) }) {
		return f.count > g.count
	}
	return len(a) > len(b) || len(a) == len(b) && strings.HasSuffix(b[0], "ين") && a[0] == strings.TrimSuffix(b[0], "ين")+"ون"
}

// result writes mentions and entities.
func (c *coreference) result() ([]isnad.Mention, []isnad.Entity) {
	mentions := make([]isnad.Mention, 0, len(c.names)+len(c.nominals))
	for i := range c.names {
		n := &c.names[i]
		mentions = append(mentions, isnad.Mention{Span: n.span, Type: n.kind, Form: "named", Entity: entityID(n.form.root().id), Rule: n.rule})
	}
	if len(c.nominals) > 0 {
		mentions = append(mentions, c.nominals...)
		sortMentions(mentions)
	}
	entities := make([]isnad.Entity, len(c.roots))
	for i, f := range c.roots {
		entities[i] = c.entity(f)
	}
	return mentions, entities
}

// entity tells what is known of the entity of a root.
func (c *coreference) entity(f *nameForm) isnad.Entity {
	e := isnad.Entity{ID: entityID(f.id), Type: f.kind, Name: f.fullest.text, LatinBy: "gazetteer", Roles: f.roles}
	switch {
	case f.polity != nil:
		e.NameLatin = f.polity.Latin
		if f.polity.Kind != "seat" { // a palace has the code of its country
			e.KB = strings.TrimPrefix(f.polity.ISO, "-")
		}
		if f.fullest.polity == nil || isCapitalOf(c.r, f.fullest) {
			e.Name = f.polity.Name
		}
	case f.entry != nil:
		e.NameLatin, e.KB = f.entry.Latin, f.entry.KB
		if stem, oblique := strings.CutSuffix(e.Name, "ين"); oblique && f.entry.Name == stem+"ون" {
			e.Name = f.entry.Name
		}
	default:
		if outlet, ok := c.r.outletNamed(f); ok {
			e.NameLatin = outlet.Latin
			break
		}
		e.NameLatin, e.LatinBy = c.r.namer.latin.of(e.Name), "transliteration"
	}
	return e
}

// outletNamed is the outlet that a body is, where its name alone tells it: رويترز, or its name with
// what it is or whose: «نوفا الإيطالية», «صحيفة النهار».
func (r *Reader) outletNamed(f *nameForm) (*lexicon.Outlet, bool) {
	if f.kind != isnad.ORG {
		return nil, false
	}
	toks := arabic.Tokenize(nil, f.fullest.text)
	if len(toks) == 0 {
		return nil, false
	}
	outlet, sure, ok := r.outletOf(toks)
	if head, known := r.nouns.Forms.Exact(toks, 0); !ok && known && head.Words == 1 && head.Words < len(toks) && head.Value.Kind == isnad.Media {
		outlet, _, ok = r.outletOf(toks[1:])
		sure = true
	}
	if !ok || !sure || outlet.Latin == "-" || outlet.Latin == "" {
		return nil, false
	}
	return outlet, true
}

// outletOf is the outlet that all of the words name, with the adjective of its country or without, and
// whether they can name nothing else.
func (r *Reader) outletOf(toks []arabic.Token) (outlet *lexicon.Outlet, sure, ok bool) {
	m, ok := r.media.Names.Exact(toks, 0)
	if !ok {
		return nil, false, false
	}
	rest := toks[m.Words:]
	if len(rest) == 0 {
		return m.Value, m.Value.Standalone, true
	}
	p, ok := r.polities.Adjectives.Exact(rest, 0)
	return m.Value, true, ok && p.Words == len(rest) && p.Value.ISO == m.Value.Country
}

// isCapitalOf: the form is a capital's name that stands for the country.
func isCapitalOf(r *Reader, f *nameForm) bool {
	p, ok := r.polities.Names.Word(f.key)
	return ok && p.Kind == "capital" && f.polity.Kind != "region"
}

func entityID(n int) string { return "n" + strconv.Itoa(n) }

// joinLinks ties the tellers of claims to the entities that they are: of the names in a
// link the person, else the first.
func joinLinks(a *isnad.Analysis) {
	for i := range a.Claims {
		for j := range a.Claims[i].Sources {
			if l := &a.Claims[i].Sources[j]; !l.Mention.IsZero() {
				l.Entity = entityIn(a.Mentions, l.Mention, l.Kind)
			}
		}
	}
}

// entityIn is the entity that a teller of the kind is, by the names in its span.
func entityIn(mentions []isnad.Mention, span isnad.Span, kind isnad.Kind) string {
	at, _ := slices.BinarySearchFunc(mentions, span.Start, func(m isnad.Mention, start int) int { return m.Span.End - start - 1 })
	first := ""
	for ; at < len(mentions) && mentions[at].Span.Start < span.End; at++ {
		m := &mentions[at]
		switch {
		case m.Form != "named" || !span.Contains(m.Span):
		case kind == isnad.Person:
			if m.Type == isnad.PER {
				return m.Entity
			}
		case first == "" && (m.Span.Len() == span.Len() || m.Type == isnad.ORG) && kind != isnad.Unnamed && kind != isnad.Document:
			first = m.Entity
		}
	}
	return first
}

// joinEvents lists in each claim the events that it tells.
func joinEvents(a *isnad.Analysis) {
	if len(a.Events) == 0 {
		return
	}
	byID := make(map[string]*isnad.Claim, len(a.Claims))
	for i := range a.Claims {
		byID[a.Claims[i].ID] = &a.Claims[i]
	}
	for i := range a.Events {
		if c := byID[a.Events[i].Claim]; c != nil {
			c.Events = append(c.Events, a.Events[i].ID)
		}
	}
}
