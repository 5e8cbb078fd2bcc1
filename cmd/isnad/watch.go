package main

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"isnad/extract"
	"isnad/internal/fetch"
	"isnad/internal/ingest"
	"isnad/internal/store"
	"isnad/internal/watch"
)

// robotsName is what robots.txt is asked for.
const robotsName = "isnad"

type watchCommand struct {
	archiveFlag
	Once           bool `help:"Fetch what is due, then end."`
	OtherLanguages bool `help:"Keep articles that are not in Arabic, too."`
	Trace          bool `default:"true" negatable:"" help:"Trace what is new, every minute or at the end of --once; on by default. It is enough that one process does."`

	Contact      string        `group:"Being a guest:" env:"ISNAD_CONTACT" placeholder:"ADDRESS" help:"A page or a mail address of yours. The sites read it in the User-Agent, and can tell you what they do not like."`
	Delay        time.Duration `group:"Being a guest:" default:"2s" help:"Least time between two requests to a site; robots.txt may ask for more."`
	Hosts        int           `group:"Being a guest:" default:"8" placeholder:"N" help:"Sites that are asked at a time, each one thing."`
	AllowPrivate bool          `group:"Being a guest:" help:"Fetch from private networks and this machine too, and use the proxy of the environment."`
	Timeout      time.Duration `group:"Being a guest:" default:"30s" help:"How long one page may take."`

	Quiet bool `short:"q" help:"Tell only what fails."`
}

// mostFetched is the longest answer, in bytes: sitemaps may have 50 MB.
const mostFetched = 52 << 20

// Validate checks what the flags say.
func (w *watchCommand) Validate() error {
	if strings.ContainsAny(w.Contact, "\r\n()") {
		return errors.New("--contact is to be an address alone")
	}
	if w.Delay < 0 || w.Hosts < 1 {
		return errors.New("--delay and --hosts cannot be less than nothing")
	}
	return nil
}

// Run watches until it is interrupted.
func (w *watchCommand) Run(c *console) error {
	return w.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		reader, err := extract.New()
		if err != nil {
			return fmt.Errorf("load the word lists: %w", err)
		}
		if w.Contact == "" && !w.Quiet {
			fmt.Fprintln(c.err, "isnad: note: sites like to know whom to write to: --contact")
		}
		level := slog.LevelInfo
		if w.Quiet {
			level = slog.LevelWarn
		}
		log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: level}))
		if w.Trace && !w.Once {
			defer traceBeside(c.ctx, archive, log)()
		}
		counts, err := watch.Run(c.ctx, watch.Options{
			Archive: archive, Analyze: reader.Analyze, Extractor: ingest.Extractor(), OtherLanguages: w.OtherLanguages, Workers: w.Hosts,
			Log: log, Client: w.client(),
		}, w.Once)
		if err == nil && w.Trace && w.Once && c.ctx.Err() == nil {
			err = traceOn(c.ctx, archive)
		}
		fmt.Fprintf(c.out, "%s fetched, %d unchanged, %d failed; %s new, %d with a new text; %s gave none\n",
			counted(int64(counts.Fetched), "feed", "feeds"), counts.Unchanged, counts.Failed,
			counted(int64(counts.Added), "article", "articles"), counts.Changed, counted(int64(counts.Left), "page", "pages"))
		if err == nil && counts.Unread > 0 { // the log told of them
			err = errBadInput
		}
		return err
	})
}

func (w *watchCommand) client() *fetch.Client {
	agent := strings.Join(strings.Fields(version())[:2], "/")
	if w.Contact != "" {
		agent += " (+" + w.Contact + ")"
	}
	delay := w.Delay
	if delay == 0 {
		delay = -1 // none; 0 would be the default
	}
	return fetch.New(fetch.Options{
		Timeout: w.Timeout, MaxBytes: mostFetched, UserAgent: agent, AllowPrivate: w.AllowPrivate,
		Delay: delay, Patience: time.Millisecond, RobotsName: robotsName,
	})
}
