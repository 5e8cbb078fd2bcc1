package extract

import (
	"slices"
	"sort"
	"strings"

	"isnad"
)

// claim makes the explanation that a claim gives: its whole content, as whoever says it
// answers for all of it. What it explains stands in the content before the words that
// explain («الزيارة بهدف»), or else is a deed that the content or the words before it recall.
func (x *explainer) claim(c *isnad.Claim) {
	found := isnad.Explanation{Content: slices.Clone(c.Content), Claim: c.ID, Rule: c.Rule}
	for _, s := range c.Content {
		if found.Explains = x.explainedIn(s); !found.Explains.IsZero() {
			found.Event = x.eventOf(found.Explains)
			break
		}
	}
	for _, s := range x.around(c) {
		if found.Event != "" {
			break
		}
		if n := x.firstDeed(s); n >= 0 {
			found.Event = x.recalled(n)
			if found.Explains.IsZero() {
				found.Explains = x.deeds[n].Span
			}
		}
	}
	x.out = append(x.out, found)
}

// around is the contents of a claim, and before them the words between cue and content,
// which can name what is explained: «أن هدف الزيارة هو …».
func (x *explainer) around(c *isnad.Claim) []isnad.Span {
	if len(c.Content) == 0 || c.Cue.End >= c.Content[0].Start {
		return c.Content
	}
	return append([]isnad.Span{{Start: c.Cue.End, End: c.Content[0].Start}}, c.Content...)
}

// explainedIn is what an explanation inside the span explains, as the narrator's are read.
func (x *explainer) explainedIn(s isnad.Span) isnad.Span {
	toks := x.d.toks
	x.lo = sort.Search(len(toks), func(i int) bool { return toks[i].End > s.Start })
	x.hi = sort.Search(len(toks), func(i int) bool { return toks[i].Start >= s.End })
	said := slices.Clone(x.said[x.lo:x.hi])
	clear(x.said[x.lo:x.hi])
	defer copy(x.said[x.lo:], said)
	for i := x.lo; i < x.hi; i++ {
		if x.name[i] || toks[i].Kind != wordKind {
			continue
		}
		if o, ok := x.opening(i); ok {
			if first, last := x.explained(i, x.end(o.from)); first < last {
				span := x.d.span(first, last)
				span.Start = behind(x.d.text, toks[first], x.conjunction(first))
				return span
			}
		}
	}
	return isnad.Span{}
}

// eventOf is the event that the span tells or recalls, or "".
func (x *explainer) eventOf(s isnad.Span) string {
	if id := x.eventIn(s, false); id != "" {
		return id
	}
	if n := x.firstDeed(s); n >= 0 {
		return x.recalled(n)
	}
	return ""
}

// firstDeed is the first deed in the span, or -1.
func (x *explainer) firstDeed(s isnad.Span) int {
	n := sort.Search(len(x.deeds), func(n int) bool { return x.deeds[n].Start >= s.Start })
	if n < len(x.deeds) && x.deeds[n].End <= s.End {
		return n
	}
	return -1
}

// doneIn reports whether the span tells of a deed in which somebody takes part.
func (x *explainer) doneIn(s isnad.Span) bool {
	n := sort.Search(len(x.deeds), func(n int) bool { return x.deeds[n].Start >= s.Start })
	for ; n < len(x.deeds) && x.deeds[n].End <= s.End; n++ {
		if x.deeds[n].whole {
			return true
		}
	}
	return false
}

// recalled is the event of a deed: its own, else the last of its type before it, else the
// first behind it.
func (x *explainer) recalled(n int) string {
	if x.deeds[n].event != "" {
		return x.deeds[n].event
	}
	for k := n - 1; k >= 0; k-- {
		if x.deeds[k].kind == x.deeds[n].kind && x.deeds[k].event != "" {
			return x.deeds[k].event
		}
	}
	for k := n + 1; k < len(x.deeds); k++ {
		if x.deeds[k].kind == x.deeds[n].kind && x.deeds[k].event != "" {
			return x.deeds[k].event
		}
	}
	return ""
}

// aims: a deed told in the content of a claim is done for what stands behind لـ.
func (x *explainer) aims(c *isnad.Claim) bool {
	for _, s := range c.Content {
		if x.aimIn(s) {
			return true
		}
	}
	return false
}

// aimIn is aims for one span of the content.
func (x *explainer) aimIn(s isnad.Span) bool {
	defer x.within(s)()
	for i := x.lo + 1; i < x.hi; i++ {
		if x.d.toks[i].Kind == wordKind && !x.name[i] && x.closedBefore(i) && x.aimBehindLam(i) != nil {
			return true
		}
	}
	return false
}

// within makes the span what is read, as if nobody said it, until the answer is called.
func (x *explainer) within(s isnad.Span) (done func()) {
	toks := x.d.toks
	x.lo = sort.Search(len(toks), func(i int) bool { return toks[i].End > s.Start })
	x.hi = sort.Search(len(toks), func(i int) bool { return toks[i].Start >= s.End })
	said, lo := slices.Clone(x.said[x.lo:x.hi]), x.lo
	clear(x.said[x.lo:x.hi])
	return func() { copy(x.said[lo:], said) }
}

// closedBefore: nothing that could take لـ stands right before token i: there is a comma, a name, or a
// noun that is made definite; not «وقع اتفاقا لبيع».
func (x *explainer) closedBefore(i int) bool {
	t := &x.d.toks[i-1]
	w := strings.TrimLeft(t.Norm, "وبلكف")
	return comma(t.Norm) || x.name[i-1] || strings.HasPrefix(w, "ال") || t.Norm[:min(4, len(t.Norm))] == "لل"
}
