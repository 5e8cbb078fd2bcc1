package store

import (
	"math"
	"strconv"
	"strings"

	"isnad/internal/query"
	"isnad/internal/term"
)

// condition is a query in SQL.
type condition struct {
	words string   // what the index of words is asked for; empty for everything
	where []string // what must hold beside, of d.key
	args  []any
}

// compiler turns a syntax tree into SQL. What words and properties ask for is one expression
// for the engine's index; figures and times, and what joins them by OR or NOT, are SQL.
type compiler struct {
	engine dialect
	claims bool
	condition
}

func compile(engine dialect, q *query.Query) condition {
	c := compiler{engine: engine, claims: q.Scope == query.Claims}
	all, ok := q.Root.(query.And)
	if !ok && q.Root != nil {
		all = query.And{q.Root}
	}
	var worded query.And
	var others []query.Node
	for _, n := range all {
		if c.isWorded(n) {
			worded = append(worded, n)
			continue
		}
		others = append(others, n)
		if _, ok := n.(query.Amount); ok {
			// Fewer hits have their figures looked up.
			worded = append(worded, query.Tag{Field: query.Has, Value: "quantity"})
		}
	}
	// The first argument is the expression, if there is one.
	if len(worded) > 0 || engine.engine() == SQLite {
		c.words = c.expression(worded)
		c.args = append(c.args, c.words)
	}
	for _, n := range others {
		c.where = append(c.where, c.sql(n))
	}
	return c.condition
}

// isWorded reports whether the index of words alone can tell.
func (c *compiler) isWorded(n query.Node) bool {
	switch n := n.(type) {
	case query.And:
		return c.areWorded(n)
	case query.Or:
		return c.areWorded(n)
	case query.Not:
		return c.isWorded(n.Node)
	case query.Words, query.Tag:
		return true
	}
	return false
}

func (c *compiler) areWorded(nodes []query.Node) bool {
	for _, n := range nodes {
		if !c.isWorded(n) {
			return false
		}
	}
	return true
}

// prefixes are those of the terms of fields.
var prefixes = map[query.Field]string{
	query.Text: term.Text, query.Title: term.Title, query.Outlet: term.Outlet, query.Source: term.Source,
	query.Actor: term.Actor, query.Place: term.Place,
}

// expression writes what the index of words is asked for.
func (c *compiler) expression(n query.Node) string {
	s := c.engine.searchSyntax()
	switch n := n.(type) {
	case query.And:
		return c.both(n, s)
	case query.Or:
		return c.join(n, s.or)
	case query.Not:
		return c.both(query.And{n}, s)
	case query.Tag:
		return s.term(string(n.Field) + ":" + n.Value)
	case query.Words:
		prefix := prefixes[n.Field]
		if n.Phrase {
			var spellings []string
			for _, terms := range term.Phrase(prefix, n.Words) {
				spellings = append(spellings, s.phrase(terms))
			}
			return "(" + strings.Join(spellings, s.or) + ")"
		}
		terms := term.Alternatives(prefix, n.Words[0])
		if n.Broad {
			terms = term.Broad(prefix, n.Words[0])
		}
		for i, t := range terms {
			terms[i] = s.term(t)
		}
		return "(" + strings.Join(terms, s.or) + ")"
	}
	return s.term(term.All)
}

// both joins by AND. In FTS5 NOT stands between two expressions: so one is made up where
// there are only such.
func (c *compiler) both(nodes query.And, s searchSyntax) string {
	var kept, left []string
	for _, n := range nodes {
		if not, ok := n.(query.Not); ok {
			left = append(left, c.expression(not.Node))
		} else {
			kept = append(kept, c.expression(n))
		}
	}
	if len(kept) == 0 {
		kept = []string{s.term(term.All)}
	}
	out := "(" + strings.Join(kept, s.and) + ")"
	for _, l := range left {
		out = "(" + out + s.not + l + ")"
	}
	return out
}

func (c *compiler) join(nodes []query.Node, operator string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = c.expression(n)
	}
	return "(" + strings.Join(parts, operator) + ")"
}

// searchSyntax is how an engine writes expressions over terms.
type searchSyntax struct {
	and, or, not string
	term         func(string) string
	phrase       func([]string) string
}

func (sqlite) searchSyntax() searchSyntax {
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return searchSyntax{" AND ", " OR ", " NOT ", quote, func(terms []string) string { return quote(strings.Join(terms, " ")) }}
}

func (postgres) searchSyntax() searchSyntax {
	quote := func(s string) string { return string(appendLexeme(nil, s)) }
	return searchSyntax{" & ", " | ", " & !", quote, func(terms []string) string {
		for i, t := range terms {
			terms[i] = quote(t)
		}
		return "(" + strings.Join(terms, " <-> ") + ")"
	}}
}

// sql writes a node as a condition on d.key.
func (c *compiler) sql(n query.Node) string {
	if c.isWorded(n) {
		return c.engine.searchWithin(c.claims, c.arg(c.expression(n)))
	}
	switch n := n.(type) {
	case query.And:
		return c.joinSQL(n, " AND ")
	case query.Or:
		return c.joinSQL(n, " OR ")
	case query.Not:
		return "NOT " + c.sql(n.Node)
	case query.Period:
		return c.period(n)
	case query.Amount:
		return c.amount(n)
	}
	return "1 = 1" // there are no others
}

func (c *compiler) arg(v any) string {
	c.args = append(c.args, v)
	return "$" + strconv.Itoa(len(c.args))
}

func (c *compiler) joinSQL(nodes []query.Node, operator string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = c.sql(n)
	}
	return "(" + strings.Join(parts, operator) + ")"
}

func (c *compiler) period(p query.Period) string {
	var parts []string
	if !p.From.IsZero() {
		parts = append(parts, "d.key >= "+c.arg(firstKey(p.From, c.claims)))
	}
	if !p.To.IsZero() {
		parts = append(parts, "d.key < "+c.arg(firstKey(p.To, c.claims)))
	}
	return "(" + strings.Join(parts, " AND ") + ")"
}

func (c *compiler) amount(a query.Amount) string {
	column := "article"
	if c.claims {
		column = "claim"
	}
	parts := []string{"q." + column + " = d.key"}
	if !math.IsInf(a.Min, -1) {
		parts = append(parts, "q.most "+map[bool]string{true: "> ", false: ">= "}[a.OpenMin]+c.arg(a.Min))
	}
	if !math.IsInf(a.Max, 1) {
		parts = append(parts, "q.least "+map[bool]string{true: "< ", false: "<= "}[a.OpenMax]+c.arg(a.Max))
	}
	return "EXISTS (SELECT 1 FROM search_quantities q WHERE " + strings.Join(parts, " AND ") + c.engine.searchEach() + ")"
}

// searchEach ends a subquery that is to be asked for each hit: there are many more figures in the
// archive than in what the words find.
func (sqlite) searchEach() string { return "" } // it does so anyway

// Without an offset PostgreSQL would join with the figures of the whole archive.
func (postgres) searchEach() string { return " OFFSET 0" }

// searchWithin asks the index of words within a larger condition.
func (sqlite) searchWithin(claims bool, expression string) string {
	table := wordsTable(claims)
	return "+d.key IN (SELECT rowid FROM " + table + " WHERE " + table + " MATCH " + expression + ")"
}

func (postgres) searchWithin(_ bool, expression string) string {
	return "d.words @@ CAST(" + expression + " AS tsquery)"
}

func wordsTable(claims bool) string {
	if claims {
		return "claim_words"
	}
	return "article_words"
}

// from is what a query is answered from, d, with its conditions.
func (c condition) from(engine dialect, claims bool) string {
	from, where := engine.searchFrom(claims, c.words != "")
	where = append(where, c.where...)
	if len(where) == 0 {
		return from
	}
	return from + " WHERE " + strings.Join(where, " AND ")
}

func (sqlite) searchFrom(claims, _ bool) (from string, where []string) {
	table := wordsTable(claims)
	// A plain alias of rowid keeps the conditions of both engines the same, and SQLite gives
	// them to FTS5 all the same.
	return "(SELECT rowid AS key, rank AS rank FROM " + table + " WHERE " + table + " MATCH $1) d", nil
}

func (postgres) searchFrom(claims, words bool) (from string, where []string) {
	from = "search_articles d"
	if claims {
		from = "search_claims d"
	}
	if words {
		where = []string{"d.words @@ CAST($1 AS tsquery)"}
	}
	return from, where
}
