package store

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Stats are the numbers of an archive.
type Stats struct {
	Articles, Versions, Documents, Outlets int64
	Analysed, Claims                       int64     // articles that have an analysis of their latest version; all their claims
	First, Last                            time.Time // of the articles' places in time; zero where there are none
	RawBytes, DocumentBytes                int64     // of the documents as they came, and as they are kept
	TextBytes, AnalysisBytes               int64     // as they are kept
	Bytes                                  int64     // of the whole database
}

// Stats counts what the archive has.
func (a *Archive) Stats(ctx context.Context) (s Stats, err error) {
	var first, last int64
	for _, q := range []struct {
		query string
		into  []any
	}{
		{"SELECT count(*), coalesce(min(time), 0), coalesce(max(time), 0) FROM articles", []any{&s.Articles, &first, &last}},
		{"SELECT count(*), coalesce(sum(length(body)), 0) FROM versions", []any{&s.Versions, &s.TextBytes}},
		{"SELECT count(*), coalesce(sum(size), 0), coalesce(sum(length(bytes)), 0) FROM documents", []any{&s.Documents, &s.RawBytes, &s.DocumentBytes}},
		{"SELECT count(*) FROM outlets", []any{&s.Outlets}},
		{`SELECT count(*), coalesce(sum(n.claims), 0), coalesce(sum(length(n.analysis)), 0) FROM analyses n
			JOIN articles a ON a.number = n.article AND a.version = n.version`, []any{&s.Analysed, &s.Claims, &s.AnalysisBytes}},
	} {
		if err := a.read.QueryRowContext(ctx, q.query).Scan(q.into...); err != nil {
			return s, fmt.Errorf("count what is in %s: %w", a.name, a.explain(err))
		}
	}
	if s.Articles > 0 {
		s.First, s.Last = time.Unix(first, 0).UTC(), time.Unix(last, 0).UTC()
	}
	if s.Bytes, err = a.size(ctx); err != nil {
		return s, fmt.Errorf("measure %s: %w", a.name, a.explain(err))
	}
	return s, nil
}

func (a *Archive) size(ctx context.Context) (n int64, err error) {
	if a.engine() == PostgreSQL {
		return n, a.read.QueryRowContext(ctx, "SELECT pg_database_size(current_database())").Scan(&n)
	}
	for _, name := range []string{a.name, a.name + "-wal"} {
		info, err := os.Stat(name)
		if err == nil {
			n += info.Size()
		} else if name == a.name {
			return 0, err
		}
	}
	return n, nil
}
