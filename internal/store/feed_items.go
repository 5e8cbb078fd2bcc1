package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

const itemColumns = "i.feed, i.key, i.hash, i.address, i.item, i.due_at, i.tries, i.error"

func scanFeedItem(rows *sql.Rows) (*FeedItem, error) {
	var i FeedItem
	var key, hash []byte
	var due int64
	err := rows.Scan(&i.Feed, &key, &hash, &i.Address, &i.Item, &due, &i.Tries, &i.Error)
	i.Key, i.Hash, i.Due = toHash(key), toHash(hash), fromUnix(due)
	return &i, err
}

// FeedItems gives those items of the feed that are known already, by their keys.
func (a *Archive) FeedItems(ctx context.Context, feed int64, keys []Hash) (map[Hash]*FeedItem, error) {
	values := make([][]byte, len(keys))
	for i := range keys {
		values[i] = keys[i][:]
	}
	known := make(map[Hash]*FeedItem)
	all, err := queryIn(ctx, a.reading(), "SELECT "+itemColumns+fmt.Sprintf(" FROM feed_items i WHERE i.feed = %d AND i.key IN %%s", feed), values, scanFeedItem)
	if err != nil {
		return nil, fmt.Errorf("look for items of feed %d: %w", feed, a.explain(err))
	}
	for _, i := range all {
		known[i.Key] = i
	}
	return known, nil
}

// SaveFeedItems writes items, those that are known anew.
func (tx *Tx) SaveFeedItems(ctx context.Context, items []*FeedItem) error {
	rows := make([][]any, 0, len(items))
	for _, i := range items {
		host := ""
		if i.Address != "" {
			var err error
			if host, err = hostOf(i.Address); err != nil {
				return fmt.Errorf("save item %s: %w", i.Address, err)
			}
		}
		rows = append(rows, []any{i.Feed, i.Key[:], i.Hash[:], i.Address, host, i.Item, toUnix(i.Due), i.Tries, i.Error})
	}
	return tx.Insert(ctx, "INSERT INTO feed_items (feed, key, hash, address, host, item, due_at, tries, error)", rows,
		`ON CONFLICT (feed, key) DO UPDATE SET hash = excluded.hash, address = excluded.address, host = excluded.host, item = excluded.item,
		due_at = excluded.due_at, tries = excluded.tries, error = excluded.error`)
}

// HostRests is when the first of the hosts that have something due, but rest from an earlier
// request, may be asked again; the zero time where none does.
func (a *Archive) HostRests(ctx context.Context, now time.Time) (time.Time, error) {
	var next int64
	err := a.read.QueryRowContext(ctx, `SELECT coalesce(min(h.next_at), 0) FROM feed_hosts h WHERE h.host IN (
			SELECT host FROM feeds WHERE NOT paused AND due_at <= $1
			UNION ALL
			SELECT i.host FROM feed_items i JOIN feeds f ON f.number = i.feed WHERE NOT f.paused AND i.due_at > 0 AND i.due_at <= $1)
		AND h.next_at > $2`, now.Unix(), now.UnixMilli()).Scan(&next)
	if err != nil || next == 0 {
		return time.Time{}, a.explain(err)
	}
	return time.UnixMilli(next), nil
}

// DueHosts lists the hosts that something is to be fetched from by now and that may be
// asked: that rest no longer and are not another's turn. The longest due comes first.
func (a *Archive) DueHosts(ctx context.Context, now time.Time) ([]string, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT w.host, coalesce(h.claimed_by, ''), coalesce(h.claimed_until, 0) FROM (
			SELECT host, min(due_at) AS due_at FROM (
				SELECT host, due_at FROM feeds WHERE NOT paused AND due_at <= $1
				UNION ALL
				SELECT i.host, i.due_at FROM feed_items i JOIN feeds f ON f.number = i.feed WHERE NOT f.paused AND i.due_at > 0 AND i.due_at <= $1
			) AS due GROUP BY host
		) AS w LEFT JOIN feed_hosts h ON h.host = w.host
		WHERE coalesce(h.next_at, 0) <= $2 ORDER BY w.due_at, w.host LIMIT 1000`, now.Unix(), now.UnixMilli())
	if err != nil {
		return nil, fmt.Errorf("look for what is due: %w", a.explain(err))
	}
	type due struct {
		host, by string
		until    int64
	}
	all, err := scanAll(rows, func(rows *sql.Rows) (d due, err error) { return d, rows.Scan(&d.host, &d.by, &d.until) })
	if err != nil {
		return nil, fmt.Errorf("look for what is due: %w", a.explain(err))
	}
	var hosts []string
	for _, d := range all {
		if d.until <= now.Unix() || deadHere(d.by) {
			hosts = append(hosts, d.host)
		}
	}
	return hosts, nil
}

// ClaimHost makes it this process's turn to ask the host, until the time or until
// FreeHost, and reports whether it was free.
func (tx *Tx) ClaimHost(ctx context.Context, host string, now, until time.Time) (bool, error) {
	var by string
	var claimed, next int64
	err := tx.QueryRowContext(ctx, "SELECT claimed_by, claimed_until, next_at FROM feed_hosts WHERE host = $1", host).Scan(&by, &claimed, &next)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return false, fmt.Errorf("look whose turn it is at %s: %w", host, err)
	case next > now.UnixMilli(), claimed > now.Unix() && !deadHere(by):
		return false, nil
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO feed_hosts (host, claimed_by, claimed_until, next_at) VALUES ($1, $2, $3, 0)
		ON CONFLICT (host) DO UPDATE SET claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
		WHERE feed_hosts.claimed_by = $4 AND feed_hosts.claimed_until = $5`, host, ProcessID(), until.Unix(), by, claimed)
	if err != nil {
		return false, fmt.Errorf("take the turn at %s: %w", host, err)
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

// FreeHost ends this process's turn. The host rests until the time.
func (tx *Tx) FreeHost(ctx context.Context, host string, rest time.Time) error {
	_, err := tx.ExecContext(ctx, "UPDATE feed_hosts SET claimed_by = '', claimed_until = 0, next_at = $3 WHERE host = $1 AND claimed_by = $2",
		host, ProcessID(), rest.UnixMilli())
	if err != nil {
		return fmt.Errorf("give up the turn at %s: %w", host, err)
	}
	return nil
}

// DueFeed gives the feed at a host that has been due the longest, or ErrNotFound.
func (a *Archive) DueFeed(ctx context.Context, host string, now time.Time) (*Feed, error) {
	return one(a, ctx, "feed due at "+host, "SELECT "+feedColumns+" FROM feeds f WHERE f.host = $1 AND NOT f.paused AND f.due_at <= $2 ORDER BY f.due_at, f.number LIMIT 1",
		func(rows *sql.Rows) (*Feed, error) { return scanFeed(rows) }, host, now.Unix())
}

// DueItem gives the item at a host that has been due the longest, or ErrNotFound.
func (a *Archive) DueItem(ctx context.Context, host string, now time.Time) (*FeedItem, error) {
	return one(a, ctx, "page due at "+host, "SELECT "+itemColumns+` FROM feed_items i JOIN feeds f ON f.number = i.feed
		WHERE i.host = $1 AND NOT f.paused AND i.due_at > 0 AND i.due_at <= $2 ORDER BY i.due_at, i.feed, i.key LIMIT 1`, scanFeedItem, host, now.Unix())
}
