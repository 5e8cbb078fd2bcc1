package main

import (
	"context"
	"errors"
	"fmt"

	"isnad/internal/store"
)

// archiveFlag says which archive a command is about.
type archiveFlag struct {
	DB string `name:"db" env:"ISNAD_DB" placeholder:"FILE" help:"The archive: a file, or postgres://… (default: isnad.db in your data directory)."`
}

// with opens the archive, does the work and closes it.
func (f *archiveFlag) with(c *console, o store.Options, work func(*store.Archive) error) (err error) {
	archive, err := openArchive(c, f.DB, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	return work(archive)
}

// openArchive opens the archive of a name, or the user's own.
func openArchive(c *console, name string, o store.Options) (*store.Archive, error) {
	if name == "" {
		var err error
		if name, err = store.DefaultName(c.getenv); err != nil {
			return nil, err
		}
	}
	archive, err := store.Open(c.ctx, name, o)
	if store.IsBadInput(err) {
		return nil, badInput{err}
	}
	return archive, err
}

// badInput is an error that is the fault of what was named on the command line.
type badInput struct{ error }

func (b badInput) Unwrap() error { return b.error }

// interrupted is what a user reads whose signal ended the work.
func interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; what was written before is kept, and the next start goes on")
	}
	return err
}

// counted is a number with its noun in the singular or the plural.
func counted(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
