package web

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"isnad"
)

// todayView is the first page: the newest stories.
type todayView struct {
	*page
	Counts counts
	Days   []newsDay
	Newest []hit // the newest articles, where there are no stories
	Next   int   // how many stories to skip for the next page; zero at the end
	Skip   int
	ByHand bool // the stories were put together by hand
}

// newsDay are the stories whose last article is of a day.
type newsDay struct {
	Day     string
	Stories []storyCard
}

// storyCard is a story as it stands in lists.
type storyCard struct {
	isnad.Story
	Articles, Outlets, Copies int
	Fresh                     int // texts of the last day
	Disputed, Unnamed         int
	Cases                     []isnad.Case // the weightiest
	Rivals                    int
}

// storiesShown is how many stories stand on one page.
const storiesShown = 20

func (s *Server) today(p *page, r *http.Request) (templ.Component, error) {
	skip, err := count(r.URL.Query().Get("skip"))
	if err != nil {
		return nil, err
	}
	traces, err := s.archive.StoriesByDay(r.Context(), skip, storiesShown+1)
	if err != nil {
		return nil, fmt.Errorf("newest stories: %w", err)
	}
	counts, err := s.archive.Counts(r.Context())
	if err != nil {
		return nil, fmt.Errorf("counts: %w", err)
	}
	v := &todayView{page: p, Counts: counts, Skip: skip, ByHand: s.Example}
	if len(traces) > storiesShown {
		traces, v.Next = traces[:storiesShown], skip+storiesShown
	}
	for _, t := range traces {
		day := p.utcDay(t.Story.Last)
		if n := len(v.Days); n == 0 || v.Days[n-1].Day != day {
			v.Days = append(v.Days, newsDay{Day: day})
		}
		last := &v.Days[len(v.Days)-1]
		last.Stories = append(last.Stories, cardOf(t))
	}
	if len(traces) == 0 && skip == 0 && counts.Articles > 0 {
		found, err := s.archive.Find(r.Context(), asking{Limit: hitsShown})
		if err != nil {
			return nil, fmt.Errorf("newest articles: %w", err)
		}
		for _, f := range found.Hits {
			v.Newest = append(v.Newest, hitOf(f))
		}
	}
	p.title = p.T("today")
	return v.body(), nil
}

func cardOf(t *isnad.Trace) storyCard {
	card := storyCard{
		Story: t.Story, Articles: len(t.Articles), Outlets: len(outletsIn(t)), Copies: copiesIn(t), Fresh: t.Fresh(),
		Disputed: disputedIn(t), Unnamed: unnamedIn(t), Cases: t.Cases[:min(2, len(t.Cases))],
	}
	for _, r := range t.Explanations {
		card.Rivals = max(card.Rivals, len(r.Groups))
	}
	return card
}

// most is how far a list can be paged by number.
const most = 1_000_000

// count reads a number of an address, zero where there is none.
func count(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > most {
		return 0, &problem{status: http.StatusBadRequest, key: "error.number"}
	}
	return n, nil
}
