package web

import (
	"context"
	"fmt"
	"time"

	"isnad/internal/store"
)

// WireActor is who, or what, articles name, joined over them.
type WireActor struct {
	ID        string `json:"id" doc:"Stays as articles come, and also when it becomes part of another."`
	Type      string `json:"type" enum:"PER,ORG,GPE,FAC,LOC,EQP"`
	Name      string `json:"name"`
	NameLatin string `json:"name_latin,omitempty"`
	KB        string `json:"kb,omitempty" doc:"Wikidata identifier or country code."`
	Articles  int    `json:"articles"`
}

func actorOf(x *store.Actor) WireActor {
	return WireActor{x.ID, string(x.Type), x.Name, x.Latin, x.KB, x.Articles}
}

type actorsIn struct {
	Paging
	Words string `query:"q" maxLength:"300" doc:"Words of the name, in some spelling."`
	Type  string `query:"type" enum:"PER,ORG,GPE,FAC,LOC,EQP"`
}

type actorsOut struct {
	Actors []WireActor `json:"actors"`
	Next   string      `json:"next,omitempty"`
}

// apiActors lists actors, those that most articles name first.
func (s *Server) apiActors(ctx context.Context, in *actorsIn) (*body[actorsOut], error) {
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	found, err := s.Archive.Actors(ctx, in.Words, in.Type, skip, in.Limit+1)
	if err != nil {
		return nil, fmt.Errorf("find actors %q: %w", in.Words, err)
	}
	out := actorsOut{Actors: []WireActor{}}
	if len(found) > in.Limit {
		found, out.Next = found[:in.Limit], cursorAt(skip+in.Limit)
	}
	for _, x := range found {
		out.Actors = append(out.Actors, actorOf(x))
	}
	return &body[actorsOut]{out}, nil
}

type roleOut struct {
	Role     string `json:"role"`
	First    string `json:"first"`
	Last     string `json:"last"`
	Articles int    `json:"articles"`
}

type metOut struct {
	WireActor
	Events []countOut `json:"events" doc:"By PLOVER type."`
}

type sayingOut struct {
	Article string     `json:"article"`
	Claim   string     `json:"claim"`
	Words   string     `json:"words"`
	Chain   []wireLink `json:"chain"`
}

type alikeOut struct {
	WireActor
	Judgement int64  `json:"judgement,omitempty" doc:"Number of what a person said of the two."`
	Verdict   string `json:"verdict,omitempty" enum:"same,different"`
}

type tieOut struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Events int    `json:"events"`
}

type actorOut struct {
	WireActor
	Counted   int         `json:"counted" doc:"How many articles, the newest, roles, events and statements are from."`
	First     string      `json:"first"`
	Last      string      `json:"last"`
	Roles     []roleOut   `json:"roles"`
	Met       []metOut    `json:"events_with"`
	Network   []tieOut    `json:"network" doc:"Who of these had events with whom, by identifier."`
	Spellings []countOut  `json:"spellings"`
	SaidBy    []sayingOut `json:"said_by"`
	SaidOf    []sayingOut `json:"said_of"`
	Alike     []alikeOut  `json:"alike" doc:"Actors with a like name, and what was said of them."`
}

func (s *Server) apiActor(ctx context.Context, in *ByName) (*body[actorOut], error) {
	f, err := s.actorFacts(ctx, in.Name)
	if err != nil {
		return nil, err
	}
	out := actorOut{
		WireActor: actorOf(f.Actor), Counted: f.Counted, First: f.First, Last: f.Last, Roles: []roleOut{}, Met: []metOut{},
		Network: tiesOut(s.words["en"].drawNetwork(f)), Spellings: []countOut{}, SaidBy: sayingsOut(f.SaidBy), SaidOf: sayingsOut(f.SaidOf), Alike: []alikeOut{},
	}
	out.Articles = f.Total
	for _, r := range f.Roles {
		out.Roles = append(out.Roles, roleOut(r))
	}
	for _, m := range f.Met {
		out.Met = append(out.Met, metOut{actorOf(m.Actor), countsOut(m.Events)})
	}
	for _, n := range f.Names {
		out.Spellings = append(out.Spellings, countOut{Name: n.Name, Count: n.N})
	}
	for _, o := range f.Others {
		alike := alikeOut{WireActor: actorOf(o.Actor)}
		if o.Judged != nil {
			alike.Judgement, alike.Verdict = o.Judged.Number, string(o.Judged.Verdict)
		}
		out.Alike = append(out.Alike, alike)
	}
	return &body[actorOut]{out}, nil
}

func tiesOut(n *circleOf) []tieOut {
	out := []tieOut{}
	if n != nil {
		for _, l := range n.Lines {
			out = append(out, tieOut{n.Nodes[l.A].ID, n.Nodes[l.B].ID, l.Count})
		}
	}
	return out
}

func sayingsOut(list []saying) []sayingOut {
	out := []sayingOut{}
	for _, s := range list {
		out = append(out, sayingOut{s.Article.ID, s.Claim.ID, s.Words, linksOut(s.Claim.Sources)})
	}
	return out
}

type pairIn struct {
	ByName
	Other string `path:"other" maxLength:"300"`
}

type pairEventOut struct {
	Type    string `json:"type"`
	Status  string `json:"status"`
	Trigger string `json:"trigger"`
	Day     string `json:"day" doc:"Of the event; of the article where it tells none."`
	Article string `json:"article"`
	Event   string `json:"event"`
}

type pairOut struct {
	A        WireActor      `json:"a"`
	B        WireActor      `json:"b"`
	Articles int            `json:"articles" doc:"That name both."`
	Counted  int            `json:"counted" doc:"How many of them, the newest, the events are from."`
	Events   []pairEventOut `json:"events"`
}

func (s *Server) apiPair(ctx context.Context, in *pairIn) (*body[pairOut], error) {
	v := &pairView{page: &page{words: s.words["en"]}}
	if err := s.between(ctx, v, in.Name, in.Other); err != nil {
		return nil, err
	}
	out := pairOut{A: actorOf(v.A.Actor), B: actorOf(v.B.Actor), Articles: v.Total, Counted: v.Read, Events: []pairEventOut{}}
	for _, e := range v.Events {
		out.Events = append(out.Events, pairEventOut{e.Event.Type, e.Event.Status, e.Trigger, e.Day.Format(time.DateOnly), e.Article.ID, e.Event.ID})
	}
	return &body[pairOut]{out}, nil
}
