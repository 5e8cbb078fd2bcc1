package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

type pools struct{ write, read, queue *sql.DB }

// close closes each pool once.
func (p pools) close() error {
	var errs []error
	for i, db := range []*sql.DB{p.queue, p.read, p.write} {
		if db != nil && (i == 2 || db != p.write) {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Archive is an open archive. It is safe for use by many goroutines.
type Archive struct {
	name string // as it may be shown: without a password
	pools
	dialect
	clock  func() time.Time
	traces traceCache
}

// dialect is what the engines do differently.
type dialect interface {
	engine() Engine
	// open opens the pools for writing, for reading and for the queue, which may be the same.
	open(ctx context.Context, name string) (pools, error)
	// lockArticles keeps others from numbering articles until the transaction ends.
	lockArticles(ctx context.Context, tx *sql.Tx) error
	// ddl turns a shared migration into the engine's own.
	ddl(shared string) string
	// searchSyntax is how expressions over terms are written.
	searchSyntax() searchSyntax
	// searchFrom is where hits come from, d with its key, and the conditions; $1 is an expression.
	searchFrom(claims, words bool) (from string, where []string)
	// searchWithin is the condition that an expression holds for d.
	searchWithin(claims bool, expression string) string
	// searchRank is less for a better hit.
	searchRank(words bool) string
	// searchOrder puts so many hits into the order of their keys.
	searchOrder(total int) string
	// searchRanked is how many of the newest hits are put into the order of relevance.
	searchRanked() int
	// searchEach ends a subquery that is to be asked for each hit.
	searchEach() string
	// forgetSearch are the statements that take an article out of the search.
	forgetSearch() []string
	// insertSearch writes rows of key and terms, and of key, act, origin and terms.
	insertSearch(ctx context.Context, tx *Tx, articles, claims [][]any) error
	// explain makes an error of the engine plain, or gives it back.
	explain(err error) error
}

// Engine names a kind of database.
type Engine string

// The engines that there are.
const (
	SQLite     Engine = "sqlite"
	PostgreSQL Engine = "postgres"
)

// ErrNotFound says that the archive has no such thing.
var ErrNotFound = errors.New("not in the archive")

// ErrMissing says that there is no archive at the place that was named.
var ErrMissing = errors.New("there is no archive here yet: isnad add makes one")

// Options say how to open an archive.
type Options struct {
	// MustExist refuses with ErrMissing to make a new archive.
	MustExist bool
	// Clock tells the time that additions are stamped with; time.Now if nil.
	Clock func() time.Time
}

// Open opens the archive of that name: postgres:// or postgresql:// and an address, or
// else the path of a file, which is made with its directory if it is not there. Its
// tables are brought up to date. It is an error if the file is no archive, if it was
// written by a newer program, or if it cannot be written.
func Open(ctx context.Context, name string, o Options) (*Archive, error) {
	a := &Archive{name: displayed(name), dialect: dialectOf(name), clock: o.Clock}
	if a.clock == nil {
		a.clock = time.Now
	}
	if err := a.open(ctx, name, o); err != nil {
		return nil, fmt.Errorf("open archive %s: %w", a.name, a.explain(err))
	}
	return a, nil
}

func (a *Archive) open(ctx context.Context, name string, o Options) (err error) {
	if o.MustExist && a.engine() == SQLite {
		if _, err := os.Stat(name); errors.Is(err, os.ErrNotExist) {
			return ErrMissing
		}
	}
	if a.pools, err = a.dialect.open(ctx, name); err != nil {
		return err
	}
	if err = a.bringUpToDate(ctx); err != nil {
		return errors.Join(err, a.Close())
	}
	return nil
}

func dialectOf(name string) dialect {
	if isPostgres(name) {
		return postgres{}
	}
	return sqlite{}
}

// DefaultName is the path of the archive of a user who names none: isnad.db in
// $XDG_DATA_HOME/isnad, or in ~/.local/share/isnad (XDG Base Directory Specification).
func DefaultName(getenv func(string) string) (string, error) {
	dir := getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(dir) { // the specification: relative paths are to be ignored
		home := getenv("HOME")
		if home == "" {
			var err error
			if home, err = os.UserHomeDir(); err != nil {
				return "", fmt.Errorf("find the user's data directory: %w", err)
			}
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "isnad", "isnad.db"), nil
}

// Close closes the archive.
func (a *Archive) Close() error { return a.pools.close() }

// Name is the path or the address of the archive, without a password.
func (a *Archive) Name() string { return a.name }

// Engine says which engine the archive is kept in.
func (a *Archive) Engine() Engine { return a.engine() }

// View is the pool of connections for reading. In SQLite they refuse to write.
func (a *Archive) View() *sql.DB { return a.read }

// Tx is a transaction that writes.
type Tx struct {
	*sql.Tx
	archive *Archive
}

// Update runs f in a transaction that writes, and commits it unless f fails. In SQLite
// there is one at a time; in PostgreSQL only what numbers articles excludes another.
func (a *Archive) Update(ctx context.Context, f func(*Tx) error) error {
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin to write to %s: %w", a.name, a.explain(err))
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	if err := f(&Tx{tx, a}); err != nil {
		return a.explain(err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("write to %s: %w", a.name, a.explain(err))
	}
	return nil
}

func isPostgres(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}
