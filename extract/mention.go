package extract

import (
	"slices"
	"strings"
	"sync"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
)

// namer finds the names of an article and what is known of them.
type namer struct {
	tagger *tagger.Model
	known  lexicon.Identities
	latin  remembered
}

// remembered keeps transliterations: the same names stand in many articles. It changes
// no result.
type remembered struct {
	sync.Mutex
	names  map[string]string
	before map[string]string // what names were when they were full; those that return are kept
}

// maxRemembered bounds the names in each.
const maxRemembered = 1 << 15

// of is the transliteration of a name.
func (m *remembered) of(name string) string {
	m.Lock()
	latin, ok := m.names[name]
	if !ok {
		if latin, ok = m.before[name]; ok {
			m.keep(name, latin)
		}
	}
	m.Unlock()
	if ok {
		return latin
	}
	latin = lexicon.Transliterate(name)
	m.Lock()
	defer m.Unlock()
	m.keep(name, latin)
	return latin
}

func (m *remembered) keep(name, latin string) {
	if m.names == nil || len(m.names) >= maxRemembered {
		m.names, m.before = map[string]string{}, m.names
	}
	m.names[strings.Clone(name)] = latin
}

// loadNamer reads the model of names and the gazetteers.
func loadNamer() (*namer, error) {
	n := &namer{}
	err := together(
		func() (err error) { n.tagger, err = tagger.Load(); return },
		func() (err error) { n.known, err = lexicon.LoadIdentities(); return },
	)
	return n, err
}

// name is a named mention while its entity is looked for.
type name struct {
	first, end int // tokens
	head       int // tokens before it that are its class word: محافظة of «محافظة عدن»
	cut        int // letters of the first token before the name
	span       isnad.Span
	kind       isnad.EntityType
	rule       string
	form       *nameForm
}

// mentions reads the names of an article, the nominals that stand for them, and the
// entities of both.
func (r *Reader) mentions(d *doc) ([]isnad.Mention, []isnad.Entity) {
	names := r.withMissed(d, r.names(d))
	if len(names) == 0 {
		return nil, nil
	}
	c := &coreference{r: r, d: d, names: names}
	c.resolve()
	return c.result()
}

// names gives the names that the model finds, in the order of the text.
func (r *Reader) names(d *doc) []name {
	found := d.tagged
	names := make([]name, 0, len(found))
	for _, e := range found {
		n := name{first: e.First, end: e.End, head: e.Head, cut: e.Cut, kind: e.Type, rule: "tagger", span: e.Span(d.text, d.toks)}
		if n.span.Len() > 0 {
			names = append(names, n)
		}
	}
	return withTitled(d, names)
}

// withTitled adds the names of persons that stand behind titles and that the model passes
// over: «الفريق مفتاح البرغثي».
func withTitled(d *doc, names []name) []name {
	if len(d.titled) == 0 {
		return names
	}
	all := make([]name, 0, len(names)+len(d.titled))
	for _, t := range d.titled {
		for len(names) > 0 && names[0].end <= t[0] {
			all, names = append(all, names[0]), names[1:]
		}
		if len(names) == 0 || names[0].first >= t[1] {
			all = append(all, name{first: t[0], end: t[1], kind: isnad.PER, rule: "titles", span: d.span(t[0], t[1])})
		}
	}
	return append(all, names...)
}

// nameKey is a name as it is compared: its folded words, of the first the clitics cut
// off, one space between.
func nameKey(d *doc, n *name) string {
	first := cutLetters(d.toks[n.first].Norm, n.cut)
	if n.cut > 0 && strings.HasPrefix(first, "ل") && strings.HasPrefix(d.toks[n.first].Norm[2*n.cut-2:], "لل") {
		first = "ا" + first
	}
	if n.end == n.first+1 {
		return first
	}
	words := make([]string, 0, n.end-n.first)
	words = append(words, first)
	for i := n.first + 1; i < n.end; i++ {
		if w := d.toks[i].Norm; d.toks[i].Kind != arabic.Punct {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// written is a name as one would list it: with the article that «للجيش» hides.
func written(d *doc, n *name) string {
	text := n.span.In(d.text)
	if n.cut > 0 && strings.HasPrefix(text, "ل") && strings.HasPrefix(d.toks[n.first].Norm[2*n.cut-2:], "لل") {
		return "ا" + text
	}
	return text
}

// sortMentions puts mentions in the order of the text.
func sortMentions(m []isnad.Mention) {
	slices.SortStableFunc(m, func(a, b isnad.Mention) int { return a.Span.Start - b.Span.Start })
}
