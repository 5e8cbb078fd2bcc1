package ingest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isnad/internal/store"
	"isnad/trace/actor"
	"isnad/trace/group"
)

// joinSize is how many articles have their actors joined in one transaction.
const joinSize = 2000

// joining is a batch of articles whose actors are joined with those of others.
type joining struct {
	a         *store.Archive
	ctx       context.Context
	state     store.Joining
	freq      *group.Frequencies
	read      []*store.Reading
	stories   map[int64]int64                 // by article
	before    map[int64][]store.ActorSighting // of articles that are joined anew
	apart     map[string][]string             // actors that an article does not name, whatever it seems
	different map[[2]string]bool              // actors that are not the same, whatever it seems
	sightings [][]*actor.Sighting
	known     map[int64]*actor.Actor
}

// JoinActors places new articles in stories and joins who is named in them with who is named in
// others. Like Trace it goes on where it was killed.
func JoinActors(ctx context.Context, a *store.Archive) error {
	if err := place(ctx, a, func(int) {}); err != nil {
		return err
	}
	names, err := actor.NewNames()
	if err != nil {
		return fmt.Errorf("load the names of persons: %w", err)
	}
	for {
		if n, err := joinBatch(ctx, a, names); err != nil || n == 0 {
			return err
		}
	}
}

// joinBatch joins the actors of articles that were read anew, or else of the next ones that have a
// place among the stories; it tells how many.
func joinBatch(ctx context.Context, a *store.Archive, names *actor.Names) (int, error) {
	j := &joining{a: a, ctx: ctx, freq: group.NewFrequencies()}
	var err error
	if j.state, err = a.ActorJoining(ctx); err != nil {
		return 0, err
	}
	if j.state.Frequencies != nil {
		if j.freq, err = group.ReadFrequencies(j.state.Frequencies); err != nil {
			return 0, fmt.Errorf("go on joining actors: %w", err)
		}
	}
	for _, step := range []func() error{j.readBatch, j.readApart} {
		if err := step(); err != nil || len(j.read) == 0 {
			return 0, err
		}
	}
	keys, err := j.keys()
	if err != nil {
		return 0, err
	}
	out := j.join(actor.NewJoiner(names, j.freq, keys))
	err = a.Update(ctx, func(tx *store.Tx) error {
		joined, err := j.numbered(tx, out)
		if err != nil {
			return err
		}
		return tx.Join(ctx, joined)
	})
	if errors.Is(err, store.ErrOutrun) {
		err = nil // the next batch begins where the other has come to
	}
	return len(j.read), err
}

// readBatch reads the articles, what they are parts of, and what was joined of them before.
func (j *joining) readBatch() error {
	stale, err := j.a.StaleActors(j.ctx, joinSize)
	if err != nil {
		return err
	}
	if len(stale) > 0 {
		j.read, err = j.a.ReadingsByNumber(j.ctx, stale)
	} else {
		err = j.readNext()
	}
	if err != nil || len(j.read) == 0 {
		return err
	}
	numbers := make([]int64, len(j.read))
	for i, r := range j.read {
		numbers[i] = r.Article.Number
	}
	placed, err := j.a.PlacedArticles(j.ctx, numbers)
	if err != nil {
		return err
	}
	j.stories = make(map[int64]int64, len(placed))
	for _, p := range placed {
		j.stories[p.Article] = p.Story
	}
	if len(stale) == 0 {
		return nil
	}
	before, err := j.a.SightingsIn(j.ctx, numbers)
	j.before = make(map[int64][]store.ActorSighting)
	for _, s := range before {
		j.before[s.Article] = append(j.before[s.Article], s)
	}
	return err
}

// readNext reads the next articles that were placed in stories.
func (j *joining) readNext() error {
	tracing, err := j.a.Tracing(j.ctx)
	if err != nil {
		return err
	}
	for r, err := range j.a.Analyses(j.ctx, store.Range{After: j.state.Last, Limit: joinSize}) {
		if err != nil {
			return err
		}
		if r.Article.Number > tracing.Last {
			break
		}
		j.read = append(j.read, r)
		j.state.Last = r.Article.Number
	}
	return nil
}

// readApart reads what people said of actors that an article does not name.
func (j *joining) readApart() error {
	said, err := j.a.Standing(j.ctx, store.InArticle)
	j.apart = make(map[string][]string)
	for _, s := range said {
		j.apart[s.Claim] = append(j.apart[s.Claim], s.Article)
	}
	if err != nil {
		return err
	}
	said, err = j.a.Standing(j.ctx, store.TwoActors)
	j.different = make(map[[2]string]bool)
	for _, s := range said {
		if s.Verdict == store.OtherThing {
			j.different[[2]string{s.Article, s.Claim}], j.different[[2]string{s.Claim, s.Article}] = true, true
		}
	}
	return err
}

// keys gives the actors that the batch may name, each under its keys.
func (j *joining) keys() ([]actor.Key, error) {
	var wanted []uint64
	for _, r := range j.read {
		s := actor.Sightings(r.Analysis, r.Article.Time, j.stories[r.Article.Number])
		j.sightings = append(j.sightings, s)
		wanted = append(wanted, actor.Keys(s)...)
	}
	slices.Sort(wanted)
	found, err := j.a.ActorKeys(j.ctx, slices.Compact(wanted))
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, k := range found {
		numbers = append(numbers, k.Actor)
	}
	for _, list := range j.before {
		for _, s := range list {
			numbers = append(numbers, s.Actor)
		}
	}
	slices.Sort(numbers)
	all, err := j.a.ActorsByNumber(j.ctx, slices.Compact(numbers))
	if err != nil {
		return nil, err
	}
	j.known = make(map[int64]*actor.Actor, len(all))
	for _, x := range all {
		if j.known[x.Number], err = fromStore(x); err != nil {
			return nil, err
		}
	}
	out := make([]actor.Key, 0, len(found))
	for _, k := range found {
		if x := j.known[k.Actor]; x != nil {
			out = append(out, actor.Key{Key: k.Key, Actor: x})
		}
	}
	return out, nil
}

// named is an entity of an article with who it is.
type named struct {
	article int64
	of      *actor.Sighting
	actor   *actor.Actor
}

type joinedBatch struct {
	named  []named
	actors []*actor.Actor
	keys   []actor.Key
	merged map[*actor.Actor]*actor.Actor
}

// now is whom an actor is now part of.
func (b *joinedBatch) now(a *actor.Actor) *actor.Actor {
	if into := b.merged[a]; into != nil {
		return into
	}
	return a
}

// join joins the sightings. Those of an article that was joined before stay with their actors,
// unless a person said otherwise.
func (j *joining) join(joiner *actor.Joiner) joinedBatch {
	var out joinedBatch
	for i, r := range j.read {
		number := r.Article.Number
		apart := j.apart[r.Article.ID]
		var fresh []*actor.Sighting
		for _, s := range j.sightings[i] {
			if kept := j.kept(number, s, apart); kept != nil {
				out.named = append(out.named, named{number, s, kept})
				continue
			}
			fresh = append(fresh, s)
		}
		for k, x := range joiner.Article(fresh, func(*actor.Sighting) []string { return apart }) {
			if x != nil {
				out.named = append(out.named, named{number, fresh[k], x})
			}
		}
	}
	joiner.Settle(func(a, b string) bool { return j.different[[2]string{a, b}] })
	out.actors, out.keys = joiner.Changed()
	out.merged = joiner.Merged()
	return out
}

// kept is whom a sighting was joined with before.
func (j *joining) kept(article int64, s *actor.Sighting, apart []string) *actor.Actor {
	for _, b := range j.before[article] {
		if x := j.known[b.Actor]; b.Name == s.Name && x != nil && x.Type == s.Type && !slices.Contains(apart, x.ID) {
			return x
		}
	}
	return nil
}

// numbered gives new actors their numbers.
func (j *joining) numbered(tx *store.Tx, batch joinedBatch) (store.Joined, error) {
	out := store.Joined{}
	next, err := tx.NextActor(j.ctx)
	if err != nil {
		return out, err
	}
	for _, x := range batch.actors {
		if x.Number == 0 {
			x.Number = next
			next++
		}
		out.Actors = append(out.Actors, toStore(x))
	}
	for _, k := range batch.keys {
		out.Keys = append(out.Keys, store.ActorKey{Key: k.Key, Actor: batch.now(k.Actor).Number})
	}
	for _, n := range batch.named {
		out.Sightings = append(out.Sightings, store.ActorSighting{Article: n.article, Entity: n.of.Entity, Actor: batch.now(n.actor).Number, Name: n.of.Name})
	}
	for gone, into := range batch.merged {
		out.Merged = append(out.Merged, store.MergedActor{ID: gone.ID, Number: gone.Number, Into: into.Number})
	}
	slices.SortFunc(out.Merged, func(a, b store.MergedActor) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range j.read {
		out.Articles = append(out.Articles, r.Article.Number)
	}
	out.Joining = store.Joining{Turn: j.state.Turn, Last: j.state.Last, Frequencies: j.freq.Bytes()}
	return out, nil
}

func toStore(x *actor.Actor) *store.Actor {
	return &store.Actor{Number: x.Number, ID: x.ID, Type: x.Type, Name: x.Name, Articles: x.Articles, ActorDetails: store.ActorDetails{
		Latin: x.Latin, KB: x.KB, First: x.First, Last: x.Last, Names: timesOf(x.Names), Roles: timesOf(x.Roles), State: x.State(),
	}}
}

func fromStore(x *store.Actor) (*actor.Actor, error) {
	out := &actor.Actor{Number: x.Number, ID: x.ID, Type: x.Type, Name: x.Name, Latin: x.Latin, KB: x.KB, Articles: x.Articles, First: x.First, Last: x.Last,
		Names: namesOf(x.Names), Roles: namesOf(x.Roles)}
	if err := out.SetState(x.State); err != nil {
		return nil, fmt.Errorf("%w: actor %s: %w", store.ErrDamaged, x.ID, err)
	}
	return out, nil
}

func timesOf(list []actor.Named) []store.Times {
	out := make([]store.Times, len(list))
	for i, n := range list {
		out[i] = store.Times(n)
	}
	return out
}

func namesOf(list []store.Times) []actor.Named {
	out := make([]actor.Named, len(list))
	for i, n := range list {
		out[i] = actor.Named(n)
	}
	return out
}
