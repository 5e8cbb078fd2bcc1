package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"isnad"
)

// Summary is what a list of stories shows of one.
type Summary struct {
	isnad.Story
	Articles int
	Copies   int // articles that are whole copies of another
	Outlets  []string
	Cases    int
	Grades   map[isnad.Grade]int // how many cases have each
}

// Summarize makes the summary of a trace.
func Summarize(t *isnad.Trace) *Summary {
	s := &Summary{Story: t.Story, Articles: len(t.Articles) + t.Story.Untraced, Cases: len(t.Cases), Grades: make(map[isnad.Grade]int)}
	told := make(map[string]bool)
	for i := range t.Articles {
		if name := t.Articles[i].Outlet; !told[name] {
			told[name] = true
			s.Outlets = append(s.Outlets, name)
		}
	}
	copied := make(map[string]bool)
	for _, g := range t.Copies {
		if g.Kind == isnad.WholeCopy {
			for _, id := range g.Within() {
				copied[id] = copied[id] || id != g.Articles[0]
			}
		}
	}
	for _, is := range copied {
		if is {
			s.Copies++
		}
	}
	for i := range t.Cases {
		s.Grades[t.Cases[i].Grade]++
	}
	return s
}

// Summaries gives the summaries of traced stories of so many articles or more, the one that was told
// of last first.
func (a *Archive) Summaries(ctx context.Context, least, skip, limit int) ([]*Summary, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT summary FROM stories WHERE summary IS NOT NULL AND articles >= $1
		ORDER BY ended DESC, first LIMIT $2 OFFSET $3`, least, limit, skip)
	var all []*Summary
	if err == nil {
		all, err = scanAll(rows, func(rows *sql.Rows) (*Summary, error) {
			var data sql.RawBytes
			s := new(Summary)
			if err := rows.Scan(&data); err != nil {
				return nil, err
			}
			if err := json.Unmarshal(data, s); err != nil {
				return nil, fmt.Errorf("%w: summary: %w", ErrDamaged, err)
			}
			return s, nil
		})
	}
	if err != nil {
		return nil, fmt.Errorf("read the summaries of stories: %w", a.explain(err))
	}
	return all, nil
}

// CountSummaries is how many traced stories of so many articles or more there are.
func (a *Archive) CountSummaries(ctx context.Context, least int) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM stories WHERE summary IS NOT NULL AND articles >= $1", least).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count the summaries of stories: %w", a.explain(err))
	}
	return n, nil
}
