// Package ordered spreads work over processors and keeps the order of its input.
package ordered

import (
	"context"
	"iter"
	"sync"
)

type task[In, Out any] struct {
	in   In
	done chan Out
}

// Map calls work for every value of in, on n goroutines, and emit for every
// result, in the order of in and on the calling goroutine. At most n+2 values are
// between reading and emitting, so memory does not grow with the input. It stops
// at the first error of emit, or when ctx ends, and returns that error; by then
// no goroutine of its own is left running.
func Map[In, Out any](ctx context.Context, n int, in iter.Seq[In], work func(In) Out, emit func(Out) error) error {
	ctx, cancel := context.WithCancel(ctx)
	queue := make(chan task[In, Out], n)
	jobs := make(chan task[In, Out], n)
	var running sync.WaitGroup
	running.Go(func() { feed(ctx, in, queue, jobs) })
	for range n {
		running.Go(func() {
			for t := range jobs {
				t.done <- work(t.in)
			}
		})
	}
	err := drain(ctx, queue, emit)
	cancel()
	running.Wait()
	return err
}

func feed[In, Out any](ctx context.Context, in iter.Seq[In], queue, jobs chan<- task[In, Out]) {
	defer close(queue)
	defer close(jobs)
	for v := range in {
		t := task[In, Out]{v, make(chan Out, 1)}
		for _, to := range []chan<- task[In, Out]{jobs, queue} {
			select {
			case to <- t:
			case <-ctx.Done():
				return
			}
		}
	}
}

func drain[In, Out any](ctx context.Context, queue <-chan task[In, Out], emit func(Out) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case t, more := <-queue:
			if !more {
				return ctx.Err()
			}
			if err := deliver(ctx, t.done, emit); err != nil {
				return err
			}
		}
	}
}

func deliver[Out any](ctx context.Context, done <-chan Out, emit func(Out) error) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case out := <-done:
		return emit(out)
	}
}
