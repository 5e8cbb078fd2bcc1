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

// storyEvent says that a story is new or has new articles.
type storyEvent struct{ storyHead }

// watched is how many of the newest stories are looked at for what is new.
const watched = 50

// stream sends an event for every story that is new or has grown since the client
// began to listen.
func (s *Server) stream(api huma.API) {
	sse.Register(api, huma.Operation{
		OperationID: "stream", Method: http.MethodGet, Path: streamPath,
		Summary: "Stories that are new or have new articles, as server-sent events.",
	}, map[string]any{"story": storyEvent{}}, func(ctx context.Context, _ *struct{}, send sse.Sender) {
		seen, err := s.sizes(ctx, nil, nil)
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
				if seen, err = s.sizes(ctx, seen, send.Data); err != nil {
					return // the client has gone, or the archive is told of elsewhere
				}
			}
		}
	})
}

// sizes are the numbers of articles and the last times of the newest stories. Those
// that differ from before are sent.
func (s *Server) sizes(ctx context.Context, before map[string]string, send func(any) error) (map[string]string, error) {
	traces, err := s.archive.Stories(ctx, 0, watched)
	if err != nil {
		return nil, err
	}
	sizes := make(map[string]string, len(traces))
	for _, t := range traces {
		size := digits(len(t.Articles)) + " " + t.Story.Last
		sizes[t.Story.ID] = size
		if before != nil && before[t.Story.ID] != size {
			if err := send(storyEvent{headOf(t)}); err != nil {
				return nil, err
			}
		}
	}
	return sizes, nil
}
