package watch

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"isnad"
	"isnad/internal/guard"
	"isnad/internal/source"
	"isnad/internal/store"
)

// oldest is how old what a sitemap names may be. A sitemap has all pages of a site, and
// to fetch them all is not to watch.
const oldest = 30 * 24 * time.Hour

// named is an item that is new, or of which the feed says something new.
type named struct {
	item    *source.Item
	row     *store.FeedItem
	fetched time.Time
}

// fresh finds the items of a list that are not known as they are.
func (w *watcher) fresh(ctx context.Context, f *store.Feed, list *source.List) ([]named, error) {
	keys := make([]store.Hash, len(list.Items))
	for i := range list.Items {
		keys[i] = store.KeyHash(list.Items[i].Key)
	}
	known, err := w.Archive.FeedItems(ctx, f.Number, keys)
	if err != nil {
		return nil, err
	}
	seen := make(map[store.Hash]bool, len(keys))
	var all []named
	for i := range list.Items {
		item := &list.Items[i]
		a := &item.Article
		hash := store.KeyHash(item.URL, a.Title, a.Body, a.Published, a.Modified)
		before := known[keys[i]]
		if seen[keys[i]] || before != nil && before.Hash == hash {
			continue
		}
		seen[keys[i]] = true
		row := &store.FeedItem{Feed: f.Number, Key: keys[i], Hash: hash, Address: item.URL}
		if err := w.plan(row, item, list.Sitemap, f.Tried); err != nil {
			return nil, err
		}
		all = append(all, named{item, row, f.Tried})
	}
	return all, nil
}

// plan decides whether the page of an item is to be fetched.
func (w *watcher) plan(row *store.FeedItem, item *source.Item, sitemap bool, now time.Time) error {
	switch {
	case item.Whole || item.URL == "":
		return nil
	case sitemap && old(&item.Article, now):
		row.Error = fmt.Sprintf("not fetched: older than %d days", oldest/(24*time.Hour))
		return nil
	}
	said, err := json.Marshal(item)
	if err != nil {
		return fmt.Errorf("note item %s: %w", item.URL, err)
	}
	row.Item, row.Due = string(said), now
	return nil
}

func old(a *isnad.Article, now time.Time) bool {
	last := max(a.Published, a.Modified)
	day, err := time.Parse(time.DateOnly, last[:min(len(last), len(time.DateOnly))])
	return err == nil && now.Sub(day) > oldest
}

// keepBatch writes items, and the articles of those that the feed has whole, with what
// more there is to write, in one transaction.
func (w *watcher) keepBatch(ctx context.Context, all []named, more func(*store.Tx) error) error {
	rows := make([]*store.FeedItem, len(all))
	var articles []*store.Draft
	for i, n := range all {
		rows[i] = n.row
		if n.row.Due.IsZero() && n.row.Error == "" && n.item.Article.Body != "" {
			if d := w.draftOfItem(n.item, n.row, n.fetched); d != nil {
				articles = append(articles, d)
			}
		}
	}
	read, err := w.read(ctx, articles)
	if err != nil {
		return err
	}
	return w.Archive.Update(ctx, func(tx *store.Tx) error {
		if err := tx.SaveFeedItems(ctx, rows); err != nil {
			return err
		}
		if err := w.keep(ctx, tx, articles, read); err != nil {
			return err
		}
		if more == nil {
			return nil
		}
		return more(tx)
	})
}

// draftOfItem is the article as the feed has it, unless it is in another language; then
// the row says so.
func (w *watcher) draftOfItem(item *source.Item, row *store.FeedItem, fetched time.Time) *store.Draft {
	a, raw, media := item.Read(fetched)
	if !w.wanted(a, row) {
		return nil
	}
	return store.NewDraft(a, &store.Document{Address: item.URL, Media: media, Fetched: fetched, Bytes: raw})
}

// wanted reports whether an article is kept, which one in another language may not be.
func (w *watcher) wanted(a *isnad.Article, row *store.FeedItem) bool {
	if a.Language == "ar" || w.OtherLanguages {
		return true
	}
	row.Error = fmt.Sprintf("not kept: its language is %q", a.Language)
	w.count(func(c *Counts) { c.Left++ })
	return false
}

// read analyses those of the drafts that are not in the archive yet.
func (w *watcher) read(ctx context.Context, drafts []*store.Draft) (map[*store.Draft]*isnad.Analysis, error) {
	fresh, err := w.Archive.Fresh(ctx, drafts)
	if err != nil {
		return nil, err
	}
	read := make(map[*store.Draft]*isnad.Analysis, len(fresh))
	for _, d := range fresh {
		if err := d.Pack(); err != nil {
			return nil, err
		}
		analysis, err := guard.Do(func() *isnad.Analysis { return w.Analyze(d.Article) })
		if err != nil {
			w.unread(d, err)
			continue
		}
		read[d] = analysis
	}
	return read, nil
}

// unread tells of an article that is kept without an analysis: isnad reanalyze tries again.
func (w *watcher) unread(d *store.Draft, err error) {
	w.Log.Error("an article could not be analysed", "article", d.ID, "error", err)
	w.count(func(c *Counts) { c.Unread++ })
}

// keep puts articles with their analyses.
func (w *watcher) keep(ctx context.Context, tx *store.Tx, drafts []*store.Draft, read map[*store.Draft]*isnad.Analysis) error {
	kept, err := tx.Put(ctx, drafts)
	if err != nil {
		return fmt.Errorf("put articles: %w", err)
	}
	var analysed []*store.Analysed
	for i, k := range kept {
		w.count(func(c *Counts) {
			switch k.Change {
			case store.Added:
				c.Added++
			case store.Changed:
				c.Changed++
			case store.Same:
				c.Same++
			}
		})
		if analysis := read[drafts[i]]; k.Change != store.Same && analysis != nil {
			a, err := guard.Try(func() (*store.Analysed, error) { return store.NewAnalysed(k.Number, k.Version, analysis) })
			if err != nil {
				w.unread(drafts[i], err)
				continue
			}
			analysed = append(analysed, a)
		}
	}
	if err := tx.PutAnalyses(ctx, w.Extractor, analysed); err != nil {
		return fmt.Errorf("put analyses: %w", err)
	}
	return nil
}
