package store

import (
	"slices"

	"isnad"
	"isnad/arabic"
	"isnad/internal/query"
	"isnad/internal/term"
)

// marker finds in texts the words that a query asks for.
type marker struct {
	*term.Matcher
	tokens []arabic.Token
	found  []int
}

func newMarker(q *query.Query) *marker {
	m := &marker{Matcher: term.NewMatcher()}
	m.ask(q.Root)
	return m
}

// ask gathers words of the text that are asked for; those that are to be absent are no reason
// for a mark.
func (m *marker) ask(n query.Node) {
	var kids []query.Node
	switch n := n.(type) {
	case query.And:
		kids = n
	case query.Or:
		kids = n
	case query.Words:
		if n.Field == query.Text || n.Field == query.Title {
			m.Add(n.Words, n.Phrase, n.Broad)
		}
	}
	for _, k := range kids {
		m.ask(k)
	}
}

func (m *marker) article(r *Article) Hit {
	text := r.Text()
	m.tokens = arabic.Tokenize(m.tokens[:0], text)
	m.found = m.Marks(m.found[:0], m.tokens)
	h := Hit{Article: r}
	for _, i := range m.found {
		h.Marks = append(h.Marks, isnad.Span{Start: m.tokens[i].Start, End: m.tokens[i].End})
	}
	h.Snippet = m.snippet()
	return h
}

func (m *marker) claim(r *Reading, place int) Hit {
	c := &r.Analysis.Claims[place]
	h := m.article(&r.Article)
	h.Analysis, h.Claim = r.Analysis, c
	h.Marks = slices.DeleteFunc(h.Marks, func(s isnad.Span) bool { return !slices.ContainsFunc(c.Content, s.Overlaps) })
	if len(c.Content) > 0 {
		h.Snippet = isnad.Span{Start: c.Content[0].Start, End: c.Content[len(c.Content)-1].End}
	}
	return h
}

// snippetTokens is about how many words and signs a snippet has.
const snippetTokens = 40

// snippet is the stretch of one line below the title that has the most marks, the first of
// those that have as many; the beginning of the body where only the title has some.
func (m *marker) snippet() isnad.Span {
	body := slices.IndexFunc(m.tokens, func(t arabic.Token) bool { return t.Line > 0 })
	if body < 0 {
		return isnad.Span{}
	}
	best, most := body, 0
	for n, first := range m.found {
		if first < body {
			continue
		}
		marks := 0
		for _, i := range m.found[n:] {
			if i-first >= snippetTokens*3/4 || m.tokens[i].Line != m.tokens[first].Line {
				break
			}
			marks++
		}
		if marks > most {
			best, most = first, marks
		}
	}
	line := m.tokens[best].Line
	from, to := best, best
	for from > body && m.tokens[from-1].Line == line && best-from < snippetTokens/4 {
		from--
	}
	for to+1 < len(m.tokens) && m.tokens[to+1].Line == line && to-from < snippetTokens {
		to++
	}
	return isnad.Span{Start: m.tokens[from].Start, End: m.tokens[to].End}
}
