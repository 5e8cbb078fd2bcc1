package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// Feed is a feed, a sitemap or an OPML list that is watched.
type Feed struct {
	Number  int64
	Address string
	Depth   int    // 0 for one that somebody added, 1 for one that such a one names, and so on
	Title   string // as it calls itself
	Paused  bool
	Added   time.Time
	Due     time.Time     // when it is to be fetched next
	Tried   time.Time     // last; zero if never
	Fetched time.Time     // last with success, unchanged or not; zero if never
	Every   time.Duration // its rhythm; 0 before the first success

	ETag, LastModified string // of what was fetched last
	Failures           int    // in a row
	Error              string // of the last try; empty if it went well

	Items, Waiting int // that it named so far, and those of them still to be fetched
}

// FeedItem is what a feed named.
type FeedItem struct {
	Feed    int64
	Key     Hash   // of what tells it from others of the feed
	Hash    Hash   // of what the feed says of it, by which a change is seen
	Address string // of its page; empty if it has none
	Item    string // what the feed says of it, in a form that the caller chooses
	Due     time.Time
	Tries   int
	Error   string
}

// KeyHash is the hash of parts that stand for something.
func KeyHash(parts ...string) Hash { return hashOf(parts...) }

const feedColumns = `f.number, f.address, f.depth, f.title, f.paused, f.added_at, f.due_at, f.tried_at, f.fetched_at, f.every, f.etag, f.last_modified, f.failures, f.error`

func scanFeed(rows *sql.Rows, more ...any) (*Feed, error) {
	var f Feed
	var added, due, tried, fetched, every int64
	err := rows.Scan(append([]any{&f.Number, &f.Address, &f.Depth, &f.Title, &f.Paused, &added, &due, &tried, &fetched, &every, &f.ETag, &f.LastModified, &f.Failures, &f.Error}, more...)...)
	f.Added, f.Due, f.Tried, f.Fetched = fromUnix(added), fromUnix(due), fromUnix(tried), fromUnix(fetched)
	f.Every = time.Duration(every) * time.Second
	return &f, err
}

// fromUnix is the zero time for 0.
func fromUnix(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

func toUnix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

// Feeds lists all feeds, by address.
func (a *Archive) Feeds(ctx context.Context) ([]*Feed, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT "+feedColumns+`, count(i.key), coalesce(sum(CASE WHEN i.due_at > 0 THEN 1 ELSE 0 END), 0)
		FROM feeds f LEFT JOIN feed_items i ON i.feed = f.number GROUP BY f.number ORDER BY f.address`)
	if err != nil {
		return nil, fmt.Errorf("list the feeds: %w", a.explain(err))
	}
	return scanAll(rows, func(rows *sql.Rows) (*Feed, error) {
		var items, waiting int
		f, err := scanFeed(rows, &items, &waiting)
		f.Items, f.Waiting = items, waiting
		return f, err
	})
}

// AddFeed adds a feed that is due at once, and reports whether it is new.
func (tx *Tx) AddFeed(ctx context.Context, address string, depth int) (bool, error) {
	host, err := hostOf(address)
	if err != nil {
		return false, fmt.Errorf("add feed %s: %w", address, err)
	}
	id, err := tx.next(ctx, "feeds")
	if err != nil {
		return false, err
	}
	now := tx.archive.clock().Unix()
	result, err := tx.ExecContext(ctx, `INSERT INTO feeds (number, address, host, depth, added_at, due_at) VALUES ($1, $2, $3, $4, $5, $5)
		ON CONFLICT (address) DO NOTHING`, id, address, host, depth, now)
	if err != nil {
		return false, fmt.Errorf("add feed %s: %w", address, err)
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

// hostOf is the host that is asked for an address, with the port.
func hostOf(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", errors.New("it is no web address")
	}
	return strings.ToLower(u.Host), nil
}

// PauseFeed pauses a feed or lets it go on; then it is due at once. It is ErrNotFound if
// there is none of that address.
func (tx *Tx) PauseFeed(ctx context.Context, address string, pause bool) error {
	return tx.oneFeed(ctx, "pause", address, `UPDATE feeds SET paused = $2, failures = 0, due_at = CASE WHEN $2 THEN due_at ELSE $3 END WHERE address = $1`,
		address, pause, tx.archive.clock().Unix())
}

// RemoveFeed forgets a feed. The articles that came from it stay.
func (tx *Tx) RemoveFeed(ctx context.Context, address string) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM feed_items WHERE feed IN (SELECT number FROM feeds WHERE address = $1)", address); err != nil {
		return fmt.Errorf("remove the items of feed %s: %w", address, err)
	}
	return tx.oneFeed(ctx, "remove", address, "DELETE FROM feeds WHERE address = $1", address)
}

func (tx *Tx) oneFeed(ctx context.Context, what, address, query string, args ...any) error {
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("%s feed %s: %w", what, address, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, fmt.Errorf("feed %s: %w", address, ErrNotFound))
	}
	return nil
}

// SaveFeed writes what a try has changed of a feed. If it moved to an address that
// another feed has, it is paused.
func (tx *Tx) SaveFeed(ctx context.Context, f *Feed) error {
	host, err := hostOf(f.Address)
	if err != nil {
		return fmt.Errorf("save feed %s: %w", f.Address, err)
	}
	var others int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM feeds WHERE address = $1 AND number <> $2", f.Address, f.Number).Scan(&others); err != nil {
		return fmt.Errorf("look for feed %s: %w", f.Address, err)
	}
	set, args := "address = $14, host = $15, ", []any{
		f.Number, f.Title, f.Paused, toUnix(f.Due), toUnix(f.Tried), toUnix(f.Fetched), int64(f.Every / time.Second), f.ETag, f.LastModified, f.Failures, f.Error,
		f.Depth, toUnix(f.Added), f.Address, host,
	}
	if others > 0 {
		set, args = "", args[:13]
		args[2], args[10] = true, "it moved to "+f.Address+", which is watched, too"
	}
	_, err = tx.ExecContext(ctx, "UPDATE feeds SET "+set+`title = $2, paused = paused OR $3, due_at = $4, tried_at = $5, fetched_at = $6, every = $7,
		etag = $8, last_modified = $9, failures = $10, error = $11, depth = $12, added_at = $13 WHERE number = $1`, args...)
	if err != nil {
		return fmt.Errorf("save feed %s: %w", f.Address, err)
	}
	return nil
}
