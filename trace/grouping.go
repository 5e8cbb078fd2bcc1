package trace

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/zeebo/xxh3"

	"isnad"
	"isnad/trace/group"
)

// Grouped is the articles of one story.
type Grouped struct {
	ID        string
	Articles  []*isnad.Analysis // by time
	Elsewhere []*isnad.Analysis // of other stories, that may share text with these
}

// Group groups articles that are all at hand into stories, those that began first first. It tells
// also which marks recur in them: see Around.
func Group(read []*isnad.Analysis) ([]Grouped, func(marks []uint64) map[uint64]bool) {
	read = slices.Clone(read)
	at := make([]time.Time, len(read))
	for i, a := range read {
		at[i] = instant(a.Article.Published)
	}
	order := make([]int, len(read))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(at[a].Compare(at[b]), cmp.Compare(read[a].Article.ID, read[b].Article.ID))
	})
	printer := group.NewPrinter()
	prints, words := make([]*group.Print, len(read)), make([][]uint32, len(read))
	for k, i := range order {
		p, w := printer.Print(int64(k+1), at[i], &read[i].Article)
		prints[k], words[k] = p, w.Hashes
	}
	placed, err := group.NewStories(group.Background(), nil).Batch(prints, words, group.Earlier{})
	if err != nil {
		return nil, nil // there is nothing before to ask for
	}
	byStory := map[int64]*Grouped{}
	var out []*Grouped
	for k, story := range placed.Stories {
		g := byStory[story]
		if g == nil {
			g = &Grouped{ID: StoryID(read[order[story-1]].Article.ID)}
			byStory[story] = g
			out = append(out, g)
		}
		g.Articles = append(g.Articles, read[order[k]])
	}
	for _, p := range placed.Apart {
		a, b := byStory[placed.Stories[p.First-1]], byStory[placed.Stories[p.Then-1]]
		a.share(read[order[p.Then-1]])
		b.share(read[order[p.First-1]])
	}
	all := make([]Grouped, len(out))
	for i, g := range out {
		all[i] = *g
	}
	return all, group.Recurring(prints)
}

// share notes an article of another story, once.
func (g *Grouped) share(a *isnad.Analysis) {
	if !slices.Contains(g.Elsewhere, a) {
		g.Elsewhere = append(g.Elsewhere, a)
	}
}

// StoryID follows from the first article of a story.
func StoryID(article string) string { return fmt.Sprintf("s%012x", xxh3.HashString(article)&(1<<48-1)) }
