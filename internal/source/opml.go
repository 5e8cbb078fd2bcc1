package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
)

// readOPML reads the feeds of an OPML list (opml.org, 2.0), however they are grouped.
// What stands before an error of syntax comes together with it.
func readOPML(text string, base *url.URL) (*List, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	list := &List{}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, fmt.Errorf("read OPML list: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		for _, a := range start.Attr {
			if !strings.EqualFold(a.Name.Local, "xmlUrl") || len(list.Lists) >= MaxItems {
				continue
			}
			if link := resolve(base, a.Value); link != "" && !slices.Contains(list.Lists, link) {
				list.Lists = append(list.Lists, link)
			}
		}
	}
}
