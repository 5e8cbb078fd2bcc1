package web

import (
	"context"
	"encoding/json"
	"fmt"

	"isnad"
)

// The types of this file are the contract's shape of a trace, isnad.trace/1: spans in
// code points, each with its words, open bounds left out. Those that answers embed are
// exported: else their fields would be no part of the description.

type wireTrace struct {
	Schema       string        `json:"schema" enum:"isnad.trace/1"`
	Story        WireStory     `json:"story"`
	Articles     []WireArticle `json:"articles"`
	Copies       []wireCopies  `json:"copies"`
	Cases        []WireCase    `json:"cases"`
	Figures      []WireFigure  `json:"figures"`
	Explanations []wireRivals  `json:"explanations"`
}

// WireStory is a story.
type WireStory struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	First    string        `json:"first,omitempty"`
	Last     string        `json:"last,omitempty"`
	Untraced int           `json:"untraced,omitempty" doc:"How many articles it has beyond those that were traced."`
	Unions   []WireUnion   `json:"unions,omitempty" doc:"The stories that became one with it, in the order in which they did."`
	Partings []WireParting `json:"partings,omitempty" doc:"What parted from it, and how it parted from another, in the order in which they did."`
}

// WireParting is that a story was seen to be two.
type WireParting struct {
	From   string   `json:"from" doc:"The story that was one: it kept its first article and its name."`
	ID     string   `json:"id" doc:"The story that parted from it."`
	Title  string   `json:"title,omitempty" doc:"Of the first article of the one that parted."`
	At     string   `json:"at,omitempty"`
	Words  []string `json:"words" doc:"The weightiest of what the one that parted is about, and the other is not."`
	Stayed []string `json:"stayed" doc:"Of what the other is about."`
}

// WireUnion is that a story became part of another.
type WireUnion struct {
	ID      string   `json:"id" doc:"That the story had; it leads to the other now."`
	Title   string   `json:"title,omitempty"`
	At      string   `json:"at,omitempty"`
	Article string   `json:"article,omitempty" doc:"With which it was seen; left out where many stories were compared again."`
	Words   []string `json:"words" doc:"The weightiest of those that both are about."`
}

func wireStoryOf(s isnad.Story) WireStory {
	w := WireStory{ID: s.ID, Title: s.Title, First: s.First, Last: s.Last, Untraced: s.Untraced}
	for _, u := range s.Unions {
		if u.Words == nil {
			u.Words = []string{}
		}
		w.Unions = append(w.Unions, WireUnion(u))
	}
	for _, p := range s.Partings {
		w.Partings = append(w.Partings, WireParting(p))
	}
	return w
}

// WireArticle is an article without its text.
type WireArticle struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title,omitempty"`
}

type wireCopies struct {
	Articles []string `json:"articles" doc:"The likely first one first."`
	Kind     string   `json:"kind" enum:"whole,passages"`
	Agency   string   `json:"agency,omitempty"`

	Elsewhere []WireArticle `json:"elsewhere,omitempty" doc:"Those of the articles that stand in other stories."`
}

type wireSpan struct {
	Start int    `json:"start" doc:"In Unicode code points of the article's text: title, line feed, body."`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type wireLink struct {
	Name   string `json:"name"`
	Kind   string `json:"kind" enum:"person,state,organization,media,document,group,unnamed"`
	Entity string `json:"entity,omitempty"`
}

type wireMember struct {
	Article   string     `json:"article"`
	Claim     string     `json:"claim,omitempty"`
	Content   []wireSpan `json:"content"`
	Chain     []wireLink `json:"chain"`
	Narrated  bool       `json:"narrated"`
	Certainty string     `json:"certainty" enum:"certain,probable,possible"`
	Denied    bool       `json:"denied"`
}

type wireOrigin struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Members []int  `json:"members"`
}

type wireDrift struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	What string `json:"what"`
	Note string `json:"note,omitempty"`
}

// WireCase is a case.
type WireCase struct {
	ID          string       `json:"id"`
	Proposition string       `json:"proposition"`
	Members     []wireMember `json:"members"`
	Origins     []wireOrigin `json:"origins"`
	Deniers     []wireOrigin `json:"deniers,omitempty"`
	Independent int          `json:"independent" minimum:"0"`
	Grade       string       `json:"grade" enum:"corroborated,single origin,unnamed origin,no origin,circular,disputed"`
	Reason      string       `json:"reason"`
	Drift       []wireDrift  `json:"drift"`
}

type wireValue struct {
	Min      *float64  `json:"min,omitempty"`
	Max      *float64  `json:"max,omitempty"`
	By       string    `json:"by,omitempty"`
	AsOf     string    `json:"as_of,omitempty"`
	Told     string    `json:"told,omitempty"`
	Article  string    `json:"article"`
	Span     *wireSpan `json:"span,omitempty"`
	Excludes []int     `json:"excludes,omitempty"`
}

// WireFigure is a figure.
type WireFigure struct {
	What   string      `json:"what"`
	Unit   string      `json:"unit,omitempty"`
	Values []wireValue `json:"values"`
}

type wireTelling struct {
	Article string     `json:"article"`
	Claim   string     `json:"claim,omitempty"`
	Content []wireSpan `json:"content"`
	Chain   []wireLink `json:"chain"`
}

type wireExplaining struct {
	Saying  string        `json:"saying"`
	Members []wireTelling `json:"members"`
	Origins []wireOrigin  `json:"origins"`
}

type wireRivals struct {
	Of     string           `json:"of"`
	Groups []wireExplaining `json:"groups"`
}

// wired gives a trace its shape outside: the vocabulary writes it, and it is read back
// into types that the API's description is made of.
func (s *Server) wired(ctx context.Context, t *isnad.Trace) (*wireTrace, error) {
	read, err := s.analyses(ctx, t)
	if err != nil {
		return nil, err
	}
	text, err := t.AppendJSON(nil, func(article string) string {
		if a := read[article]; a != nil {
			return a.Text
		}
		return ""
	})
	if err != nil {
		return nil, fmt.Errorf("write story %q: %w", t.Story.ID, err)
	}
	var out wireTrace
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, fmt.Errorf("read story %q back: %w", t.Story.ID, err)
	}
	return &out, nil
}

func linksOut(links []isnad.Link) []wireLink {
	out := make([]wireLink, len(links))
	for i, l := range links {
		out[i] = wireLink{l.Name, string(l.Kind), l.Entity}
	}
	return out
}
