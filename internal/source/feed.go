package source

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"isnad"
)

// wholeText is how much text an item must bring to be taken for the whole article, in
// letters and signs. Less is a teaser; so is what ends in three dots.
const wholeText = 500

// readFeed reads RSS, Atom and JSON Feed. A feed that is cut off gives what stands
// before the cut, and the error.
func readFeed(text string, base *url.URL) (list *List, err error) {
	// The library is handed whatever there is; a fault of it is no fault of ours.
	defer func() {
		if r := recover(); r != nil {
			list, err = nil, fmt.Errorf("read feed: %v", r)
		}
	}()
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		err = fmt.Errorf("read feed: %w", err)
		if feed = mended(text); feed == nil {
			return nil, err
		}
	}
	list = &List{Title: plainText(feed.Title)}
	for _, item := range feed.Items {
		if item != nil {
			list.add(feedItem(item, feed, base))
		}
	}
	return list, err
}

// mended reads a feed up to the end of its last whole item.
func mended(text string) *gofeed.Feed {
	for _, end := range []struct{ item, rest string }{{"</item>", "</channel></rss>"}, {"</entry>", "</feed>"}} {
		if i := strings.LastIndex(text, end.item); i >= 0 {
			feed, err := gofeed.NewParser().ParseString(text[:i+len(end.item)] + end.rest)
			if err == nil {
				return feed
			}
		}
	}
	return nil
}

func feedItem(item *gofeed.Item, feed *gofeed.Feed, base *url.URL) Item {
	link := resolve(base, item.Link)
	if link == "" && IsAddress(item.GUID) {
		link = resolve(base, item.GUID)
	}
	a := isnad.Article{
		ID: strings.TrimSpace(item.GUID), Title: plainText(item.Title), URL: link, Outlet: plainText(feed.Title),
		Published: anyDate(item.Published), Modified: anyDate(item.Updated), Author: feedAuthor(item),
	}
	if a.Published == "" {
		a.Published, a.Modified = a.Modified, ""
	}
	content := fragment(item.Content)
	whole := utf8.RuneCountInString(content) >= wholeText && !teaser(content)
	if a.Body = content; !whole && len(content) < len(item.Description) {
		a.Body = fragment(item.Description)
	}
	if a.ID == "" && link == "" {
		a.ID = a.Title
	}
	if a.Title == "" {
		a.Title, a.Body, _ = strings.Cut(a.Body, "\n")
	}
	key := a.ID
	if key == "" {
		key = link
	}
	return Item{Key: key, URL: link, Article: a, Whole: whole}
}

// teaser reports whether a text says at its end that it goes on elsewhere.
func teaser(text string) bool {
	text = strings.TrimRight(text, " \n]»")
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "اقرأ المزيد")
}

func feedAuthor(item *gofeed.Item) string {
	for _, p := range item.Authors {
		if p != nil && p.Name != "" {
			return author(plainText(p.Name), "")
		}
	}
	return ""
}

// plainText is the text of a title, which some feeds write as markup.
func plainText(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = strings.ReplaceAll(fragment(s), "\n", " ")
	}
	return oneLine(s)
}

// fragment is the text of a piece of a page, a paragraph a line.
func fragment(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil { // too deep
		return ""
	}
	return strings.Join(paragraphs(doc), "\n")
}
