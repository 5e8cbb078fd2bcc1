package web

import (
	"context"
	"fmt"
	"unicode/utf8"

	"isnad"
)

// The types of this file are the contract's shape of a trace, isnad.trace/1: spans in
// code points, each with its words, open bounds left out. Those that answers embed are
// exported: else their fields would be no part of the description.

type wireTrace struct {
	Schema       string        `json:"schema" enum:"isnad.trace/1"`
	Story        WireStory     `json:"story"`
	Articles     []WireArticle `json:"articles"`
	Copies       []wireCopies  `json:"copies"`
	Cases        []WireCase    `json:"cases"`
	Figures      []WireFigure  `json:"figures"`
	Explanations []wireRivals  `json:"explanations"`
}

// WireStory is a story.
type WireStory struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	First string `json:"first"`
	Last  string `json:"last"`
}

// WireArticle is an article without its text.
type WireArticle struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Title     string `json:"title"`
}

type wireCopies struct {
	Articles []string `json:"articles" doc:"The likely first one first."`
	Kind     string   `json:"kind" enum:"whole,passages"`
	Agency   string   `json:"agency,omitempty"`
}

type wireSpan struct {
	Start int    `json:"start" doc:"In Unicode code points of the article's text: title, line feed, body."`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type wireLink struct {
	Name   string `json:"name"`
	Kind   string `json:"kind" enum:"person,state,organization,media,document,group,unnamed"`
	Entity string `json:"entity,omitempty"`
}

type wireMember struct {
	Article   string     `json:"article"`
	Claim     string     `json:"claim,omitempty"`
	Content   []wireSpan `json:"content"`
	Chain     []wireLink `json:"chain"`
	Narrated  bool       `json:"narrated"`
	Certainty string     `json:"certainty" enum:"certain,probable,possible"`
	Denied    bool       `json:"denied"`
}

type wireOrigin struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Members []int  `json:"members"`
}

type wireDrift struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	What string `json:"what"`
	Note string `json:"note,omitempty"`
}

// WireCase is a case.
type WireCase struct {
	ID          string       `json:"id"`
	Proposition string       `json:"proposition"`
	Members     []wireMember `json:"members"`
	Origins     []wireOrigin `json:"origins"`
	Deniers     []wireOrigin `json:"deniers"`
	Independent int          `json:"independent" minimum:"0"`
	Grade       string       `json:"grade" enum:"corroborated,single origin,unnamed origin,no origin,circular,disputed"`
	Reason      string       `json:"reason"`
	Drift       []wireDrift  `json:"drift"`
}

type wireValue struct {
	Min      *float64 `json:"min,omitempty"`
	Max      *float64 `json:"max,omitempty"`
	By       string   `json:"by,omitempty"`
	AsOf     string   `json:"as_of,omitempty"`
	Told     string   `json:"told"`
	Article  string   `json:"article"`
	Span     wireSpan `json:"span"`
	Excludes []int    `json:"excludes"`
}

// WireFigure is a figure.
type WireFigure struct {
	What   string      `json:"what"`
	Unit   string      `json:"unit"`
	Values []wireValue `json:"values"`
}

type wireTelling struct {
	Article string     `json:"article"`
	Claim   string     `json:"claim,omitempty"`
	Content []wireSpan `json:"content"`
	Chain   []wireLink `json:"chain"`
}

type wireExplaining struct {
	Saying  string        `json:"saying"`
	Members []wireTelling `json:"members"`
}

type wireRivals struct {
	Of     string           `json:"of"`
	Groups []wireExplaining `json:"groups"`
}

// wiring turns a trace into its shape outside. It needs the texts of the articles.
type wiring struct{ texts map[string]*points }

// points finds code points in a text: index holds the byte of every 64th.
type points struct {
	text  string
	index []int
}

func pointsOf(text string) *points {
	p := &points{text: text}
	n := 0
	for i := range text {
		if n%64 == 0 {
			p.index = append(p.index, i)
		}
		n++
	}
	return p
}

// before counts the code points before a byte.
func (p *points) before(at int) int {
	low, high := 0, len(p.index)
	for low < high {
		if mid := (low + high) / 2; p.index[mid] <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == 0 {
		return 0
	}
	return (low-1)*64 + utf8.RuneCountInString(p.text[p.index[low-1]:at])
}

// wired gives a trace its shape outside.
func (s *Server) wired(ctx context.Context, t *isnad.Trace) (*wireTrace, error) {
	read, err := s.analyses(ctx, t)
	if err != nil {
		return nil, err
	}
	w := &wiring{texts: make(map[string]*points, len(read))}
	for id, a := range read {
		w.texts[id] = pointsOf(a.Text)
	}
	return w.trace(t)
}

func (w *wiring) trace(t *isnad.Trace) (*wireTrace, error) {
	out := &wireTrace{Schema: "isnad.trace/1", Story: WireStory(t.Story), Articles: []WireArticle{}, Copies: []wireCopies{}, Cases: []WireCase{}, Figures: []WireFigure{}, Explanations: []wireRivals{}}
	for _, a := range t.Articles {
		out.Articles = append(out.Articles, WireArticle(a))
	}
	for _, c := range t.Copies {
		out.Copies = append(out.Copies, wireCopies{c.Articles, string(c.Kind), c.Agency})
	}
	for i := range t.Cases {
		c, err := w.ofCase(&t.Cases[i])
		if err != nil {
			return nil, err
		}
		out.Cases = append(out.Cases, *c)
	}
	for _, f := range t.Figures {
		made := WireFigure{What: f.What, Unit: f.Unit, Values: []wireValue{}}
		for _, v := range f.Values {
			span, err := w.spans(v.Article, []isnad.Span{v.Span})
			if err != nil {
				return nil, err
			}
			made.Values = append(made.Values, wireValue{Min: end(v.Min), Max: end(v.Max), By: v.By, AsOf: v.AsOf, Told: v.Told, Article: v.Article, Span: span[0], Excludes: append([]int{}, v.Excludes...)})
		}
		out.Figures = append(out.Figures, made)
	}
	for _, r := range t.Explanations {
		made := wireRivals{Of: r.Of, Groups: []wireExplaining{}}
		for _, g := range r.Groups {
			group := wireExplaining{Saying: g.Saying, Members: []wireTelling{}}
			for _, m := range g.Members {
				content, err := w.spans(m.Article, m.Content)
				if err != nil {
					return nil, err
				}
				group.Members = append(group.Members, wireTelling{m.Article, m.Claim, content, linksOut(m.Chain)})
			}
			made.Groups = append(made.Groups, group)
		}
		out.Explanations = append(out.Explanations, made)
	}
	return out, nil
}

func (w *wiring) ofCase(c *isnad.Case) (*WireCase, error) {
	out := &WireCase{ID: c.ID, Proposition: c.Proposition, Members: []wireMember{}, Origins: originsOut(c.Origins), Deniers: originsOut(c.Deniers), Independent: c.Independent, Grade: string(c.Grade), Reason: c.Reason, Drift: []wireDrift{}}
	for _, m := range c.Members {
		content, err := w.spans(m.Article, m.Content)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", c.ID, err)
		}
		out.Members = append(out.Members, wireMember{m.Article, m.Claim, content, linksOut(m.Chain), m.Narrated, string(m.Certainty), m.Denied})
	}
	for _, d := range c.Drift {
		out.Drift = append(out.Drift, wireDrift{d.From, d.To, string(d.What), d.Note})
	}
	return out, nil
}

func (w *wiring) spans(article string, spans []isnad.Span) ([]wireSpan, error) {
	p := w.texts[article]
	out := make([]wireSpan, len(spans))
	for i, s := range spans {
		if p == nil || s.Start < 0 || s.Start > s.End || s.End > len(p.text) {
			return nil, fmt.Errorf("bytes %d to %d lie outside of article %q", s.Start, s.End, article)
		}
		out[i] = wireSpan{p.before(s.Start), p.before(s.End), s.In(p.text)}
	}
	return out, nil
}

func end(b isnad.Bound) *float64 {
	if !b.Set {
		return nil
	}
	return &b.Value
}

func linksOut(links []isnad.Link) []wireLink {
	out := make([]wireLink, len(links))
	for i, l := range links {
		out[i] = wireLink{l.Name, string(l.Kind), l.Entity}
	}
	return out
}

func originsOut(origins []isnad.Origin) []wireOrigin {
	out := make([]wireOrigin, len(origins))
	for i, o := range origins {
		out[i] = wireOrigin{o.Name, string(o.Kind), append([]int{}, o.Members...)}
	}
	return out
}
