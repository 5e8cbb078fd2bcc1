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
	"isnad/arabic"
	"isnad/internal/query"
	"isnad/internal/store"
)

// figuresView lists the figures of the newest stories.
type figuresView struct {
	*page
	Words   string
	Figures []storyFigure
	Next    int // stories to skip for the next page
	Skip    int
}

// storyFigure is a figure with its story.
type storyFigure struct {
	Story isnad.Story
	Chart *figureChart
}

// figureStories is how many stories are looked through for one page of figures.
const figureStories = 60

// figuresShown bounds the figures of one page.
const figuresShown = 12

func (s *Server) figures(p *page, r *http.Request) (templ.Component, error) {
	v := &figuresView{page: p, Words: strings.TrimSpace(r.URL.Query().Get("q"))}
	var err error
	if v.Skip, err = count(r.URL.Query().Get("skip")); err != nil {
		return nil, err
	}
	words := strings.Fields(arabic.Fold(shortened(v.Words, longestQuery)))
	if len(words) > 0 {
		err = s.lookForFigures(r.Context(), v, words)
	} else {
		err = s.newestFigures(r.Context(), v)
	}
	if err != nil {
		return nil, err
	}
	p.title = p.T("nav.figures")
	return v.body(), nil
}

// newestFigures are the weightiest figures of the newest stories.
func (s *Server) newestFigures(ctx context.Context, v *figuresView) error {
	traces, err := s.archive.StoriesByDay(ctx, v.Skip, figureStories+1)
	if err != nil {
		return fmt.Errorf("newest stories: %w", err)
	}
	for i, t := range traces {
		if i == figureStories || len(v.Figures) >= figuresShown {
			v.Next = v.Skip + i
			break
		}
		v.Figures = append(v.Figures, v.page.figuresOf(t, nil)...)
	}
	return nil
}

// figureArticles is how many articles that have the words are looked through for one page.
const figureArticles = 200

// lookForFigures are the figures that have the words, of the stories of the newest articles
// that have them too.
func (s *Server) lookForFigures(ctx context.Context, v *figuresView, words []string) error {
	asked, err := query.Parse(`"` + strings.Join(strings.FieldsFunc(v.Words, func(r rune) bool { return r == ' ' || r == '"' }), `" "`) + `"`)
	if err != nil {
		return &problem{status: http.StatusBadRequest, key: "error.query-long", cause: err}
	}
	hits, err := s.Archive.Search(ctx, store.Searching{Query: asked, Skip: v.Skip, Limit: figureArticles})
	if err != nil {
		return fmt.Errorf("articles with figures of %q: %w", v.Words, err)
	}
	seen := make(map[string]bool)
	for i, h := range hits.Hits {
		if len(v.Figures) >= figuresShown {
			v.Next = v.Skip + i
			return nil
		}
		t, err := s.archive.TraceOfArticle(ctx, h.Article.ID)
		if isNone(err) {
			continue
		}
		if err != nil {
			return fmt.Errorf("story of article %q: %w", h.Article.ID, err)
		}
		if !seen[t.Story.ID] {
			seen[t.Story.ID] = true
			v.Figures = append(v.Figures, v.page.figuresOf(t, words)...)
		}
	}
	if v.Skip+len(hits.Hits) < hits.Total {
		v.Next = v.Skip + len(hits.Hits)
	}
	return nil
}

// figuresOfStory is how many figures of one story a list shows where nothing is looked
// for: the weightiest.
const figuresOfStory = 3

// figuresOf are the figures of a story that have these words, several values, and something
// that is counted.
func (p *page) figuresOf(t *isnad.Trace, words []string) (figures []storyFigure) {
	pen := p.figurePen(t)
	for _, f := range t.Figures {
		if len(f.Values) > 1 && f.What != "" && holdsAll(f.What+" "+f.Unit+" "+t.Story.Title, words) {
			figures = append(figures, storyFigure{t.Story, pen.figure(f)})
		}
	}
	slices.SortStableFunc(figures, func(a, b storyFigure) int { return cmp.Compare(weight(b.Chart), weight(a.Chart)) })
	if len(words) == 0 {
		figures = figures[:min(len(figures), figuresOfStory)]
	}
	for _, f := range figures {
		pen.place(f.Chart)
	}
	return figures
}

func holdsAll(text string, words []string) bool {
	text = arabic.Fold(text)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
