package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/term"
)

// indexed is what one article is found by.
type indexed struct {
	words      string
	claims     []indexedClaim
	quantities []indexedQuantity
}

type indexedClaim struct{ words, act, origin string }

type indexedQuantity struct {
	claim       int // -1 where it stands in none
	least, most float64
}

// newIndexed makes the terms of an article: the work that needs no transaction.
func newIndexed(a *isnad.Analysis) indexed {
	article, claimed := term.Rows(a)
	x := indexed{words: article}
	claims := make(map[string]int, len(a.Claims))
	for i, words := range claimed {
		if i == maxClaims {
			break
		}
		c := &a.Claims[i]
		claims[c.ID] = i
		origin := ""
		if n := len(c.Sources); n > 0 {
			origin = strings.ToValidUTF8(c.Sources[n-1].Name, "\uFFFD")
		}
		x.claims = append(x.claims, indexedClaim{words, string(c.Act), origin})
	}
	for i := range a.Quantities {
		q := &a.Quantities[i]
		claim, ok := claims[q.Claim]
		if !ok {
			claim = -1
		}
		least, most := math.Inf(-1), math.Inf(1)
		if q.Min.Set {
			least = q.Min.Value
		}
		if q.Max.Set {
			most = q.Max.Value
		}
		if q.Min.Set || q.Max.Set {
			x.quantities = append(x.quantities, indexedQuantity{claim, least, most})
		}
	}
	return x
}

// index makes what the analyses hold findable, instead of what was found of their articles before.
func (tx *Tx) index(ctx context.Context, all []*Analysed) error {
	numbers := make([]int64, len(all))
	for i, a := range all {
		numbers[i] = a.Number
	}
	times := make(map[int64]int64, len(all))
	_, err := queryIn(ctx, tx, "SELECT number, time FROM articles WHERE number IN %s", numbers, func(rows *sql.Rows) (none struct{}, err error) {
		var number, at int64
		err = rows.Scan(&number, &at)
		times[number] = at
		return none, err
	})
	if err != nil {
		return fmt.Errorf("look up when articles were published: %w", err)
	}
	w := indexing{Tx: tx, times: times}
	for _, a := range all {
		if at, there := times[a.Number]; there && a.Number < maxNumber {
			w.add(at, a)
		}
	}
	if err := w.forget(ctx); err != nil {
		return fmt.Errorf("take articles out of the search: %w", err)
	}
	return w.write(ctx)
}

// indexing gathers the rows of one transaction.
type indexing struct {
	*Tx
	times                        map[int64]int64
	keys                         []int64
	articles, claims, quantities [][]any
}

func (w *indexing) add(at int64, a *Analysed) {
	key := articleKey(at, a.Number)
	w.keys = append(w.keys, key)
	w.articles = append(w.articles, []any{key, a.found.words})
	for i, c := range a.found.claims {
		w.claims = append(w.claims, []any{claimKey(at, a.Number, i), c.act, c.origin, c.words})
	}
	for i, q := range a.found.quantities {
		claim := int64(0)
		if q.claim >= 0 {
			claim = claimKey(at, a.Number, q.claim)
		}
		w.quantities = append(w.quantities, []any{key, i, claim, q.least, q.most})
	}
}

// forget takes out what is there of the articles.
func (w *indexing) forget(ctx context.Context) error {
	there, err := queryIn(ctx, w, "SELECT key FROM search_articles WHERE key IN %s", w.keys, func(rows *sql.Rows) (key int64, err error) {
		return key, rows.Scan(&key)
	})
	if err != nil {
		return err
	}
	for _, key := range there {
		number := articleOf(key)
		first := claimKey(w.times[number], number, 0)
		for _, d := range w.archive.forgetSearch() {
			args := []any{key}
			if strings.Contains(d, "$2") {
				args = []any{first, first + maxClaims}
			}
			if _, err := w.ExecContext(ctx, d, args...); err != nil {
				return err
			}
		}
	}
	return nil
}

// forgetSearch are the statements that take out an article by its key, and its claims by a
// range of keys.
var forgetSearch = []string{
	"DELETE FROM search_articles WHERE key = $1",
	"DELETE FROM search_quantities WHERE article = $1",
	"DELETE FROM search_claims WHERE key >= $1 AND key < $2",
}

func (postgres) forgetSearch() []string { return forgetSearch }

func (sqlite) forgetSearch() []string {
	return append([]string{
		"DELETE FROM article_words WHERE rowid = $1",
		// Before their keys are gone: a table without content is not asked for ranges.
		"DELETE FROM claim_words WHERE rowid IN (SELECT key FROM search_claims WHERE key >= $1 AND key < $2)",
	}, forgetSearch...)
}

func (w *indexing) write(ctx context.Context) error {
	byKey := func(a, b []any) int {
		if a[0].(int64) < b[0].(int64) {
			return -1
		}
		return 1
	}
	// FTS5 writes out what it has gathered when a lower key follows a higher one.
	slices.SortFunc(w.articles, byKey)
	slices.SortFunc(w.claims, byKey)
	if err := w.archive.insertSearch(ctx, w.Tx, w.articles, w.claims); err != nil {
		return err
	}
	return w.Insert(ctx, "INSERT INTO search_quantities (article, place, claim, least, most)", w.quantities, "")
}

func (sqlite) insertSearch(ctx context.Context, tx *Tx, articles, claims [][]any) error {
	keys := make([][]any, len(articles))
	for i, a := range articles {
		keys[i] = a[:1]
	}
	heads, words := make([][]any, len(claims)), make([][]any, len(claims))
	for i, c := range claims {
		heads[i], words[i] = c[:3], []any{c[0], c[3]}
	}
	if err := tx.Insert(ctx, "INSERT INTO search_articles (key)", keys, ""); err != nil {
		return err
	}
	if err := tx.Insert(ctx, "INSERT INTO search_claims (key, act, origin)", heads, ""); err != nil {
		return err
	}
	if err := tx.insertWords(ctx, "INSERT INTO article_words (rowid, terms) VALUES ($1, $2)", articles); err != nil {
		return err
	}
	return tx.insertWords(ctx, "INSERT INTO claim_words (rowid, terms) VALUES ($1, $2)", words)
}

// insertWords inserts row by row: FTS5 writes out all that it has gathered when a statement
// of several rows begins.
func (tx *Tx) insertWords(ctx context.Context, query string, rows [][]any) error {
	statement, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	defer statement.Close()
	for _, row := range rows {
		if _, err := statement.ExecContext(ctx, row...); err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
	}
	return nil
}

func (postgres) insertSearch(ctx context.Context, tx *Tx, articles, claims [][]any) error {
	for _, a := range articles {
		a[1] = tsvector(a[1].(string))
	}
	for _, c := range claims {
		c[3] = tsvector(c[3].(string))
	}
	if err := tx.Insert(ctx, "INSERT INTO search_articles (key, words)", articles, ""); err != nil {
		return err
	}
	return tx.Insert(ctx, "INSERT INTO search_claims (key, act, origin, words)", claims, "")
}

// tsvector writes the terms of a row as PostgreSQL reads them: 'term':3, or 'term' alone. It
// puts those that are the same together itself.
func tsvector(terms string) string {
	b := make([]byte, 0, 2*len(terms))
	term.Row(terms, func(t string, place int) {
		b = append(appendLexeme(b, t), ' ')
		if place > 0 {
			b[len(b)-1] = ':'
			b = append(strconv.AppendInt(b, int64(place), 10), ' ')
		}
	})
	return string(b)
}

func appendLexeme(b []byte, t string) []byte {
	b = append(b, '\'')
	for i := range len(t) {
		if t[i] == '\'' || t[i] == '\\' {
			b = append(b, t[i])
		}
		b = append(b, t[i])
	}
	return append(b, '\'')
}
