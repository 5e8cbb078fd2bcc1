package web

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"isnad/internal/store"
)

type judgementOut struct {
	Number  int64      `json:"number"`
	About   string     `json:"about" enum:"reading,actors,sighting" doc:"The reading of a claim; two actors; an actor and an article that names somebody else."`
	Article string     `json:"article" doc:"Identifier of the article, or of the first actor."`
	Claim   string     `json:"claim" doc:"Identifier of the claim; or of the other actor; or of the article that names somebody else."`
	Cue     string     `json:"cue"`
	Content string     `json:"content"`
	Verdict string     `json:"verdict" enum:"right,wrong,same,different"`
	By      string     `json:"by"`
	At      time.Time  `json:"at"`
	Undone  *time.Time `json:"undone,omitempty"`
}

type judgementsOut struct {
	Judgements []judgementOut `json:"judgements"`
	Next       string         `json:"next,omitempty"`
}

func (s *Server) apiJudgements(ctx context.Context, in *Paging) (*body[judgementsOut], error) {
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	out := judgementsOut{Judgements: []judgementOut{}}
	list, err := s.Archive.Judgements(ctx, skip, in.Limit+1)
	if err != nil {
		return nil, fmt.Errorf("judgements: %w", err)
	}
	if len(list) > in.Limit {
		list, out.Next = list[:in.Limit], cursorAt(skip+in.Limit)
	}
	for _, j := range list {
		made := judgementOut{j.Number, string(j.About), j.Article, j.Claim, j.Cue, j.Content, string(j.Verdict), j.By, j.At, nil}
		if !j.Undone.IsZero() {
			made.Undone = &j.Undone
		}
		out.Judgements = append(out.Judgements, made)
	}
	return &body[judgementsOut]{out}, nil
}

type auditIn struct {
	request *http.Request
	Paging
}

// Resolve keeps the request: it says who asks.
func (a *auditIn) Resolve(ctx huma.Context) []error {
	a.request, _ = humago.Unwrap(ctx)
	return nil
}

type deedOut struct {
	At      time.Time `json:"at"`
	Account string    `json:"account"`
	Action  string    `json:"action"`
	Detail  string    `json:"detail,omitempty"`
}

type auditOut struct {
	Deeds []deedOut `json:"deeds"`
	Next  string    `json:"next,omitempty"`
}

// apiAudit lists what was done, for those who run the archive.
func (s *Server) apiAudit(ctx context.Context, in *auditIn) (*body[auditOut], error) {
	if err := allowed(in.request, store.Admin); err != nil {
		return nil, err
	}
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	deeds, err := s.Archive.Deeds(ctx, skip, in.Limit+1)
	if err != nil {
		return nil, fmt.Errorf("what was done: %w", err)
	}
	out := auditOut{Deeds: []deedOut{}}
	if len(deeds) > in.Limit {
		deeds, out.Next = deeds[:in.Limit], cursorAt(skip+in.Limit)
	}
	for _, d := range deeds {
		out.Deeds = append(out.Deeds, deedOut{d.At.UTC(), d.Account, d.Action, d.Detail})
	}
	return &body[auditOut]{out}, nil
}
