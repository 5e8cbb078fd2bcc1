package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"isnad"
	"isnad/internal/ingest"
	"isnad/internal/ordered"
	"isnad/internal/store"
	"isnad/trace"
)

// bringUpToDate traces what is new in the archive.
func bringUpToDate(c *console, a *store.Archive, quiet bool) error {
	tracer, err := trace.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	told := time.Now()
	tell := func(articles, stories int) {
		if !quiet && time.Since(told) > time.Second {
			told = time.Now()
			fmt.Fprintf(c.err, "tracing: %s placed, %s traced\n", counted(int64(articles), "article", "articles"), counted(int64(stories), "story", "stories"))
		}
	}
	if err := ingest.Trace(c.ctx, a, tracer, tell); err != nil {
		return interrupted(err)
	}
	return nil
}

// runArchive prints the stories of the archive.
func (s *storiesCommand) runArchive(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		if err := bringUpToDate(c, a, s.Quiet); err != nil {
			return err
		}
		return written(s.Output, c.out, func(w *bufio.Writer) error {
			if s.Format == "text" {
				return s.list(c.ctx, a, w)
			}
			return s.printAll(c.ctx, a, w)
		})
	})
}

// list prints the stories that were told of last for people.
func (s *storiesCommand) list(ctx context.Context, a *store.Archive, w *bufio.Writer) error {
	if s.Most > 0 && s.Since == "" && s.Until == "" && s.Outlet == "" && s.Words == "" {
		return s.listLast(ctx, a, w)
	}
	printed, left := 0, 0
	for skip := 0; ; skip += summaryPage {
		all, err := a.Summaries(ctx, s.Least, skip, summaryPage)
		if err != nil {
			return err
		}
		for _, t := range all {
			asked, err := s.listedIn(ctx, a, t)
			switch {
			case err != nil:
				return err
			case !asked:
			case s.Most > 0 && printed == s.Most:
				left++
			default:
				listStory(w, t)
				printed++
			}
		}
		if len(all) < summaryPage {
			break
		}
	}
	tellLeft(w, left)
	return nil
}

// listLast is list where all stories are asked for: those that are not printed are counted and not read.
func (s *storiesCommand) listLast(ctx context.Context, a *store.Archive, w *bufio.Writer) error {
	last, err := a.Summaries(ctx, s.Least, 0, s.Most)
	if err != nil {
		return err
	}
	for _, t := range last {
		listStory(w, t)
	}
	if len(last) < s.Most {
		return nil
	}
	all, err := a.CountSummaries(ctx, s.Least)
	tellLeft(w, all-len(last))
	return err
}

func tellLeft(w *bufio.Writer, left int) {
	if left > 0 {
		fmt.Fprintf(w, "… and %s more; --most 0 lists all\n", counted(int64(left), "story", "stories"))
	}
}

// summaryPage is how many summaries are read at a time.
const summaryPage = 5000

// listedIn is listed, for words too.
func (s *storiesCommand) listedIn(ctx context.Context, a *store.Archive, t *store.Summary) (bool, error) {
	if !s.listed(t) || s.Words == "" {
		return s.listed(t), nil
	}
	traced, err := a.Trace(ctx, t.ID)
	return err == nil && s.told(traced), err
}

// printAll prints every story in the contract's shape, made on all processors.
func (s *storiesCommand) printAll(ctx context.Context, a *store.Archive, w *bufio.Writer) error {
	var failed error
	traces := func(yield func(*isnad.Trace) bool) {
		stopped := errors.New("stopped")
		err := eachStory(ctx, a, func(t *isnad.Trace) error {
			if !yield(t) {
				return stopped
			}
			return nil
		})
		if !errors.Is(err, stopped) {
			failed = err
		}
	}
	err := ordered.Map(ctx, runtime.GOMAXPROCS(0), traces, func(t *isnad.Trace) printedStory {
		return s.printTrace(ctx, a, t)
	}, func(p printedStory) error {
		if p.err != nil {
			return p.err
		}
		_, err := w.Write(p.text)
		return err
	})
	return errors.Join(err, failed)
}

// tracePage is how many stories are read at a time.
const tracePage = 100

// eachStory goes through the stories of the archive, the one that was told of last first.
func eachStory(ctx context.Context, a *store.Archive, do func(*isnad.Trace) error) error {
	for skip := 0; ; skip += tracePage {
		traces, err := a.Stories(ctx, skip, tracePage)
		if err != nil || len(traces) == 0 {
			return err
		}
		for _, t := range traces {
			if err := do(t); err != nil {
				return err
			}
		}
	}
}

// printTrace makes the line of a story, none if the flags leave it out.
func (s *storiesCommand) printTrace(ctx context.Context, a *store.Archive, t *isnad.Trace) (p printedStory) {
	if !s.asked(t) {
		return p
	}
	texts, err := sourceTexts(ctx, a, t)
	if err != nil {
		return printedStory{err: err}
	}
	p.text, p.err = t.AppendJSON(nil, func(id string) string { return texts[id] })
	p.text = append(p.text, '\n')
	return p
}

// sourceTexts gives the articles of a trace the names that their sources gave them, where those
// did, and their texts by these names.
func sourceTexts(ctx context.Context, a *store.Archive, t *isnad.Trace) (map[string]string, error) {
	articles, err := a.ArticlesByID(ctx, articleIDs(t))
	if err != nil {
		return nil, err
	}
	names, texts := map[string]string{}, map[string]string{}
	for _, x := range articles {
		name := x.SourceID
		if _, taken := texts[name]; name == "" || taken {
			name = x.ID
		}
		names[x.ID], texts[name] = name, x.Text()
	}
	trace.Rename(t, names)
	if len(texts) < len(t.Articles) {
		return nil, errors.New("an article of the story is gone from the archive")
	}
	return texts, nil
}

// articleIDs are those of the story's articles, and of articles of other stories that they share
// text with.
func articleIDs(t *isnad.Trace) []string {
	ids := make([]string, len(t.Articles))
	for i, x := range t.Articles {
		ids[i] = x.ID
	}
	for i := range t.Copies {
		for _, x := range t.Copies[i].Elsewhere {
			ids = append(ids, x.ID)
		}
	}
	return ids
}
