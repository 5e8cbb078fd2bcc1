package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"isnad"
	"isnad/arabic"
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
	traces, err := s.archive.StoriesByDay(r.Context(), v.Skip, figureStories+1)
	if err != nil {
		return nil, fmt.Errorf("newest stories: %w", err)
	}
	words := strings.Fields(arabic.Fold(shortened(v.Words, longestQuery)))
	for i, t := range traces {
		if i == figureStories || len(v.Figures) >= figuresShown {
			v.Next = v.Skip + i
			break
		}
		v.Figures = append(v.Figures, p.figuresOf(t, words)...)
	}
	p.title = p.T("nav.figures")
	return v.body(), nil
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
