package main

import (
	"errors"
	"fmt"

	"isnad/internal/store"
)

type checkCommand struct{ archiveFlag }

// Run looks through the archive and tells what is damaged.
func (k *checkCommand) Run(c *console) error {
	return k.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		damages := 0
		err := archive.Check(c.ctx, func(damage string) {
			damages++
			fmt.Fprintln(c.out, damage)
		})
		switch {
		case err != nil:
			return err
		case damages > 0:
			return errors.New(counted(int64(damages), "damage", "damages") + " found: take articles from a backup")
		}
		_, err = fmt.Fprintln(c.out, "sound: the database, the hash of every text and document, the spans of every analysis")
		return err
	})
}
