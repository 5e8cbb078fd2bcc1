package store

import (
	"context"
	"database/sql"
	"fmt"
	"unicode/utf8"

	"isnad"
)

// Check looks through the whole archive: the database itself, whether every text and
// document is the one whose hash was noted, and whether every span of every analysis
// lies in its text, on rune boundaries. It tells each damage and goes on; an error is
// one that kept it from looking.
func (a *Archive) Check(ctx context.Context, tell func(damage string)) error {
	for _, part := range []func(context.Context, func(string)) error{a.checkDatabase, a.checkTexts, a.checkDocuments, a.checkAnalyses} {
		if err := part(ctx, tell); err != nil {
			return fmt.Errorf("check %s: %w", a.name, a.explain(err))
		}
	}
	return nil
}

// checkDatabase asks SQLite; PostgreSQL checks what it reads as it reads it.
func (a *Archive) checkDatabase(ctx context.Context, tell func(string)) error {
	if a.engine() == PostgreSQL {
		return nil
	}
	rows, err := a.read.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	said, err := scanAll(rows, func(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) })
	for _, s := range said {
		if s != "ok" {
			tell("database: " + s)
		}
	}
	return err
}

// eachPage walks over rows by a key that ascends from 1, a stretch of it at a time; the
// query takes the bounds of the stretch, the first one excluded.
func (a *Archive) eachPage(ctx context.Context, last, query string, scan func(*sql.Rows) error) error {
	var end int64
	if err := a.read.QueryRowContext(ctx, last).Scan(&end); err != nil {
		return err
	}
	for from := int64(0); from < end; from += page {
		rows, err := a.read.QueryContext(ctx, query, from, from+page)
		if err != nil {
			return err
		}
		if _, err := scanAll(rows, func(rows *sql.Rows) (struct{}, error) { return struct{}{}, scan(rows) }); err != nil {
			return err
		}
	}
	return nil
}

const (
	lastArticle  = "SELECT coalesce(max(number), 0) FROM articles"
	lastDocument = "SELECT coalesce(max(id), 0) FROM documents"
)

func (a *Archive) checkTexts(ctx context.Context, tell func(string)) error {
	return a.eachPage(ctx, lastArticle, `SELECT a.id, v.version, v.hash, v.title, v.body FROM versions v
		JOIN articles a ON a.number = v.article WHERE v.article > $1 AND v.article <= $2 ORDER BY v.article, v.version`,
		func(rows *sql.Rows) error {
			var id, title string
			var version int
			var hash, packed []byte
			if err := rows.Scan(&id, &version, &hash, &title, &packed); err != nil {
				return err
			}
			body, err := unpack(nil, packed)
			switch {
			case err != nil:
				tell(fmt.Sprintf("article %s, version %d: %v", id, version, err))
			case TextHash(&isnad.Article{Title: title, Body: string(body)}) != toHash(hash):
				tell(fmt.Sprintf("article %s, version %d: the text is not the one that was kept", id, version))
			}
			return nil
		})
}

func (a *Archive) checkDocuments(ctx context.Context, tell func(string)) error {
	return a.eachPage(ctx, lastDocument, "SELECT id, hash, bytes FROM documents WHERE id > $1 AND id <= $2 ORDER BY id",
		func(rows *sql.Rows) error {
			var id int64
			var hash, packed []byte
			if err := rows.Scan(&id, &hash, &packed); err != nil {
				return err
			}
			data, err := unpack(nil, packed)
			switch {
			case err != nil:
				tell(fmt.Sprintf("document %d: %v", id, err))
			case hashOf(string(data)) != toHash(hash):
				tell(fmt.Sprintf("document %d: the bytes are not those that were kept", id))
			}
			return nil
		})
}

func (a *Archive) checkAnalyses(ctx context.Context, tell func(string)) error {
	return a.eachPage(ctx, lastArticle, "SELECT a.id, v.title, v.body, n.analysis FROM articles a"+withText+
		"JOIN analyses n ON n.article = a.number AND n.version = a.version WHERE a.number > $1 AND a.number <= $2 ORDER BY a.number",
		func(rows *sql.Rows) error {
			var x isnad.Article
			var body, packed []byte
			if err := rows.Scan(&x.ID, &x.Title, &body, &packed); err != nil {
				return err
			}
			if text, err := unpack(nil, body); err == nil { // else it has been told
				x.Body = string(text)
				if err := checkAnalysis(packed, &x); err != nil {
					tell(fmt.Sprintf("article %s: %v", x.ID, err))
				}
			}
			return nil
		})
}

func checkAnalysis(packed []byte, x *isnad.Article) error {
	coded, err := unpack(nil, packed)
	if err != nil {
		return err
	}
	a, err := readAnalysis(coded, x)
	if err != nil {
		return err
	}
	if !utf8.ValidString(a.Text) {
		return nil // where letters begin is not certain
	}
	var bad error
	c := coder{seen: func(s isnad.Span) {
		for _, at := range []int{s.Start, s.End} {
			if at < len(a.Text) && !utf8.RuneStart(a.Text[at]) {
				bad = fmt.Errorf("%w: span [%d, %d) cuts a letter", ErrDamaged, s.Start, s.End)
			}
		}
	}, numbers: make(map[string]uint64)}
	c.analysis(a)
	return bad
}
