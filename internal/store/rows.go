package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// scanAll reads all rows and closes them.
func scanAll[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) (all []T, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// queryer is a pool or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// asker is a pool or a transaction that knows the engine that it asks.
type asker interface {
	queryer
	engine() Engine
}

// reading is the pool for reading.
type reading struct {
	*sql.DB
	of Engine
}

func (r reading) engine() Engine { return r.of }

func (a *Archive) reading() reading { return reading{a.read, a.engine()} }

func (tx *Tx) engine() Engine { return tx.archive.engine() }

// maxParams is how many arguments one statement gets: SQLite takes 32,766 and
// PostgreSQL 65,535, and beyond a few thousand none gains.
const maxParams = 4000

// Insert adds rows, many to a statement. Head is the statement up to VALUES, as in
// "INSERT INTO stories (id, title)", and tail what follows them, as in "ON CONFLICT (id)
// DO NOTHING", or nothing. All rows have as many values as the first.
func (tx *Tx) Insert(ctx context.Context, head string, rows [][]any, tail string) error {
	for len(rows) > 0 {
		n := min(len(rows), max(1, maxParams/len(rows[0])))
		args := make([]any, 0, n*len(rows[0]))
		for _, row := range rows[:n] {
			args = append(args, row...)
		}
		query := head + " VALUES " + placeholders(tx.engine(), n, len(rows[0])) + " " + tail
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("%s: %w", head, err)
		}
		rows = rows[n:]
	}
	return nil
}

// placeholders is ($1, $2), ($3, $4) for two rows of two columns, the only ones of a statement.
// To SQLite $1 is a name, looked up among all names of the statement: there it is (?, ?), (?, ?).
func placeholders(of Engine, rows, columns int) string {
	b := make([]byte, 0, rows*columns*6)
	for i := range rows {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, '(')
		for j := range columns {
			if j > 0 {
				b = append(b, ", "...)
			}
			if of == SQLite {
				b = append(b, '?')
				continue
			}
			b = append(b, '$')
			b = strconv.AppendInt(b, int64(i*columns+j+1), 10)
		}
		b = append(b, ')')
	}
	return string(b)
}

// signed are hashes as the database keeps them, which knows signed numbers alone.
func signed(hashes []uint64) []int64 {
	all := make([]int64, len(hashes))
	for i, h := range hashes {
		all[i] = int64(h)
	}
	return all
}

// queryIn asks for all values, some hundreds at a time. The query has %s where the
// list in brackets belongs.
func queryIn[K, T any](ctx context.Context, q asker, query string, values []K, scan func(*sql.Rows) (T, error)) (all []T, err error) {
	for len(values) > 0 {
		n := min(len(values), maxParams/4)
		args := make([]any, n)
		for i, v := range values[:n] {
			args[i] = v
		}
		rows, err := q.QueryContext(ctx, strings.Replace(query, "%s", placeholders(q.engine(), 1, n), 1), args...)
		if err != nil {
			return nil, err
		}
		some, err := scanAll(rows, scan)
		if err != nil {
			return nil, err
		}
		all, values = append(all, some...), values[n:]
	}
	return all, nil
}

// hasTable reports whether the archive has a table of that name.
func (a *Archive) hasTable(ctx context.Context, name string) (bool, error) {
	query := "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
	if a.engine() == PostgreSQL {
		query = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1"
	}
	var n int
	if err := a.write.QueryRowContext(ctx, query, name).Scan(&n); err != nil {
		return false, err
	}
	return n > 0, nil
}
