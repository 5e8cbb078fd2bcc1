package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Verdict is what a person says of a reading.
type Verdict string

// The verdicts.
const (
	Right Verdict = "right"
	Wrong Verdict = "wrong"
)

// Judgement is what a person decided about the reading of a claim. It is kept by the
// words of the claim, so that it outlives another reading of the article.
type Judgement struct {
	Number  int64
	Article string
	Title   string // of the article
	Claim   string // identifier at the time
	Cue     string
	Content string
	Chain   string // as it was read
	Verdict Verdict
	By      string
	At      time.Time
	Undone  time.Time // zero while it stands
	About   About     // AReading if empty
}

const judgementColumns = "number, article, title, claim, cue, content, chain, verdict, by_user, at, undone_at, about"

func scanJudgement(rows *sql.Rows) (j Judgement, err error) {
	var at, undone int64
	err = rows.Scan(&j.Number, &j.Article, &j.Title, &j.Claim, &j.Cue, &j.Content, &j.Chain, &j.Verdict, &j.By, &at, &undone, &j.About)
	j.At = time.Unix(at, 0).UTC()
	if undone != 0 {
		j.Undone = time.Unix(undone, 0).UTC()
	}
	return j, err
}

// Judge keeps a judgement under a new number. An earlier one that stands on the same
// words, or the same two, is undone.
func (a *Archive) Judge(ctx context.Context, j Judgement) error {
	if j.About == "" {
		j.About = AReading
	}
	return a.Update(ctx, func(tx *Tx) error {
		if j.About != AReading {
			if err := tx.undoPair(ctx, j); err != nil {
				return err
			}
		} else if _, err := tx.ExecContext(ctx, "UPDATE judgements SET undone_at = $1 WHERE article = $2 AND cue = $3 AND content = $4 AND undone_at = 0",
			j.At.Unix(), j.Article, j.Cue, j.Content); err != nil {
			return fmt.Errorf("undo earlier judgements on article %s: %w", j.Article, err)
		}
		number, err := tx.next(ctx, "judgements")
		if err != nil {
			return err
		}
		if err := tx.Insert(ctx, "INSERT INTO judgements ("+judgementColumns+")", [][]any{{
			number, j.Article, j.Title, j.Claim, j.Cue, j.Content, j.Chain, string(j.Verdict), j.By, j.At.Unix(), int64(0), string(j.About),
		}}, ""); err != nil {
			return err
		}
		return tx.apply(ctx, j)
	})
}

// next is the number behind the last of a table, which no other transaction gets.
func (tx *Tx) next(ctx context.Context, table string) (n int64, err error) {
	if err := tx.archive.lockArticles(ctx, tx.Tx); err != nil {
		return 0, err
	}
	if err = tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) + 1 FROM "+table).Scan(&n); err != nil {
		return 0, fmt.Errorf("find the last of the %s: %w", table, err)
	}
	return n, nil
}

// Undo takes a judgement back, and keeps that it was made. It is ErrNotFound if there
// is none of that number that stands.
func (a *Archive) Undo(ctx context.Context, number int64, at time.Time) error {
	return a.Update(ctx, func(tx *Tx) error {
		done, err := tx.ExecContext(ctx, "UPDATE judgements SET undone_at = $1 WHERE number = $2 AND undone_at = 0", at.Unix(), number)
		if err != nil {
			return fmt.Errorf("undo judgement %d: %w", number, err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("judgement %d: %w", number, ErrNotFound)
		}
		was, err := a.judgements(ctx, tx, "WHERE number = $1", number)
		if err != nil {
			return err
		}
		return tx.apply(ctx, was[0])
	})
}

// OfArticle are the judgements on an article that stand, in their order.
func (a *Archive) OfArticle(ctx context.Context, article string) ([]Judgement, error) {
	return a.judgements(ctx, a.read, "WHERE article = $1 AND about = $2 AND undone_at = 0 ORDER BY number", article, string(AReading))
}

// Judgements are all, the newest first, at most limit after the first skip.
func (a *Archive) Judgements(ctx context.Context, skip, limit int) ([]Judgement, error) {
	return a.judgements(ctx, a.read, "ORDER BY number DESC LIMIT $1 OFFSET $2", limit, skip)
}

func (a *Archive) judgements(ctx context.Context, q queryer, which string, args ...any) ([]Judgement, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+judgementColumns+" FROM judgements "+which, args...)
	if err != nil {
		return nil, fmt.Errorf("read the judgements: %w", a.explain(err))
	}
	return scanAll(rows, scanJudgement)
}
