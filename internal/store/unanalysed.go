package store

import (
	"context"
	"fmt"
)

// Unanalysed gives the articles from one number to another, both included, whose
// latest version has no analysis.
func (a *Archive) Unanalysed(ctx context.Context, from, to int64) ([]*Article, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT "+headColumns+", v.body"+fromArticles+withText+`
		WHERE a.number BETWEEN $1 AND $2
		AND NOT EXISTS (SELECT 1 FROM analyses n WHERE n.article = a.number AND n.version = a.version)
		ORDER BY a.number`, from, to)
	if err != nil {
		return nil, fmt.Errorf("read articles %d to %d: %w", from, to, a.explain(err))
	}
	all, err := scanAll(rows, scanArticle)
	if err != nil {
		return nil, fmt.Errorf("read articles %d to %d: %w", from, to, a.explain(err))
	}
	return all, nil
}
