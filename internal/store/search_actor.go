package store

import (
	"context"
	"errors"
	"slices"
	"strings"

	"isnad/internal/query"
)

// mostSpellings bounds under how many names an actor is looked for, and mostNamesakes how many
// actors of a name.
const (
	mostSpellings = 8
	mostNamesakes = 4
)

// spelled is a query in which an actor is looked for under all spellings that articles give its
// name, or those of the actor of an identifier.
func (a *Archive) spelled(ctx context.Context, q *query.Query) (*query.Query, error) {
	root, err := a.spelledNode(ctx, q.Root)
	if err != nil {
		return nil, err
	}
	out := *q
	out.Root = root
	return &out, nil
}

func (a *Archive) spelledNode(ctx context.Context, n query.Node) (query.Node, error) {
	switch n := n.(type) {
	case query.And:
		all, err := a.spelledNodes(ctx, n)
		return query.And(all), err
	case query.Or:
		all, err := a.spelledNodes(ctx, n)
		return query.Or(all), err
	case query.Not:
		inner, err := a.spelledNode(ctx, n.Node)
		n.Node = inner
		return n, err
	case query.Words:
		if n.Field == query.Actor {
			return a.spellings(ctx, n)
		}
	}
	return n, nil
}

func (a *Archive) spelledNodes(ctx context.Context, nodes []query.Node) ([]query.Node, error) {
	out := make([]query.Node, len(nodes))
	for i, n := range nodes {
		var err error
		if out[i], err = a.spelledNode(ctx, n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// spellings is the words, or any other name that articles give to who is called so.
func (a *Archive) spellings(ctx context.Context, n query.Words) (query.Node, error) {
	name := strings.Join(n.Words, " ")
	one, _, err := a.Actor(ctx, name)
	found := []*Actor{one}
	all := query.Or{}
	if errors.Is(err, ErrNotFound) {
		all = append(all, n)
		found, err = a.ActorsNamed(ctx, name, mostNamesakes)
	}
	if err != nil {
		return nil, err
	}
	for _, x := range found {
		for _, t := range x.Names {
			words := strings.Fields(t.Name)
			again := slices.ContainsFunc(all, func(o query.Node) bool { return slices.Equal(o.(query.Words).Words, words) })
			if len(all) < mostSpellings && len(words) > 1 && !again {
				all = append(all, query.Words{Span: n.Span, Field: query.Actor, Words: words, Phrase: true})
			}
		}
	}
	if len(all) < 2 {
		return append(all, n)[0], nil
	}
	return all, nil
}
