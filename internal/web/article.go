package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"isnad"
	"isnad/internal/store"
)

// articleView is the page of an article.
type articleView struct {
	*page
	*isnad.Analysis
	Paragraphs []paragraph
	CutOff     bool // the text is longer than what is shown
	Layers     []layer
	Story      *isnad.Story
	Copies     []isnad.StoryArticle // other articles with the same text
	FirstCopy  bool                 // this one is the likely first
	Versions   int
	CanJudge   bool
	names      map[string]string // of entities
	lost       []lostReading
	who        map[string]string // identifiers of the actors that entities are
}

// layer is one kind of mark, which can be switched off.
type layer struct {
	Name  string
	On    bool
	Count int
}

// layerNames are the layers in the order of their switches; those that are on where
// nothing else is asked for.
var (
	layerNames = []string{"claims", "quantities", "actors", "times", "events"}
	layersOn   = []string{"claims", "quantities"}
)

// note stands in the margin beside the sentence of a claim.
type note struct {
	*isnad.Claim
	Number  int
	Cue     string
	Content string
	Class   string // named, unnamed or none, by the claim's origin
	Case    *isnad.Case
	Judged  *store.Judgement
}

func (s *Server) article(p *page, r *http.Request) (templ.Component, error) {
	id := r.PathValue("id")
	a, err := s.archive.Article(r.Context(), id)
	if err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	v := &articleView{page: p, Analysis: a, names: make(map[string]string)}
	for _, e := range a.Entities {
		v.names[e.ID] = e.Name
	}
	v.layers(r.URL.Query()["show"])
	v.mark()
	switch t, err := s.archive.TraceOfArticle(r.Context(), id); {
	case err == nil:
		v.trace(t)
	case !errors.Is(err, ErrNotFound):
		return nil, fmt.Errorf("story of article %q: %w", id, err)
	}
	if err := s.judged(r.Context(), v); err != nil {
		return nil, err
	}
	if v.who, err = s.archive.actorsNamedIn(r.Context(), id); err != nil {
		return nil, err
	}
	v.lost = s.lost(a)
	versions, err := s.Archive.Versions(r.Context(), id)
	if err != nil {
		return nil, fmt.Errorf("versions of article %q: %w", id, err)
	}
	v.Versions = len(versions)
	p.title = shortened(clean(a.Article.Title), 90)
	return v.body(), nil
}

// layers reads which marks are asked for.
func (v *articleView) layers(asked []string) {
	if len(asked) == 0 {
		asked = layersOn
	}
	counts := map[string]int{
		"claims": len(v.Claims), "quantities": len(v.Quantities), "actors": len(v.Entities),
		"times": len(v.Times), "events": len(v.Events),
	}
	for _, name := range layerNames {
		v.Layers = append(v.Layers, layer{Name: name, On: slices.Contains(asked, name), Count: counts[name]})
	}
}

// sentence says how much of the text is attributed, and to how many who are not named.
func (v *articleView) sentence() string {
	unnamed, none := 0, 0
	for i := range v.Claims {
		switch originClass(&v.Claims[i]) {
		case "unnamed":
			unnamed++
		case "none":
			none++
		}
	}
	s := v.N("claims-n", len(v.Claims))
	if unnamed > 0 {
		s += v.F("article.of-them", "claims", v.N("unnamed-claims", unnamed))
	}
	if none > 0 {
		s += v.F("article.of-them", "claims", v.N("sourceless-claims", none))
	}
	return capital(s) + "."
}

// shown are the classes that switch the layers on.
func (v *articleView) shown() string {
	classes := "sheet"
	for _, l := range v.Layers {
		if l.On {
			classes += " show-" + l.Name
		}
	}
	return classes
}

// trace adds what the story tells of the article.
func (v *articleView) trace(t *isnad.Trace) {
	v.Story = &t.Story
	articles := articlesOf(t)
	for _, g := range t.Copies {
		if at := slices.Index(g.Articles, v.Article.ID); at >= 0 {
			for _, a := range g.Elsewhere {
				articles[a.ID] = a
			}
			v.FirstCopy = at == 0
			for i, id := range g.Articles {
				if i != at {
					v.Copies = append(v.Copies, articles[id])
				}
			}
		}
	}
	of := make(map[string]*isnad.Case)
	for i := range t.Cases {
		for _, m := range t.Cases[i].Members {
			if m.Article == v.Article.ID && m.Claim != "" {
				of[m.Claim] = &t.Cases[i]
			}
		}
	}
	for i := range v.Paragraphs {
		for k := range v.Paragraphs[i].Notes {
			n := &v.Paragraphs[i].Notes[k]
			n.Case = of[n.ID]
		}
	}
}

// originClass is how the origin of a claim looks.
func originClass(c *isnad.Claim) string {
	if len(c.Sources) == 0 {
		return "none"
	}
	return classOf(c.Sources[len(c.Sources)-1].Kind)
}

// chain is the article's outlet and the claim's chain.
func (v *articleView) chain(n note) []isnad.Link {
	if v.Article.Outlet == "" {
		return n.Sources
	}
	return append([]isnad.Link{{Name: v.Article.Outlet, Kind: isnad.Media}}, n.Sources...)
}

// namesOf are the names of entities.
func (v *articleView) namesOf(ids []string) string {
	var names []string
	for _, id := range ids {
		if name := v.names[id]; name != "" {
			names = append(names, clean(name))
		}
	}
	return strings.Join(names, "، ")
}
