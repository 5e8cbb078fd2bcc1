package source

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"isnad"
)

// page finds the article in a web page: main text, title, date and outlet.
func (p *Part) page(text string, yield func(*isnad.Article, error) bool) {
	a, err := readPage(text, p.File)
	if err != nil {
		yield(nil, p.problem(0, err))
		return
	}
	yield(a, p.arabic(a, 0))
}

var errNoArticle = errors.New("no article in the page")

func readPage(text, name string) (_ *isnad.Article, err error) {
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
	a := &isnad.Article{}
	if IsAddress(name) {
		a.URL = name
	}
	address, _ := url.Parse(a.URL)
	parser := readability.NewParser()
	found, err := parser.ParseDocument(doc, address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoArticle, err)
	}
	if found.Node == nil {
		return nil, errNoArticle
	}
	a.Title = oneLine(found.Title())
	a.Body = paragraphs(found.Node)
	a.Outlet = oneLine(found.SiteName())
	if len([]rune(a.Body)) < 120 {
		return nil, errNoArticle
	}
	if t, err := found.PublishedTime(); err == nil {
		a.Published = t.Format("2006-01-02T15:04:05Z07:00")
	}
	return a, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// blocks are the elements that begin a paragraph of their own.
var blockTags = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "li": true, "ul": true, "ol": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true,
	"pre": true, "table": true, "tr": true, "br": true, "hr": true, "figure": true, "figcaption": true,
	"header": true, "footer": true, "aside": true, "dl": true, "dt": true, "dd": true, "main": true,
}

// paragraphs gives the text under a node, one paragraph a line, white space as a
// browser would show it.
func paragraphs(root *html.Node) string {
	var out, line strings.Builder
	flush := func() {
		if s := oneLine(line.String()); s != "" {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(s)
		}
		line.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			line.WriteString(n.Data)
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "noscript"):
			return
		}
		block := n.Type == html.ElementNode && blockTags[n.Data]
		if block {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush()
		}
	}
	walk(root)
	flush()
	return out.String()
}
