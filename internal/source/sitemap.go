package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"isnad"
)

// readSitemap reads a sitemap or an index of them (sitemaps.org), with what Google's
// news sitemaps add. What stands before an error of syntax comes together with it.
func readSitemap(text string, base *url.URL) (*List, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	list := &List{Sitemap: true}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, fmt.Errorf("read sitemap: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		var entry sitemapEntry
		if err := d.DecodeElement(&entry, &start); err != nil {
			return list, fmt.Errorf("read sitemap: %w", err)
		}
		link := resolve(base, entry.Loc)
		if start.Name.Local == "url" {
			list.add(entry.item(link))
		} else if link != "" && len(list.Lists) < MaxItems {
			list.Lists = append(list.Lists, link)
		}
	}
}

type sitemapEntry struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
	News    struct {
		Outlet    string `xml:"publication>name"`
		Title     string `xml:"title"`
		Published string `xml:"publication_date"`
	} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
}

func (e *sitemapEntry) item(link string) Item {
	a := isnad.Article{
		URL: link, Title: oneLine(e.News.Title), Outlet: oneLine(e.News.Outlet),
		Published: machineDate(e.News.Published), Modified: machineDate(e.LastMod),
	}
	return Item{Key: link, URL: link, Article: a}
}
