package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

type postgres struct{}

func (postgres) engine() Engine { return PostgreSQL }

var postgresDDL = strings.NewReplacer("INTEGER PRIMARY KEY", "BIGINT PRIMARY KEY", "BLOB", "BYTEA")

func (postgres) ddl(shared string) string { return postgresDDL.Replace(shared) }

// Bounds on the connections of one process: a server has a hundred.
const (
	postgresConns      = 12
	postgresQueueConns = 4
)

func (postgres) open(ctx context.Context, name string) (p pools, err error) {
	config, err := pgx.ParseConfig(name)
	if err != nil {
		return p, wrapped{ErrAddress, "see the documentation of PostgreSQL for its form"} // its text may show a password
	}
	p.write, p.queue = stdlib.OpenDB(*config), stdlib.OpenDB(*config)
	p.read = p.write
	p.write.SetMaxOpenConns(postgresConns)
	p.write.SetMaxIdleConns(postgresConns)
	p.queue.SetMaxOpenConns(postgresQueueConns)
	p.queue.SetMaxIdleConns(postgresQueueConns)
	if err := p.write.PingContext(ctx); err != nil {
		return p, errors.Join(err, p.close())
	}
	return p, nil
}

// articlesLock is the key of the advisory lock under which articles are numbered.
const articlesLock = 0x69736e64

// lockArticles makes numbers rise in the order of commits. With a sequence a number
// may become visible after a higher one, and who walks by number would miss it.
func (postgres) lockArticles(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", articlesLock); err != nil {
		return fmt.Errorf("wait to number articles: %w", err)
	}
	return nil
}

func (postgres) explain(err error) error {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch {
		case e.Code == "53100":
			return fmt.Errorf("%w: %w", ErrFull, err)
		case e.Code == "25006":
			return fmt.Errorf("%w: %w", ErrReadOnly, err)
		case strings.HasPrefix(e.Code, "57P"):
			return lost(err)
		}
		return err
	}
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if _, ok := errors.AsType[net.Error](err); ok || pgconn.SafeToRetry(err) {
		return lost(err)
	}
	for _, cut := range []error{io.EOF, io.ErrUnexpectedEOF, driver.ErrBadConn, net.ErrClosed, syscall.EPIPE, syscall.ECONNRESET} {
		if errors.Is(err, cut) {
			return lost(err)
		}
	}
	return err
}

// lost tells only in words what was wrong: a broken pipe to the server must not be taken
// for one of standard output, which is no failure.
func lost(err error) error {
	var told []string // each of the tries of pgx once, in one line
	for line := range strings.Lines(err.Error()) {
		if line = strings.TrimSpace(line); !slices.Contains(told, line) {
			told = append(told, line)
		}
	}
	return fmt.Errorf("%w: %s", ErrConnection, strings.Join(told, " "))
}

// displayed is the name of an archive without its password.
func displayed(name string) string {
	if !isPostgres(name) {
		return name
	}
	u, err := url.Parse(name)
	if err != nil {
		return "postgres://…"
	}
	if q := u.Query(); q.Has("password") {
		q.Del("password")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}
