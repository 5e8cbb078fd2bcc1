package web

import (
	"strconv"
	"strings"
)

// nodeWord says what a node is: its kind, and whether it denies.
func (v *caseView) nodeWord(n chainNode) string {
	word := v.T("kind." + string(n.Kind))
	if n.Denies {
		word += " · " + v.T("denies")
	}
	return word
}

// tellingBelow is the line under the outlet of a telling.
func (v *caseView) tellingBelow(t telling) string {
	s := v.shortDay(t.Article.Published)
	if n := len(t.Copies); n > 0 {
		s += " · +" + v.N("copies", n)
	}
	if t.Alike > 0 {
		s += " · " + v.N("alike", t.Alike)
	}
	if v.Case.Members[t.Member].Denied {
		s += " · " + v.T("denies")
	}
	return s
}

// tellingLabel is what a screen reader says of a telling in the graph.
func (v *caseView) tellingLabel(t telling) string {
	parts := []string{clean(t.Article.Outlet), v.tellingBelow(t)}
	for i, n := range t.path {
		node := v.Picture.Nodes[n]
		name := clean(node.Name)
		if i == 0 {
			name = v.T("through") + " " + name
		}
		parts = append(parts, name)
	}
	if len(t.path) == 0 {
		parts = append(parts, v.T("no-source"))
	}
	for _, d := range t.Lost {
		parts = append(parts, v.T("drift."+string(d.What)))
	}
	return strings.Join(parts, v.T("comma")+" ")
}

// claimFragment is where the words of a telling stand on the page of their article.
func claimFragment(m memberView) string {
	if n, err := strconv.Atoi(strings.TrimLeft(m.Claim, "c")); err == nil {
		return "claim-" + strconv.Itoa(n)
	}
	return "text"
}

// hasOrigin reports whether the chain of a telling ends somewhere.
func (p *chainPicture) hasOrigin(t telling) bool {
	return len(t.path) > 0 && p.Nodes[t.path[len(t.path)-1]].Origin
}

// sourceless reports whether some telling has no origin.
func (p *chainPicture) sourceless() bool {
	for _, t := range p.Tellings {
		if !p.hasOrigin(t) {
			return true
		}
	}
	return false
}

// rule is the line under the heads of the columns.
func (p *chainPicture) rule() string {
	return (&line{d: &p.drawing}).command('M', 0, chainHead-12).command('L', p.Width, chainHead-12).String()
}

// stub is the line of a telling that names nobody.
func (p *chainPicture) stub(y float64) string {
	return (&line{d: &p.drawing}).command('M', chainDot, y).command('L', chainDot+chainLead-6, y).String()
}

func (p *chainPicture) triangle(x, y float64) string {
	return (&line{d: &p.drawing}).command('M', x, y-6).command('L', x+7, y+5).command('L', x-7, y+5).String() + "Z"
}
