package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"isnad"
)

// Limits on lists, which are somebody else's. The protocol of sitemaps has 50,000
// addresses at most; feeds have a few hundred items.
const (
	MaxItems = 50_000
	maxDepth = 1000 // of elements inside each other
)

// List is what a feed, a sitemap or an OPML list names.
type List struct {
	Title string // of a feed: its outlet, as it calls itself
	Items []Item // in the order of the list
	Lists []string
	Left  int // items beyond MaxItems, which were not kept
	// Sitemap says that the list names all pages of a site and not its latest ones.
	Sitemap bool
}

// Item is one article that a list names.
type Item struct {
	// Key tells it from the others of its list: the id that the list gives it, else its
	// address, else its title.
	Key string
	URL string // empty if the list has none
	// Article is the article as far as the list has it: of a sitemap the times at most.
	Article isnad.Article
	// Whole says that the list has all of its text, so that the page need not be fetched.
	Whole bool
}

// ErrNoList says that something is no feed, sitemap or OPML list.
var ErrNoList = errors.New("neither a feed nor a sitemap nor an OPML list")

// ReadList reads a feed (RSS, Atom, JSON Feed), a sitemap, an index of sitemaps or an
// OPML list as it was got from an address, against which its links are resolved. It is
// ErrNoList if the data are none of these. What can be read of a list that is cut off
// comes together with the error.
func ReadList(data []byte, contentType, address string) (*List, error) {
	plain, err := unpackList(data)
	if err != nil {
		return nil, err
	}
	k := kindByContent(plain[:min(len(plain), 4096)])
	if !k.list() {
		return nil, ErrNoList
	}
	text, _, err := decodeText(plain, true, contentType)
	if err != nil {
		return nil, err
	}
	return readList(text, k, address)
}

func readList(text string, k kind, address string) (*List, error) {
	if k != kindJSONFeed {
		if err := checkDepth(text); err != nil {
			return nil, err
		}
		text = utf8Declared(text)
	}
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	switch k {
	case kindSitemap:
		return readSitemap(text, base)
	case kindOPML:
		return readOPML(text, base)
	}
	return readFeed(text, base)
}

// resolve makes a link of a list absolute; empty if it leads to no page.
func resolve(base *url.URL, link string) string {
	link = strings.TrimSpace(link)
	if link == "" {
		return ""
	}
	u, err := base.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// utf8Declared takes the charset out of the declaration of an XML text that is UTF-8 by
// now, whatever it was before or claims to be.
func utf8Declared(text string) string {
	text = strings.TrimLeft(text, " \t\r\n")
	if !strings.HasPrefix(text, "<?xml") {
		return text
	}
	_, rest, ok := strings.Cut(text, "?>")
	if !ok {
		return text
	}
	return rest
}

// checkDepth refuses markup so deep that a parser which calls itself would run out of
// stack. It counts roughly: what is left open counts as around all that follows.
func checkDepth(text string) error {
	depth := 0
	for at := strings.IndexByte(text, '<'); at >= 0; {
		tag := text[at:]
		size := 1
		switch {
		case strings.HasPrefix(tag, "<!--"):
			size = until(tag, "-->")
		case strings.HasPrefix(tag, "<![CDATA["):
			size = until(tag, "]]>")
		case strings.HasPrefix(tag, "</"):
			depth--
		case strings.HasPrefix(tag, "<?"), strings.HasPrefix(tag, "<!"):
		default:
			end := strings.IndexByte(tag, '>')
			if end < 0 || tag[end-1] != '/' {
				depth++
			}
		}
		if depth > maxDepth {
			return fmt.Errorf("more than %d elements inside each other at byte %d", maxDepth, at)
		}
		next := strings.IndexByte(text[at+size:], '<')
		if next < 0 {
			return nil
		}
		at += size + next
	}
	return nil
}

// until is the length of s up to and with the mark, or of all of it.
func until(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// add keeps an item, if there is room and it can be told from others.
func (l *List) add(i Item) {
	switch {
	case i.Key == "":
	case len(l.Items) >= MaxItems:
		l.Left++
	default:
		l.Items = append(l.Items, i)
	}
}

// maxList is how long a list may be, unpacked: sitemaps may have 50 MB.
const maxList = 52 << 20

// unpackList unpacks a list that is a file of gzip or zstd, as sitemaps often are.
func unpackList(data []byte) ([]byte, error) {
	plain, packed, err := decompress(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, err
	}
	if !packed {
		return data, nil
	}
	defer plain.Close()
	data, err = io.ReadAll(io.LimitReader(plain, maxList+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("unpack list: %w", err)
	case len(data) > maxList:
		return nil, fmt.Errorf("too long for a list: more than %s", size(maxList))
	}
	return data, nil
}
