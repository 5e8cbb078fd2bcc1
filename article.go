// Package isnad is the vocabulary of attribution: articles, and what is read in
// them. Every datum is a Span of the article's unchanged text with a meaning and
// the rule or word-list row that gave it.
package isnad

// Article is immutable text with an outlet, an address and a time.
type Article struct {
	ID        string
	Title     string
	Body      string // as received, one paragraph a line
	Outlet    string
	URL       string
	Author    string // as the outlet names him; empty if unknown
	Published string // RFC 3339, or a date alone (2006-01-02); empty if unknown
	Modified  string // when the outlet last changed it, in the same forms; empty if unknown
	Fetched   string // when it was got from its address, RFC 3339; empty where it was not
	Language  string // BCP 47; empty is taken as "ar"
}

// Text is what all spans point into: the title, a line feed, then the body as
// received.
func (a *Article) Text() string { return a.Title + "\n" + a.Body }
