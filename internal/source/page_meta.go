package source

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"isnad/arabic"
)

// pageDates says when a page was published and changed. It goes by what the page says
// to machines (JSON-LD and meta, then other marked-up dates), then by what stands over
// the text. What lies more than a day after the fetching is a mistake.
func pageDates(found *readability.Article, doc *html.Node, lines []string, fetched time.Time) (published, modified string) {
	if t, err := found.PublishedTime(); err == nil && !t.IsZero() {
		published = t.Format(time.RFC3339)
	}
	if t, err := found.ModifiedTime(); err == nil && !t.IsZero() {
		modified = t.Format(time.RFC3339)
	}
	if published == "" {
		published = markedDate(doc, dateKeys, true)
	}
	if modified == "" {
		modified = markedDate(doc, modifiedKeys, false)
	}
	if published == "" || modified == "" {
		p, m := linesDates(lines, fetched)
		if published == "" {
			published = p
		}
		if modified == "" && m != published {
			modified = m
		}
	}
	return notFuture(published, fetched), notFuture(modified, fetched)
}

// notFuture is the date, or nothing if it lies more than a day after the time.
func notFuture(date string, now time.Time) string {
	day, err := time.Parse(time.DateOnly, date[:min(len(date), len(time.DateOnly))])
	if err != nil || !now.IsZero() && day.After(now.AddDate(0, 0, 1)) {
		return ""
	}
	return date
}

// canonicalAddress is the address that the page gives as its own, if it is on the same
// site as the one that it was got from: else any page could pass for another's.
func canonicalAddress(doc *html.Node, base *url.URL) string {
	said := ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case n.Data == "link" && strings.EqualFold(firstAttr(n, "rel"), "canonical"):
			if link := resolve(base, firstAttr(n, "href")); link != "" {
				said = link
			}
		case n.Data == "meta" && firstAttr(n, "property") == "og:url" && said == "":
			said = resolve(base, firstAttr(n, "content"))
		}
	}
	u, err := url.Parse(said)
	switch {
	case err != nil || said == "":
		return base.String()
	case base.Host == "":
		return said
	case siteOf(u) != siteOf(base), u.Path == "" || u.Path == "/": // the whole site is no article
		return base.String()
	}
	return said
}

// siteOf is the host without the prefixes under which sites show the same pages.
func siteOf(u *url.URL) string {
	host := strings.ToLower(u.Host)
	for _, prefix := range []string{"www.", "m.", "mobile.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

var authorKeys = []string{"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"}

// pageAuthor is who wrote the page; empty if that is the outlet itself.
func pageAuthor(doc *html.Node, byline, outlet string) string {
	if name := author(byline, outlet); name != "" {
		return name
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" && firstAttr(n, "itemprop") == "" {
			continue
		}
		for _, key := range []string{"itemprop", "property", "name"} {
			if isKey(firstAttr(n, key), authorKeys) {
				if name := author(firstAttr(n, "content"), outlet); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// longestAuthor is in letters and signs; what is longer is no name.
const longestAuthor = 80

// author cleans what stands where an author should.
func author(s, outlet string) string {
	s = oneLine(s)
	for _, word := range []string{"بقلم", "كتب", "كتبت", "إعداد", "تقرير", "المصدر", "By", "by"} {
		if rest, ok := strings.CutPrefix(s, word); ok && (rest == "" || strings.ContainsRune(" :-–", firstRune(rest))) {
			s = strings.TrimLeft(rest, " :-–")
		}
	}
	switch {
	case utf8.RuneCountInString(s) > longestAuthor, !hasLetter(s), IsAddress(s), strings.ContainsAny(s, "@/"),
		outlet != "" && arabic.Fold(s) == arabic.Fold(outlet), strings.EqualFold(s, "admin"), writtenDate(s, time.Time{}) != "":
		return ""
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
