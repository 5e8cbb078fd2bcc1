package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// ErrNotHere says that the engine has a way of its own for what was asked.
var ErrNotHere = errors.New("PostgreSQL makes its own backups, while it is in use too: pg_dump --format=custom --file=FILE ADDRESS, and pg_restore brings them back")

// Backup writes a consistent copy of the archive into a new file, while others read and
// write on. The file comes into being when it is whole. For PostgreSQL it is ErrNotHere.
func (a *Archive) Backup(ctx context.Context, file string) (err error) {
	if a.engine() == PostgreSQL {
		return ErrNotHere
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("back up to %s: %w", file, os.ErrExist)
	}
	dir, err := os.MkdirTemp(filepath.Dir(file), ".isnad-backup-*")
	if err != nil {
		return fmt.Errorf("back up to %s: %w", file, plain(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	whole := filepath.Join(dir, filepath.Base(file))
	if err := a.copyTo(ctx, whole); err != nil {
		return fmt.Errorf("back up to %s: %w", file, a.explain(err))
	}
	if err := os.Link(whole, file); err != nil { // unlike Rename it never replaces a file
		return fmt.Errorf("back up to %s: %w", file, err)
	}
	return nil
}

// copyTo reads on a connection of its own, so that others write on; those that the
// archive reads on refuse to make a file.
func (a *Archive) copyTo(ctx context.Context, file string) (err error) {
	db, err := sql.Open("sqlite", sqliteName(a.name, url.Values{"_pragma": {"busy_timeout(30000)"}}))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, "VACUUM INTO $1", file)
	return err
}
