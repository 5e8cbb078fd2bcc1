package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"
)

// streamPath is where what is new comes as it comes.
const streamPath = apiPath + "/stream"

// The events of the stream: a story that is new or has grown, and what is new in it.
type (
	storyEvent   struct{ storyHead }
	articleEvent struct {
		WireArticle
		Story string `json:"story"`
	}
	caseEvent struct{ caseHead }
)

// watched is how many of the newest stories are looked at for what is new. An older one
// that grows comes among them, and is then told whole.
const watched = 50

// stream sends what is new since the client began to listen.
func (s *Server) stream(api huma.API) {
	sse.Register(api, huma.Operation{
		OperationID: "stream", Method: http.MethodGet, Path: streamPath,
		Summary: "Stories that are new or have grown, with their new articles and cases, as server-sent events.",
	}, map[string]any{"story": storyEvent{}, "article": articleEvent{}, "case": caseEvent{}}, func(ctx context.Context, _ *struct{}, send sse.Sender) {
		seen, err := s.look(ctx, nil, nil)
		if err != nil {
			s.Log.ErrorContext(ctx, "begin a stream", "error", err)
			return
		}
		tick := time.NewTicker(s.Rhythm)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-s.ended:
				return
			case <-tick.C:
				if seen, err = s.look(ctx, seen, send.Data); err != nil {
					return // the client has gone, or the archive is told of elsewhere
				}
			}
		}
	})
}

// sighting is what a stream has told of a story: the identifiers of its articles and cases.
type sighting map[string]bool

// look looks at the newest stories and sends what was not there before.
func (s *Server) look(ctx context.Context, before map[string]sighting, send func(any) error) (map[string]sighting, error) {
	traces, err := s.archive.Stories(ctx, 0, watched)
	if err != nil {
		return nil, err
	}
	now := make(map[string]sighting, len(traces))
	for _, t := range traces {
		head, known := headOf(t), before[t.Story.ID]
		var events []any
		seen := make(sighting, len(t.Articles)+len(head.Cases))
		for _, a := range t.Articles {
			if seen[a.ID] = true; !known[a.ID] {
				events = append(events, articleEvent{WireArticle(a), t.Story.ID})
			}
		}
		for _, c := range head.Cases {
			if seen[c.ID] = true; !known[c.ID] {
				events = append(events, caseEvent{c})
			}
		}
		now[t.Story.ID] = seen
		if before == nil || len(events) == 0 {
			continue
		}
		for _, e := range append([]any{storyEvent{head}}, events...) {
			if err := send(e); err != nil {
				return nil, err
			}
		}
	}
	return now, nil
}
