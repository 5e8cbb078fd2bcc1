package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

type sqlite struct{}

// applicationID marks the file as an archive (SQLite's PRAGMA application_id): "isnd".
const applicationID = 0x69736e64

// Pragmas are in the name of the database, since set by a statement they would hold
// for one connection of the pool only.
var (
	// A transaction takes the lock when it begins: one that reads first and then finds
	// that another has written would fail, however long it waits.
	sqliteWrite = url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(30000)", "journal_mode(wal)", "synchronous(normal)", "foreign_keys(1)",
		"cache_size(-32000)", "temp_store(memory)", "application_id(" + strconv.Itoa(applicationID) + ")"}}
	sqliteRead = url.Values{"_pragma": {
		"busy_timeout(30000)", "query_only(1)", "cache_size(-8000)", "temp_store(memory)"}}
)

func (sqlite) engine() Engine { return SQLite }

func (sqlite) ddl(shared string) string { return shared }

func (s sqlite) open(ctx context.Context, name string) (p pools, err error) {
	if err := prepareFile(name); err != nil {
		return p, err
	}
	if err := s.check(ctx, name); err != nil {
		return p, err
	}
	if p.write, err = sql.Open("sqlite", sqliteName(name, sqliteWrite)); err != nil {
		return p, err
	}
	p.write.SetMaxOpenConns(1)
	p.queue = p.write // it writes, too
	if p.read, err = sql.Open("sqlite", sqliteName(name, sqliteRead)); err != nil {
		return p, errors.Join(err, p.close())
	}
	p.read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	p.read.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	if err := p.write.PingContext(ctx); err != nil {
		return p, errors.Join(err, p.close())
	}
	return p, nil
}

func sqliteName(path string, v url.Values) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: v.Encode()}
	return u.String()
}

// prepareFile makes the directory, and finds out before SQLite does, which says only
// "unable to open database file", what stands in the way.
func prepareFile(name string) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return forbidden(err)
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return forbidden(err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	// SQLite puts its log beside the file.
	probe, err := os.CreateTemp(dir, ".isnad-*")
	if err != nil {
		return forbidden(err)
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// forbidden is ErrForbidden where that is what is wrong.
func forbidden(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %w", ErrForbidden, plain(err))
	}
	return err
}

// plain takes the path out of an error of package os: the caller names it.
func plain(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

// check refuses a database that another program made, before anything is changed in it.
func (sqlite) check(ctx context.Context, name string) error {
	db, err := sql.Open("sqlite", sqliteName(name, sqliteRead))
	if err != nil {
		return err
	}
	defer db.Close()
	var id, tables int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		return err
	}
	if tables > 0 && id != applicationID {
		return notArchive("it is a database of another program")
	}
	return nil
}

// lockArticles has nothing to do: there is one transaction that writes.
func (sqlite) lockArticles(context.Context, *sql.Tx) error { return nil }

func (sqlite) explain(err error) error {
	e, ok := errors.AsType[*driver.Error](err)
	if !ok {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB:
		return notArchive("it is not a database")
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: %w", ErrFull, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case sqlite3.SQLITE_BUSY:
		return fmt.Errorf("another program has been writing to it for too long: %w", err)
	}
	return err
}
