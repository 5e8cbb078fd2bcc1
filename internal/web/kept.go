package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// Kept are the pages' questions to an archive in a database.
type Kept struct{ archive *store.Archive }

// Keep asks the archive.
func Keep(a *store.Archive) *Kept { return &Kept{a} }

// Article is the reading of an article.
func (k *Kept) Article(ctx context.Context, id string) (*isnad.Analysis, error) {
	r, err := k.archive.Reading(ctx, id)
	if err != nil {
		return nil, err
	}
	return r.Analysis, nil
}

// Stories are the newest stories: none, as long as the archive keeps no traces.
func (k *Kept) Stories(context.Context, int, int) ([]*isnad.Trace, error) { return nil, nil }

// Trace is what is traced over a story.
func (k *Kept) Trace(_ context.Context, story string) (*isnad.Trace, error) {
	return nil, fmt.Errorf("story %q: %w", story, ErrNotFound)
}

// StoryOfCase is the story that a case belongs to.
func (k *Kept) StoryOfCase(_ context.Context, id string) (string, error) {
	return "", fmt.Errorf("case %q: %w", id, ErrNotFound)
}

// StoryOfArticle is the story that an article belongs to.
func (k *Kept) StoryOfArticle(_ context.Context, id string) (string, error) {
	return "", fmt.Errorf("story of article %q: %w", id, ErrNotFound)
}

// errNoIndex says that words, sources and actors cannot be looked for.
var errNoIndex = &problem{status: http.StatusNotImplemented, key: "error.no-index"}

// Find lists articles: the newest, or those of an outlet.
func (k *Kept) Find(ctx context.Context, q Query) (*Found, error) {
	if q.Words != "" || q.Source != "" || q.Actor != "" {
		return nil, errNoIndex
	}
	found := &Found{}
	outlets, err := k.archive.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range outlets {
		if q.Outlet == "" || o.Name == q.Outlet {
			found.Total += int(o.Articles)
		}
	}
	skip := q.Skip
	for r, err := range k.archive.Analyses(ctx, store.Range{Outlet: q.Outlet, ByTime: true, Newest: true, Limit: q.Skip + q.Limit}) {
		if err != nil {
			return nil, err
		}
		if skip > 0 {
			skip--
			continue
		}
		found.Articles = append(found.Articles, r.Analysis)
	}
	return found, nil
}

// Outlets are the outlets, those with most articles first.
func (k *Kept) Outlets(ctx context.Context) ([]OutletCount, error) {
	all, err := k.archive.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]OutletCount, len(all))
	for i, o := range all {
		out[i] = OutletCount{o.Name, int(o.Articles)}
	}
	slices.SortStableFunc(out, func(a, b OutletCount) int { return cmp.Compare(b.Articles, a.Articles) })
	return out, nil
}

// Counts are the sizes of the archive.
func (k *Kept) Counts(ctx context.Context) (c Counts, err error) {
	row := k.archive.View().QueryRowContext(ctx, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM outlets), (SELECT coalesce(sum(claims), 0) FROM analyses)")
	if err := row.Scan(&c.Articles, &c.Outlets, &c.Claims); err != nil {
		return c, fmt.Errorf("count what the archive holds: %w", err)
	}
	for newest, where := range map[bool]*string{false: &c.First, true: &c.Last} {
		for a, err := range k.archive.Heads(ctx, store.Range{ByTime: true, Newest: newest, Limit: 1}) {
			if err != nil {
				return c, err
			}
			*where = a.Published
		}
	}
	return c, nil
}
