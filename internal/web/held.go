package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"isnad"
)

// Held is an archive in memory: for what is small and need not be kept.
type Held struct {
	stories  []*isnad.Trace // the newest first
	traces   map[string]*isnad.Trace
	ofCase   map[string]string
	ofWhat   map[string]string // story of an article
	articles map[string]*isnad.Analysis
	newest   []*isnad.Analysis
	counts   Counts
}

// Hold makes an archive of readings and of what was traced over them.
func Hold(read []*isnad.Analysis, traces []*isnad.Trace) *Held {
	h := &Held{
		stories: slices.Clone(traces), traces: make(map[string]*isnad.Trace),
		ofCase: make(map[string]string), ofWhat: make(map[string]string),
		articles: make(map[string]*isnad.Analysis, len(read)),
	}
	slices.SortStableFunc(h.stories, func(a, b *isnad.Trace) int {
		return cmp.Compare(when(b.Story.Last).Unix(), when(a.Story.Last).Unix())
	})
	outlets := make(map[string]bool)
	for _, a := range read {
		h.articles[a.Article.ID] = a
		outlets[a.Article.Outlet] = true
		h.counts.Claims += len(a.Claims)
		if told := a.Article.Published; told != "" {
			if h.counts.First == "" || told < h.counts.First {
				h.counts.First = told
			}
			h.counts.Last = max(h.counts.Last, told)
		}
	}
	for _, t := range traces {
		h.traces[t.Story.ID] = t
		h.counts.Cases += len(t.Cases)
		for _, c := range t.Cases {
			h.ofCase[c.ID] = t.Story.ID
		}
		for _, a := range t.Articles {
			h.ofWhat[a.ID] = t.Story.ID
		}
	}
	h.newest = slices.Clone(read)
	slices.SortStableFunc(h.newest, func(a, b *isnad.Analysis) int {
		return cmp.Compare(when(b.Article.Published).Unix(), when(a.Article.Published).Unix())
	})
	h.counts.Articles, h.counts.Outlets, h.counts.Stories = len(read), len(outlets), len(traces)
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
	return held(h.ofWhat, id)
}

// Article is the reading of an article.
func (h *Held) Article(_ context.Context, id string) (*isnad.Analysis, error) {
	return held(h.articles, id)
}

// Counts are the sizes of the archive.
func (h *Held) Counts(context.Context) (Counts, error) { return h.counts, nil }

func held[T any](m map[string]T, id string) (T, error) {
	v, ok := m[id]
	if !ok {
		return v, fmt.Errorf("%q: %w", id, ErrNotFound)
	}
	return v, nil
}
