package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"isnad/extract"
	"isnad/internal/demo"
	"isnad/internal/ingest"
	"isnad/internal/store"
	"isnad/internal/web"
)

type serveCommand struct {
	archiveFlag

	Demo   bool   `help:"Show a small archive of invented articles that comes with the program; nothing is kept."`
	Traced bool   `help:"With --demo: show the stories and cases that Isnad itself finds in those articles, and not those that were put together by hand."`
	Addr   string `default:"127.0.0.1:8420" placeholder:"HOST:PORT" help:"Where to answer. Anywhere but at this machine's own address there must be accounts: isnad user add."`
}

// errNoAccounts refuses to let everybody in.
var errNoAccounts = errors.New("there are no accounts, so everybody there could read and judge: make one with isnad user add, or leave --addr out")

// Run answers until it is interrupted.
func (s *serveCommand) Run(c *console) (err error) {
	l, err := new(net.ListenConfig).Listen(c.ctx, "tcp", s.Addr)
	if err != nil {
		return fmt.Errorf("answer on %s: %w", s.Addr, err)
	}
	defer func() { err = errors.Join(err, closed(l)) }()
	own := l.Addr().(*net.TCPAddr).IP.IsLoopback()
	if s.Demo && !own {
		return fmt.Errorf("show the demo on %s: %w", s.Addr, errNoAccounts)
	}
	options := web.Options{Log: slog.New(slog.NewTextHandler(c.err, nil)), Version: version(), Traces: web.Hold(nil), SignIn: !own}
	if s.Demo {
		dir, err := os.MkdirTemp("", "isnad-demo-")
		if err != nil {
			return fmt.Errorf("make room for the demo: %w", err)
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
		s.DB = filepath.Join(dir, "demo.db")
	}
	options.Archive, err = openArchive(c, s.DB, store.Options{MustExist: !s.Demo})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, options.Archive.Close()) }()
	reader, err := extract.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	options.Explain = reader.AnalyzeExplained
	if s.Demo {
		if options.Traces, err = fillDemo(c.ctx, options.Archive, reader, s.Traced); err != nil {
			return err
		}
		options.Example = !s.Traced
	} else {
		options.Traces = options.Archive
		defer traceBeside(c.ctx, options.Archive, options.Log)() // the pages show what is traced so far
	}
	if !own {
		if err := hasAccounts(c.ctx, options.Archive); err != nil {
			return fmt.Errorf("answer on %s: %w", s.Addr, err)
		}
	}
	return serveOn(c, l, options)
}

// closed closes a listener that may be closed already.
func closed(l net.Listener) error {
	if err := l.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}

func serveOn(c *console, l net.Listener, o web.Options) error {
	server, err := web.New(o)
	if err != nil {
		return fmt.Errorf("set up the pages: %w", err)
	}
	fmt.Fprintf(c.out, "http://%s/\n", l.Addr())
	return server.Serve(c.ctx, l)
}

func hasAccounts(ctx context.Context, a *store.Archive) error {
	has, err := a.HasAccounts(ctx)
	if err == nil && !has {
		return errNoAccounts
	}
	return err
}

// fillDemo reads the articles of the demo into an archive. The stories are those that were put
// together by hand, or those that are traced.
func fillDemo(ctx context.Context, a *store.Archive, reader *extract.Reader, traced bool) (web.Traces, error) {
	traces, err := demo.Fill(ctx, a, reader.Analyze)
	if err != nil {
		return nil, err
	}
	if traced {
		return a, traceOn(ctx, a)
	}
	return web.Hold(traces), ingest.JoinActors(ctx, a)
}
