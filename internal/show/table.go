package show

import (
	"strconv"
	"strings"

	"isnad"
)

// columns of the table. start and end count code points of the article's text
// (title, line feed, body); a broken content has several, with a semicolon between.
var columns = []string{
	"article", "outlet", "published", "claim", "cue", "act", "mode", "certainty", "purpose",
	"narrator", "chain", "origin", "origin_kind", "content", "start", "end",
}

// table is CSV as RFC 4180 has it, UTF-8 without a mark, a claim a line.
type table struct{}

func (table) Head(string, int) string { return strings.Join(columns, ",") + "\r\n" }
func (table) Between() string         { return "" }
func (table) Tail(int) string         { return "" }

// Append appends the claims of one article.
func (table) Append(dst []byte, item Item) []byte {
	if len(item.Claims) == 0 {
		return dst
	}
	p := pointsOf(item.Text)
	for i := range item.Claims {
		for n, cell := range row(item.Analysis, &item.Claims[i], p) {
			if n > 0 {
				dst = append(dst, ',')
			}
			dst = appendCell(dst, cell)
		}
		dst = append(dst, "\r\n"...)
	}
	return dst
}

func row(a *isnad.Analysis, c *isnad.Claim, p points) []string {
	var chain, starts, ends, content []string
	for _, l := range chainOf(a, c) {
		chain = append(chain, l.Name)
	}
	for _, s := range c.Content {
		starts = append(starts, strconv.Itoa(p.at(s.Start)))
		ends = append(ends, strconv.Itoa(p.at(s.End)))
		content = append(content, s.In(a.Text))
	}
	origin, kind := "", ""
	if n := len(c.Sources); n > 0 {
		origin, kind = c.Sources[n-1].Name, string(c.Sources[n-1].Kind)
	}
	return []string{
		a.Article.ID, a.Article.Outlet, a.Article.Published, c.ID, c.Cue.In(a.Text), string(c.Act),
		string(c.Mode), string(c.Certainty), strconv.FormatBool(c.Purpose), string(c.Narrator),
		strings.Join(chain, " ← "), origin, kind,
		strings.Join(content, " … "), strings.Join(starts, ";"), strings.Join(ends, ";"),
	}
}

// appendCell quotes where it must. A cell that a spreadsheet would take for a
// formula gets an apostrophe in front (OWASP, CSV injection).
func appendCell(dst []byte, s string) []byte {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		s = "'" + s
	}
	if !strings.ContainsAny(s, ",\"\r\n'") {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(s, `"`, `""`)...)
	return append(dst, '"')
}
