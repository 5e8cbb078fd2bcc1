package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// ApartPair is two articles that share text though they stand in different stories.
type ApartPair struct{ Article, Earlier int64 }

// noteApart keeps such pairs; the stories of the earlier ones are to be traced again.
func (tx *Tx) noteApart(ctx context.Context, all []ApartPair) error {
	rows := make([][]any, len(all))
	earlier := make([]int64, len(all))
	for i, p := range all {
		rows[i], earlier[i] = []any{p.Article, p.Earlier}, p.Earlier
	}
	if err := tx.Insert(ctx, "INSERT INTO story_apart (article, earlier)", rows, "ON CONFLICT (article, earlier) DO NOTHING"); err != nil {
		return err
	}
	slices.Sort(earlier)
	return tx.staleStoriesOf(ctx, slices.Compact(earlier))
}

// Elsewhere gives for each of these stories, named by their first articles, the articles of other
// stories that share text with theirs, ascending.
func (a *Archive) Elsewhere(ctx context.Context, firsts []int64) (map[int64][]int64, error) {
	out := make(map[int64][]int64)
	for _, q := range [...]string{
		"SELECT s.story, o.article FROM story_articles s JOIN story_apart p ON p.article = s.article JOIN story_articles o ON o.article = p.earlier",
		"SELECT s.story, o.article FROM story_articles s JOIN story_apart p ON p.earlier = s.article JOIN story_articles o ON o.article = p.article",
	} {
		_, err := queryIn(ctx, a.reading(), q+" WHERE o.story <> s.story AND s.story IN %s", firsts, func(rows *sql.Rows) (none struct{}, err error) {
			var story, other int64
			err = rows.Scan(&story, &other)
			out[story] = append(out[story], other)
			return none, err
		})
		if err != nil {
			return nil, fmt.Errorf("look for copies in other stories: %w", a.explain(err))
		}
	}
	for story, others := range out {
		slices.Sort(others)
		out[story] = slices.Compact(others)
	}
	return out, nil
}
