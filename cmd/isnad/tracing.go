package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"isnad/internal/ingest"
	"isnad/internal/store"
	"isnad/trace"
)

// traceEvery is how often what is new in an archive is traced beside other work.
const traceEvery = time.Minute

// traceOn traces what is new without telling of it.
func traceOn(ctx context.Context, a *store.Archive) error {
	tracer, err := trace.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	return ingest.Trace(ctx, a, tracer, nil)
}

// traceBeside traces what is new, now and again, in a goroutine of its own until stop is
// called, which waits for it. That tracing fails keeps nothing else from going on: it is
// logged, and tried again.
func traceBeside(ctx context.Context, a *store.Archive, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			if err := traceOn(ctx, a); err != nil && ctx.Err() == nil {
				log.Error("trace what is new", "error", err)
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(traceEvery):
			}
		}
	}()
	return func() { cancel(); <-ended }
}
