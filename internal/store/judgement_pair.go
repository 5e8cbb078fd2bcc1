package store

import (
	"context"
	"fmt"
	"slices"
)

// About says what a judgement is about.
type About string

// What is judged. A pair has its two in Article and Claim, and what they are called in Title and
// Content.
const (
	AReading  About = "reading"  // of a claim: right or wrong
	TwoActors About = "actors"   // by ID: the same or different
	InArticle About = "sighting" // an actor and the article that names somebody else: different
)

// The verdicts on pairs.
const (
	SameThing  Verdict = "same"
	OtherThing Verdict = "different"
)

// Standing gives the judgements of a kind that stand, in their order.
func (a *Archive) Standing(ctx context.Context, about About) ([]Judgement, error) {
	return a.judgements(ctx, a.read, "WHERE about = $1 AND undone_at = 0 ORDER BY number", string(about))
}

// undoPair takes back what was said before of the same two, in either order.
func (tx *Tx) undoPair(ctx context.Context, j Judgement) error {
	_, err := tx.ExecContext(ctx, `UPDATE judgements SET undone_at = $1 WHERE about = $2 AND undone_at = 0
		AND (article = $3 AND claim = $4 OR article = $4 AND claim = $3)`, j.At.Unix(), string(j.About), j.Article, j.Claim)
	if err != nil {
		return fmt.Errorf("undo earlier judgements on %s and %s: %w", j.Article, j.Claim, err)
	}
	return nil
}

// apply makes judgements take effect that are kept with what they are about.
func (tx *Tx) apply(ctx context.Context, j Judgement) error {
	switch j.About {
	case TwoActors:
		return tx.applySame(ctx)
	case InArticle:
		number, err := tx.numberOf(ctx, j.Claim)
		if err != nil {
			return err
		}
		return tx.rejoin(ctx, []int64{number})
	case AReading:
		return tx.restale(ctx, j.Article)
	}
	return nil
}

func (tx *Tx) numberOf(ctx context.Context, article string) (n int64, err error) {
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM articles WHERE id = $1", article).Scan(&n); err != nil {
		return 0, fmt.Errorf("look for article %s: %w", article, err)
	}
	return n, nil
}

// restale makes the story of an article one to be traced again.
func (tx *Tx) restale(ctx context.Context, article string) error {
	_, err := tx.ExecContext(ctx, `UPDATE stories SET stale = 1 WHERE first IN (SELECT s.story FROM story_articles s
		JOIN articles x ON x.number = s.article WHERE x.id = $1)`, article)
	if err != nil {
		return fmt.Errorf("mark the story of article %s to be traced again: %w", article, err)
	}
	return nil
}

// applySame notes with each actor whom people said it is the same as: the first of all that lead
// to each other. An actor that is not there yet is waited for.
func (tx *Tx) applySame(ctx context.Context) error {
	standing, err := tx.archive.judgements(ctx, tx, "WHERE about = $1 AND verdict = $2 AND undone_at = 0 ORDER BY number", string(TwoActors), string(SameThing))
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE actors SET same_as = 0 WHERE same_as <> 0"); err != nil {
		return fmt.Errorf("forget which actors are the same: %w", err)
	}
	var ids []string
	for _, j := range standing {
		ids = append(ids, j.Article, j.Claim)
	}
	slices.Sort(ids)
	found, err := queryIn(ctx, tx, "SELECT "+actorColumns+" FROM actors a WHERE a.id IN %s ORDER BY a.number", slices.Compact(ids), scanActor)
	if err != nil {
		return fmt.Errorf("read actors that are the same: %w", err)
	}
	called := make(map[string]*Actor, len(found))
	for _, x := range found {
		called[x.ID] = x
	}
	parent := make(map[*Actor]*Actor)
	root := func(x *Actor) *Actor {
		for parent[x] != nil {
			x = parent[x]
		}
		return x
	}
	for _, j := range standing {
		if called[j.Article] == nil || called[j.Claim] == nil {
			continue
		}
		x, y := root(called[j.Article]), root(called[j.Claim])
		if y.Number < x.Number {
			x, y = y, x
		}
		if x != y {
			parent[y] = x
		}
	}
	for _, x := range found {
		if to := root(x); to != x {
			if _, err := tx.ExecContext(ctx, "UPDATE actors SET same_as = $1 WHERE number = $2", to.Number, x.Number); err != nil {
				return fmt.Errorf("note that two actors are the same: %w", err)
			}
		}
	}
	return nil
}
