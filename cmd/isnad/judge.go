package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/user"
	"strings"
	"time"

	"isnad"
	"isnad/internal/show"
	"isnad/internal/store"
)

type judgeCommand struct {
	Same      judgeSame      `cmd:"" help:"Say that two actors are the same."`
	Different judgeDifferent `cmd:"" help:"Say that two actors are not the same, or that an article names somebody else than this actor."`
	Right     judgeRight     `cmd:"" help:"Say that a claim was read right."`
	Wrong     judgeWrong     `cmd:"" help:"Say that a claim was read wrong: it counts no more in cases."`
	List      judgeList      `cmd:"" help:"List the judgements, the newest first."`
	Undo      judgeUndo      `cmd:"" help:"Take a judgement back."`
}

// judging is what all judgements share.
type judging struct {
	archiveFlag

	By string `placeholder:"NAME" help:"Who says so (default: the user's name)."`
}

// keep keeps a judgement with who says so and when.
func (j *judging) keep(c *console, a *store.Archive, said store.Judgement) error {
	said.By, said.At = j.By, time.Now()
	if said.By == "" {
		if u, err := user.Current(); err == nil {
			said.By = u.Username
		}
	}
	return a.Judge(c.ctx, said)
}

type judgeSame struct {
	judging
	First  string `arg:"" help:"Identifier of an actor, as isnad actors prints it."`
	Second string `arg:"" help:"Identifier of another."`
}

// Run keeps that two actors are the same.
func (j *judgeSame) Run(c *console) error { return j.pair(c, j.First, j.Second, store.SameThing) }

type judgeDifferent struct {
	judging
	First  string `arg:"" help:"Identifier of an actor, as isnad actors prints it."`
	Second string `arg:"" help:"Identifier of another, or of an article that names somebody else."`
}

// Run keeps that two actors are different, or that an article does not name one.
func (j *judgeDifferent) Run(c *console) error {
	return j.pair(c, j.First, j.Second, store.OtherThing)
}

func (j *judging) pair(c *console, first, second string, verdict store.Verdict) error {
	return j.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		one, _, err := a.Actor(c.ctx, first)
		if err != nil {
			return noSuch(err, "actor", first)
		}
		said := store.Judgement{About: store.TwoActors, Article: first, Title: one.Name, Claim: second, Verdict: verdict}
		other, _, err := a.Actor(c.ctx, second)
		switch {
		case err == nil && first == second:
			return badInput{fmt.Errorf("both are %s", first)}
		case err == nil:
			said.Content = other.Name
		case errors.Is(err, store.ErrNotFound) && verdict == store.OtherThing:
			x, err := a.Article(c.ctx, second)
			if err != nil {
				return noSuch(err, "actor or article", second)
			}
			said.About, said.Content, said.Claim = store.InArticle, x.Title, x.ID
		default:
			return noSuch(err, "actor", second)
		}
		return j.keep(c, a, said)
	})
}

// noSuch makes what is not in the archive a mistake of who named it.
func noSuch(err error, what, name string) error {
	if errors.Is(err, store.ErrNotFound) {
		return badInput{fmt.Errorf("the archive has no %s %q", what, name)}
	}
	return err
}

// readingArg names the reading of a claim.
type readingArg struct {
	Article string `arg:"" help:"Identifier of an article."`
	Claim   string `arg:"" help:"Identifier of the claim in it, as isnad trace --format json prints it: c3."`
}

type judgeRight struct {
	judging
	readingArg
}

// Run keeps that a claim was read right.
func (j *judgeRight) Run(c *console) error { return j.reading(c, j.readingArg, store.Right) }

type judgeWrong struct {
	judging
	readingArg
}

// Run keeps that a claim was read wrong.
func (j *judgeWrong) Run(c *console) error { return j.reading(c, j.readingArg, store.Wrong) }

func (j *judging) reading(c *console, of readingArg, verdict store.Verdict) error {
	return j.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		r, err := a.Reading(c.ctx, of.Article)
		if err != nil {
			return noSuch(err, "article", of.Article)
		}
		for i := range r.Analysis.Claims {
			if claim := &r.Analysis.Claims[i]; claim.ID == of.Claim {
				return j.keep(c, a, store.ReadingJudged(r.Analysis, claim, verdict))
			}
		}
		return badInput{fmt.Errorf("article %s has no claim %q; it has %s", of.Article, of.Claim, claimNames(r.Analysis))}
	})
}

func claimNames(a *isnad.Analysis) string {
	var names []string
	for i := range a.Claims {
		names = append(names, a.Claims[i].ID)
	}
	return cmp.Or(strings.Join(names, ", "), "none")
}

type judgeList struct {
	archiveFlag
	Limit int `default:"50" help:"How many to print."`
}

// Run lists the judgements.
func (j *judgeList) Run(c *console) error {
	return j.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		all, err := a.Judgements(c.ctx, 0, j.Limit)
		if err != nil {
			return err
		}
		return written("", c.out, func(w *bufio.Writer) error {
			for i := range all {
				listJudgement(w, &all[i])
			}
			return nil
		})
	})
}

func listJudgement(w *bufio.Writer, j *store.Judgement) {
	fmt.Fprintf(w, "%4d  %s  %s  %s  ", j.Number, j.At.Format(time.DateTime), j.Verdict, show.Clean(cmp.Or(j.By, "?")))
	if j.About == store.AReading {
		fmt.Fprintf(w, "%s %s: %s: %s", j.Article, j.Claim, show.Clean(j.Chain), show.Clean(j.Content))
	} else {
		fmt.Fprintf(w, "%s %s, %s %s", j.Article, show.Clean(j.Title), j.Claim, show.Clean(j.Content))
	}
	if !j.Undone.IsZero() {
		fmt.Fprintf(w, "  (taken back %s)", j.Undone.Format(time.DateTime))
	}
	fmt.Fprintln(w)
}

type judgeUndo struct {
	archiveFlag
	Number int64 `arg:"" help:"Number of the judgement, as isnad judge list prints it."`
}

// Run takes a judgement back.
func (j *judgeUndo) Run(c *console) error {
	return j.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		return undone(c.ctx, a, j.Number)
	})
}

func undone(ctx context.Context, a *store.Archive, number int64) error {
	err := a.Undo(ctx, number, time.Now())
	if errors.Is(err, store.ErrNotFound) {
		return badInput{fmt.Errorf("no judgement %d stands", number)}
	}
	return err
}
