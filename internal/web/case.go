package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"

	"isnad"
)

// caseView is the page of a case.
type caseView struct {
	*page
	Case    *isnad.Case
	Story   isnad.Story
	Picture *chainPicture
	Members []memberView // by time, copies behind the first of them
	Shown   int          // how many of them are shown
	Copies  int          // tellings in copies of another's text
	First   *memberView
	Outlets []string
	Figures []*figureChart
	Reason  []part // of the grade
	Drift   []driftLine
	Cite    string
}

// membersShown is how many tellings of a case are shown before the rest is asked for.
const membersShown = 30

// memberURL is where a telling stands.
func (v *caseView) memberURL(at int) templ.SafeURL {
	address := v.url("story", v.Story.ID, "case", v.Case.ID)
	if at >= v.Shown {
		address += "?all=members"
	}
	return address + templ.SafeURL("#m"+strconv.Itoa(at+1))
}

// driftLine is one kind of change with the tellings that it happened in.
type driftLine struct {
	What    isnad.Change
	Members []int // of the view
}

// memberView is a telling with its words.
type memberView struct {
	telling
	isnad.Member
	Words     []word
	Missing   []string // words of what it retells that it has not
	Against   string   // outlet of what it is compared with
	Otherwise bool     // it has so few of those words that marks would say nothing
	Others    []isnad.StoryArticle
	origin    isnad.Kind
}

func (s *Server) caseOf(p *page, r *http.Request) (templ.Component, error) {
	story, id := r.PathValue("id"), r.PathValue("case")
	t, err := s.archive.Trace(r.Context(), story)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", story, err)
	}
	at := slices.IndexFunc(t.Cases, func(c isnad.Case) bool { return c.ID == id })
	if at < 0 {
		return nil, fmt.Errorf("case %q of story %q: %w", id, story, ErrNotFound)
	}
	v, err := s.viewCase(r.Context(), p, t, &t.Cases[at])
	if err != nil {
		return nil, err
	}
	if r.URL.Query().Get("all") == "members" {
		v.Shown = len(v.Members)
	}
	p.title = shortened(clean(v.Case.Proposition), 90)
	return v.body(), nil
}

func (s *Server) viewCase(ctx context.Context, p *page, t *isnad.Trace, c *isnad.Case) (*caseView, error) {
	read, err := s.tellers(ctx, c)
	if err != nil {
		return nil, err
	}
	articles := articlesOf(t)
	graph := joinChains(c, articles, t.Copies)
	v := &caseView{page: p, Case: c, Story: t.Story, Picture: graph.draw(p.rtl()), Copies: copiesOf(c, copyOf(t)), Reason: p.reason(c, 0)}
	words := func(m int) string { return wordsOf(c.Members[m].Content, read[c.Members[m].Article].Text) }
	for _, told := range graph.All {
		m := memberView{telling: told, Member: c.Members[told.Member]}
		if n := len(told.path); n > 0 {
			m.origin = graph.Nodes[told.path[n-1]].Kind
		}
		retold := against(c, graph, told)
		if retold >= 0 {
			m.Against = articles[c.Members[retold].Article].Outlet
			m.Words, m.Missing = compared(words(retold), words(told.Member))
			if m.Otherwise = tooDifferent(m.Words); m.Otherwise {
				m.Words, m.Missing = []word{{Text: clean(words(told.Member))}}, nil
			}
		} else {
			m.Words = []word{{Text: clean(words(told.Member))}}
		}
		for _, i := range told.Copies {
			m.Others = append(m.Others, articles[c.Members[i].Article])
		}
		v.Members = append(v.Members, m)
		for _, a := range append([]isnad.StoryArticle{told.Article}, m.Others...) {
			if !slices.Contains(v.Outlets, a.Outlet) {
				v.Outlets = append(v.Outlets, a.Outlet)
			}
		}
	}
	v.Shown = min(len(v.Members), membersShown)
	if len(v.Members) > 0 {
		v.First = &v.Members[0]
	}
	v.figures(t)
	v.drift()
	v.Cite = v.citation(read)
	return v, nil
}

// tellers are the readings of the articles that a case is told in.
func (s *Server) tellers(ctx context.Context, c *isnad.Case) (map[string]*isnad.Analysis, error) {
	var ids []string
	for _, m := range c.Members {
		if !slices.Contains(ids, m.Article) {
			ids = append(ids, m.Article)
		}
	}
	return s.readings(ctx, ids)
}

// wordsOf are the words at spans of a text, parts that stand apart joined by a mark.
func wordsOf(content []isnad.Span, text string) string {
	var parts []string
	for _, span := range content {
		if span.Start >= 0 && span.Start <= span.End && span.End <= len(text) {
			parts = append(parts, span.In(text))
		}
	}
	return strings.Join(parts, " […] ")
}

// against finds the member whose words a telling is compared with: what it retells,
// or else the first that has the same origin; -1 where it is the first itself.
func against(c *isnad.Case, g *chains, t telling) int {
	for _, d := range c.Drift {
		if d.To == t.Member && d.From >= 0 && d.From < len(c.Members) {
			return d.From
		}
	}
	if len(t.path) == 0 {
		return -1
	}
	for _, other := range g.All {
		if other.Member == t.Member {
			return -1
		}
		if n := len(other.path); n > 0 && other.path[n-1] == t.path[len(t.path)-1] {
			return other.Member
		}
	}
	return -1
}

// drift groups what was lost or changed by its kind, the commonest first.
func (v *caseView) drift() {
	for i, m := range v.Members {
		for _, d := range m.Lost {
			at := slices.IndexFunc(v.Drift, func(l driftLine) bool { return l.What == d.What })
			if at < 0 {
				at = len(v.Drift)
				v.Drift = append(v.Drift, driftLine{What: d.What})
			}
			if !slices.Contains(v.Drift[at].Members, i) {
				v.Drift[at].Members = append(v.Drift[at].Members, i)
			}
		}
	}
	slices.SortStableFunc(v.Drift, func(a, b driftLine) int { return cmp.Compare(len(b.Members), len(a.Members)) })
}

// figures are those that a member of the case tells.
func (v *caseView) figures(t *isnad.Trace) {
	pen := v.figurePen(t)
	for _, f := range t.Figures {
		if slices.ContainsFunc(f.Values, v.tells) {
			v.Figures = append(v.Figures, pen.draw(f))
		}
	}
}

func (v *caseView) tells(value isnad.FigureValue) bool {
	return slices.ContainsFunc(v.Case.Members, func(m isnad.Member) bool {
		return m.Article == value.Article && slices.ContainsFunc(m.Content, value.Span.Overlaps)
	})
}

// sentence says what the case comes down to.
func (v *caseView) sentence() string {
	s := v.F("case.sentence", "tellings", v.N("tellings", len(v.Case.Members)), "outlets", v.N("in-outlets", len(v.Outlets)))
	if n := v.Copies; n > 0 {
		s += v.F("case.sentence.copies", "copies", v.N("are-copies", n))
	}
	s += v.F("case.sentence.origins", "origins", v.origins(v.Case))
	if n := len(v.Case.Deniers); n > 0 {
		s += v.F("case.sentence.denied", "deniers", v.N("deny", n))
	}
	return capital(s)
}

// capital begins a sentence.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// citation is the case as plain text with addresses and days, to be pasted.
func (v *caseView) citation(read map[string]*isnad.Analysis) string {
	var b strings.Builder
	line := func(indent, format string, args ...any) {
		b.WriteString(indent + v.lineMark() + fmt.Sprintf(format, args...) + "\n")
	}
	b.WriteString(clean(v.Case.Proposition) + "\n")
	line("", "%s. %s", v.T("grade."+string(v.Case.Grade)), v.sentence())
	line("", "%s", joined(v.Reason))
	for _, m := range v.Members {
		b.WriteString("\n")
		line("", "• %s%s %s", v.day(m.telling.Article.Published), v.T("comma"), isolated(clean(m.telling.Article.Outlet)))
		b.WriteString("   «" + plain(m.Words) + "»\n")
		if len(m.Chain) > 0 {
			names := make([]string, len(m.Chain))
			for i, l := range m.Chain {
				names[i] = isolated(clean(l.Name))
			}
			line("   ", "%s %s", v.T("through"), strings.Join(names, v.T("arrow")))
		}
		if address := outside(read[m.Member.Article].Article.URL); address != "" {
			b.WriteString("   " + string(address) + "\n")
		}
	}
	return b.String()
}

func plain(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}
