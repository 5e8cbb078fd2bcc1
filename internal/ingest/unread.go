package ingest

import (
	"log/slog"
	"slices"
	"strings"
	"sync"
)

// Unread is an article that this program fails to read. It is kept, and has no analysis.
type Unread struct {
	ID  string
	Err error
}

// unread gathers such articles.
type unread struct {
	log *slog.Logger
	mu  sync.Mutex
	all map[string]error
}

func (u *unread) add(id string, err error) {
	u.log.Error("an article could not be analysed", "article", id, "error", err)
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.all == nil {
		u.all = make(map[string]error)
	}
	u.all[id] = err
}

// Unread gives the articles that this crew failed to read, each once, by identifier.
func (c *Crew) Unread() (all []Unread) {
	c.unread.mu.Lock()
	defer c.unread.mu.Unlock()
	for id, err := range c.unread.all {
		all = append(all, Unread{id, err})
	}
	slices.SortFunc(all, func(a, b Unread) int { return strings.Compare(a.ID, b.ID) })
	return all
}
