package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// Find looks at every article: an archive in memory is small.
func (h *Held) Find(_ context.Context, q Query) (*Found, error) {
	words := strings.Fields(arabic.Fold(q.Words))
	found := &Found{Marks: make(map[string][]isnad.Span)}
	for _, a := range h.newest {
		if q.Outlet != "" && a.Article.Outlet != q.Outlet || q.Source != "" && !citesName(a, q.Source) || q.Actor != "" && !namesActor(a, q.Actor) {
			continue
		}
		marks, ok := wordsIn(a.Text, words)
		if !ok {
			continue
		}
		found.Total++
		if found.Total > q.Skip && len(found.Articles) < q.Limit {
			found.Articles = append(found.Articles, a)
			found.Marks[a.Article.ID] = marks
		}
	}
	return found, nil
}

// wordsIn finds words, behind any clitic; ok only if all are there.
func wordsIn(text string, words []string) (marks []isnad.Span, ok bool) {
	folded := arabic.FoldMap(text)
	for _, w := range words {
		there := false
		for at := 0; ; {
			i := strings.Index(folded.Text[at:], w)
			if i < 0 {
				break
			}
			start, end := folded.Source(at+i, at+i+len(w))
			marks = append(marks, isnad.Span{Start: start, End: end})
			at, there = at+i+len(w), true
		}
		if !there {
			return nil, false
		}
	}
	slices.SortFunc(marks, func(a, b isnad.Span) int { return cmp.Compare(a.Start, b.Start) })
	return marks, true
}

// citesName reports whether a chain of the article names somebody.
func citesName(a *isnad.Analysis, name string) bool {
	return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool {
		return slices.ContainsFunc(c.Sources, func(l isnad.Link) bool { return sameName(l.Name, name) })
	})
}

// namesActor reports whether an actor of the article has a name.
func namesActor(a *isnad.Analysis, name string) bool { return len(entitiesOf(a, name)) > 0 }

// entitiesOf are the entities of an article that have a name.
func entitiesOf(a *isnad.Analysis, name string) (ids []string) {
	folded := arabic.Fold(name)
	for _, e := range a.Entities {
		if arabic.Fold(e.Name) == folded {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// Outlets are the outlets, those with most articles first.
func (h *Held) Outlets(context.Context) ([]OutletCount, error) {
	var all []OutletCount
	for _, a := range h.newest {
		at := slices.IndexFunc(all, func(o OutletCount) bool { return o.Name == a.Article.Outlet })
		if at < 0 {
			at = len(all)
			all = append(all, OutletCount{Name: a.Article.Outlet})
		}
		all[at].Articles++
	}
	slices.SortStableFunc(all, func(a, b OutletCount) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name))
	})
	return all, nil
}
