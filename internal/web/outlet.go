package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"isnad"
	"isnad/internal/store"
)

// outletView is the page of an outlet.
type outletView struct {
	*page
	*outletFacts
}

// outletFacts are how an outlet knows what it says.
type outletFacts struct {
	Name        string
	Articles    int // of which the newest were counted
	Counted     int
	First, Last string
	Claims      int
	Shares      []share
	Repeats     []named // media that it cites
	Repeated    []named // outlets that cite it
	Cites       []named // other sources that it names most
	FirstTold   []caseLine
}

// share is a part of an outlet's claims.
type share struct {
	Key     string
	Count   int
	X, Part float64 // where it begins and how long it is, of 1000
}

// named is somebody with a count.
type named struct {
	Name  string
	Kind  isnad.Kind
	Count int
}

// counted bounds how many articles a page about an outlet or an actor is made of: the
// newest.
const counted = 200

// mostNamed is how long the lists of an outlet are.
const mostNamed = 10

func (s *Server) outlet(p *page, r *http.Request) (templ.Component, error) {
	facts, err := s.outletFacts(r.Context(), r.PathValue("name"))
	if err != nil {
		return nil, err
	}
	p.title = clean(facts.Name)
	return (&outletView{p, facts}).body(), nil
}

func (s *Server) outletFacts(ctx context.Context, name string) (*outletFacts, error) {
	own, err := s.archive.Find(ctx, asking{Outlet: name, Limit: counted})
	if err != nil {
		return nil, fmt.Errorf("articles of %q: %w", name, err)
	}
	if own.Total == 0 {
		return nil, fmt.Errorf("outlet %q: %w", name, ErrNotFound)
	}
	f := &outletFacts{Name: name, Articles: own.Total, Counted: len(own.Hits)}
	f.count(own.Hits)
	citing, err := s.archive.Find(ctx, asking{Source: name, Limit: counted})
	if err != nil {
		return nil, fmt.Errorf("articles that cite %q: %w", name, err)
	}
	for _, a := range citing.Hits {
		if a.Article.Outlet != name {
			f.Repeated = add(f.Repeated, a.Article.Outlet, isnad.Media)
		}
	}
	f.Repeated = foremost(f.Repeated)
	f.FirstTold, err = s.firstTold(ctx, name, own.Hits)
	return f, err
}

// count sums up the claims of an outlet's articles.
func (v *outletFacts) count(articles []finding) {
	counts := make(map[string]int)
	for _, a := range articles {
		if told := a.Article.Published; told != "" {
			if v.First == "" || told < v.First {
				v.First = told
			}
			v.Last = max(v.Last, told)
		}
		for i := range a.Claims {
			c := &a.Claims[i]
			v.Claims++
			counts[foundation(c)]++
			for _, l := range c.Sources {
				switch l.Kind {
				case isnad.Media:
					v.Repeats = add(v.Repeats, l.Name, l.Kind)
				case isnad.Unnamed:
				default:
					v.Cites = add(v.Cites, l.Name, l.Kind)
				}
			}
		}
	}
	v.Repeats, v.Cites = foremost(v.Repeats), foremost(v.Cites)
	x := 0.0
	for _, key := range []string{"named", "media", "unnamed", "none"} {
		s := share{Key: key, Count: counts[key], X: x}
		if v.Claims > 0 {
			s.Part = 1000 * float64(s.Count) / float64(v.Claims)
		}
		x += s.Part
		v.Shares = append(v.Shares, s)
	}
}

// foundation is what a claim rests on: other media, somebody unnamed, nobody, or
// sources that are named.
func foundation(c *isnad.Claim) string {
	if len(c.Sources) == 0 {
		return "none"
	}
	if slices.ContainsFunc(c.Sources, func(l isnad.Link) bool { return l.Kind == isnad.Media }) {
		return "media"
	}
	return classOf(c.Sources[len(c.Sources)-1].Kind)
}

func add(list []named, name string, kind isnad.Kind) []named {
	at := slices.IndexFunc(list, func(n named) bool { return n.Name == name })
	if at < 0 {
		at = len(list)
		list = append(list, named{Name: name, Kind: kind})
	}
	list[at].Count++
	return list
}

// foremost are those that are counted most.
func foremost(list []named) []named {
	slices.SortStableFunc(list, func(a, b named) int { return cmp.Compare(b.Count, a.Count) })
	return list[:min(len(list), mostNamed)]
}

// storiesLooked bounds how many stories are looked through for what an outlet told first.
const storiesLooked = 40

// firstOfStory bounds how many cases of one story are listed among those: one long story
// would else fill the list.
const firstOfStory = 2

// firstTold are the weightiest cases of the newest stories that the outlet told before
// others. What nobody is named for is no news that was told first.
func (s *Server) firstTold(ctx context.Context, outlet string, own []finding) (lines []caseLine, err error) {
	seen := make(map[string]bool)
	for _, a := range own[:min(len(own), 3*storiesLooked)] {
		if len(seen) == storiesLooked || len(lines) >= mostNamed {
			break
		}
		t, err := s.archive.TraceOfArticle(ctx, a.Article.ID)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("story of article %q: %w", a.Article.ID, err)
		}
		if seen[t.Story.ID] {
			continue
		}
		seen[t.Story.ID] = true
		articles, group, told := articlesOf(t), copyOf(t), 0
		for i := range t.Cases {
			if c := &t.Cases[i]; len(c.Origins) > 0 && toldFirstBy(c, articles) == outlet && outletsOf(c, articles) > 1 {
				lines = append(lines, lineOf(t.Story.ID, c, articles, group))
				if told++; told == firstOfStory || len(lines) == mostNamed {
					break
				}
			}
		}
	}
	return lines, nil
}

// toldFirstBy is the outlet of a case's first telling.
func toldFirstBy(c *isnad.Case, articles map[string]isnad.StoryArticle) string {
	first := slices.MinFunc(c.Members, func(a, b isnad.Member) int {
		return cmp.Compare(when(articles[a.Article].Published).Unix(), when(articles[b.Article].Published).Unix())
	})
	return articles[first.Article].Outlet
}

func outletsOf(c *isnad.Case, articles map[string]isnad.StoryArticle) int {
	seen := make(map[string]bool)
	for _, m := range c.Members {
		seen[articles[m.Article].Outlet] = true
	}
	return len(seen)
}

// outletsView lists all outlets.
type outletsView struct {
	*page
	Outlets []store.Outlet
}

func (s *Server) outlets(p *page, r *http.Request) (templ.Component, error) {
	all, err := s.archive.Outlets(r.Context())
	if err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	p.title = p.T("nav.sources")
	return (&outletsView{page: p, Outlets: all}).body(), nil
}
