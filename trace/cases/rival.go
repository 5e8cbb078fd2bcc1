package cases

import (
	"slices"

	"isnad"
)

// alikeReasons is the same of explanations that are taken for one.
const alikeReasons = 0.36

// explanations groups what the articles say why or what for by what they explain: those with most
// tellings first.
func (s *story) explanations() []isnad.Rivals {
	var told []clause
	var from []*isnad.Explanation
	for d, a := range s.articles {
		var words []word
		if len(a.Explanations) > 0 {
			words = s.r.words(a.Text)
		}
		for i := range a.Explanations {
			x := &a.Explanations[i]
			if len(x.Content) == 0 {
				continue
			}
			c := s.r.clauseOf(d, a, words, x.Content)
			if len(c.terms) == 0 {
				continue
			}
			told, from = append(told, c), append(from, x)
		}
	}
	if len(told) == 0 {
		return nil
	}
	out := isnad.Rivals{Of: s.articles[0].Article.Title}
	for _, g := range s.r.likeness.gather(shapesOf(told), alikeReasons) {
		var c isnad.Case
		e := isnad.Explaining{}
		members := make([]member, len(g.members))
		for n, i := range g.members {
			t, claim := s.telling(told[i].doc, from[i])
			e.Members = append(e.Members, t)
			m := member{doc: told[i].doc, origin: -1, sure: true, terms: told[i].terms, order: told[i].order}
			if m.Chain = t.Chain; claim >= 0 {
				m.origin = s.ids.of(m.doc, claim)
			}
			members[n] = m
		}
		s.origins(&c, members)
		e.Origins = c.Origins
		first := told[g.members[0]]
		e.Saying = first.span.In(s.articles[first.doc].Text)
		out.Groups = append(out.Groups, e)
	}
	slices.SortStableFunc(out.Groups, func(a, b isnad.Explaining) int { return len(b.Members) - len(a.Members) })
	return []isnad.Rivals{out}
}

// telling is an article's words for an explanation, and the claim in which it stands, -1 where the narrator
// explains.
func (s *story) telling(doc int, x *isnad.Explanation) (t isnad.Telling, claim int) {
	a := s.articles[doc]
	claim = -1
	t = isnad.Telling{Article: a.Article.ID, Claim: x.Claim, Content: x.Content}
	for i := range a.Claims {
		if a.Claims[i].ID == x.Claim && x.Claim != "" {
			t.Chain, claim = a.Claims[i].Sources, i
		}
	}
	return t, claim
}

// clauseOf reads stretches of an article, whose words are these, as one clause.
func (r *Reader) clauseOf(doc int, a *isnad.Analysis, all []word, spans []isnad.Span) clause {
	var words []word
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(all, s.Start, func(w word, at int) int { return w.start - at })
		for ; i < len(all) && all[i].end <= s.End; i++ {
			words = append(words, all[i])
		}
	}
	if len(words) == 0 {
		return clause{}
	}
	return r.clause(doc, a, words)
}
