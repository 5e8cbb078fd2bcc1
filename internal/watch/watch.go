// Package watch fetches the feeds of an archive, each on its own rhythm, and the pages
// that they name, and keeps what it reads.
//
// What is to be fetched when stands in the archive itself, and what a fetch brought is
// written in the transaction that says it was done: killed at any moment, the next start
// goes on where this one was, and nothing is lost or there twice. The unit of work is a
// host: who has its turn makes one request to it. Turns are in the archive, too, so that
// several processes on several machines never ask one host at a time together.
package watch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"isnad"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// Options say how to watch. All but the fields with a default must be there.
type Options struct {
	Archive   *store.Archive
	Client    *fetch.Client
	Analyze   func(*isnad.Article) *isnad.Analysis
	Extractor string // the name of what Analyze does it with
	Log       *slog.Logger

	OtherLanguages bool          // keep articles that are not in Arabic, too
	Workers        int           // hosts that are asked at a time; 8
	Lease          time.Duration // how long a turn lasts if it is not given up; 2 min
	Poll           time.Duration // how often is looked for what is due; 1 s
}

// Counts say what came of watching.
type Counts struct {
	Fetched, Unchanged, Failed int // feeds
	Added, Changed, Same       int // articles
	Left                       int // pages that gave no article to keep
	Unread                     int // articles that are kept and that the program failed to analyse
}

// watcher is one run.
type watcher struct {
	Options
	mu     sync.Mutex
	counts Counts
	busy   map[string]bool // hosts whose turn is ours
	wake   chan struct{}
}

func newWatcher(o Options) *watcher {
	if o.Workers <= 0 {
		o.Workers = 8
	}
	if o.Lease <= 0 {
		o.Lease = 2 * time.Minute
	}
	if o.Poll <= 0 {
		o.Poll = time.Second
	}
	return &watcher{Options: o, busy: make(map[string]bool), wake: make(chan struct{}, 1)}
}

// Run watches until the context ends, or, with once, until nothing is due any more. It
// gives the counts in any case.
func Run(ctx context.Context, o Options, once bool) (Counts, error) {
	w := newWatcher(o)
	err := w.run(ctx, once)
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.counts, err
}

func (w *watcher) run(ctx context.Context, once bool) (err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var workers sync.WaitGroup
	defer workers.Wait()
	for {
		hosts, err := w.Archive.DueHosts(ctx, time.Now())
		if err != nil {
			return w.stopped(ctx, err)
		}
		started := 0
		for _, host := range hosts {
			if !w.take(host) {
				continue
			}
			started++
			workers.Go(func() {
				if err := w.host(ctx, host); err != nil {
					stop(err)
				}
				w.release(host)
			})
		}
		if once && started == 0 && w.idle() {
			ended, err := w.ended(ctx)
			if err != nil || ended {
				return w.stopped(ctx, err)
			}
		}
		select {
		case <-ctx.Done():
			return w.stopped(ctx, context.Cause(ctx))
		case <-w.wake:
		case <-time.After(w.Poll):
		}
	}
}

// longestRest is how long a run that is to fetch once what is due waits for a host that rests
// between two requests.
const longestRest = time.Minute

// ended: nothing is due any more, or only from hosts that want to rest for long.
func (w *watcher) ended(ctx context.Context) (bool, error) {
	now := time.Now()
	due, err := w.Archive.DueHosts(ctx, now) // one may have become free between the two
	if err != nil || len(due) > 0 {
		return false, err
	}
	next, err := w.Archive.HostRests(ctx, now)
	return next.IsZero() || next.Sub(now) > longestRest, err
}

// stopped is the error of a run; that somebody stopped it is none.
func (w *watcher) stopped(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// take marks a host as ours, if it is not yet and a worker is free.
func (w *watcher) take(host string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.busy[host] || len(w.busy) >= w.Workers {
		return false
	}
	w.busy[host] = true
	return true
}

func (w *watcher) release(host string) {
	w.mu.Lock()
	delete(w.busy, host)
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *watcher) idle() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.busy) == 0
}

// host takes the host's turn and makes one request to it. Its errors are those of the
// archive; what the host does wrong is noted there.
func (w *watcher) host(ctx context.Context, host string) error {
	now := time.Now()
	free := false
	err := w.Archive.Update(ctx, func(tx *store.Tx) (err error) {
		free, err = tx.ClaimHost(ctx, host, now, now.Add(w.Lease))
		return err
	})
	if err != nil || !free {
		return err
	}
	feed, err := w.Archive.DueFeed(ctx, host, now)
	if err == nil {
		return w.feed(ctx, host, feed)
	}
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	item, err := w.Archive.DueItem(ctx, host, now)
	if err == nil {
		return w.item(ctx, host, item)
	}
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	return w.Archive.Update(ctx, func(tx *store.Tx) error { return tx.FreeHost(ctx, host, now) })
}

// done writes what a request brought and gives the host's turn up, in one transaction.
func (w *watcher) done(ctx context.Context, host string, write func(*store.Tx) error) error {
	err := w.Archive.Update(ctx, func(tx *store.Tx) error {
		if err := write(tx); err != nil {
			return err
		}
		return tx.FreeHost(ctx, host, w.Client.Next(host))
	})
	if err != nil {
		return fmt.Errorf("keep what %s gave: %w", host, err)
	}
	return nil
}

func (w *watcher) count(f func(*Counts)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f(&w.counts)
}
