package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"

	"isnad"
	"isnad/extract"
	"isnad/internal/demo"
	"isnad/internal/store"
	"isnad/internal/web"
)

type serveCommand struct {
	archiveFlag

	Demo bool   `help:"Show a small archive of invented articles that comes with the program; nothing is kept."`
	Addr string `default:"127.0.0.1:8420" placeholder:"HOST:PORT" help:"Where to answer. Anywhere but at this machine's own address there must be accounts: isnad user add."`
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
	options := web.Options{Log: slog.New(slog.NewTextHandler(c.err, nil)), Version: version()}
	own := l.Addr().(*net.TCPAddr).IP.IsLoopback()
	if s.Demo {
		if !own {
			return fmt.Errorf("show the demo on %s: %w", s.Addr, errNoAccounts)
		}
		if options.Archive, err = demoArchive(); err != nil {
			return err
		}
		options.Judgements = new(web.Notebook)
		return serveOn(c, l, options)
	}
	archive, err := openArchive(c, s.DB, store.Options{MustExist: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	if !own {
		if err := hasAccounts(c.ctx, archive); err != nil {
			return fmt.Errorf("answer on %s: %w", s.Addr, err)
		}
		options.Accounts = archive
	}
	options.Archive, options.Judgements = web.Keep(archive), archive
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
