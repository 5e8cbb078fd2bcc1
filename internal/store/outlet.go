package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// Outlet is who publishes articles.
type Outlet struct {
	ID       int64
	Name     string // as articles give it
	Host     string // of its site; empty if unknown
	Country  string // ISO 3166 code, lower case; empty if unknown
	Kind     string // agency, paper, channel, site or state; empty if unknown
	Articles int64
}

// Outlets lists all outlets with the number of their articles, by name.
func (a *Archive) Outlets(ctx context.Context) ([]Outlet, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT o.id, o.name, o.host, o.country, o.kind, count(a.number)
		FROM outlets o LEFT JOIN articles a ON a.outlet = o.id GROUP BY o.id, o.name, o.host, o.country, o.kind ORDER BY o.name`)
	if err != nil {
		return nil, fmt.Errorf("list the outlets: %w", a.explain(err))
	}
	return scanAll(rows, func(rows *sql.Rows) (o Outlet, err error) {
		return o, rows.Scan(&o.ID, &o.Name, &o.Host, &o.Country, &o.Kind, &o.Articles)
	})
}

// outletIDs looks up outlets by name, and adds those that are new.
func (tx *Tx) outletIDs(ctx context.Context, names []string) (map[string]int64, error) {
	ids := make(map[string]int64)
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	_, err := queryIn(ctx, tx, "SELECT name, id FROM outlets WHERE name IN %s", names, func(rows *sql.Rows) (none struct{}, err error) {
		var name string
		var id int64
		err = rows.Scan(&name, &id)
		ids[name] = id
		return none, err
	})
	if err != nil {
		return nil, fmt.Errorf("look for outlets: %w", err)
	}
	var last int64
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM outlets").Scan(&last); err != nil {
		return nil, fmt.Errorf("find the last outlet: %w", err)
	}
	var rows [][]any
	for _, name := range names {
		if _, there := ids[name]; !there {
			last++
			ids[name] = last
			rows = append(rows, []any{last, name})
		}
	}
	return ids, tx.Insert(ctx, "INSERT INTO outlets (id, name)", rows, "")
}
