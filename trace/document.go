package trace

import (
	"time"

	"isnad"
	"isnad/arabic"
)

// Document is an article with what was read in it, as tracing sees it. It is not safe
// for use by several goroutines at once.
type Document struct {
	*isnad.Analysis
	Time time.Time // published, UTC; zero where the article does not say it

	tokens []arabic.Token
	hashes []uint64 // of the words
	places []int32  // of the words among the tokens
	placed *placing // for align
}

// NewDocument makes a document of an analysis, which must not be changed afterwards.
func NewDocument(a *isnad.Analysis) *Document {
	return &Document{Analysis: a, Time: instant(a.Article.Published)}
}

// NewDocuments makes documents of analyses.
func NewDocuments(all []*isnad.Analysis) []*Document {
	docs := make([]*Document, len(all))
	for i, a := range all {
		docs[i] = NewDocument(a)
	}
	return docs
}

// ID is that of the article.
func (d *Document) ID() string { return d.Article.ID }

// told is the article as a list of a story's articles names it.
func (d *Document) told() isnad.StoryArticle {
	return isnad.StoryArticle{ID: d.ID(), Outlet: d.Article.Outlet, Published: d.Article.Published, Title: d.Article.Title}
}

// Tokens are the words, numbers and signs of the text, folded. They are made when they
// are first asked for.
func (d *Document) Tokens() []arabic.Token {
	if d.tokens == nil {
		d.tokens = arabic.Tokenize(nil, d.Text)
	}
	return d.tokens
}

// instant reads a time of an article, a date as its first moment; zero if it is neither.
func instant(s string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
