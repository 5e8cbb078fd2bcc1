package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"isnad"
)

// Union is that a story became part of another.
type Union struct {
	Gone    int64 // First of the story that is gone
	Title   string
	Article int64    // with which it was seen; 0 where many stories were compared again
	Words   []string // that both are about
}

// noteUnions keeps which stories become one with another, before they do.
func (tx *Tx) noteUnions(ctx context.Context, p Placement) error {
	for i, u := range p.Unions {
		if _, err := tx.ExecContext(ctx, `INSERT INTO story_unions (gone, story, title, article, words, seen_at, place)
			SELECT id, first, CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT)
			FROM stories WHERE first = $6 ON CONFLICT (gone) DO NOTHING`,
			u.Title, u.Article, strings.Join(u.Words, "\n"), tx.archive.clock().Unix(), i, u.Gone); err != nil {
			return fmt.Errorf("note that story %d becomes part of another: %w", u.Gone, err)
		}
	}
	return nil
}

// Unions gives the stories that became part of a story, in the order in which they did.
func (a *Archive) Unions(ctx context.Context, first int64) ([]isnad.Union, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT u.gone, u.title, u.words, u.seen_at, coalesce(x.id, '') FROM story_unions u
		LEFT JOIN articles x ON x.number = u.article WHERE u.story = $1 ORDER BY u.seen_at, u.place, u.gone`, first)
	var all []isnad.Union
	if err == nil {
		all, err = scanAll(rows, scanUnion)
	}
	if err != nil {
		return nil, fmt.Errorf("read which stories became one: %w", a.explain(err))
	}
	return all, nil
}

func scanUnion(rows *sql.Rows) (u isnad.Union, err error) {
	var words string
	var at int64
	if err = rows.Scan(&u.ID, &u.Title, &words, &at, &u.Article); err != nil {
		return u, err
	}
	u.At = time.Unix(at, 0).UTC().Format(time.RFC3339)
	if words != "" {
		u.Words = strings.Split(words, "\n")
	}
	return u, nil
}
