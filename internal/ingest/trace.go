package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"isnad"
	"isnad/internal/ordered"
	"isnad/internal/store"
	"isnad/trace"
	"isnad/trace/group"
)

// How much is done in one transaction: what is lost when the process is killed.
const (
	placeSize = 4000 // articles placed in stories
	traceSize = 200  // stories traced
)

// mostHolders is how many articles with a mark are kept: in more it is a common phrase, and those
// are enough to find a copy by.
const mostHolders = group.RecurTimes

// Trace places the articles that are new since it last ran in stories, joins who is named in them
// with who is named in others, and traces the stories that changed. It does not matter when it is
// killed: the next run goes on; nor if several processes trace an archive: each article is placed
// once. It calls tell, which may be nil, with the number of articles and stories that are done.
func Trace(ctx context.Context, a *store.Archive, tracer *trace.Tracer, tell func(articles, stories int)) error {
	if tell == nil {
		tell = func(int, int) {}
	}
	articles := 0
	if err := place(ctx, a, func(n int) { articles = n; tell(n, 0) }); err != nil {
		return err
	}
	work, ctx := errgroup.WithContext(ctx) // neither of the two waits for what the other does
	work.Go(func() error { return JoinActors(ctx, a) })
	work.Go(func() error { return traceStale(ctx, a, tracer, func(n int) { tell(articles, n) }) })
	return work.Wait()
}

// traceStale traces the stories that changed; it calls tell with their number so far.
func traceStale(ctx context.Context, a *store.Archive, tracer *trace.Tracer, tell func(int)) error {
	for stories := 0; ; tell(stories) {
		n, err := traceBatch(ctx, a, tracer)
		if err != nil || n == 0 {
			return err
		}
		stories += n
	}
}

// place places the articles that are new in stories; it calls tell with their number so far.
func place(ctx context.Context, a *store.Archive, tell func(int)) error {
	for articles := 0; ; tell(articles) {
		n, err := placeBatch(ctx, a)
		if err != nil || n == 0 {
			return err
		}
		articles += n
	}
}

// placing is a batch of articles on their way into stories.
type placing struct {
	a       *store.Archive
	ctx     context.Context
	after   int64 // the last article that was placed before
	tracing store.Tracing
	read    []*store.Article
	prints  []*group.Print
	words   [][]uint32
	holders map[uint64][]int64
	exact   map[uint64]int64 // the first article that has these words
	kept    map[int64]bool   // stories that the archive has, of those that are awake
}

// placeBatch places the next articles; it tells how many.
func placeBatch(ctx context.Context, a *store.Archive) (int, error) {
	p := &placing{a: a, ctx: ctx}
	var err error
	if p.tracing, err = a.Tracing(ctx); err != nil {
		return 0, err
	}
	p.after = p.tracing.Last
	if err := p.readBatch(); err != nil || len(p.read) == 0 {
		return 0, err
	}
	before, err := p.earlier()
	if err != nil {
		return 0, err
	}
	stories, freq, err := p.stories()
	if err != nil {
		return 0, err
	}
	placed, err := stories.Batch(p.prints, p.words, before)
	if err != nil {
		return 0, err
	}
	out, err := p.placement(stories, freq, placed)
	if err != nil {
		return 0, err
	}
	err = a.Update(ctx, func(tx *store.Tx) error { return tx.Place(ctx, out) })
	if errors.Is(err, store.ErrOutrun) {
		err = nil // the next batch begins where the other has come to
	}
	return len(p.read), err
}

// readBatch reads the next articles that are analysed, up to the first that is not, and orders
// them by time.
func (p *placing) readBatch() error {
	waits, err := p.a.FirstUnread(p.ctx, p.tracing.Last)
	if err != nil {
		return err
	}
	for x, err := range p.a.Articles(p.ctx, store.Range{After: p.after, Limit: placeSize}) {
		if err != nil {
			return err
		}
		if waits != 0 && x.Number >= waits {
			break
		}
		p.read = append(p.read, x)
	}
	if len(p.read) == 0 {
		return nil
	}
	p.tracing.Last = p.read[len(p.read)-1].Number
	slices.SortStableFunc(p.read, func(a, b *store.Article) int { return a.Time.Compare(b.Time) })
	return p.print()
}

// print makes the prints of the articles that were read, on all processors.
func (p *placing) print() error {
	type printed struct {
		print *group.Print
		words []uint32
	}
	printers := sync.Pool{New: func() any { return group.NewPrinter() }}
	return ordered.Map(p.ctx, runtime.GOMAXPROCS(0), slices.Chunk(p.read, 50), func(some []*store.Article) (out []printed) {
		printer := printers.Get().(*group.Printer)
		defer printers.Put(printer)
		for _, x := range some {
			print, words := printer.Print(x.Number, x.Time, &x.Article)
			out = append(out, printed{print, words.Hashes})
		}
		return out
	}, func(some []printed) error {
		for _, x := range some {
			p.prints, p.words = append(p.prints, x.print), append(p.words, x.words)
		}
		return nil
	})
}

// earlier asks the archive for those before the batch that share text with it.
func (p *placing) earlier() (e group.Earlier, err error) {
	var marks, exact []uint64
	for _, print := range p.prints {
		marks, exact = append(marks, print.Marks...), append(exact, print.Exact)
	}
	slices.Sort(marks)
	slices.Sort(exact)
	holders, err := p.a.MarkHolders(p.ctx, slices.Compact(marks))
	if err != nil {
		return e, err
	}
	p.holders = make(map[uint64][]int64, len(holders))
	for _, h := range holders {
		p.holders[h.Mark] = append(p.holders[h.Mark], h.Article)
	}
	same, err := p.a.FirstExact(p.ctx, slices.Compact(exact))
	p.exact = make(map[uint64]int64, len(same))
	for _, s := range same {
		p.exact[s.Exact] = s.Article
	}
	return group.Earlier{Holders: p.holders, Exact: p.exact, Known: p.known, Of: p.of}, err
}

// of gives the prints of the articles that stood in some stories before the batch.
func (p *placing) of(stories []int64) (prints []*group.Print, err error) {
	printer := group.NewPrinter()
	for _, story := range stories {
		members, err := p.a.ArticlesOfStory(p.ctx, story, group.MostParted)
		if err != nil {
			return nil, err
		}
		numbers := make([]int64, len(members))
		for i, m := range members {
			numbers[i] = m.Article
		}
		articles, err := p.a.ArticlesByNumber(p.ctx, numbers)
		if err != nil {
			return nil, err
		}
		for _, x := range articles {
			print, _ := printer.Print(x.Number, x.Time, &x.Article)
			prints = append(prints, print)
		}
	}
	return prints, nil
}

// known gives the words and stories of earlier articles.
func (p *placing) known(numbers []int64) (map[int64]group.Known, error) {
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	out := make(map[int64]group.Known, len(numbers))
	articles, err := p.a.ArticlesByNumber(p.ctx, numbers)
	if err != nil {
		return nil, err
	}
	printer := group.NewPrinter()
	for _, x := range articles {
		out[x.Number] = group.Known{Words: printer.Words(&x.Article).Hashes, Outlet: x.Outlet, Time: x.Time}
	}
	places, err := p.a.PlacedArticles(p.ctx, numbers)
	if err != nil {
		return nil, err
	}
	for _, s := range places {
		k := out[s.Article]
		k.Story = s.Story
		out[s.Article] = k
	}
	return out, nil
}

// stories wakes the stories that the batch can go on with.
func (p *placing) stories() (*group.Stories, *group.Frequencies, error) {
	freq := group.Background()
	if p.tracing.Frequencies != nil {
		var err error
		if freq, err = group.ReadFrequencies(p.tracing.Frequencies); err != nil {
			return nil, nil, fmt.Errorf("go on tracing: %w", err)
		}
	}
	var awake []*group.Story
	p.kept = make(map[int64]bool)
	for _, w := range p.wakes() {
		kept, err := p.a.StoriesBetween(p.ctx, w.from, w.to)
		if err != nil {
			return nil, nil, err
		}
		for _, k := range kept {
			if p.kept[k.First] {
				continue
			}
			p.kept[k.First] = true
			st := &group.Story{First: k.First, Articles: k.Articles, From: k.Began, To: k.Ended}
			if err := st.SetBytes(k.State); err != nil {
				return nil, nil, fmt.Errorf("story %s: %w", k.ID, err)
			}
			awake = append(awake, st)
		}
	}
	return group.NewStories(freq, awake), freq, nil
}

type stretch struct{ from, to time.Time }

// wakes are the stretches of time, in order, in which stories can go on with an article of the batch.
// What lies between is left asleep: one old article among new ones wakes not the stories of a year.
func (p *placing) wakes() (all []stretch) {
	for _, x := range p.read { // by time
		from, to := x.Time.Add(-group.Pause), x.Time.Add(group.Pause)
		if n := len(all); n > 0 && !from.After(all[n-1].to) {
			all[n-1].to = to
			continue
		}
		all = append(all, stretch{from, to})
	}
	return all
}

// placement is what is to be kept of the batch.
func (p *placing) placement(stories *group.Stories, freq *group.Frequencies, placed group.Placed) (store.Placement, error) {
	out := store.Placement{After: p.after, Tracing: store.Tracing{Last: p.tracing.Last, Frequencies: freq.Bytes()}, Merged: map[int64]int64{}}
	for i, x := range p.read {
		in := store.InStory{Article: x.Number, Story: placed.Stories[i], Version: x.Version}
		if _, there := p.exact[p.prints[i].Exact]; !there {
			in.Exact = p.prints[i].Exact
			p.exact[in.Exact] = x.Number
		}
		out.Articles = append(out.Articles, in)
		for _, m := range p.prints[i].Marks {
			if len(p.holders[m]) < mostHolders {
				p.holders[m] = append(p.holders[m], x.Number)
				out.Marks = append(out.Marks, store.MarkHolder{Mark: m, Article: x.Number})
			}
		}
	}
	slices.SortFunc(out.Marks, func(a, b store.MarkHolder) int {
		return compareSigned(a.Mark, b.Mark)
	})
	for _, pair := range placed.Apart {
		out.Apart = append(out.Apart, store.ApartPair{Article: pair.Then, Earlier: pair.First})
	}
	for gone, into := range stories.Merged() {
		out.Merged[gone] = into
	}
	var err error
	if out.Unions, err = p.unions(stories.Unions()); err != nil {
		return out, err
	}
	if out.Partings, err = p.partings(placed.Parted); err != nil {
		return out, err
	}
	changed := stories.Changed()
	var firsts []int64
	for _, st := range changed {
		firsts = append(firsts, st.First)
	}
	heads, err := p.a.HeadsByNumber(p.ctx, firsts)
	if err != nil {
		return out, err
	}
	ids := make(map[int64]string, len(heads))
	for _, h := range heads {
		ids[h.Number] = h.ID
	}
	for _, st := range changed {
		out.Stories = append(out.Stories, store.Story{First: st.First, ID: trace.StoryID(ids[st.First]), Began: st.From, Ended: st.To, Articles: st.Articles, State: st.Bytes()})
	}
	return out, nil
}

// unions says in words why stories that the archive had became part of others.
func (p *placing) unions(all []group.Union) (out []store.Union, err error) {
	all = slices.DeleteFunc(slices.Clone(all), func(u group.Union) bool { return !p.kept[u.Gone] })
	var numbers []int64
	for _, u := range all {
		numbers = append(numbers, u.Gone, u.Into, u.By)
	}
	articles, err := p.articles(numbers)
	if err != nil {
		return nil, err
	}
	printer := group.NewPrinter()
	for _, u := range all {
		note := store.Union{Gone: u.Gone, Article: u.By, Words: spell(printer, u.Words, articles, u.By, u.Gone, u.Into)}
		if x := articles[u.Gone]; x != nil {
			note.Title = x.Title
		}
		out = append(out, note)
	}
	return out, nil
}

// partings says in words what became of stories that parted.
func (p *placing) partings(all []group.Parting) (out []store.Parting, err error) {
	var numbers []int64
	for _, x := range all {
		numbers = append(append(numbers, x.Telling...), x.New)
	}
	articles, err := p.articles(numbers)
	if err != nil {
		return nil, err
	}
	printer := group.NewPrinter()
	for _, x := range all {
		note := store.Parting{From: x.From, New: x.New, Moved: x.Moved}
		note.Words = spell(printer, x.Words, articles, x.Telling...)
		note.Stayed = spell(printer, x.Stayed, articles, x.Telling...)
		if first := articles[x.New]; first != nil {
			note.Title = first.Title
		}
		out = append(out, note)
	}
	return out, nil
}

// articles gives articles by their numbers.
func (p *placing) articles(numbers []int64) (map[int64]*store.Article, error) {
	slices.Sort(numbers)
	told, err := p.a.ArticlesByNumber(p.ctx, slices.Compact(numbers))
	if err != nil {
		return nil, err
	}
	articles := make(map[int64]*store.Article, len(told))
	for _, x := range told {
		articles[x.Number] = x
	}
	return articles, nil
}

// spell gives stems as words that stand in some articles, those of the first before others; stems that
// stand in none are left out.
func spell(printer *group.Printer, stems []uint32, articles map[int64]*store.Article, in ...int64) (words []string) {
	spelt := make(map[uint32]string)
	for _, n := range in {
		if x := articles[n]; x != nil {
			printer.Spell(spelt, stems, &x.Article)
		}
	}
	for _, h := range stems {
		if spelt[h] != "" {
			words = append(words, spelt[h])
		}
	}
	return words
}

// compareSigned orders marks as the database does.
func compareSigned(a, b uint64) int {
	switch x, y := int64(a), int64(b); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// traceBatch traces the next stories that changed; it tells how many.
func traceBatch(ctx context.Context, a *store.Archive, tracer *trace.Tracer) (int, error) {
	stale, err := a.StaleStories(ctx, traceSize)
	if err != nil || len(stale) == 0 {
		return 0, err
	}
	wrong, err := wrongReadings(ctx, a)
	if err != nil {
		return 0, err
	}
	firsts := make([]int64, len(stale))
	for i, s := range stale {
		firsts[i] = s.First
	}
	elsewhere, err := a.Elsewhere(ctx, firsts)
	if err != nil {
		return 0, err
	}
	type result struct {
		traced *store.Traced
		err    error
	}
	var all []*store.Traced
	var work iter.Seq[store.Story] = slices.Values(stale)
	err = ordered.Map(ctx, runtime.GOMAXPROCS(0), work, func(s store.Story) (r result) {
		r.traced, r.err = traceStory(ctx, a, tracer, s, elsewhere[s.First], wrong)
		return r
	}, func(r result) error {
		if r.err == nil {
			all = append(all, r.traced)
		}
		return r.err
	})
	if err != nil {
		return 0, err
	}
	return len(all), a.Update(ctx, func(tx *store.Tx) error { return tx.PutTraces(ctx, all) })
}

// mostTraced bounds the articles of a story that are traced, those of different words first.
const mostTraced = 2000

// mostElsewhere bounds the articles of other stories that those of a story are compared with.
const mostElsewhere = 200

func traceStory(ctx context.Context, a *store.Archive, tracer *trace.Tracer, s store.Story, elsewhere []int64, wrong map[string][]store.Judgement) (*store.Traced, error) {
	members, err := a.ArticlesOfStory(ctx, s.First, mostTraced)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, m := range members {
		numbers = append(numbers, m.Article)
	}
	readings, err := a.ReadingsByNumber(ctx, numbers)
	if err != nil {
		return nil, err
	}
	docs := make([]*trace.Document, len(readings))
	for i, r := range readings {
		without(r.Analysis, wrong[r.Article.ID])
		docs[i] = trace.NewDocument(withTime(r))
	}
	others, err := a.ArticlesByNumber(ctx, elsewhere[:min(len(elsewhere), mostElsewhere)])
	if err != nil {
		return nil, err
	}
	texts := make([]*trace.Document, len(others))
	for i, x := range others {
		texts[i] = trace.NewDocument(withTime(&store.Reading{Article: *x, Analysis: &isnad.Analysis{Article: x.Article, Text: x.Text()}}))
	}
	around := trace.Around{Elsewhere: texts, Recur: func(marks []uint64) (recurring map[uint64]bool) {
		recurring, err = a.Recurring(ctx, marks, group.RecurTimes, group.RecurDays, group.RecurSpan)
		return recurring
	}}
	t := tracer.Story(s.ID, docs, around)
	if err != nil {
		return nil, err
	}
	t.Story.Untraced = max(0, s.Articles-len(docs))
	if t.Story.Unions, err = a.Unions(ctx, s.First); err != nil {
		return nil, err
	}
	if t.Story.Partings, err = a.Partings(ctx, s.First); err != nil {
		return nil, err
	}
	return store.NewTraced(s, t)
}

// wrongReadings gives what people judged wrong, by article.
func wrongReadings(ctx context.Context, a *store.Archive) (map[string][]store.Judgement, error) {
	all, err := a.Standing(ctx, store.AReading)
	out := make(map[string][]store.Judgement)
	for _, j := range all {
		if j.Verdict == store.Wrong {
			out[j.Article] = append(out[j.Article], j)
		}
	}
	return out, err
}

// without takes the claims out of an analysis that a person judged wrong.
func without(a *isnad.Analysis, wrong []store.Judgement) {
	if len(wrong) == 0 {
		return
	}
	a.Claims = slices.DeleteFunc(a.Claims, func(c isnad.Claim) bool {
		return slices.ContainsFunc(wrong, func(j store.Judgement) bool { return j.OnReading(a, &c) })
	})
}

// withTime gives an article without a day of publication its place in time.
func withTime(r *store.Reading) *isnad.Analysis {
	if r.Analysis.Article.Published == "" {
		r.Analysis.Article.Published = r.Article.Time.Format(time.RFC3339)
	}
	return r.Analysis
}
