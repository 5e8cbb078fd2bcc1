package web

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"isnad/internal/store"
)

// Notebook keeps judgements in memory.
type Notebook struct {
	mutex sync.Mutex
	all   []store.Judgement
}

// Judge keeps a judgement.
func (n *Notebook) Judge(_ context.Context, j store.Judgement) error {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for i := range n.all {
		if k := &n.all[i]; k.Undone.IsZero() && k.Article == j.Article && k.Cue == j.Cue && k.Content == j.Content {
			k.Undone = j.At
		}
	}
	j.Number = int64(len(n.all) + 1)
	n.all = append(n.all, j)
	return nil
}

// Undo takes a judgement back.
func (n *Notebook) Undo(_ context.Context, number int64, at time.Time) error {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if number < 1 || number > int64(len(n.all)) {
		return fmt.Errorf("judgement %d: %w", number, ErrNotFound)
	}
	n.all[number-1].Undone = at
	return nil
}

// OfArticle are the judgements on an article that stand.
func (n *Notebook) OfArticle(_ context.Context, article string) (standing []store.Judgement, err error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for _, j := range n.all {
		if j.Article == article && j.Undone.IsZero() {
			standing = append(standing, j)
		}
	}
	return standing, nil
}

// Judgements are all, the newest first.
func (n *Notebook) Judgements(_ context.Context, skip, limit int) ([]store.Judgement, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	all := slices.Clone(n.all)
	slices.Reverse(all)
	skip = min(skip, len(all))
	return all[skip:min(skip+limit, len(all))], nil
}
