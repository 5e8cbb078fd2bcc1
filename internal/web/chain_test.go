package web

import (
	"slices"
	"testing"

	"isnad"
)

// toldBy makes a case of members as «article: chain», and its articles, one a day.
func toldBy(members map[string][]isnad.Link, order ...string) (*isnad.Case, map[string]isnad.StoryArticle) {
	c := &isnad.Case{ID: "k"}
	articles := make(map[string]isnad.StoryArticle)
	for i, id := range order {
		c.Members = append(c.Members, isnad.Member{Article: id, Chain: members[id], Narrated: len(members[id]) == 0})
		articles[id] = isnad.StoryArticle{ID: id, Outlet: "موقع " + id, Published: "2026-05-0" + digits(i+1)}
	}
	return c, articles
}

func link(name string, kind isnad.Kind) isnad.Link { return isnad.Link{Name: name, Kind: kind} }

// names are the names on the path of a telling.
func names(g *chains, telling int) (out []string) {
	for _, n := range g.Tellings[telling].path {
		out = append(out, g.Nodes[n].Name)
	}
	return out
}

// An outlet that cites another is followed over that one's telling to the origin.
func TestChainsFollowCitations(t *testing.T) {
	c, articles := toldBy(map[string][]isnad.Link{
		"أ": {link("الوزير", isnad.Person)},
		"ب": {link("موقع أ", isnad.Media)},
		"ج": {link("موقع ب", isnad.Media)},
		"د": nil,
	}, "أ", "ب", "ج", "د")
	c.Origins = []isnad.Origin{{Name: "الوزير", Kind: isnad.Person, Members: []int{0, 1, 2}}}
	g := joinChains(c, articles, nil)
	for i, want := range [][]string{{"الوزير"}, {"موقع أ", "الوزير"}, {"موقع ب", "موقع أ", "الوزير"}, nil} {
		if got := names(g, i); !slices.Equal(got, want) {
			t.Errorf("telling %d goes over %q, want %q", i, got, want)
		}
	}
	for _, n := range g.Nodes {
		if want := map[string]int{"الوزير": 3, "موقع أ": 2, "موقع ب": 1}[n.Name]; n.Column != want {
			t.Errorf("%s stands in column %d, want %d", n.Name, n.Column, want)
		}
	}
}

// Copies stand behind the first of their group, and count on its line.
func TestChainsFoldCopies(t *testing.T) {
	minister := []isnad.Link{link("الوزير", isnad.Person)}
	c, articles := toldBy(map[string][]isnad.Link{"أ": minister, "ب": minister, "ج": minister}, "أ", "ب", "ج")
	c.Origins = []isnad.Origin{{Name: "الوزير", Kind: isnad.Person, Members: []int{0, 1, 2}}}
	g := joinChains(c, articles, []isnad.Copies{{Articles: []string{"أ", "ج"}, Kind: isnad.WholeCopy}})
	if len(g.Tellings) != 2 || !slices.Equal(g.Tellings[0].Copies, []int{2}) {
		t.Fatalf("the tellings are %+v", g.Tellings)
	}
	if g.Edges[0].Articles != 2 || g.Edges[1].Articles != 1 {
		t.Errorf("the lines are %+v", g.Edges)
	}
}

// Chains that lead back to each other end, and are marked.
func TestChainsThatGoInCircles(t *testing.T) {
	c, articles := toldBy(map[string][]isnad.Link{
		"أ": {link("موقع ب", isnad.Media)},
		"ب": {link("موقع أ", isnad.Media)},
	}, "أ", "ب")
	c.Origins = []isnad.Origin{{Name: "موقع أ", Kind: isnad.Media, Members: []int{0, 1}}}
	g := joinChains(c, articles, nil)
	p := g.draw(true)
	if len(p.Places) != len(g.Nodes) || p.Width <= 0 {
		t.Errorf("the picture has %d places and is %v wide", len(p.Places), p.Width)
	}
	looped, articles := toldBy(map[string][]isnad.Link{
		"أ": {link("س", isnad.Media), link("ص", isnad.Media)},
		"ب": {link("ص", isnad.Media), link("س", isnad.Media)},
	}, "أ", "ب")
	back := 0
	for _, e := range joinChains(looped, articles, nil).Edges {
		if e.Back {
			back++
		}
	}
	if back != 1 {
		t.Errorf("%d lines lead back", back)
	}
}

// Of a crowd those with the same chain are one row; all tellings are still there.
func TestCrowdIsDrawnTogether(t *testing.T) {
	said, names := make(map[string][]isnad.Link), []string{}
	for i := range crowd + 4 {
		name := "موقع " + digits(i)
		names = append(names, name)
		if said[name] = []isnad.Link{link("الوزير", isnad.Person)}; i == 3 {
			said[name] = nil
		}
	}
	c, articles := toldBy(said, names...)
	members := []int{}
	for i := range names {
		if i != 3 {
			members = append(members, i)
		}
	}
	c.Origins = []isnad.Origin{{Name: "الوزير", Kind: isnad.Person, Members: members}}
	g := joinChains(c, articles, nil)
	if len(g.All) != crowd+4 || len(g.Tellings) != 2 || g.Tellings[0].Alike != crowd+2 || g.Edges[0].Articles != crowd+3 {
		t.Errorf("%d of %d tellings are drawn: %+v", len(g.Tellings), len(g.All), g.Tellings)
	}
}

// Nothing that is drawn lies on something else or outside of the picture.
func TestChainPicture(t *testing.T) {
	cases := 0
	for _, trace := range demoOptions(t).Traces.(*Held).stories {
		for i := range trace.Cases {
			cases++
			g := joinChains(&trace.Cases[i], articlesOf(trace), trace.Copies)
			for _, rtl := range []bool{false, true} {
				p := g.draw(rtl)
				for n, a := range p.Places {
					if a.X < 0 || a.X+chainBox > p.Width || a.Y-chainBoxHigh/2 < 0 || a.Y+chainBoxHigh/2 > p.Height {
						t.Errorf("%s: node %d lies outside", trace.Cases[i].ID, n)
					}
					for m, b := range p.Places[:n] {
						if a.X == b.X && a.Y-b.Y < chainBoxHigh && b.Y-a.Y < chainBoxHigh {
							t.Errorf("%s: nodes %d and %d lie on each other", trace.Cases[i].ID, n, m)
						}
					}
				}
			}
		}
	}
	if cases < 5 {
		t.Fatalf("looked at %d cases", cases)
	}
}
