package web

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

type placeOut struct {
	Article string            `json:"article"`
	Story   *WireStory        `json:"story,omitempty" doc:"The story that it is part of."`
	Copies  []WireArticle     `json:"copies" doc:"Others with the same text."`
	First   bool              `json:"first" doc:"Of those with the same text it is the likely first."`
	Cases   map[string]string `json:"cases" doc:"Identifier of the case of each claim that is in one, by claim."`
	Actors  map[string]string `json:"actors" doc:"Identifier of the actor that each entity is, by entity."`
}

// apiPlace tells what an article is part of.
func (s *Server) apiPlace(ctx context.Context, in *ByID) (*body[placeOut], error) {
	a, err := s.archive.Article(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("article %q: %w", in.ID, err)
	}
	v := &articleView{page: &page{words: s.words["en"]}, Analysis: a, names: make(map[string]string)}
	v.mark()
	out := placeOut{Article: in.ID, Copies: []WireArticle{}, Cases: make(map[string]string)}
	switch t, err := s.archive.TraceOfArticle(ctx, in.ID); {
	case err == nil:
		v.trace(t)
		story := wireStoryOf(t.Story)
		out.Story, out.First = &story, v.FirstCopy
	case !errors.Is(err, ErrNotFound):
		return nil, fmt.Errorf("story of article %q: %w", in.ID, err)
	}
	for _, c := range v.Copies {
		out.Copies = append(out.Copies, WireArticle(c))
	}
	for _, para := range v.Paragraphs {
		for _, n := range para.Notes {
			if n.Case != nil {
				out.Cases[n.ID] = n.Case.ID
			}
		}
	}
	out.Actors, err = s.archive.actorsNamedIn(ctx, in.ID)
	return &body[placeOut]{out}, err
}

type versionOut struct {
	Version int       `json:"version"`
	Seen    time.Time `json:"seen" doc:"When it was fetched or added."`
	Text    string    `json:"text" doc:"Title, line feed, body."`
}

type versionsOut struct {
	Versions []versionOut `json:"versions" doc:"The first one first."`
}

// apiVersions gives the texts that an article has had.
func (s *Server) apiVersions(ctx context.Context, in *ByID) (*body[versionsOut], error) {
	all, err := s.Archive.Versions(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("versions of article %q: %w", in.ID, err)
	}
	out := versionsOut{Versions: []versionOut{}}
	for _, v := range all {
		out.Versions = append(out.Versions, versionOut{v.Version, v.Seen, v.Text()})
	}
	return &body[versionsOut]{out}, nil
}

type lostOut struct {
	Claim string   `json:"claim,omitempty" doc:"The claim in whose sentence it was tried."`
	Cue   wireSpan `json:"cue"`
	Rule  string   `json:"rule"`
	Why   string   `json:"why"`
}

type readingsOut struct {
	Lost []lostOut `json:"lost" doc:"Readings that were tried and given up."`
}

// apiReadings tells which readings of an article were given up.
func (s *Server) apiReadings(ctx context.Context, in *ByID) (*body[readingsOut], error) {
	a, err := s.archive.Article(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("article %q: %w", in.ID, err)
	}
	out := readingsOut{Lost: []lostOut{}}
	count := points{text: a.Text}
	for _, l := range s.lost(a) {
		start, words := count.before(l.Span.Start), l.Span.In(a.Text)
		out.Lost = append(out.Lost, lostOut{l.claim, wireSpan{start, start + utf8.RuneCountInString(words), words}, l.Rule, l.Why})
	}
	return &body[readingsOut]{out}, nil
}
