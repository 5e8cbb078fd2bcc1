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
	traces    map[string]*isnad.Trace
	ofCase    map[string]string
	ofArticle map[string]string
}

// Hold holds traces.
func Hold(traces []*isnad.Trace) *Held {
	h := &Held{stories: slices.Clone(traces), traces: make(map[string]*isnad.Trace), ofCase: make(map[string]string), ofArticle: make(map[string]string)}
	slices.SortStableFunc(h.stories, func(a, b *isnad.Trace) int {
		return cmp.Compare(when(b.Story.Last).Unix(), when(a.Story.Last).Unix())
	})
	for _, t := range traces {
		h.traces[t.Story.ID] = t
		for _, c := range t.Cases {
			h.ofCase[c.ID] = t.Story.ID
		}
		for _, a := range t.Articles {
			h.ofArticle[a.ID] = t.Story.ID
		}
	}
	return h
}

// Stories are the newest stories.
func (h *Held) Stories(_ context.Context, skip, limit int) ([]*isnad.Trace, error) {
	skip = min(skip, len(h.stories))
	return h.stories[skip:min(skip+limit, len(h.stories))], nil
}

// Trace is what is traced over a story.
func (h *Held) Trace(_ context.Context, story string) (*isnad.Trace, error) {
	return held(h.traces, story)
}

// StoryOfCase is the story that a case belongs to.
func (h *Held) StoryOfCase(_ context.Context, id string) (string, error) { return held(h.ofCase, id) }

// StoryOfArticle is the story that an article belongs to.
func (h *Held) StoryOfArticle(_ context.Context, id string) (string, error) {
	return held(h.ofArticle, id)
}

// Sizes are the numbers of stories and of cases.
func (h *Held) Sizes(context.Context) (stories, cases int, err error) {
	return len(h.traces), len(h.ofCase), nil
}

func held[T any](m map[string]T, id string) (T, error) {
	v, ok := m[id]
	if !ok {
		return v, fmt.Errorf("%q: %w", id, ErrNotFound)
	}
	return v, nil
}
