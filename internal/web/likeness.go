package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/a-h/templ"

	"isnad/internal/store"
)

// likeness is an actor that has a name like another's, and what a person said of the two.
type likeness struct {
	*store.Actor
	Judged *store.Judgement // nil where nobody said anything
}

// alikeShown is how many actors with a like name are offered for judgement.
const alikeShown = 5

// alike lists those that somebody said are the same as an actor or are not, then others with a
// like name.
func (s *Server) alike(ctx context.Context, is who) ([]likeness, error) {
	said, err := s.Archive.Standing(ctx, store.TwoActors)
	if err != nil {
		return nil, err
	}
	own, err := s.archive.actorsOf(ctx, is.numbers)
	if err != nil {
		return nil, err
	}
	ids := make(map[string]bool)
	for _, x := range own {
		ids[x.ID] = true
	}
	var all []likeness
	for i := range said {
		j := &said[i]
		if !ids[j.Article] && !ids[j.Claim] {
			continue
		}
		other := j.Claim
		if other == is.ID || ids[j.Claim] && !ids[j.Article] {
			other = j.Article
		}
		x, _, err := s.Archive.Actor(ctx, other)
		if isNone(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if j.Verdict == store.SameThing { // under its own name, not that of both together
			for _, o := range own {
				if o.ID == other {
					x = o
				}
			}
		}
		all = append(all, likeness{x, j})
	}
	more, err := s.Archive.ActorsAlike(ctx, is.numbers, alikeShown+len(all))
	if err != nil {
		return nil, err
	}
	offered := 0
	for _, x := range more {
		known := slices.ContainsFunc(all, func(l likeness) bool { return l.ID == x.ID })
		if offered < alikeShown && !known && x.Type == is.Type {
			offered++
			all = append(all, likeness{Actor: x})
		}
	}
	return all, nil
}

// judgeActors keeps what a form says of two actors, or of an actor and an article that seems to
// name it.
func (s *Server) judgeActors(p *page, r *http.Request) (templ.SafeURL, error) {
	first, verdict := r.PostFormValue("actor"), store.Verdict(r.PostFormValue("verdict"))
	if article := r.PostFormValue("article"); article != "" {
		if err := s.keepApart(r, first, article); err != nil {
			return "", err
		}
		return p.at("actors", "article", article), nil
	}
	if err := s.keepPair(r, first, r.PostFormValue("other"), verdict); err != nil {
		return "", err
	}
	return p.at("alike", "actor", first), nil
}

// keepPair keeps that two actors are the same, or that they are not.
func (s *Server) keepPair(r *http.Request, first, second string, verdict store.Verdict) error {
	if err := allowed(r, store.Analyst); err != nil {
		return err
	}
	if verdict != store.SameThing && verdict != store.OtherThing || first == second {
		return &problem{status: http.StatusBadRequest, key: "error.form"}
	}
	one, _, err := s.Archive.Actor(r.Context(), first)
	if err != nil {
		return err
	}
	other, _, err := s.Archive.Actor(r.Context(), second)
	if err != nil {
		return err
	}
	return s.keep(r, store.Judgement{About: store.TwoActors, Article: first, Title: one.Name, Claim: second, Content: other.Name, Verdict: verdict})
}

// keepApart keeps that an article names somebody else than the actor that it was joined to.
func (s *Server) keepApart(r *http.Request, actor, article string) error {
	if err := allowed(r, store.Analyst); err != nil {
		return err
	}
	one, _, err := s.Archive.Actor(r.Context(), actor)
	if err != nil {
		return err
	}
	x, err := s.Archive.Article(r.Context(), article)
	if err != nil {
		return err
	}
	return s.keep(r, store.Judgement{About: store.InArticle, Article: actor, Title: one.Name, Claim: x.ID, Content: x.Title, Verdict: store.OtherThing})
}

// keep keeps a judgement on actors with who makes it and when.
func (s *Server) keep(r *http.Request, j store.Judgement) error {
	j.By, j.At = visitorOf(r.Context()).name, time.Now()
	if err := s.Archive.Judge(r.Context(), j); err != nil {
		return fmt.Errorf("judge %s and %s: %w", j.Article, j.Claim, err)
	}
	s.record(r, j.By, "judged "+string(j.Verdict), j.Article+" "+j.Claim)
	return nil
}
