package web

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// who is an actor, and all that a person said is the same.
type who struct {
	*store.Actor
	numbers []int64 // of all of them
}

// actorID is what identifiers of actors look like. Names do not: they have no digits in Latin
// letters.
var actorID = regexp.MustCompile(`^a[0-9a-f]{12}$`)

// who finds the actor of an identifier, also of one that it had before; or else the one that most
// articles call by a name.
func (a *archive) who(ctx context.Context, name string) (who, error) {
	if !actorID.MatchString(name) {
		called, err := a.store.ActorsNamed(ctx, name, 1)
		if err != nil {
			return who{}, err
		}
		if len(called) == 0 {
			return who{}, fmt.Errorf("actor %q: %w", name, ErrNotFound)
		}
		name = called[0].ID
	}
	one, numbers, err := a.store.Actor(ctx, name)
	if err != nil {
		return who{}, err
	}
	return who{one, numbers}, nil
}

// entitiesOf are the entities of an article that are an actor.
func entitiesOf(c store.Cast, article string, actor int64) (ids []string) {
	for entity, is := range c[article] {
		if is == actor {
			ids = append(ids, entity)
		}
	}
	return ids
}

// seen are the readings of the articles of those numbers, in that order, with who is named in
// them.
func (a *archive) seen(ctx context.Context, numbers []int64) (read []*isnad.Analysis, cast store.Cast, err error) {
	readings, err := a.store.ReadingsByNumber(ctx, numbers)
	if err != nil {
		return nil, nil, err
	}
	at := make(map[int64]*isnad.Analysis, len(readings))
	ids := make([]string, len(readings))
	for i, r := range readings {
		at[r.Article.Number], ids[i] = r.Analysis, r.Article.ID
	}
	for _, n := range numbers {
		if r := at[n]; r != nil {
			read = append(read, r)
		}
	}
	cast, err = a.store.Cast(ctx, ids)
	return read, cast, err
}

// actorsOf gives the actors of those numbers.
func (a *archive) actorsOf(ctx context.Context, numbers []int64) (map[int64]*store.Actor, error) {
	all, err := a.store.ActorsByNumber(ctx, numbers)
	of := make(map[int64]*store.Actor, len(all))
	for _, x := range all {
		of[x.Number] = x
	}
	return of, err
}

// called is the name of an actor in the language of the page, where it has one.
func (w *words) called(x *store.Actor) string {
	return w.inLatin(clean(x.Name), clean(x.Latin), x.Type, x.KB != "")
}

// inLatin is a Latin name where the page is in English, if that is one that people know: that of a
// person may be spelt by rule, that of a body cannot be understood so.
func (w *words) inLatin(name, latin string, t isnad.EntityType, known bool) string {
	if w.lang == "en" && latin != "" && (known || t == isnad.PER) {
		return latin
	}
	return name
}

// isNone reports whether an error says that there is no such thing.
func isNone(err error) bool { return errors.Is(err, ErrNotFound) }

// actorsNamedIn gives the identifiers of the actors that the entities of an article are.
func (a *archive) actorsNamedIn(ctx context.Context, article string) (map[string]string, error) {
	cast, err := a.store.Cast(ctx, []string{article})
	if err != nil {
		return nil, err
	}
	actors, err := a.actorsOf(ctx, slices.Collect(maps.Values(cast[article])))
	if err != nil {
		return nil, err
	}
	ids := make(map[string]string)
	for entity, number := range cast[article] {
		if x := actors[number]; x != nil {
			ids[entity] = x.ID
		}
	}
	return ids, nil
}
