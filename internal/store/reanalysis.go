package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Reanalysis is what making all analyses anew has changed so far.
type Reanalysis struct {
	ID                                   int64
	Extractor                            string
	Articles                             int64 // that were analysed anew
	Changed                              int64 // of these whose analysis is another now
	ClaimsNew, ClaimsGone, ClaimsChanged int64
}

// Outdated lists the numbers of the articles whose latest version has no analysis by
// that extractor, ascending.
func (tx *Tx) Outdated(ctx context.Context, extractor string) ([]int64, error) {
	rows, err := tx.QueryContext(ctx, `SELECT a.number FROM articles a WHERE NOT EXISTS
		(SELECT 1 FROM analyses n WHERE n.article = a.number AND n.version = a.version AND n.extractor = $1)
		ORDER BY a.number`, extractor)
	if err != nil {
		return nil, fmt.Errorf("look for older analyses: %w", err)
	}
	return scanAll(rows, func(rows *sql.Rows) (n int64, err error) { return n, rows.Scan(&n) })
}

// Reanalysis gives the account of the reanalysis by that extractor, which it begins
// where there is none.
func (tx *Tx) Reanalysis(ctx context.Context, extractor string) (int64, error) {
	var id, last int64
	err := tx.QueryRowContext(ctx, "SELECT coalesce(max(CASE WHEN extractor = $1 THEN id END), 0), coalesce(max(id), 0) FROM reanalyses", extractor).Scan(&id, &last)
	if err != nil {
		return 0, fmt.Errorf("look for earlier reanalyses: %w", err)
	}
	if id > 0 {
		return id, nil
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO reanalyses (id, extractor, started_at) VALUES ($1, $2, $3)", last+1, extractor, tx.archive.clock().Unix())
	if err != nil {
		return 0, fmt.Errorf("begin a reanalysis: %w", err)
	}
	return last + 1, nil
}

// AddToReanalysis adds what some articles changed to the account of r.ID.
func (tx *Tx) AddToReanalysis(ctx context.Context, r Reanalysis) error {
	_, err := tx.ExecContext(ctx, `UPDATE reanalyses SET articles = articles + $2, changed = changed + $3,
		claims_new = claims_new + $4, claims_gone = claims_gone + $5, claims_changed = claims_changed + $6 WHERE id = $1`,
		r.ID, r.Articles, r.Changed, r.ClaimsNew, r.ClaimsGone, r.ClaimsChanged)
	if err != nil {
		return fmt.Errorf("note what the reanalysis changed: %w", err)
	}
	return nil
}

// ReanalysisOf reads an account.
func (a *Archive) ReanalysisOf(ctx context.Context, id int64) (Reanalysis, error) {
	return one(a, ctx, "the reanalysis", "SELECT id, extractor, articles, changed, claims_new, claims_gone, claims_changed FROM reanalyses WHERE id = $1",
		func(rows *sql.Rows) (r Reanalysis, err error) {
			return r, rows.Scan(&r.ID, &r.Extractor, &r.Articles, &r.Changed, &r.ClaimsNew, &r.ClaimsGone, &r.ClaimsChanged)
		}, id)
}
