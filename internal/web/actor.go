package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/a-h/templ"

	"isnad"
	"isnad/arabic"
	"isnad/internal/store"
)

// actorView is the page of an actor.
type actorView struct {
	*page
	*actorFacts
	Network  *circleOf
	CanJudge bool
}

// actorFacts are what articles tell of an actor. Its name, its spellings and how many articles
// name it are counted over all of them; the rest over the newest.
type actorFacts struct {
	who
	Total          int // articles that name it
	Counted        int // the newest of them, which were read
	First, Last    string
	Roles          []roleLine
	SaidBy, SaidOf []saying
	Met            []counterpart
	Others         []likeness
	pairs          pairing
	cast           store.Cast
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
	*store.Actor
	Events []named // types of event with their number
	Count  int
	number int64
}

// sayingsShown is how many claims by or about an actor are shown.
const sayingsShown = 8

func (s *Server) actor(p *page, r *http.Request) (templ.Component, error) {
	facts, err := s.actorFacts(r.Context(), r.PathValue("name"))
	if err != nil {
		return nil, err
	}
	p.title = p.called(facts.Actor)
	p.feed = p.url("actor", facts.ID, "atom")
	v := &actorView{p, facts, p.drawNetwork(facts), p.user.may(store.Analyst)}
	return v.body(), nil
}

func (s *Server) actorFacts(ctx context.Context, name string) (*actorFacts, error) {
	who, err := s.archive.who(ctx, name)
	if err != nil {
		return nil, err
	}
	found, err := s.archive.store.ActorSeen(ctx, who.numbers, counted)
	if err != nil {
		return nil, err
	}
	f := &actorFacts{who: who, Total: found.Total, pairs: make(pairing), First: who.First.Format(time.RFC3339), Last: who.Last.Format(time.RFC3339)}
	read, cast, err := s.archive.seen(ctx, found.Newest)
	if err != nil {
		return nil, fmt.Errorf("articles that name %q: %w", name, err)
	}
	f.Counted, f.cast = len(read), cast
	for _, a := range read {
		f.read(a)
	}
	slices.SortStableFunc(f.Roles, func(a, b roleLine) int { return cmp.Compare(b.Articles, a.Articles) })
	f.Roles = f.Roles[:min(len(f.Roles), mostNamed)]
	slices.SortStableFunc(f.Roles, func(a, b roleLine) int { return cmp.Compare(b.Last, a.Last) })
	if err := s.meet(ctx, f); err != nil {
		return nil, err
	}
	f.Others, err = s.alike(ctx, who)
	return f, err
}

// meet keeps those whom the actor had most to do with, and finds who they are.
func (s *Server) meet(ctx context.Context, f *actorFacts) error {
	slices.SortStableFunc(f.Met, func(a, b counterpart) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.number, b.number))
	})
	f.Met = f.Met[:min(len(f.Met), mostNamed)]
	numbers := make([]int64, len(f.Met))
	for i, m := range f.Met {
		numbers[i] = m.number
	}
	actors, err := s.archive.actorsOf(ctx, numbers)
	if err != nil {
		return err
	}
	for i := range f.Met {
		f.Met[i].Actor = actors[f.Met[i].number]
	}
	f.Met = slices.DeleteFunc(f.Met, func(m counterpart) bool { return m.Actor == nil }) // gone in between
	return nil
}

// read adds what one article tells of the actor. Articles come the newest first.
func (f *actorFacts) read(a *isnad.Analysis) {
	ids := entitiesOf(f.cast, a.Article.ID, f.Number)
	for _, e := range a.Entities {
		if slices.Contains(ids, e.ID) {
			for _, role := range e.Roles {
				f.role(role, a.Article.Published)
			}
		}
	}
	f.pairs.count(a, f.cast[a.Article.ID])
	f.sayings(a, ids)
	f.events(a, ids)
}

func (f *actorFacts) role(role, told string) {
	folded := arabic.Fold(role)
	at := slices.IndexFunc(f.Roles, func(r roleLine) bool { return arabic.Fold(r.Role) == folded })
	if at < 0 {
		at = len(f.Roles)
		f.Roles = append(f.Roles, roleLine{Role: clean(role), First: told, Last: told})
	}
	f.Roles[at].Articles++
	f.Roles[at].First = min(f.Roles[at].First, told)
	f.Roles[at].Last = max(f.Roles[at].Last, told)
}

func (f *actorFacts) sayings(a *isnad.Analysis, ids []string) {
	for i := range a.Claims {
		c := &a.Claims[i]
		by := slices.ContainsFunc(c.Sources, func(l isnad.Link) bool { return l.Entity != "" && slices.Contains(ids, l.Entity) })
		if by && len(f.SaidBy) == sayingsShown || !by && (len(f.SaidOf) == sayingsShown || !mentioned(a, c, ids)) {
			continue
		}
		say := saying{Article: a.Article, Claim: c, Words: shortened(clean(wordsOf(c.Content, a.Text)), 200)}
		if by {
			f.SaidBy = append(f.SaidBy, say)
		} else {
			f.SaidOf = append(f.SaidOf, say)
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
func (f *actorFacts) events(a *isnad.Analysis, ids []string) {
	for _, e := range a.Events {
		parties := slices.Concat(e.Actors, e.Recipients)
		if !slices.ContainsFunc(parties, func(id string) bool { return slices.Contains(ids, id) }) {
			continue
		}
		var met []int64
		for _, other := range a.Entities {
			is := f.cast[a.Article.ID][other.ID]
			if is == 0 || is == f.Number || !isActor(other.Type) || !slices.Contains(parties, other.ID) || slices.Contains(met, is) {
				continue
			}
			met = append(met, is)
			at := slices.IndexFunc(f.Met, func(m counterpart) bool { return m.number == is })
			if at < 0 {
				at = len(f.Met)
				f.Met = append(f.Met, counterpart{number: is})
			}
			f.Met[at].Events = add(f.Met[at].Events, e.Type, "")
			f.Met[at].Count++
		}
	}
}
