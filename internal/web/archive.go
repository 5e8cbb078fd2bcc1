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
	// Counts are the sizes of the archive.
	Counts(ctx context.Context) (Counts, error)
}

// Counts are the sizes of an archive.
type Counts struct {
	Articles, Outlets, Stories, Cases, Claims int
	First, Last                               string // when the first and the last article were published
}
