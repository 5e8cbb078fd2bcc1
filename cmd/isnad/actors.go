package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"isnad/internal/ingest"
	"isnad/internal/show"
	"isnad/internal/store"
)

type actorsCommand struct {
	Words []string `arg:"" optional:"" help:"Only actors whose name, in some spelling, has all these words; or the identifier of one."`

	archiveFlag

	Format string `short:"f" enum:"text,jsonl" default:"text" help:"What to print: text, for people; jsonl, one actor a line."`
	Type   string `enum:",PER,ORG,GPE,FAC,LOC,EQP" default:"" help:"Only actors of this type: PER, ORG, GPE, FAC, LOC or EQP."`
	Limit  int    `default:"50" help:"How many actors to print, those that most articles name first."`
}

// Run lists the actors of the archive.
func (s *actorsCommand) Run(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		if err := ingest.JoinActors(c.ctx, a); err != nil {
			return interrupted(err)
		}
		all, err := s.find(c.ctx, a)
		if err != nil {
			return err
		}
		return written("", c.out, func(w *bufio.Writer) error {
			for _, x := range all {
				if err := s.print(w, x); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (s *actorsCommand) find(ctx context.Context, a *store.Archive) ([]*store.Actor, error) {
	words := strings.Join(s.Words, " ")
	if len(s.Words) == 1 {
		x, _, err := a.Actor(ctx, words)
		if err == nil {
			return []*store.Actor{x}, nil
		}
		if !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
	}
	return a.Actors(ctx, words, s.Type, 0, s.Limit)
}

func (s *actorsCommand) print(w *bufio.Writer, x *store.Actor) error {
	if s.Format == "jsonl" {
		line, err := json.Marshal(struct {
			ID       string `json:"id"`
			Type     string `json:"type"`
			Name     string `json:"name"`
			Articles int    `json:"articles"`
			store.ActorDetails
			State string `json:"state,omitempty"` // what joining knows is no one else's
		}{x.ID, string(x.Type), x.Name, x.Articles, x.ActorDetails, ""})
		if err != nil {
			return fmt.Errorf("write actor %s: %w", x.ID, err)
		}
		_, err = w.Write(append(line, '\n'))
		return err
	}
	fmt.Fprintf(w, "%s  %s", x.ID, show.Clean(x.Name))
	if x.Latin != "" {
		fmt.Fprintf(w, " · %s", show.Clean(x.Latin))
	}
	fmt.Fprintf(w, "\n    %s · %s · %s to %s", cmp.Or(x.KB, string(x.Type)), counted(int64(x.Articles), "article", "articles"), x.First.Format(time.DateOnly), x.Last.Format(time.DateOnly))
	listTimes(w, "also", x.Names[min(1, len(x.Names)):])
	listTimes(w, "role", x.Roles)
	_, err := fmt.Fprintln(w)
	return err
}

// timesShown is how many spellings and roles are listed.
const timesShown = 4

func listTimes(w *bufio.Writer, label string, list []store.Times) {
	for i, t := range list[:min(len(list), timesShown)] {
		sep := "; "
		if i == 0 {
			sep = "\n    " + label + ": "
		}
		fmt.Fprintf(w, "%s%s (%d)", sep, show.Clean(t.Name), t.N)
	}
}
