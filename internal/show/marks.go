package show

import (
	"slices"

	"isnad"
)

// segment is a stretch of text under the same claims.
type segment struct {
	start, end int
	claims     []int // indexes of the claims whose content covers it, the innermost first
	cue        bool
	opens      []int // claims whose first content begins here
	closes     []int // claims whose last content ends here
}

// edge is a place where a claim's content, or a cue, begins or ends.
type edge struct {
	at, claim int
	begins    bool
	cue       bool
	outer     bool // the first begin or the last end of the claim
}

// segments cuts the stretch [start, end) of the text at every edge.
func segments(edges []edge, start, end int, open *[]int, cues *int) []segment {
	var out []segment
	from := start
	var pending segment
	flush := func(to int) {
		if to > from {
			pending.start, pending.end = from, to
			pending.claims, pending.cue = slices.Clone(*open), *cues > 0
			slices.Reverse(pending.claims)
			out = append(out, pending)
			pending = segment{}
		}
		from = max(from, to)
	}
	for _, e := range edges {
		flush(min(max(e.at, start), end))
		switch {
		case e.cue && e.begins:
			*cues++
		case e.cue:
			*cues--
		case e.begins:
			*open = append(*open, e.claim)
			if e.outer {
				pending.opens = append(pending.opens, e.claim)
			}
		default:
			if i := slices.Index(*open, e.claim); i >= 0 {
				*open = slices.Delete(*open, i, i+1)
			}
			if e.outer && len(out) > 0 {
				out[len(out)-1].closes = append(out[len(out)-1].closes, e.claim)
			}
		}
	}
	flush(end)
	return out
}

// edgesOf gives all edges in the order of the text: ends before begins, longer
// contents before shorter ones, so that the innermost is opened last.
func edgesOf(a *isnad.Analysis) []edge {
	type span struct {
		isnad.Span
		edge
		last bool
	}
	var spans []span
	for i := range a.Claims {
		c := &a.Claims[i]
		if !c.Cue.IsZero() {
			spans = append(spans, span{Span: c.Cue, edge: edge{claim: i, cue: true}})
		}
		for n, s := range c.Content {
			spans = append(spans, span{Span: s, edge: edge{claim: i, outer: n == 0}, last: n == len(c.Content)-1})
		}
	}
	slices.SortStableFunc(spans, func(x, y span) int { return y.Len() - x.Len() })
	var edges []edge
	for _, s := range spans {
		if s.Len() <= 0 || s.End > len(a.Text) {
			continue
		}
		begin, end := s.edge, s.edge
		begin.at, begin.begins = s.Start, true
		end.at, end.outer = s.End, s.last
		edges = append(edges, begin, end)
	}
	slices.SortStableFunc(edges, func(x, y edge) int {
		if x.at != y.at {
			return x.at - y.at
		}
		return order(x) - order(y)
	})
	return edges
}

func order(e edge) int {
	if e.begins {
		return 1
	}
	return 0
}

// sameClaims is how many segments from the first on lie under the same claims, so
// that one mark can hold them.
func sameClaims(segments []segment) int {
	n := 1
	for n < len(segments) && len(segments[n].opens) == 0 && len(segments[n-1].closes) == 0 &&
		slices.Equal(segments[n].claims, segments[0].claims) {
		n++
	}
	return n
}
