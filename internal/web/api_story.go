package web

import (
	"context"
	"fmt"
	"slices"

	"isnad"
)

type storyActorOut struct {
	ID        string `json:"id,omitempty" doc:"Left out where its actors are not joined yet."`
	Type      string `json:"type"`
	Name      string `json:"name"`
	NameLatin string `json:"name_latin,omitempty"`
	Role      string `json:"role,omitempty"`
	Articles  int    `json:"articles"`
}

type storyEventOut struct {
	Type       string   `json:"type,omitempty" doc:"By PLOVER; left out where too few articles tell the same event."`
	Status     string   `json:"status,omitempty"`
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Place      string   `json:"place,omitempty"`
	Time       string   `json:"time,omitempty"`
	Words      string   `json:"words" doc:"Of the article that tells it first."`
	Article    string   `json:"article"`
	Articles   int      `json:"articles" doc:"That tell it, each text once."`
}

type placeSeenOut struct {
	Name      string  `json:"name"`
	Longitude float64 `json:"longitude"`
	Latitude  float64 `json:"latitude"`
	Articles  int     `json:"articles"`
}

type storyFactsOut struct {
	Story  string          `json:"story"`
	Event  *storyEventOut  `json:"event,omitempty" doc:"What happened."`
	Actors []storyActorOut `json:"actors"`
	Places []placeSeenOut  `json:"places"`
}

// apiStoryFacts tells what stands beside a story: what happened, who is named, where.
func (s *Server) apiStoryFacts(ctx context.Context, in *ByID) (*body[storyFactsOut], error) {
	t, err := s.archive.Trace(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", in.ID, err)
	}
	read, err := s.analyses(ctx, t)
	if err != nil {
		return nil, err
	}
	actors, err := s.actorsIn(ctx, t, read)
	if err != nil {
		return nil, err
	}
	out := storyFactsOut{Story: t.Story.ID, Event: eventOut(foremostEvent(t, read)), Actors: []storyActorOut{}, Places: []placeSeenOut{}}
	for _, a := range actors {
		out.Actors = append(out.Actors, storyActorOut{a.ID, string(a.Type), a.Name, a.Latin, a.Role, a.Articles})
	}
	for _, p := range s.atlas.places(t, read, "ar") {
		out.Places = append(out.Places, placeSeenOut{p.Name, p.lon, p.lat, p.Articles})
	}
	return &body[storyFactsOut]{out}, nil
}

func eventOut(h *happening) *storyEventOut {
	if h == nil {
		return nil
	}
	return &storyEventOut{h.Type, h.Status, append([]string{}, h.Actors...), append([]string{}, h.Recipients...), h.Place, h.Time, h.Words, h.Article.ID, h.Articles}
}

type citeIn struct {
	ByID
	Case string `path:"case" maxLength:"1024"`
	Lang string `query:"lang" enum:"ar,en" default:"ar"`
}

type citeOut struct {
	Text string `json:"text"`
}

// apiCite gives a case as text to be pasted.
func (s *Server) apiCite(ctx context.Context, in *citeIn) (*body[citeOut], error) {
	t, err := s.archive.Trace(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", in.ID, err)
	}
	at := slices.IndexFunc(t.Cases, func(c isnad.Case) bool { return c.ID == in.Case })
	if at < 0 {
		return nil, fmt.Errorf("case %q of story %q: %w", in.Case, in.ID, ErrNotFound)
	}
	v, err := s.viewCase(ctx, &page{words: s.words[in.Lang]}, t, &t.Cases[at])
	if err != nil {
		return nil, err
	}
	return &body[citeOut]{citeOut{v.Cite}}, nil
}
