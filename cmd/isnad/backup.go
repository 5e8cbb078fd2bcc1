package main

import (
	"errors"
	"fmt"
	"os"

	"isnad/internal/store"
)

type backupCommand struct {
	File string `arg:"" help:"The file to make. It must not be there yet."`
	archiveFlag
}

// Run copies the archive, which others may go on using.
func (b *backupCommand) Run(c *console) error {
	return b.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		err := archive.Backup(c.ctx, b.File)
		switch {
		case errors.Is(err, store.ErrNotHere), errors.Is(err, os.ErrExist):
			return badInput{err}
		case err != nil:
			return err
		}
		_, err = fmt.Fprintf(c.out, "%s is a copy of %s as it is now\n", b.File, archive.Name())
		return err
	})
}
