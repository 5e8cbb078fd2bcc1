package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad/internal/query"
)

// Facet is a value with the number of hits that have it.
type Facet struct {
	Value string `json:"value"`
	Hits  int    `json:"hits"`
}

// Facets tell what the hits of a query are made of, the commonest value first.
type Facets struct {
	Outlets []Facet `json:"outlets"`
	Months  []Facet `json:"months"`  // 2006-01, the newest first
	Sources []Facet `json:"sources"` // origins of claims, by how many claims
	Acts    []Facet `json:"acts"`    // of claims, by how many claims
	Of      int     `json:"of"`      // hits that were looked at: the newest ones, at most MaxFaceted
}

// MaxFaceted is the most hits that facets are made of.
const MaxFaceted = 5000

// maxFacets is the most values of a facet.
const maxFacets = 20

// Facets tells what the newest hits of a query are made of. Sources and acts of articles are
// those of all their claims.
func (a *Archive) Facets(ctx context.Context, q *query.Query) (*Facets, error) {
	q, err := a.spelled(ctx, q)
	if err != nil {
		return nil, err
	}
	c := compile(a.dialect, q)
	claims := q.Scope == query.Claims
	hits := "WITH hits AS (SELECT d.key AS key FROM " + c.from(a.dialect, claims) + " ORDER BY d.key DESC LIMIT " + strconv.Itoa(MaxFaceted) + ") "
	number, hour, said := "(h.key & "+strconv.Itoa(numberMask)+")", "((h.key >> "+strconv.Itoa(numberBits)+") / 60)", ""
	if claims {
		number, hour = "((h.key >> "+strconv.Itoa(claimBits)+") & "+strconv.Itoa(claimNumberMax)+")", "(h.key >> "+strconv.Itoa(claimShift)+")"
		said = "JOIN search_claims c ON c.key = h.key"
	} else {
		first := "((" + hour + " << " + strconv.Itoa(claimShift) + ") | (" + number + " << " + strconv.Itoa(claimBits) + "))"
		said = "JOIN search_claims c ON c.key >= " + first + " AND c.key < " + first + " + " + strconv.Itoa(maxClaims)
	}
	most := " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + strconv.Itoa(maxFacets)
	f := &Facets{}
	for _, part := range []struct {
		into *[]Facet
		text string
	}{
		{&f.Outlets, "SELECT o.name, count(*) FROM hits h JOIN articles a ON a.number = " + number + " JOIN outlets o ON o.id = a.outlet" + most},
		{&f.Sources, "SELECT c.origin, count(*) FROM hits h " + said + " WHERE c.origin <> ''" + most},
		{&f.Acts, "SELECT c.act, count(*) FROM hits h " + said + most},
		{&f.Months, "SELECT CAST(" + hour + " / 24 AS TEXT), count(*) FROM hits h GROUP BY 1"},
	} {
		rows, err := a.read.QueryContext(ctx, hits+part.text, c.args...)
		if err == nil {
			*part.into, err = scanAll(rows, func(rows *sql.Rows) (v Facet, err error) { return v, rows.Scan(&v.Value, &v.Hits) })
		}
		if err != nil {
			return nil, fmt.Errorf("count what hits of %s are made of: %w", q, a.explain(err))
		}
	}
	f.Months, f.Of = months(f.Months)
	return f, nil
}

// months sums up days since 1970, and gives the sum of all.
func months(days []Facet) (all []Facet, total int) {
	sums := map[string]int{}
	for _, d := range days {
		n, _ := strconv.ParseInt(d.Value, 10, 64) // the query makes them numbers
		sums[time.Unix(n*86400, 0).UTC().Format("2006-01")] += d.Hits
		total += d.Hits
	}
	for month, n := range sums {
		all = append(all, Facet{month, n})
	}
	sortFacets(all)
	return all, total
}

func sortFacets(all []Facet) {
	slices.SortFunc(all, func(x, y Facet) int { return strings.Compare(y.Value, x.Value) })
}
