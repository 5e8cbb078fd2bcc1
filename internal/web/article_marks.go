package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
)

// paragraph is a line of an article's text, cut where marks begin and end.
type paragraph struct {
	Title  bool
	Pieces []piece
	Notes  []note
}

// piece is a stretch of text under the same marks.
type piece struct {
	Text    string
	Classes string
	Claims  string // identifiers of the claims it belongs to
	Opens   []int  // numbers of the claims that begin here
	Tip     string
	Of      string // where more is told of the innermost mark that is no claim
}

// mark is something that is read in a stretch of text.
type mark struct {
	isnad.Span
	class string
	claim int // number of a claim, from one, or zero
	tip   string
	of    string // where more is told of it
}

// longestShown is how many bytes of an article are set: more is no article that
// anybody reads, and would make the page slow.
const longestShown = 200_000

// mark cuts the text into paragraphs and pieces and puts each claim's note beside the
// paragraph that its first words stand in.
func (v *articleView) mark() {
	text := v.Text
	if len(text) > longestShown {
		end := longestShown
		for !utf8.RuneStart(text[end]) {
			end--
		}
		text, v.CutOff = text[:end], true
	}
	marks := v.marks()
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	s := &sweep{v: v, text: text, marks: marks, told: make([]bool, len(v.Claims)+1)}
	start := 0
	for start <= len(text) {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if para := s.paragraph(start, end); len(para.Pieces) > 0 {
			para.Title = start == 0
			v.Paragraphs = append(v.Paragraphs, para)
		}
		start = end + 1
	}
}

func (v *articleView) marks() (marks []mark) {
	for i := range v.Claims {
		c := &v.Claims[i]
		for _, span := range c.Content {
			marks = append(marks, mark{Span: span, class: "c " + originClass(c), claim: i + 1})
		}
		marks = append(marks, mark{Span: c.Cue, class: "cue", claim: i + 1})
	}
	for i, q := range v.Quantities {
		marks = append(marks, mark{Span: q.Span, class: "q", tip: v.bounds(q.Min, q.Max) + " " + clean(q.Unit), of: "quantities-" + digits(i+1)})
	}
	for i, t := range v.Times {
		marks = append(marks, mark{Span: t.Span, class: "t", tip: v.timex(t.Value), of: "times-" + digits(i+1)})
	}
	for _, m := range v.Mentions {
		marks = append(marks, mark{Span: m.Span, class: "m", tip: clean(v.names[m.Entity]), of: "actors-" + m.Entity})
	}
	for i, e := range v.Events {
		marks = append(marks, mark{Span: e.Trigger, class: "e", tip: v.T("event." + e.Type), of: "events-" + digits(i+1)})
	}
	return slices.DeleteFunc(marks, func(m mark) bool { return m.Len() <= 0 })
}

// sweep goes over the text once, from mark to mark.
type sweep struct {
	v     *articleView
	text  string
	marks []mark // by start; those that begin before the place that is looked at are in open
	next  int
	open  []mark
	told  []bool // of each claim, by number: whether its beginning is marked
}

func (s *sweep) paragraph(start, end int) (para paragraph) {
	for at := start; at < end; {
		s.advance(at)
		until := end
		for _, m := range s.open {
			until = min(until, m.End)
		}
		if s.next < len(s.marks) {
			until = min(until, s.marks[s.next].Start)
		}
		p, opened := s.piece(at, until)
		para.Notes = append(para.Notes, opened...)
		if p.Text != "" {
			para.add(p)
		}
		at = until
	}
	return para
}

// add appends a piece. The number of a claim that begins within a word stands before
// that word.
func (para *paragraph) add(p piece) {
	last := len(para.Pieces) - 1
	if len(p.Opens) > 0 && last >= 0 && len(para.Pieces[last].Opens) == 0 {
		before := para.Pieces[last]
		if at := strings.LastIndexByte(before.Text, ' ') + 1; at < len(before.Text) {
			head, tail := before, before
			head.Text, tail.Text, tail.Opens, p.Opens = before.Text[:at], before.Text[at:], p.Opens, nil
			para.Pieces = para.Pieces[:last]
			if head.Text != "" {
				para.Pieces = append(para.Pieces, head)
			}
			para.Pieces = append(para.Pieces, tail)
		}
	}
	para.Pieces = append(para.Pieces, p)
}

// advance opens the marks that begin at or before a place and closes those that end there.
func (s *sweep) advance(at int) {
	s.open = slices.DeleteFunc(s.open, func(m mark) bool { return m.End <= at })
	for s.next < len(s.marks) && s.marks[s.next].Start <= at {
		if m := s.marks[s.next]; m.End > at {
			s.open = append(s.open, m)
		}
		s.next++
	}
}

func (s *sweep) piece(start, end int) (p piece, opened []note) {
	p.Text = clean(s.text[start:end])
	var classes, claims []string
	inner := mark{}
	for _, m := range s.open {
		if m.claim > 0 {
			if id := s.v.Claims[m.claim-1].ID; !slices.Contains(claims, id) {
				claims = append(claims, id)
			}
			if !s.told[m.claim] {
				s.told[m.claim] = true
				p.Opens = append(p.Opens, m.claim)
				opened = append(opened, s.v.note(m.claim))
			}
			if m.class != "cue" {
				// The innermost claim gives the look: it is the shortest.
				if inner.class == "" || m.Len() < inner.Len() {
					inner = m
				}
				continue
			}
		}
		classes = append(classes, m.class)
		if m.tip != "" {
			p.Tip, p.Of = m.tip, m.of
		}
	}
	if inner.class != "" {
		classes = append(classes, inner.class)
	}
	p.Classes, p.Claims = strings.Join(classes, " "), strings.Join(claims, " ")
	return p, opened
}

func (v *articleView) note(number int) note {
	c := &v.Claims[number-1]
	return note{
		Claim: c, Number: number, Class: originClass(c), Cue: clean(c.Cue.In(v.Text)),
		Content: shortened(clean(wordsOf(c.Content, v.Text)), 240),
	}
}

// fragment is where a claim's note can be pointed at.
func (n note) fragment() string { return "claim-" + strconv.Itoa(n.Number) }
