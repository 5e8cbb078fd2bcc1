package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"isnad/arabic"
)

// longestSpelling is the most bytes of a name that an actor is found by as a whole.
const longestSpelling = 400

// spellingsOf are the names of an actor as they are looked for.
func spellingsOf(a *Actor) []string {
	all := make([]string, 0, len(a.Names)+1)
	for _, n := range a.Names {
		all = append(all, arabic.Fold(n.Name))
	}
	return append(all, strings.ToLower(a.Latin))
}

// foldedNames are the spellings of an actor as their parts are searched, each behind a bar.
func foldedNames(a *Actor) string { return "|" + strings.Join(spellingsOf(a), "|") }

// spell makes actors findable by their whole names, instead of those that they had before.
func (tx *Tx) spell(ctx context.Context, all []*Actor) error {
	var rows [][]any
	for some := range slices.Chunk(all, maxParams) {
		numbers := make([]any, len(some))
		for i, a := range some {
			numbers[i] = a.Number
			names := spellingsOf(a)
			slices.Sort(names)
			for _, n := range slices.Compact(names) {
				if n != "" && len(n) <= longestSpelling {
					rows = append(rows, []any{n, a.Number})
				}
			}
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM actor_spellings WHERE actor IN "+placeholders(tx.engine(), 1, len(numbers)), numbers...); err != nil {
			return fmt.Errorf("forget the names of actors: %w", err)
		}
	}
	return tx.Insert(ctx, "INSERT INTO actor_spellings (name, actor)", rows, "")
}

// ActorsNamed gives the actors that articles call by exactly that name, those that most articles
// call so first; where there are none, those that are called so but for its spelling in folding,
// or so in Latin letters. Those that are the same as another are told of with it.
func (a *Archive) ActorsNamed(ctx context.Context, name string, limit int) ([]*Actor, error) {
	if all, err := a.ActorsSpelled(ctx, name, limit); err != nil || len(all) > 0 {
		return all, err
	}
	rows, err := a.read.QueryContext(ctx, "SELECT "+actorColumns+` FROM actors a WHERE a.number IN (
		SELECT CASE WHEN x.same_as = 0 THEN x.number ELSE x.same_as END
		FROM actor_spellings s JOIN actors x ON x.number = s.actor WHERE s.name IN ($1, $2)
	) ORDER BY a.articles DESC, a.number LIMIT $3`, arabic.Fold(name), strings.ToLower(name), limit)
	var all []*Actor
	if err == nil {
		all, err = scanAll(rows, scanActor)
	}
	if err != nil {
		return nil, fmt.Errorf("look for actors named %s: %w", name, a.explain(err))
	}
	return all, nil
}
