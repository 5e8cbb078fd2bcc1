package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"isnad/extract"
	"isnad/internal/fetch"
	"isnad/internal/ingest"
	"isnad/internal/source"
	"isnad/internal/store"
)

type addCommand struct {
	Inputs []string `arg:"" name:"input" help:"What isnad analyze reads: text files, .json, .jsonl, pages, tables (.csv), web archives (.warc), all of these also as .gz or .zst, directories of them, http(s) addresses, - for standard input. Addresses of feeds and sitemaps, and those in OPML lists, are noted for isnad watch."`

	As string `enum:"auto,text,json,jsonl,page,feed,sitemap,opml,csv,warc" default:"auto" placeholder:"KIND" help:"What the inputs are: ${enum}."`

	archiveFlag

	Title     string `group:"What the input does not say:" placeholder:"TEXT" help:"Title of a text file; its first line is then text."`
	Outlet    string `group:"What the input does not say:" placeholder:"NAME" help:"Who published it, e.g. 'عين اليوم'."`
	Published string `group:"What the input does not say:" placeholder:"DATE" help:"When: 2026-05-10, or with time as in RFC 3339."`

	AllowPrivate bool          `group:"Addresses:" help:"Fetch from private networks and this machine too, and use the proxy of the environment."`
	Timeout      time.Duration `group:"Addresses:" default:"30s" help:"How long one page may take."`

	Quiet bool `short:"q" help:"No progress and no notes; only errors."`
}

// Validate checks what the flags say before anything is read.
func (a *addCommand) Validate() error { return checkPublished(a.Published) }

// Run keeps and analyses all inputs.
func (a *addCommand) Run(c *console) error {
	return a.with(c, store.Options{}, func(archive *store.Archive) error {
		reader, err := extract.New()
		if err != nil {
			return fmt.Errorf("load the word lists: %w", err)
		}
		return a.add(c, archive, reader)
	})
}

func (a *addCommand) add(c *console, archive *store.Archive, reader *extract.Reader) error {
	crew, ctx, err := ingest.Start(c.ctx, archive, reader, ingest.Options{})
	if err != nil {
		return err
	}
	told := &teller{quiet: a.Quiet, err: c.err, progress: newProgress(c.err, a.Quiet, a.Inputs)}
	defer told.progress.end()
	var feeds feedList
	options := &source.Options{
		As: a.As, Feed: feeds.add, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Stdin: c.in,
		Client: fetch.New(fetch.Options{Timeout: a.Timeout, AllowPrivate: a.AllowPrivate, UserAgent: strings.Fields(version())[0], RobotsName: robotsName}),
	}
	done, err := crew.Add(ctx, options.Parts(ctx, a.Inputs), func(p ingest.Progress, problem *source.Problem) {
		if problem != nil {
			told.tell(problem)
			return
		}
		told.progress.add(p, crew.Analysed())
	})
	if err == nil {
		err = feeds.keep(ctx, archive)
	}
	if err == nil {
		err = crew.Wait(ctx, func(int) { told.progress.add(done, crew.Analysed()) })
	}
	if stop := crew.Stop(); err == nil {
		err = stop
	}
	told.progress.end()
	if err != nil {
		return interrupted(err)
	}
	unread := tellUnread(c, crew)
	fmt.Fprintf(c.out, "%s: %d new, %d with a new text, %d known\n", counted(int64(done.Seen), "article", "articles"),
		done.Added, done.Changed, done.Seen-done.Added-done.Changed)
	feeds.tell(c.out)
	return cmp.Or(told.finish(), unread)
}

// tellUnread tells of the articles that the program failed to read, if there are any, and is
// then errBadInput: the rest was done.
func tellUnread(c *console, crew *ingest.Crew) error {
	all := crew.Unread()
	for _, u := range all {
		fmt.Fprintf(c.err, "isnad: article %s is kept and could not be analysed: %v; isnad reanalyze tries again\n", u.ID, u.Err)
	}
	if len(all) > 0 {
		return errBadInput
	}
	return nil
}
