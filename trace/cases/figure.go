package cases

import (
	"cmp"
	"math"
	"slices"

	"isnad"
	"isnad/arabic"
)

// figures gathers the quantities of the story that count the same thing into series, the longest
// first.
func (s *story) figures() []isnad.Figure {
	by := map[string]*isnad.Figure{}
	docs := map[string]map[int]bool{}
	var keys []string
	for d, a := range s.articles {
		for i := range a.Quantities {
			q := &a.Quantities[i]
			key, what := s.counted(q)
			f := by[key]
			if f == nil {
				f = &isnad.Figure{What: what, Unit: q.Unit}
				by[key], docs[key] = f, map[int]bool{}
				keys = append(keys, key)
			}
			docs[key][d] = true
			f.Values = append(f.Values, isnad.FigureValue{
				Min: q.Min, Max: q.Max, By: s.claimer(d, q), AsOf: asOf(q), Told: a.Article.Published, Article: a.Article.ID, Span: q.Span,
			})
		}
	}
	var out []isnad.Figure
	for _, key := range keys {
		f := by[key]
		exclude(f.Values)
		if len(f.Values) > 0 {
			out = append(out, *f)
		}
	}
	slices.SortStableFunc(out, func(a, b isnad.Figure) int { return cmp.Compare(len(b.Values), len(a.Values)) })
	return out
}

// counted tells what a quantity counts: its unit, and of whom, by their stems.
func (s *story) counted(q *isnad.Quantity) (key, what string) {
	what = q.Unit
	if q.Of != "" {
		what += " " + q.Of
	}
	return s.unit(q) + "|" + arabic.Stem(arabic.Fold(q.Of)), what
}

// unit is what a quantity counts in: one for قتيل، شهيد، وفاة.
func (s *story) unit(q *isnad.Quantity) string {
	stem := arabic.Stem(arabic.Fold(q.Unit))
	if f := s.r.synonyms.Of(bare(arabic.Fold(q.Unit)), stem); f.Sense != nil {
		return senseMark + f.Name
	}
	return stem
}

// sameUnit reports whether two quantities count in one unit.
func (s *story) sameUnit(a, b *isnad.Quantity) bool { return a.Unit != "" && s.unit(a) == s.unit(b) }

// claimer is by whose word a quantity is told: the end of the chain of its claim.
func (s *story) claimer(doc int, q *isnad.Quantity) string {
	a := s.articles[doc]
	for i := range a.Claims {
		if c := &a.Claims[i]; c.ID == q.Claim && len(c.Sources) > 0 {
			return c.Sources[len(c.Sources)-1].Name
		}
	}
	return ""
}

// asOf is the day that a quantity holds for, as far as the article says it.
func asOf(q *isnad.Quantity) string { return q.Time }

// mostExcluding bounds the values of one series that are compared with each other.
const mostExcluding = 300

// exclude marks the values that cannot hold beside each other: disjoint, of one time.
func exclude(values []isnad.FigureValue) {
	n := min(len(values), mostExcluding)
	for i := range n {
		for k := range n {
			a, b := &values[i], &values[k]
			if i != k && a.AsOf == b.AsOf && disjoint(a, b) {
				a.Excludes = append(a.Excludes, k)
			}
		}
	}
}

// disjoint reports whether no number is in both ranges.
func disjoint(a, b *isnad.FigureValue) bool {
	return least(a) > most(b) || least(b) > most(a)
}

func least(v *isnad.FigureValue) float64 {
	if !v.Min.Set {
		return math.Inf(-1)
	}
	return v.Min.Value
}

func most(v *isnad.FigureValue) float64 {
	if !v.Max.Set {
		return math.Inf(1)
	}
	return v.Max.Value
}
