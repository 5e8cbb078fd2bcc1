package term

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// The prefixes of the terms of fields.
const (
	Text   = ""
	Title  = "t:"
	Outlet = "o:"
	Source = "s:"
	Actor  = "a:"
	Place  = "p:"
)

// All is a term that every row has.
const All = "all:"

// Gap is the place of no word: at the end of a line, so that no phrase goes on beyond it.
const Gap = "."

// Bounds of what has a place, for PostgreSQL's sake, which keeps 16,383 places and 256 of one
// term. What lies beyond is found as a word, not in phrases, in both engines.
const (
	maxWords  = 12_000
	maxPlaces = 16_000
	maxOfOne  = 250
)

// row gathers the terms of an article or a claim.
type row struct {
	placed, bag []string
	times       map[string]int // how often a term is there
	most        int            // places until now
}

// String is the terms apart by blanks: those with a place in their order, Gap where there is
// none, then the others. The row is empty then.
func (r *row) String() string {
	size := 0
	for _, terms := range [][]string{r.placed, r.bag} {
		for _, t := range terms {
			size += len(t) + 1
		}
	}
	b := make([]byte, 0, size)
	for _, terms := range [][]string{r.placed, r.bag} {
		for _, t := range terms {
			b = append(append(b, t...), ' ')
		}
	}
	clear(r.times)
	r.placed, r.bag = r.placed[:0], r.bag[:0]
	return string(b)
}

func (r *row) loose(t string) {
	if r.times[t] == 0 {
		r.times[t] = 1
		r.bag = append(r.bag, t)
	}
}

func (r *row) word(prefix string, w *Word) {
	t := w.placed
	if prefix != Text {
		t = prefix + t
	}
	n := r.times[t] + 1
	r.times[t] = n
	switch {
	case len(r.placed) >= r.most:
		r.loose("~" + prefix + w.Host)
	case n > maxOfOne:
		r.placed = append(r.placed, Gap)
		r.loose("~" + prefix + w.Host)
	default:
		r.placed = append(r.placed, t)
	}
	for _, l := range w.loose {
		if prefix != Text {
			l = l[:1] + prefix + l[1:]
		}
		r.loose(l)
	}
}

// tokens adds the words of a text, line by line.
func (r *row) tokens(prefix string, tokens []arabic.Token) {
	line := int32(-1)
	for i := range tokens {
		t := &tokens[i]
		if t.Kind == arabic.Punct {
			continue
		}
		if t.Line != line && len(r.placed) > 0 && len(r.placed) < r.most {
			r.placed = append(r.placed, Gap)
		}
		line = t.Line
		w := Of(t)
		r.word(prefix, &w)
	}
}

func (r *row) text(prefix, s string) { r.tokens(prefix, arabic.Tokenize(nil, s)) }

// fields adds names under a prefix, each once.
func (r *row) fields(prefix string, names []string) {
	r.most = maxPlaces
	slices.Sort(names)
	for _, n := range slices.Compact(names) {
		r.text(prefix, n)
	}
}

// Rows gives the terms of an article and of each of its claims, apart by blanks; see Row for
// their parts.
func Rows(a *isnad.Analysis) (article string, claims []string) {
	r := &row{times: make(map[string]int, 512)}
	tokens := arabic.Tokenize(nil, a.Text)
	return r.article(a, tokens), r.claims(a, tokens)
}

func (r *row) article(a *isnad.Analysis, tokens []arabic.Token) string {
	r.most = maxWords
	r.tokens(Text, tokens)
	r.most = maxPlaces
	title := slices.IndexFunc(tokens, func(t arabic.Token) bool { return t.Start > len(a.Article.Title) })
	if title < 0 {
		title = len(tokens)
	}
	r.tokens(Title, tokens[:title])
	r.fields(Outlet, []string{a.Article.Outlet})
	var sources []string
	for i := range a.Claims {
		sources = append(sources, r.claim(&a.Claims[i])...)
	}
	r.fields(Source, sources)
	var actors, places []string
	for i := range a.Entities {
		e := &a.Entities[i]
		into(e, &actors, &places)
	}
	r.fields(Actor, actors)
	r.fields(Place, places)
	if len(a.Claims) > 0 {
		r.loose("has:claim")
	}
	if len(a.Quantities) > 0 {
		r.loose("has:quantity")
	}
	r.loose(All)
	return r.String()
}

func (r *row) claims(a *isnad.Analysis, tokens []arabic.Token) []string {
	if len(a.Claims) == 0 {
		return nil
	}
	entities := make(map[string]*isnad.Entity, len(a.Entities))
	for i := range a.Entities {
		entities[a.Entities[i].ID] = &a.Entities[i]
	}
	rows := make([]string, len(a.Claims))
	for i := range a.Claims {
		c := &a.Claims[i]
		r.most = maxWords
		for _, s := range c.Content {
			r.tokens(Text, within(tokens, s))
			r.placed = append(r.placed, Gap)
		}
		r.fields(Outlet, []string{a.Article.Outlet})
		r.fields(Source, r.claim(c))
		var actors, places []string
		for j := range a.Mentions {
			m := &a.Mentions[j]
			if e := entities[m.Entity]; e != nil && slices.ContainsFunc(c.Content, m.Span.Overlaps) {
				into(e, &actors, &places)
			}
		}
		r.fields(Actor, actors)
		r.fields(Place, places)
		if len(c.Quantities) > 0 {
			r.loose("has:quantity")
		}
		r.loose("has:claim")
		r.loose(All)
		rows[i] = r.String()
	}
	return rows
}

// claim adds the properties of a claim and gives the names in its chain.
func (r *row) claim(c *isnad.Claim) (names []string) {
	r.loose("act:" + string(c.Act))
	r.loose("certainty:" + string(c.Certainty))
	if c.Purpose {
		r.loose("has:purpose")
	}
	if c.Mode != isnad.Indirect {
		r.loose("has:quote")
	}
	for _, l := range c.Sources {
		names = append(names, l.Name)
		r.loose("kind:" + string(l.Kind))
		if l.Kind == isnad.Unnamed {
			r.loose("has:unnamed")
		}
	}
	return names
}

// into sorts the names of an entity: a country acts, and is a place too.
func into(e *isnad.Entity, actors, places *[]string) {
	names := []string{e.Name}
	if e.NameLatin != "" {
		names = append(names, e.NameLatin)
	}
	switch e.Type {
	case isnad.GPE:
		*actors, *places = append(*actors, names...), append(*places, names...)
	case isnad.LOC, isnad.FAC:
		*places = append(*places, names...)
	case isnad.PER, isnad.ORG:
		*actors = append(*actors, names...)
	}
}

// within are the tokens that lie in a span.
func within(tokens []arabic.Token, s isnad.Span) []arabic.Token {
	from, _ := slices.BinarySearchFunc(tokens, s.Start, func(t arabic.Token, at int) int { return t.Start - at })
	to, _ := slices.BinarySearchFunc(tokens, s.End, func(t arabic.Token, at int) int { return t.Start - at })
	return tokens[from:max(from, to)]
}

// Row cuts what Rows made: f is called with each term and its place, from 1;
// place 0 is none.
func Row(terms string, f func(term string, place int)) {
	place := 0
	for t := range strings.FieldsSeq(terms) {
		switch {
		case t == Gap:
			place++
		case isLoose(t):
			f(t, 0)
		default:
			place++
			f(t, place)
		}
	}
}

// isLoose reports whether a term has no place: it is marked, or a property such as act:deny.
func isLoose(t string) bool {
	i := strings.IndexByte(t, ':')
	return t[0] == '~' || t[0] == '=' || i > 1
}
