package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"isnad/internal/store"
)

type judgeIn struct {
	request *http.Request
	Body    struct {
		Article string `json:"article" maxLength:"1024"`
		Claim   string `json:"claim" maxLength:"64"`
		Verdict string `json:"verdict" enum:"right,wrong"`
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
		Summary: "Call the reading of a claim right or wrong.", DefaultStatus: http.StatusNoContent,
	}, func(_ context.Context, in *judgeIn) (*struct{}, error) {
		_, err := s.keepJudgement(in.request, in.Body.Article, in.Body.Claim, store.Verdict(in.Body.Verdict))
		return nil, told(err)
	})
	huma.Register(api, huma.Operation{
		OperationID: "undo", Method: http.MethodDelete, Path: apiPath + "/judgements/{number}", Errors: errors,
		Summary: "Take a judgement back.", DefaultStatus: http.StatusNoContent,
	}, func(ctx context.Context, in *undoIn) (*struct{}, error) {
		if err := allowed(in.request, store.Analyst); err != nil {
			return nil, told(err)
		}
		return nil, told(s.Archive.Undo(ctx, in.Number, time.Now()))
	})
}
