package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"isnad"
	"isnad/internal/query"
	"isnad/internal/store"
)

// ErrNotFound is what Traces answer where they hold nothing under a name.
var ErrNotFound = store.ErrNotFound

// Traces are what is traced over the articles of an archive. They may be asked by many
// goroutines at once, and answer an error that wraps ErrNotFound where there is nothing
// of that name. What they give is not to be changed.
type Traces interface {
	// Stories are the newest stories, by their last article, at most limit of them
	// after the first skip.
	Stories(ctx context.Context, skip, limit int) ([]*isnad.Trace, error)
	// StoriesByDay are the stories of the last day first, and of a day those with most new
	// texts, paged like Stories.
	StoriesByDay(ctx context.Context, skip, limit int) ([]*isnad.Trace, error)
	// Trace is what is traced over a story.
	Trace(ctx context.Context, story string) (*isnad.Trace, error)
	// TraceOfArticle is what is traced over the story that an article belongs to.
	TraceOfArticle(ctx context.Context, id string) (*isnad.Trace, error)
	// Sizes are the numbers of stories and of cases.
	Sizes(ctx context.Context) (stories, cases int, err error)
}

// archive is what the pages read: articles from the store, and what was traced.
type archive struct {
	Traces
	store *store.Archive

	counts  held[counts]
	outlets held[[]store.Outlet]
	has     held[store.Holdings]
}

// held is an answer that is taken as it was for a while: finding it goes over the whole archive,
// and many pages ask for it.
type held[T any] struct {
	mutex sync.Mutex
	what  T
	since time.Time // zero at first
}

// holdFor is how long answers are taken as they were.
const holdFor = 5 * time.Second

// get gives the answer, as it is or was a moment ago.
func (h *held[T]) get(find func() (T, error)) (T, error) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if !h.since.IsZero() && time.Since(h.since) < holdFor {
		return h.what, nil
	}
	what, err := find()
	if err == nil {
		h.what, h.since = what, time.Now()
	}
	return what, err
}

// asking is what is looked for. All that is set must hold.
type asking struct {
	Words       string // in the language of the search box
	Outlet      string // who published it
	Source      string // somebody whom a chain names
	Actor       string // somebody who is named
	Relevance   bool   // the best first, and not the newest
	Skip, Limit int
}

// findings are the articles or claims that were asked for.
type findings struct {
	Hits  []finding
	Total int
}

// finding is an article, or a claim of it, with the words that were looked for.
type finding struct {
	*isnad.Analysis
	Claim   *isnad.Claim // nil where articles were looked for
	Marks   []isnad.Span
	Snippet isnad.Span
}

// Article is the reading of an article.
func (a *archive) Article(ctx context.Context, id string) (*isnad.Analysis, error) {
	r, err := a.store.Reading(ctx, id)
	if err != nil {
		return nil, err
	}
	return r.Analysis, nil
}

// parse reads what is asked for as one query. Its errors point into Words.
func (q *asking) parse() (*query.Query, error) {
	if _, err := query.Parse(q.Words); err != nil {
		return nil, err
	}
	text := q.Words
	for _, f := range []struct{ field, value string }{{"outlet", q.Outlet}, {"source", q.Source}, {"actor", q.Actor}} {
		if f.value == "" {
			continue
		}
		if strings.TrimSpace(text) != "" {
			text = "(" + text + ")"
		}
		text += " " + f.field + `:"` + strings.ReplaceAll(f.value, `"`, " ") + `"`
	}
	return query.Parse(text)
}

// Find lists the articles or claims that are asked for.
func (a *archive) Find(ctx context.Context, q asking) (*findings, error) {
	if q.Words == "" && q.Source == "" && q.Actor == "" {
		return a.newest(ctx, q)
	}
	parsed, err := q.parse()
	if err != nil {
		return nil, err
	}
	order := store.Newest
	if q.Relevance {
		order = store.Relevance
	}
	hits, err := a.store.Search(ctx, store.Searching{Query: parsed, Order: order, Skip: q.Skip, Limit: q.Limit})
	if err != nil {
		return nil, err
	}
	found := &findings{Total: hits.Total}
	numbers := make([]int64, len(hits.Hits))
	for i, h := range hits.Hits {
		numbers[i] = h.Article.Number
	}
	readings, err := a.store.ReadingsByNumber(ctx, numbers)
	if err != nil {
		return nil, err
	}
	for _, h := range hits.Hits {
		at := slices.IndexFunc(readings, func(r *store.Reading) bool { return r.Article.Number == h.Article.Number })
		if at >= 0 {
			found.Hits = append(found.Hits, finding{readings[at].Analysis, h.Claim, h.Marks, h.Snippet})
		}
	}
	return found, nil
}

// newest lists the newest articles, of an outlet if one is asked for.
func (a *archive) newest(ctx context.Context, q asking) (*findings, error) {
	found := &findings{}
	outlets, err := a.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range outlets {
		if q.Outlet == "" || o.Name == q.Outlet {
			found.Total += int(o.Articles)
		}
	}
	skip := q.Skip
	for r, err := range a.store.Analyses(ctx, store.Range{Outlet: q.Outlet, ByTime: true, Newest: true, Limit: q.Skip + q.Limit}) {
		if err != nil {
			return nil, err
		}
		if skip > 0 {
			skip--
			continue
		}
		found.Hits = append(found.Hits, finding{Analysis: r.Analysis})
	}
	return found, nil
}

// Facets tell what the hits are made of.
func (a *archive) Facets(ctx context.Context, q asking) (*store.Facets, error) {
	parsed, err := q.parse()
	if err != nil {
		return nil, err
	}
	return a.store.Facets(ctx, parsed)
}

// Outlets are the outlets, those with most articles first.
func (a *archive) Outlets(ctx context.Context) ([]store.Outlet, error) {
	return a.outlets.get(func() ([]store.Outlet, error) {
		all, err := a.store.Outlets(ctx)
		slices.SortStableFunc(all, func(a, b store.Outlet) int { return cmp.Compare(b.Articles, a.Articles) })
		return all, err
	})
}

// counts are the sizes of an archive.
type counts struct {
	Articles, Outlets, Stories, Cases, Claims int
	First, Last                               string // when the first and the last article were published
}

// Counts are the sizes of the archive.
func (a *archive) Counts(ctx context.Context) (counts, error) {
	return a.counts.get(func() (counts, error) { return a.count(ctx) })
}

// Holdings tell of what kind the things are that the archive holds.
func (a *archive) Holdings(ctx context.Context) (store.Holdings, error) {
	return a.has.get(func() (store.Holdings, error) { return a.store.Holdings(ctx) })
}

func (a *archive) count(ctx context.Context) (c counts, err error) {
	row := a.store.View().QueryRowContext(ctx, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM outlets), (SELECT coalesce(sum(claims), 0) FROM analyses)")
	if err := row.Scan(&c.Articles, &c.Outlets, &c.Claims); err != nil {
		return c, fmt.Errorf("count what the archive holds: %w", err)
	}
	if c.Stories, c.Cases, err = a.Sizes(ctx); err != nil {
		return c, fmt.Errorf("count what was traced: %w", err)
	}
	for newest, where := range map[bool]*string{false: &c.First, true: &c.Last} {
		for x, err := range a.store.Heads(ctx, store.Range{ByTime: true, Newest: newest, Limit: 1}) {
			if err != nil {
				return c, err
			}
			*where = x.Published
		}
	}
	return c, nil
}

// wrongQuery gives the error of a query that cannot be read.
func wrongQuery(err error) (*query.Error, bool) { return errors.AsType[*query.Error](err) }
