package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/extract"
	"isnad/internal/guard"
	"isnad/internal/ordered"
	"isnad/internal/show"
	"isnad/internal/source"
	"isnad/internal/store"
	"isnad/trace"
)

type storiesCommand struct {
	Inputs []string `arg:"" optional:"" name:"input" help:"Articles to trace, in any form that analyze reads, instead of those of the archive."`

	archiveFlag

	Format string `short:"f" enum:"text,jsonl" default:"text" help:"What to print: text, a list for people; jsonl, every story with its copies, cases and figures, one a line."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output. It is replaced only when all is written."`

	Since  string `placeholder:"DATE" help:"Only stories that went on on this day or later, e.g. 2026-05-10."`
	Until  string `placeholder:"DATE" help:"Only stories that began on this day or earlier."`
	Outlet string `placeholder:"NAME" help:"Only stories that this outlet tells."`
	Words  string `placeholder:"WORDS" help:"Only stories with an article that has all these words in its title, in any form."`
	Least  int    `default:"2" placeholder:"N" help:"Only stories of at least N articles, in the list for people."`
	Most   int    `default:"200" placeholder:"N" help:"At most N stories of the archive, those told of last, in the list for people; 0 for all."`

	Quiet bool `short:"q" help:"No progress and no notes; only errors."`
}

// Run prints the stories of the archive, or groups the articles of the inputs and prints what is
// traced of each.
func (s *storiesCommand) Run(c *console) error {
	if len(s.Inputs) == 0 {
		return s.runArchive(c)
	}
	tracer, err := trace.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	read, bad, err := s.read(c)
	if err != nil {
		return err
	}
	if err := written(s.Output, c.out, func(w *bufio.Writer) error { return s.printRead(c, tracer, read, w) }); err != nil {
		return err
	}
	if bad {
		return errBadInput
	}
	return nil
}

// printRead prints the stories that the articles tell.
func (s *storiesCommand) printRead(c *console, tracer *trace.Tracer, read []*isnad.Analysis, w *bufio.Writer) error {
	stories := slices.Values(s.traced(tracer, read))
	return ordered.Map(c.ctx, runtime.GOMAXPROCS(0), stories, func(f func() printedStory) printedStory { return f() }, func(p printedStory) error {
		if p.err != nil {
			return p.err
		}
		_, err := w.Write(p.text)
		return err
	})
}

// read analyses the articles. Of several under one identifier the last counts.
func (s *storiesCommand) read(c *console) (all []*isnad.Analysis, bad bool, err error) {
	reader, err := extract.New()
	if err != nil {
		return nil, false, fmt.Errorf("load the word lists: %w", err)
	}
	progress := newProgress(c.err, s.Quiet, s.Inputs)
	defer progress.end()
	type readPart struct {
		analyses []*isnad.Analysis
		problems []error
		read     int64
	}
	options := &source.Options{Stdin: c.in}
	at := make(map[string]int)
	err = ordered.Map(c.ctx, runtime.GOMAXPROCS(0), options.Parts(c.ctx, s.Inputs), func(p *source.Part) (out readPart) {
		out.read = p.Read
		for article, err := range p.Articles() {
			if problem, ok := errors.AsType[*source.Problem](err); ok && !problem.Note {
				out.problems = append(out.problems, problem)
			}
			if article == nil {
				continue
			}
			analysis, err := guard.Do(func() *isnad.Analysis { return reader.Analyze(article) })
			if err != nil {
				out.problems = append(out.problems, unreadProblem(p.File, article, err))
				continue
			}
			out.analyses = append(out.analyses, analysis)
		}
		return out
	}, func(p readPart) error {
		for _, problem := range p.problems {
			progress.clear()
			fmt.Fprintf(c.err, "isnad: %v\n", problem)
			bad = true
		}
		for _, a := range p.analyses {
			if a.Article.ID == "" {
				a.Article.ID = cmp.Or(a.Article.URL, fmt.Sprintf("%d", len(all)+1))
			}
			if i, there := at[a.Article.ID]; there {
				all[i] = a
				continue
			}
			at[a.Article.ID] = len(all)
			all = append(all, a)
		}
		progress.step(p.read, len(all))
		return nil
	})
	if err != nil {
		return nil, false, stopError(err)
	}
	return all, bad, nil
}

type printedStory struct {
	text []byte
	err  error
}

// traced gives for every story that is asked for the work of tracing and printing it.
func (s *storiesCommand) traced(tracer *trace.Tracer, read []*isnad.Analysis) []func() printedStory {
	of := make(map[string]*isnad.Analysis, len(read))
	for _, a := range read {
		of[a.Article.ID] = a
	}
	text := func(id string) string { return of[id].Text }
	var out []func() printedStory
	groups, recur := trace.Group(read)
	for _, g := range groups {
		if s.Format == "text" && len(g.Articles) < s.Least {
			continue
		}
		out = append(out, func() (p printedStory) {
			t := tracer.Story(g.ID, trace.NewDocuments(g.Articles), trace.Around{Elsewhere: trace.NewDocuments(g.Elsewhere), Recur: recur})
			if !s.asked(t) {
				return p
			}
			if s.Format == "jsonl" {
				p.text, p.err = t.AppendJSON(nil, text)
				p.text = append(p.text, '\n')
				return p
			}
			var b strings.Builder
			listStory(&b, store.Summarize(t))
			p.text = []byte(b.String())
			return p
		})
	}
	return out
}

// asked reports whether the story is one that the flags leave.
func (s *storiesCommand) asked(t *isnad.Trace) bool {
	return s.listed(store.Summarize(t)) && s.told(t)
}

// listed reports whether a summary shows the story to be one that the flags leave, but for words.
func (s *storiesCommand) listed(t *store.Summary) bool {
	if s.Since != "" && day(t.Last) < s.Since || s.Until != "" && day(t.First) > s.Until {
		return false
	}
	return s.Outlet == "" || slices.ContainsFunc(t.Outlets, func(name string) bool { return arabic.Fold(name) == arabic.Fold(s.Outlet) })
}

// told reports whether an article of the story has the words that are asked for.
func (s *storiesCommand) told(t *isnad.Trace) bool {
	return s.Words == "" || slices.ContainsFunc(t.Articles, func(a isnad.StoryArticle) bool { return hasWords(a.Title, s.Words) })
}

// hasWords reports whether a text has all the words, in any form.
func hasWords(text, words string) bool {
	has := stems(text)
	return !slices.ContainsFunc(stems(words), func(w string) bool { return !slices.Contains(has, w) })
}

func stems(text string) (out []string) {
	for _, tok := range arabic.Tokenize(nil, text) {
		if tok.Kind != arabic.Punct {
			out = append(out, arabic.Stem(tok.Norm))
		}
	}
	return out
}

func day(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// gradeMarks are the signs of the grades in the list, the best founded first.
var gradeMarks = []struct {
	grade isnad.Grade
	mark  string
}{
	{isnad.Corroborated, "●"}, {isnad.SingleOrigin, "◐"}, {isnad.UnnamedOrigin, "◌"}, {isnad.NoOrigin, "○"}, {isnad.Circular, "↻"}, {isnad.Disputed, "✗"},
}

// listStory prints a story in two lines, and one more where others became one with it.
func listStory(w io.Writer, t *store.Summary) {
	fmt.Fprintf(w, "%s  %s\n", t.ID, show.Clean(t.Title))
	days := cmp.Or(day(t.First), "undated")
	if last := day(t.Last); last != day(t.First) {
		days += " to " + last
	}
	fmt.Fprintf(w, "    %s · %s, %s, %s · %s", days, counted(int64(t.Articles), "article", "articles"), counted(int64(len(t.Outlets)), "outlet", "outlets"), counted(int64(t.Copies), "copy", "copies"), counted(int64(t.Cases), "case", "cases"))
	for _, g := range gradeMarks {
		if n := t.Grades[g.grade]; n > 0 {
			fmt.Fprintf(w, "  %s %d %s", g.mark, n, g.grade)
		}
	}
	if t.Untraced > 0 {
		fmt.Fprintf(w, "\n    %s beyond what is traced of a story: they count above, and stand in no case", counted(int64(t.Untraced), "article is", "articles are"))
	}
	for i, u := range t.Unions {
		switch i {
		case 0:
			fmt.Fprintf(w, "\n    became one with it: %s", u.ID)
		case mostUnions:
			fmt.Fprintf(w, " … and %d more", len(t.Unions)-i)
		default:
			if i < mostUnions {
				fmt.Fprintf(w, ", %s", u.ID)
			}
		}
	}
	for _, p := range t.Partings[max(0, len(t.Partings)-mostUnions):] {
		if p.ID == t.ID {
			fmt.Fprintf(w, "\n    parted from %s", p.From)
		} else {
			fmt.Fprintf(w, "\n    parted from it: %s", p.ID)
		}
	}
	fmt.Fprint(w, "\n\n")
}

// mostUnions is how many stories that became one with another, or parted from it, its lines name.
const mostUnions = 4
