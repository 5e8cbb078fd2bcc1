package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrationFiles embed.FS

// Several processes may find the same archive out of date. Each migration is one
// transaction, so that one of them does it, and the others fail and look again.
const (
	migrationTries = 50
	migrationPause = 100 * time.Millisecond
)

// bringUpToDate migrates the tables of the archive and of its queue.
func (a *Archive) bringUpToDate(ctx context.Context) (err error) {
	for range migrationTries {
		if err = a.migrate(ctx); err == nil {
			err = a.migrateQueue(ctx)
		}
		if explained := a.explain(err); err == nil || IsFatal(explained) || IsBadInput(explained) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(migrationPause):
		}
	}
	return err
}

// migrate brings the tables up to date. It is ErrNewer if the archive has a migration
// that this program does not know.
func (a *Archive) migrate(ctx context.Context) error {
	files, err := a.migrations()
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	known, err := files.versions()
	if err != nil {
		return err
	}
	applied, err := a.applied(ctx)
	if err != nil {
		return fmt.Errorf("read which migrations it has: %w", err)
	}
	pending := len(applied) == 0
	for _, v := range applied {
		if !slices.Contains(known, v) {
			return wrapped{ErrNewer, fmt.Sprintf("migration %d is unknown here", v)}
		}
	}
	for _, v := range known {
		pending = pending || !slices.Contains(applied, v)
	}
	if !pending { // as nearly always: going through goose takes longer
		return nil
	}
	return a.up(ctx, files)
}

func (a *Archive) up(ctx context.Context, files sqlFiles) error {
	// Numbers are ranges by subject, so that a new one may be lower than what is there.
	options := []goose.ProviderOption{goose.WithAllowOutofOrder(true), goose.WithDisableGlobalRegistry(true)}
	dialect := goose.DialectSQLite3
	if a.engine() == PostgreSQL {
		dialect = goose.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(dialect, a.write, files, options...)
	if err != nil {
		return fmt.Errorf("prepare migrations: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// applied lists the migrations that the archive has; none where it is empty.
func (a *Archive) applied(ctx context.Context) ([]int64, error) {
	there, err := a.hasTable(ctx, goose.DefaultTablename)
	if err != nil || !there {
		return nil, err
	}
	rows, err := a.write.QueryContext(ctx, "SELECT DISTINCT version_id FROM "+goose.DefaultTablename+" WHERE version_id > 0")
	if err != nil {
		return nil, err
	}
	return scanAll(rows, func(rows *sql.Rows) (v int64, err error) { return v, rows.Scan(&v) })
}

// migrations are the files for one engine: the shared ones in its own words, and what
// stands under the same name in its own directory after them.
func (a *Archive) migrations() (sqlFiles, error) {
	all := make(sqlFiles)
	for _, dir := range []string{"migrations", "migrations/" + string(a.engine())} {
		names, err := fs.Glob(migrationFiles, dir+"/*.sql")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := migrationFiles.ReadFile(name)
			if err != nil {
				return nil, err
			}
			all.add(path.Base(name), a.ddl(string(text)))
		}
	}
	return all, nil
}
