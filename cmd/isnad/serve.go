package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"

	"isnad"
	"isnad/extract"
	"isnad/internal/demo"
	"isnad/internal/web"
)

type serveCommand struct {
	Demo bool   `help:"Show a small archive of invented articles that comes with the program; nothing is written."`
	Addr string `default:"127.0.0.1:8420" placeholder:"HOST:PORT" help:"Where to answer."`
}

// Run answers until it is interrupted.
func (s *serveCommand) Run(c *console) error {
	if !s.Demo {
		return errors.New("serve: only --demo can be shown yet")
	}
	archive, err := demoArchive()
	if err != nil {
		return err
	}
	server, err := web.New(web.Options{Archive: archive, Judgements: new(web.Notebook), Version: version(), Log: slog.New(slog.NewTextHandler(c.err, nil))})
	if err != nil {
		return fmt.Errorf("set up the pages: %w", err)
	}
	l, err := net.Listen("tcp", s.Addr)
	if err != nil {
		return fmt.Errorf("answer on %s: %w", s.Addr, err)
	}
	fmt.Fprintf(c.out, "http://%s/\n", l.Addr())
	return server.Serve(c.ctx, l)
}

// demoArchive reads the articles of the demo.
func demoArchive() (web.Archive, error) {
	reader, err := extract.New()
	if err != nil {
		return nil, fmt.Errorf("load the word lists: %w", err)
	}
	articles, err := demo.Articles()
	if err != nil {
		return nil, err
	}
	read := make([]*isnad.Analysis, len(articles))
	for i := range articles {
		read[i] = reader.Analyze(&articles[i])
	}
	traces, err := demo.Traces(read)
	if err != nil {
		return nil, err
	}
	return web.Hold(read, traces), nil
}
