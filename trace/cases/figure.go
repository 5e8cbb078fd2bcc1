package cases

import (
	"cmp"
	"slices"

	"isnad"
	"isnad/arabic"
)

// figures gathers the quantities of the story that count the same thing into series, the longest
// first. What is added up in one sentence stands there as its sum too.
func (s *story) figures() []isnad.Figure {
	by := map[string]*isnad.Figure{}
	counts := map[string][]count{} // what the values of a series count
	var keys []string
	add := func(key, what, unit string, v isnad.FigureValue, n count) {
		f := by[key]
		if f == nil {
			f = &isnad.Figure{What: what, Unit: unit}
			by[key] = f
			keys = append(keys, key)
		}
		f.Values = append(f.Values, v)
		counts[key] = append(counts[key], n)
	}
	for d, a := range s.articles {
		for i := range a.Quantities {
			q := &a.Quantities[i]
			v := isnad.FigureValue{Min: q.Min, Max: q.Max, By: s.claimer(d, q), AsOf: asOf(q), Told: a.Article.Published, Article: a.Article.ID, Span: q.Span}
			key, what := s.counted(d, q)
			add(key, what, q.Unit, v, count{doc: d, of: q, within: about(q)})
			if i > 0 {
				if sum, ok := s.sum(d, i-1, i); ok {
					v.Min, v.Max, v.Span = sum.Min, sum.Max, sum.Span
					add(sum.of.key(), sum.of.noun(), sum.of.noun(), v, count{doc: d, of: q, sum: true, within: sum.FigureValue})
				}
			}
		}
	}
	out := make([]isnad.Figure, 0, len(keys))
	for _, key := range keys {
		f := by[key]
		s.exclude(f.Values, counts[key])
		out = append(out, *f)
	}
	slices.SortStableFunc(out, func(a, b isnad.Figure) int { return cmp.Compare(len(b.Values), len(a.Values)) })
	return out
}

// counted tells what a quantity counts: those to whom something happened, or its unit and of
// whom, by their stems.
func (s *story) counted(doc int, q *isnad.Quantity) (key, what string) {
	what = q.Unit
	if q.Of != "" {
		what += " " + q.Of
	}
	if h := s.harmOf(doc, q); h.Sense != nil {
		return h.key(), cmp.Or(h.noun(), what)
	}
	return s.r.unit(q.Unit) + "|" + arabic.Stem(arabic.Fold(q.Of)), what
}

// unit is what a quantity counts in: one for قتيل، شهيد، وفاة.
func (r *Reader) unit(unit string) string {
	if f := r.synonyms.Of(bare(arabic.Fold(unit))); f.Sense != nil {
		return senseMark + f.Name
	}
	return arabic.Stem(arabic.Fold(unit))
}

// claimer is by whose word a quantity is told: the end of the chain of its claim, and for a
// spokesman the body in whose name he speaks, with him. What an article tells itself is told by the agency that it
// names as where its text is from, or else by its outlet, which is marked.
func (s *story) claimer(doc int, q *isnad.Quantity) string {
	a := s.articles[doc]
	for i := range a.Claims {
		if a.Claims[i].ID == q.Claim && len(a.Claims[i].Sources) > 0 {
			sources := a.Claims[s.ids.pointedAt(doc, i)].Sources
			return s.ids.called(doc, sources[len(sources)-1])
		}
	}
	if credit := s.credits[doc]; credit != "" || a.Article.Outlet == "" {
		return credit
	}
	return a.Article.Outlet + isnad.Narrating
}

// asOf is the day that a quantity holds for, as far as the article says it.
func asOf(q *isnad.Quantity) string { return q.Time }
