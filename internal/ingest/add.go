package ingest

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strings"
	"time"

	"isnad/internal/ordered"
	"isnad/internal/source"
	"isnad/internal/store"
)

// Progress is how far adding has come.
type Progress struct {
	Read    int64 // bytes of the input files that were taken
	Seen    int   // articles in what was read
	Added   int   // of these new
	Changed int   // of these with a new text
}

// batch is how many articles are put in one transaction.
const batch = jobSize

// Add keeps the articles of all parts, in their order, and queues their analysis. It
// calls tell, from one goroutine, after each step and for each problem of the input,
// which end nothing. What it has put stays when it fails or ctx ends.
func (c *Crew) Add(ctx context.Context, parts iter.Seq[*source.Part], tell func(Progress, *source.Problem)) (Progress, error) {
	a := &adding{crew: c, ctx: ctx, tell: tell}
	err := ordered.Map(ctx, runtime.GOMAXPROCS(0), parts, a.read, a.emit)
	if err == nil {
		err = a.flush()
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return a.progress, err
}

type adding struct {
	crew     *Crew
	ctx      context.Context
	tell     func(Progress, *source.Problem)
	progress Progress
	waiting  []*store.Draft
}

// taken is what came of one part.
type taken struct {
	fresh    []*store.Draft // packed
	seen     int
	read     int64
	problems []*source.Problem
	err      error
}

// read runs on any goroutine: it decodes, leaves out what the archive has, and packs.
func (a *adding) read(p *source.Part) (t taken) {
	t.read = p.Read
	var drafts []*store.Draft
	var document *store.Document
	for article, err := range p.Articles() {
		if problem, ok := errors.AsType[*source.Problem](err); ok {
			t.problems = append(t.problems, problem)
		}
		if article == nil {
			continue
		}
		if strings.HasPrefix(article.ID, p.File) {
			article.ID = "" // the reader named it so for want of its own
		}
		raw, media := p.Raw()
		if raw != nil && (document == nil || &raw[0] != &document.Bytes[0] || len(raw) != len(document.Bytes)) {
			document = &store.Document{Address: p.File, Media: media, Bytes: raw, Fetched: fetched(article.Fetched)}
			if article.Fetched != "" && article.URL != "" { // a page, which may stand in a web archive
				document.Address = article.URL
			}
		}
		drafts = append(drafts, store.NewDraft(article, document))
	}
	t.seen = len(drafts)
	if t.fresh, t.err = a.crew.archive.Fresh(a.ctx, drafts); t.err != nil {
		return t
	}
	for _, d := range t.fresh {
		if t.err = d.Pack(); t.err != nil {
			return t
		}
	}
	return t
}

func fetched(at string) time.Time {
	t, _ := time.Parse(time.RFC3339, at) // zero where it was not fetched
	return t
}

// emit runs in the order of the input.
func (a *adding) emit(t taken) error {
	if t.err != nil {
		return t.err
	}
	a.progress.Read = t.read
	a.progress.Seen += t.seen
	for _, p := range t.problems {
		a.tell(a.progress, p)
	}
	a.waiting = append(a.waiting, t.fresh...)
	for len(a.waiting) >= batch {
		if err := a.put(a.waiting[:batch]); err != nil {
			return err
		}
		a.waiting = a.waiting[batch:]
	}
	a.tell(a.progress, nil)
	return nil
}

func (a *adding) flush() error {
	if len(a.waiting) == 0 {
		return nil
	}
	err := a.put(a.waiting)
	a.waiting = nil
	a.tell(a.progress, nil)
	return err
}

// put keeps some drafts and queues their analysis, in one transaction.
func (a *adding) put(drafts []*store.Draft) error {
	var kept []store.Kept
	err := a.crew.archive.Update(a.ctx, func(tx *store.Tx) (err error) {
		if kept, err = tx.Put(a.ctx, drafts); err != nil {
			return err
		}
		return enqueue(a.ctx, a.crew.queue, tx.Tx, jobsOf(changedNumbers(kept), 0))
	})
	if err != nil {
		return err
	}
	for _, k := range kept {
		switch k.Change {
		case store.Added:
			a.progress.Added++
		case store.Changed:
			a.progress.Changed++
		}
	}
	return nil
}
