package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"isnad"
	"isnad/internal/ordered"
	"isnad/internal/source"
	"isnad/internal/store"
)

// Reread is what reading the kept bytes once more has brought.
type Reread struct {
	Articles int // that were read again
	Changed  int // of these with a text that the archive did not have: a new version
	Lost     int // of these that the bytes give no more; their text stays
}

// Reread reads the bytes that articles were read from once more, as this program does it. What
// gives another text becomes a new version of its article, under the identifier that it has,
// and waits to be analysed. A text that is known is not added again: who is stopped begins
// anew, and finds done what was done. It calls tell with what it has come to.
func (c *Crew) Reread(ctx context.Context, tell func(Reread)) (Reread, error) {
	r := &rereading{crew: c, ctx: ctx, tell: tell}
	err := ordered.Map(ctx, runtime.GOMAXPROCS(0), r.documents, rereadDocument, r.emit)
	if err == nil {
		err = r.failed
	}
	if err == nil {
		err = r.flush()
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return r.done, err
}

type rereading struct {
	crew    *Crew
	ctx     context.Context
	tell    func(Reread)
	done    Reread
	failed  error // of reading the archive
	waiting []*store.Draft
}

// documents gives the articles that were read from the same bytes together, where they follow
// each other, as they do when they were added together.
func (r *rereading) documents(yield func([]*store.Raw) bool) {
	var same []*store.Raw
	for x, err := range r.crew.archive.Raws(r.ctx) {
		if err != nil {
			r.failed = err
			return
		}
		if len(same) > 0 && same[0].DocumentID != x.DocumentID {
			if !yield(same) {
				return
			}
			same = nil
		}
		same = append(same, x)
	}
	if len(same) > 0 {
		yield(same)
	}
}

// reread is what came of some bytes.
type reread struct {
	drafts []*store.Draft
	lost   int
}

// rereadDocument runs on any goroutine.
func rereadDocument(same []*store.Raw) (r reread) {
	d := same[0].Document
	options := &source.Options{}
	if title := same[0].Article.Title; strings.HasPrefix(d.Media, "text/plain") && !bytes.HasPrefix(bytes.TrimSpace(d.Bytes), []byte(title)) {
		options.Title = title // whoever added it gave it one
	}
	part := options.Again(d.Address, d.Bytes, d.Media)
	if at, err := time.Parse(time.RFC3339, same[0].Article.Fetched); err == nil {
		part.At(at)
	}
	var now []*isnad.Article
	for a := range part.Articles() {
		if a != nil {
			now = append(now, a)
		}
	}
	for _, x := range same {
		a := again(x, now, len(same))
		if a == nil {
			r.lost++
			continue
		}
		draft := store.NewDraft(a, d)
		draft.ID = x.Article.ID
		r.drafts = append(r.drafts, draft)
	}
	return r
}

// again finds the article among those that its bytes give now: by its address, or the id that
// its source gave it, unless it was and is the only one.
func again(x *store.Raw, now []*isnad.Article, were int) *isnad.Article {
	for _, a := range now {
		alike := x.Article.URL != "" && a.URL == x.Article.URL || x.Article.SourceID != "" && a.ID == x.Article.SourceID
		if !alike && (were > 1 || len(now) > 1) || strings.TrimSpace(a.Body) == "" {
			continue
		}
		found := *a
		found.Fetched = x.Article.Fetched
		if found.Title == "" {
			found.Title = x.Article.Title // as the feed gave it
		}
		return &found
	}
	return nil
}

// emit runs in the order of the articles.
func (r *rereading) emit(x reread) error {
	r.done.Articles += len(x.drafts) + x.lost
	r.done.Lost += x.lost
	r.waiting = append(r.waiting, x.drafts...)
	if len(r.waiting) < batch {
		return nil
	}
	return r.flush()
}

// flush keeps what is new of what waits, and queues its analysis, in one transaction.
func (r *rereading) flush() error {
	fresh, err := r.crew.archive.Fresh(r.ctx, r.waiting)
	r.waiting = nil
	if err != nil {
		return err
	}
	var kept []store.Kept
	err = r.crew.archive.Update(r.ctx, func(tx *store.Tx) error {
		if kept, err = tx.Put(r.ctx, fresh); err != nil {
			return err
		}
		return enqueue(r.ctx, r.crew.queue, tx.Tx, jobsOf(changedNumbers(kept), 0))
	})
	if err != nil {
		return fmt.Errorf("keep what was read again: %w", err)
	}
	for _, k := range kept {
		if k.Change == store.Added {
			return errors.New("an article went from the archive while it was read again")
		}
		if k.Change == store.Changed {
			r.done.Changed++
		}
	}
	r.tell(r.done)
	return nil
}
