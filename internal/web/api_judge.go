package web

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"isnad/internal/store"
)

type judgeIn struct {
	request *http.Request
	Body    struct {
		Article string `json:"article,omitempty" maxLength:"1024" doc:"The article of the claim; with actor: one that names somebody else."`
		Claim   string `json:"claim,omitempty" maxLength:"64"`
		Actor   string `json:"actor,omitempty" maxLength:"64" doc:"An actor that is the same as other, or different from it or from whom the article names."`
		Other   string `json:"other,omitempty" maxLength:"64"`
		Verdict string `json:"verdict" enum:"right,wrong,same,different"`
	}
}

// Resolve keeps the request: it says who asks.
func (j *judgeIn) Resolve(ctx huma.Context) []error {
	j.request, _ = humago.Unwrap(ctx)
	return nil
}

type undoIn struct {
	request *http.Request
	Number  int64 `path:"number" minimum:"1"`
}

// Resolve keeps the request: it says who asks.
func (u *undoIn) Resolve(ctx huma.Context) []error {
	u.request, _ = humago.Unwrap(ctx)
	return nil
}

// apiJudging are the ways to judge and to take that back.
func (s *Server) apiJudging(api huma.API) {
	errors := []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}
	huma.Register(api, huma.Operation{
		OperationID: "judge", Method: http.MethodPost, Path: apiPath + "/judgements", Errors: errors,
		Summary: "Call the reading of a claim right or wrong, or two actors the same or different.", DefaultStatus: http.StatusNoContent,
	}, func(_ context.Context, in *judgeIn) (*struct{}, error) {
		return nil, told(s.keepSaid(in))
	})
	huma.Register(api, huma.Operation{
		OperationID: "undo", Method: http.MethodDelete, Path: apiPath + "/judgements/{number}", Errors: errors,
		Summary: "Take a judgement back.", DefaultStatus: http.StatusNoContent,
	}, func(ctx context.Context, in *undoIn) (*struct{}, error) {
		if err := allowed(in.request, store.Analyst); err != nil {
			return nil, told(err)
		}
		if err := s.Archive.Undo(ctx, in.Number, time.Now()); err != nil {
			return nil, told(err)
		}
		s.record(in.request, visitorOf(ctx).name, "undid a judgement", strconv.FormatInt(in.Number, 10))
		return nil, nil
	})
}

// keepSaid keeps a judgement of any kind.
func (s *Server) keepSaid(in *judgeIn) error {
	said, verdict := in.Body, store.Verdict(in.Body.Verdict)
	switch {
	case said.Actor == "":
		_, err := s.keepJudgement(in.request, said.Article, said.Claim, verdict)
		return err
	case said.Article == "":
		return s.keepPair(in.request, said.Actor, said.Other, verdict)
	case verdict != store.OtherThing:
		return &problem{status: http.StatusBadRequest, key: "error.form"}
	}
	return s.keepApart(in.request, said.Actor, said.Article)
}
