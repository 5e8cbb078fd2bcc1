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
)

type figuresCommand struct {
	archiveFlag

	Format string `short:"f" enum:"text,jsonl" default:"text" help:"What to print: text, for people; jsonl, every figure with its story, one a line."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output. It is replaced only when all is written."`

	Words    string `placeholder:"WORDS" help:"Only figures of which what is counted, or the title of the story, has all these words, in any form."`
	By       string `placeholder:"NAME" help:"Only figures with a value by the word of somebody whose name has these words."`
	Story    string `placeholder:"STORY" help:"Only figures of this story."`
	Since    string `placeholder:"DATE" help:"Only of stories that went on on this day or later, e.g. 2026-05-10."`
	Until    string `placeholder:"DATE" help:"Only of stories that began on this day or earlier."`
	Least    int    `default:"1" placeholder:"N" help:"Only figures with at least N values."`
	Disputed bool   `help:"Only figures with values that exclude each other."`

	Quiet bool `short:"q" help:"No progress; only errors."`
}

// Run prints the figures of the archive's stories, those of the newest story first.
func (s *figuresCommand) Run(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		if err := bringUpToDate(c, a, s.Quiet); err != nil {
			return err
		}
		return written(s.Output, c.out, func(w *bufio.Writer) error { return s.printAll(c.ctx, a, w) })
	})
}

func (s *figuresCommand) printAll(ctx context.Context, a *store.Archive, w *bufio.Writer) error {
	if s.Story == "" {
		return eachStory(ctx, a, func(t *isnad.Trace) error { return s.printStory(ctx, a, t, w) })
	}
	t, err := a.Trace(ctx, s.Story)
	if errors.Is(err, store.ErrNotFound) {
		return badInput{fmt.Errorf("no story is called %q", s.Story)}
	}
	if err != nil {
		return err
	}
	return s.printStory(ctx, a, t, w)
}

func (s *figuresCommand) printStory(ctx context.Context, a *store.Archive, t *isnad.Trace, w *bufio.Writer) error {
	if s.Since != "" && day(t.Story.Last) < s.Since || s.Until != "" && day(t.Story.First) > s.Until {
		return nil
	}
	t.Figures = slices.DeleteFunc(t.Figures, func(f isnad.Figure) bool { return !s.asked(t, &f) })
	if len(t.Figures) == 0 {
		return nil
	}
	if s.Format == "text" {
		return show.Figures(w, t)
	}
	texts, err := sourceTexts(ctx, a, t)
	if err != nil {
		return err
	}
	var line []byte
	for i := range t.Figures {
		if line, err = t.AppendFigureJSON(line[:0], i, func(id string) string { return texts[id] }); err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// asked reports whether the figure is one that the flags leave.
func (s *figuresCommand) asked(t *isnad.Trace, f *isnad.Figure) bool {
	if len(f.Values) < s.Least || s.Disputed && !f.Disputed() {
		return false
	}
	if !hasWords(f.What+" "+f.Unit+" "+t.Story.Title, s.Words) {
		return false
	}
	return s.By == "" || slices.ContainsFunc(f.Values, func(v isnad.FigureValue) bool { return v.By != "" && hasWords(v.By, s.By) })
}
