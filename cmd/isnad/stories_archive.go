package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"isnad"
	"isnad/internal/ingest"
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
			return eachStory(c.ctx, a, func(t *isnad.Trace) error { return s.printTrace(c.ctx, a, t, w) })
		})
	})
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

func (s *storiesCommand) printTrace(ctx context.Context, a *store.Archive, t *isnad.Trace, w *bufio.Writer) error {
	if !s.asked(t) || s.Format == "text" && len(t.Articles) < s.Least {
		return nil
	}
	if s.Format == "text" {
		var b strings.Builder
		listStory(&b, t)
		_, err := w.WriteString(b.String())
		return err
	}
	texts, err := sourceTexts(ctx, a, t)
	if err != nil {
		return err
	}
	line, err := t.AppendJSON(nil, func(id string) string { return texts[id] })
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
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

func articleIDs(t *isnad.Trace) []string {
	ids := make([]string, len(t.Articles))
	for i, x := range t.Articles {
		ids[i] = x.ID
	}
	return ids
}
