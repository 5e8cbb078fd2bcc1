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
)

// whole reports whether a file of the kind is read at one go.
func (k kind) whole() bool { return k == kindText || k == kindJSON || k == kindPage }

// media is the media type of the kind.
func (k kind) media() string {
	switch k {
	case kindJSON:
		return "application/json"
	case kindLines:
		return "application/x-ndjson"
	case kindPage:
		return "text/html"
	}
	return "text/plain"
}

// kindByMedia is the kind that media names in its one form, parameters aside.
func kindByMedia(media string) kind {
	media, _, _ = strings.Cut(media, ";")
	for _, k := range []kind{kindText, kindJSON, kindLines, kindPage} {
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
	}
	return kindUnknown
}

// kindByContent looks at the first bytes of a file whose name says nothing.
func kindByContent(head []byte) kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	switch {
	case len(head) == 0:
		return kindText
	case head[0] == '{':
		line, _, more := bytes.Cut(head, []byte("\n"))
		if more && !json.Valid(line) {
			return kindJSON
		}
		return kindLines
	case head[0] == '[' && looksJSON(head[1:]):
		return kindJSON
	case looksPage(head):
		return kindPage
	}
	return kindText
}

func looksJSON(afterBracket []byte) bool {
	rest := bytes.TrimLeft(afterBracket, " \t\r\n")
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

func looksPage(head []byte) bool {
	head = bytes.ToLower(head[:min(len(head), 1024)])
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return head[0] == '<' && (bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<head")))
}
