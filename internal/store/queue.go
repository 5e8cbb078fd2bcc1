package store

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"slices"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
)

// The queue is in tables of its own beside the others, so that a job is added, or
// marked as done, in the transaction that writes what it is about.

// Queue is a client of the archive's queue.
type Queue = river.Client[*sql.Tx]

// OpenQueue makes a client of the queue. A config without queues can add jobs but works
// off none. In SQLite and with this driver of PostgreSQL a client has to ask for new
// jobs, so config.PollOnly is set.
func (a *Archive) OpenQueue(config *river.Config) (*Queue, error) {
	config.PollOnly = true
	q, err := river.NewClient(a.queueDriver(), config)
	if err != nil {
		return nil, fmt.Errorf("open the queue of %s: %w", a.name, err)
	}
	return q, nil
}

// queueDriver works on connections of its own in PostgreSQL: were all of them taken by
// the jobs, none of them could end.
func (a *Archive) queueDriver() riverdriver.Driver[*sql.Tx] {
	if a.engine() == PostgreSQL {
		return riverdatabasesql.New(a.queue)
	}
	return riversqlite.New(a.queue)
}

// CompleteJob marks the job as done as part of the transaction. It fails, and with it
// the transaction should, if the job is not this process's any more.
func CompleteJob[A river.JobArgs](ctx context.Context, tx *Tx, job *river.Job[A]) (err error) {
	if tx.archive.engine() == PostgreSQL {
		_, err = river.JobCompleteTx[*riverdatabasesql.Driver](ctx, tx.Tx, job)
	} else {
		_, err = river.JobCompleteTx[*riversqlite.Driver](ctx, tx.Tx, job)
	}
	if err != nil {
		return fmt.Errorf("complete job %d: %w", job.ID, err)
	}
	return nil
}

// migrateQueue brings the tables of the queue up to date.
func (a *Archive) migrateQueue(ctx context.Context) error {
	m, err := rivermigrate.New(a.queueDriver(), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	known := 0
	for _, v := range m.AllVersions() {
		known = max(known, v.Version)
	}
	existing, err := m.ExistingVersions(ctx)
	if err != nil {
		return fmt.Errorf("read the version of the queue: %w", err)
	}
	have := 0
	for _, v := range existing {
		have = max(have, v.Version)
	}
	switch {
	case have > known:
		return wrapped{ErrNewer, fmt.Sprintf("version %d of the queue is unknown here", have)}
	case have == known:
		return nil
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the queue: %w", err)
	}
	return nil
}

// Waiting counts the jobs of those kinds that are still to be done or being done.
func (a *Archive) Waiting(ctx context.Context, kinds ...string) (n int, err error) {
	counts, err := a.jobs(ctx, "state NOT IN ('completed', 'cancelled', 'discarded')")
	for _, c := range counts {
		if slices.Contains(kinds, c.Kind) {
			n += c.Count
		}
	}
	return n, err
}

// JobCount is how many jobs of a kind are in a state (River's names: available, running,
// retryable, scheduled, completed, cancelled, discarded).
type JobCount struct {
	Kind, State string
	Count       int
}

// Jobs counts all jobs, those that ended within the last day too.
func (a *Archive) Jobs(ctx context.Context) ([]JobCount, error) { return a.jobs(ctx, "1 = 1") }

func (a *Archive) jobs(ctx context.Context, where string) ([]JobCount, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT kind, state, count(*) FROM river_job WHERE "+where+" GROUP BY kind, state ORDER BY kind, state")
	if err != nil {
		return nil, fmt.Errorf("count the jobs of %s: %w", a.name, a.explain(err))
	}
	all, err := scanAll(rows, func(rows *sql.Rows) (c JobCount, err error) { return c, rows.Scan(&c.Kind, &c.State, &c.Count) })
	if err != nil {
		return nil, fmt.Errorf("count the jobs of %s: %w", a.name, a.explain(err))
	}
	return all, nil
}
