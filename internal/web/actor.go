package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"isnad"
	"isnad/arabic"
	"isnad/internal/store"
)

// actorView is the page of an actor.
type actorView struct {
	*page
	*actorFacts
	Network *circleOf
}

// actorFacts are what articles tell of an actor.
type actorFacts struct {
	Name, Latin    string
	Type           isnad.EntityType
	Articles       int
	Counted        int
	First, Last    string
	Roles          []roleLine
	SaidBy, SaidOf []saying
	Met            []counterpart
	Spellings      []named
	pairs          pairing
	called         []string // the name in all its spellings
}

// roleLine is a role with the days on which articles give it.
type roleLine struct {
	Role        string
	First, Last string
	Articles    int
}

// saying is a claim of an actor, or about it.
type saying struct {
	Article isnad.Article
	Claim   *isnad.Claim
	Words   string
}

// counterpart is another actor with what happened between the two.
type counterpart struct {
	Name   string
	Events []named // types of event with their number
	Count  int
}

// sayingsShown is how many claims by or about an actor are shown.
const sayingsShown = 8

func (s *Server) actor(p *page, r *http.Request) (templ.Component, error) {
	facts, err := s.actorFacts(r.Context(), r.PathValue("name"))
	if err != nil {
		return nil, err
	}
	p.title = clean(facts.Name)
	p.feed = p.url("actor", facts.Name, "atom")
	v := &actorView{p, facts, drawNetwork(facts.Name, facts.Met, facts.pairs, p.rtl())}
	return v.body(), nil
}

func (s *Server) actorFacts(ctx context.Context, name string) (*actorFacts, error) {
	spellings, name, err := s.archive.spellings(ctx, name)
	if err != nil {
		return nil, err
	}
	found, err := s.archive.Find(ctx, asking{Actor: name, Limit: counted})
	if err != nil {
		return nil, fmt.Errorf("articles that name %q: %w", name, err)
	}
	if found.Total == 0 {
		return nil, fmt.Errorf("actor %q: %w", name, ErrNotFound)
	}
	f := &actorFacts{Name: name, called: spellings, Articles: found.Total, Counted: len(found.Hits), pairs: make(pairing)}
	for _, a := range found.Hits {
		f.read(a.Analysis)
	}
	slices.SortStableFunc(f.Roles, func(a, b roleLine) int { return cmp.Compare(b.Articles, a.Articles) })
	f.Roles = f.Roles[:min(len(f.Roles), mostNamed)]
	slices.SortStableFunc(f.Roles, func(a, b roleLine) int { return cmp.Compare(b.Last, a.Last) })
	slices.SortStableFunc(f.Met, func(a, b counterpart) int { return cmp.Compare(b.Count, a.Count) })
	f.Met = f.Met[:min(len(f.Met), mostNamed)]
	f.Spellings = foremost(f.Spellings)
	return f, nil
}

// read adds what one article tells of the actor. Articles come the newest first.
func (v *actorFacts) read(a *isnad.Analysis) {
	told := a.Article.Published
	if v.Last == "" {
		v.Last = told
	}
	v.First = told
	ids := entitiesOf(a, v.called...)
	for _, e := range a.Entities {
		if !slices.Contains(ids, e.ID) {
			continue
		}
		v.Type = e.Type
		if v.Latin == "" {
			v.Latin = e.NameLatin
		}
		for _, role := range e.Roles {
			v.role(role, told)
		}
	}
	for _, m := range a.Mentions {
		if slices.Contains(ids, m.Entity) && m.Form == "named" {
			v.Spellings = add(v.Spellings, clean(m.Span.In(a.Text)), "")
		}
	}
	v.pairs.count(a)
	v.sayings(a, ids)
	v.events(a, ids)
}

func (v *actorFacts) role(role, told string) {
	at := slices.IndexFunc(v.Roles, func(r roleLine) bool { return arabic.Fold(r.Role) == arabic.Fold(role) })
	if at < 0 {
		at = len(v.Roles)
		v.Roles = append(v.Roles, roleLine{Role: role, Last: told})
	}
	v.Roles[at].First = told
	v.Roles[at].Articles++
}

func (v *actorFacts) sayings(a *isnad.Analysis, ids []string) {
	folded := arabic.Fold(v.Name)
	for i := range a.Claims {
		c := &a.Claims[i]
		say := saying{Article: a.Article, Claim: c, Words: shortened(clean(wordsOf(c.Content, a.Text)), 200)}
		switch {
		case slices.ContainsFunc(c.Sources, func(l isnad.Link) bool {
			return l.Entity != "" && slices.Contains(ids, l.Entity) || arabic.Fold(l.Name) == folded
		}):
			if len(v.SaidBy) < sayingsShown {
				v.SaidBy = append(v.SaidBy, say)
			}
		case len(v.SaidOf) < sayingsShown && mentioned(a, c, ids):
			v.SaidOf = append(v.SaidOf, say)
		}
	}
}

// mentioned reports whether a claim's content names one of the entities.
func mentioned(a *isnad.Analysis, c *isnad.Claim, ids []string) bool {
	return slices.ContainsFunc(a.Mentions, func(m isnad.Mention) bool {
		return slices.Contains(ids, m.Entity) && slices.ContainsFunc(c.Content, func(s isnad.Span) bool { return s.Contains(m.Span) })
	})
}

// events counts what happened between the actor and others, by counterpart and type.
func (v *actorFacts) events(a *isnad.Analysis, ids []string) {
	for _, e := range a.Events {
		parties := slices.Concat(e.Actors, e.Recipients)
		if !slices.ContainsFunc(parties, func(id string) bool { return slices.Contains(ids, id) }) {
			continue
		}
		for _, other := range a.Entities {
			if !isActor(other.Type) || !slices.Contains(parties, other.ID) || slices.Contains(ids, other.ID) {
				continue
			}
			at := slices.IndexFunc(v.Met, func(m counterpart) bool { return arabic.Fold(m.Name) == arabic.Fold(other.Name) })
			if at < 0 {
				at = len(v.Met)
				v.Met = append(v.Met, counterpart{Name: other.Name})
			}
			v.Met[at].Events = add(v.Met[at].Events, e.Type, "")
			v.Met[at].Count++
		}
	}
}

// entitiesOf are the entities of an article that have one of the names.
func entitiesOf(a *isnad.Analysis, names ...string) (ids []string) {
	for _, e := range a.Entities {
		if slices.ContainsFunc(names, func(name string) bool { return arabic.Fold(e.Name) == arabic.Fold(name) }) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// spellings are the names under which articles tell of the one who is called so, or who has that
// identifier, and the name to show.
func (a *archive) spellings(ctx context.Context, name string) (all []string, shown string, err error) {
	one, _, err := a.store.Actor(ctx, name)
	if err == nil {
		all, shown = []string{one.Name}, one.Name
	} else if errors.Is(err, store.ErrNotFound) {
		var found []*store.Actor
		all, shown = []string{name}, name
		if found, err = a.store.ActorsNamed(ctx, name, 1); len(found) > 0 {
			one = found[0]
		}
	}
	if err != nil {
		return nil, "", fmt.Errorf("spellings of %q: %w", name, err)
	}
	if one != nil {
		for _, n := range one.Names {
			if strings.Contains(n.Name, " ") {
				all = append(all, n.Name)
			}
		}
	}
	return all, shown, nil
}
