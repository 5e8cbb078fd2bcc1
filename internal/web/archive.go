package web

import (
	"context"
	"errors"

	"isnad"
)

// ErrNotFound is what an Archive answers where it holds nothing under a name.
var ErrNotFound = errors.New("not in the archive")

// Archive is what the pages read. Implementations may be asked by many goroutines at
// once, and answer an error that wraps ErrNotFound where there is nothing of that name.
// What they give is not to be changed.
type Archive interface {
	// Stories are the newest stories, by their last article, at most limit of them
	// after the first skip.
	Stories(ctx context.Context, skip, limit int) ([]*isnad.Trace, error)
	// Trace is what is traced over a story.
	Trace(ctx context.Context, story string) (*isnad.Trace, error)
	// StoryOfCase is the identifier of the story that a case belongs to.
	StoryOfCase(ctx context.Context, id string) (string, error)
	// StoryOfArticle is the identifier of the story that an article belongs to.
	StoryOfArticle(ctx context.Context, id string) (string, error)
	// Article is the reading of an article.
	Article(ctx context.Context, id string) (*isnad.Analysis, error)
	// Find lists the articles that a query asks for, the newest first. Its errors
	// wrap a *QueryError where the query cannot be read.
	Find(ctx context.Context, q Query) (*Found, error)
	// Outlets are all outlets with the number of their articles.
	Outlets(ctx context.Context) ([]OutletCount, error)
	// Counts are the sizes of the archive.
	Counts(ctx context.Context) (Counts, error)
}

// Query is what is looked for. All that is set must hold.
type Query struct {
	Words       string // in the language of the search box
	Outlet      string // who published it
	Source      string // somebody whom a chain names
	Actor       string // somebody who is named
	Skip, Limit int
}

// Found are the articles that a query asks for.
type Found struct {
	Articles []*isnad.Analysis
	Total    int
	Marks    map[string][]isnad.Span // by article: the words that were looked for
}

// QueryError says where a query cannot be read.
type QueryError struct {
	Column int // in code points, from one
	Reason string
}

func (e *QueryError) Error() string { return e.Reason }

// OutletCount is an outlet with the number of its articles.
type OutletCount struct {
	Name     string
	Articles int
}

// Counts are the sizes of an archive.
type Counts struct {
	Articles, Outlets, Stories, Cases, Claims int
	First, Last                               string // when the first and the last article were published
}
