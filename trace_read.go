package isnad

import (
	"encoding/json"
	"fmt"
	"slices"
)

// ReadTrace reads what Trace.AppendJSON wrote; text gives the Text of an article by
// its ID. It is an error if the schema is another one, or if the words of a span are
// not those that stand there.
func ReadTrace(line []byte, text func(article string) string) (*Trace, error) {
	var w wireTrace
	if err := json.Unmarshal(line, &w); err != nil {
		return nil, fmt.Errorf("read trace: %w", err)
	}
	if w.Schema != TraceSchema {
		return nil, fmt.Errorf("read trace %q: schema is %q, not %q", w.Story.ID, w.Schema, TraceSchema)
	}
	d := traceDecoder{source: text, texts: make(map[string]*decoder)}
	t := &Trace{
		Story: Story{
			ID: w.Story.ID, Title: w.Story.Title, First: w.Story.First, Last: w.Story.Last, Untraced: w.Story.Untraced,
			Unions:   each(w.Story.Unions, func(u *wireUnion) Union { return Union(*u) }),
			Partings: each(w.Story.Partings, func(p *wireParting) Parting { return Parting(*p) }),
		},
		Articles: each(w.Articles, func(a *wireStoryArticle) StoryArticle { return StoryArticle(*a) }),
		Copies:   each(w.Copies, d.copies),
		Cases:    each(w.Cases, d.caseOf),
		Figures: each(w.Figures, func(f *wireFigure) Figure {
			return Figure{What: f.What, Unit: f.Unit, Values: each(f.Values, d.value)}
		}),
		Explanations: each(w.Explanations, func(r *wireRivals) Rivals {
			return Rivals{Of: r.Of, Groups: each(r.Groups, func(g *wireExplaining) Explaining {
				return Explaining{Saying: g.Saying, Members: each(g.Members, d.telling), Origins: each(g.Origins, origin)}
			})}
		}),
	}
	for _, one := range d.texts {
		if one.err != nil {
			return nil, fmt.Errorf("read trace %q: %w", w.Story.ID, one.err)
		}
	}
	return t, nil
}

// traceDecoder has a decoder for each text that spans point into.
type traceDecoder struct {
	source func(string) string
	texts  map[string]*decoder
}

func (d *traceDecoder) in(article string) *decoder {
	one := d.texts[article]
	if one == nil {
		text := d.source(article)
		one = &decoder{text: text, offsets: byteOffsets(text)}
		d.texts[article] = one
	}
	return one
}

func (d *traceDecoder) copies(c *wireCopies) Copies {
	elsewhere := each(c.Elsewhere, func(a *wireStoryArticle) StoryArticle { return StoryArticle(*a) })
	return Copies{Articles: some(c.Articles), Kind: c.Kind, Agency: c.Agency, Elsewhere: elsewhere, Edits: each(c.Edits, func(e *wireEdit) Edit {
		copied := d.in(e.Article)
		return Edit{Article: e.Article, From: e.From, Kept: copied.spans(e.Kept), Added: copied.spans(e.Added), Cut: d.in(e.From).spans(e.Cut)}
	})}
}

func (d *traceDecoder) telling(m *wireTelling) Telling {
	one := d.in(m.Article)
	return Telling{Article: m.Article, Claim: m.Claim, Content: one.spans(m.Content), Chain: each(m.Chain, one.link)}
}

func (d *traceDecoder) caseOf(c *wireCase) Case {
	return Case{
		ID: c.ID, Proposition: c.Proposition,
		Members: each(c.Members, func(m *wireMember) Member {
			t := d.telling(&m.wireTelling)
			return Member{Article: t.Article, Claim: t.Claim, Content: t.Content, Chain: t.Chain, Narrated: m.Narrated, Certainty: m.Certainty, Denied: m.Denied}
		}),
		Origins: each(c.Origins, origin), Deniers: each(c.Deniers, origin),
		Independent: c.Independent, Grade: c.Grade, Reason: c.Reason,
		Drift: each(slices.Concat(c.Drift, c.Further), func(x *wireDrift) Drift { return Drift(*x) }),
	}
}

func origin(o *wireOrigin) Origin {
	return Origin{Name: o.Name, Kind: o.Kind, Members: each(o.Members, func(n *int) int { return *n })}
}

func (d *traceDecoder) value(v *wireFigureValue) FigureValue {
	out := FigureValue{
		Min: bound(v.Min), Max: bound(v.Max), By: v.By, AsOf: v.AsOf, Told: v.Told, Article: v.Article,
		Excludes: each(v.Excludes, func(n *int) int { return *n }),
	}
	if v.Span != nil {
		out.Span = d.in(v.Article).span(*v.Span)
	}
	return out
}
