package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"time"
)

// Raw is an article in its latest version, without its text, and the bytes that this was
// read from.
type Raw struct {
	Article    Article
	Document   *Document
	DocumentID int64 // the same for articles that were read from the same bytes
}

// Raws walks over the articles, by number, whose latest version has the bytes that it was
// read from.
func (a *Archive) Raws(ctx context.Context) iter.Seq2[*Raw, error] {
	return walk(a, ctx, Range{}, headColumns+", d.id, d.address, d.media, d.fetched_at, d.hash, d.bytes"+fromArticles+withText+"JOIN documents d ON d.id = v.document ",
		scanRaw, func(x *Raw) *Article { return &x.Article })
}

func scanRaw(rows *sql.Rows) (*Raw, error) {
	var id, fetched int64
	var hash []byte
	var d Document
	head, err := scanHead(rows, &id, &d.Address, &d.Media, &fetched, &hash, &d.packed)
	if err != nil {
		return nil, err
	}
	d.Fetched, d.hash = time.Unix(fetched, 0).UTC(), toHash(hash)
	if d.Bytes, err = unpack(nil, d.packed); err != nil {
		return nil, fmt.Errorf("document %d: %w", id, err)
	}
	return &Raw{*head, &d, id}, nil
}
