package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Holdings tell of what kind the things are that an archive holds.
type Holdings struct {
	Versions   int     // of texts
	Actors     int     // those that are the same once
	Judgements int     // that stand
	Readings   []Facet // by what made them, the most first
}

// Holdings counts what the archive holds. It goes over all of it.
func (a *Archive) Holdings(ctx context.Context) (h Holdings, err error) {
	row := a.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM versions), (SELECT count(*) FROM actors WHERE same_as = 0), (SELECT count(*) FROM judgements WHERE undone_at = 0)")
	if err := row.Scan(&h.Versions, &h.Actors, &h.Judgements); err != nil {
		return h, fmt.Errorf("count what the archive holds: %w", a.explain(err))
	}
	rows, err := a.read.QueryContext(ctx, "SELECT extractor, count(*) FROM analyses GROUP BY extractor ORDER BY 2 DESC, 1")
	if err == nil {
		h.Readings, err = scanAll(rows, func(rows *sql.Rows) (f Facet, err error) { return f, rows.Scan(&f.Value, &f.Hits) })
	}
	if err != nil {
		return h, fmt.Errorf("count the readings: %w", a.explain(err))
	}
	return h, nil
}
