package store

import (
	"fmt"
	"time"

	"isnad"
)

// Document is what articles were read from: a page, a line of a file, a record of a
// web archive.
type Document struct {
	Address string    // a web address, or the path of a file; empty if there is none
	Media   string    // media type, as the server said it; empty if nobody did
	Fetched time.Time // when the bytes were got; by the archive's clock if zero
	Bytes   []byte    // as they came, before any decoding

	hash   Hash
	packed []byte
}

// Draft is an article on its way into the archive. It is not safe for use by several
// goroutines at once.
type Draft struct {
	ID       string         // as ArticleID gives it
	Article  *isnad.Article // as its source gives it: ID is the source's own
	Document *Document      // may be shared by several drafts; nil where there are no bytes

	hash   Hash // of the text
	packed []byte
}

// NewDraft works out what an article will be called. An article that neither its
// address nor its source's id tells from others must have an empty URL and ID.
func NewDraft(a *isnad.Article, d *Document) *Draft {
	return &Draft{ID: ArticleID(a), Article: a, Document: d, hash: TextHash(a)}
}

// TextHash is the hash of an article's text, by which versions are told apart.
func TextHash(a *isnad.Article) Hash { return hashOf(a.Title, a.Body) }

// Pack compresses what is to be kept. Tx.Put does it for drafts that were not packed,
// but while it holds the transaction.
func (d *Draft) Pack() (err error) {
	if d.packed == nil {
		if d.packed, err = pack([]byte(d.Article.Body)); err != nil {
			return fmt.Errorf("pack article %s: %w", d.ID, err)
		}
	}
	if d.Document == nil || d.Document.packed != nil {
		return nil
	}
	d.Document.hash = hashOf(string(d.Document.Bytes))
	if d.Document.packed, err = pack(d.Document.Bytes); err != nil {
		return fmt.Errorf("pack document %s: %w", d.Document.Address, err)
	}
	return nil
}

// moment is the place of an article in time: when it was published, in UTC where its
// day alone is known; where nothing is, when it was added.
func moment(published string, added time.Time) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			return t
		}
	}
	return added
}
