package watch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"isnad/internal/fetch"
	"isnad/internal/source"
	"isnad/internal/store"
)

// postponed is when what a busy host was asked for is due again. Over a short rest, which the host's
// turn knows to the millisecond, it stays due: the archive keeps whole seconds, and a run that
// fetches once would end before the next second began.
func postponed(due time.Time, busy *fetch.BusyError) time.Time {
	if time.Until(busy.At) <= longestRest {
		return due
	}
	return busy.At
}

// feed fetches a feed that is due.
func (w *watcher) feed(ctx context.Context, host string, f *store.Feed) error {
	page, err := w.Client.Get(ctx, fetch.Request{URL: f.Address, ETag: f.ETag, LastModified: f.LastModified})
	if ctx.Err() != nil {
		return nil // nothing was written, so it is still due
	}
	if busy, ok := errors.AsType[*fetch.BusyError](err); ok {
		f.Due = postponed(f.Due, busy)
		return w.saveFeed(ctx, host, f)
	}
	now := time.Now()
	f.Tried = now
	var list *source.List
	if err == nil && !page.Unchanged {
		list, err = source.ReadList(page.Body, page.ContentType, page.URL)
	}
	if err != nil && list == nil {
		w.count(func(c *Counts) { c.Failed++ })
		w.Log.Warn("not fetched", "feed", f.Address, "error", err)
		failed(f, now, err)
		return w.saveFeed(ctx, host, f)
	}
	if page.Moved {
		f.Address = page.URL
	}
	f.ETag, f.LastModified = page.ETag, page.LastModified
	if list == nil {
		w.count(func(c *Counts) { c.Unchanged++ })
		succeeded(f, now, 0, page.MaxAge)
		return w.saveFeed(ctx, host, f)
	}
	w.count(func(c *Counts) { c.Fetched++ })
	return w.listed(ctx, host, f, list, page.MaxAge, err)
}

func (w *watcher) saveFeed(ctx context.Context, host string, f *store.Feed) error {
	return w.done(ctx, host, func(tx *store.Tx) error { return tx.SaveFeed(ctx, f) })
}

// The rhythm of a feed: it begins with firstEvery; a fetch that brings something new
// makes it a third shorter, one that brings nothing half as long again.
const (
	firstEvery = 30 * time.Minute
	leastEvery = 5 * time.Minute
	mostEvery  = 24 * time.Hour
)

// succeeded notes a fetch that brought so many new items.
func succeeded(f *store.Feed, now time.Time, fresh int, maxAge time.Duration) {
	switch {
	case f.Every == 0:
		f.Every = firstEvery
	case fresh > 0:
		f.Every = f.Every * 2 / 3
	default:
		f.Every = f.Every * 3 / 2
	}
	f.Every = min(max(f.Every, leastEvery), mostEvery)
	f.Fetched, f.Failures, f.Error = now, 0, ""
	f.Due = now.Add(max(f.Every, min(maxAge, mostEvery)))
}

// failed notes a try that brought nothing. The wait doubles with each; a feed that is
// gone for good is paused.
func failed(f *store.Feed, now time.Time, err error) {
	f.Failures++
	f.Error = err.Error()
	wait := max(f.Every, leastEvery)
	for range min(f.Failures-1, 10) {
		wait *= 2
	}
	wait = min(wait, mostEvery)
	if status, ok := errors.AsType[*fetch.StatusError](err); ok {
		wait = max(wait, status.RetryAfter)
		f.Paused = status.Status == http.StatusGone
	}
	f.Due = now.Add(wait)
}

// batch is how many items go into a transaction. One that is cut off between two finds
// the items of the first known already.
const batch = 200

// How far lists may name lists (an OPML list an index of sitemaps, that the sitemaps),
// and how many each may name.
const (
	mostDepth = 3
	mostLists = 500
)

// listed keeps what a feed names. What was wrong with a part of it is noted.
func (w *watcher) listed(ctx context.Context, host string, f *store.Feed, list *source.List, maxAge time.Duration, broken error) error {
	fresh, err := w.fresh(ctx, f, list)
	if err != nil {
		return err
	}
	if list.Title != "" {
		f.Title = list.Title
	}
	all := fresh
	for len(fresh) > batch {
		if err := w.keepBatch(ctx, fresh[:batch], nil); err != nil {
			return err
		}
		fresh = fresh[batch:]
	}
	succeeded(f, f.Tried, len(all), maxAge)
	switch {
	case broken != nil:
		f.Error = "read in part: " + broken.Error()
	case list.Left > 0:
		f.Error = fmt.Sprintf("%d items beyond the first %d were left", list.Left, source.MaxItems)
	}
	return w.keepBatch(ctx, fresh, func(tx *store.Tx) error {
		if f.Depth < mostDepth {
			for _, address := range list.Lists[:min(len(list.Lists), mostLists)] {
				if _, err := tx.AddFeed(ctx, address, f.Depth+1); err != nil {
					return err
				}
			}
		}
		if err := tx.SaveFeed(ctx, f); err != nil {
			return err
		}
		return tx.FreeHost(ctx, host, w.Client.Next(host))
	})
}
