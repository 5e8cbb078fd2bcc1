package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"isnad"
)

// storyView is the page of a story.
type storyView struct {
	*page
	Trace    *isnad.Trace
	Outlets  int
	Copies   int
	Rivals   []rivalsView
	Figures  []*figureChart
	Timeline []dayView
	Actors   []storyActor
	Cases    []caseLine
	Map      *worldMap
}

// shownFirst is how many of a kind a story shows before the rest is asked for.
const shownFirst = 3

// caseLine is a case as one line of a list.
type caseLine struct {
	*isnad.Case
	Story string // its identifier
	Told  string // day of its first telling
}

// rivalsView are the explanations of one event.
type rivalsView struct {
	Of     string
	Groups []explanationView
}

// explanationView is one explanation with everybody who gives it.
type explanationView struct {
	Saying  string
	Since   string
	By      []isnad.Link // origins, each once
	Own     bool         // the narrator himself says it somewhere
	Tellers []tellerView
}

// tellerView is one telling of an explanation.
type tellerView struct {
	Article isnad.StoryArticle
	Claim   string
	Words   string
	Chain   []isnad.Link
}

// dayView are the articles of a day, copies behind the first of them.
type dayView struct {
	Day      string
	Articles []articleLine
}

type articleLine struct {
	isnad.StoryArticle
	Copies []isnad.StoryArticle
	Agency string
}

// storyActor is an actor with the number of a story's articles that name it.
type storyActor struct {
	Name, Latin, Role string
	Type              isnad.EntityType
	Articles          int
}

func (s *Server) story(p *page, r *http.Request) (templ.Component, error) {
	id := r.PathValue("id")
	t, err := s.archive.Trace(r.Context(), id)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", id, err)
	}
	read, err := s.analyses(r.Context(), t)
	if err != nil {
		return nil, err
	}
	v := &storyView{page: p, Trace: t, Outlets: len(outletsIn(t)), Copies: copiesIn(t)}
	v.explanations(read)
	for _, f := range t.Figures {
		v.Figures = append(v.Figures, p.drawFigure(f, t))
	}
	slices.SortStableFunc(v.Figures, func(a, b *figureChart) int { return cmp.Compare(weight(b), weight(a)) })
	v.timeline()
	v.actors(read)
	v.Map = s.atlas.draw(s.atlas.places(t, read, p.lang))
	articles := articlesOf(t)
	for i := range t.Cases {
		v.Cases = append(v.Cases, lineOf(t.Story.ID, &t.Cases[i], articles))
	}
	p.title = shortened(clean(t.Story.Title), 90)
	p.feed = p.url("story", id, "atom")
	return v.body(), nil
}

// weight puts figures that are disputed and often told first.
func weight(c *figureChart) int {
	n := len(c.Figure.Values)
	if c.Disputed {
		n += 1000
	}
	return n
}

func lineOf(story string, c *isnad.Case, articles map[string]isnad.StoryArticle) caseLine {
	line := caseLine{Case: c, Story: story}
	for _, m := range c.Members {
		if told := articles[m.Article].Published; line.Told == "" || told < line.Told {
			line.Told = told
		}
	}
	return line
}

// analyses are the readings of a story's articles.
func (s *Server) analyses(ctx context.Context, t *isnad.Trace) (map[string]*isnad.Analysis, error) {
	read := make(map[string]*isnad.Analysis, len(t.Articles))
	for _, a := range t.Articles {
		analysis, err := s.archive.Article(ctx, a.ID)
		if err != nil {
			return nil, fmt.Errorf("article %q: %w", a.ID, err)
		}
		read[a.ID] = analysis
	}
	return read, nil
}

func (v *storyView) explanations(read map[string]*isnad.Analysis) {
	articles := articlesOf(v.Trace)
	for _, r := range v.Trace.Explanations {
		view := rivalsView{Of: clean(r.Of)}
		for _, g := range r.Groups {
			e := explanationView{Saying: clean(g.Saying)}
			for _, m := range g.Members {
				e.add(m, articles[m.Article], read[m.Article])
			}
			view.Groups = append(view.Groups, e)
		}
		slices.SortStableFunc(view.Groups, func(a, b explanationView) int { return cmp.Compare(len(b.Tellers), len(a.Tellers)) })
		v.Rivals = append(v.Rivals, view)
	}
}

func (e *explanationView) add(m isnad.Telling, article isnad.StoryArticle, read *isnad.Analysis) {
	if e.Since == "" || article.Published < e.Since {
		e.Since = article.Published
	}
	if len(m.Chain) == 0 {
		e.Own = true
	} else if last := m.Chain[len(m.Chain)-1]; !slices.ContainsFunc(e.By, func(l isnad.Link) bool { return l.Name == last.Name }) {
		e.By = append(e.By, last)
	}
	t := tellerView{Article: article, Claim: m.Claim, Chain: m.Chain}
	if read != nil {
		t.Words = wordsOf(m.Content, read.Text)
	}
	e.Tellers = append(e.Tellers, t)
}

// timeline groups the articles by day, the oldest first.
func (v *storyView) timeline() {
	group, first := copyOf(v.Trace), make(map[int]*articleLine)
	lines := make([]*articleLine, 0, len(v.Trace.Articles))
	for _, a := range v.Trace.Articles {
		g := group[a.ID]
		if line, ok := first[g]; ok && g > 0 && v.Trace.Copies[g-1].Kind == isnad.WholeCopy {
			line.Copies = append(line.Copies, a)
			continue
		}
		line := &articleLine{StoryArticle: a}
		if g > 0 {
			line.Agency = v.Trace.Copies[g-1].Agency
			first[g] = line
		}
		lines = append(lines, line)
	}
	for _, line := range lines {
		day := v.day(line.Published)
		if n := len(v.Timeline); n == 0 || v.Timeline[n-1].Day != day {
			v.Timeline = append(v.Timeline, dayView{Day: day})
		}
		today := &v.Timeline[len(v.Timeline)-1]
		today.Articles = append(today.Articles, *line)
	}
}

// mostActors is how many actors stand beside a story.
const mostActors = 12

// actors counts who is named in how many articles, by the fullest name.
func (v *storyView) actors(read map[string]*isnad.Analysis) {
	at := make(map[string]int)
	for _, a := range v.Trace.Articles {
		for _, e := range read[a.ID].Entities {
			if e.Type != isnad.PER && e.Type != isnad.ORG && e.Type != isnad.GPE {
				continue
			}
			i, ok := at[e.Name]
			if !ok {
				i = len(v.Actors)
				at[e.Name] = i
				v.Actors = append(v.Actors, storyActor{Name: clean(e.Name), Latin: clean(e.NameLatin), Type: e.Type})
			}
			v.Actors[i].Articles++
			if v.Actors[i].Role == "" && len(e.Roles) > 0 {
				v.Actors[i].Role = clean(strings.Join(e.Roles, "، "))
			}
		}
	}
	slices.SortStableFunc(v.Actors, func(a, b storyActor) int { return cmp.Compare(b.Articles, a.Articles) })
	v.Actors = v.Actors[:min(len(v.Actors), mostActors)]
}
