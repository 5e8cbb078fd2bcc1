package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

// Seen is where actors are named: the newest articles, by their numbers, and how many there are.
type Seen struct {
	Newest []int64
	Total  int
}

// ActorSeen gives the newest articles that name one of the actors, at most so many.
func (a *Archive) ActorSeen(ctx context.Context, actors []int64, limit int) (Seen, error) {
	return a.seen(ctx, limit, actors)
}

// SeenTogether gives the newest articles that name one of some actors and one of others.
func (a *Archive) SeenTogether(ctx context.Context, some, others []int64, limit int) (Seen, error) {
	return a.seen(ctx, limit, some, others)
}

// seen gives the newest articles that name one of each set of actors. The index of sightings
// holds all that is asked of it.
func (a *Archive) seen(ctx context.Context, limit int, sets ...[]int64) (s Seen, err error) {
	var args []any
	var each []string
	for _, set := range sets {
		in := make([]string, len(set))
		for i, n := range set {
			args = append(args, n)
			in[i] = "$" + strconv.Itoa(len(args))
		}
		each = append(each, "SELECT article FROM actor_sightings WHERE actor IN ("+strings.Join(in, ", ")+")")
	}
	articles := strings.Join(each, " INTERSECT ")
	if len(sets) == 1 {
		articles = strings.Replace(articles, "SELECT", "SELECT DISTINCT", 1)
	}
	if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM ("+articles+") named", args...).Scan(&s.Total); err != nil {
		return s, fmt.Errorf("count the articles that name an actor: %w", a.explain(err))
	}
	args = append(args, limit)
	rows, err := a.read.QueryContext(ctx, "SELECT x.number FROM ("+articles+") named JOIN articles x ON x.number = named.article ORDER BY x.time DESC, x.number DESC LIMIT $"+strconv.Itoa(len(args)), args...)
	if err == nil {
		s.Newest, err = scanAll(rows, func(rows *sql.Rows) (n int64, err error) { return n, rows.Scan(&n) })
	}
	if err != nil {
		return s, fmt.Errorf("look for articles that name an actor: %w", a.explain(err))
	}
	return s, nil
}

// ActorsAlike gives actors that have something of their names in common with these and that
// nobody said are the same, those that have most first; of as much, those that most articles name.
func (a *Archive) ActorsAlike(ctx context.Context, actors []int64, limit int) ([]*Actor, error) {
	var args []any
	in := func(numbers []int64) string {
		list := make([]string, len(numbers))
		for i, n := range numbers {
			args = append(args, n)
			list[i] = "$" + strconv.Itoa(len(args))
		}
		return "(" + strings.Join(list, ", ") + ")"
	}
	query := "SELECT " + actorColumns + ` FROM actors a JOIN (SELECT o.actor AS actor, count(*) AS shared FROM actor_keys k JOIN actor_keys o ON o.key = k.key
		WHERE k.actor IN ` + in(actors) + " AND o.actor NOT IN " + in(actors) + " GROUP BY o.actor) alike ON alike.actor = a.number WHERE a.same_as = 0"
	args = append(args, limit)
	rows, err := a.read.QueryContext(ctx, query+" ORDER BY alike.shared DESC, a.articles DESC, a.number LIMIT $"+strconv.Itoa(len(args)), args...)
	var all []*Actor
	if err == nil {
		all, err = scanAll(rows, scanActor)
	}
	if err != nil {
		return nil, fmt.Errorf("look for actors with a like name: %w", a.explain(err))
	}
	return all, nil
}

// ActorsSpelled gives the actors that articles call by exactly that name, those that are the same
// once.
func (a *Archive) ActorsSpelled(ctx context.Context, name string, limit int) ([]*Actor, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT "+actorColumns+` FROM actors a JOIN (SELECT CASE WHEN o.same_as = 0 THEN o.number ELSE o.same_as END AS head, count(*) AS times
		FROM actor_sightings s JOIN actors o ON o.number = s.actor WHERE s.name = $1 GROUP BY 1) called ON called.head = a.number
		ORDER BY called.times DESC, a.articles DESC, a.number LIMIT $2`, name, limit)
	var all []*Actor
	if err == nil {
		all, err = scanAll(rows, scanActor)
	}
	if err != nil {
		return nil, fmt.Errorf("look for actors called %q: %w", name, a.explain(err))
	}
	return all, nil
}

// Cast is who is named in articles: by the identifier of an article and of an entity of its
// reading, the number of the actor, or of the one that a person said it is the same as.
type Cast map[string]map[string]int64

// Cast gives who is named in articles. Those whose actors are not joined yet are not in it.
func (a *Archive) Cast(ctx context.Context, articles []string) (Cast, error) {
	cast := make(Cast, len(articles))
	_, err := queryIn(ctx, a.reading(), `SELECT x.id, s.entity, CASE WHEN o.same_as = 0 THEN o.number ELSE o.same_as END
		FROM articles x JOIN actor_sightings s ON s.article = x.number JOIN actors o ON o.number = s.actor WHERE x.id IN %s`, articles, func(rows *sql.Rows) (none struct{}, err error) {
		var article, entity string
		var actor int64
		if err := rows.Scan(&article, &entity, &actor); err != nil {
			return none, err
		}
		if cast[article] == nil {
			cast[article] = make(map[string]int64)
		}
		cast[article][entity] = actor
		return none, nil
	})
	if err != nil {
		return nil, fmt.Errorf("read who is named in articles: %w", a.explain(err))
	}
	return cast, nil
}

// ReadingsByID gives the readings of the articles of those identifiers, by number; those that there
// are none of are left out.
func (a *Archive) ReadingsByID(ctx context.Context, ids []string) ([]*Reading, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+readingColumns+"WHERE a.id IN %s ORDER BY a.number", ids, scanReading)
	if err != nil {
		return nil, fmt.Errorf("read analyses: %w", a.explain(err))
	}
	return all, nil
}
