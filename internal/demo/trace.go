package demo

import (
	"encoding/json"
	"fmt"

	"isnad"
)

// Traces are the stories of the archive, put together by hand. The readings are given by
// the identifiers that the articles have in this package; traces name articles as their
// readings do.
func Traces(read map[string]*isnad.Analysis) ([]*isnad.Trace, error) {
	var out []*isnad.Trace
	err := lines(traces, func(line string) error {
		var w wireTrace
		if err := json.Unmarshal([]byte(line), &w); err != nil {
			return err
		}
		out = append(out, w.trace(&found{of: read}))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the demo's traces: %w", err)
	}
	return out, nil
}

type wireSpan struct {
	Start, End int
}

type wireLink struct {
	Name string
	Kind isnad.Kind
}

type wireTelling struct {
	Article          string
	Claim            string
	Content          []wireSpan
	Chain            []wireLink
	Narrated, Denied bool
	Certainty        isnad.Certainty
}

type wireTrace struct {
	Story    isnad.Story
	Articles []isnad.StoryArticle
	Copies   []isnad.Copies
	Cases    []struct {
		ID, Proposition, Reason string
		Members                 []wireTelling
		Origins, Deniers        []isnad.Origin
		Independent             int
		Grade                   isnad.Grade
		Drift                   []isnad.Drift
	}
	Figures []struct {
		What, Unit string
		Values     []struct {
			Min, Max          *float64
			By, Told, Article string
			AsOf              string `json:"as_of"`
			Span              wireSpan
			Excludes          []int
		}
	}
	Explanations []struct {
		Of     string
		Groups []struct {
			Saying  string
			Members []wireTelling
		}
	}
}

func (w *wireTrace) trace(f *found) *isnad.Trace {
	t := &isnad.Trace{Story: w.Story}
	for _, a := range w.Articles {
		a.ID = f.id(a.ID)
		t.Articles = append(t.Articles, a)
	}
	for _, c := range w.Copies {
		made := isnad.Copies{Kind: c.Kind, Agency: c.Agency}
		for _, id := range c.Articles {
			made.Articles = append(made.Articles, f.id(id))
		}
		t.Copies = append(t.Copies, made)
	}
	for _, c := range w.Cases {
		made := isnad.Case{ID: c.ID, Proposition: c.Proposition, Reason: c.Reason, Origins: c.Origins, Deniers: c.Deniers, Independent: c.Independent, Grade: c.Grade, Drift: c.Drift}
		for _, m := range c.Members {
			made.Members = append(made.Members, isnad.Member{Article: f.id(m.Article), Claim: f.claim(m), Content: f.spans(m), Chain: links(m.Chain), Narrated: m.Narrated, Certainty: m.Certainty, Denied: m.Denied})
		}
		t.Cases = append(t.Cases, made)
	}
	for _, s := range w.Figures {
		made := isnad.Figure{What: s.What, Unit: s.Unit}
		for _, v := range s.Values {
			made.Values = append(made.Values, isnad.FigureValue{Min: bound(v.Min), Max: bound(v.Max), By: v.By, AsOf: v.AsOf, Told: v.Told, Article: f.id(v.Article), Span: f.span(v.Article, v.Span), Excludes: v.Excludes})
		}
		t.Figures = append(t.Figures, made)
	}
	for _, e := range w.Explanations {
		made := isnad.Rivals{Of: e.Of}
		for _, g := range e.Groups {
			group := isnad.Explaining{Saying: g.Saying}
			for _, m := range g.Members {
				group.Members = append(group.Members, isnad.Telling{Article: f.id(m.Article), Claim: f.claim(m), Content: f.spans(m), Chain: links(m.Chain)})
			}
			made.Groups = append(made.Groups, group)
		}
		t.Explanations = append(t.Explanations, made)
	}
	return t
}

func bound(v *float64) isnad.Bound {
	if v == nil {
		return isnad.Bound{}
	}
	return isnad.Bound{Value: *v, Set: true}
}

func links(chain []wireLink) (out []isnad.Link) {
	for _, l := range chain {
		out = append(out, isnad.Link{Name: l.Name, Kind: l.Kind})
	}
	return out
}

// found looks places up in the readings.
type found struct{ of map[string]*isnad.Analysis }

// id is the identifier of an article in its reading.
func (f *found) id(article string) string { return f.of[article].Article.ID }

// span turns code points into bytes.
func (f *found) span(article string, s wireSpan) isnad.Span {
	n, out := 0, isnad.Span{}
	text := f.of[article].Text
	out.End = len(text)
	for i := range text {
		if n == s.Start {
			out.Start = i
		}
		if n == s.End {
			out.End = i
		}
		n++
	}
	return out
}

func (f *found) spans(m wireTelling) (out []isnad.Span) {
	for _, s := range m.Content {
		out = append(out, f.span(m.Article, s))
	}
	return out
}

// claim is the claim of the reading that shares most with the telling.
func (f *found) claim(m wireTelling) string {
	if m.Claim == "" {
		return ""
	}
	best, id := 0, ""
	for _, told := range f.spans(m) {
		for _, c := range f.of[m.Article].Claims {
			for _, content := range c.Content {
				if n := min(told.End, content.End) - max(told.Start, content.Start); n > best && len(c.Sources) > 0 {
					best, id = n, c.ID
				}
			}
		}
	}
	return id
}
