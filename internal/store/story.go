package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"isnad"
)

// Story is what the archive keeps of a story so that it can go on.
type Story struct {
	First    int64 // number of the article that began it
	ID       string
	Began    time.Time
	Ended    time.Time
	Articles int
	State    []byte // what tracing knows it by
	stale    int64  // above 0 if its trace is stale; see touched
}

// touched is the next number of a story that something new was put into. A trace that was
// made of the story takes its sign away, unless the number is another by then: so what
// comes in while a story is traced, by whatever process, is not taken for traced.
const touched = "abs(stories.stale) + 1"

// Tracing is how far tracing has come.
type Tracing struct {
	Last        int64  // number of the last article that was placed
	Frequencies []byte // of words, as tracing counts them; nil at first
}

// Tracing tells how far tracing has come.
func (a *Archive) Tracing(ctx context.Context) (t Tracing, err error) {
	var packed []byte
	err = a.read.QueryRowContext(ctx, "SELECT last, frequencies FROM tracing WHERE id = 1").Scan(&t.Last, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return Tracing{}, nil
	}
	if err == nil {
		t.Frequencies, err = unpack(nil, packed)
	}
	if err != nil {
		return Tracing{}, fmt.Errorf("read how far tracing has come: %w", a.explain(err))
	}
	return t, nil
}

const storyColumns = "SELECT first, id, began, ended, articles, state, stale FROM stories "

func scanStory(rows *sql.Rows) (s Story, err error) {
	var began, ended int64
	if err = rows.Scan(&s.First, &s.ID, &began, &ended, &s.Articles, &s.State, &s.stale); err != nil {
		return s, err
	}
	s.Began, s.Ended = time.Unix(began, 0).UTC(), time.Unix(ended, 0).UTC()
	return s, nil
}

// StoriesBetween gives the stories that ended since one time and began before another.
func (a *Archive) StoriesBetween(ctx context.Context, since, until time.Time) ([]Story, error) {
	rows, err := a.read.QueryContext(ctx, storyColumns+"WHERE ended >= $1 AND began <= $2 ORDER BY first", since.Unix(), until.Unix())
	var all []Story
	if err == nil {
		all, err = scanAll(rows, scanStory)
	}
	if err != nil {
		return nil, fmt.Errorf("read the stories: %w", a.explain(err))
	}
	return all, nil
}

// MarkHolder is an article that has a mark.
type MarkHolder struct {
	Mark    uint64
	Article int64
}

// MarkHolders gives who has these marks, by article.
func (a *Archive) MarkHolders(ctx context.Context, marks []uint64) ([]MarkHolder, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT mark, article FROM story_marks WHERE mark IN %s ORDER BY mark, article", signed(marks), func(rows *sql.Rows) (h MarkHolder, err error) {
		var mark int64
		err = rows.Scan(&mark, &h.Article)
		h.Mark = uint64(mark)
		return h, err
	})
	if err != nil {
		return nil, fmt.Errorf("look for shared text: %w", a.explain(err))
	}
	return all, nil
}

// Recurring tells which marks so many articles have, or articles of so many days, in UTC, of which the
// last is so many days after the first.
func (a *Archive) Recurring(ctx context.Context, marks []uint64, times, days, span int) (map[uint64]bool, error) {
	query := fmt.Sprintf(`SELECT m.mark FROM story_marks m JOIN articles x ON x.number = m.article WHERE m.mark IN %%s GROUP BY m.mark
		HAVING count(*) >= %d OR count(DISTINCT x.time / 86400) >= %d AND max(x.time / 86400) - min(x.time / 86400) >= %d`, times, days, span)
	out := make(map[uint64]bool)
	_, err := queryIn(ctx, a.reading(), query, signed(marks), func(rows *sql.Rows) (none struct{}, err error) {
		var mark int64
		err = rows.Scan(&mark)
		out[uint64(mark)] = true
		return none, err
	})
	if err != nil {
		return nil, fmt.Errorf("look for text that recurs: %w", a.explain(err))
	}
	return out, nil
}

// InStory is an article with its place among the stories.
type InStory struct {
	Article int64
	Story   int64  // First of its story
	Version int    // of the text that was placed
	Exact   uint64 // hash of its words where it is the first that has them, else 0
}

func scanInStory(rows *sql.Rows) (s InStory, err error) {
	var exact int64
	err = rows.Scan(&s.Article, &s.Story, &s.Version, &exact)
	s.Exact = uint64(exact)
	return s, err
}

const inStory = "SELECT article, story, version, exact FROM story_articles WHERE "

// FirstExact gives the first articles whose words hash to these.
func (a *Archive) FirstExact(ctx context.Context, exact []uint64) ([]InStory, error) {
	return a.inStories(ctx, "exact IN %s ORDER BY article", signed(exact))
}

// PlacedArticles gives the places of articles.
func (a *Archive) PlacedArticles(ctx context.Context, numbers []int64) ([]InStory, error) {
	return a.inStories(ctx, "article IN %s ORDER BY article", numbers)
}

// ArticlesOfStory gives so many articles of a story: those that are the first of their words
// before those that are not, by number.
func (a *Archive) ArticlesOfStory(ctx context.Context, first int64, most int) ([]InStory, error) {
	return a.inStories(ctx, "story IN %s ORDER BY CASE WHEN exact = 0 THEN 1 ELSE 0 END, article LIMIT "+strconv.Itoa(most), []int64{first})
}

func (a *Archive) inStories(ctx context.Context, where string, args []int64) ([]InStory, error) {
	all, err := queryIn(ctx, a.reading(), inStory+where, args, scanInStory)
	if err != nil {
		return nil, fmt.Errorf("look for stories of articles: %w", a.explain(err))
	}
	return all, nil
}

// FirstUnread is the number of the first article behind another that is not analysed yet, 0 if
// all are.
func (a *Archive) FirstUnread(ctx context.Context, after int64) (n int64, err error) {
	err = a.read.QueryRowContext(ctx, `SELECT coalesce(min(x.number), 0) FROM articles x WHERE x.number > $1
		AND NOT EXISTS (SELECT 1 FROM analyses n WHERE n.article = x.number)`, after).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("look for articles to analyse: %w", a.explain(err))
	}
	return n, nil
}

// ErrOutrun says that another process has placed articles meanwhile.
var ErrOutrun = errors.New("another process has gone on tracing")

// Placement is what became of a batch of articles.
type Placement struct {
	After    int64 // Last of the Tracing that it began with
	Tracing  Tracing
	Articles []InStory
	Marks    []MarkHolder
	Stories  []Story         // that changed; their traces are stale
	Merged   map[int64]int64 // stories that became one with another
	Unions   []Union         // how those did that the archive had
	Partings []Parting       // stories that were seen to be two
	Apart    []ApartPair     // copies in different stories
}

// Place keeps where articles were placed. It is ErrOutrun, and nothing may be kept, if that
// goes on from where tracing is no more.
func (tx *Tx) Place(ctx context.Context, p Placement) error {
	if err := tx.goOnTracing(ctx, p); err != nil {
		return err
	}
	if err := tx.noteUnions(ctx, p); err != nil {
		return err
	}
	if err := tx.merge(ctx, p.Merged); err != nil {
		return err
	}
	rows := make([][]any, 0, len(p.Articles))
	for _, s := range p.Articles {
		rows = append(rows, []any{s.Article, s.Story, s.Version, int64(s.Exact)})
	}
	if err := tx.Insert(ctx, "INSERT INTO story_articles (article, story, version, exact)", rows,
		"ON CONFLICT (article) DO UPDATE SET story = excluded.story, version = excluded.version, exact = excluded.exact"); err != nil {
		return err
	}
	if err := tx.part(ctx, p); err != nil {
		return err
	}
	rows = rows[:0]
	for _, m := range p.Marks {
		rows = append(rows, []any{int64(m.Mark), m.Article})
	}
	if err := tx.Insert(ctx, "INSERT INTO story_marks (mark, article)", rows, ""); err != nil {
		return err
	}
	rows = rows[:0]
	for _, s := range p.Stories {
		rows = append(rows, []any{s.First, s.ID, s.Began.Unix(), s.Ended.Unix(), s.Articles, s.State, 1})
	}
	if err := tx.Insert(ctx, "INSERT INTO stories (first, id, began, ended, articles, state, stale)", rows,
		`ON CONFLICT (first) DO UPDATE SET began = excluded.began, ended = excluded.ended, articles = excluded.articles,
		state = excluded.state, stale = `+touched); err != nil {
		return err
	}
	return tx.noteApart(ctx, p.Apart)
}

// goOnTracing notes how far tracing has come with the placement. In PostgreSQL it waits for
// another process that does so.
func (tx *Tx) goOnTracing(ctx context.Context, p Placement) error {
	packed, err := pack(p.Tracing.Frequencies)
	if err != nil {
		return err
	}
	query := "UPDATE tracing SET last = $1, frequencies = $2 WHERE id = 1 AND last = $3"
	args := []any{p.Tracing.Last, packed, p.After}
	if p.After == 0 {
		query, args = "INSERT INTO tracing (id, last, frequencies) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING", args[:2]
	}
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("note how far tracing has come: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrOutrun)
	}
	return nil
}

// merge gives the articles and the names of stories to those that they are now part of.
func (tx *Tx) merge(ctx context.Context, merged map[int64]int64) error {
	for gone, into := range merged {
		for _, q := range []string{
			"UPDATE story_articles SET story = $2 WHERE story = $1",
			"UPDATE story_unions SET story = $2 WHERE story = $1",
			"UPDATE story_partings SET story = $2 WHERE story = $1",
			"UPDATE story_partings SET parted = $2 WHERE parted = $1",
			"INSERT INTO story_names (gone, first) SELECT id, first FROM stories WHERE first = $1 AND $2 <> 0 ON CONFLICT (gone) DO NOTHING",
			"DELETE FROM story_cases WHERE story = $1 AND $2 <> 0",
			"DELETE FROM stories WHERE first = $1 AND $2 <> 0",
		} {
			if _, err := tx.ExecContext(ctx, q, gone, into); err != nil {
				return fmt.Errorf("make story %d part of %d: %w", gone, into, err)
			}
		}
	}
	return nil
}

// retrace makes the stories of articles that were read anew ones to be traced again.
func (tx *Tx) retrace(ctx context.Context, all []*Analysed) error {
	numbers := make([]int64, len(all))
	for i, a := range all {
		numbers[i] = a.Number
	}
	return tx.staleStoriesOf(ctx, numbers)
}

// staleStoriesOf makes the stories of these articles ones to be traced again.
func (tx *Tx) staleStoriesOf(ctx context.Context, articles []int64) error {
	for some := range slices.Chunk(articles, maxParams) {
		args := make([]any, len(some))
		for i, n := range some {
			args[i] = n
		}
		query := "UPDATE stories SET stale = " + touched + " WHERE first IN (SELECT story FROM story_articles WHERE article IN " + placeholders(tx.engine(), 1, len(args)) + ")"
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("mark the stories to be traced again: %w", err)
		}
	}
	return nil
}

// StaleStories gives stories that are to be traced, at most so many.
func (a *Archive) StaleStories(ctx context.Context, limit int) ([]Story, error) {
	rows, err := a.read.QueryContext(ctx, storyColumns+"WHERE stale > 0 ORDER BY first LIMIT $1", limit)
	var all []Story
	if err == nil {
		all, err = scanAll(rows, scanStory)
	}
	if err != nil {
		return nil, fmt.Errorf("look for stories to trace: %w", a.explain(err))
	}
	return all, nil
}

// Traced is a trace on its way into the archive.
type Traced struct {
	First  int64
	stale  int64
	cases  []string
	fresh  int
	packed []byte
	list   []byte // its Summary
}

// NewTraced encodes and compresses what was traced of a story as StaleStories gave it.
func NewTraced(s Story, t *isnad.Trace) (*Traced, error) {
	data, err := json.Marshal((*plainTrace)(t))
	if err != nil {
		return nil, fmt.Errorf("encode story %s: %w", t.Story.ID, err)
	}
	packed, err := pack(data)
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(Summarize(t))
	if err != nil {
		return nil, fmt.Errorf("encode the summary of story %s: %w", t.Story.ID, err)
	}
	out := &Traced{First: s.First, stale: s.stale, fresh: t.Fresh(), packed: packed, list: list}
	for i := range t.Cases {
		out.cases = append(out.cases, t.Cases[i].ID)
	}
	return out, nil
}

// plainTrace is a trace without methods, so that it is written field by field, spans in bytes.
type plainTrace isnad.Trace

// PutTraces keeps the traces, each instead of the one that its story had.
func (tx *Tx) PutTraces(ctx context.Context, all []*Traced) error {
	for _, t := range all {
		result, err := tx.ExecContext(ctx, `UPDATE stories SET trace = $1, fresh = $2, summary = $3,
			stale = CASE WHEN stale = $4 THEN -stale ELSE stale END WHERE first = $5`, t.packed, t.fresh, t.list, t.stale, t.First)
		if err != nil {
			return fmt.Errorf("keep the trace of story %d: %w", t.First, err)
		}
		switch n, err := result.RowsAffected(); {
		case err != nil:
			return fmt.Errorf("keep the trace of story %d: %w", t.First, err)
		case n == 0:
			continue // it is part of another by now
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM story_cases WHERE story = $1", t.First); err != nil {
			return fmt.Errorf("forget the cases of story %d: %w", t.First, err)
		}
		rows := make([][]any, len(t.cases))
		for i, id := range t.cases {
			rows[i] = []any{id, t.First}
		}
		if err := tx.Insert(ctx, "INSERT INTO story_cases (id, story)", rows, "ON CONFLICT (id, story) DO NOTHING"); err != nil {
			return err
		}
	}
	return nil
}

// scanTrace reads a trace, which is not to be changed: others may be given the same.
func (a *Archive) scanTrace(rows *sql.Rows) (*isnad.Trace, error) {
	var packed sql.RawBytes
	if err := rows.Scan(&packed); err != nil {
		return nil, err
	}
	key := hashOf(string(packed))
	if t := a.traces.get(key); t != nil {
		return t, nil
	}
	data, err := unpack(nil, packed)
	if err != nil {
		return nil, err
	}
	t := new(isnad.Trace)
	if err := json.Unmarshal(data, (*plainTrace)(t)); err != nil {
		return nil, fmt.Errorf("%w: trace: %w", ErrDamaged, err)
	}
	a.traces.put(key, len(packed), t)
	return t, nil
}

// Stories gives traced stories, the one that was told of last first.
func (a *Archive) Stories(ctx context.Context, skip, limit int) ([]*isnad.Trace, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT trace FROM stories WHERE trace IS NOT NULL ORDER BY ended DESC, first LIMIT $1 OFFSET $2", limit, skip)
	var all []*isnad.Trace
	if err == nil {
		all, err = scanAll(rows, a.scanTrace)
	}
	if err != nil {
		return nil, fmt.Errorf("read the stories: %w", a.explain(err))
	}
	return all, nil
}

// StoriesByDay gives traced stories, those of the last day first, and of a day (in UTC) those
// with most new texts on it.
func (a *Archive) StoriesByDay(ctx context.Context, skip, limit int) ([]*isnad.Trace, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT trace FROM stories WHERE trace IS NOT NULL
		ORDER BY (ended / 86400) DESC, fresh DESC, ended DESC, first LIMIT $1 OFFSET $2`, limit, skip)
	var all []*isnad.Trace
	if err == nil {
		all, err = scanAll(rows, a.scanTrace)
	}
	if err != nil {
		return nil, fmt.Errorf("read the stories: %w", a.explain(err))
	}
	return all, nil
}

// Trace gives what was traced of a story, also by a name that it had before it became one with
// another; ErrNotFound if there is none.
func (a *Archive) Trace(ctx context.Context, id string) (*isnad.Trace, error) {
	return one(a, ctx, "story "+id, `SELECT trace FROM stories WHERE trace IS NOT NULL
		AND (id = $1 OR first = (SELECT p.story FROM story_names n JOIN story_articles p ON p.article = n.first WHERE n.gone = $1))`, a.scanTrace, id)
}

func scanID(rows *sql.Rows) (*string, error) {
	id := new(string)
	return id, rows.Scan(id)
}

// StoryOfCase gives the name of the story that a case belongs to, or ErrNotFound.
func (a *Archive) StoryOfCase(ctx context.Context, id string) (string, error) {
	name, err := one(a, ctx, "case "+id, "SELECT s.id FROM stories s JOIN story_cases c ON c.story = s.first WHERE c.id = $1", scanID, id)
	if err != nil {
		return "", err
	}
	return *name, nil
}

// StoryOfArticle gives the name of the story that an article belongs to, or ErrNotFound.
func (a *Archive) StoryOfArticle(ctx context.Context, id string) (string, error) {
	name, err := one(a, ctx, "story of article "+id, `SELECT s.id FROM stories s JOIN story_articles p ON p.story = s.first
		JOIN articles a ON a.number = p.article WHERE a.id = $1`, scanID, id)
	if err != nil {
		return "", err
	}
	return *name, nil
}

// ArticlesByID gives the articles of those names, by number; those that there are none of are
// left out.
func (a *Archive) ArticlesByID(ctx context.Context, ids []string) ([]*Article, error) {
	all, err := queryIn(ctx, a.reading(), "SELECT "+headColumns+", v.body"+fromArticles+withText+"WHERE a.id IN %s ORDER BY a.number", ids, scanArticle)
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", a.explain(err))
	}
	return all, nil
}

// Sizes tells how many stories and cases there are.
func (a *Archive) Sizes(ctx context.Context) (stories, cases int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM story_cases)").Scan(&stories, &cases)
	if err != nil {
		return 0, 0, fmt.Errorf("count the stories: %w", a.explain(err))
	}
	return stories, cases, nil
}

// TraceOfArticle gives what was traced of the story that an article belongs to, or ErrNotFound.
func (a *Archive) TraceOfArticle(ctx context.Context, id string) (*isnad.Trace, error) {
	return one(a, ctx, "story of article "+id, `SELECT s.trace FROM stories s JOIN story_articles p ON p.story = s.first
		JOIN articles x ON x.number = p.article WHERE s.trace IS NOT NULL AND x.id = $1`, a.scanTrace, id)
}
