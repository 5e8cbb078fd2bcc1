package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"isnad"
)

// Held are traces in memory: for an archive that is small, or that has none.
type Held struct {
	stories   []*isnad.Trace // the newest first
	byDay     []*isnad.Trace
	traces    map[string]*isnad.Trace
	ofArticle map[string]*isnad.Trace
	cases     int
}

// Hold holds traces.
func Hold(traces []*isnad.Trace) *Held {
	h := &Held{stories: slices.Clone(traces), traces: make(map[string]*isnad.Trace), ofArticle: make(map[string]*isnad.Trace)}
	slices.SortStableFunc(h.stories, func(a, b *isnad.Trace) int {
		return cmp.Compare(when(b.Story.Last).Unix(), when(a.Story.Last).Unix())
	})
	h.byDay = slices.Clone(h.stories)
	slices.SortStableFunc(h.byDay, func(a, b *isnad.Trace) int {
		return cmp.Or(cmp.Compare(utcDay(b.Story.Last), utcDay(a.Story.Last)), cmp.Compare(b.Fresh(), a.Fresh()))
	})
	for _, t := range traces {
		h.traces[t.Story.ID] = t
		h.cases += len(t.Cases)
		for _, a := range t.Articles {
			h.ofArticle[a.ID] = t
		}
	}
	return h
}

// Stories are the newest stories.
func (h *Held) Stories(_ context.Context, skip, limit int) ([]*isnad.Trace, error) {
	skip = min(skip, len(h.stories))
	return h.stories[skip:min(skip+limit, len(h.stories))], nil
}

// StoriesByDay are the stories of the last day first, and of a day those with most new texts.
func (h *Held) StoriesByDay(_ context.Context, skip, limit int) ([]*isnad.Trace, error) {
	skip = min(skip, len(h.byDay))
	return h.byDay[skip:min(skip+limit, len(h.byDay))], nil
}

// Trace is what is traced over a story.
func (h *Held) Trace(_ context.Context, story string) (*isnad.Trace, error) {
	return of(h.traces, story)
}

// TraceOfArticle is what is traced over the story of an article.
func (h *Held) TraceOfArticle(_ context.Context, id string) (*isnad.Trace, error) {
	return of(h.ofArticle, id)
}

// Sizes are the numbers of stories and of cases.
func (h *Held) Sizes(context.Context) (stories, cases int, err error) {
	return len(h.traces), h.cases, nil
}

func of[T any](m map[string]T, id string) (T, error) {
	v, ok := m[id]
	if !ok {
		return v, fmt.Errorf("%q: %w", id, ErrNotFound)
	}
	return v, nil
}
