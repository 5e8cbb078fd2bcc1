package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"isnad"
)

// Reading is an article with what was read in it. Analysis.Article is the article of
// the archive: its ID is the archive's.
type Reading struct {
	Article   Article
	Analysis  *isnad.Analysis
	Extractor string // which made it
}

// Analysed is an analysis on its way into the archive.
type Analysed struct {
	Number  int64 // of the article
	Version int   // of the text that was read
	claims  int
	packed  []byte
	found   indexed
}

// NewAnalysed encodes and compresses an analysis of that version of an article.
func NewAnalysed(number int64, version int, a *isnad.Analysis) (*Analysed, error) {
	packed, err := pack(appendAnalysis(nil, a))
	if err != nil {
		return nil, fmt.Errorf("pack the analysis of article %d: %w", number, err)
	}
	return &Analysed{number, version, len(a.Claims), packed, newIndexed(a)}, nil
}

// SameAnalysis reports whether two analyses of one text are kept as the same.
func SameAnalysis(a, b *isnad.Analysis) bool {
	return bytes.Equal(appendAnalysis(nil, a), appendAnalysis(nil, b))
}

// PutAnalyses keeps the analyses, each instead of the one that its article had, and
// make their articles findable.
// Extractor names what made them.
func (tx *Tx) PutAnalyses(ctx context.Context, extractor string, all []*Analysed) error {
	rows := make([][]any, len(all))
	for i, a := range all {
		rows[i] = []any{a.Number, a.Version, extractor, a.claims, a.packed}
	}
	err := tx.Insert(ctx, "INSERT INTO analyses (article, version, extractor, claims, analysis)", rows,
		`ON CONFLICT (article) DO UPDATE SET version = excluded.version, extractor = excluded.extractor,
		claims = excluded.claims, analysis = excluded.analysis`)
	if err != nil {
		return err
	}
	if err := tx.retrace(ctx, all); err != nil {
		return err
	}
	numbers := make([]int64, len(all))
	for i, x := range all {
		numbers[i] = x.Number
	}
	if err := tx.rejoin(ctx, numbers); err != nil {
		return err
	}
	return tx.index(ctx, all)
}

const readingColumns = headColumns + ", v.body, n.extractor, n.analysis" + fromArticles + withText +
	"JOIN analyses n ON n.article = a.number AND n.version = a.version "

func scanReading(rows *sql.Rows) (*Reading, error) {
	var r Reading
	var body, packed []byte
	head, err := scanHead(rows, &body, &r.Extractor, &packed)
	if err != nil {
		return nil, err
	}
	if err := head.unpackBody(body); err != nil {
		return nil, err
	}
	coded, err := unpack(nil, packed)
	if err == nil {
		r.Article = *head
		r.Analysis, err = readAnalysis(coded, &head.Article)
	}
	if err != nil {
		return nil, fmt.Errorf("analysis of article %s: %w", head.ID, err)
	}
	return &r, nil
}

// Reading gives the latest version of an article with what was read in it. It is
// ErrNotFound if there is no such article, ErrNotAnalysed if it has not been read yet.
func (a *Archive) Reading(ctx context.Context, id string) (*Reading, error) {
	r, err := one(a, ctx, "article "+id, "SELECT "+readingColumns+"WHERE a.id = $1", scanReading, id)
	if errors.Is(err, ErrNotFound) {
		if _, there := a.Article(ctx, id); there == nil {
			return nil, fmt.Errorf("article %s: %w", id, ErrNotAnalysed)
		}
	}
	return r, err
}

// ReadingsByNumber gives the readings of the articles of those numbers, by number;
// those that there are none of are left out.
func (a *Archive) ReadingsByNumber(ctx context.Context, numbers []int64) ([]*Reading, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+readingColumns+"WHERE a.number IN %s ORDER BY a.number", numbers, scanReading)
	if err != nil {
		return nil, fmt.Errorf("read analyses: %w", a.explain(err))
	}
	return all, nil
}
