package ingest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"isnad"
	"isnad/internal/guard"
	"isnad/internal/store"
)

// Options say how jobs are worked off.
type Options struct {
	Workers int          // jobs at a time; as many as processors if 0
	Log     *slog.Logger // of what fails; nowhere if nil
}

// Crew works off the jobs of an archive.
type Crew struct {
	archive *store.Archive
	queue   *store.Queue
	stop    context.CancelCauseFunc
	done    atomic.Int64 // articles analysed
	unread  unread
}

// How jobs are looked for and given up. A job takes a second or so; one that runs for
// minutes is stuck.
const (
	pollEvery   = 100 * time.Millisecond
	fetchPause  = 10 * time.Millisecond
	jobTimeout  = 5 * time.Minute
	rescueAfter = jobTimeout + time.Minute
	maxAttempts = 5
	stopWithin  = 10 * time.Second
)

// Reader reads articles.
type Reader interface {
	Analyze(*isnad.Article) *isnad.Analysis
}

// Start begins to work off jobs. The context that it gives ends, with its cause, when
// the archive cannot be written any more; then jobs go on failing. The crew must be
// stopped.
func Start(ctx context.Context, a *store.Archive, reader Reader, o Options) (*Crew, context.Context, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	c := &Crew{archive: a, unread: unread{log: o.Log}}
	ctx, c.stop = context.WithCancelCause(ctx)
	workers := river.NewWorkers()
	river.AddWorker(workers, &analyser{crew: c, reader: reader})
	queue, err := a.OpenQueue(&river.Config{
		ID: store.ProcessID(), Logger: o.Log, Workers: workers,
		Queues:        map[string]river.QueueConfig{analyseQueue: {MaxWorkers: o.Workers}},
		FetchCooldown: fetchPause, FetchPollInterval: pollEvery,
		JobTimeout: jobTimeout, RescueStuckJobsAfter: rescueAfter, MaxAttempts: maxAttempts,
		SoftStopTimeout: stopWithin,
	})
	if err != nil {
		return nil, nil, err
	}
	c.queue = queue
	if _, err := a.FreeOrphans(ctx, queue); err != nil {
		return nil, nil, err
	}
	// Its own context: when ours ends, jobs that run shall finish, as Stop lets them.
	if err := queue.Start(context.WithoutCancel(ctx)); err != nil {
		return nil, nil, fmt.Errorf("start to work off jobs: %w", err)
	}
	return c, ctx, nil
}

// Stop lets the jobs that run finish, for a while, and ends.
func (c *Crew) Stop() error {
	defer c.stop(nil)
	ctx, cancel := context.WithTimeout(context.Background(), 2*stopWithin)
	defer cancel()
	if err := c.queue.Stop(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("stop working off jobs: %w", err)
	}
	return nil
}

// Failure is why the context of a crew ended, nil if it was only told to.
func Failure(ctx context.Context) error {
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// Analysed is how many articles this crew has analysed.
func (c *Crew) Analysed() int64 { return c.done.Load() }

// failed ends the work where going on is of no use.
func (c *Crew) failed(err error) error {
	if store.IsFatal(err) {
		c.stop(err)
	}
	return err
}

const analyseQueue = "analyse"

// analyseKind is the kind of job that analyses articles.
const analyseKind = "analyse"

// analyseArgs are the articles of one job, by number, both included. Those whose latest
// version has an analysis are passed over; with Again, those whose analysis is of this
// extractor.
type analyseArgs struct {
	From  int64 `json:"from"`
	To    int64 `json:"to"`
	Again int64 `json:"again,omitempty"` // the reanalysis that it belongs to
}

// Kind is the name of the job in the queue.
func (analyseArgs) Kind() string { return analyseKind }

type analyser struct {
	river.WorkerDefaults[analyseArgs]
	crew   *Crew
	reader Reader
}

// Work analyses the articles of a job and completes it in the same transaction.
func (w *analyser) Work(ctx context.Context, job *river.Job[analyseArgs]) error {
	return w.crew.failed(w.work(ctx, job))
}

func (w *analyser) work(ctx context.Context, job *river.Job[analyseArgs]) error {
	var analysed []*store.Analysed
	account := store.Reanalysis{ID: job.Args.Again}
	var err error
	if job.Args.Again > 0 {
		analysed, err = w.again(ctx, job.Args, &account)
	} else {
		analysed, err = w.first(ctx, job.Args)
	}
	if err != nil {
		return err
	}
	err = w.crew.archive.Update(ctx, func(tx *store.Tx) error {
		if err := tx.PutAnalyses(ctx, Extractor(), analysed); err != nil {
			return err
		}
		if account.ID > 0 {
			if err := tx.AddToReanalysis(ctx, account); err != nil {
				return err
			}
		}
		return store.CompleteJob(ctx, tx, job)
	})
	if err == nil {
		w.crew.done.Add(int64(len(analysed)))
	}
	return err
}

// first analyses what has no analysis.
func (w *analyser) first(ctx context.Context, of analyseArgs) ([]*store.Analysed, error) {
	waiting, err := w.crew.archive.Unanalysed(ctx, of.From, of.To)
	if err != nil {
		return nil, err
	}
	analysed := make([]*store.Analysed, 0, len(waiting))
	for _, x := range waiting {
		if a := w.read(x, func(*isnad.Analysis) {}); a != nil {
			analysed = append(analysed, a)
		}
	}
	return analysed, nil
}

// read analyses an article, and lets also look at what came of it before it is kept. Where that
// goes wrong the article is noted as unread, and it is nil.
func (w *analyser) read(x *store.Article, also func(*isnad.Analysis)) *store.Analysed {
	a, err := guard.Try(func() (*store.Analysed, error) {
		analysis := w.reader.Analyze(&x.Article)
		also(analysis)
		return store.NewAnalysed(x.Number, x.Version, analysis)
	})
	if err != nil {
		w.crew.unread.add(x.ID, err)
		return nil
	}
	return a
}

// jobsOf are jobs that analyse the articles of those numbers, which ascend.
func jobsOf(numbers []int64, again int64) (jobs []river.InsertManyParams) {
	options := &river.InsertOpts{Queue: analyseQueue, MaxAttempts: maxAttempts}
	for len(numbers) > 0 {
		n := 1 // articles of one job lie within a stretch of jobSize
		for n < len(numbers) && numbers[n] < numbers[0]+jobSize {
			n++
		}
		jobs = append(jobs, river.InsertManyParams{Args: analyseArgs{From: numbers[0], To: numbers[n-1], Again: again}, InsertOpts: options})
		numbers = numbers[n:]
	}
	return jobs
}

// jobSize is how many articles a job has at most: enough that the queue costs little,
// few enough that what a killed process had begun is soon done again.
const jobSize = 200

// enqueue adds the jobs as part of the transaction.
func enqueue(ctx context.Context, q *store.Queue, tx *sql.Tx, jobs []river.InsertManyParams) error {
	if len(jobs) == 0 {
		return nil
	}
	if _, err := q.InsertManyTx(ctx, tx, jobs); err != nil {
		return fmt.Errorf("queue %d jobs: %w", len(jobs), err)
	}
	return nil
}

// Wait waits until no article waits to be analysed, by whatever process, and tells
// every moment how many jobs are left. Jobs that failed for good are ErrUnfinished.
func (c *Crew) Wait(ctx context.Context, tell func(left int)) error {
	tick := time.NewTicker(pollEvery / 2)
	defer tick.Stop()
	for {
		left, err := c.archive.Waiting(ctx, analyseKind)
		switch {
		case context.Cause(ctx) != nil:
			return context.Cause(ctx)
		case err != nil:
			return err
		}
		tell(left)
		if left == 0 {
			return c.discarded(ctx)
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-tick.C:
		}
	}
}

// ErrUnfinished says that some articles could not be analysed.
var ErrUnfinished = errors.New("some articles could not be analysed; isnad reanalyze tries again")

func (c *Crew) discarded(ctx context.Context) error {
	counts, err := c.archive.Jobs(ctx)
	if err != nil {
		return err
	}
	for _, n := range counts {
		if n.Kind != analyseKind || n.State != string(rivertype.JobStateDiscarded) {
			continue
		}
		stats, err := c.archive.Stats(ctx)
		if err == nil && stats.Analysed < stats.Articles { // else another job has done it
			err = ErrUnfinished
		}
		return err
	}
	return nil
}
