package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"isnad/arabic"
)

// Actor gives the actor of an identifier, also of one that it had before it became part of another, with those that a person said are the same, or
// ErrNotFound. Numbers are those of all of them.
func (a *Archive) Actor(ctx context.Context, id string) (*Actor, []int64, error) {
	x, err := one(a, ctx, "actor "+id, "SELECT "+actorColumns+" FROM actors a WHERE a.id = $1 OR a.number = (SELECT n.actor FROM actor_names n WHERE n.gone = $1)", scanActor, id)
	if err != nil {
		return nil, nil, err
	}
	head := cmp.Or(x.SameAs, x.Number)
	rows, err := a.read.QueryContext(ctx, "SELECT "+actorColumns+" FROM actors a WHERE a.number = $1 OR a.same_as = $1 ORDER BY a.number", head)
	var all []*Actor
	if err == nil {
		all, err = scanAll(rows, scanActor)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read actor %s: %w", id, a.explain(err))
	}
	return together(all, head), numbersOf(all), nil
}

func numbersOf(all []*Actor) []int64 {
	out := make([]int64, len(all))
	for i, x := range all {
		out[i] = x.Number
	}
	return out
}

// together adds up actors that are the same. Articles that name it under two of them count twice.
func together(all []*Actor, head int64) *Actor {
	at := slices.IndexFunc(all, func(x *Actor) bool { return x.Number == head })
	out := *all[at]
	for i, x := range all {
		if i == at {
			continue
		}
		out.Articles += x.Articles
		out.Names = addTimes(out.Names, x.Names)
		out.Roles = addTimes(out.Roles, x.Roles)
		out.KB, out.Latin = cmp.Or(out.KB, x.KB), cmp.Or(out.Latin, x.Latin)
		if x.First.Before(out.First) {
			out.First = x.First
		}
		if x.Last.After(out.Last) {
			out.Last = x.Last
		}
	}
	return &out
}

func addTimes(to, more []Times) []Times {
	to = slices.Clone(to)
	for _, m := range more {
		if at := slices.IndexFunc(to, func(t Times) bool { return t.Name == m.Name }); at >= 0 {
			to[at].N += m.N
			continue
		}
		to = append(to, m)
	}
	slices.SortStableFunc(to, func(x, y Times) int { return y.N - x.N })
	return to
}

// Actors gives the actors whose name, in some spelling, has all the words, those that most
// articles name first; empty words find all, an empty kind every type. Those that are the same as
// another are told of with it.
func (a *Archive) Actors(ctx context.Context, words, kind string, skip, limit int) ([]*Actor, error) {
	// With + 0 no index is used: that of same_as leads to nearly all actors one by one, that of
	// articles too where only words can tell whether an actor is wanted.
	where, order := []string{"a.same_as + 0 = 0"}, "a.articles"
	var args []any
	for w := range strings.FieldsSeq(arabic.Fold(words)) {
		order = "a.articles + 0"
		args = append(args, "%"+strings.NewReplacer("%", "", "_", "").Replace(strings.ToLower(w))+"%")
		n := len(args)
		where = append(where, fmt.Sprintf("(a.folded LIKE $%d OR a.number IN (SELECT b.same_as FROM actors b WHERE b.same_as > 0 AND b.folded LIKE $%d))", n, n))
	}
	if kind != "" {
		args = append(args, kind)
		where = append(where, fmt.Sprintf("a.type = $%d", len(args)))
	}
	args = append(args, limit, skip)
	query := fmt.Sprintf("SELECT %s FROM actors a WHERE %s ORDER BY %s DESC, a.number LIMIT $%d OFFSET $%d", actorColumns, strings.Join(where, " AND "), order, len(args)-1, len(args))
	rows, err := a.read.QueryContext(ctx, query, args...)
	var all []*Actor
	if err == nil {
		all, err = scanAll(rows, scanActor)
	}
	if err != nil {
		return nil, fmt.Errorf("look for actors: %w", a.explain(err))
	}
	return all, nil
}
