package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/show"
	"isnad/internal/store"
	"isnad/internal/web"
)

type traceCommand struct {
	What string `arg:"" name:"what" help:"What to trace: the name of a story, a case or an article, or words of a case."`

	archiveFlag
	look

	Format string `short:"f" enum:"text,json,dot,svg" default:"text" help:"What to print: text, for people; json, the story in the form isnad.trace/1; dot, the chains as a graph for Graphviz; svg, the chains drawn."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output. It is replaced only when all is written."`
	Cases  int    `default:"10" placeholder:"N" help:"At most N cases of a story; 0 for all. In json all are printed."`
	Quiet  bool   `short:"q" help:"No progress; only errors."`
}

// Run prints where the cases of a story come from.
func (s *traceCommand) Run(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		if err := bringUpToDate(c, a, s.Quiet); err != nil {
			return err
		}
		t, err := s.find(c.ctx, a)
		if err != nil {
			return err
		}
		return written(s.Output, c.out, func(w *bufio.Writer) error { return s.print(c, a, t, w) })
	})
}

func (s *traceCommand) print(c *console, a *store.Archive, t *isnad.Trace, w *bufio.Writer) error {
	o := s.options(c, s.Output == "" && isTerminal(c.out))
	switch s.Format {
	case "dot":
		return web.WriteDOT(w, t, o.Language, s.Cases)
	case "svg":
		return web.WriteSVG(c.ctx, w, t, o.Language, s.Cases)
	}
	texts, err := sourceTexts(c.ctx, a, t)
	if err != nil {
		return err
	}
	text := func(id string) string { return texts[id] }
	if s.Format == "text" {
		reason, err := web.Reasons(t, o.Language)
		if err != nil {
			return err
		}
		p := show.Cases{Options: o, Text: text, Reason: reason, Most: s.Cases}
		return p.Print(w, t)
	}
	line, err := t.AppendJSON(nil, text)
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// find looks for a story, a case, an article, then for words.
func (s *traceCommand) find(ctx context.Context, a *store.Archive) (*isnad.Trace, error) {
	t, err := a.Trace(ctx, s.What)
	if errors.Is(err, store.ErrNotFound) {
		var id string
		if id, err = a.StoryOfCase(ctx, s.What); err == nil {
			if t, err = a.Trace(ctx, id); err == nil {
				t.Cases = slices.DeleteFunc(t.Cases, func(c isnad.Case) bool { return c.ID != s.What })
			}
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		t, err = a.TraceOfArticle(ctx, s.What)
	}
	if errors.Is(err, store.ErrNotFound) {
		return s.byWords(ctx, a)
	}
	return t, err
}

// mostStories bounds the stories that words are looked for in, the newest first.
const mostStories = 5000

// byWords finds the newest story with a case that has all the words, in any form.
func (s *traceCommand) byWords(ctx context.Context, a *store.Archive) (*isnad.Trace, error) {
	want := stems(s.What)
	if len(want) == 0 {
		return nil, badInput{fmt.Errorf("%q has no words to look for", s.What)}
	}
	for skip := 0; skip < mostStories; skip += tracePage {
		traces, err := a.Stories(ctx, skip, tracePage)
		if err != nil {
			return nil, err
		}
		for _, t := range traces {
			t.Cases = slices.DeleteFunc(t.Cases, func(c isnad.Case) bool {
				has := stems(c.Proposition)
				return slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(has, w) })
			})
			if len(t.Cases) > 0 {
				return t, nil
			}
		}
		if len(traces) < tracePage {
			break
		}
	}
	return nil, badInput{fmt.Errorf("no story, case or article is called %q, and no case has these words", s.What)}
}
