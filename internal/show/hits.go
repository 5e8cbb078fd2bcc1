package show

import (
	"strconv"
	"strings"

	"isnad"
)

// Hit is an article or a claim that was found.
type Hit struct {
	Article  *isnad.Article
	Analysis *isnad.Analysis // of the article where claims were looked for, else nil
	Claim    *isnad.Claim    // nil where articles were looked for
	Snippet  isnad.Span      // bytes of Article.Text()
	Marks    []isnad.Span    // bytes of Article.Text()
}

// Hits appends what was found, for people: the number of all hits, then each with where it
// stands and a snippet in which what was looked for is set off by colour.
func Hits(dst []byte, o Options, total string, hits []Hit) ([]byte, error) {
	w, err := wordsOf(o.Language)
	if err != nil {
		return nil, err
	}
	p := &sheet{text: newText(o, w), out: dst}
	p.line(0, p.color(bold, w["hits"])+" ("+total+")")
	for i := range hits {
		p.write("\n")
		p.hit(&hits[i])
	}
	return p.out, nil
}

func (p *sheet) hit(h *Hit) {
	text := h.Article.Text()
	title := isnad.Span{End: len(h.Article.Title)}
	if h.Article.Title == "" {
		p.arabic("", 0, bold, p.words["untitled"])
	} else {
		p.arabic("", 0, bold, clean(title.In(text)))
	}
	var parts []string
	parts = append(parts, p.notEmpty(p.rtl, clean(h.Article.Outlet))...)
	parts = append(parts, p.notEmpty(p.ltr, moment(h.Article.Published))...)
	parts = append(parts, p.ltr(clean(h.Article.ID)))
	p.line(2, p.color(faint, strings.Join(parts, " · ")))
	if h.Claim != nil {
		code := named
		if kind := originKind(h.Claim); kind == string(isnad.Unnamed) || kind == "none" {
			code = unnamed
		}
		p.arabic("", 2, code, p.words.chainText(h.Analysis, h.Claim))
		p.line(2, p.color(faint, strings.Join(p.words.marks(h.Claim), " · ")))
	}
	p.arabic("", 2, normal, p.marked(text, h.Snippet, h.Marks))
}

// Signs of the private use area stand where colour begins and ends while a text is cleaned,
// which would take escapes out. What a text has of them is not shown.
const (
	markBegins = "\uE000"
	markEnds   = "\uE001"
)

var (
	unmarked = strings.NewReplacer(markBegins, "", markEnds, "")
	colored  = strings.NewReplacer(markBegins, "\x1b["+bold+";"+named+"m", markEnds, "\x1b[0m")
)

// marked is a stretch of a text in one line, with its marks in colour.
func (p *sheet) marked(text string, s isnad.Span, marks []isnad.Span) string {
	var b strings.Builder
	at := s.Start
	for _, m := range marks {
		if !p.Color || !s.Contains(m) || m.Start < at {
			continue
		}
		b.WriteString(unmarked.Replace(text[at:m.Start]) + markBegins + unmarked.Replace(m.In(text)) + markEnds)
		at = m.End
	}
	b.WriteString(unmarked.Replace(text[at:s.End]))
	return colored.Replace(clean(b.String()))
}

// Facet is a value with the number of hits that have it.
type Facet struct {
	Value string
	Hits  int
}

// Facets appends what hits are made of, a line for each kind of value: outlets, months, sources,
// acts. Of says how many hits were looked at.
func Facets(dst []byte, o Options, of int, kinds []string, facets [][]Facet) ([]byte, error) {
	w, err := wordsOf(o.Language)
	if err != nil {
		return nil, err
	}
	p := &sheet{text: newText(o, w), out: dst}
	p.write("\n")
	p.line(0, p.color(bold, w["facets"])+" ("+strconv.Itoa(of)+")")
	for i, kind := range kinds {
		var parts []string
		for _, f := range facets[i][:min(len(facets[i]), 8)] {
			name := clean(f.Value)
			if kind == "acts" {
				name = w["act."+f.Value]
			}
			parts = append(parts, p.rtl(name)+" "+strconv.Itoa(f.Hits))
		}
		if len(parts) > 0 {
			p.line(2, w["facets."+kind]+": "+strings.Join(parts, " · "))
		}
	}
	return p.out, nil
}

// More appends by which flag the next page of hits is printed.
func More(dst []byte, o Options, flag string) ([]byte, error) {
	p, err := newSheet(dst, o)
	if err != nil {
		return nil, err
	}
	p.write("\n")
	p.line(0, p.color(faint, p.words["more-hits"]+": ")+p.ltr(flag))
	return p.out, nil
}
