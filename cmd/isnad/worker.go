package main

import (
	"errors"
	"fmt"
	"log/slog"

	"isnad/extract"
	"isnad/internal/ingest"
	"isnad/internal/store"
)

type workerCommand struct {
	archiveFlag
	Workers int `placeholder:"N" help:"Jobs at a time (default: as many as processors)."`
}

// Run works off jobs until it is interrupted.
func (w *workerCommand) Run(c *console) error {
	return w.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		reader, err := extract.New()
		if err != nil {
			return fmt.Errorf("load the word lists: %w", err)
		}
		log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
		crew, ctx, err := ingest.Start(c.ctx, archive, reader, ingest.Options{Workers: w.Workers, Log: log})
		if err != nil {
			return err
		}
		fmt.Fprintf(c.err, "isnad: working off the jobs of %s; interrupt to stop\n", archive.Name())
		<-ctx.Done()
		err = crew.Stop()
		if c.ctx.Err() == nil { // not the user ended it
			err = errors.Join(ingest.Failure(ctx), err)
		}
		if err == nil && len(crew.Unread()) > 0 { // the log told of them
			err = errBadInput
		}
		fmt.Fprintf(c.out, "%s analysed\n", counted(crew.Analysed(), "article", "articles"))
		return err
	})
}
