package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// ProcessID names this process as a worker: host/process. It is to be the ID in the
// configuration of a queue, so that others can tell whether it lives.
func ProcessID() string {
	host, err := os.Hostname()
	if err != nil {
		host = "localhost"
	}
	return host + "/" + strconv.Itoa(os.Getpid())
}

// FreeOrphans makes the jobs available again whose process, on this machine, was
// killed; those of other machines wait for the queue's RescueStuckJobsAfter. It gives
// how many there were. That a process died is not held against a job.
func (a *Archive) FreeOrphans(ctx context.Context, q *Queue) (n int, err error) {
	params := river.NewJobListParams().States(rivertype.JobStateRunning).First(10000)
	running, err := q.JobList(ctx, params)
	if err != nil {
		return 0, fmt.Errorf("look for jobs of processes that were killed: %w", a.explain(err))
	}
	err = a.Update(ctx, func(tx *Tx) error {
		for _, job := range running.Jobs {
			if len(job.AttemptedBy) == 0 || !deadHere(job.AttemptedBy[len(job.AttemptedBy)-1]) {
				continue
			}
			_, err := tx.ExecContext(ctx, `UPDATE river_job SET state = 'available', attempt = attempt - 1
				WHERE id = $1 AND state = 'running' AND attempt = $2`, job.ID, job.Attempt)
			if err != nil {
				return fmt.Errorf("free job %d: %w", job.ID, err)
			}
			n++
		}
		return nil
	})
	return n, err
}

// deadHere reports whether the process of that ID ran on this machine and has ended.
func deadHere(id string) bool {
	mine := ProcessID()
	host, number, ok := strings.Cut(id, "/")
	if here, _, _ := strings.Cut(mine, "/"); !ok || host != here || id == mine {
		return false
	}
	pid, err := strconv.Atoi(number)
	if err != nil || pid <= 0 {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return true
	}
	defer func() { _ = p.Release() }()
	err = p.Signal(syscall.Signal(0))
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}
