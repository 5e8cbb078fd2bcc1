package source

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"isnad/arabic"
)

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// blockTags are the elements that begin a paragraph of their own.
var blockTags = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "li": true, "ul": true, "ol": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true,
	"pre": true, "table": true, "tr": true, "br": true, "hr": true, "figure": true, "figcaption": true,
	"header": true, "footer": true, "aside": true, "dl": true, "dt": true, "dd": true, "main": true,
}

// paragraphs gives the text under a node, white space as a browser would show it.
func paragraphs(root *html.Node) []string {
	var out []string
	var line strings.Builder
	flush := func() {
		if s := oneLine(strings.ReplaceAll(line.String(), "\ufeff", "")); s != "" {
			out = append(out, s)
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
	return out
}

// prose drops what the extraction leaves of a page's furniture: the headline
// again, counts and dates, and the buttons and lists after the last sentence.
func prose(lines []string, title string) []string {
	title = arabic.Fold(title)
	var kept []string
	begun := false
	for _, line := range lines {
		begun = begun || sentence(line) && arabic.Fold(line) != title
		if arabic.Fold(line) == title || !hasLetter(line) {
			continue
		}
		if !begun && (!hasArabic(line) || writtenDate(line, time.Time{}) != "") {
			continue
		}
		kept = append(kept, line)
	}
	kept = kept[:beforeButtons(kept)]
	for len(kept) > 0 && !sentence(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// buttons is how many lines of one or two words in a row are no text any more.
const buttons = 4

// beforeButtons is where the first such run begins, if more stands before it than
// after; else the number of lines.
func beforeButtons(lines []string) int {
	run := 0
	for i, line := range lines {
		if len(strings.Fields(line)) > 2 {
			run = 0
			continue
		}
		run++
		if start := i + 1 - run; run == buttons && length(lines[:start]) > length(lines[i+1:]) {
			return start
		}
	}
	return len(lines)
}

func length(lines []string) int {
	n := 0
	for _, l := range lines {
		n += len(l)
	}
	return n
}

// sentence reports whether the line reads like text: it is long, or it ends like a
// sentence.
func sentence(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(strings.Fields(line)) >= 12 || strings.ContainsRune(".!?؟…»”\":", last) && len(strings.Fields(line)) >= 4
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
