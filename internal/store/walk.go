package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math"
	"strings"
	"time"
)

// Range says which articles to walk over. The zero Range is all of them, by Number.
type Range struct {
	After  int64     // only those with a higher Number
	Since  time.Time // only those whose Time is not before; zero: no bound
	Until  time.Time // only those whose Time is before; zero: no bound
	Outlet string    // only those of this outlet; empty: of all
	ByTime bool      // by Time, then by Number, instead of by Number
	Newest bool      // the latest first
	Limit  int       // at most so many; 0: no bound
}

// page is how many articles are read at a time: the connection is free between.
const page = 500

// Heads walks over articles without their texts.
func (a *Archive) Heads(ctx context.Context, r Range) iter.Seq2[*Article, error] {
	return walk(a, ctx, r, headColumns+fromArticles, func(rows *sql.Rows) (*Article, error) { return scanHead(rows) },
		func(x *Article) *Article { return x })
}

// Articles walks over articles in their latest version.
func (a *Archive) Articles(ctx context.Context, r Range) iter.Seq2[*Article, error] {
	return walk(a, ctx, r, headColumns+", v.body"+fromArticles+withText, scanArticle, func(x *Article) *Article { return x })
}

// Analyses walks over articles in their latest version with what was read in them;
// those that have not been analysed yet are left out.
func (a *Archive) Analyses(ctx context.Context, r Range) iter.Seq2[*Reading, error] {
	return walk(a, ctx, r, readingColumns, scanReading, func(x *Reading) *Article { return &x.Article })
}

// walk reads page after page. The query is what stands between SELECT and WHERE.
func walk[T any](a *Archive, ctx context.Context, r Range, query string, scan func(*sql.Rows) (*T, error), head func(*T) *Article) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		left := r.Limit
		if left == 0 {
			left = math.MaxInt
		}
		var last *Article
		for left > 0 {
			n := min(left, page)
			where, args := r.where(last)
			rows, err := a.read.QueryContext(ctx, fmt.Sprintf("SELECT %s %s LIMIT %d", query, where, n), args...)
			var got []*T
			if err == nil {
				got, err = scanAll(rows, scan)
			}
			for _, x := range got {
				if !yield(x, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, fmt.Errorf("walk over the articles of %s: %w", a.name, a.explain(err)))
				return
			}
			if len(got) < n {
				return
			}
			left -= n
			last = head(got[len(got)-1])
		}
	}
}

// where is the rest of a query, which goes on after the last article of the page before.
func (r Range) where(last *Article) (string, []any) {
	var terms []string
	var args []any
	add := func(term string, values ...any) {
		for _, v := range values {
			args = append(args, v)
			term = strings.Replace(term, "?", fmt.Sprintf("$%d", len(args)), 1)
		}
		terms = append(terms, term)
	}
	if r.After > 0 {
		add("a.number > ?", r.After)
	}
	if !r.Since.IsZero() {
		add("a.time >= ?", r.Since.Unix())
	}
	if !r.Until.IsZero() {
		add("a.time < ?", r.Until.Unix())
	}
	if r.Outlet != "" {
		add("o.name = ?", r.Outlet)
	}
	after, order := ">", "ASC"
	if r.Newest {
		after, order = "<", "DESC"
	}
	switch {
	case last == nil:
	case r.ByTime:
		add("(a.time, a.number) "+after+" (?, ?)", last.Time.Unix(), last.Number)
	default:
		add("a.number "+after+" ?", last.Number)
	}
	where := ""
	if len(terms) > 0 {
		where = "WHERE " + strings.Join(terms, " AND ")
	}
	if r.ByTime {
		return fmt.Sprintf("%s ORDER BY a.time %s, a.number %s", where, order, order), args
	}
	return fmt.Sprintf("%s ORDER BY a.number %s", where, order), args
}
