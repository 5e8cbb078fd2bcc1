package source

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// A date over the text stands in one of its first lines, and that line is short.
const (
	dateLines      = 6
	dateLineLength = 100 // letters and signs
)

// dateKeys are the values of itemprop, property and name under which pages give
// their day of publication, lower case.
var dateKeys = []string{
	"datepublished", "article:published_time", "og:published_time", "dc:date", "dc.date", "dc.date.issued",
	"dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
	"sailthru.date", "date",
}

// modifiedKeys are those under which pages say when they were changed.
var modifiedKeys = []string{
	"datemodified", "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
}

// markedDate is the first date that the markup gives: under one of the keys, or, with
// elements, in a time element.
func markedDate(doc *html.Node, keys []string, elements bool) string {
	inTime := ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if (a.Key == "itemprop" || a.Key == "property" || a.Key == "name") && isKey(a.Val, keys) {
				if d := machineDate(firstAttr(n, "content", "datetime")); d != "" {
					return d
				}
			}
		}
		if elements && n.Data == "time" && inTime == "" {
			inTime = machineDate(firstAttr(n, "datetime"))
		}
	}
	return inTime
}

func isKey(value string, keys []string) bool {
	return slices.Contains(keys, strings.TrimPrefix(strings.ToLower(value), "schema:"))
}

func firstAttr(n *html.Node, keys ...string) string {
	for _, k := range keys {
		for _, a := range n.Attr {
			if a.Key == k && a.Val != "" {
				return a.Val
			}
		}
	}
	return ""
}

// changedWords open the line or the part of it that says when a page was changed.
var changedWords = []string{"آخر تحديث", "اخر تحديث", "تم التحديث", "حدث في", "تاريخ التحديث", "عدل في"}

// linesDates looks for a date of publication and one of change in the lines over the
// text. Relative ones are reckoned from the time of fetching.
func linesDates(lines []string, fetched time.Time) (published, modified string) {
	for _, line := range lines[:min(len(lines), dateLines)] {
		first := line
		for _, w := range changedWords {
			before, after, ok := strings.Cut(line, w)
			if !ok {
				continue
			}
			first = before
			if d := writtenDate(after, fetched); d != "" && modified == "" {
				modified = d
			}
			break
		}
		if d := writtenDate(first, fetched); d != "" && published == "" {
			published = d
		}
	}
	if published == "" {
		return modified, ""
	}
	return published, modified
}
