package show

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html"
	"strconv"
	"strings"

	"isnad"
)

//go:embed page.css
var pageStyle string

// page is the output as one HTML page without script that asks nothing of the net.
// The article's text is set right to left; the headings follow the language.
type page struct {
	Options
	words words
}

func newPage(o Options, w words) *page { return &page{Options: o, words: w} }

func (p *page) direction() string {
	if p.Language == "ar" {
		return "rtl"
	}
	return "ltr"
}

// Head opens the page. Its policy allows the one style sheet it holds, and nothing
// else.
func (p *page) Head(title string, _ int) string {
	if title = clean(title); title == "" {
		title = "Isnad"
	}
	hash := sha256.Sum256([]byte(pageStyle))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; base-uri 'none'; form-action 'none'"
	var b strings.Builder
	b.WriteString(`<!doctype html>` + "\n" + `<html lang="` + p.Language + `" dir="` + p.direction() + `">` + "\n<head>\n")
	b.WriteString(`<meta charset="utf-8">` + "\n")
	b.WriteString(`<meta http-equiv="Content-Security-Policy" content="` + policy + `">` + "\n")
	b.WriteString(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	b.WriteString(`<meta name="referrer" content="no-referrer">` + "\n")
	b.WriteString(`<title>` + html.EscapeString(title) + "</title>\n<style>" + pageStyle + "</style>\n</head>\n<body>\n")
	p.legend(&b)
	return b.String()
}

func (p *page) legend(b *strings.Builder) {
	b.WriteString(`<header class="intro ui"><p>` + html.EscapeString(p.words["how-to"]) + "</p>\n")
	b.WriteString(`<ul class="legend" aria-label="` + html.EscapeString(p.words["legend"]) + `"><li>` + html.EscapeString(p.words["legend"]) + ":</li>")
	for _, kind := range kinds {
		b.WriteString(`<li><span class="q ` + kind + `">` + html.EscapeString(p.words["kind."+kind]) + "</span></li>")
	}
	b.WriteString("</ul></header>\n<main>\n")
}

// kinds in the order of the legend; "none" is a claim whose source is not told.
var kinds = []string{
	string(isnad.Person), string(isnad.State), string(isnad.Organization), string(isnad.Media),
	string(isnad.Document), string(isnad.Group), string(isnad.Unnamed), "none",
}

// Between is empty: sections are told apart by the style.
func (p *page) Between() string { return "" }

// Tail closes the page.
func (p *page) Tail(int) string { return "</main>\n</body>\n</html>\n" }

// Append appends one article as a section.
func (p *page) Append(dst []byte, item Item) []byte {
	s := &section{page: p, Item: item, out: dst, tips: make([]string, len(item.Claims))}
	s.write(`<section class="sheet" id="a` + s.ID + `">` + "\n")
	s.article()
	s.side()
	s.write("</div>\n</section>\n")
	return s.out
}

// section is one article as it is being written.
type section struct {
	*page
	Item
	out  []byte
	tips []string // of each claim, escaped, once it was asked for
}

func (s *section) write(markup string) { s.out = append(s.out, markup...) }
func (s *section) text(t string)       { s.write(html.EscapeString(t)) }

// article writes the title, what is known of it, and the text, paragraph by
// paragraph.
func (s *section) article() {
	edges := edgesOf(s.Analysis)
	var open []int
	cues, start := 0, 0
	first := true
	for start <= len(s.Text) {
		end := len(s.Text)
		if i := strings.IndexByte(s.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		n := 0
		for n < len(edges) && edges[n].at <= end {
			n++
		}
		marked := segments(edges[:n], start, end, &open, &cues)
		edges = edges[n:]
		s.paragraph(marked, first)
		if first {
			s.meta()
			s.why()
			s.write(`<div class="columns">` + "\n" + `<article lang="ar" dir="rtl">` + "\n")
		}
		first, start = false, end+1
	}
	s.write("</article>\n")
}

func (s *section) paragraph(marked []segment, title bool) {
	switch {
	case title && strings.TrimSpace(s.Article.Title) == "":
		s.write(`<h1 class="ui">`)
		s.text(s.words["untitled"])
		s.write("</h1>\n")
		return
	case title:
		s.write(`<h1 lang="ar" dir="rtl">`)
	case len(marked) == 0:
		return
	default:
		s.write("<p>")
	}
	for len(marked) > 0 {
		n := sameClaims(marked)
		s.run(marked[:n])
		marked = marked[n:]
	}
	if title {
		s.write("</h1>\n")
		return
	}
	s.write("</p>\n")
}

// run writes stretches under the same claims with their line: in the colour of the
// innermost claim, and a second one in that of the claim around it.
func (s *section) run(run []segment) {
	first, last := &run[0], &run[len(run)-1]
	if len(first.claims) == 0 {
		s.said(run)
		return
	}
	s.write(`<span class="q ` + originKind(&s.Claims[first.claims[0]]))
	if len(first.claims) > 1 {
		s.write(" o o-" + originKind(&s.Claims[first.claims[1]]))
	}
	s.write(`" data-chain="`)
	for i, c := range first.claims {
		if i > 0 {
			s.write("\n")
		}
		s.write(s.tip(c))
	}
	s.write(`"`)
	if len(first.opens) > 0 {
		// The claim opened last is the innermost.
		c := first.opens[len(first.opens)-1]
		s.write(` tabindex="0" id="m` + s.claimID(c) + `" aria-describedby="d` + s.claimID(c) + `"`)
	}
	s.write(">")
	s.said(run)
	s.write("</span>")
	for _, c := range last.closes {
		n := strconv.Itoa(c + 1)
		s.write(`<a class="n" tabindex="-1" href="#c` + s.claimID(c) + `">` + n + `</a>`)
	}
}

// said writes the article's own words, cues marked.
func (s *section) said(run []segment) {
	for _, g := range run {
		if g.cue {
			s.write(`<span class="cue">`)
		}
		s.text(s.Text[g.start:g.end])
		if g.cue {
			s.write("</span>")
		}
	}
}

func (s *section) claimID(c int) string { return s.ID + "-" + strconv.Itoa(c+1) }

// tip is what a pointed-at claim shows: its number, its chain and its marks.
func (s *section) tip(c int) string {
	if s.tips[c] == "" {
		claim := &s.Claims[c]
		chain := rli + strconv.Itoa(c+1) + ". " + s.words.chainText(s.Analysis, claim) + pdi
		s.tips[c] = html.EscapeString(chain + " · " + strings.Join(s.words.marks(claim), " · "))
	}
	return s.tips[c]
}

func (s *section) meta() {
	s.write(`<p class="meta ui" lang="ar" dir="rtl">`)
	var parts []string
	if o := clean(s.Article.Outlet); o != "" {
		parts = append(parts, "<bdi>"+html.EscapeString(o)+"</bdi>")
	}
	if t := clean(s.Article.Published); t != "" {
		parts = append(parts, `<time dir="ltr" datetime="`+html.EscapeString(t)+`">`+html.EscapeString(moment(t))+"</time>")
	}
	if u := clean(s.Article.URL); strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		u = html.EscapeString(u)
		parts = append(parts, `<a href="`+u+`" rel="noreferrer"><bdi dir="ltr">`+u+"</bdi></a>")
	}
	s.write(strings.Join(parts, " · ") + "</p>\n")
}
