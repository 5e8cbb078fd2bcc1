package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/query"
)

// Order is the order of hits.
type Order string

// The orders. Relevance is bm25 in SQLite, of the newest 5,000 hits, and ts_rank in PostgreSQL, of
// the newest 1,500: the set of hits is the same in both, their order is not.
const (
	Newest    Order = ""
	Relevance Order = "relevance"
)

// Searching says which hits of a query are wanted.
type Searching struct {
	Query *query.Query
	Order Order
	Limit int    // 20 if it is not more than 0
	Skip  int    // hits to pass over
	After string // Hits.Next of the page before; instead of Skip
}

// Hits are a page of what a query finds.
type Hits struct {
	Hits  []Hit
	Total int    // of all pages; no more than MaxCounted
	Next  string // of the next page, for Searching.After; empty at the end
}

// MaxCounted is the most hits that Search counts. Count counts all.
const MaxCounted = 10_000

// searchRanked is how many of the newest hits are put into the order of relevance.
func (sqlite) searchRanked() int { return 5000 }

// PostgreSQL unpacks all terms of each.
func (postgres) searchRanked() int { return 1500 }

// Hit is an article or a claim that a query finds.
type Hit struct {
	Article  *Article
	Analysis *isnad.Analysis // of the article, where claims were looked for
	Claim    *isnad.Claim    // of Analysis; nil where articles were looked for
	Marks    []isnad.Span    // bytes of Article.Text(): the words that were looked for, ascending
	Snippet  isnad.Span      // bytes of Article.Text(): a stretch of one line with many marks, or the claim's content
}

// ErrCursor says that Searching.After is none that a search gave.
var ErrCursor = errors.New("this is no mark of a next page")

// Search finds a page of the articles, or claims, that a query asks for, with their texts, the
// newest first unless another order is asked for. It is ErrCursor where After is malformed.
func (a *Archive) Search(ctx context.Context, s Searching) (*Hits, error) {
	if s.Limit <= 0 {
		s.Limit = 20
	}
	if s.After != "" && s.Order == Relevance {
		n, err := strconv.Atoi(s.After)
		if err != nil || n < 0 {
			return nil, ErrCursor
		}
		s.Skip = n
	}
	spelled, err := a.spelled(ctx, s.Query)
	if err != nil {
		return nil, err
	}
	c := compile(a.dialect, spelled)
	total, err := a.count(ctx, c, s.claims(), MaxCounted)
	if err != nil {
		return nil, fmt.Errorf("count hits of %s: %w", s.Query, a.explain(err))
	}
	found := &Hits{Total: total}
	if total == 0 || s.Skip >= total && total < MaxCounted {
		return found, nil
	}
	keys, err := a.keys(ctx, c, s, total)
	if err != nil {
		return nil, fmt.Errorf("search for %s: %w", s.Query, a.explain(err))
	}
	if len(keys) > s.Limit {
		keys = keys[:s.Limit]
		found.Next = strconv.FormatInt(keys[s.Limit-1], 36)
		if s.Order == Relevance {
			found.Next = strconv.Itoa(s.Skip + s.Limit)
		}
	}
	found.Hits, err = a.hits(ctx, s.Query, keys)
	return found, err
}

func (s Searching) claims() bool { return s.Query.Scope == query.Claims }

// Count is the number of articles, or claims, that a query asks for.
func (a *Archive) Count(ctx context.Context, q *query.Query) (int, error) {
	spelled, err := a.spelled(ctx, q)
	if err != nil {
		return 0, err
	}
	n, err := a.count(ctx, compile(a.dialect, spelled), q.Scope == query.Claims, 0)
	if err != nil {
		return 0, fmt.Errorf("count hits of %s: %w", q, a.explain(err))
	}
	return n, nil
}

// count counts hits, to that limit if it is not 0.
func (a *Archive) count(ctx context.Context, c condition, claims bool, limit int) (n int, err error) {
	text := "SELECT count(*) FROM " + c.from(a.dialect, claims)
	if limit > 0 {
		text = "SELECT count(*) FROM (SELECT 1 FROM " + c.from(a.dialect, claims) + " LIMIT " + strconv.Itoa(limit) + ") counted"
	}
	return n, a.read.QueryRowContext(ctx, text, c.args...).Scan(&n)
}

// keys are those of one page, and of one hit more, of so many in all.
func (a *Archive) keys(ctx context.Context, c condition, s Searching, total int) ([]int64, error) {
	newest := " ORDER BY " + a.searchOrder(total) + " DESC LIMIT "
	page := strconv.Itoa(s.Limit+1) + " OFFSET " + strconv.Itoa(s.Skip)
	var text string
	if s.Order == Relevance {
		rank := a.searchRank(c.words != "")
		text = "SELECT d.key FROM (SELECT d.* FROM " + c.from(a.dialect, s.claims()) + newest + strconv.Itoa(a.searchRanked()) +
			") d ORDER BY " + rank + ", d.key DESC LIMIT " + page
	} else {
		if s.After != "" {
			after, err := strconv.ParseInt(s.After, 36, 64)
			if err != nil {
				return nil, ErrCursor
			}
			c.args = append(c.args[:len(c.args):len(c.args)], after)
			c.where = append(c.where[:len(c.where):len(c.where)], "d.key < $"+strconv.Itoa(len(c.args)))
		}
		text = "SELECT d.key FROM " + c.from(a.dialect, s.claims()) + newest + page
	}
	rows, err := a.read.QueryContext(ctx, text, c.args...)
	if err != nil {
		return nil, err
	}
	return scanAll(rows, func(rows *sql.Rows) (key int64, err error) { return key, rows.Scan(&key) })
}

// searchRank is an expression that is less for hits that fit better.
func (sqlite) searchRank(bool) string { return "d.rank" }

func (postgres) searchRank(words bool) string {
	if !words {
		return "CAST(0 AS INTEGER)" // a bare number would be that of a column
	}
	return "-ts_rank(d.words, CAST($1 AS tsquery), 1)"
}

// searchOrder is what puts hits into the order of their keys.
func (sqlite) searchOrder(int) string { return "d.key" }

// fewHits are sorted sooner than looked for among all articles, from the newest on.
const fewHits = 2000

// searchOrder hides the key from PostgreSQL where there are few hits: it knows nothing of what
// it costs to fetch the terms of articles that are none.
func (postgres) searchOrder(total int) string {
	if total < fewHits {
		return "(d.key + 0)"
	}
	return "d.key"
}

// hits reads what the keys stand for, in their order.
func (a *Archive) hits(ctx context.Context, q *query.Query, keys []int64) ([]Hit, error) {
	if q.Scope == query.Claims {
		return a.claimHits(ctx, q, keys)
	}
	numbers := make([]int64, len(keys))
	for i, k := range keys {
		numbers[i] = articleOf(k)
	}
	articles, err := a.ArticlesByNumber(ctx, numbers)
	if err != nil {
		return nil, err
	}
	byNumber := make(map[int64]*Article, len(articles))
	for _, r := range articles {
		byNumber[r.Number] = r
	}
	m := newMarker(q)
	var hits []Hit
	for _, n := range numbers {
		if r := byNumber[n]; r != nil {
			hits = append(hits, m.article(r))
		}
	}
	return hits, nil
}

func (a *Archive) claimHits(ctx context.Context, q *query.Query, keys []int64) ([]Hit, error) {
	numbers := make([]int64, len(keys))
	for i, k := range keys {
		numbers[i], _ = claimOf(k)
	}
	readings, err := a.ReadingsByNumber(ctx, numbers)
	if err != nil {
		return nil, err
	}
	byNumber := make(map[int64]*Reading, len(readings))
	for _, r := range readings {
		byNumber[r.Article.Number] = r
	}
	m := newMarker(q)
	var hits []Hit
	for _, k := range keys {
		number, place := claimOf(k)
		if r := byNumber[number]; r != nil && place < len(r.Analysis.Claims) {
			hits = append(hits, m.claim(r, place))
		}
	}
	return hits, nil
}

// Say writes how many hits there are: "12", or "10000+" where they were not all counted.
func (h *Hits) Say() string {
	return strconv.Itoa(h.Total) + strings.Repeat("+", map[bool]int{true: 1}[h.Total >= MaxCounted])
}
