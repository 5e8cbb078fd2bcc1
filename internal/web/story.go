package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"isnad"
)

// storyView is the page of a story.
type storyView struct {
	*page
	Trace    *isnad.Trace
	All      string // the band that is shown whole, alone; empty where all are shown in short
	Main     *happening
	Outlets  int
	Copies   int
	Rivals   []rivalsView
	Figures  []*figureChart
	Timeline []dayView
	Between  int       // articles between the two
	Late     []dayView // the last articles, where the middle is left out
	Actors   []storyActor
	Cases    []caseLine
	Map      *worldMap
}

// shownFirst is how many of a kind a story shows before the rest is asked for.
const shownFirst = 3

// caseLine is a case as one line of a list.
type caseLine struct {
	*isnad.Case
	Story  string // its identifier
	Told   string // day of its first telling
	Copies int    // of its tellings, that stand in copies of another's text
}

// rivalsView are the explanations of one event.
type rivalsView struct {
	Of     string
	Groups []explanationView // the weightiest first
	Rest   int               // that are not among them
}

// explanationView is one explanation with everybody who gives it.
type explanationView struct {
	Saying  string
	Since   string
	By      []isnad.Link // origins, each once
	Own     bool         // the narrator himself says it somewhere
	Texts   int          // that give it, copies once
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
	ID                string // empty where joining has not come to it
	Name, Latin, Role string
	Type              isnad.EntityType
	Articles          int
	Known             bool // by a knowledge base
	number            int64
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
	v := &storyView{page: p, Trace: t, Outlets: len(outletsIn(t)), Copies: copiesIn(t), Main: foremostEvent(t, read)}
	if all := r.URL.Query().Get("all"); slices.Contains(bands, all) {
		v.All = all
	}
	v.explanations(read)
	v.figuresOf(t)
	v.timeline()
	if v.Actors, err = s.actorsIn(r.Context(), t, read); err != nil {
		return nil, err
	}
	v.Map = s.atlas.draw(s.atlas.places(t, read, p.lang))
	v.Cases = caseLines(t)
	p.title = shortened(clean(t.Story.Title), 90)
	p.feed = p.url("story", id, "atom")
	return v.body(), nil
}

// bands are the parts of a story that can be shown whole.
var bands = []string{"explanations", "cases", "figures", "timeline"}

// whole is the address of a band with everything in it.
func (v *storyView) whole(band string) templ.SafeURL {
	return v.url("story", v.Trace.Story.ID) + templ.SafeURL("?"+queryOf("all", band))
}

// shows reports whether a band is shown.
func (v *storyView) shows(band string) bool { return v.All == "" || v.All == band }

// first bounds how much of a band is shown.
func (v *storyView) first(band string, n int) int {
	if v.All == band {
		return n
	}
	return min(n, shownFirst)
}

// figuresOf are the figures of the story, the weightiest first. Those that are shown are drawn.
func (v *storyView) figuresOf(t *isnad.Trace) {
	pen := v.figurePen(t)
	for _, f := range t.Figures {
		v.Figures = append(v.Figures, pen.figure(f))
	}
	slices.SortStableFunc(v.Figures, func(a, b *figureChart) int { return cmp.Compare(weight(b), weight(a)) })
	for _, f := range v.Figures[:v.first("figures", len(v.Figures))] {
		pen.place(f)
	}
}

// weight puts figures that are disputed and told by many first, those of which nobody
// read what was counted last.
func weight(c *figureChart) int {
	n := len(c.Marks) + 10*len(c.Claimers)
	if c.Disputed {
		n += 1000
	}
	if c.Figure.What == "" {
		n -= 10_000
	}
	return n
}

// caseLines are the cases of a story as lines, in its order.
func caseLines(t *isnad.Trace) (lines []caseLine) {
	articles, group := articlesOf(t), copyOf(t)
	for i := range t.Cases {
		lines = append(lines, lineOf(t.Story.ID, &t.Cases[i], articles, group))
	}
	return lines
}

func lineOf(story string, c *isnad.Case, articles map[string]isnad.StoryArticle, group map[string]int) caseLine {
	line := caseLine{Case: c, Story: story, Copies: copiesOf(c, group)}
	for _, m := range c.Members {
		if told := articles[m.Article].Published; line.Told == "" || told < line.Told {
			line.Told = told
		}
	}
	return line
}

// analyses are the readings of a story's articles.
func (s *Server) analyses(ctx context.Context, t *isnad.Trace) (map[string]*isnad.Analysis, error) {
	ids := make([]string, len(t.Articles))
	for i, a := range t.Articles {
		ids[i] = a.ID
	}
	return s.readings(ctx, ids)
}

// readings are the readings of the articles of those identifiers. All must be there.
func (s *Server) readings(ctx context.Context, ids []string) (map[string]*isnad.Analysis, error) {
	all, err := s.Archive.ReadingsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	read := make(map[string]*isnad.Analysis, len(all))
	for _, r := range all {
		read[r.Article.ID] = r.Analysis
	}
	for _, id := range ids {
		if read[id] == nil {
			return nil, fmt.Errorf("article %q: %w", id, ErrNotFound)
		}
	}
	return read, nil
}
