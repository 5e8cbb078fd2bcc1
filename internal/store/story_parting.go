package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// Parting is that a story was seen to be two.
type Parting struct {
	From, New int64   // First of the two
	Moved     []int64 // articles of From that are in New now
	Title     string  // of New
	Words     []string
	Stayed    []string
}

// part gives the articles of stories that parted to those that they are in now, and keeps why. The stories
// themselves are kept with all that changed.
func (tx *Tx) part(ctx context.Context, p Placement) error {
	ids := make(map[int64]string, len(p.Stories))
	for _, s := range p.Stories {
		ids[s.First] = s.ID
	}
	for _, x := range p.Partings {
		for some := range slices.Chunk(x.Moved, maxParams) {
			args := make([]any, len(some))
			for i, n := range some {
				args[i] = n
			}
			query := "UPDATE story_articles SET story = " + strconv.FormatInt(x.New, 10) + " WHERE article IN " + placeholders(tx.engine(), 1, len(some))
			if _, err := tx.ExecContext(ctx, query, args...); err != nil {
				return fmt.Errorf("part story %d: %w", x.From, err)
			}
		}
		// A story that parts from another again, after they were one, tells of the last time.
		if _, err := tx.ExecContext(ctx, `INSERT INTO story_partings (story, parted, story_id, parted_id, title, words, stayed, seen_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (parted_id) DO UPDATE SET story = excluded.story, parted = excluded.parted,
			story_id = excluded.story_id, title = excluded.title, words = excluded.words, stayed = excluded.stayed, seen_at = excluded.seen_at`,
			x.From, x.New, ids[x.From], ids[x.New], x.Title, strings.Join(x.Words, "\n"), strings.Join(x.Stayed, "\n"), tx.archive.clock().Unix()); err != nil {
			return fmt.Errorf("note that story %d parts: %w", x.From, err)
		}
	}
	return nil
}

// Partings gives what a story parted into and from, in the order in which it did.
func (a *Archive) Partings(ctx context.Context, first int64) ([]isnad.Parting, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT story_id, parted_id, title, words, stayed, seen_at FROM story_partings
		WHERE story = $1 OR parted = $1 ORDER BY seen_at, parted_id`, first)
	var all []isnad.Parting
	if err == nil {
		all, err = scanAll(rows, scanParting)
	}
	if err != nil {
		return nil, fmt.Errorf("read which stories parted: %w", a.explain(err))
	}
	return all, nil
}

func scanParting(rows *sql.Rows) (p isnad.Parting, err error) {
	var words, stayed string
	var at int64
	if err = rows.Scan(&p.From, &p.ID, &p.Title, &words, &stayed, &at); err != nil {
		return p, err
	}
	p.At = time.Unix(at, 0).UTC().Format(time.RFC3339)
	p.Words = strings.FieldsFunc(words, func(r rune) bool { return r == '\n' })
	p.Stayed = strings.FieldsFunc(stayed, func(r rune) bool { return r == '\n' })
	return p, nil
}
