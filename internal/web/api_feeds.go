package web

import (
	"context"
	"time"
)

type feedOut struct {
	Address  string     `json:"address"`
	Title    string     `json:"title,omitempty"`
	Health   string     `json:"health" enum:"well,new,failing,paused"`
	Fetched  *time.Time `json:"fetched,omitempty" doc:"When it was fetched last with success."`
	Due      time.Time  `json:"due"`
	Failures int        `json:"failures" doc:"In a row."`
	Error    string     `json:"error,omitempty" doc:"Of the last try."`
	Items    int        `json:"items"`
	Waiting  int        `json:"waiting" doc:"Items whose pages are still to be fetched."`
}

type feedsOut struct {
	Feeds []feedOut `json:"feeds"`
}

// apiFeeds lists what is watched.
func (s *Server) apiFeeds(ctx context.Context, _ *struct{}) (*body[feedsOut], error) {
	feeds, err := s.Archive.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	out := feedsOut{Feeds: []feedOut{}}
	for _, f := range feeds {
		feed := feedOut{f.Address, f.Title, healthOf(f), nil, f.Due, f.Failures, f.Error, f.Items, f.Waiting}
		if !f.Fetched.IsZero() {
			feed.Fetched = &f.Fetched
		}
		out.Feeds = append(out.Feeds, feed)
	}
	return &body[feedsOut]{out}, nil
}
