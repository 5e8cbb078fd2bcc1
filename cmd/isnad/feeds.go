package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"text/tabwriter"
	"time"

	"isnad/internal/source"
	"isnad/internal/store"
)

type feedsCommand struct {
	List   feedsListCommand   `cmd:"" default:"withargs" help:"List all feeds."`
	Add    feedsAddCommand    `cmd:"" help:"Add feeds, sitemaps or OPML lists by their addresses, without a look at them."`
	Pause  feedsPauseCommand  `cmd:"" help:"Fetch them no more until they are resumed."`
	Resume feedsResumeCommand `cmd:"" help:"Fetch them again."`
	Remove feedsRemoveCommand `cmd:"" help:"Forget them. The articles that came from them stay."`
}

type feedsListCommand struct{ archiveFlag }

// Run lists the feeds, one a line.
func (f *feedsListCommand) Run(c *console) error {
	return f.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		feeds, err := a.Feeds(c.ctx)
		if err != nil {
			return err
		}
		if len(feeds) == 0 {
			fmt.Fprintln(c.err, "isnad: no feeds yet: isnad add ADDRESS adds some")
		}
		return printFeeds(c.out, feeds, time.Now())
	})
}

func printFeeds(out io.Writer, feeds []*store.Feed, now time.Time) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if len(feeds) > 0 {
		fmt.Fprintln(w, "health\tlast fetch\tnext\tevery\titems\twaiting\taddress\tlast error")
	}
	for _, f := range feeds {
		next, every := time.Until(f.Due).Round(time.Minute).String(), "-"
		if f.Paused || !f.Due.After(now) {
			next = "-"
		}
		if f.Every > 0 {
			every = f.Every.Round(time.Minute).String()
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\n", health(f), atDay(f.Fetched), next, every, f.Items, f.Waiting, f.Address, f.Error)
	}
	return w.Flush()
}

// health is how a feed does, in a word or two.
func health(f *store.Feed) string {
	switch {
	case f.Paused:
		return "paused"
	case f.Failures > 0:
		return fmt.Sprintf("failed %d×", f.Failures)
	case f.Fetched.IsZero():
		return "new"
	}
	return "well"
}

func atDay(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.Format("2006-01-02T15:04Z")
}

// someFeeds are feeds that a command is about.
type someFeeds struct {
	Addresses []string `arg:"" name:"address" help:"As isnad feeds lists them."`
	archiveFlag
}

// each does something with each feed. That one is not there keeps no other from it.
func (s *someFeeds) each(c *console, do func(*store.Tx, string) error) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		var missing error
		for _, address := range s.Addresses {
			err := a.Update(c.ctx, func(tx *store.Tx) error { return do(tx, address) })
			switch {
			case errors.Is(err, store.ErrNotFound):
				fmt.Fprintf(c.err, "isnad: %s: no such feed\n", address)
				missing = errBadInput
			case err != nil:
				return err
			}
		}
		return missing
	})
}

type feedsPauseCommand struct{ someFeeds }

// Run pauses the feeds.
func (f *feedsPauseCommand) Run(c *console) error {
	return f.each(c, func(tx *store.Tx, address string) error { return tx.PauseFeed(c.ctx, address, true) })
}

type feedsResumeCommand struct{ someFeeds }

// Run lets the feeds go on.
func (f *feedsResumeCommand) Run(c *console) error {
	return f.each(c, func(tx *store.Tx, address string) error { return tx.PauseFeed(c.ctx, address, false) })
}

type feedsRemoveCommand struct{ someFeeds }

// Run forgets the feeds.
func (f *feedsRemoveCommand) Run(c *console) error {
	return f.each(c, func(tx *store.Tx, address string) error { return tx.RemoveFeed(c.ctx, address) })
}

type feedsAddCommand struct {
	Addresses []string `arg:"" name:"address" help:"http(s) addresses."`
	archiveFlag
}

// Run adds the feeds.
func (f *feedsAddCommand) Run(c *console) error {
	var feeds feedList
	for _, address := range f.Addresses {
		if !source.IsAddress(address) {
			return badInput{fmt.Errorf("%s is no web address", address)}
		}
		feeds.add(address)
	}
	return f.with(c, store.Options{}, func(a *store.Archive) error {
		if err := feeds.keep(c.ctx, a); err != nil {
			return err
		}
		feeds.tell(c.out)
		return nil
	})
}

// feedList gathers addresses of feeds, from any goroutine.
type feedList struct {
	mu        sync.Mutex
	addresses []string
	added     int
}

func (l *feedList) add(address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.addresses = append(l.addresses, address)
}

// keep adds the feeds to the archive.
func (l *feedList) keep(ctx context.Context, a *store.Archive) error {
	slices.Sort(l.addresses)
	if len(l.addresses) == 0 {
		return nil
	}
	return a.Update(ctx, func(tx *store.Tx) error {
		l.added = 0
		for _, address := range slices.Compact(l.addresses) {
			added, err := tx.AddFeed(ctx, address, 0)
			if err != nil {
				return err
			}
			if added {
				l.added++
			}
		}
		return nil
	})
}

func (l *feedList) tell(out io.Writer) {
	if len(l.addresses) > 0 {
		fmt.Fprintf(out, "%s new; isnad watch fetches them\n", counted(int64(l.added), "feed", "feeds"))
	}
}
