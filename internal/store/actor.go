package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
)

// Times is a name or a role with how many articles give it.
type Times struct {
	Name string `json:"name"`
	N    int    `json:"n"`
}

// Actor is somebody, or something, that articles of the archive name.
type Actor struct {
	Number   int64
	ID       string // stays as articles come
	Type     isnad.EntityType
	Name     string
	Articles int
	ActorDetails
	SameAs int64 // number of the one that a person said it is the same as; 0 if none
}

// ActorDetails is what is kept of an actor and never asked for by itself.
type ActorDetails struct {
	Latin string    `json:"latin,omitempty"`
	KB    string    `json:"kb,omitempty"` // Wikidata identifier or country code
	First time.Time `json:"first"`        // of the articles that name it
	Last  time.Time `json:"last"`
	Names []Times   `json:"names"` // spellings, the most frequent first
	Roles []Times   `json:"roles,omitempty"`
	State []byte    `json:"state"` // what joining knows it by
}

const actorColumns = "a.number, a.id, a.type, a.name, a.articles, a.state, a.same_as"

func scanActor(rows *sql.Rows) (*Actor, error) {
	a := new(Actor)
	var state []byte
	if err := rows.Scan(&a.Number, &a.ID, &a.Type, &a.Name, &a.Articles, &state, &a.SameAs); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(state, &a.ActorDetails); err != nil {
		return nil, fmt.Errorf("%w: actor %s: %w", ErrDamaged, a.ID, err)
	}
	return a, nil
}

// ActorKey is what an actor is found by when sightings are joined.
type ActorKey struct {
	Key   uint64
	Actor int64
}

// Joining is how far joining of actors has come.
type Joining struct {
	Turn        int64  // how often some were joined
	Last        int64  // number of the last article whose actors were joined
	Frequencies []byte // of what articles name; nil at first
}

// ActorJoining tells how far joining of actors has come.
func (a *Archive) ActorJoining(ctx context.Context) (j Joining, err error) {
	var packed []byte
	err = a.read.QueryRowContext(ctx, "SELECT turn, last, frequencies FROM actor_joining WHERE id = 1").Scan(&j.Turn, &j.Last, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return Joining{}, nil
	}
	if err == nil {
		j.Frequencies, err = unpack(nil, packed)
	}
	if err != nil {
		return Joining{}, fmt.Errorf("read how far joining of actors has come: %w", a.explain(err))
	}
	return j, nil
}

// StaleActors gives articles whose actors are to be joined anew, at most so many.
func (a *Archive) StaleActors(ctx context.Context, limit int) ([]int64, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT article FROM actor_stale ORDER BY article LIMIT $1", limit)
	var all []int64
	if err == nil {
		all, err = scanAll(rows, func(rows *sql.Rows) (n int64, err error) { return n, rows.Scan(&n) })
	}
	if err != nil {
		return nil, fmt.Errorf("look for actors to join: %w", a.explain(err))
	}
	return all, nil
}

// ActorKeys gives who is known by these keys.
func (a *Archive) ActorKeys(ctx context.Context, keys []uint64) ([]ActorKey, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT key, actor FROM actor_keys WHERE key IN %s ORDER BY key, actor", signed(keys), func(rows *sql.Rows) (k ActorKey, err error) {
		var key int64
		err = rows.Scan(&key, &k.Actor)
		k.Key = uint64(key)
		return k, err
	})
	if err != nil {
		return nil, fmt.Errorf("look for actors: %w", a.explain(err))
	}
	return all, nil
}

// ActorsByNumber gives the actors of those numbers.
func (a *Archive) ActorsByNumber(ctx context.Context, numbers []int64) ([]*Actor, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+actorColumns+" FROM actors a WHERE a.number IN %s ORDER BY a.number", numbers, scanActor)
	if err != nil {
		return nil, fmt.Errorf("read actors: %w", a.explain(err))
	}
	return all, nil
}

// ActorSighting is an entity of an article with who it is.
type ActorSighting struct {
	Article int64
	Entity  string
	Actor   int64
	Name    string // in the article
}

func scanSighting(rows *sql.Rows) (s ActorSighting, err error) {
	return s, rows.Scan(&s.Article, &s.Entity, &s.Actor, &s.Name)
}

// SightingsIn gives who is named in articles.
func (a *Archive) SightingsIn(ctx context.Context, articles []int64) ([]ActorSighting, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT article, entity, actor, name FROM actor_sightings WHERE article IN %s ORDER BY article, entity", articles, scanSighting)
	if err != nil {
		return nil, fmt.Errorf("read who is named in articles: %w", a.explain(err))
	}
	return all, nil
}

// Joined is what became of the entities of some articles.
type Joined struct {
	Joining   Joining
	Articles  []int64 // whose sightings these are: all that they had are forgotten
	Actors    []*Actor
	Keys      []ActorKey
	Sightings []ActorSighting
	Merged    []MergedActor
}

// MergedActor is an actor that became part of another; Number is 0 if the archive did not have it.
type MergedActor struct {
	ID           string
	Number, Into int64
}

// mergeActors gives what was known under actors to those that they are now part of, which are also
// found by their names.
func (tx *Tx) mergeActors(ctx context.Context, all []MergedActor) error {
	for _, m := range all {
		for _, q := range []string{
			"UPDATE actor_sightings SET actor = $2 WHERE actor = $1",
			"INSERT INTO actor_keys (key, actor) SELECT key, CAST($2 AS BIGINT) FROM actor_keys WHERE actor = $1 ON CONFLICT (key, actor) DO NOTHING",
			"DELETE FROM actor_keys WHERE actor = $1 AND $2 <> 0",
			"UPDATE actor_names SET actor = $2 WHERE actor = $1",
			"DELETE FROM actor_spellings WHERE actor = $1 AND $2 <> 0",
			"DELETE FROM actors WHERE number = $1 AND $2 <> 0",
		} {
			if m.Number == 0 {
				break
			}
			if _, err := tx.ExecContext(ctx, q, m.Number, m.Into); err != nil {
				return fmt.Errorf("make actor %s part of another: %w", m.ID, err)
			}
		}
		if err := tx.Insert(ctx, "INSERT INTO actor_names (gone, actor)", [][]any{{m.ID, m.Into}}, "ON CONFLICT (gone) DO UPDATE SET actor = excluded.actor"); err != nil {
			return err
		}
	}
	return nil
}

// NextActor is the number that a new actor gets. Between this and Join no other may begin.
func (tx *Tx) NextActor(ctx context.Context) (int64, error) { return tx.next(ctx, "actors") }

// Join keeps who is named in articles. It is ErrOutrun, and nothing may be kept, if another process
// joined some since j.Joining was read.
func (tx *Tx) Join(ctx context.Context, j Joined) error {
	if err := tx.goOnJoining(ctx, j.Joining); err != nil {
		return err
	}
	for some := range slices.Chunk(j.Articles, maxParams) {
		args := make([]any, len(some))
		for i, n := range some {
			args[i] = n
		}
		for _, table := range []string{"actor_sightings", "actor_stale"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE article IN "+placeholders(tx.engine(), 1, len(args)), args...); err != nil {
				return fmt.Errorf("forget the actors of articles that are joined anew: %w", err)
			}
		}
	}
	if err := tx.mergeActors(ctx, j.Merged); err != nil {
		return err
	}
	if err := tx.putActors(ctx, j.Actors); err != nil {
		return err
	}
	rows := make([][]any, 0, len(j.Keys))
	for _, k := range j.Keys {
		rows = append(rows, []any{int64(k.Key), k.Actor})
	}
	if err := tx.Insert(ctx, "INSERT INTO actor_keys (key, actor)", rows, "ON CONFLICT (key, actor) DO NOTHING"); err != nil {
		return err
	}
	rows = rows[:0]
	for _, s := range j.Sightings {
		rows = append(rows, []any{s.Article, s.Entity, s.Actor, s.Name})
	}
	if err := tx.Insert(ctx, "INSERT INTO actor_sightings (article, entity, actor, name)", rows, "ON CONFLICT (article, entity) DO NOTHING"); err != nil {
		return err
	}
	return tx.applySame(ctx)
}

func (tx *Tx) putActors(ctx context.Context, all []*Actor) error {
	rows := make([][]any, 0, len(all))
	for _, a := range all {
		state, err := json.Marshal(a.ActorDetails)
		if err != nil {
			return fmt.Errorf("encode actor %s: %w", a.ID, err)
		}
		rows = append(rows, []any{a.Number, a.ID, string(a.Type), a.Name, foldedNames(a), a.Articles, state})
	}
	if err := tx.Insert(ctx, "INSERT INTO actors (number, id, type, name, folded, articles, state)", rows,
		"ON CONFLICT (number) DO UPDATE SET name = excluded.name, folded = excluded.folded, articles = excluded.articles, state = excluded.state"); err != nil {
		return err
	}
	return tx.spell(ctx, all)
}

// goOnJoining notes how far joining has come. In PostgreSQL it waits for another process that does
// so.
func (tx *Tx) goOnJoining(ctx context.Context, j Joining) error {
	packed, err := pack(j.Frequencies)
	if err != nil {
		return err
	}
	query := "UPDATE actor_joining SET turn = $3 + 1, last = $1, frequencies = $2 WHERE id = 1 AND turn = $3"
	args := []any{j.Last, packed, j.Turn}
	if j.Turn == 0 {
		query, args = "INSERT INTO actor_joining (id, turn, last, frequencies) VALUES (1, 1, $1, $2) ON CONFLICT (id) DO NOTHING", args[:2]
	}
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("note how far joining of actors has come: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrOutrun)
	}
	return nil
}

// rejoin makes the actors of articles that were read anew ones to be joined again.
func (tx *Tx) rejoin(ctx context.Context, articles []int64) error {
	for some := range slices.Chunk(articles, maxParams) {
		args := make([]any, len(some))
		for i, n := range some {
			args[i] = n
		}
		query := "INSERT INTO actor_stale (article) SELECT DISTINCT article FROM actor_sightings WHERE article IN " + placeholders(tx.engine(), 1, len(args)) + " ON CONFLICT (article) DO NOTHING"
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("mark the actors to be joined again: %w", err)
		}
	}
	return nil
}
