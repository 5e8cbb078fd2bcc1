package source

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
)

// kind is the shape of a file.
type kind uint8

const (
	kindUnknown kind = iota
	kindText
	kindJSON
	kindLines
	kindPage
	kindFeed
	kindJSONFeed
	kindSitemap
	kindOPML
	kindCSV
	kindWARC
)

// Kinds are the names of the kinds, as Options.As takes them.
var Kinds = []string{"text", "json", "jsonl", "page", "feed", "sitemap", "opml", "csv", "warc"}

var kindNames = map[string]kind{
	"text": kindText, "json": kindJSON, "jsonl": kindLines, "page": kindPage, "feed": kindFeed,
	"sitemap": kindSitemap, "opml": kindOPML, "csv": kindCSV, "warc": kindWARC,
}

// whole reports whether a file of the kind is read at one go.
func (k kind) whole() bool { return k != kindUnknown && !k.streamed() }

// streamed reports whether a file of the kind is cut into parts, however long it is.
func (k kind) streamed() bool { return k == kindLines || k == kindCSV || k == kindWARC }

// list reports whether the kind names articles that may stand elsewhere.
func (k kind) list() bool {
	return k == kindFeed || k == kindJSONFeed || k == kindSitemap || k == kindOPML
}

// media is the media type of the kind.
func (k kind) media() string {
	switch k {
	case kindJSON:
		return "application/json"
	case kindLines:
		return "application/x-ndjson"
	case kindPage:
		return "text/html"
	case kindFeed:
		return "application/rss+xml"
	case kindJSONFeed:
		return "application/feed+json"
	case kindSitemap:
		return "application/xml"
	case kindOPML:
		return "text/x-opml"
	case kindCSV:
		return "text/csv"
	case kindWARC:
		return "application/warc"
	}
	return "text/plain"
}

// kindByMedia is the kind that media names in its one form, parameters aside.
func kindByMedia(media string) kind {
	media, _, _ = strings.Cut(media, ";")
	for k := kindText; k <= kindWARC; k++ {
		if k.media() == strings.TrimSpace(media) {
			return k
		}
	}
	return kindUnknown
}

func compressed(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".gz" || ext == ".zst"
}

// kindByName goes by the end of the name, the mark of compression aside.
func kindByName(name string) kind {
	name = strings.ToLower(name)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	switch path.Ext(name) {
	case ".txt", ".text":
		return kindText
	case ".json":
		return kindJSON
	case ".jsonl", ".ndjson":
		return kindLines
	case ".html", ".htm", ".xhtml":
		return kindPage
	case ".rss", ".atom":
		return kindFeed
	case ".opml":
		return kindOPML
	case ".csv", ".tsv":
		return kindCSV
	case ".warc", ".wet":
		return kindWARC
	}
	return kindUnknown
}

// kindByContent looks at the first bytes of a file whose name says nothing.
func kindByContent(head []byte) kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	switch {
	case len(head) == 0:
		return kindText
	case bytes.HasPrefix(head, []byte("WARC/")):
		return kindWARC
	case head[0] == '<':
		return kindOfRoot(head)
	case head[0] == '{' && bytes.Contains(head, []byte("jsonfeed.org/version/")):
		return kindJSONFeed
	case head[0] == '{':
		line, _, more := bytes.Cut(head, []byte("\n"))
		if more && !json.Valid(line) {
			return kindJSON
		}
		return kindLines
	case head[0] == '[' && looksJSON(head[1:]):
		return kindJSON
	}
	return kindText
}

// kindOfRoot goes by the first element of a text of markup.
func kindOfRoot(head []byte) kind {
	for rest := string(head); ; {
		switch {
		case strings.HasPrefix(rest, "<!--"):
			rest = rest[until(rest, "-->"):]
		case strings.HasPrefix(rest, "<?"), strings.HasPrefix(rest, "<!"):
			if looksPage([]byte(rest)) {
				return kindPage
			}
			rest = rest[until(rest, ">"):]
		default:
			if k, ok := rootKinds[rootName(rest)]; ok {
				return k
			}
			if looksPage(head) || bytes.HasPrefix(head, []byte("<?xml")) {
				return kindPage
			}
			return kindText
		}
		rest = strings.TrimLeft(rest, " \t\r\n")
	}
}

var rootKinds = map[string]kind{
	"rss": kindFeed, "RDF": kindFeed, "feed": kindFeed, "urlset": kindSitemap, "sitemapindex": kindSitemap,
	"opml": kindOPML, "html": kindPage,
}

// rootName is the name of the element that s begins with, without prefix.
func rootName(s string) string {
	s, ok := strings.CutPrefix(s, "<")
	if !ok {
		return ""
	}
	if end := strings.IndexAny(s, " \t\r\n>/"); end >= 0 {
		s = s[:end]
	}
	return s[strings.IndexByte(s, ':')+1:]
}

func looksJSON(afterBracket []byte) bool {
	rest := bytes.TrimLeft(afterBracket, " \t\r\n")
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

func looksPage(head []byte) bool {
	if len(head) == 0 {
		return false
	}
	head = bytes.ToLower(head[:min(len(head), 1024)])
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return head[0] == '<' && (bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<head")))
}
