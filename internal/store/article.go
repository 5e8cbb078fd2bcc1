package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// Article is an article as the archive has it.
type Article struct {
	isnad.Article           // ID is the archive's; Body is empty in a list of heads
	Number        int64     // order of arrival, from 1
	SourceID      string    // the id that its source gave it
	Version       int       // of the text, from 1
	Time          time.Time // its place in time: published, or else added; UTC
	Added         time.Time // UTC
}

// headColumns are those of an article without its text, as scanHead reads them.
const headColumns = `a.number, a.id, a.source_id, coalesce(o.name, ''), a.url, a.title, a.author, a.published, a.modified, a.fetched, a.language, a.time, a.version, a.added_at`

const fromArticles = ` FROM articles a LEFT JOIN outlets o ON o.id = a.outlet `

func scanHead(rows *sql.Rows, more ...any) (*Article, error) {
	var a Article
	var at, added int64
	err := rows.Scan(append([]any{&a.Number, &a.ID, &a.SourceID, &a.Outlet, &a.URL, &a.Title, &a.Author, &a.Published, &a.Modified, &a.Fetched, &a.Language, &at, &a.Version, &added}, more...)...)
	if err != nil {
		return nil, err
	}
	a.Time, a.Added = time.Unix(at, 0).UTC(), time.Unix(added, 0).UTC()
	return &a, nil
}

const withText = " JOIN versions v ON v.article = a.number AND v.version = a.version "

func scanArticle(rows *sql.Rows) (*Article, error) {
	var body []byte
	a, err := scanHead(rows, &body)
	if err != nil {
		return nil, err
	}
	return a, a.unpackBody(body)
}

func (a *Article) unpackBody(packed []byte) error {
	body, err := unpack(nil, packed)
	if err != nil {
		return fmt.Errorf("text of article %s: %w", a.ID, err)
	}
	a.Body = string(body)
	return nil
}

// Article gives the latest version of an article, or ErrNotFound.
func (a *Archive) Article(ctx context.Context, id string) (*Article, error) {
	return one(a, ctx, "article "+id, "SELECT "+headColumns+", v.body"+fromArticles+withText+"WHERE a.id = $1", scanArticle, id)
}

// ArticlesByNumber gives the articles of those numbers, by number; those that there
// are none of are left out.
func (a *Archive) ArticlesByNumber(ctx context.Context, numbers []int64) ([]*Article, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+headColumns+", v.body"+fromArticles+withText+"WHERE a.number IN %s ORDER BY a.number", numbers, scanArticle)
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", a.explain(err))
	}
	return all, nil
}

// HeadsByNumber is ArticlesByNumber without the texts.
func (a *Archive) HeadsByNumber(ctx context.Context, numbers []int64) ([]*Article, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+headColumns+fromArticles+"WHERE a.number IN %s ORDER BY a.number", numbers,
		func(rows *sql.Rows) (*Article, error) { return scanHead(rows) })
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", a.explain(err))
	}
	return all, nil
}

// Version is one text of an article.
type Version struct {
	isnad.Article           // with this version's title, body, Modified and Fetched
	Version       int       // from 1
	Seen          time.Time // when it was fetched or added; UTC
	Document      int64     // what it was read from; 0 if no bytes are kept
}

// Versions gives all versions of an article, the first one first, or ErrNotFound.
func (a *Archive) Versions(ctx context.Context, id string) ([]*Version, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT "+headColumns+", v.body, v.title, v.modified, v.fetched, v.version, v.seen_at, coalesce(v.document, 0)"+
		fromArticles+"JOIN versions v ON v.article = a.number WHERE a.id = $1 ORDER BY v.version", id)
	if err != nil {
		return nil, fmt.Errorf("read versions of article %s: %w", id, a.explain(err))
	}
	all, err := scanAll(rows, func(rows *sql.Rows) (*Version, error) {
		var v Version
		var body []byte
		var title, modified, fetched string
		var seen int64
		head, err := scanHead(rows, &body, &title, &modified, &fetched, &v.Version, &seen, &v.Document)
		if err != nil {
			return nil, err
		}
		v.Article, v.Seen = head.Article, time.Unix(seen, 0).UTC()
		v.Title, v.Modified, v.Fetched = title, modified, fetched
		text, err := unpack(nil, body)
		v.Body = string(text)
		return &v, err
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("read versions of article %s: %w", id, a.explain(err))
	case len(all) == 0:
		return nil, fmt.Errorf("article %s: %w", id, ErrNotFound)
	}
	return all, nil
}

// Changed gives the heads of the articles that have several versions, at most so many, those whose
// latest version was seen last first.
func (a *Archive) Changed(ctx context.Context, limit int) ([]*Article, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT "+headColumns+fromArticles+withText+"WHERE a.version > 1 ORDER BY v.seen_at DESC, a.number DESC LIMIT $1", limit)
	var all []*Article
	if err == nil {
		all, err = scanAll(rows, func(rows *sql.Rows) (*Article, error) { return scanHead(rows) })
	}
	if err != nil {
		return nil, fmt.Errorf("look for articles that changed: %w", a.explain(err))
	}
	return all, nil
}

// Document gives what articles were read from, or ErrNotFound.
func (a *Archive) Document(ctx context.Context, id int64) (*Document, error) {
	return one(a, ctx, fmt.Sprintf("document %d", id), "SELECT address, media, fetched_at, hash, bytes FROM documents WHERE id = $1",
		func(rows *sql.Rows) (*Document, error) {
			var d Document
			var fetched int64
			var hash []byte
			if err := rows.Scan(&d.Address, &d.Media, &fetched, &hash, &d.packed); err != nil {
				return nil, err
			}
			d.Fetched, d.hash = time.Unix(fetched, 0).UTC(), toHash(hash)
			var err error
			d.Bytes, err = unpack(nil, d.packed)
			return &d, err
		}, id)
}

// one reads a single row; what says what is looked for.
func one[T any](a *Archive, ctx context.Context, what, query string, scan func(*sql.Rows) (T, error), args ...any) (T, error) {
	var none T
	rows, err := a.read.QueryContext(ctx, query, args...)
	if err != nil {
		return none, fmt.Errorf("read %s: %w", what, a.explain(err))
	}
	all, err := scanAll(rows, scan)
	switch {
	case err != nil:
		return none, fmt.Errorf("read %s: %w", what, a.explain(err))
	case len(all) == 0:
		return none, fmt.Errorf("%s: %w", what, ErrNotFound)
	}
	return all[0], nil
}
