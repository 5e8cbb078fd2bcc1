package watch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"isnad/internal/fetch"
	"isnad/internal/source"
	"isnad/internal/store"
)

// A page that cannot be had is tried again after firstRetry, then after four times that,
// and so on; mostTries in all.
const (
	firstRetry = time.Minute
	mostTries  = 5
)

// item fetches the page of an item that is due.
func (w *watcher) item(ctx context.Context, host string, row *store.FeedItem) error {
	var item source.Item
	if err := json.Unmarshal([]byte(row.Item), &item); err != nil {
		return fmt.Errorf("read what the feed said of %s: %w", row.Address, err)
	}
	page, err := w.Client.Get(ctx, fetch.Request{URL: row.Address})
	if ctx.Err() != nil {
		return nil // nothing was written, so it is still due
	}
	now := time.Now()
	var drafts []*store.Draft
	switch busy, ok := errors.AsType[*fetch.BusyError](err); {
	case ok:
		row.Due = postponed(row.Due, busy)
	case err != nil:
		drafts = w.missed(row, &item, now, err)
	default:
		drafts = w.draftOfPage(row, &item, page, now)
	}
	read, err := w.read(ctx, drafts)
	if err != nil {
		return err
	}
	return w.done(ctx, host, func(tx *store.Tx) error {
		if err := tx.SaveFeedItems(ctx, []*store.FeedItem{row}); err != nil {
			return err
		}
		return w.keep(ctx, tx, drafts, read)
	})
}

// missed plans another try for a page that could not be had, or gives it up and keeps
// what the feed itself says.
func (w *watcher) missed(row *store.FeedItem, item *source.Item, now time.Time, err error) []*store.Draft {
	row.Tries++
	row.Error = err.Error()
	status, answered := errors.AsType[*fetch.StatusError](err)
	_, forbidden := errors.AsType[*fetch.ForbiddenError](err)
	if row.Tries < mostTries && !forbidden && !(answered && status.Gone()) {
		wait := firstRetry
		for range row.Tries - 1 {
			wait *= 4
		}
		if answered {
			wait = max(wait, status.RetryAfter)
		}
		row.Due = now.Add(wait)
		return nil
	}
	return w.given(row, item, now)
}

// given is what the feed says of an item whose page gives no article.
func (w *watcher) given(row *store.FeedItem, item *source.Item, now time.Time) []*store.Draft {
	row.Due, row.Item = time.Time{}, ""
	w.Log.Info("no article", "page", row.Address, "error", row.Error)
	if item.Article.Body != "" {
		if d := w.draftOfItem(item, row, now); d != nil {
			return []*store.Draft{d}
		}
		return nil
	}
	w.count(func(c *Counts) { c.Left++ })
	return nil
}

func (w *watcher) draftOfPage(row *store.FeedItem, item *source.Item, page *fetch.Page, now time.Time) []*store.Draft {
	a, err := source.ReadPage(page, now)
	if err != nil {
		row.Error = err.Error()
		return w.given(row, item, now)
	}
	row.Due, row.Item, row.Error = time.Time{}, "", ""
	item.Complete(a)
	if !w.wanted(a, row) {
		return nil
	}
	return []*store.Draft{store.NewDraft(a, &store.Document{Address: page.URL, Media: page.ContentType, Fetched: now, Bytes: page.Body})}
}
