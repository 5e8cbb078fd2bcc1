package web

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"isnad"
	"isnad/extract"
)

// lostReading is a reading of an article that was tried and given up.
type lostReading struct {
	extract.Lost
	claim string // in whose sentence it was tried; empty where there is none
}

// mostLost bounds how many readings of an article that were given up are told.
const mostLost = 300

// lost reads an article again and lists the readings that are given up, in the order of the text.
func (s *Server) lost(a *isnad.Analysis) []lostReading {
	if s.Explain == nil || len(a.Text) > longestShown {
		return nil
	}
	_, reasons := s.Explain(&a.Article)
	all := slices.Clone(reasons.Lost)
	slices.SortStableFunc(all, func(a, b extract.Lost) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	all = slices.Compact(all) // a cue may be tried in several ways
	out := make([]lostReading, 0, min(len(all), mostLost))
	for _, l := range all[:min(len(all), mostLost)] {
		sentence := sentenceAt(a.Text, l.Span)
		at := slices.IndexFunc(a.Claims, func(c isnad.Claim) bool { return sentence.Contains(c.Cue) && !c.Cue.IsZero() })
		if at < 0 {
			out = append(out, lostReading{Lost: l})
			continue
		}
		out = append(out, lostReading{l, a.Claims[at].ID})
	}
	return out
}

// whyKeys are the words for why a reading was given up.
var whyKeys = map[string]string{
	extract.WhyNegated: "why.negated", extract.WhyNoContent: "why.no-content", extract.WhyPlace: "why.place",
	extract.WhyOther: "why.other", extract.WhyInside: "why.inside", extract.WhyNoSource: "why.no-source",
	extract.WhyIntroduces: "why.introduces", extract.WhyEmpty: "why.empty", extract.WhyBeside: "why.beside",
}

// why says why a reading was given up.
func (w *words) why(l lostReading) string {
	if key, ok := whyKeys[l.Why]; ok {
		return w.T(key)
	}
	return l.Why
}

// lostOf are the readings that were given up in the sentence of a claim; of none, where the claim
// is empty.
func (v *articleView) lostOf(claim string) (out []lostReading) {
	for _, l := range v.lost {
		if l.claim == claim {
			out = append(out, l)
		}
	}
	return out
}

// points counts code points before places of a text that are asked for in ascending order.
type points struct {
	text      string
	at, count int
}

func (p *points) before(at int) int {
	p.count += utf8.RuneCountInString(p.text[p.at:at])
	p.at = at
	return p.count
}
