package show

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"isnad"
)

// side writes the lists beside the text: claims, figures, dates, actors, events.
func (s *section) side() {
	s.write(`<aside class="side ui">` + "\n")
	s.heading("claims", len(s.Claims))
	if len(s.Claims) == 0 {
		s.write("<p>")
		s.text(s.words["no-claims"])
		s.write("</p>\n")
	} else {
		s.write(`<ol class="claims">` + "\n")
		marks := s.marks()
		for i := range s.Claims {
			s.claim(i, marks[i])
		}
		s.write("</ol>\n")
	}
	s.figures()
	s.dates()
	s.actors()
	s.events()
	s.write("</aside>\n")
}

func (s *section) heading(key string, n int) {
	s.write("<h2>")
	s.text(s.words[key])
	s.write(" (" + strconv.Itoa(n) + ")</h2>\n")
}

// claim writes one claim; its number leads to the given mark.
func (s *section) claim(i, mark int) {
	c := &s.Claims[i]
	id := s.claimID(i)
	s.write(`<li class="` + originKind(c) + `" id="c` + id + `"><div id="d` + id + `">`)
	s.write(`<a class="num" href="#m` + s.claimID(mark) + `" title="`)
	s.text(s.words["back"])
	s.write(`">` + strconv.Itoa(i+1) + `</a> <bdi class="chain" lang="ar" dir="rtl">`)
	s.text(s.words.chainText(s.Analysis, c))
	s.write("</bdi>")
	if kind := originKind(c); kind != "none" && kind != string(isnad.Unnamed) { // the chain says these
		s.write(` <span class="dim">(`)
		s.text(s.words["kind."+kind])
		s.write(")</span>")
	}
	s.write(`<div class="marks`)
	if c.Certainty != isnad.Certain || c.Narrator == isnad.Distancing {
		s.write(" hedge")
	}
	s.write(`">`)
	s.text(strings.Join(s.words.marks(c), " · "))
	s.write(` · <bdi lang="ar">«`)
	s.text(clean(c.Cue.In(s.Text)))
	s.write("»</bdi>")
	s.rule(c.Rule)
	s.write(`</div></div><div class="says" lang="ar" dir="rtl">`)
	s.text(contentText(s.Analysis, c))
	s.write("</div></li>\n")
}

// marks gives for each claim the one whose mark stands where it begins: of claims
// that begin at one place only the innermost has a mark that can be gone to.
func (s *section) marks() []int {
	innermost := map[int]int{}
	for i := range s.Claims {
		if len(s.Claims[i].Content) == 0 {
			continue
		}
		first := s.Claims[i].Content[0]
		j, known := innermost[first.Start]
		if !known || first.Len() <= s.Claims[j].Content[0].Len() {
			innermost[first.Start] = i
		}
	}
	marks := make([]int, len(s.Claims))
	for i := range s.Claims {
		marks[i] = i
		if len(s.Claims[i].Content) > 0 {
			marks[i] = innermost[s.Claims[i].Content[0].Start]
		}
	}
	return marks
}

func (s *section) rule(rule string) {
	if s.Rules && rule != "" {
		s.write(" · <code dir=\"ltr\">")
		s.text(rule)
		s.write("</code>")
	}
}

func (s *section) figures() {
	if len(s.Quantities) == 0 {
		return
	}
	s.heading("figures", len(s.Quantities))
	numbers := claimNumbers(s.Analysis)
	s.write("<ul>\n")
	for i := range s.Quantities {
		q := &s.Quantities[i]
		said := clean(q.Span.In(s.Text))
		cells := []string{arabicCell(said, "b"), html.EscapeString(s.words.amount(q, said)), arabicCell(unit(q, said), "bdi")}
		cells = append(cells, arabicCell(q.Of, "bdi"), arabicCell(q.Place, "bdi"), latinCell(q.Time))
		if n := numbers[q.Claim]; n > 0 {
			cells = append(cells, `<a href="#c`+s.claimID(n-1)+`">`+html.EscapeString(s.words["claim"])+" "+strconv.Itoa(n)+"</a>")
		}
		s.row(cells, q.Rule)
	}
	s.write("</ul>\n")
}

func (s *section) dates() {
	if len(s.Times) == 0 {
		return
	}
	s.heading("dates", len(s.Times))
	s.write("<ul>\n")
	for i := range s.Times {
		t := &s.Times[i]
		s.row([]string{arabicCell(t.Span.In(s.Text), "b"), latinCell(t.Value)}, t.Rule)
	}
	s.write("</ul>\n")
}

func (s *section) row(cells []string, rule string) {
	cells = slices.DeleteFunc(cells, func(c string) bool { return c == "" })
	s.write("<li>" + strings.Join(cells, ` <span class="dim">·</span> `))
	s.rule(rule)
	s.write("</li>\n")
}

func arabicCell(t, tag string) string {
	if t = clean(t); t == "" {
		return ""
	}
	return "<" + tag + ` lang="ar" dir="auto">` + html.EscapeString(t) + "</" + tag + ">"
}

func latinCell(t string) string {
	if t = clean(t); t == "" {
		return ""
	}
	return `<bdi dir="ltr">` + html.EscapeString(t) + "</bdi>"
}
