package source

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"isnad"
)

// page finds the article in a web page: main text, title, date and outlet.
func (p *Part) page(text string, yield func(*isnad.Article, error) bool) {
	a, err := readPage(text, p.address, p.fetchedAt)
	if err != nil {
		yield(nil, p.problem(0, err))
		return
	}
	if a.Title == "" {
		a.Title = p.options.Title
	}
	yield(a, p.arabic(a, 0))
}

var errNoArticle = errors.New("no article in the page")

// What counts as an article. Less text than shortest is a caption; less than short
// is a notice or an error page, unless it has a day of publication, as urgent news
// does. Where more of the text than mostLinked is links, it is a list of others.
const (
	shortest   = 40  // letters and signs
	short      = 120 // letters and signs
	mostLinked = 0.5
)

// readPage reads a page that was got from an address, which may be empty, at a time,
// which may be zero.
func readPage(text, address string, fetched time.Time) (_ *isnad.Article, err error) {
	// The library walks whatever markup there is; a fault of it is no fault of ours.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("find the article in the page: %v", r)
		}
	}()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("parse page: %w", err)
	}
	parsed, err := url.Parse(address)
	if err != nil {
		parsed = &url.URL{}
	}
	canonical := canonicalAddress(doc, parsed)
	parser := readability.NewParser()
	found, err := parser.ParseDocument(doc, parsed)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoArticle, err)
	}
	if found.Node == nil {
		return nil, errNoArticle
	}
	a := &isnad.Article{URL: canonical, Title: oneLine(found.Title()), Outlet: oneLine(found.SiteName())}
	lines := paragraphs(found.Node)
	a.Published, a.Modified = pageDates(&found, doc, lines, fetched)
	a.Author = pageAuthor(doc, found.Byline(), a.Outlet)
	a.Body = strings.Join(prose(lines, a.Title), "\n")
	switch n := utf8.RuneCountInString(a.Body); {
	case n < shortest, n < short && a.Published == "":
		return nil, errNoArticle
	case linked(found.Node) > mostLinked:
		return nil, fmt.Errorf("%w: it is a list of links", errNoArticle)
	}
	return a, nil
}

// linked is the share of the text under a node that stands in links.
func linked(root *html.Node) float64 {
	all, inLinks := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		size := len(strings.TrimSpace(n.Data))
		all += size
		for p := n.Parent; p != nil && p != root; p = p.Parent {
			if p.Data == "a" {
				inLinks += size
				break
			}
		}
	}
	return float64(inLinks) / float64(max(all, 1))
}
